"""What the command line says: help, usage errors, closing sentences."""

from analysis.errors import FaultText

PROGRAM = "ke-hoach"
DESCRIPTION = (
    "Lập kế hoạch cải thiện (Word) và trang báo cáo rà soát từ kết quả công bố của PAPI, SIPAS, "
    "PAR INDEX."
)
EPILOG = "Hướng dẫn: docs/huong-dan.md. Mã thoát: 0 thành công, 1 dữ liệu có lỗi, 2 sai lệnh."
USAGE = "Cách dùng: "
OPTIONS = "Tùy chọn"
COMMANDS = "Lệnh"
HELP = "in hướng dẫn này rồi thoát"
VERSION = "in phiên bản rồi thoát"

RUN = "lập kế hoạch, chạy sổ tính, dựng trang báo cáo của một tỉnh, một năm"
BUILD = "lập lại báo cáo trong một thư mục theo nội dung đã sửa ở nhiem-vu.xlsx"
BUILD_FOLDER = "thư mục báo cáo, ví dụ reports/lang-son/2023"
NO_FOLDER = "Chưa nêu thư mục báo cáo."
FACTS = "in facts.json của một tỉnh, một năm ra màn hình; không ghi tệp nào"
IMPORT = "nhập tệp kết quả công bố: kiểm tra, báo lỗi, ghi vào data/raw khi không còn lỗi"
TARGET = "cho biết số điểm cần tăng để đạt mục tiêu, khả năng đạt và tiêu chí cần tăng điểm"
CASCADE = "từ kế hoạch cấp tỉnh lập kế hoạch của từng sở, ban, ngành và huyện, xã được giao việc"
CASCADE_FROM = "thư mục báo cáo của kế hoạch cấp tỉnh, ví dụ reports/lang-son/2023"
CASCADE_ONLY = "chỉ lập một cấp: {known}"
CASCADE_JSON = "in cascade.json ra màn hình"
CASCADED = "Đã lập {count} kế hoạch trong {folder}."
ONLY_UNKNOWN = "--only không có “{name}”; dùng: {known}."
CHECK = "kiểm tra thể thức tệp Word theo Nghị định số 30/2020/NĐ-CP"
CHECK_STAGE = "{known}: dự thảo (mặc định, số, ngày, người ký để trống được) hoặc đã ban hành"
CHECK_PROFILE = "tệp YAML nêu các quy tắc mà cơ quan chấp nhận làm khác, kèm lý do"
CHECK_JSON = "in kết quả dạng JSON ra màn hình"
CHECK_HTML = "ghi thêm trang HTML kết quả kiểm tra"
STAGE_UNKNOWN = "--stage không có “{name}”; dùng: {known}."
AGENCY = "mã hoặc tên cơ quan cấp tỉnh, với --form department"
PLACE = "tên huyện (đến 30/6/2025) hoặc xã, phường, với --form local"
PLAN = "in kế hoạch của một thư mục trong data/raw/plans/; thay cho --province, --year"
PREVIOUS = "thư mục báo cáo của kế hoạch năm trước: giữ lời đã sửa, bỏ nhiệm vụ đã hoàn thành"
PLAN_ALONE = "--plan đã nêu đủ đơn vị và năm; bỏ {names}."
AGENCIES = "liệt kê cơ quan, đơn vị hành chính có vào một ngày, trong cả nước hoặc ở một tỉnh"
AGENCIES_DATE = "ngày cần biết, dạng 2025-07-01 (mặc định: hôm nay)"
AGENCIES_PROVINCE = "tên tỉnh, thành phố hoặc mã hai chữ số (mặc định: bộ máy chung của các tỉnh)"
AGENCIES_JSON = "in danh sách dạng JSON ra màn hình"
AGENCIES_OF = "{count} cơ quan của {province} ngày {date}"
AGENCIES_OF_ALL = "{count} cơ quan của bộ máy chung ngày {date}"
LOCALITIES_OF = "{count} đơn vị hành chính dưới cấp tỉnh"
AGENCY_TITLES = ("Mã", "Tên", "Loại", "Từ ngày", "Đến ngày", "Cách nêu", "Kế tiếp")
LOCALITY_TITLES = ("Mã", "Tên", "Loại")
ORDERED, PROPOSED = "giao", "đề nghị"
MAKE_FORM = "tạo mẫu .xlsx để điền số liệu của một chỉ số"
FORM_YEAR = "năm của kết quả (mặc định: năm mới nhất đã biết bộ tiêu chí)"
FORM_SURVEY = "với sipas: mẫu phiếu khảo sát của tỉnh thay cho mẫu kết quả công bố"
FORM_OUT = "thư mục nhận mẫu (mặc định: reports/mau-nhap)"
FORM_MADE = "Đã tạo mẫu:"
INDEX = "chỉ số của tệp: {known}"
FILES = "tệp .xlsx hoặc .csv, một hay nhiều"
CHECK_FILES = "tệp .docx, một hay nhiều"
RESULT_YEAR = "năm của kết quả (khi tên tệp, tên trang tính không ghi)"
OUT = "thư mục nhận số liệu đã kiểm tra (mặc định: data/raw của chỉ số)"
JSON = "in số liệu và lỗi dạng JSON ra màn hình; không ghi gì"
ACCEPT = "mã các cảnh báo được chấp nhận, ví dụ SC-35"
TARGET_INDEX = "chỉ số đặt mục tiêu: {known}"
TARGET_JSON = "in kết quả dạng JSON ra màn hình"
GOAL_TOP = "từ hạng N trở lên trong cả nước"
GOAL_GROUP = "đạt ít nhất nhóm này, ví dụ “Cao nhất” (PAPI), A (PAR INDEX)"
GOAL_SCORE = "đạt mức điểm này, ví dụ 44,5"
GOAL_PERCENT = "đạt tỷ lệ %% này của điểm tối đa, ví dụ 55,5"
GOAL_RANK_STEPS = "tăng K bậc trong cả nước"
GOAL_REGIONAL_RANK = "từ hạng N trở lên trong vùng"
GOAL_KEEP = "giữ vững thứ hạng hiện có"
PROVINCE = "tên tỉnh, thành phố (có dấu hay không dấu) hoặc mã hai chữ số"
YEAR = "năm kế hoạch, từ 2020; kết quả lấy của năm trước hoặc năm mới nhất đang có"
FORM = "mẫu kế hoạch (mặc định: province-narrative)"
DATE = "ngày của kế hoạch, dạng 2023-06-30 (mặc định: 30/6 của năm kế hoạch)"

