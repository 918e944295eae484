"""Every Vietnamese word that the checker says, beside the rules' own sentences in their YAML."""

from __future__ import annotations

from analysis.errors import FaultText

# --- opening a file ---
MISSING = FaultText("DC-01", "Không thấy tệp văn bản.", "Kiểm tra tên tệp và thư mục.")
OLD_KIND = FaultText(
    "DC-02",
    "Tệp ở dạng Word cũ (.doc) hoặc .rtf, không kiểm tra được.",
    "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi kiểm tra lại.",
)
LOCKED = FaultText(
    "DC-03",
    "Tệp được đặt mật khẩu nên không mở được.",
    "Mở tệp bằng Word, bỏ mật khẩu rồi lưu lại.",
)
DAMAGED = FaultText(
    "DC-04",
    "Tệp rỗng, hỏng hoặc không phải tệp Word .docx.",
    "Mở tệp bằng Word, lưu lại dạng .docx; nếu không mở được thì lấy lại bản gốc.",
)
TOO_LARGE = FaultText(
    "DC-05",
    "Tệp quá lớn so với một văn bản hành chính.",
    "Bỏ bớt ảnh và tệp nhúng, hoặc tách phụ lục thành tệp riêng.",
)

# --- rules and profiles ---
RULE_TWICE = FaultText("DC-10", "Quy tắc “{id}” có hai lần.", "Giữ lại một mục cho mỗi quy tắc.")
RULE_UNKNOWN = FaultText(
    "DC-11",
    "Không có quy tắc “{id}”{nearest}.",
    "Ghi đúng mã quy tắc như trong báo cáo kiểm tra.",
)
VALUE_MISSING = FaultText(
    "DC-12",
    "Quy tắc “{id}” thiếu tham số “{name}” hoặc tham số sai dạng.",
    "Khôi phục tham số đó trong tệp quy tắc.",
)
RULE_MISSING = FaultText(
    "DC-13",
    "Tệp quy tắc không có “{id}” mà chương trình kiểm tra.",
    "Khôi phục mục đó trong tệp quy tắc.",
)
NEAREST = "; có phải {names}"

# --- places ---
PARTS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "notes": "chú thích",
    "box": "khung chữ gần đoạn {number}",
}
PARAGRAPH, TABLE_CELL = "đoạn {number}", "bảng {table}, dòng {row}, ô {cell}"
TABLE_ROW, TABLE_WHOLE, SECTION = "bảng {table}, dòng {row}", "bảng {table}", "phần trang {number}"
UNDER, IN_APPENDIX, WHOLE = "dưới đề mục “{heading}”", "{label}", "toàn văn bản"
COMPONENTS = {
    "national": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "superior": "tên cơ quan chủ quản",
    "issuer": "tên cơ quan ban hành",
    "number": "số, ký hiệu",
    "date": "địa danh, thời gian",
    "kind": "tên loại",
    "title": "trích yếu",
    "body": "nội dung",
    "recipients": "nơi nhận",
    "signature": "quyền hạn, chức vụ",
    "signer": "họ tên người ký",
    "appendix": "phụ lục",
    "page": "số trang",
}

# --- how something is set ---
SIZE, SIZES, POINTS = "cỡ {size}", "cỡ {low}-{high}", "{size} pt"
BOLD = {True: "đậm", False: "không đậm"}
ITALIC = {True: "nghiêng", False: "đứng"}
CASES = {"upper": "in hoa", "lower": "chữ thường"}
INDENTED = "lùi đầu dòng"
ALIGNS = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều"}
MILLIMETRES, RANGE_MM, TIMES = "{length} mm", "{low}-{high} mm", "{count} lần"
PARAGRAPHS, UNICODE, BLACK = "{count} đoạn", "Unicode", "màu đen, không tô nền"
COLOR, HIGHLIGHT = "màu {name}", "tô nền {name}"
SIDES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
TURNED = "chiều giấy khai báo không khớp kích thước"
AT_LEAST_MM = "ít nhất {length} mm"
A4, PORTRAIT, LANDSCAPE = "210 x 297 mm", "khổ dọc", "khổ ngang"
PAGE_FIELD = "trường số trang ở đầu trang"
NOTHING, NOT_FOUND, SOLID_LINE = "không có", "không thấy", "đường kẻ nét liền"
LINES_BELOW = {
    "characters": "gõ bằng ký tự",
    "underline": "gạch chân chữ",
    "styled": "nét không liền",
}
BLANK_BETWEEN, ONE_PARAGRAPH, BREAK_INSIDE = (
    "có đoạn trống xen giữa",
    "một đoạn riêng",
    "ngắt dòng trong đoạn",
)
SPACING = "giãn dòng {line}, trước {before} pt, sau {after} pt"
SINGLE = "dòng đơn, trước và sau không quá {most} pt"
ORDER = "{first} đứng trước {second}"
FRAME, DISAGREES = "khung viền đơn", "khác phần đầu: {value}"
SAME_ROW, RIGHT_SIDE, LEFT_SIDE, TOP = (
    "cùng một dòng",
    "bên phải",
    "bên trái",
    "đầu trang thứ nhất",
)

