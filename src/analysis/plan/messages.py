"""The words of the plan room: faults, and the fixed words that a plan prints."""

from analysis.errors import FaultText

BRACE_OPEN = FaultText(
    "PL-01",
    "Dấu ngoặc nhọn không khép trong đoạn “{text}…”.",
    "Khép dấu ngoặc nhọn, hoặc bỏ nó nếu không phải là mã cần thay.",
)
PLACEHOLDER_UNKNOWN = FaultText(
    "PL-02",
    "Mã “{{{name}}}” trong mẫu kế hoạch không có nghĩa.{nearest}",
    "Dùng mã chức năng trong data/raw/reference/functions.csv hoặc các mã nêu ở đầu tệp mẫu.",
)

BLOCK_UNKNOWN = FaultText(
    "PL-03",
    "Mẫu kế hoạch gọi khối “{name}” không có.{nearest}",
    "Dùng một khối có sẵn (xem templates/README.md).",
)
COLUMN_UNKNOWN = FaultText(
    "PL-04",
    "Bảng “{table}” của mẫu kế hoạch hỏi cột “{name}” mà kế hoạch không có.{nearest}",
    "Sửa mục shows của cột theo danh sách trong templates/README.md.",
)
NAME_REPEATED = FaultText(
    "PL-05",
    "Tên đoạn “{name}” có hai lần trong mẫu kế hoạch.",
    "Đặt cho mỗi đoạn một id riêng để kế hoạch thay được đúng đoạn.",
)
TASK_REPEATED = FaultText(
    "PL-06",
    "Mã nhiệm vụ “{id}” có hai lần.",
    "Đặt mã khác cho một trong hai nhiệm vụ.",
)
BODY_UNKNOWN = FaultText(
    "PL-07",
    "“{where}” giao việc cho “{code}” không có trong bảng chức năng.{nearest}",
    "Dùng mã trong data/raw/reference/functions.csv, hoặc khai tên bộ phận ở mục bodies của "
    "plan.yml.",
)
REFERENCE_UNKNOWN = FaultText(
    "PL-08",
    "“{where}” gắn với tiêu chí “{reference}” không có trong bộ tiêu chí nào.{nearest}",
    "Dùng dạng CHỈ SỐ/khóa như PAPI/d1_knowledge, PAR/f3_on_time, SIPAS/access; để trống (null) "
    "khi không xác định được.",
)
FOOTNOTE_LOST = FaultText(
    "PL-09",
    "Không tìm thấy chỗ đặt chú thích: kế hoạch không in cụm từ “{after}”.",
    "Sửa mục after của chú thích theo đúng chữ được in.",
)
BODY_ABSENT = FaultText(
    "PL-10",
    "“{name}” không có vào ngày {date}.",
    "Sửa câu chữ, dùng cơ quan đang đảm nhiệm: {instead}.",
    severity="warning",
)
DIVISION = "Phòng "
NOBODY_KNOWN = "chưa rõ, cần rà soát"
TEXT_UNKNOWN = FaultText(
    "PL-12",
    "Mục texts của kế hoạch có “{name}”, mẫu không có đoạn nào tên như vậy.{nearest}",
    "Dùng id của một đoạn trong mẫu.",
)
TABLE_OF = FaultText(
    "PL-13",
    "Bảng “{table}” là bảng mục tiêu nhưng lấy số liệu của “{of}”.",
    "Bảng mục tiêu (table: targets) chỉ lập cho PAPI, PAR INDEX, SIPAS.",
)
LEAD_TO_GIVE = FaultText(
    "PL-11",
    "Nhiệm vụ trước đây giao {was} chủ trì; cấp này không còn.",
    "Quyết định nơi chủ trì mới; đề xuất: {proposal}.",
    severity="warning",
)
TASK_PLACE = "nhiệm vụ {id}"
LEAD_NOTE = "{reason}. Đề xuất: {proposal}."
NEAREST = " Gần nhất: {names}."

CONDITION_NEEDS = "mục tiêu loại “{kind}” thiếu {missing}"
DOCUMENT_UNKNOWN = "mục documents chưa có văn bản: {keys}"
ISSUED_NEEDS = "kế hoạch đã ban hành (state: issued) phải có number và date"
EITHER_FILE = "{form} hoặc plan.yml"
NO_SUCH_DAY = "không có ngày {day} tháng {month}"
ROW_EMPTY = "mỗi dòng (rows) phải có tasks hoặc note"
NODE_KIND = "mỗi phần phải là đúng một trong ba: heading, text (hoặc id), block"

