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
    "Không có số liệu của {value}.",
    "Thêm dòng hoặc cột của đơn vị còn thiếu, để trống các ô điểm nếu không được chấm.",
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
    "Thêm hoặc bớt ô để khớp với dòng tiêu đề; số thập phân dùng dấu chấm, chữ có dấu phẩy thì "
    "đặt ô trong ngoặc kép.",
)

NO_SUCH_FILE = FaultText(
    "SC-20",
    "Không tìm thấy tệp.",
    "Kiểm tra lại tên và thư mục của tệp.",
)
KIND_UNKNOWN = FaultText(
    "SC-21",
    "Không đọc được loại tệp “{kind}”.",
    "Lưu lại tệp ở dạng .xlsx hoặc .csv.",
)
WORKBOOK_BROKEN = FaultText(
    "SC-22",
    "Tệp bị hỏng hoặc không đúng loại như đuôi tên tệp.",
    "Mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi nhập lại; nếu không mở được, tải lại tệp.",
)
TOO_LARGE = FaultText(
    "SC-23",
    "Tệp quá lớn so với một bảng kết quả ({found}).",
    "Chỉ giữ lại các trang tính, dòng và cột có số liệu, lưu thành tệp mới rồi nhập lại.",
)
FILE_EMPTY = FaultText(
    "SC-24",
    "Tệp không có ô nào chứa số liệu.",
    "Điền số liệu vào tệp, hoặc chọn đúng tệp cần nhập.",
)
ENCODING_UNKNOWN = FaultText(
    "SC-25",
    "Không đọc được bảng mã ký tự của tệp.",
    "Mở tệp bằng Excel, lưu ở dạng “CSV UTF-8” rồi nhập lại.",
)
WORKBOOK_LOCKED = FaultText(
    "SC-26",
    "Tệp đang đặt mật khẩu hoặc là tệp Excel đời cũ (.xls).",
    "Mở tệp bằng Excel, bỏ mật khẩu, lưu thành tệp .xlsx rồi nhập lại.",
)
FORMULA_WITHOUT_VALUE = FaultText(
    "SC-27",
    "Ô có công thức nhưng tệp không lưu kết quả của công thức.",
    "Mở tệp bằng Excel rồi lưu lại, hoặc dán giá trị vào ô.",
)

YEAR_UNKNOWN = FaultText(
    "SC-30",
    "Tên tệp và tên trang tính không cho biết kết quả của năm nào.",
    "Thêm --year <năm kết quả>, hoặc ghi năm vào tên tệp.",
)
YEAR_DIFFERS = FaultText(
    "SC-31",
    "Tệp là kết quả năm {found}, không phải năm {asked}.",
    "Bỏ --year hoặc chọn đúng tệp của năm cần nhập.",
)
LAYOUT_UNKNOWN = FaultText(
    "SC-32",
    "Không nhận ra bố cục của tệp {index}.",
    "Dùng nguyên tệp của nguồn công bố, hoặc điền vào mẫu do lệnh “ke-hoach form {slug}” tạo ra.",
)
LAYOUT_OTHER = FaultText(
    "SC-33",
    "Tệp này có bố cục của {layout}, không phải {index}.",
    "Dùng lệnh: ke-hoach import {slug} <đường dẫn tới {file}>",
)
UNIT_NOT_FOUND = FaultText(
    "SC-34",
    "Không nhận ra đơn vị “{value}”.{nearest}",
    "Sửa tên tỉnh, thành phố hoặc ghi mã hai chữ số.",
)
NAME_NOT_UNDERSTOOD = FaultText(
    "SC-35",
    "Không nhận ra tên “{value}”; căn cứ mã tỉnh, số liệu này được hiểu là của {unit}.",
    "Sửa tên cho đúng, hoặc chấp nhận cách hiểu này bằng --accept SC-35.",
    severity="warning",
)
UNIT_TWICE = FaultText(
    "SC-36",
    "{value} đã có ở {first}.",
    "Giữ lại một cột hoặc một dòng cho mỗi đơn vị.",
)
COLUMN_WITHOUT_UNIT = FaultText(
    "SC-37",
    "Cột có số liệu nhưng không có tên và mã tỉnh.",
    "Ghi tên tỉnh vào dòng tiêu đề, hoặc xóa cột.",
)
TITLE_UNKNOWN = FaultText(
    "SC-38",
    "Tiêu chí “{code}: {name}” không có trong bộ tiêu chí năm {year}.",
    "Sửa mã cho đúng bộ tiêu chí của năm; nếu nguồn công bố đổi bộ tiêu chí, bổ sung tệp trong "
    "data/raw/reference/editions/ (xem docs/huong-dan.md, mục 2).",
)
TITLE_CONFLICT = FaultText(
    "SC-39",
    "Tệp ghi mã {code} với tên “{name}”; trong bộ tiêu chí năm {year}, {code} không phải là mã của "
    "“{meant}”.",
    "Kiểm tra lại năm của tệp, mã và tên tiêu chí.",
)
CRITERION_TWICE = FaultText(
    "SC-40",
    "Tiêu chí {value} có hai lần.",
    "Giữ lại một dòng hoặc một cột cho mỗi tiêu chí.",
)
CRITERION_ABSENT = FaultText(
    "SC-41",
    "Thiếu tiêu chí {criterion}.",
    "Bổ sung dòng hoặc cột còn thiếu từ tệp gốc.",
)
SHEETS_DISAGREE = FaultText(
    "SC-42",
    "Giá trị {value} khác với giá trị của cùng tiêu chí ở {first}.",
    "Đối chiếu với nguồn công bố, sửa ô ghi sai.",
)
SCORE_OUT_OF_RANGE = FaultText(
    "SC-43",
    "Giá trị {value} nằm ngoài khoảng từ {least} đến {most}.",
    "Kiểm tra lại số trong nguồn công bố; để trống ô nếu không được chấm điểm.",
)
SUM_DIFFERS = FaultText(
    "SC-44",
    "{unit}: {line} ghi {printed}, tổng các dòng con là {total}.",
    "Kiểm tra lại dòng này và các dòng con trong tệp gốc.",
)
OUTSIDE_INTERVAL = FaultText(
    "SC-45",
    "Khoảng tin cậy không chứa điểm số: điểm {score}, giới hạn {value}.",
    "Kiểm tra lại giới hạn và điểm trong tệp gốc.",
)
MEAN_IMPLAUSIBLE = FaultText(
    "SC-46",
    "Điểm trung bình cả nước là {mean}/{most}, khác xa kết quả đã công bố các năm.",
    "Chỉ nhập tệp tải từ trang papi.org.vn; bộ số liệu này có thể không phải của nguồn công bố.",
)
WIDTH_UNEXPECTED = FaultText(
    "SC-47",
    "Trang tính có {found} cột, bố cục năm {year} có {expected} cột.",
    "Tải lại tệp gốc rồi nhập, không thêm hoặc bớt cột.",
)

