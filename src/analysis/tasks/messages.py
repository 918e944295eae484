"""What the tasks room says to its users."""

from analysis.errors import FaultText

ID_REPEATED = FaultText(
    "TK-01",
    "Mã nhiệm vụ “{id}” đã dùng trong tệp {file}.",
    "Đặt mã khác cho một trong hai nhiệm vụ.",
)
CRITERION_UNKNOWN = FaultText(
    "TK-02",
    "Nhiệm vụ “{id}” gắn với tiêu chí “{criterion}” không có trong bộ tiêu chí nào.",
    "Dùng dạng CHỈ SỐ/khóa như PAPI/d1_knowledge, PAR/f3_on_time, SIPAS/access.",
)
PLACEHOLDER_UNKNOWN = FaultText(
    "TK-03",
    "Nhiệm vụ “{id}” dùng mã “{code}” chưa có trong bảng chức năng.{nearest}",
    "Sửa mã theo data/raw/reference/functions.csv.",
)
LEGAL_UNKNOWN = FaultText(
    "TK-04",
    "Nhiệm vụ “{id}” viện dẫn văn bản “{key}” chưa có trong legal_documents.yml.",
    "Thêm văn bản vào legal_documents.yml hoặc sửa khóa.",
)
NO_TASKS = FaultText(
    "TK-05",
    "Thư mục nhiệm vụ không có tệp .yml nào.",
    "Lấy lại thư mục data/raw/reference/tasks từ kho mã.",
)
FOLLOWER_WRONG = FaultText(
    "TK-06",
    "Văn bản “{key}” ghi được thay thế bởi “{follower}”, nhưng văn bản đó không có hoặc không có "
    "hiệu lực sau ngày văn bản cũ hết hiệu lực.",
    "Ghi valid_to của văn bản cũ, valid_from của văn bản thay thế, hoặc sửa khóa replaced_by.",
)

DEADLINE_NEEDS = "thời hạn loại {kind} cần thêm {missing}"
EVERY_INDEX = "level và tasks_per_deficit phải có đủ: {names}"
NO_SUCH_DAY = "không có ngày {day} trong tháng {month}"
NO_CONDITION = "mục when chưa nêu điều kiện nào"

YEARLY = "Hằng năm"
CONTINUOUS = "Thường xuyên"
YEAR = "Năm {year}"
QUARTER = "Quý {quarter}/{year}"
MONTH = "Tháng {month}/{year}"
DATE = "Trước ngày {date}"
BY_DOCUMENT = "Theo {document}"
BY_ROADMAP = "Theo lộ trình {document}"
CONDITION = "{deadline} ({condition})"
REQUEST = "Đề nghị {sentence}"
OR = "hoặc"
TO_CHECK = "{citation} (cần rà soát)"