UNKNOWN = "chưa có số liệu"
PROPOSED = "{target} (đề xuất)"
KEPT_SCORE = "Giữ vững {score}"
FULL_MARKS = "đạt điểm tối đa"

RESULTS_OF = "Năm {year}, {results}."
RESULTS_ALL = " ({results})"
RESULTS_OF_FORMER = " của các đơn vị trước khi sắp xếp nêu trên"
INDEX_RESULT = "{name} ({index}) {figures}"
SCORE_POINTS = "đạt {score} điểm"
SCORE_PERCENT = "đạt {score}%"
RANKED = "xếp hạng {rank} tỉnh, thành phố"
RANK_CHANGED = "{change} so với năm {year}"
IN_GROUP = "thuộc nhóm {group}"
IN_NAMED_GROUP = "nằm trong {group}"
SUPERLATIVE = "đây là kết quả {superlative}"
FORMER_UNITS = (
    "Kết quả năm {year} của các đơn vị hành chính cấp tỉnh được sắp xếp để thành lập {unit}:"
)
FORMER_UNIT = "{letter}) {unit} (trước khi sắp xếp): {results}."
FORMER_NOT_ADDED = (
    "Kết quả của từng đơn vị trước khi sắp xếp được nêu riêng, không cộng gộp và không so sánh "
    "trực tiếp với kết quả của đơn vị mới."
)
REGIONAL = "xếp thứ {rank} trong vùng {region}"
REGIONAL_AFTER = "{place} (sau {names})"
SCORE_CHANGED = "{direction} {points} điểm so với năm {year}"
GROUP_COUNTS = "Trong {total} chỉ số nội dung, có {groups}."
IN_GROUP_COUNT = "{count} chỉ số nội dung thuộc nhóm {group} ({names})"

