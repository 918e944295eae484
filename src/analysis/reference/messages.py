"""What the reference room says to its users."""

from analysis.errors import FaultText

FILE_MISSING = FaultText(
    "RF-01",
    "Không tìm thấy tệp.",
    "Đặt lại tệp vào đúng chỗ (xem data/raw/README.md) hoặc lấy lại từ bản gốc của chương trình.",
)
FILE_UNREADABLE = FaultText(
    "RF-02",
    "Tệp không đọc được: {cause}.",
    "Lưu lại tệp ở dạng văn bản UTF-8, sửa chỗ sai cú pháp rồi chạy lại.",
)
FIELD_INVALID = FaultText(
    "RF-03",
    "Mục “{field}” không hợp lệ: {cause}.",
    "Sửa giá trị của mục này theo mẫu của các mục bên cạnh.",
)
COLUMN_MISSING = FaultText(
    "RF-04",
    "Thiếu cột “{column}”.",
    "Thêm cột “{column}” vào dòng tiêu đề.",
)
PROVINCE_UNKNOWN = FaultText(
    "RF-05",
    "Không có tỉnh, thành phố nào tên “{name}”.{nearest}",
    "Viết lại tên tỉnh hoặc dùng mã hai chữ số theo Danh mục đơn vị hành chính Việt Nam.",
)
PROVINCE_GONE = FaultText(
    "RF-06",
    "{name} không còn là đơn vị hành chính cấp tỉnh vào ngày {date}; đã sáp nhập vào {successor}.",
    "Lập kế hoạch cho {successor}, hoặc chọn năm kế hoạch không sau năm 2025 (--date trước "
    "ngày 01/7/2025).",
)
EDITION_UNKNOWN = FaultText(
    "RF-07",
    "Chưa có bộ tiêu chí {index} cho năm {year}.",
    "Thêm bộ tiêu chí vào data/raw/reference/editions/{slug}.yml.",
)
FUNCTION_UNKNOWN = FaultText(
    "RF-08",
    "Không có mã chức năng cơ quan “{code}”.{nearest}",
    "Dùng một mã trong data/raw/reference/functions.csv hoặc thêm mã mới vào tệp đó.",
)
FUNCTION_VACANT = FaultText(
    "RF-09",
    "Chưa có cơ quan nào nhận chức năng “{code}” vào ngày {date}.",
    "Bổ sung dòng có hiệu lực vào data/raw/reference/functions.csv.",
)
DATE_INVALID = FaultText(
    "RF-10",
    "Ngày “{value}” không hợp lệ.",
    "Ghi ngày theo dạng NĂM-THÁNG-NGÀY, ví dụ 2025-06-30; để trống nếu chưa biết.",
)
PLACEHOLDER_UNKNOWN = FaultText(
    "RF-11",
    "Tên cơ quan “{name}” có mã trong ngoặc nhọn không dùng được.",
    "Trong tên cơ quan chỉ dùng {{cap_tinh}} và {{ten}}.",
)
SUPPLEMENT_OF_ANOTHER = FaultText(
    "RF-12",
    "Tệp bổ sung này thuộc {found}, không phải {index}.",
    "Đổi tên tệp theo chỉ số của nó, hoặc sửa mục index trong tệp.",
)
CODE_TWICE = FaultText(
    "RF-13",
    "Mã “{code}” có nhiều dòng.",
    "Mỗi mã chỉ giữ một dòng.",
)
VALUE_NOT_ALLOWED = FaultText(
    "RF-14",
    "Giá trị “{value}” không dùng được ở cột này.",
    "Dùng một trong các giá trị: {allowed}.",
)
DATES_REVERSED = FaultText(
    "RF-15",
    "Ngày kết thúc {end} trước ngày bắt đầu {start}.",
    "Sửa lại hai ngày theo văn bản nguồn.",
)
CODE_UNKNOWN = FaultText(
    "RF-16",
    "Không có dòng nào mang mã “{code}”.",
    "Sửa mã, hoặc thêm dòng của mã này.",
)
SUCCESSOR_CYCLE = FaultText(
    "RF-17",
    "Chuỗi cơ quan kế tiếp quay vòng: {chain}.",
    "Sửa cột successors để mỗi cơ quan chỉ dẫn đến cơ quan lập sau nó.",
)
BEFORE_REGISTER = FaultText(
    "RF-18",
    "Ngày {date} trước ngày bắt đầu của danh mục cơ quan ({begins}, ngày Nghị định số "
    "24/2014/NĐ-CP có hiệu lực).",
    "Chọn ngày từ {begins} trở đi.",
)
AGENCY_UNKNOWN = FaultText(
    "RF-19",
    "Danh mục không có cơ quan nào tên “{name}”.{nearest}",
    "Viết lại tên, hoặc thêm cơ quan vào data/raw/reference/agencies.csv.",
)
AGENCY_ENDED = FaultText(
    "RF-20",
    "{name} đã kết thúc hoạt động sau ngày {end}; cơ quan kế tiếp: {successors}.{moved}",
    "Ghi cơ quan kế tiếp, hoặc chọn ngày không sau {end}.",
)
AGENCY_TO_COME = FaultText(
    "RF-21",
    "{name} có từ ngày {start}, chưa có vào ngày {date}; trước đó là: {before}.",
    "Ghi cơ quan có vào ngày đó, hoặc chọn ngày từ {start} trở đi.",
)
AGENCY_ELSEWHERE = FaultText(
    "RF-22",
    "Danh mục không ghi {name} ở {province}.{moved}",
    "Ghi cơ quan thực hiện việc đó; nếu địa phương có cơ quan này thì thêm dòng vào "
    "data/raw/reference/agencies.csv.",
)
CELLS_UNEVEN = FaultText(
    "RF-23",
    "Số ô của dòng khác số cột của tiêu đề.",
    "Đặt ô có dấu phẩy trong ngoặc kép; giữ đủ dấu phẩy cho ô trống.",
)
LOCALITY_UNKNOWN = FaultText(
    "RF-24",
    "Ngày {date}, {province} không có đơn vị nào tên “{name}”.{nearest}",
    "Viết lại tên kèm loại đơn vị, ví dụ “huyện Bình Gia”, “phường Kỳ Lừa”.",
)
LOCALITY_AMBIGUOUS = FaultText(
    "RF-25",
    "“{name}” ở {province} có thể là: {names}.",
    "Ghi đủ loại đơn vị, đủ dấu, hoặc dùng mã đơn vị.",
)
DISTRICTS_ENDED = FaultText(
    "RF-26",
    "{name} không còn: cấp huyện kết thúc sau ngày {end}, nhiệm vụ do chính quyền các xã, phường, "
    "đặc khu và cấp tỉnh thực hiện.",
    "Ghi xã, phường, đặc khu, hoặc chọn ngày không sau {end}.",
)
NAME_WITHOUT_KIND = FaultText(
    "RF-27",
    "Tên “{name}” không bắt đầu bằng loại đơn vị “{kind}”.",
    "Ghi tên kèm loại đơn vị, viết thường: “{kind} …”.",
)
SCOPE_INVALID = FaultText(
    "RF-28",
    "Phạm vi “{value}” không đọc được.",
    "Để trống (mọi nơi), ghi 63:42; 34:42 (chỉ nơi đó) hoặc !63:42; !34:42 (trừ nơi đó), không ghi "
    "lẫn hai cách.",
)
BODIES_CLASH = FaultText(
    "RF-29",
    "{one} và {other} cùng một nơi, cùng một ngày mà trùng vai trò hoặc tên gọi “{value}”.",
    "Sửa thời hạn, phạm vi hoặc tên gọi của một trong hai dòng.",
)
DISTRICT_ENDED = FaultText(
    "RF-30",
    "{name} không còn sau ngày {end}; đơn vị kế tiếp: {successor}.",
    "Ghi đơn vị kế tiếp, hoặc chọn ngày không sau {end}.",
)
LOCALITY_TO_COME = FaultText(
    "RF-31",
    "{name} là đơn vị cấp xã lập từ ngày {start}; danh mục không có cấp xã trước ngày đó.",
    "Ghi đơn vị cấp huyện, hoặc chọn ngày từ {start} trở đi.",
)

