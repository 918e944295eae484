"""Every Vietnamese word of mending: faults of files that are not mended, and the report."""

from __future__ import annotations

from analysis.errors import FaultText

# --- files that are not mended ---
STRICT_KIND = FaultText(
    "DO-70",
    "Tệp lưu ở dạng “Strict Open XML” nên không sửa được mà vẫn giữ nguyên phần còn lại.",
    "Mở tệp bằng Word, lưu lại dạng “Word Document (*.docx)” rồi sửa.",
)
PROTECTED = FaultText(
    "DO-71",
    "Văn bản đang đặt chế độ bảo vệ, không cho sửa định dạng.",
    "Mở tệp bằng Word, tắt bảo vệ ở thẻ Review, lưu lại rồi sửa.",
)
SIGNED = FaultText(
    "DO-72",
    "Văn bản đã có chữ ký số; sửa tệp sẽ làm mất hiệu lực chữ ký.",
    "Dùng bản chưa ký; bản đã phát hành thì đính chính theo quy định.",
)
MACRO = FaultText(
    "DO-73",
    "Tệp có chứa macro “{name}”.",
    "Lưu lại bằng Word dạng .docx không có macro rồi sửa.",
)
DIFFERS = FaultText(
    "DO-74",
    "Sau khi sửa, nội dung ở “{part}” không còn y như cũ; không ghi tệp nào.",
    "Sửa tay theo kết quả của lệnh check và gửi tệp cho người quản trị công cụ.",
)
NOT_GOVERNED = FaultText(
    "DO-75",
    "Không sửa văn bản này (quy tắc {rule}): {message}",
    "Chuyển người có thẩm quyền xử lý theo quy định áp dụng cho văn bản đó.",
)

# --- the file to be written ---
SAME_FILE = FaultText(
    "DO-76", "Tệp kết quả trùng với tệp cần sửa.", "Chọn tên khác cho tệp kết quả."
)
OUT_EXISTS = FaultText(
    "DO-77",
    "Tệp kết quả đã có sẵn nên không ghi đè.",
    "Chọn tên khác, hoặc tự xóa tệp đó trước.",
)
OUT_KIND = FaultText(
    "DO-78", "Tên tệp kết quả phải có đuôi .docx.", "Ghi tên tệp kết quả với đuôi .docx."
)
OUT_FOLDER = FaultText(
    "DO-79",
    "Không ghi được tệp kết quả vào thư mục đã chọn.",
    "Chọn thư mục có sẵn và được phép ghi.",
)

# --- the report ---
MENDED, LEFT = "ĐÃ SỬA ({count} điểm)", "CÒN LẠI ({count} điểm), cần người xem và sửa"
NOTHING_MENDED = "Không có điểm nào về định dạng mà máy sửa được chắc chắn."
