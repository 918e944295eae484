"""What the runs room says to its users."""

from analysis.errors import FaultText

NO_REPOSITORY = FaultText(
    "RN-01",
    "Thư mục “{folder}” không phải là thư mục của chương trình Kế hoạch.",
    "Mở cửa sổ lệnh trong thư mục của chương trình (nơi có Makefile) rồi chạy lại.",
)
NO_RESULTS_BEFORE = FaultText(
    "RN-02",
    "Chưa có kết quả năm nào trước năm kế hoạch {year}.",
    "Chọn năm kế hoạch từ 2020 trở đi, hoặc bổ sung số liệu vào data/raw/.",
)
NO_RESULTS_OF = FaultText(
    "RN-03",
    "Chưa có kết quả của năm {year}.",
    "Bổ sung số liệu năm {year} vào data/raw/, hoặc bỏ trống năm kết quả để dùng năm mới nhất.",
)
FILE_HELD = FaultText(
    "RN-04",
    "Tệp đang được mở trong chương trình khác.",
    "Đóng tệp (trong Word, Excel…) rồi chạy lại.",
)
PARAMETER_UNKNOWN = FaultText(
    "RN-05",
    "Không có tham số “{name}”.",
    "Chỉ dùng các tham số: {known}.",
)
PARAMETER_INVALID = FaultText(
    "RN-06",
    "Tham số “{name}” có giá trị không hợp lệ: {value}.",
    "unit_code là chuỗi hai chữ số (ví dụ “20”); plan_year, result_year là số "
    "nguyên; plan_date là ngày dạng “2023-06-30”.",
)
NOTEBOOK_FAILED = FaultText(
    "RN-07",
    "Sổ tính “{notebook}” dừng ở ô {cell}: {cause}.",
    "Mở sổ tính trong JupyterLab (make lab), chạy từng ô để xem chỗ dừng; "
    "báo cáo trước đó vẫn còn nguyên.",
)
NOTEBOOK_MISSING = FaultText(
    "RN-08",
    "Không tìm thấy sổ tính “{notebook}”.",
    "Lấy lại thư mục notebooks/ từ bản gốc của chương trình.",
)
FORM_UNKNOWN = FaultText(
    "RN-09",
    "Không có mẫu kế hoạch “{form}”.",
    "Dùng một trong các mẫu: {known}.",
)
PATH_TOO_LONG = FaultText(
    "RN-14",
    "Đường dẫn đến thư mục kết quả quá dài ({length} ký tự, Windows nhận tối đa {limit}).",
    "Chuyển thư mục chương trình về gần gốc ổ đĩa, ví dụ C:\\ke-hoach, rồi chạy lại.",
)
FILE_NAME_WITHOUT_YEAR = FaultText(
    "RN-15",
    "Tên tệp không cho biết năm.",
    "Đặt tên tệp theo dạng {slug}_<năm>.csv, ví dụ {slug}_2022.csv.",
)
KERNEL_FAILED = FaultText(
    "RN-16",
    "Không khởi động được bộ chạy (kernel) cho sổ tính “{notebook}”: {cause}.",
    "Đóng bớt chương trình đang chạy rồi thử lại; nếu vẫn lỗi, xóa thư mục .venv rồi chạy lại "
    "make plan.",
)
TARGET_UNKNOWN = FaultText(
    "RN-17",
    "Mục tiêu đặt cho mã “{code}” không có trong bộ tiêu chí {index} năm {year}.",
    "Sửa mã trong mục criterion_targets của plan.yml.",
)
TARGET_ABOVE_MAXIMUM = FaultText(
    "RN-18",
    "Mục tiêu {value} của dòng “{code}” ({index}) vượt điểm tối đa {maximum}.",
    "Sửa mục tiêu trong mục criterion_targets của plan.yml.",
)

PARAMETER_PLACE = "tham số {name}"

