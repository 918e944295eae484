"""What is told of the drafter's workbook and of edits made by hand."""

from analysis.errors import FaultText

STATE_UNREADABLE = FaultText(
    "RN-40",
    "Không đọc được tệp ghi lại nội dung chương trình đã lập; mọi ô trong nhiem-vu.xlsx được coi "
    "là do người soạn sửa.",
    "Không cần làm gì nếu nội dung trong nhiem-vu.xlsx đã đúng.",
    "warning",
)
CONFLICT = FaultText(
    "RN-41",
    "Người soạn ghi “{theirs}”, đề xuất mới là “{ours}”; giữ nội dung của người soạn.",
    "Muốn theo đề xuất mới, ghi nội dung đó vào ô rồi lập lại kế hoạch.",
    "warning",
)
NOT_KNOWN_COLUMN = FaultText(
    "RN-42",
    "Cột “{column}” không phải của phiếu nhiệm vụ; không được giữ trong tệp mới.",
    "Chép nội dung cần giữ từ bản trước trong thư mục ban-truoc sang cột Ghi chú.",
    "warning",
)

MERGED = "Phiếu nhiệm vụ {file}: giữ {kept} ô người soạn đã sửa{others}."
NEW_ROWS = "thêm {count} nhiệm vụ mới đề xuất"
STRUCK_ROWS = "gạch ngang {count} nhiệm vụ không còn được đề xuất"
HIDDEN_ROWS = "không đưa lại {count} dòng người soạn đã xóa"
FORMER = "Bản {file} trước khi ghi lại được giữ ở {former}."
