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