CODE_TWICE = FaultText(
    "SC-50",
    "Mã “{code}” đã có ở dòng {row}.",
    "Sửa mã để mỗi tiêu chí có một mã riêng.",
)
CODE_ABSENT = FaultText(
    "SC-51",
    "Tiêu chí “{name}” có điểm nhưng không có mã.",
    "Ghi mã tiêu chí vào cột mã; nếu là dòng tổng, tên dòng phải bắt đầu bằng “Cộng” hoặc “Tổng”.",
)
CODE_IS_A_DATE = FaultText(
    "SC-52",
    "Mã của tiêu chí “{name}” bị Excel đổi thành ngày tháng.",
    "Định dạng cột mã là Text rồi gõ lại mã (ví dụ 1.2).",
)
POINTS_ABOVE_MAXIMUM = FaultText(
    "SC-53",
    "Điểm {value} nằm ngoài khoảng từ 0 đến điểm tối đa {most}.",
    "Kiểm tra lại điểm và điểm tối đa của tiêu chí.",
)
PARENT_ABSENT = FaultText(
    "SC-54",
    "Tiêu chí {code} không có dòng cấp trên {parent}.",
    "Thêm dòng của tiêu chí cấp trên, hoặc sửa mã.",
)
SHEET_SUM_DIFFERS = FaultText(
    "SC-55",
    "“{name}”, {column}: ghi {printed}, tổng các dòng con là {total}.",
    "Kiểm tra lại dòng này và các dòng con.",
)
MAXIMA_NOT_FULL = FaultText(
    "SC-56",
    "Tổng điểm tối đa của các lĩnh vực là {total}, không phải 100.",
    "Bổ sung tiêu chí còn thiếu; nếu chỉ áp dụng một phần bộ tiêu chí, thêm dòng “Tổng cộng” ghi "
    "tổng điểm tối đa áp dụng.",
)
NO_CRITERIA = FaultText(
    "SC-57",
    "Dưới dòng tiêu đề không có tiêu chí nào.",
    "Chép các tiêu chí vào dưới dòng tiêu đề.",
)
OWNER_UNKNOWN = FaultText(
    "SC-58",
    "Không rõ bảng chấm điểm là của tỉnh nào.",
    "Ghi tên tỉnh ở dòng trên bảng hoặc trong tên tệp.",
)

OTHER_METHOD = FaultText(
    "SC-60",
    "“{name}” không được đo theo phương pháp của năm {year} (chỉ có ở năm {years}).",
    "Kiểm tra lại năm của bảng; bỏ cột hoặc dòng không thuộc phương pháp của năm.",
)
TOTAL_OUTSIDE_PARTS = FaultText(
    "SC-61",
    "{unit}: chỉ số chung {total} nằm ngoài khoảng của các nội dung, yếu tố (từ {least} đến "
    "{most}).",
    "Kiểm tra lại các tỷ lệ trong nguồn; nếu nguồn in đúng như vậy, chấp nhận bằng --accept SC-61.",
    severity="warning",
)