STEP_READ = "Đọc và kiểm tra số liệu"
STEP_COMPUTE = "Tính sổ điểm mất, chọn nhiệm vụ"
STEP_DOCUMENT = "Soạn kế hoạch (Word)"
STEP_NOTEBOOKS = "Chạy các sổ tính"
STEP_PAGE = "Dựng trang báo cáo"
STEP_PUBLISH = "Ghi kết quả"
KEPT = "“{name}” đã được sửa tay nên giữ nguyên; bản mới ghi tại “{beside}”."
PAGE_TITLE = "Báo cáo rà soát kế hoạch năm {year}"
PAGE_SUBTITLE = "{unit}, kết quả năm {result_year}"
PLAN_REPEATED = FaultText(
    "RN-12",
    "Có hai tệp plan.yml cho cùng một đơn vị và năm {year}.",
    "Giữ lại một tệp.",
)
PLAN_UNKNOWN = FaultText(
    "RN-19",
    "Không có kế hoạch “{name}” trong data/raw/plans/.",
    "Dùng tên một thư mục có plan.yml, gần nhất: {nearest}.",
)
BODY_NOT_NAMED = FaultText(
    "RN-20",
    "Chưa nêu kế hoạch là của cơ quan, địa phương nào.",
    "Thêm --agency (mã hoặc tên cơ quan) với mẫu department, --place (tên huyện, xã) với mẫu "
    "local.",
)
BODY_FOR_PROVINCE = FaultText(
    "RN-21",
    "Mẫu “{form}” là của UBND cấp tỉnh, không dùng với --agency, --place.",
    "Bỏ --agency, --place, hoặc chọn --form department, --form local.",
)
AGENCY_MISSING = FaultText(
    "RN-22",
    "Mẫu department cần tên một cơ quan cấp tỉnh.",
    "Thêm --agency, ví dụ --agency SO_NV.1; xem mã bằng lệnh ke-hoach agencies.",
)
PLACE_MISSING = FaultText(
    "RN-23",
    "Mẫu local cần tên một huyện (đến 30/6/2025) hoặc một xã, phường (từ 01/7/2025).",
    'Thêm --place, ví dụ --place "Bình Gia"; xem tên bằng lệnh ke-hoach agencies --province.',
)
NO_TASKS_FOR_BODY = FaultText(
    "RN-24",
    "Kế hoạch cấp tỉnh không giao nhiệm vụ nào cho {name}.",
    "Kiểm tra lại tên cơ quan, hoặc khai nhiệm vụ riêng ở tasks.yml của một kế hoạch.",
)
NO_REPORT = FaultText(
    "RN-25",
    "Thư mục không có manifest.json đọc được, nên không biết là kế hoạch nào.",
    "Chỉ đúng thư mục báo cáo của kế hoạch cấp tỉnh, ví dụ reports/lang-son/2023; nếu chưa có thì "
    "chạy ke-hoach run trước.",
)
NOT_A_PROVINCE = FaultText(
    "RN-26",
    "Báo cáo này không phải của kế hoạch cấp tỉnh nên không phân giao tiếp được.",
    "Chỉ thư mục báo cáo của kế hoạch cấp tỉnh.",
)
CHECK_TITLE = "Kiểm tra thể thức văn bản theo Nghị định số 30/2020/NĐ-CP"
CASCADING = "[{place}/{count}] {name}"
CASCADE_COLUMNS = (
    "Mã nhiệm vụ",
    "Nhóm nội dung",
    "Nhiệm vụ",
    "Mã cơ quan",
    "Cơ quan",
    "Vai trò",
    "Ghi chú",
)
PARTS = {
    "act": "thực hiện chính",
    "lead": "chủ trì",
    "implement": "thực hiện",
    "coordinate": "phối hợp",
}
NOBODY_PLANS = "chỉ giao cho tổ chức không lập kế hoạch riêng; cần gửi công văn đề nghị, giao việc"
PROPOSAL = "Đề xuất: {names}"
NO_LAST_YEAR = FaultText(
    "RN-28",
    "Không đọc được facts.json của kế hoạch năm trước.",
    "Chỉ thư mục báo cáo do chương trình lập năm trước (có facts.json và ke-hoach.docx), ví dụ "
    "reports/lang-son/2023; báo cáo do bản cũ lập thì chạy lại ke-hoach run cho năm đó.",
)
STATE_UNKNOWN = FaultText(
    "RN-29",
    "Nhiệm vụ “{id}” ghi trạng thái “{state}” không có nghĩa, hoặc không có trong kế hoạch đó.",
    "Ghi một trong: {known}; để trống nếu còn thực hiện.",
)
PREVIOUS_OF_PROVINCE = FaultText(
    "RN-30",
    "--previous chỉ dùng khi lập kế hoạch mới của UBND cấp tỉnh.",
    "Bỏ --previous; kế hoạch của sở, huyện, xã lấy theo kế hoạch cấp tỉnh.",
)
UNIT_SET_PAST = FaultText(
    "RN-31",
    "unit_set “{unit_set}” không dùng vào ngày {date}: danh mục 63 tỉnh đến 30/6/2025, 34 tỉnh từ "
    "01/7/2025.",
    "Sửa unit_set, unit_code theo ngày của kế hoạch (một số mã đã đổi chủ), hoặc sửa ngày.",
)
NOT_FOR_THIS_BODY = FaultText(
    "RN-32",
    "Mẫu department dành cho sở, ban, văn phòng, thanh tra; không dùng cho {name}.",
    "Chọn một cơ quan thuộc UBND cấp tỉnh; với huyện, xã dùng --form local --place.",
)
LAST_YEAR_OTHER = FaultText(
    "RN-33",
    "Báo cáo ở --previous không phải kế hoạch cấp tỉnh của đơn vị này ở một năm trước năm {year}.",
    "Chỉ thư mục báo cáo của chính tỉnh đó (hoặc tỉnh trước khi sắp xếp), năm trước.",
)
DONE_STATE, LEFT_STATE, GOING_STATE = "hoàn thành", "bỏ", "tiếp tục"
STATES = (DONE_STATE, LEFT_STATE, GOING_STATE)
PROGRESS_COLUMNS = (
    "Mã nhiệm vụ",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Thời hạn",
    "Sản phẩm",
    "Trạng thái",
    "Ghi chú",
)
COMPARED = (
    "So với kế hoạch năm {year}: {kept} nhiệm vụ tiếp tục ({reworded} giữ lời đã sửa), {new} mới, "
    "{done} đã hoàn thành, {dropped} không còn."
)
UNIT_CODE_UNKNOWN = FaultText(
    "RN-13",
    "Không có đơn vị mã “{code}” vào ngày {date}.",
    "Dùng mã hai chữ số trong data/raw/reference/provinces.csv.",
)

