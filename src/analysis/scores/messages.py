"""What the scores room says to its users."""

from analysis.errors import FaultText

COLUMN_MISSING = FaultText(
    "SC-01",
    "Thiếu cột “{column}”.",
    "Thêm cột còn thiếu vào dòng tiêu đề; mã cột theo bộ tiêu chí của năm đó.",
)
COLUMN_UNKNOWN = FaultText(
    "SC-02",
    "Cột “{column}” không có trong bộ tiêu chí năm {year}.",
    "Bỏ cột này, hoặc sửa mã cột cho đúng bộ tiêu chí của năm.",
)
NOT_A_NUMBER = FaultText(
    "SC-03",
    "Giá trị “{value}” không phải là số.",
    "Ghi một số; để trống ô nếu không được chấm điểm.",
)
DECIMAL_COMMA = FaultText(
    "SC-04",
    "Giá trị “{value}” dùng dấu phẩy thập phân.",
    "Trong tệp CSV, dùng dấu chấm thập phân (ví dụ 1.2903).",
)
OUT_OF_RANGE = FaultText(
    "SC-05",
    "Điểm {value} nằm ngoài khoảng từ 0 đến điểm tối đa {maximum}.",
    "Kiểm tra lại số trong nguồn công bố; để trống ô nếu không được chấm điểm.",
)
UNIT_UNKNOWN = FaultText(
    "SC-06",
    "Không nhận ra đơn vị “{value}”.",
    "Dùng mã hai chữ số và tên như trong data/raw/reference/provinces.csv.",
)
UNIT_MISMATCH = FaultText(
    "SC-07",
    "Mã {code} là {expected}, không phải “{value}”.",
    "Sửa mã hoặc tên cho khớp nhau.",
)
UNIT_REPEATED = FaultText(
    "SC-08",
    "“{value}” đã có ở dòng {first}.",
    "Giữ lại một dòng cho mỗi đơn vị.",
)
UNIT_ABSENT = FaultText(
    "SC-09",
    "Không có dòng nào cho {value}.",
    "Thêm một dòng cho đơn vị còn thiếu, để trống các ô điểm nếu không được chấm.",
    severity="warning",
)
STATUS_UNKNOWN = FaultText(
    "SC-10",
    "Trạng thái “{value}” không hợp lệ.",
    "Dùng published (công bố), derived (suy ra) hoặc uncertain (còn ngờ).",
)
SOURCE_MISSING = FaultText(
    "SC-11",
    "Dòng có số liệu nhưng không ghi nguồn.",
    "Ghi địa chỉ trang hoặc tên văn bản đã in số liệu này.",
)
CRITERION_UNKNOWN = FaultText(
    "SC-12",
    "Mã tiêu chí “{value}” không có trong bộ tiêu chí {index} năm {year}.",
    "Sửa mã, hoặc thêm tiêu chí vào data/raw/reference/editions/{slug}.yml.",
)
NOT_WHOLE = FaultText(
    "SC-15",
    "Giá trị “{value}” không phải là số nguyên.",
    "Ghi một số nguyên, hoặc để trống nếu chưa biết.",
)
NO_ROWS = FaultText(
    "SC-16",
    "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào.",
    "Dán số liệu vào dưới dòng tiêu đề.",
)
COLUMN_REPEATED = FaultText(
    "SC-17",
    "Cột “{column}” có hai lần.",
    "Giữ lại một cột cho mỗi tiêu chí.",
)
ROW_LENGTH = FaultText(
    "SC-14",
    "Dòng có {found} ô, tiêu đề có {expected} cột.",
    "Thêm hoặc bớt ô để khớp với dòng tiêu đề; số có dấu phẩy phải đặt trong ngoặc kép.",
)