PROVINCE_KIND = "tỉnh"
NO_PROVINCE = "bộ máy chung của các tỉnh"
KIND_OR_ROLE = "một loại cơ quan, phần mã trước dấu chấm"
SUCCESSORS_UNKNOWN = "chưa rõ"
BEFORE_UNKNOWN = "chưa rõ"
MOVED = " Việc của cơ quan này thuộc: {parts}."
MOVED_FUNCTION = "{function} → {name}"
MEMBERS_UNKNOWN = "Danh mục không liệt kê được từng đơn vị trong “{name}”."
NEAREST = " Có phải là: {names}?"
EOF_CAUSE = "tệp trống"
NOT_TEXT = "không phải văn bản UTF-8"
BAD_SYNTAX = "sai cú pháp YAML"
CAUSES = {
    "missing": "thiếu mục này",
    "extra_forbidden": "không có mục nào tên như vậy",
    "string_type": "phải là chữ; mã số đặt trong ngoặc kép",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "float_type": "phải là số",
    "float_parsing": "phải là số",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "tuple_type": "phải là danh sách",
    "dict_type": "phải gồm các cặp khóa: giá trị",
    "model_type": "phải gồm các cặp khóa: giá trị",
    "literal_error": "không thuộc các giá trị cho phép: {expected}",
    "value_error": "{error}",
    "date_from_datetime_parsing": "phải là ngày dạng 2023-06-30",
}
OTHER_CAUSE = "giá trị không đúng kiểu"
