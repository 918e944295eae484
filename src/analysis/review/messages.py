"""The words of the review room."""

from analysis.errors import FaultText

PAGE_LOADS_OUTSIDE = FaultText(
    "RV-01",
    "Trang báo cáo nạp nội dung từ bên ngoài: {address}.",
    "Bỏ phần nạp từ bên ngoài trong templates/bao-cao; trang phải đọc được khi không có mạng.",
)
FILLER_ALT_TEXT = FaultText(
    "RV-02",
    "Trang báo cáo có hình không có lời mô tả.",
    "Hình phải được tạo bằng analysis.review.figure, nơi lời mô tả là bắt buộc.",
)
TEMPLATE_BROKEN = FaultText(
    "RV-03",
    "Mẫu trang báo cáo không dùng được: {cause}.",
    "Lấy lại thư mục templates/bao-cao từ kho mã.",
)

UNKNOWN = "chưa có số liệu"
NOT_COMPARABLE = "không so sánh được"
NO_ROWS = "Không có dòng nào."
PROPOSED = "đề xuất"
OWN_TARGET = "do đơn vị đặt"
FULL_MARKS = "đạt điểm tối đa"
FLAGGED = "chưa đạt điểm tối đa"
TABLE_REGION = "Bảng: {caption} (cuộn ngang được)"
CONTROL = {
    "own": "thuộc thẩm quyền",
    "survey": "phụ thuộc khảo sát",
    "outside": "ngoài thẩm quyền",
}

FACTS = "Kết quả năm {year} của {unit}"
FACTS_HEAD = (
    "Chỉ số",
    "Điểm đạt",
    "Điểm tối đa",
    "Điểm mất",
    "Hạng cả nước",
    "Thay đổi điểm",
    "Thay đổi hạng",
    "Nhóm",
    "Hạng trong vùng",
    "Trung bình cả nước",
    "Số đã công bố",
)
DERIVED_RANK = "suy ra từ số công bố khác"
FORMER = "Kết quả {index} năm {year} của từng đơn vị trước khi sắp xếp"
FORMER_HEAD = "Nội dung"
FORMER_SCORE = "Điểm đạt"
FORMER_CHANGE = "Thay đổi điểm"
FORMER_RANK = "Hạng cả nước"
FORMER_RANK_CHANGE = "Thay đổi hạng"
FORMER_REGION = "Hạng trong vùng"
FORMER_GROUP = "Nhóm"
FORMER_LOST = "Điểm mất"
FORMER_LOST_BY = "Điểm mất, trong đó:"
FORMER_LINE = "{code}. {name}{breakdown}"
FORMER_STATED = "Số đã công bố"
FORMER_APART = (
    "{unit} được hình thành trên cơ sở {names}. Số liệu của từng đơn vị được đặt cạnh nhau, không "
    "cộng, không lấy bình quân, vì đó không phải là kết quả của đơn vị nào."
)
FORMER_UNKNOWN = "{index} năm {year}: chưa có số liệu của {names} ({reason})."

LEDGER = "Sổ điểm mất {index} năm {year}"
LEDGER_COLUMNS = {
    "name": "Tiêu chí",
    "code": "Mã",
    "most": "Tối đa",
    "score": "Đạt",
    "lost": "Mất",
    "share": "Phần trong tổng mất",
    "rank": "Hạng",
    "group": "Nhóm",
    "region": "Hạng vùng",
    "change": "So với năm trước",
    "gains": "Số bậc tăng nếu bằng: nhóm trên / trung vị / cao nhất",
    "control": "Thẩm quyền",
    "source": "Nguồn, lý do",
}
LEDGER_PUBLISHED = (
    "Chưa có đủ điểm của các tỉnh nên không tính được hạng trong vùng và số bậc tăng. "
    "So với năm trước: {note}."
)
COMPARABLE = "so sánh được"
LEDGER_SUM = "Kiểm: tổng các dòng con ({parts}) bằng điểm mất chung {total} {unit}{breakdown}."
LEDGER_NOT_SUMMED = "Các tỷ lệ hài lòng không cộng được với nhau; mỗi dòng là khoảng cách đến 100%."
LEDGER_NOT_SCORED = "Chưa có điểm chung nên chưa có tổng điểm mất: {reason}."
BREAKDOWN = {"field": " (theo lĩnh vực)", "part": " (theo phần điểm)", None: ""}

