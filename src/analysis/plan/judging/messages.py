"""The words of the checks and of the register of assumptions."""

TITLES = {
    "uncovered": "Thiếu hụt và nhiệm vụ cho từng thiếu hụt",
    "orphan": "Nhiệm vụ và thiếu hụt của từng nhiệm vụ",
    "no_lead": "Cơ quan chủ trì",
    "two_leads": "Nhiều cơ quan cùng chủ trì",
    "no_deadline": "Thời hạn",
    "too_early": "Thời hạn so với ngày của kế hoạch",
    "too_late": "Thời hạn so với năm kế hoạch",
    "no_product": "Sản phẩm",
    "undelivered": "Nơi nhận sản phẩm",
    "overloaded": "Khối lượng việc của cơ quan chủ trì",
    "reached": "Mục tiêu so với kết quả đã đạt",
    "out_of_reach": "Khả năng đạt mục tiêu",
    "differing": "Số liệu so với số đã công bố",
}

RULES = {
    "uncovered": (
        "Mỗi tiêu chí là thiếu hụt phải có ít nhất một nhiệm vụ. Phải sửa: chưa có nhiệm vụ nào; "
        "cần xem: chỉ có nhiệm vụ chung ở cấp trên của tiêu chí, hoặc tiêu chí chưa có số liệu."
    ),
    "orphan": (
        "Mỗi nhiệm vụ phải gắn với ít nhất một thiếu hụt: chính tiêu chí của nhiệm vụ, tiêu chí "
        "cấp dưới hoặc tiêu chí cấp trên."
    ),
    "no_lead": "Mỗi nhiệm vụ phải nêu cơ quan chủ trì.",
    "two_leads": (
        "Mỗi nhiệm vụ có một cơ quan chủ trì; nhiều cơ quan cùng chủ trì thì phải nêu phần việc "
        "của từng cơ quan. Tên chung của nhiều nơi (các sở, UBND cấp xã) không tính, vì mỗi nơi "
        "chủ trì trong phạm vi của mình."
    ),
    "no_deadline": (
        "Mỗi nhiệm vụ phải có thời hạn: ngày, tháng, quý, năm, kỳ lặp lại, sự kiện hoặc văn bản "
        "quy định thời hạn."
    ),
    "too_early": (
        "Ngày cuối của thời hạn không trước ngày {day} của kế hoạch. Thời hạn không nêu ngày, "
        "tháng, quý, năm thì không xét."
    ),
    "too_late": (
        "Ngày cuối của thời hạn không sau ngày 31/12/{year}. Thời hạn không nêu ngày, tháng, "
        "quý, năm thì không xét."
    ),
    "no_product": "Mỗi nhiệm vụ phải nêu sản phẩm để đôn đốc, đánh giá.",
    "undelivered": (
        "Nêu ra nhiệm vụ có sản phẩm nhưng chỉ có cơ quan chủ trì, và cả lời văn lẫn sản phẩm "
        "không cho biết việc gửi, trình, báo cáo, ban hành, công bố, công khai, cấp, bàn giao, "
        "phổ biến hay tập huấn."
    ),
    "overloaded": (
        "Nêu ra cơ quan chủ trì nhiều hơn {times} lần số trung vị của các cơ quan chủ trì và có "
        "từ {least} nhiệm vụ trở lên đến hạn trong một quý. Không tính tên chung của nhiều nơi "
        "và thời hạn kéo dài qua nhiều quý."
    ),
    "reached": (
        "Mục tiêu do đơn vị đặt phải cao hơn kết quả năm {result_year}; mục tiêu giữ vững thứ "
        "hạng và mục tiêu do phần mềm đề xuất thì không xét."
    ),
    "out_of_reach": (
        "Phải sửa: mục tiêu nằm ngoài thang đo, hoặc mọi tiêu chí đạt mức cao nhất cả nước vẫn "
        "thiếu điểm. Cần xem: tăng đúng số điểm cần mà khả năng đạt dưới {least}, chưa ước lượng "
        "được khả năng đạt, hoặc mục tiêu của tiêu chí cao hơn mức cao nhất cả nước."
    ),
    "differing": (
        "Số tính được phải khớp với số đã công bố, đã in, sai khác không quá một đơn vị ở chữ số "
        "cuối. Phải sửa: lệch điểm, hạng hoặc nhóm của cả chỉ số; cần xem: lệch số khác."
    ),
}

