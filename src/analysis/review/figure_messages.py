"""The words of the figures that answer one question each."""

AND_OTHERS = "{list}; và {count} mục khác trong bảng cùng phần"
NO_CHART = "Không vẽ được hình {name}: {reason}"
NO_SCORE = "đơn vị không có điểm năm {year}"
ONLY_TOTAL = "mới biết điểm chung của {index} năm {year}, chưa biết điểm của từng tiêu chí"

CHART_LOST = "điểm mất theo nội dung của {index}"
LOST_TITLE = (
    "{count} trong {total} {kind} chiếm {share} điểm mất của {index} năm {year}; "
    "nhiều nhất là “{name}” ({lost})"
)
LOST_KINDS = {1: "tiêu chí", 2: "nội dung thành phần"}
LOST_AXIS = "Điểm mất"
LOST_CUMULATIVE = "Phần cộng dồn trong tổng điểm mất"
LOST_UNALLOCATED = "Chưa phân bổ theo tiêu chí"
LOST_NO_GROUP = "Chưa phân nhóm"
LOST_GROUPS = "Màu: nhóm của chỉ số nội dung"
LOST_ALT = (
    "Biểu đồ Pa-rê-tô điểm mất {index} năm {year}, từ nhiều đến ít, kèm phần cộng dồn trong tổng "
    "điểm mất {all}: {list}."
)
LOST_ITEM = "{name} {lost} (cộng dồn {share})"

CHART_WATERFALL = "từ kết quả năm trước đến năm nay của {index}"
WATERFALL_TITLE = "{index} {change} so với năm {year}{down}{up}"
WATERFALL_ROSE, WATERFALL_FELL, WATERFALL_SAME = "tăng {points}", "giảm {points}", "không đổi"
WATERFALL_DOWN = "; giảm nhiều nhất là “{name}” ({points})"
WATERFALL_UP = "; tăng nhiều nhất là “{name}” ({points})"
WATERFALL_TOTAL = "{index} năm {year}"
WATERFALL_REST = "Phần còn lại, chưa rõ theo tiêu chí"
WATERFALL_AXIS = "{unit} (trục không bắt đầu từ 0)"
WATERFALL_UNITS = {"%": "Phần trăm"}
WATERFALL_POINTS = "Điểm"
WATERFALL_LEGEND = ("Tăng", "Giảm", "Không so sánh được: chỉ là hiệu số để nối hai tổng")
WATERFALL_MARK = "{change}, không so sánh được"
WATERFALL_REASON = "{name}: {note}"
WATERFALL_ALT = "Biểu đồ thác nước {index}: năm {before} {start}; {list}; năm {year} {end}.{notes}"
WATERFALL_ALT_NOTES = " {list}."
WATERFALL_NOT_COMPARED = "{change} (hiệu số, không so sánh được)"
WATERFALL_NO_PREVIOUS = "không có điểm năm trước để so"
WATERFALL_NO_LINES = "chưa có điểm từng tiêu chí ở cả hai năm"

CHART_STRIPS = "nhóm qua các năm của {index}"
STRIPS_TITLE = "{count} trong {known} chỉ số nội dung ở hai nhóm trên năm {year}{before}"
STRIPS_BEFORE = " (năm {year}: {count} trong {known})"
STRIPS_TOTAL = "{index}: nhóm {group} năm {year}{before}"
STRIPS_TOTAL_BEFORE = " (năm {year}: nhóm {group})"
STRIPS_NO_GROUPS = "không công bố nhóm cho chỉ số này"
STRIPS_NONE = "chưa năm nào phân nhóm được"
STRIPS_UNKNOWN = "Không có điểm hoặc chưa rõ nhóm"
STRIPS_NO_GROUP = "chưa rõ nhóm"
STRIPS_ALT = "Nhóm {index} của {unit} theo chỉ số nội dung và năm: {list}."
STRIPS_LETTER = "Nhóm {group}"
STRIPS_WHOLE = "Chỉ số chung"