INDEX_NAME = "{name} ({index})"
FIELD_LEAD = "- {field}: {leads} chủ trì tham mưu."
UNALLOCATED = (
    "Năm {year}, {unit} đạt {score}/100 điểm, mất {lost} điểm; chưa có đủ số liệu để phân bổ số "
    "điểm mất này cho từng tiêu chí. {lead} đối chiếu bảng điểm chi tiết của Bộ Nội vụ với kết quả "
    "tự chấm, xác định điểm mất đến từng tiêu chí thành phần và thông báo cho cơ quan chủ trì tham "
    "mưu. Trước mắt, thực hiện các nhiệm vụ dưới đây đối với những tiêu chí được nêu là chưa đạt "
    "điểm tối đa hoặc cần rà soát."
)
NO_CRITERIA = (
    "Chưa có số liệu công bố theo tiêu chí của năm {year}; cơ quan chủ trì tham mưu từng lĩnh vực "
    "rà soát kết quả tự chấm, đề xuất nhiệm vụ cụ thể, gửi cơ quan đầu mối tổng hợp."
)
CRITERION = "({number}) Tiêu chí “{name}”"
LONE_CRITERION = "Tiêu chí “{name}”"
LEAD = "- Cơ quan chủ trì tham mưu: {names}."
IMPLEMENTERS = "- Cơ quan thực hiện: {names}."
COORDINATORS = "- Cơ quan phối hợp: {names}."
MEASURES = "- Nhiệm vụ, giải pháp:"
DASH_MARK = "- "
LETTER_MARK = "{letter}) "
PLUS = "+ {sentence}"
LETTERED = "{letter}) {sentence}"
DEADLINE_START, PRODUCT_START = "Thời hạn: ", "Sản phẩm: "
DEADLINE = "Thời hạn: {deadline}."
PRODUCT = "Sản phẩm: {product}."
ABOUT_CONTENT = "Đối với nội dung “{name}”"
ABOUT_DIMENSION = "Nội dung “{name}”"
CONTENT = "Nội dung: {name}"
CONTENT_LEAD = "{lead} chủ trì thực hiện:"
CONTENT_LEAD_WITH = "{lead} chủ trì, phối hợp với {others} thực hiện:"
OTHER_CONTENT = "Các nhiệm vụ khác được giao"
DIVISION_BLANK = "Phòng, đơn vị được phân công"
DIVISION_NOTE = (
    "Ghi tên phòng, đơn vị chủ trì; khai một lần tại bảng phân công nội bộ thì các kế hoạch sau tự "
    "điền."
)
REQUEST = "Đề nghị {name}"
AGENCY_DUTY = (
    "Chủ trì thực hiện hoạt động số {numbers} nêu tại Phụ lục để khắc phục phần điểm bị mất ở nội "
    "dung: {names}."
)
SEE_CRITERION = "Thực hiện theo nhiệm vụ tại {place}."
TABLE_PLACE = "mục {group}.{number}"
TASK_TABLE_SUMMARY = "Bảng phân công nhiệm vụ, các cột: {columns}."
DIMENSION_STATE = (
    "Năm {year}, nội dung này đạt {score}/{most} điểm, mất {lost} điểm, xếp hạng {rank}"
    "{group}{change}."
)
DIMENSION_UNKNOWN = "Nội dung này chưa có kết quả năm {year}."
DIMENSION_GROUP = ", thuộc nhóm {group}"
DIMENSION_CHANGE = ", {direction} {points} điểm so với năm {year}"
SHARE_LEAD = "Chủ trì theo dõi, hướng dẫn, đôn đốc {others} thực hiện nhiệm vụ: {activity}."
SHARE_LEAD_AND_ACT = (
    "Chủ trì theo dõi, hướng dẫn, đôn đốc {others} thực hiện nhiệm vụ: {activity}; thực hiện nhiệm "
    "vụ này tại cơ quan."
)
SHARE_LEAD_ASKED = "Chủ trì, phối hợp với {others} thực hiện nhiệm vụ: {activity}."
SHARE_IMPLEMENT = "Thực hiện phần việc được giao trong nhiệm vụ{led}: {activity}."
LED_BY = " do {lead} chủ trì"
PARENT_NOTE = (
    "Kế hoạch cấp tỉnh yêu cầu ban hành kế hoạch này trước ngày {subplan_date}, gửi báo cáo kết "
    "quả trước ngày {completion_date}."
)
SHARE_HOW = "{duty} (thuộc nhiệm vụ do {lead} chủ trì)."
SHARE_COORDINATE = "Phối hợp{helped} thực hiện nhiệm vụ: {activity}."
WITH = " với {lead}"
SHARES_IMPLEMENT = "Thực hiện phần việc được giao trong các nhiệm vụ{led}: {activities}."
SHARES_COORDINATE = "Phối hợp{led} thực hiện các nhiệm vụ: {activities}."
AS_ASKED = "Theo yêu cầu của {lead}"
FIGURES_FOR = "Báo cáo, số liệu gửi {lead}"
ONLY_ASKED = "cơ quan mà UBND cấp tỉnh đề nghị, không giao việc"
NO_PLAN_OF_ITS_OWN = "tổ chức không lập kế hoạch riêng theo mẫu của sở, ban, ngành"
NAMED_BY_THE_PLAN = "tên do kế hoạch tự đặt; danh sách cơ quan chưa có, cần người soạn giao cụ thể"
ONLY_COORDINATES = "chỉ phối hợp, không chủ trì, không thực hiện nhiệm vụ nào"
LEAD_ABOLISHED = (
    "{was} đã kết thúc hoạt động; phần việc tạm ghi cho {now}, cần người soạn quyết định nơi "
    "chủ trì"
)
UP, DOWN = "tăng", "giảm"