LOST = " (mất {lost})"
UNCOVERED_UNKNOWN = (
    "{index}: “{name}” chưa có nhiệm vụ; tiêu chí này chưa có số liệu nên chưa rõ có phải thiếu "
    "hụt hay không."
)
NO_DEFICITS = "Không có thiếu hụt nào theo quy tắc chọn nên không có gì để xét."
UNCOVERED = "{index}: “{name}”{lost} chưa có nhiệm vụ nào."
UNCOVERED_BELOW = (
    "{index}: “{name}”{lost} chưa có nhiệm vụ riêng, chỉ có nhiệm vụ chung ở “{above}”."
)
COVERED = "Đã xem {deficits} thiếu hụt của {indices}: thiếu hụt nào cũng có nhiệm vụ."
ORPHAN = "“{task}” nằm ở “{name}” ({index}), không phải thiếu hụt."
NO_ORPHANS = "Đã xem {count} nhiệm vụ: nhiệm vụ nào cũng gắn với thiếu hụt."
NO_LEAD = "“{task}” chưa có cơ quan chủ trì."
LED = "Đã xem {count} nhiệm vụ: nhiệm vụ nào cũng có cơ quan chủ trì."
TWO_LEADS = "“{task}”: {names} cùng chủ trì, chưa nêu phần việc của từng cơ quan."
ONE_LEAD = (
    "Đã xem {count} nhiệm vụ: không nhiệm vụ nào có từ hai cơ quan chủ trì trở lên mà chưa nêu "
    "phần việc của từng cơ quan."
)
NO_DEADLINE = "“{task}” chưa có thời hạn."
NO_DEADLINES = (
    "Kế hoạch không ghi thời hạn riêng cho nhiệm vụ nào trong {count} nhiệm vụ; cần xác nhận "
    "thời hạn chung của kế hoạch áp dụng cho mọi nhiệm vụ."
)
TIMED = "Đã xem {count} nhiệm vụ: nhiệm vụ nào cũng có thời hạn."
TOO_EARLY = "“{task}”: thời hạn “{deadline}” đã hết trước ngày {day} của kế hoạch."
TOO_LATE = "“{task}”: thời hạn “{deadline}” kéo dài quá ngày 31/12/{year}."
UNDATED = (
    "Không thời hạn nào trong {count} nhiệm vụ nêu ngày, tháng, quý hoặc năm nên không có gì để "
    "xét."
)
IN_TIME = (
    "Đã xem {count} nhiệm vụ: {dated} thời hạn có ngày, tháng, quý hoặc năm đều phù hợp; "
    "{undated} thời hạn khác (lặp lại, theo sự kiện, theo văn bản hoặc để trống) không xét."
)
NO_PRODUCT = "“{task}” chưa có sản phẩm."
NO_PRODUCTS = (
    "Kế hoạch không ghi sản phẩm cho nhiệm vụ nào trong {count} nhiệm vụ; cần xác nhận căn cứ để "
    "đánh giá nhiệm vụ hoàn thành."
)
PRODUCED = "Đã xem {count} nhiệm vụ: nhiệm vụ nào cũng có sản phẩm."
UNDELIVERED = "“{task}”: chưa rõ ai nhận sản phẩm “{product}” của {lead}."
NOTHING_MADE = "Không nhiệm vụ nào có sản phẩm nên không có gì để xét."
DELIVERED = "Đã xem {count} nhiệm vụ có sản phẩm: đều thấy được nơi nhận hoặc cách đưa ra sử dụng."
OVERLOADED = (
    "{name} chủ trì {count} nhiệm vụ (trung vị: {median}), trong đó {most} nhiệm vụ đến hạn "
    "trong quý {quarter}/{year}."
)
BALANCED = (
    "Đã xem {leads} cơ quan chủ trì (trung vị: {median} nhiệm vụ); không cơ quan nào vượt mức."
)
NO_BALANCE = "Không có cơ quan nào đứng riêng chủ trì nhiệm vụ nên không có gì để so sánh."

REACHED = "{index}, mục tiêu {goal}: kết quả năm {year} đã đạt{standing}{chance}."
REACHED_RANK = " (hạng {rank})"
REACHED_CHANCE = "; nếu không tăng điểm, khả năng giữ được là {share}"
REACHED_LINE = "{index}, “{name}”: mục tiêu {target} không cao hơn kết quả {score} của năm {year}."
NOT_REACHED = (
    "Đã xem {goals} mục tiêu chung và {targets} mục tiêu tiêu chí do đơn vị đặt{unjudged}."
)
UNJUDGED = "; {count} mục tiêu không tính được vì ghi bằng lời hoặc thiếu số liệu"
NO_OWN_TARGETS = "Kế hoạch chưa có mục tiêu nào do đơn vị đặt."
BEYOND_ALL = (
    "{index}, mục tiêu {goal}: dù mọi tiêu chí đạt mức cao nhất cả nước vẫn thiếu {points}."
)
IMPOSSIBLE = "{index}: {what}"
UNLIKELY = (
    "{index}, mục tiêu {goal}: cần tăng {points}; tăng đúng số điểm đó thì khả năng đạt {share}."
)
ABOVE_BEST = (
    "{index}, “{name}”: mục tiêu {target} cao hơn mức cao nhất cả nước năm {year} ({best})."
)
NOT_ESTIMATED = "{index}, mục tiêu {goal}: chưa ước lượng được khả năng đạt vì {reason}."
WITHIN_REACH = (
    "Đã xem {goals} mục tiêu chung và {targets} mục tiêu tiêu chí do đơn vị đặt{chances}{unjudged}."
)
WITH_CHANCE = "; {index}, {goal}: tăng đủ điểm thì khả năng đạt {share}"
DIFFERING = "{index}, {line}: {fact} đã công bố là {printed}, số tính được là {computed}."
AGREEING = "Đã đối chiếu {count} số đã công bố, đã in: {agree} số khớp{others}."
UNCOMPARED = ", {count} số chưa có số tính được để đối chiếu"
NOTHING_PRINTED = "Không có số đã công bố, đã in nào của đơn vị trong số liệu đang có."
FACTS = {
    "score": "điểm",
    "score_change": "thay đổi điểm",
    "rank": "hạng",
    "rank_change": "số bậc thay đổi hạng",
    "group": "nhóm",
    "regional_rank": "hạng trong vùng",
    "regional_rank_change": "số bậc thay đổi hạng trong vùng",
    "superlative": "nhận định",
}
WHOLE_INDEX = "cả chỉ số"
POINTS = "{value} điểm"
PERCENT = "{value}%"