CHART_PROVINCES = "nhóm của mọi tỉnh theo {index}"
PROVINCES_TITLE = "{unit} {rank} về {index} năm {year}{best}{worst}"
PROVINCES_RANK = "xếp thứ {rank}"
PROVINCES_NO_RANK = "không được xếp hạng"
PROVINCES_BEST = "; cao nhất ở “{name}” ({rank})"
PROVINCES_WORST = ", thấp nhất ở “{name}” ({rank})"
PROVINCES_FEW = "mới có điểm {index} năm {year} của {count}/{units} tỉnh"
PROVINCES_TOTAL = "Chung"
PROVINCES_UNKNOWN = "Không có điểm hoặc chưa rõ nhóm"
PROVINCES_UNIT = "{unit} (trong khung)"
PROVINCES_ORDER = "Xếp theo điểm chung; số trước tên là hạng. {codes}."
PROVINCES_ALT = (
    "Bảng màu nhóm {index} năm {year} của {count} tỉnh, xếp theo điểm chung từ cao xuống thấp. "
    "{unit}: {list}. Đứng đầu: {first}.{unscored}"
)
PROVINCES_UNSCORED = " Không có điểm chung: {names}."
PROVINCES_ITEM = "{name} {rank}, {group}"
PROVINCES_GROUP = "nhóm {group}"

CHART_COVERAGE = "thiếu hụt và nhiệm vụ của {index}"
COVERAGE_ALL = "Cả {total} thiếu hụt {index} đều có nhiệm vụ; {leading} trong {tasks} nhiệm vụ"
COVERAGE_SOME = "{count} trong {total} thiếu hụt {index} chưa có nhiệm vụ: {names}"
COVERAGE_NO_DEFICITS = "không có thiếu hụt nào"
COVERAGE_NO_TASKS = "chưa có nhiệm vụ nào được chọn cho {count} thiếu hụt"
COVERAGE_NO_LEAD = "Chưa ghi chủ trì"
COVERAGE_NO_TASK = "chưa có nhiệm vụ"
COVERAGE_LEGEND = (
    "Số trong ô là số thứ tự nhiệm vụ trong bảng nhiệm vụ {index}",
    "Thiếu hụt chưa có nhiệm vụ",
)
COVERAGE_ALT = (
    "Ma trận {total} thiếu hụt {index} và cơ quan chủ trì nhiệm vụ, {tasks} nhiệm vụ. "
    "{uncovered}Số nhiệm vụ theo thiếu hụt: {list}."
)
COVERAGE_ALT_UNCOVERED = "Chưa có nhiệm vụ: {names}. "

CHART_WORKLOAD = "số nhiệm vụ theo cơ quan chủ trì và thời hạn"
NO_TASKS = "chưa có nhiệm vụ nào được chọn"
NO_LEADS = "chưa nhiệm vụ nào ghi cơ quan chủ trì"
LEADS_MOST = "{name} chủ trì nhiều nhất: {count}"
LEAD_MOST_ALIKE = "{names} cùng chủ trì nhiều nhất: mỗi cơ quan {count}"
LEAD_MOST_MANY = "{agencies} cơ quan cùng chủ trì nhiều nhất: mỗi cơ quan {count}"
WORKLOAD_TITLE = "{leading} trong {total} nhiệm vụ{due}"
WORKLOAD_DUE = "; {count} nhiệm vụ phải xong trong {period}"
WORKLOAD_AXIS = "Số nhiệm vụ chủ trì"
WORKLOAD_ALT = (
    "Số nhiệm vụ theo cơ quan chủ trì và thời hạn, nhiều nhất trước; nhiệm vụ có nhiều cơ quan chủ "
    "trì được tính cho từng cơ quan: {list}."
)
WORKLOAD_ITEM = "{name} {count} ({parts})"
QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
IN_THE_YEAR = "Trong năm"
RECURRING = "Thường xuyên, định kỳ"
BY_EVENT = "Theo sự kiện, lộ trình"
AFTER_THE_YEAR = "Năm khác"
NO_DEADLINE = "Không ghi thời hạn"
