"""What the deficits room says to its users."""

from analysis.errors import FaultText

PARTS_EXCEED_TOTAL = FaultText(
    "DF-01",
    "{index} năm {year}: tổng các dòng con của “{parent}” là {children}, "
    "lệch {difference} so với {printed} mà nguồn in.",
    "Kiểm tra lại các số trong nguồn; phần lệch được nêu ra, không được chia vào các dòng con.",
    severity="warning",
)

NOT_SCORED = "không được chấm điểm năm {year}"
NOT_SCORED_BECAUSE = "không có điểm: {reason}"
NEW_UNIT = "đơn vị hình thành từ ngày 01/7/2025, chưa có kết quả của riêng mình"
FORMED_SINCE = (
    "không so sánh được: đơn vị hình thành từ ngày 01/7/2025 trên cơ sở sắp xếp nhiều tỉnh"
)
NO_FIGURE = "chưa tìm thấy số liệu công bố"
NO_MAXIMUM = "chưa rõ điểm tối đa của tiêu chí trong bộ tiêu chí năm {year}"
BELOW_FULL_MARKS = "được nêu là chưa đạt điểm tối đa, không có số điểm ({source})"
NOT_COMPARABLE = "không so sánh được: {note}"
NEW_CRITERION = "không so sánh được: năm {year} chưa đo nội dung này"
NO_PREVIOUS = "chưa có số liệu năm {year}"
NO_GROUP = "bên công bố không phân nhóm ở dòng này"
GROUP_UNCERTAIN = "{basis}"
GROUP_UNKNOWN_YEAR = "chưa rõ quy tắc phân nhóm năm {year}"
FEW_SCORES = "chưa có đủ điểm của các tỉnh để tính"
RANK_METHOD_DIFFERS = "phương pháp đo hai năm khác nhau"
RANK_DENOMINATOR_DIFFERS = "số tỉnh được xếp hạng hai năm khác nhau ({before}, {now})"

UNALLOCATED = "Phần điểm mất chưa phân bổ theo tiêu chí"
ROUNDING = "Chênh lệch làm tròn"
COMPUTED_FROM = "tính từ các dòng con"

AGREES = "khớp"
AGREES_TRUNCATED = "khớp (bên công bố cắt bớt chữ số)"
AGREES_LAST_DIGIT = "khớp (lệch không quá một đơn vị ở chữ số cuối)"
UNSCORED_ABOVE = "khớp (nguồn đếm cả {count} tỉnh không có điểm ở trên)"
DIFFERS = "lệch"
NOTHING_TO_COMPARE = "không có số để đối chiếu"

TARGET_ABOVE = "trung vị của nhóm liền trên"
TARGET_QUARTER = "trung vị của phần tư các tỉnh liền trên"
TARGET_BEST = "trung vị của nhóm cao nhất"
TARGET_KEEP = "giữ mức đã đạt (đang ở trên trung vị của nhóm cao nhất)"
TARGET_FULL = "đạt điểm tối đa của tiêu chí chưa đạt điểm tối đa"
TARGET_GIVEN = "mục tiêu do đơn vị đặt"
TARGET_SURVEY = "tiêu chí chấm qua điều tra xã hội học, chưa có điểm để đề xuất mục tiêu"
NO_TARGET = "chưa đủ số liệu để đề xuất mục tiêu"

GOAL_NOT_A_RANK = FaultText(
    "DF-02",
    "Mục tiêu {goal} của {index} ghi “{value}”, không phải số nguyên từ 1 trở lên.",
    "Ghi một số nguyên từ 1 trở lên.",
)
GOAL_OFF_SCALE = FaultText(
    "DF-03",
    "Mục tiêu {goal} của {index} ghi “{value}”, nằm ngoài thang đo (lớn hơn 0, không quá {most}).",
    "Ghi một số lớn hơn 0 và không quá {most}.",
)
GOAL_GROUP_UNKNOWN = FaultText(
    "DF-04",
    "{index} không có nhóm “{value}”.",
    "Ghi một trong các nhóm: {labels}.",
)
GOAL_NAMES = {
    "top": "về thứ hạng trong cả nước",
    "group": "về nhóm xếp hạng",
    "score": "về điểm số",
    "percent": "về tỷ lệ so với điểm tối đa",
    "rank_steps": "về số bậc tăng hạng",
    "regional_rank": "về thứ hạng trong vùng",
    "keep": "về giữ vững thứ hạng",
}
FEW_SCORES_IN_REGION = "chưa có đủ điểm của các tỉnh trong vùng để tính"
RIVAL_CUTS = (
    "chưa rõ quy tắc phân nhóm năm {year}; tính theo quy tắc chặt nhất: từ hạng {rank} trở lên"
)
STEPS_BEYOND_FIRST = "phía trên chỉ còn {above} bậc; mục tiêu được tính là đứng thứ nhất"
ALREADY_FIRST = "đang đứng thứ nhất; mục tiêu được tính là giữ vị trí thứ nhất"
EVERY_SCORE = "mức điểm nào cũng đạt mục tiêu này"
FEW_CHANGES = (
    "mới có {held} cặp năm liền nhau so sánh được{years}, cần ít nhất {least} cặp để ước lượng khả "
    "năng đạt mục tiêu"
)
CHANGE_YEARS = "{before}-{now}"