TARGETS = "Mục tiêu năm {year} theo tiêu chí của {index}"
TARGETS_HEAD = ("Tiêu chí", "Mã", "Đạt năm {year}", "Mục tiêu", "Cần thêm", "Cách đặt mục tiêu")

AIMS = "Mục tiêu {index} năm {year}: số điểm cần tăng và khả năng đạt"
AIMS_HEAD = (
    "Mục tiêu",
    "Mức phải đạt",
    "Cần tăng",
    "Khả năng đạt nếu tăng đủ",
    "Khả năng đạt nếu không tăng",
)
AIMS_UNKNOWN = "Mục tiêu {index}: chưa tính được vì {reason}."
AIM_UNKNOWN = "chưa tính được"
AIM_HOLDS = "đã đạt"
AIM_EVERY_SCORE = "mức nào cũng đạt"
AIM_FIXED = "mức điểm cố định: có đủ điểm là đạt"
# Blanks that do not break: in a narrow column each word would stand on a line of its own.
AIM_INTERVAL = "từ\u00a0{low}\u00a0đến\u00a0{high}"
AIM_POINTS_BASIS = (
    "Cột “Cần tăng” tính trên kết quả năm {year}, các tỉnh khác giữ nguyên điểm{caveat}."
)
AIM_CAVEAT = "; thứ hạng, nhóm {caveat}"
AIM_CHANCE_BASIS = (
    "Khả năng đạt: ước lượng khi điểm các tỉnh khác biến động như trong {count} cặp năm đã có "
    "({years}); số nhỏ bên dưới là khoảng tin cậy 90%."
)
AIM_NO_CHANCE = "Chưa ước lượng được khả năng đạt: {reason}."
WAY = "Tiêu chí cần tăng điểm cho mục tiêu {goal} (cần tăng {points})"
WAY_HEAD = ("Tiêu chí", "Mã", "Từ", "Đến", "Tăng", "Thẩm quyền")
WAY_RULE = (
    "Chọn ít tiêu chí nhất, ưu tiên tiêu chí thuộc thẩm quyền; mỗi tiêu chí chỉ tính đến mức cao "
    "nhất "
    "cả nước (chưa rõ thì đến điểm tối đa)."
)
NO_WAY = "Chưa nêu được tiêu chí cần tăng điểm: {reason}."
WAY_TOO_SHORT = "dù mọi tiêu chí đạt mức cao nhất cả nước vẫn chưa đủ để đạt mục tiêu gần nhất"

TASKS = "Nhiệm vụ nâng cao {index}"
TASKS_HEAD = (
    "Tiêu chí",
    "Số",
    "Nhiệm vụ",
    "Chủ trì",
    "Thực hiện, phối hợp",
    "Thời hạn",
    "Sản phẩm",
)
LEGAL_BASIS = "Căn cứ: {documents}."
LEARNED_FROM = "Học từ: {plans}."
PLANS = {
    "ubnd-tinh-lang-son-2023": "kế hoạch năm 2023 của UBND tỉnh Lạng Sơn",
    "so-ldtbxh-lang-son-2022": "kế hoạch năm 2022 của Sở LĐTBXH tỉnh Lạng Sơn",
    "ubnd-tinh-ha-tinh-2021": "kế hoạch năm 2021 của UBND tỉnh Hà Tĩnh",
    "ubnd-huyen-binh-gia-2024": "kế hoạch năm 2024 của UBND huyện Bình Gia",
    "ubnd-tinh-soc-trang-2023": "kế hoạch năm 2023 của UBND tỉnh Sóc Trăng",
    "soan-moi": "soạn mới",
}
COVERAGE = "Thiếu hụt và số nhiệm vụ"
COVERAGE_HEAD = ("Chỉ số", "Tiêu chí", "Điểm mất", "Vì sao là thiếu hụt", "Số nhiệm vụ")
ALL_COVERED = "Mọi thiếu hụt đều có nhiệm vụ."
UNCOVERED = "Thiếu hụt chưa có nhiệm vụ:"
NO_ORPHANS = "Không có nhiệm vụ nào đứng ngoài các thiếu hụt."
ORPHANS = "Nhiệm vụ không gắn với thiếu hụt nào:"

