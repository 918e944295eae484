"""What the reader of surveys says."""

from analysis.errors import FaultText

SURVEY_UNKNOWN = FaultText(
    "SC-70",
    "Không tìm thấy dòng tiêu đề của bảng số liệu khảo sát mức độ hài lòng.",
    "Đặt tiêu đề cột theo tên yếu tố hoặc theo mã (ví dụ access_1), mỗi phiếu một dòng.",
)
ANSWER_OUTSIDE = FaultText(
    "SC-71",
    "Câu trả lời {value} không thuộc thang đo.",
    "Ghi một mức của thang đo bằng chữ hoặc bằng số; để trống ô nếu không có câu trả lời.",
)
MORE_FAULTS = FaultText(
    "SC-72",
    "Còn {count} lỗi khác không liệt kê.",
    "Sửa các lỗi đã nêu rồi nhập lại tệp.",
)
SCALE_UNKNOWN = FaultText(
    "SC-73",
    "Không xác định được thang đo của cột.",
    "Ghi bằng chữ, hoặc bằng số từ 1 đến 4 hay từ 1 đến 5, số lớn nhất là hài lòng nhất.",
)
ROW_TOO_LONG = FaultText(
    "SC-74",
    "Dòng có nhiều ô hơn dòng tiêu đề; cả dòng không được tính.",
    "Đặt trong ngoặc kép những ô có chứa dấu ngăn cách cột.",
)
FORM_REPEATED = FaultText(
    "SC-75",
    "Mã phiếu đã có ở dòng {first}, cùng đơn vị và lĩnh vực; cả hai dòng đều được tính.",
    "Bỏ một dòng nếu phiếu bị nhập hai lần.",
    severity="warning",
)
MORE_REPEATED = FaultText(
    "SC-76",
    "Còn {count} mã phiếu lặp lại khác không liệt kê.",
    "Kiểm tra lại cách đánh mã phiếu.",
    severity="warning",
)
GROUPS_TOO_MANY = FaultText(
    "SC-77",
    "Cột có hơn {most} giá trị khác nhau; các giá trị sau đó được tính là không ghi.",
    "Kiểm tra lại cột: mỗi đơn vị, lĩnh vực hay nhóm chỉ viết theo một cách.",
)
NO_FORMS = FaultText(
    "SC-78",
    "Không có phiếu nào dưới dòng tiêu đề.",
    "Dán các phiếu vào dưới dòng tiêu đề, mỗi phiếu một dòng.",
)

SURVEY_PROGRESS = "Tệp {file}: đã đọc {count} phiếu"
ANSWER_NUMBER = "“{value}”"
ANSWER_TEXT = "trong ô này"
NOT_STATED = "(không ghi)"
AGES = ("Dưới 25", "25-49", "50-60", "Trên 60")
COLUMN_PERSONAL = "Cột {columns}: thông tin cá nhân, không đọc."
COLUMN_ASIDE = "Cột {columns}: không nhận ra tiêu đề, không đọc."
COLUMN_SECOND = "Cột {columns}: trùng nội dung với một cột khác đã dùng, không đọc."
SCALE_NOTES = {
    "five": "Cột {columns}: thang đo năm mức bằng số, hài lòng là mức 4 và 5.",
    "four": "Cột {columns}: thang đo bốn mức bằng số, hài lòng là mức 3 và 4.",
    "words": "Cột {columns}: thang đo bằng chữ, hài lòng là “Hài lòng” và “Rất hài lòng”.",
}
LABELS_PRIVATE = (
    "Cột {column}: {count} ô không dùng làm tên nhóm được vì có thể chứa thông tin cá nhân, tính "
    "là không ghi."
)
OPTIONS_PRIVATE = "Mong đợi: {count} lựa chọn không in lại vì có thể chứa thông tin cá nhân."
OPTIONS_RARE = "Mong đợi: bỏ qua {count} lựa chọn ít người chọn nhất."
TOTAL_OVERALL = "Mức hài lòng chung lấy từ câu hỏi chung của phiếu."
TOTAL_POOLED = (
    "Mức hài lòng chung được tính gộp từ mọi câu trả lời về năm yếu tố phục vụ hành chính."
)
TOTAL_NONE = (
    "Phiếu không có câu hỏi chung và không hỏi yếu tố phục vụ nào: không tính được mức hài lòng "
    "chung."
)
OTHER_SHEETS = "Chỉ đọc trang tính {sheet}; bỏ qua {count} trang tính khác."
SURVEY_APART = (
    "Kết quả khảo sát của tỉnh không nối vào chuỗi SIPAS của Bộ Nội vụ: người trả lời và cách chọn "
    "mẫu khác nhau."
)