IN_FULL, SUPERIOR_ABOVE = "viết đầy đủ, không viết tắt “{word}”", "tên cơ quan chủ quản ở dòng trên"
WITH_UNIT = "kèm tên đơn vị hành chính, ví dụ UBND TỈNH LÀO CAI"
UNTIL, AFTER = "chỉ tồn tại đến hết ngày {day}", "chỉ có sau ngày {day}"
NOT_ON_DAY = "tên đơn vị hành chính có hiệu lực ngày {day}"

BLANK_LEFT, OTHER_ROW = "để trống", "khác dòng"
WORDS, TITLE, ONLY_AT_END = "{count} chữ", "có tiêu đề", "chỉ ở cuối nội dung"
TYPED_INDENT, LEFT_INDENT = (
    "lùi bằng phím Tab hoặc dấu cách",
    "lề đoạn {left} mm, dòng đầu {first} mm",
)
INDENTS, LEAST_POINTS = "lùi dòng đầu 10 mm hoặc 12,7 mm", "ít nhất {size} pt"
LINES, POINT_RANGE = "từ 1 đến 1,5 dòng", "{low}-{high} pt"
KEEP_NEXT = "giữ cùng trang với đoạn sau (Keep with next)"
ENDS_WITH, LAW_WITHOUT_NUMBER = "kết thúc bằng “{sign}”", "luật, pháp lệnh không ghi số, ký hiệu"
CITATION_PARTS = {
    "số, ký hiệu": r"\bsố \d+[A-Za-z]?(/\d{4})?[/-]\S+",
    "ngày, tháng, năm": r"\bngày \d{1,2}(/| tháng )\d{1,2}(/| năm )\d{4}",
    "cơ quan ban hành": r"\bcủa [A-ZĐỦ]",
}
CITED_FIRST, CITED_LATER = "lần đầu ghi đủ ngày, cơ quan, trích yếu", "lần sau chỉ ghi loại và số"
SAME_LINE, DIGITS, TITLE_BELOW = (
    "tiêu đề cùng dòng",
    "số “{number}”",
    "tiêu đề dưới không in hoa, đậm",
)
OFFICIAL_TITLE, NAME_ALONE = "chức vụ lãnh đạo chính thức", "chỉ ghi họ và tên"
BLANK_LINES, BLANK_COUNT, ROW_SPLITS = (
    "{low}-{high} dòng trống",
    "{count} dòng trống",
    "dòng bảng có thể bị tách sang hai trang",
)
AMONG_RECIPIENTS, NOT_CITED = "có trong nơi nhận", "nêu trong nội dung"
HEAD_ONCE, HEAD_REPEATED = "dòng tiêu đề không lặp", "dòng tiêu đề lặp ở mỗi trang"
ROWS_SPLIT, ROWS_EXACT = "{count} dòng có thể bị cắt ngang trang", "{count} dòng cố định chiều cao"
AT_MOST_MM = "không quá {length} mm"
NO_SECTION, OWN_SECTION = "chung phần trang với phần trước", "phần trang riêng, số trang từ 1"
CONTINUED, FROM_ONE, NEW_PAGE = "số trang nối tiếp", "số trang từ 1", "bắt đầu ở trang mới"

# --- the report ---
SEVERITIES = {"error": "LỖI", "warning": "CẢNH BÁO", "info": "LƯU Ý"}
COUNTS = "{error} lỗi, {warning} cảnh báo, {info} lưu ý"
CLEAN = "Không thấy điểm nào trái quy tắc trong phạm vi máy kiểm tra được."
FOUND, EXPECTED, MORE = "thấy: {found}", "cần: {expected}", "… và {count} chỗ khác"
