"""What is said when two reports or documents cannot be compared."""

from analysis.errors import FaultText

FACTS_UNREADABLE = FaultText(
    "RN-80",
    "Không đọc được số liệu của báo cáo.",
    "Lập lại báo cáo bằng ke-hoach run hoặc ke-hoach build, rồi so sánh lại.",
)
NEITHER = FaultText(
    "RN-81",
    "Không phải là thư mục báo cáo, cũng không phải là tệp .docx có thật.",
    "Nêu thư mục báo cáo (ví dụ reports/lang-son/2023) hoặc một tệp Word .docx.",
)
NOTHING_IN_COMMON = FaultText(
    "RN-82",
    "Hai bên không có phần nào giống loại để so sánh.",
    "Mỗi bên phải có ít nhất một phần mà bên kia cũng có: facts.json, nhiem-vu.xlsx, tệp Word.",
)
OUT_TAKEN = FaultText(
    "RN-83",
    "Tên này đã thuộc về một tệp hoặc thư mục khác, không phải trang so sánh; không ghi đè.",
    "Chọn tên khác ở --out.",
)
OUT_FAILED = FaultText(
    "RN-84",
    "Không ghi được trang so sánh: {cause}.",
    "Chọn nơi khác ở --out, hoặc xem lại quyền ghi và dung lượng đĩa.",
)
