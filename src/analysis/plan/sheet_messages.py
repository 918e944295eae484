"""The words of the drafter's workbook: faults of its rows, its sheets, columns and hints."""

from analysis.errors import FaultText

ROW_TEXTLESS = FaultText(
    "PL-14",
    "Nhiệm vụ được chọn nhưng chưa có nội dung.",
    "Ghi nội dung nhiệm vụ, hoặc chọn “không” nếu không đưa vào kế hoạch.",
)
ROW_CRITERION = FaultText(
    "PL-15",
    "Không có tiêu chí “{name}” trong chỉ số {index}.{nearest}",
    "Chọn tên tiêu chí trong danh sách của ô.",
)
ROW_INDEX = FaultText(
    "PL-16",
    "Chỉ số “{name}” không có trong kế hoạch này.",
    "Chọn một trong: {known}.",
)
ROW_UNCLEAR = FaultText(
    "PL-17",
    "Ô ghi “{text}”, không phải “có” hay “không”.",
    "Chọn “có” hoặc “không” trong danh sách của ô.",
)
TARGET_UNREADABLE = FaultText(
    "PL-18",
    "Mục tiêu “{text}” không phải là số.",
    "Ghi một số như 45,5; ghi “đạt điểm tối đa”; hoặc để trống khi chưa đặt mục tiêu.",
)
TARGET_TOO_HIGH = FaultText(
    "PL-19",
    "Mục tiêu {text} nằm ngoài thang điểm của tiêu chí (0 đến {most}).",
    "Ghi mục tiêu không cao hơn điểm tối đa ở cùng dòng.",
)
DATE_UNREADABLE = FaultText(
    "PL-20",
    "“{text}” không phải là ngày.",
    "Ghi dạng ngày/tháng/năm như 30/6/2026, hoặc để trống khi chưa ban hành.",
)
VALUE_EMPTY = FaultText(
    "PL-21",
    "“{label}” bị để trống.",
    "Ghi lại nội dung; mục này văn bản nào cũng phải có.",
)
BRACES_LEFT = FaultText(
    "PL-22",
    "Ô có dấu ngoặc nhọn, là dấu riêng của mẫu văn bản: “{text}”.",
    "Xóa hoặc thay các dấu {{ }} bằng ngoặc đơn.",
)
ROW_ADDED = FaultText(
    "PL-23",
    "Trang tính này không nhận thêm dòng.",
    "Xóa dòng vừa thêm; nội dung khác ghi ở cột Ghi chú của trang Nhiệm vụ.",
)
LEAD_EMPTY = FaultText(
    "PL-25",
    "Nhiệm vụ được chọn nhưng không còn cơ quan chủ trì.",
    "Ghi cơ quan chủ trì, hoặc chọn “không” nếu không đưa nhiệm vụ vào kế hoạch.",
    "warning",
)
ROLE_NOT_PRINTED = FaultText(
    "PL-24",
    "{column} chỉ in một lần cho cả nội dung “{group}”, là {held}; nội dung ô này ({own}) không có "
    "trong văn bản.",
    "Nêu nơi đó ngay trong nội dung nhiệm vụ, hoặc ghi giống nhau ở mọi nhiệm vụ của nội dung này.",
    "warning",
)

YES, NO = "có", "không"
ROLE_EMPTY = "để trống"
LISTED = "; "
ROW_PLACE = "dòng có mã {id}"
STATES = {"kept": "", "new": "mới", "struck": "không còn đề xuất", "own": "tự thêm"}
SHEETS = {
    "tasks": "Nhiệm vụ",
    "targets": "Mục tiêu",
    "information": "Thông tin văn bản",
    "facts": "Căn cứ số liệu",
}
SHEET_NOTES = {
    "tasks": (
        "Hướng dẫn: mỗi dòng là một nhiệm vụ; sửa ở các cột từ Chọn đến Ghi chú. Cột Chọn: “có” để "
        "đưa vào kế hoạch, “không” để bỏ ra. Nhiều cơ quan trong một ô thì cách nhau bằng dấu chấm "
        "phẩy. Muốn thêm nhiệm vụ, chèn một dòng, để trống cột Mã rồi chọn chỉ số và tiêu chí. "
        "Dòng gạch ngang là nhiệm vụ không còn được đề xuất; chọn “có” nếu vẫn muốn giữ. Cột Ghi "
        "chú dành cho người soạn, không in vào kế hoạch."
    ),
    "targets": (
        "Hướng dẫn: chỉ sửa cột Mục tiêu. Dòng đầu của mỗi chỉ số ghi mục tiêu chung bằng lời; các "
        "dòng sau ghi số như 45,5 hoặc “đạt điểm tối đa”; để trống khi chưa đặt mục tiêu."
    ),
    "information": (
        "Hướng dẫn: chỉ sửa cột Nội dung. Mỗi nơi nhận, mỗi căn cứ ghi một dòng trong ô (Alt + "
        "Enter để xuống dòng)."
    ),
    "facts": (
        "Hướng dẫn: trang này để tra cứu, chương trình ghi lại ở mỗi lần lập kế hoạch; không nhập "
        "ở đây."
    ),
}
SHEET_COLUMNS = {
    "id": "Mã",
    "state": "Tình trạng",
    "index": "Chỉ số",
    "criterion": "Tiêu chí",
    "chosen": "Chọn",
    "text": "Nội dung nhiệm vụ",
    "activity": "Tên ngắn của nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "implementers": "Cơ quan thực hiện",
    "coordinators": "Cơ quan phối hợp",
    "deadline": "Thời hạn",
    "product": "Sản phẩm",
    "note": "Ghi chú",
    "result": "Kết quả",
    "maximum": "Điểm tối đa",
    "lost": "Điểm mất",
    "target": "Mục tiêu",
    "basis": "Căn cứ đề xuất",
    "label": "Mục",
    "value": "Nội dung",
    "hint": "Cách ghi",
    "rank": "Thứ hạng",
    "group": "Nhóm",
    "change": "Tăng, giảm so với năm trước",
    "reason": "Điều cần biết",
    "source": "Nguồn",
}
PARTS_OF_LETTER = {
    "number": ("Số, ký hiệu", "Ví dụ 25/KH-UBND; để trống khi chưa có số"),
    "date": ("Ngày ban hành", "Ví dụ 30/6/2026; để trống khi chưa ban hành"),
    "title": ("Trích yếu", "Không ghi tên loại văn bản"),
    "deputy": ("Cấp phó ký thay", "“có” hoặc “không”"),
    "signer": ("Họ tên người ký", "Để trống khi chưa rõ"),
    "recipients": ("Nơi nhận", "Mỗi nơi nhận một dòng, không ghi gạch đầu dòng"),
    "archive": ("Lưu", "Ví dụ VT, HCC"),
    "basis": ("Căn cứ ban hành", "Mỗi căn cứ một dòng"),
}
TARGET_OF_THE_PLAN = "mục tiêu của kế hoạch"
TARGET_DROPPED = "người soạn không đặt mục tiêu"
PROPOSED_BASIS = "đề xuất: {basis}"
