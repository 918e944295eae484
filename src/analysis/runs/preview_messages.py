"""What is said of the preview of a document: each a warning, for nothing else is lost by it."""

from analysis.errors import FaultText

OFFICE_MISSING = FaultText(
    "RN-50",
    "Chưa có bản xem trước vì máy không có LibreOffice.",
    "Cài LibreOffice (phần Writer) rồi chạy lại với --preview; các tệp khác không bị ảnh hưởng.",
    severity="warning",
)
OFFICE_FAILED = FaultText(
    "RN-51",
    "Chưa có bản xem trước vì LibreOffice không chuyển được tệp sang PDF.",
    "Mở tệp bằng LibreOffice để xem nguyên nhân; nếu mở được thì đóng lại rồi chạy lại.",
    severity="warning",
)
OFFICE_LATE = FaultText(
    "RN-52",
    "Chưa có bản xem trước vì LibreOffice chưa xong sau {seconds} giây nên đã bị dừng.",
    "Chạy lại khi máy bớt việc; nếu vẫn vậy thì mở tệp bằng LibreOffice để xem nguyên nhân.",
    severity="warning",
)
POPPLER_MISSING = FaultText(
    "RN-53",
    "Có tệp xem trước dạng PDF nhưng trang báo cáo không có hình vì máy không có {programs}.",
    "Cài poppler (Debian, Ubuntu: apt install poppler-utils; conda: conda install -c conda-forge "
    "poppler) rồi chạy lại.",
    severity="warning",
)
PICTURES_FAILED = FaultText(
    "RN-54",
    "Có tệp xem trước dạng PDF nhưng chưa lấy được hình các trang.",
    "Mở tệp PDF để xem; cập nhật poppler rồi chạy lại nếu cần hình trên trang báo cáo.",
    severity="warning",
)

STEP = "Dàn trang bản xem trước"
STALE_HELD = (
    "“{file}” là của lần chạy trước, không còn khớp với văn bản, nhưng đang mở ở chương trình khác "
    "nên chưa xóa được."
)