TARGET = "{name} ({index}) năm {year} {clause}"
IN_BRACKETS = "{text} ({gloss})"
CONDITIONS = {
    "top": "nằm trong nhóm {value} tỉnh, thành phố có chỉ số cao nhất",
    "top_range": "nằm trong nhóm từ {low} đến {high} tỉnh, thành phố có chỉ số cao nhất",
    "group": "thuộc nhóm {label} theo phân nhóm của Chỉ số",
    "group_at_least": "thuộc nhóm {label} trở lên theo phân nhóm của Chỉ số",
    "score_at_least": "đạt từ {value} điểm trở lên",
    "percent_above": "đạt trên {value}%",
    "percent_at_least": "đạt từ {value}% trở lên",
    "delta_score": "tăng ít nhất {value} điểm so với năm {base}",
    "delta_rank": "tăng ít nhất {value} bậc so với năm {base}",
    "delta_rank_range": "tăng từ {low} đến {high} bậc so với năm {base}",
    "rank": "xếp hạng {value} trở lên trong cả nước",
    "rank_range": "xếp hạng từ {low} đến {high} trong cả nước",
    "region_rank": "xếp hạng {value} trở lên trong vùng {region}",
    "first_in_region": "đứng đầu vùng {region}",
    "above_mean": "cao hơn mức bình quân chung của cả nước",
    "keep": "giữ vững thứ hạng đã đạt năm {base}",
    "all_tasks": "hoàn thành 100% nhiệm vụ của Kế hoạch",
    "qualitative": "{label}",
}
TARGET_KEEP_GROUP = "giữ vững vị trí trong nhóm {group} (đề xuất)"
TARGET_NEXT_GROUP = "phấn đấu lên nhóm {group} (đề xuất)"
TARGET_IMPROVE = "tăng điểm số và thứ hạng so với năm {base} (đề xuất)"
TARGET_FIRST_RESULT = (
    "đạt điểm số không thấp hơn mức cao nhất năm {base} của các đơn vị trước khi sắp xếp (đề xuất)"
)

NUMBER_LINE = "Số: {number}"
BLANK_NUMBER = "       /{symbol}"
NUMBER_SYMBOL = "KH-{issuer}"
PLACE_DATE = "{place}, {date}"
ISSUER = "ỦY BAN NHÂN DÂN"
COMMITTEE = "Ủy ban nhân dân {place}"
ON_BEHALF = "TM. ỦY BAN NHÂN DÂN"
CHAIR = "CHỦ TỊCH"
FOR_THE_HEAD = "KT. {head}"
DEPUTY = "PHÓ {head}"
ARCHIVE = "- Lưu: {archive}."
AND = "và"
HO_CHI_MINH = "Thành phố Hồ Chí Minh"
UBND, COMMITTEE_NAME = "UBND", "Ủy ban nhân dân"
SUPERIOR = "UBND {unit}"
SO = "Sở "
HEADS = {
    "Sở ": "Giám đốc",
    "Văn phòng ": "Chánh Văn phòng",
    "Thanh tra ": "Chánh Thanh tra",
    "Ban ": "Trưởng Ban",
    "Công an ": "Giám đốc",
    "Chi cục ": "Chi cục trưởng",
    "Cục ": "Cục trưởng",
    "": "Thủ trưởng cơ quan",
}
"""The title of a body's head, by how its name begins."""
CHAIR_OF = "Chủ tịch UBND {kind}"
OFFICE_OF_SO, OFFICE_OF_LOCALITY = "Văn phòng Sở", "Văn phòng HĐND và UBND"
OFFICE = "Bộ phận phụ trách cải cách hành chính"
UNITS_OF_SO = "các phòng, đơn vị thuộc Sở"
UNITS = "các phòng, đơn vị trực thuộc"
UNITS_OF_LOCALITY = "các phòng, ban, đơn vị thuộc {kind}"
BELOW = {
    "huyện": "UBND các xã, thị trấn",
    "thị xã": "UBND các xã, phường",
    "thành phố": "UBND các xã, phường",
    "quận": "UBND các phường",
    "xã": "các thôn",
    "phường": "các tổ dân phố",
    "đặc khu": "các thôn, tổ dân phố",
}
ALL_PLACES = "thôn, tổ dân phố"
OWN_PLACES = {"xã": "thôn", "phường": "tổ dân phố"}
OWN_PARTS = {
    "district": {"ubnd_cap_huyen": "UBND {kind}"},
    "commune": {
        "ubnd_cap_xa": "UBND {kind}",
        "mot_cua_cap_xa": "Trung tâm Phục vụ hành chính công {kind}",
        "cong_an_cap_xa": "Công an {kind}",
    },
}
"""How a locality's own plan names what the provincial plan names for all, by function."""
INFORMATION = "Bộ phận phụ trách văn hóa, thông tin"
THROUGH = " (qua {name})"
GROUP_OF_INDEX = "{index}: {title}"
RECIPIENT = "- {name};"
PARENT = "Kế hoạch số {number} {date} của UBND {unit} về {title}"
LOCALITIES = "{districts}; {communes}"
PARTY_COMMITTEE = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy"}