LAYOUT_SURVEY = "số liệu khảo sát mức độ hài lòng (mỗi dòng một phiếu)"
LAYOUT_PUBLISHED = "bảng kết quả SIPAS"
SIPAS_METHOD = "Năm {year} đo theo phương pháp: {method}."
COLUMNS_NOT_READ = "Cột {columns}: không nhận ra tiêu đề, không đọc."
SHARES_NOTE = "Các tỷ lệ ghi dạng số từ 0 đến 1 được hiểu là phần trăm."
OLD_YEAR_REPEATED = FaultText(
    "SC-48",
    "Số liệu năm {year} lấy từ trang tính lặp lại trong tệp của năm {newer}.",
    "Dùng tệp của chính năm {year}: tệp năm sau có thể bỏ trống một số tỉnh.",
    severity="warning",
)
PARTLY_SCORED = FaultText(
    "SC-49",
    "{unit}: {line} thiếu điểm ở một số dòng ({missing}) trong khi các dòng khác có điểm.",
    "Đối chiếu với nguồn công bố, điền điểm còn thiếu; nếu đúng là không có điểm thì chấp nhận "
    "bằng --accept SC-49.",
    severity="warning",
)
UNSCORED_UNEXPECTED = FaultText(
    "SC-62",
    "{unit} không có điểm nào, trong khi năm {year} có điểm công bố.",
    "Điền điểm của đơn vị theo nguồn công bố.",
    severity="warning",
)
CODE_UNKNOWN = FaultText(
    "SC-63",
    "Mã “{code}” cạnh tên {unit} không phải là mã tỉnh nào.",
    "Sửa mã cho đúng, hoặc xóa mã.",
    severity="warning",
)
POINTS_WITHOUT_MAXIMUM = FaultText(
    "SC-64",
    "“{name}” có điểm nhưng không ghi điểm tối đa.",
    "Ghi điểm tối đa của tiêu chí.",
)

LAYOUT_SHEET = "bảng chấm điểm PAR INDEX"
SHEET_TITLES = {
    "code": "Mã",
    "name": "Lĩnh vực, tiêu chí, tiêu chí thành phần",
    "assessed": "Cách đánh giá",
    "max": "Điểm tối đa",
    "self": "Điểm tự chấm",
    "appraised": "Điểm thẩm định",
    "survey": "Điểm điều tra xã hội học",
    "score": "Điểm đạt",
    "last": "Điểm năm trước",
    "reason": "Lý do chưa đạt điểm tối đa",
    "evidence": "Tài liệu kiểm chứng",
    "lead": "Cơ quan chủ trì",
}
ASSESSED = {"appraisal": "Thẩm định", "survey": "Điều tra xã hội học", "": ""}
SHEET_COLUMNS = {
    "max": "điểm tối đa",
    "self": "điểm tự chấm",
    "appraised": "điểm thẩm định",
    "survey": "điểm điều tra xã hội học",
    "score": "điểm đạt",
    "last": "điểm năm trước",
}
EDITION_OF_SHEET = "theo bảng chấm điểm năm {year}"
SHEET_OWNER = "Bảng chấm điểm của {name}, năm {year} (theo tiêu đề hoặc tên tệp)."
APPLICABLE_TOTAL = "Tổng điểm tối đa áp dụng là {most}; đạt {score}, bằng {percent}%."
SELF_AGAINST_APPRAISED = (
    "{count} tiêu chí có điểm thẩm định khác điểm tự chấm, chênh {points} điểm; phần chênh này "
    "không phải điểm mất."
)
LAYOUT_SERIES = "tệp PAPI nhiều năm 2011-2016"
LAYOUT_YEARLY = "tệp PAPI một năm giai đoạn 2011-2017"
LAYOUT_TRANSPOSED = "tệp PAPI từ năm 2018 (mỗi cột một tỉnh)"
LAYOUT_OWN = "tệp PAPI theo mẫu của chương trình (mỗi dòng một tỉnh)"
CODE_AND_NAME = "{code} ({name})"
TOTAL_LINE = "điểm tổng hợp"
DIMENSION_LINE = "chỉ số nội dung {code}"
ZEROS_NOTE = "Năm {year}: {count} ô ghi 0 được hiểu là không được chấm điểm."
UNCOMPUTED_NOTE = (
    "Năm {year}: {count} ô tổng là công thức chưa có kết quả, được tính lại từ các dòng con."
)
TAB_YEAR_NOTE = "Tên trang tính ghi năm {tab}; lấy theo tên tệp: năm {year}."
OTHER_YEARS_NOTE = "Chỉ đọc trang tính năm {year}; các năm {years} lấy từ tệp của chính năm đó."

READING = "Đọc tệp {file} ({number}/{of})"
REMEDY = "Cách sửa"
MARKED_BY = "Kế hoạch"
FAULT_SHEET = "LỖI"
FAULT_COLUMNS = ("Mã", "Mức", "Trang tính", "Dòng", "Cột", "Nội dung", "Cách sửa")
FAULTS_LEFT_OUT = "Còn {count} chỗ sai nữa, không liệt kê từng chỗ."
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo"}
