"""The words of the register of assumptions."""

TITLES = {
    "result_year": "Năm của kết quả",
    "own_results": "Kết quả của chính đơn vị",
    "scores": "Điểm theo tiêu chí",
    "comparable": "So sánh với năm trước",
    "published": "Điểm và hạng",
    "printed": "Số liệu đã công bố, đã in",
    "targets": "Mục tiêu",
    "chance": "Khả năng đạt mục tiêu",
    "leads": "Cơ quan chủ trì thay cơ quan đã chấm dứt hoạt động",
    "bodies": "Tên gọi chỉ cơ quan",
    "localities": "Cấp huyện, cấp xã",
    "documents": "Hiệu lực của văn bản viện dẫn",
}

RULES = {
    "result_year": (
        "Có căn cứ: kết quả của năm liền trước năm kế hoạch; cần xác nhận: cũ hơn một năm; rủi "
        "ro cao: cũ hơn nữa."
    ),
    "own_results": (
        "Có căn cứ: kết quả của chính đơn vị; rủi ro cao: kết quả của các đơn vị trước khi sắp xếp."
    ),
    "scores": (
        "Có căn cứ: đủ điểm chung và điểm từng tiêu chí; cần xác nhận: thiếu điểm ở một số tiêu "
        "chí; rủi ro cao: thiếu điểm chung."
    ),
    "comparable": (
        "Có căn cứ: hai năm so sánh được; cần xác nhận: không so sánh được hoặc thiếu năm trước."
    ),
    "published": (
        "Có căn cứ: điểm, hạng do bên công bố nêu hoặc tính từ điểm công bố của mọi tỉnh; cần "
        "xác nhận: suy ra từ số công bố khác hoặc còn nghi ngờ."
    ),
    "printed": (
        "Có căn cứ: mọi số đối chiếu được đều khớp; cần xác nhận: có số lệch hoặc không có số để "
        "đối chiếu."
    ),
    "targets": (
        "Có căn cứ: mục tiêu chung và mọi mục tiêu tiêu chí do đơn vị đặt; cần xác nhận: còn mục "
        "tiêu do phần mềm đề xuất."
    ),
    "chance": (
        "Có căn cứ: ước lượng từ {many} cặp năm trở lên; cần xác nhận: ít cặp năm hơn hoặc chưa "
        "ước lượng được."
    ),
    "leads": (
        "Có căn cứ: không phải giao lại nhiệm vụ nào; rủi ro cao: còn nhiệm vụ phải giao lại cơ "
        "quan chủ trì."
    ),
    "bodies": (
        "Có căn cứ: mọi tên gọi đều chỉ ra được cơ quan; cần xác nhận: còn tên gọi chưa rõ là cơ "
        "quan nào."
    ),
    "localities": (
        "Có căn cứ: giao đúng cấp có trên địa bàn ngày đó; cần xác nhận: cấp xã làm thay cấp "
        "huyện, hoặc chưa có danh mục cấp xã."
    ),
    "documents": (
        "Có căn cứ: không có văn bản nào ghi “cần rà soát”; cần xác nhận: còn văn bản phải rà soát."
    ),
}

