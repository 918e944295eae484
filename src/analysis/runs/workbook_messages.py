"""What is told of the drafter's workbook and of edits made by hand."""

from analysis.errors import FaultText

STATE_UNREADABLE = FaultText(
    "RN-40",
    "Không đọc được tệp ghi lại nội dung chương trình đã lập; mọi ô trong nhiem-vu.xlsx được coi "
    "là do người soạn sửa.",
    "Không cần làm gì nếu nội dung trong nhiem-vu.xlsx đã đúng.",
    "warning",
)
STATE_MISSING = FaultText(
    "RN-45",
    "Không thấy tệp ghi lại nội dung chương trình đã lập; mọi ô trong nhiem-vu.xlsx được coi là do "
    "người soạn sửa nên không theo đề xuất mới.",
    "Lấy lại tệp này từ bản sao nếu có; không cần làm gì nếu nội dung trong nhiem-vu.xlsx đã đúng.",
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

PRINTED_UNKNOWN = FaultText(
    "RN-43",
    "Không có ghi nhớ về nội dung chương trình đã in vào tệp này, nên không biết chỗ nào đã được "
    "sửa.",
    "Để tệp trong thư mục báo cáo của nó; nếu báo cáo lập từ trước khi có da-ghi.json thì chép tay "
    "chỗ đã sửa vào nhiem-vu.xlsx.",
)
NO_WORKBOOK = FaultText(
    "RN-44",
    "Kế hoạch này lập từ nhiệm vụ do kế hoạch của tỉnh giao nên không có nhiem-vu.xlsx để đưa chỗ "
    "sửa vào.",
    "Sửa nhiệm vụ ở nhiem-vu.xlsx của kế hoạch tỉnh, hoặc giữ chỗ sửa trong tệp Word.",
)

NOTHING_EDITED = "Tệp {file} không có chỗ sửa nào so với bản chương trình đã in."
TRACKED = "Tệp có {count} chỗ sửa được theo dõi (Track Changes)."
TAKEN = "Đưa vào {file} {count} chỗ sửa:"
HAD = "{count} chỗ sửa đã có trong {file} từ trước."
LEFT = "Chỉ có trong tệp Word, không đưa vào phiếu được, {count} chỗ:"
EDITS_FOUND = (
    "Tệp {file} đã được sửa trong Word {count} chỗ, trong đó {fit} chỗ đưa được vào nhiem-vu.xlsx; "
    "các chỗ khác chỉ có trong tệp Word:"
)
EDITS_TRACKED = "  (tệp còn {count} chỗ sửa được theo dõi, ở đây coi như đã chấp nhận)"
EDITS_MORE = "  … và {count} chỗ nữa."
NO_EDITS_LEFT = "Mọi chỗ sửa trong tệp {file} đã có trong bản mới."
NO_WORDS_EDITED = (
    "Lời văn trong tệp {file} vẫn như bản chương trình đã in; định dạng đã sửa, bình luận hay hình "
    "đã thêm (nếu có) chỉ có trong tệp đó."
)
EDITS_UNREAD = "Không đọc được chỗ sửa trong tệp Word: {what}"
ADOPT_OFFERED = 'Đưa vào nhiem-vu.xlsx: ke-hoach adopt "{path}"'
EDIT_LINES = {
    "changed": "{place}: {kind} “{was}” thành “{now}”",
    "removed": "{place}: {kind} “{was}”",
    "added": "{place}: {kind} “{now}”",
    "moved": "{place}: {kind} “{now}”",
}
WITH_REASON = "{line} ({reason})"

NAME_UNKNOWN = FaultText(
    "RN-46",
    "“{name}” không có trong danh sách cơ quan vào ngày của kế hoạch{nearest}.",
    "Kiểm tra lại tên; tên đúng mà danh sách chưa có thì giữ nguyên.",
    "warning",
)
NEAREST_NAME = "; có phải “{name}”"

MERGED = "Phiếu nhiệm vụ {file}: giữ {kept} ô người soạn đã sửa{others}."
NEW_ROWS = "thêm {count} nhiệm vụ mới đề xuất"
STRUCK_ROWS = "gạch ngang {count} nhiệm vụ không còn được đề xuất"
HIDDEN_ROWS = "không đưa lại {count} dòng người soạn đã xóa"
FORMER = "Bản {file} trước khi ghi lại được giữ ở {former}."
