"""The words of the plan room: faults, and the fixed words that a plan prints."""

from analysis.errors import FaultText

BRACE_OPEN = FaultText(
    "PL-01",
    "Dấu ngoặc nhọn không khép trong đoạn “{text}…”.",
    "Khép dấu ngoặc nhọn, hoặc bỏ nó nếu không phải là mã cần thay.",
)
PLACEHOLDER_UNKNOWN = FaultText(
    "PL-02",
    "Mã “{{{name}}}” trong mẫu kế hoạch không có nghĩa.",
    "Dùng mã chức năng trong data/raw/reference/functions.csv hoặc các mã nêu ở đầu tệp mẫu.",
)

UNKNOWN = "chưa có số liệu"
PROPOSED = "{target} (đề xuất)"
FULL_MARKS = "đạt điểm tối đa"

RESULTS_OF = "Năm {year}, "
INDEX_RESULT = "{name} ({index}) {figures}"
SCORE_POINTS = "đạt {score} điểm"
SCORE_PERCENT = "đạt {score}%"
RANKED = "xếp hạng {rank} tỉnh, thành phố"
RANK_CHANGED = "{change} so với năm {year}"
IN_GROUP = "thuộc nhóm {group}"
IN_NAMED_GROUP = "nằm trong {group}"
SUPERLATIVE = "đây là kết quả {superlative}"
FORMER_UNITS = "Kết quả năm {year} của các đơn vị trước khi sắp xếp:"
FORMER_UNIT = "{letter}) {unit}: {results}."

SECTION_PURPOSE = "I. MỤC ĐÍCH, YÊU CẦU"
SECTION_TARGETS = "II. MỤC TIÊU"
SECTION_TASKS = "III. NHIỆM VỤ, GIẢI PHÁP"
SECTION_ORGANISATION = "IV. TỔ CHỨC THỰC HIỆN"
SECTION_COMPLETION = "4. Thời gian hoàn thành"

INDEX_HEADING = "{number}. {name} ({index})"
FIELD_LEAD = "- {field}: {leads} chủ trì tham mưu."
NO_CRITERIA = (
    "Chưa có số liệu công bố theo tiêu chí của năm {year}; cơ quan chủ trì tham mưu từng lĩnh vực "
    "nêu tại mục 1.1 rà soát kết quả tự chấm, đề xuất nhiệm vụ cụ thể, gửi "
    "cơ quan đầu mối tổng hợp."
)
CRITERION = "({number}) Tiêu chí “{name}”"
LEAD = "- Cơ quan chủ trì tham mưu: {names}."
IMPLEMENTERS = "- Cơ quan thực hiện: {names}."
COORDINATORS = "- Cơ quan phối hợp: {names}."
MEASURES = "- Nhiệm vụ, giải pháp:"
PLUS = "+ {sentence}"
LETTERED = "{letter}) {sentence}"
WITH_TERM = "{sentence} Thời hạn: {deadline}. Sản phẩm: {product}."
SIPAS_CONTENT = "2.{number}. Đối với nội dung “{name}”"
PAPI_DIMENSION = "3.{number}. Nội dung “{name}”"
DIMENSION_STATE = (
    "Năm {year}, nội dung này đạt {score}/{most} điểm, mất {lost} điểm, xếp hạng {rank}"
    "{group}{change}."
)
DIMENSION_UNKNOWN = "Năm {year}, nội dung này chưa có số liệu."
DIMENSION_GROUP = ", thuộc nhóm {group}"
DIMENSION_CHANGE = ", {direction} {points} điểm so với năm {year}"
UP, DOWN = "tăng", "giảm"
SEE_APPENDIX = "(Chi tiết mục tiêu phấn đấu theo {label} kèm theo)"

TARGET_TOP = "{name} ({index}) năm {year} nằm trong nhóm {top} tỉnh, thành phố có chỉ số cao nhất"
TARGET_GROUP = "{name} ({index}) năm {year} thuộc nhóm {group}"
TARGET_TOP_IN_GROUP = (
    "{name} ({index}) năm {year} thuộc nhóm {group} theo phân nhóm của Chỉ số, "
    "nằm trong {top} tỉnh, thành phố có chỉ số cao nhất"
)
TARGET_KEEP_GROUP = "{name} ({index}) năm {year} giữ vững vị trí trong nhóm {group} (đề xuất)"
TARGET_NEXT_GROUP = "{name} ({index}) năm {year} phấn đấu lên nhóm {group} (đề xuất)"
TARGET_IMPROVE = "{name} ({index}) năm {year} tăng điểm số và thứ hạng so với năm {base} (đề xuất)"

NUMBER_LINE = "Số:        /KH-UBND"
PLACE_DATE = "{place}, {date}"
ISSUER = "ỦY BAN NHÂN DÂN"
SIGNATORY = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
RECIPIENT = "- {name};"
LAST_RECIPIENT = "- {name}."
LOCALITIES = "{districts}; {communes}"
PARTY_COMMITTEE = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy"}

APPENDIX_LABEL = "Phụ lục {number}"
APPENDIX_TITLE = "MỤC TIÊU PHẤN ĐẤU NĂM {year} THEO TIÊU CHÍ CỦA {index}"
APPENDIX_REFERENCE = "(Kèm theo Kế hoạch số        /KH-UBND {date} của Ủy ban nhân dân {unit})"
COLUMN_NUMBER = "STT"
COLUMN_CRITERION = "Tiêu chí"
COLUMN_RESULT = "Kết quả năm {year} ({unit})"
COLUMN_MAXIMUM = "Điểm tối đa"
COLUMN_LOST = "Điểm mất"
COLUMN_TARGET = "Mục tiêu năm {year}"
COLUMN_LEAD = "Cơ quan chủ trì tham mưu"
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