NO_COMMAND = "Chưa nêu lệnh. Các lệnh: {commands}."
COMMAND_UNKNOWN = "Không có lệnh “{name}”. Các lệnh: {commands}."
OPTION_UNKNOWN = "Không có tùy chọn: {names}."
OPTION_MISSING = "Thiếu tùy chọn bắt buộc: {names}."
OPTION_WITHOUT_VALUE = "Tùy chọn {name} cần một giá trị."
YEAR_NOT_NUMBER = "Năm “{value}” không phải là số."
INDEX_MISSING = "Chưa nêu chỉ số; chọn một trong các chỉ số: {known}."
INDEX_UNKNOWN = "Không có chỉ số “{name}”; chọn một trong các chỉ số: {known}."
NO_GOAL = "Chưa nêu mục tiêu; chọn một hoặc nhiều tùy chọn: {names}."
VALUE_NOT_NUMBER = "Giá trị “{value}” của {name} không phải là số."
NO_FILES = "Chưa nêu tệp nào."
SEE_HELP = "Xem hướng dẫn: {command} --help"

DONE = "Xong. Kết quả ở thư mục: {folder}"
NOT_WRITTEN = "Chưa ghi gì; báo cáo trước đó (nếu có) vẫn còn nguyên."
STOPPED = "Đã dừng theo yêu cầu; chưa ghi gì."
WARNINGS = "Có {count} cảnh báo, ghi trong manifest.json và trang báo cáo:"
FAULTS = "Có {count} lỗi cần sửa:"
IMPORT_FAULTS = "Có {errors} lỗi, {warnings} cảnh báo:"
MAY_ACCEPT = "Nếu đã kiểm tra và số liệu trong các cảnh báo là đúng, chạy lại với: --accept {codes}"
NOTHING_TAKEN_IN = "Chưa ghi gì vào số liệu."
TAKEN_IN = "Đã nhập {count} giá trị từ {layout}:"

YEAR_OUT_OF_RANGE = FaultText(
    "CL-01",
    "Năm kế hoạch {year} nằm ngoài khoảng {first}-{last}.",
    "Chọn năm kế hoạch trong khoảng đó.",
)
DATE_INVALID = FaultText(
    "CL-02",
    "Ngày “{value}” không hợp lệ.",
    "Ghi ngày theo dạng NĂM-THÁNG-NGÀY, ví dụ 2023-06-30.",
)
