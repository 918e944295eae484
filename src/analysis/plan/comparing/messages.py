"""The words of a comparison of two plans."""

KIND_TITLES = {
    "information": "Thông tin văn bản",
    "figure": "Số liệu",
    "task": "Nhiệm vụ",
    "row": "Dòng trong bảng",
    "wording": "Câu chữ",
}
SEVERITY_NAMES = {"high": "quan trọng", "medium": "cần xem", "low": "nhỏ"}
REPORT = "{name} ({unit}, kế hoạch năm {plan_year}, kết quả năm {result_year})"
SIDES = "A: {a}\nB: {b}"
COUNTS = "Từ A sang B: {high} thay đổi quan trọng, {medium} thay đổi cần xem, {low} thay đổi nhỏ."
NOTHING = "Hai bên không khác nhau."
TITLE_OF_KIND = "{kind} ({count})"
LINE = "  [{severity}] {place}: {what}"
SHOWN = "      {was} → {now}"
MORE = "  … và {count} thay đổi khác; xem đủ ở trang HTML (--out) hoặc --json."
EMPTY = "(không có)"

FACTS, WORKBOOK, DOCUMENT = "facts.json", "nhiem-vu.xlsx", "tệp Word"
LEFT_OUT = "Không so sánh {part}: bên {side} không có."

CHANGED = "thay đổi"
ADDED, REMOVED = "thêm", "bỏ"
ONLY_SIGNS = "chỉ khác dấu câu, chữ hoa hoặc khoảng trắng"
ONLY_YEARS = "chỉ đổi năm theo năm kế hoạch"
REWORDED = "đổi câu chữ"
FIGURES = "đổi số, ngày hoặc số hiệu văn bản ({change})"
NAMES = "đổi cơ quan ({change})"
TURNED_INTO = "{was} thành {now}"
TAKEN_OUT, PUT_IN = "bỏ {items}", "thêm {items}"
BESIDE, LISTED = " – ", "; "
REORDERED = "đổi thứ tự"
NAMES_REORDERED = "chỉ đổi thứ tự các cơ quan"
MOVED = "chuyển chỗ, trước ở {place}"
ROW = "bảng {table}, dòng {row}"
NAMED, COLUMN = " “{name}”", ", cột {column}"
UNDER = ", dưới đề mục “{heading}”"

TASK = "nhiệm vụ “{name}” ({id})"
TASK_CELL = "{column} của {task}"
TASK_ADDED = "thêm nhiệm vụ"
TASK_REMOVED = "bỏ nhiệm vụ"
DEADLINES = {
    "earlier": "thời hạn sớm hơn",
    "later": "thời hạn muộn hơn",
    None: "đổi thời hạn",
}

UNKNOWN = "chưa có số liệu"
CRITERION = "{code}. {name}"
FIELDS = {
    "rank": "Thứ hạng",
    "score": "Điểm",
    "lost": "Điểm mất",
    "group": "Nhóm",
    "target": "Mục tiêu",
}
BETWEEN = " năm {now} so với năm {was}"
UP, DOWN = "tăng {change}", "giảm {change}"
RANK_UP, RANK_DOWN = "tăng {places} bậc", "giảm {places} bậc"
FIRST_KNOWN, NOT_KNOWN = "đã có số liệu", "chưa có số liệu"
BECAUSE = "{told} ({reason})"
OTHER_COUNT = "số đơn vị được xếp hạng thay đổi"
NOT_COMPARABLE = "không so sánh được"
INDEX_ADDED, INDEX_REMOVED = "thêm chỉ số", "bỏ chỉ số"
LINE_ADDED, LINE_REMOVED = "tiêu chí chỉ có ở bên B", "tiêu chí chỉ có ở bên A"
PUBLISHED = "Số đã công bố ({fact}): thay đổi"
STATED = {
    "score": "điểm",
    "rank": "thứ hạng",
    "group": "nhóm",
    "score_change": "thay đổi điểm",
    "rank_change": "thay đổi hạng",
    "regional_rank": "hạng trong vùng",
    "regional_rank_change": "thay đổi hạng trong vùng",
    "superlative": "nhận định",
}
TARGET = "Mục tiêu: {change}"

UNIT = "{name} (mã {code}, danh mục {count} tỉnh, thành phố)"
IDENTITY = {
    "unit": "Đơn vị",
    "plan_year": "Năm kế hoạch",
    "result_year": "Năm kết quả",
    "form": "Mẫu kế hoạch",
}
IDENTITY_CHANGED = {
    "unit": "hai kế hoạch của hai đơn vị khác nhau",
    "merged": "trước và sau khi sắp xếp đơn vị hành chính",
    "listed_anew": "cùng đơn vị, theo danh mục tỉnh, thành phố khác",
    "plan_year": "hai kế hoạch của hai năm",
    "result_year": "số liệu của hai năm",
    "form": "hai mẫu kế hoạch khác nhau",
}