RECONCILIATION = "Đối chiếu với số liệu trong kế hoạch đã ban hành"
RECONCILIATION_HEAD = ("Chỉ số", "Dòng", "Nội dung", "Đã in", "Tính được", "Kết luận", "Ghi chú")
FACT_NAMES = {
    "score": "điểm",
    "score_change": "thay đổi điểm",
    "rank": "hạng",
    "rank_change": "thay đổi hạng",
    "group": "nhóm",
    "regional_rank": "hạng trong vùng",
    "regional_rank_change": "thay đổi hạng trong vùng",
    "superlative": "nhận định",
}
NO_RECONCILIATION = (
    "Chưa có kế hoạch đã ban hành nào của đơn vị trong số liệu đang có để đối chiếu."
)

SOURCES = "Nguồn của từng chỉ số"
SOURCES_HEAD = ("Chỉ số", "Bộ tiêu chí", "Trích dẫn", "Tệp, dòng, địa chỉ")
METHOD = (
    "Điểm mất bằng điểm tối đa trừ điểm đạt; các dòng con cộng đúng bằng dòng cấp trên.",
    "Hạng bằng một cộng số đơn vị có điểm cao hơn (không làm tròn trước khi xếp hạng); đơn vị "
    "không có điểm ở một dòng thì không được xếp và không được đếm ở dòng đó.",
    "Nhóm theo mốc của từng năm; năm chưa rõ mốc thì chỉ ghi khi các mốc đã dùng cho cùng kết quả.",
    "Thay đổi điểm chỉ tính khi hai năm so sánh được; thay đổi hạng luôn được nêu, có ghi chú khi "
    "phương pháp hoặc số tỉnh được xếp khác nhau.",
    "Số bậc tăng giả định các tỉnh khác giữ nguyên điểm.",
)
NO_WARNINGS = "Không có cảnh báo nào."
WARNINGS = "Cảnh báo khi đọc và tính số liệu"
WARNINGS_HEAD = ("Mã", "Vị trí", "Nội dung", "Cách xử lý")

SUMMARY_RESULT = "{index} năm {year}: {score}, mất {lost}{rank}{change}{group}."
SUMMARY_RANK = "; hạng {rank}"
SUMMARY_DERIVED = " (suy ra)"
SUMMARY_CHANGE = ", {change} so với năm {year}"
SUMMARY_GROUP = "; nhóm {group}"
SUMMARY_MOST = (
    "Mất nhiều điểm PAPI nhất: {names}; ba nội dung thành phần này chiếm {share} tổng điểm mất."
)
SUMMARY_TASKS = (
    "Có {deficits} thiếu hụt, {tasks} nhiệm vụ do {leads} cơ quan chủ trì; {uncovered} thiếu hụt "
    "chưa có nhiệm vụ."
)
SUMMARY_DIFFERENT = "{count} số đã in khác với số tính được; xem mục đối chiếu."
POINTS = "{value} điểm"
PERCENT = "{value}%"