IMPORTED_FROM = "tệp {file}, {place}"
SELF_COLUMNS = ("Mã", "Tiêu chí", "Điểm tự chấm", "Điểm thẩm định", "Thẩm định trừ tự chấm")
FAULT_REPORT = "Danh sách lỗi: {file}"
MARKED_COPY = "Bản sao có đánh dấu ô lỗi: {file}"
NO_MARKED_COPY = "Không lập được bản sao đánh dấu của “{file}”; xem danh sách lỗi."
FORMER_KEPT = (
    "“{file}” đã có số liệu khác; bản trước giữ tại: {kept} (đổi lại tên tệp là trở về bản trước)"
)

AIM_TITLE = "Mục tiêu {index} năm {year} của {unit}"
AIM_STANDING = "Kết quả năm {year}: {figures}."
AIM_SCORE_UNKNOWN = "chưa có số liệu về điểm ({reason})"
AIM_RANK = "xếp hạng {rank} tỉnh, thành phố"
AIM_RANK_UNKNOWN = "chưa có số liệu về thứ hạng"

AIM_POINTS_HEADING = (
    "1. Số điểm cần tăng, tính trên kết quả năm {year}, giả định các tỉnh khác giữ nguyên điểm:"
)
AIM_POINTS = "{points}."
AIM_POINTS_AT_LEAST = "ít nhất {points}; có mục tiêu chưa tính được."
AIM_POINTS_UNKNOWN = "chưa tính được."
AIM_HOLDS = "không cần tăng thêm, kết quả năm {year} đã đạt mục tiêu."
AIM_GOAL_NEEDS = "- {goal}: phải đạt {mark}, cần tăng {points}."
AIM_GOAL_LACKS = "- {goal}: cần tăng {points}."
AIM_GOAL_HOLDS_AT = "- {goal}: đã đạt (mức tối thiểu: {mark})."
AIM_GOAL_HOLDS = "- {goal}: đã đạt."
AIM_GOAL_UNKNOWN = "- {goal}: chưa tính được vì {reason}."
AIM_NOTE = "{line} Ghi chú: {note}."
AIM_CAVEAT = "- Lưu ý: thứ hạng, nhóm {caveat}."

AIM_CHANCE_HEADING = "2. Khả năng đạt mục tiêu khi điểm của các tỉnh khác cũng biến động"
AIM_CHANCE = "- {what}: {share} (khoảng tin cậy 90%: từ {low} đến {high})."
AIM_CHANCE_ALONE = "- {what}: {share}."
AIM_CHANCE_GAINING = "Nếu tăng đúng {points}"
AIM_CHANCE_WITHOUT = "Nếu không tăng điểm"
AIM_CHANCE_HOLDING = "Nếu điểm của đơn vị không đổi, khả năng vẫn giữ được mục tiêu"
AIM_MOVING_POINTS = (
    "- Số điểm cần tăng khi đó: trung vị {points} {unit}; "
    "90% số trường hợp từ {low} đến {high} {unit}."
)
AIM_BASIS = "- Căn cứ: mức thay đổi điểm của cả nước qua {count} cặp năm ({years})."
AIM_NO_CHANCE = "- Chưa ước lượng được: {reason}."
AIM_NO_CHANCE_WITHOUT_POINTS = "- Chưa ước lượng được vì chưa tính được số điểm cần tăng."
AIM_EVERY_SCORE = "- Mức điểm nào cũng đạt mục tiêu này."
AIM_FIXED_MARK = (
    "- Mục tiêu là mức điểm cố định, không phụ thuộc các tỉnh khác: có đủ mức điểm đó là đạt."
)

AIM_WAY_HEADING = (
    "3. Tiêu chí cần tăng điểm (chọn ít tiêu chí nhất, ưu tiên tiêu chí thuộc thẩm quyền)"
)
AIM_CRITERION = "{place}) {code} {name}: tăng {points}, từ {start} lên {end} ({control})."
AIM_CONTROL = {
    "own": "thuộc thẩm quyền",
    "survey": "phụ thuộc khảo sát",
    "outside": "ngoài thẩm quyền",
}
AIM_UNREACHABLE = (
    "- Còn thiếu {points}. Mỗi tiêu chí chỉ tính đến mức cao nhất cả nước (chưa rõ thì đến điểm "
    "tối đa); không tính tiêu chí ngoài thẩm quyền hoặc chưa có điểm."
)
AIM_NO_WAY = "- Chưa nêu được: {reason}."
