"""What the pages say of sign-offs and of all reports."""

from analysis.errors import FaultText

INDEX_TEMPLATE_BROKEN = FaultText(
    "RV-40",
    "Mẫu trang danh mục báo cáo không dùng được: {cause}.",
    "Lấy lại thư mục templates/bao-cao từ kho mã.",
)

NONE_YET = "Chưa có xác nhận."
CAPTION = "Các lần xác nhận, lần đầu ở trên"
HEAD = ("Người rà soát", "Ngày", "Hiệu lực", "Cảnh báo đã chấp nhận", "Ghi chú", "Bản đã xác nhận")
HOLDS = "Còn hiệu lực"
VOID = "Không còn hiệu lực: {files} đã thay đổi sau khi xác nhận"
FILES = {
    "ke-hoach.docx": "kế hoạch",
    "nhiem-vu.xlsx": "phiếu nhiệm vụ",
    "facts.json": "số liệu",
}
NAMED = "{what} ({file})"
SIGNED = "Đã xác nhận: {name}, {day}."
SIGNED_VOID = "Xác nhận của {name}, {day} không còn hiệu lực: {files} đã thay đổi sau khi xác nhận."
MORE = "Xem các xác nhận"
NO_WARNINGS = "không có"
ACCEPTED = "{code}: {what}"
CHECK_AGAIN = (
    "Hiệu lực được tính khi ghi trang này. Tệp sửa sau đó thì trang chưa biết: xem bằng ke-hoach "
    "sign <thư mục> --list, hoặc so mã băm SHA-256 của tệp với mã ghi trong bảng."
)

ALL_REPORTS = "Danh mục báo cáo"
ALL_HEAD = ("Đơn vị", "Năm", "Tệp", "Xác nhận", "Tình trạng", "Lập lúc", "Mẫu")
ALL_CAPTION = "{count} báo cáo"
NO_REPORTS = (
    "Chưa có báo cáo nào. Báo cáo được lập bằng ke-hoach run; sau mỗi lần lập, trang này được ghi "
    "lại."
)
UNREADABLE_CAPTION = "Thư mục không đọc được"
UNREADABLE_HEAD = ("Thư mục", "Lý do")
UNIT_CODE = "đơn vị mã {code}"
PLAN_FOLDER = "kế hoạch {name}"
EDITED = "Đã sửa sau khi lập: {files}."
MISSING = "Không còn tệp: {files}."
WARNED = "{count} cảnh báo ({codes})."
AS_MADE = "Như khi lập, không có cảnh báo."
NOT_SIGNED = "Chưa xác nhận"
SIGNED_BY = "{name}, {day}"
NOT_READ = "Không đọc được {file}"
LINKS = {
    "bao-cao.html": "Trang rà soát",
    "bao-cao-ma.html": "Trang rà soát có mã",
    "ke-hoach.docx": "Kế hoạch (Word)",
    "nhiem-vu.xlsx": "Phiếu nhiệm vụ (Excel)",
    "xem-truoc.pdf": "Bản xem trước (PDF)",
    "cascade/phan-giao.csv": "Bảng phân giao (CSV)",
}
"""Files that are linked, in this order; a version beside an edited file goes by its own name."""
LINKS_OF = "{what} của {whose}"