LOST_AXIS = "Điểm mất"
STANDING_TITLE = "{above} trong {total} chỉ số nội dung cao hơn trung vị cả nước"
STANDING_AXIS = "Điểm so với điểm tối đa (%)"
STANDING_ALT = (
    "Điểm từng chỉ số nội dung năm {year} so với trung vị vùng, trung vị và mức cao nhất cả nước, "
    "mất nhiều điểm nhất trước: {list}."
)
STANDING_ITEM = "{name} {own}, mất {lost} (vùng {region}, cả nước {nation}, cao nhất {best})"
STANDING_LEGEND = (
    "Các tỉnh",
    "Trung vị vùng",
    "Trung vị cả nước",
    "{unit}",
    "Cao nhất cả nước",
)
HEAT_TITLE = (
    "“{name}” có tỷ lệ điểm thấp nhất trong {count}/{total} năm có đủ điểm của {criteria} tiêu chí"
)
HEAT_TITLE_GAPS = "{index}: chưa năm nào có đủ điểm của mọi tiêu chí"
HEAT_ALT = (
    "Bảng màu tỷ lệ điểm {index} của {unit} so với điểm tối đa, theo tiêu chí, từ năm {first} đến "
    "năm {last}: {list}.{breaks}"
)
HEAT_ALT_BREAKS = " Chuỗi số liệu bị ngắt: {list}."
HEAT_BLANK = "Không có điểm, hoặc năm đó chưa đo tiêu chí này"
HEAT_BREAK = "Chuỗi số liệu bị ngắt: điểm ở hai bên vạch không so sánh trực tiếp được"
HEAT_BREAK_ALL = "năm {year}, mọi tiêu chí: {note}"
HEAT_BREAK_SOME = "năm {year}, tiêu chí {codes}: {note}"
NO_CELL = "không có điểm"
SERIES_NO_SCORE = "chưa năm nào có cả điểm và điểm tối đa của từng tiêu chí"
SERIES_ONE_YEAR = "mới có điểm của từng tiêu chí trong một năm ({year})"
RANKS_TITLE = "Hạng mới nhất: {list}"
RANKS_NEWEST = "{index} {rank} năm {year}"
RANKS_NEWEST_BEST = "{index} {rank} năm {year} (tốt nhất {best}, năm {best_year})"
RANKS_AXIS = "Hạng cả nước (1 là cao nhất)"
RANKS_LEGEND = "Hạng trong năm; năm để trống là năm chưa có thứ hạng"
RANKS_BREAK = "Phương pháp hoặc bộ tiêu chí thay đổi: hạng ở hai bên vạch chỉ so để tham khảo"
RANKS_ALT = (
    "Biểu đồ đường thứ hạng của {unit} từ năm {first} đến năm {last}, hạng 1 ở trên cùng: {list}."
)
RANKS_ALT_BREAKS = "; phương pháp hoặc bộ tiêu chí thay đổi: {list}"
NO_RANK = "chưa có hạng"
NO_RANKS = "chưa có thứ hạng của năm nào"
RANKS_ONE_YEAR = "mới có thứ hạng của một năm ({year})"
CHANGES_TITLE = "{down} chỉ số nội dung giảm, {up} tăng so với năm {year}"
CHANGES_AXIS = "Thay đổi điểm"
CHANGES_ALT = "Thay đổi điểm PAPI so với năm {year}: {list}."
GAP_TITLE = "{index}: còn cách mức tối đa {lost}{mean}"
GAP_MEAN = ", thấp hơn trung bình cả nước {gap}"
GAP_MEAN_ABOVE = ", cao hơn trung bình cả nước {gap}"
GAP_UNALLOCATED = "Chưa phân bổ theo tiêu chí"
GAP_OWN, GAP_NATION, GAP_MOST = "Đơn vị", "Trung bình cả nước", "Tối đa"
GAP_ALT = "Biểu đồ thanh {index} năm {year}: {list}."
CHANCE_TITLE = "Mục tiêu {goal}: {now}{even}"
CHANCE_NOW = "tăng {points} thì khả năng đạt {share}"
CHANCE_HELD = "không tăng điểm thì khả năng giữ được {share}"
CHANCE_EVEN = "; muốn khả năng 50% phải tăng khoảng {points}"
CHANCE_AXIS = "Số điểm tăng thêm so với kết quả năm {year}"
CHANCE_SIDE = "Khả năng đạt"
CHANCE_BAND = "Khoảng tin cậy 90%"
CHANCE_NEED = "Số điểm cần tăng nếu các tỉnh khác giữ nguyên: {points}"
CHANCE_NO_NEED = "Kết quả năm {year} đã đạt mục tiêu"
CHANCE_ALT = (
    "Biểu đồ đường cho mục tiêu {goal} của {unit}: khả năng đạt theo số điểm {index} tăng thêm so "
    "với kết quả năm {year}: {list}. {need}. Ước lượng từ mức thay đổi điểm của cả nước qua "
    "{count} "
    "cặp năm ({years})."
)
CHANCE_AT = "tăng {points}: {share}"
CHANCE_AT_ZERO = "không tăng: {share}"
CHANCE_BETWEEN = "{share} (từ {low} đến {high})"
CHANCE_FIXED = "mục tiêu là mức điểm cố định, không phụ thuộc các tỉnh khác: có đủ điểm là đạt"
CHANCE_CERTAIN = "mức điểm nào cũng đạt mục tiêu này"
NO_CHART = "Không vẽ được hình {name}: {reason}"
CHART_STANDING = "vị trí so với vùng và cả nước"
CHART_CHANGES = "thay đổi so với năm trước"
CHART_GAP = "khoảng cách đến mức tối đa"
CHART_HEAT = "tỷ lệ điểm qua các năm"
CHART_RANKS = "thứ hạng qua các năm"
CHART_CHANCE = "khả năng đạt mục tiêu"
NO_SCORE = "đơn vị không có điểm năm {year}"
NO_PREVIOUS = "không có kết quả năm trước để so"

NOTHING_FOUND = "Không tìm thấy lỗi thể thức nào."
FINDING_COLUMNS = ("Quy tắc", "Mức", "Nội dung", "Vị trí", "Đang có", "Cần có")
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