APPENDIX_LABEL = "Phụ lục {number}"
FIGURES_TITLE = "HÌNH MINH HỌA KẾT QUẢ VÀ NHIỆM VỤ"
FIGURES_MENTION = "(Hình minh họa kết quả và nhiệm vụ tại {label} kèm theo)"
FIGURES_SUMMARY = "Mỗi dòng là một hình, dưới hình là nội dung rút ra từ hình."
FIGURE_NUMBER, FIGURE_AND_FINDING = "STT", "Hình và nội dung rút ra"
APPENDIX_REFERENCE = "(Kèm theo Kế hoạch số {number} {date} của {issuer})"
BY_FIELD = "Theo lĩnh vực"
BY_PART = "Theo phần điểm"
TABLE_SUMMARY = (
    "Bảng mục tiêu theo tiêu chí của {index}: kết quả năm {year}, điểm tối đa, điểm mất, "
    "mục tiêu và cơ quan chủ trì tham mưu."
)
NOTE_SOURCE = "Nguồn số liệu: {citation}."
NOTE_PROPOSED = (
    "Ghi chú: mục tiêu ghi “(đề xuất)” được đề xuất theo quy tắc: {rule}; mỗi dòng được đề xuất "
    "riêng nên không cộng thành mục tiêu chung. Điểm in làm tròn, phép trừ làm trên số "
    "chưa làm tròn."
)
NOTE_UNKNOWN = (
    "“chưa có số liệu”: bên công bố không nêu số này hoặc chưa tìm thấy; lý do ghi ở chú thích "
    "của từng ô."
)
TARGET_RULES = {
    "median_of_group_above": "trung vị của nhóm hoặc phần tư các tỉnh liền trên",
    "full_marks": "đạt điểm tối đa",
}

INDEX_NAMES = {
    "PAPI": "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh",
    "SIPAS": "Chỉ số hài lòng về sự phục vụ hành chính",
    "PAR INDEX": "Chỉ số cải cách hành chính",
}
"""The indices as running text calls them, without a capital in the middle of the name."""

AIM_SCORE = "{score} điểm"
AIM_PERCENT = "{score}%"
AIM_UNITS = {True: "điểm", False: "điểm phần trăm"}
"""The unit of points by whether the index is given in points, not in percent."""
AIM_GOALS = {
    "top": "từ hạng {value} trở lên trong cả nước",
    "group": "đạt ít nhất nhóm “{value}”",
    "score": "đạt {value}",
    "percent": "đạt {value}% điểm tối đa",
    "rank_steps": "tăng {value} bậc trong cả nước",
    "regional_rank": "từ hạng {value} trở lên trong vùng {region}",
    "keep": "giữ vững hạng {rank}",
}
AIM_FIRST = {
    "top": "đứng thứ nhất cả nước",
    "regional_rank": "đứng thứ nhất trong vùng {region}",
}
AIM_PRESENT_RANK = "hiện có"
AIM_ABOUT = "khoảng {share}"
AIM_LEAST_SHARE, AIM_MOST_SHARE = "dưới 1%", "trên 99%"
AIM_CHANGE = "{before}-{now}"
AIM_OTHER_PROVINCES = (
    "tính trên bảng xếp hạng năm {year} của các tỉnh, thành phố trước ngày 01/7/2025 (trước khi "
    "sắp xếp)"
)
AIM_NO_FIELDS = "chưa có đủ điểm của các tỉnh, thành phố qua các năm"
AIM_CHANCE_OTHER_PROVINCES = (
    "kết quả năm {year} là của các tỉnh, thành phố trước ngày 01/7/2025 (trước khi sắp xếp), chưa "
    "có "
    "điểm "
    "của các tỉnh, thành phố hiện nay"
)
AIM_NOT_A_SUM = "chỉ số này không phải là tổng điểm các tiêu chí nên không chia được theo tiêu chí"
AIM_NO_CRITERIA = "chưa tìm thấy điểm công bố theo tiêu chí"