NEWEST = "Kế hoạch năm {plan} dựa vào kết quả năm {year}."
NEWEST_WHY = "Đó là kết quả của năm liền trước năm kế hoạch."
OLDER_WHY = (
    "Kết quả này cũ hơn kết quả của năm liền trước năm kế hoạch {gap} năm; tình hình có thể đã "
    "khác."
)
OLDER_SETTLE = "Nhập kết quả năm {year} nếu đã công bố rồi lập lại kế hoạch."
OWN = "Kết quả năm {year} là của chính {unit}."
OWN_WHY = "Đơn vị không hình thành từ nhiều tỉnh sau ngày có kết quả."
FORMER = "Kế hoạch của {unit} dựa vào kết quả của {names} trước khi sắp xếp."
FORMER_WHY = (
    "Chưa có kết quả của chính đơn vị; kết quả của các đơn vị cũ không cộng, không lấy bình quân "
    "được."
)
FORMER_SETTLE = "Thay bằng kết quả của đơn vị ngay khi được công bố lần đầu."
SCORED = "{index}: có điểm của cả {count} tiêu chí."
SCORED_WHY = "Thiếu hụt được xác định từ điểm của từng tiêu chí."
SOME_SCORED = "{index}: {lacking} trong {count} tiêu chí không có điểm."
LACKING_WHY = "Lý do: {reasons}."
LACKING_SETTLE = "Nhập bảng điểm theo tiêu chí của bên công bố (mẫu nhập: lệnh form)."
UNSCORED = "{index}: không có điểm chung năm {year}."
COMPARED = "{index}: kết quả năm {year} so sánh được với năm {before}."
COMPARED_WHY = "Hai năm dùng cùng cách đo."
NOT_COMPARED_WHY = "{reason}."
NOT_COMPARED = "{index}: không nêu điểm tăng hay giảm so với năm {before}."
NOT_COMPARED_SETTLE = (
    "Người rà soát không diễn giải thay đổi điểm giữa hai năm này là tăng hay giảm."
)
NO_YEAR_BEFORE_SETTLE = "Nhập kết quả năm {before} nếu cần so sánh."
SURE = "{index}: điểm, hạng năm {year} lấy theo bên công bố."
SURE_WHY = "Điểm, hạng được công bố hoặc tính từ điểm công bố của mọi tỉnh."
DERIVED = "{index}: điểm hoặc hạng năm {year} được suy ra."
DERIVED_WHY = "Bên công bố không nêu trực tiếp; số này suy ra từ số công bố khác hoặc còn nghi ngờ."
DERIVED_SETTLE = "Đối chiếu với báo cáo chính thức của bên công bố."
PRINTED_AGREE = "{index}: số dùng trong kế hoạch khớp với số đã công bố, đã in."
PRINTED_AGREE_WHY = "{agree} số đối chiếu được đều khớp."
PRINTED_DIFFER = "{index}: có số trong kế hoạch khác số đã công bố, đã in."
PRINTED_DIFFER_WHY = "{differ} trong {count} số đối chiếu được bị lệch."
PRINTED_DIFFER_SETTLE = "Chọn số để in (print_published trong plan.yml) và ghi lý do."
PRINTED_NONE = "{index}: số dùng trong kế hoạch chưa được đối chiếu."
PRINTED_NONE_WHY = "Không có số đã công bố, đã in nào của đơn vị để đối chiếu."
PRINTED_NONE_SETTLE = "Ghi số đã công bố vào data/raw/published_facts.csv."
DECIDED = "{index}: mục tiêu do đơn vị đặt."
DECIDED_WHY = "Không còn mục tiêu nào do phần mềm đề xuất."
PROPOSED = "{index}: {what} do phần mềm đề xuất, đơn vị chưa quyết định."
PROPOSED_GOAL = "mục tiêu chung"
PROPOSED_LINES = "mục tiêu của {count} tiêu chí"
PROPOSED_WHY = "Mục tiêu đề xuất tính theo quy tắc, không xét nguồn lực của đơn vị."
PROPOSED_SETTLE = "Quyết định mục tiêu trong bảng soạn thảo hoặc trong plan.yml."
MODEL = (
    "{index}, mục tiêu {goal}: coi điểm các tỉnh khác biến động như trong {count} cặp năm đã có."
)
MODEL_WHY = "Ước lượng từ {count} cặp năm ({years})."
MODEL_SETTLE = "Xem khả năng đạt là ước lượng; tính lại khi có thêm kết quả của một năm."
NO_MODEL = "{index}, mục tiêu {goal}: đặt ra khi chưa ước lượng được khả năng đạt."
NO_MODEL_WHY = "Lý do: {reason}."
NO_MODEL_SETTLE = "Nhập điểm của mọi tỉnh để ước lượng, hoặc xác nhận giữ mục tiêu."
NO_MODEL_NEEDED = "Không mục tiêu nào của đơn vị phải so với điểm của các tỉnh khác."
NO_MODEL_NEEDED_WHY = "Đơn vị chưa đặt mục tiêu, hoặc mục tiêu là mức điểm cố định, ghi bằng lời."
LEADS_KNOWN = "Mọi cơ quan chủ trì đều đang hoạt động vào ngày {day}."
LEADS_KNOWN_WHY = "Đã đối chiếu từng cơ quan chủ trì với danh mục cơ quan."
LEAD_OPEN = "“{task}”: coi {now} là cơ quan chủ trì thay {was}."
LEAD_OPEN_WHY = "{was} không còn hoạt động vào ngày {day}; quyền chủ trì không tự chuyển giao."
LEAD_OPEN_SETTLE = "Giao cơ quan chủ trì; đề xuất: {proposal}."
BODIES_KNOWN = "Mọi tên gọi trong nhiệm vụ đều chỉ ra được cơ quan."
BODIES_KNOWN_WHY = "Đã đối chiếu từng tên gọi với danh mục cơ quan vào ngày {day}."
BODY_OPEN = "Coi như tên gọi “{name}” đủ rõ để giao việc trong {count} nhiệm vụ."
BODY_OPEN_WHY = "Danh mục cơ quan không cho biết tên gọi này gồm những cơ quan nào."
BODY_OPEN_SETTLE = "Nêu tên từng cơ quan, hoặc bổ sung vào danh mục cơ quan."
LOCAL_RIGHT = "Nhiệm vụ của địa phương giao đúng cấp có trên địa bàn ngày {day}."
LOCAL_RIGHT_WHY = "Không nhiệm vụ nào để cấp xã làm thay cấp huyện."
LOCAL_STANDING_IN = "Coi như {now} làm được phần việc trước đây của {was} trong {count} nhiệm vụ."
LOCAL_STANDING_IN_WHY = (
    "{was} không còn; không phải việc nào của cấp này cũng thuộc thẩm quyền cấp xã."
)
LOCAL_STANDING_IN_SETTLE = "Rà soát từng nhiệm vụ, giao lại việc thuộc thẩm quyền cấp tỉnh."
LOCAL_UNLISTED = (
    "Coi như từng xã, phường, thị trấn biết việc của mình trong {count} nhiệm vụ giao cấp xã."
)
LOCAL_UNLISTED_WHY = (
    "Kế hoạch không nêu tên từng nơi: danh mục cấp xã đang có chỉ từ ngày 01/7/2025."
)
LOCAL_UNLISTED_SETTLE = "UBND cấp huyện phân công cụ thể trong kế hoạch của mình."
DOCUMENTS_HOLD = "Văn bản viện dẫn trong nhiệm vụ còn hiệu lực vào ngày {day}."
DOCUMENTS_HOLD_WHY = "Không có văn bản nào ghi “cần rà soát” trong {count} văn bản."
DOCUMENTS_NONE = "Nhiệm vụ không viện dẫn văn bản nào."
DOCUMENTS_NONE_WHY = "Không có căn cứ nào phải rà soát hiệu lực."
DOCUMENT_OPEN = "{document} còn hiệu lực."
DOCUMENT_OPEN_WHY = "Là căn cứ của {count} nhiệm vụ; chưa xác minh được hiệu lực vào ngày {day}."
DOCUMENT_OPEN_SETTLE = "Tra cứu hiệu lực; thay hoặc bỏ viện dẫn nếu hết hiệu lực."
