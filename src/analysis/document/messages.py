"""Every Vietnamese word that this room says, in one table."""

from __future__ import annotations

from analysis.errors import FaultText

# --- the template ---
TEMPLATE_MISSING = FaultText(
    "DO-01", "Không thấy tệp mẫu.", "Đặt tệp mẫu .docx vào đúng thư mục templates/."
)
TEMPLATE_NOT_WORD = FaultText(
    "DO-02",
    "Tệp mẫu rỗng, hỏng hoặc không phải tệp Word .docx.",
    "Lấy lại bản mẫu gốc, hoặc mở tệp bằng Word rồi lưu lại dạng .docx.",
)
TEMPLATE_UNDER_REVIEW = FaultText(
    "DO-03",
    "Tệp mẫu còn {what}.",
    "Mở mẫu trong Word, chấp nhận hoặc từ chối mọi thay đổi, xóa mọi bình luận rồi lưu lại.",
)
TAG_BROKEN = FaultText(
    "DO-04",
    "Thẻ viết sai: {reason}.",
    "Sửa thẻ theo templates/README.md: mỗi {{{{ }}}}, {{% %}} phải đủ ngoặc, mỗi for có endfor, "
    "mỗi if có endif.",
)
TAG_UNKNOWN_NAME = FaultText(
    "DO-05",
    "Thẻ gọi tên “{name}” không có trong kế hoạch{hint}.",
    "Chỉ dùng các tên liệt kê trong templates/README.md.",
)
TAG_NOT_ALLOWED = FaultText(
    "DO-06",
    "Thẻ dùng {what}, không được phép trong mẫu.",
    "Chỉ dùng tên, vòng lặp for và điều kiện if so sánh bằng; xem templates/README.md.",
)
TAGS_CROSS = FaultText(
    "DO-07",
    "Các thẻ for, if cắt ngang bảng hoặc đoạn văn của mẫu.",
    "Đặt {{%p for %}} và {{%p endfor %}} cùng trong một ô bảng hoặc cùng ngoài bảng, mỗi thẻ một "
    "đoạn.",
)
STYLE_MISSING = FaultText(
    "DO-08",
    "Mẫu thiếu kiểu (style) “{name}”.",
    "Tạo lại kiểu đó trong Word, hoặc chép từ bản mẫu gốc.",
)
SLOT_WRONG = FaultText(
    "DO-09",
    "Thẻ {tag} phải đứng một mình trong một đoạn, mỗi phụ lục đúng một lần; tìm thấy {count} lần.",
    "Sửa vòng lặp phụ lục của mẫu theo templates/README.md.",
)
SECTIONS_MISSING = FaultText(
    "DO-10",
    "Mẫu phải có một dấu ngắt phần (section break) sau bảng Nơi nhận và phần cuối là phần phụ lục.",
    "Thêm Layout > Breaks > Next Page vào sau bảng Nơi nhận, hoặc lấy lại bản mẫu gốc.",
)
SYMBOL_FONT = FaultText(
    "DO-11",
    "Mẫu có ký hiệu của phông Symbol hoặc Wingdings, không có trong Times New Roman.",
    "Thay dấu đầu dòng tự động bằng dấu “-” gõ tay, bỏ ký hiệu chèn từ phông khác.",
)

# --- the plan's text ---
TEXT_CONTROL = FaultText(
    "DO-20",
    "Chuỗi “{text}” có ký tự ẩn hoặc ký tự điều khiển: {names}.",
    "Xóa ký tự đó ở dữ liệu nguồn; mỗi đoạn là một dòng.",
)
TEXT_MARKS = FaultText(
    "DO-21",
    "Chuỗi “{text}” có dấu của mẫu ({marks}).",
    "Xóa các dấu ngoặc này ở dữ liệu nguồn.",
)
TEXT_NOT_NFC = FaultText(
    "DO-22",
    "Chuỗi “{text}” dùng chữ tổ hợp (NFD).",
    "Chuẩn hóa dữ liệu nguồn về Unicode dựng sẵn (NFC).",
)
ROW_CELLS = FaultText(
    "DO-23",
    "Dòng có {found} ô, bảng có {columns} cột.",
    "Sửa bảng nguồn để mỗi dòng đủ ô như số cột.",
)
TABLE_WIDE = FaultText(
    "DO-24",
    "Bảng rộng {width} mm, vùng chữ của trang chỉ {room} mm.",
    "Giảm độ rộng các cột, hoặc đặt phụ lục ở trang ngang.",
)

MERGED_ALONE = FaultText(
    "DO-25",
    "Ô gộp không có ô thường ngay phía trên: không gộp được ở dòng đầu bảng, ở dòng nhóm hay ngay "
    "dưới dòng nhóm.",
    "Bỏ dấu gộp của ô này, hoặc xếp lại thứ tự các dòng ở bảng nguồn.",
)
MERGED_FILLED = FaultText(
    "DO-26",
    "Ô gộp với ô phía trên nhưng lại có nội dung riêng “{text}”.",
    "Chuyển nội dung lên ô đầu của khối gộp, hoặc bỏ dấu gộp.",
)
FOOTNOTE_PLACE = FaultText(
    "DO-27",
    "Không thấy chữ “{after}” để đặt số chú thích ngay sau.",
    "Ghi lại chỗ đặt chú thích đúng nguyên văn trong đoạn hoặc ô đó.",
)
CANNOT_READ = FaultText(
    "DO-35",
    "Không đọc được tệp Word.",
    "Kiểm tra tên tệp; mở tệp bằng Word, lưu lại dạng .docx rồi chạy lại.",
)
COLUMN_NARROW = FaultText(
    "DO-28",
    "Cột “{column}” rộng {width} mm, hẹp hơn chữ “{word}” của tiêu đề nên chữ bị ngắt giữa chừng.",
    "Tăng độ rộng cột, hoặc thêm dấu cách để tiêu đề xuống dòng được.",
)

# --- the rendered document ---
TEXT_LOST = FaultText(
    "DO-30",
    "Văn bản không có đủ chuỗi “{text}” (cần {needed}, có {found}).",
    "Kiểm tra mẫu còn thẻ in nội dung đó hay không; xem templates/README.md.",
)
MARK_LEFT = FaultText(
    "DO-31", "Còn sót “{mark}” trong văn bản: “{text}”.", "Sửa thẻ ở đoạn đó của mẫu."
)
DOUBLE_SPACE = FaultText(
    "DO-32",
    "Có hai dấu cách liền nhau: “{text}”.",
    "Xóa dấu cách thừa; chỉ chỗ trống của số và ngày được có nhiều dấu cách.",
)
EMPTY_HEADING = FaultText(
    "DO-33",
    "Có đề mục trống (kiểu “{style}”).",
    "Xóa đoạn trống trong mẫu, hoặc bổ sung tên đề mục ở dữ liệu nguồn.",
)
CANNOT_WRITE = FaultText(
    "DO-34",
    "Không ghi được tệp: {reason}.",
    "Đóng tệp nếu đang mở trong Word, kiểm tra thư mục và quyền ghi, rồi chạy lại.",
)

# --- places ---
BODY_PARAGRAPH = "đoạn {number} của nội dung"
SUPERIOR, ISSUER = "tên cơ quan chủ quản", "tên cơ quan"
NUMBER, PLACE_DATE = "số, ký hiệu", "địa danh, ngày tháng"
KIND, TITLE = "tên loại", "trích yếu"
RECIPIENTS, SIGNATORY, SIGNER = "nơi nhận", "quyền hạn, chức vụ", "họ tên người ký"
APPENDIX_LABEL, APPENDIX_TITLE = "nhãn của {label}", "tên của {label}"
APPENDIX_REFERENCE, APPENDIX_NOTE = "dòng kèm theo của {label}", "ghi chú của {label}"
TABLE_SUMMARY = "mô tả bảng của {label}"
PICTURE_ALT = "lời mô tả hình của {label}"
TABLE_HEAD, TABLE_CELL = "tiêu đề bảng của {label}", "bảng của {label}, dòng {row}, cột “{column}”"
TABLE_ROW = "bảng của {label}, dòng {row}"
FOOTNOTE = "chú thích ở {place}"
PARAGRAPH_OF_TEMPLATE = "đoạn “{text}”"
PARTS = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích"}

# --- what tags may not do ---
CALLS, FILTERS, OTHER_TAG = "lời gọi hàm", "bộ lọc “|”", "lệnh {name}"
LIST_PRINTED, NOT_A_LIST = (
    "danh sách “{name}” như một chữ",
    "vòng lặp trên “{name}” (không lặp được)",
)
ORDER_COMPARED = "so sánh lớn nhỏ"
NEAREST = "; có phải “{name}”"
TRACKED_CHANGES, COMMENTS = "thay đổi chưa duyệt (Track Changes)", "bình luận (Comments)"
REASON_SYNTAX = "không đọc được ({detail})"

# --- comments on figures that are not known ---
NO_FIGURE = "chưa có số liệu"
COMMENT_AUTHOR, COMMENT_INITIALS = "Ghi chú số liệu", "SL"

# --- what a template may not bring along ---
TEMPLATE_LARGE = FaultText(
    "DO-40",
    "Tệp mẫu quá lớn: {found}.",
    "Bỏ ảnh, tệp nhúng và phần thừa khỏi mẫu, hoặc lấy lại bản mẫu gốc.",
)
TEMPLATE_MACRO = FaultText(
    "DO-41",
    "Tệp mẫu chứa macro (“{name}”).",
    "Mở mẫu trong Word, lưu lại dạng “Word Document (*.docx)”, không chọn dạng .docm.",
)
TEMPLATE_EMBEDS = FaultText(
    "DO-42",
    "Tệp mẫu nhúng tệp hoặc đối tượng khác (“{name}”).",
    "Xóa đối tượng đó trong Word; nội dung cần dùng thì gõ lại hoặc dán dạng văn bản.",
)
TEMPLATE_LINKS = FaultText(
    "DO-43",
    "Tệp mẫu tự nạp nội dung từ nơi khác: {kind} “{target}”.",
    "Bỏ liên kết trong Word (File > Info > Edit Links to Files; mẫu đính kèm: Developer > "
    "Document Template), rồi lưu lại.",
)
TEMPLATE_ENTITIES = FaultText(
    "DO-44",
    "Phần “{name}” của tệp mẫu có khai báo DTD hoặc không dùng bảng mã UTF-8.",
    "Mở tệp bằng Word rồi lưu lại dạng .docx, hoặc lấy lại bản mẫu gốc.",
)
FIELD_NOT_ALLOWED = FaultText(
    "DO-45",
    "Mẫu có trường tự động “{name}”, không được phép.",
    "Bấm vào trường đó trong Word và xóa; mẫu chỉ dùng số trang, tham chiếu và siêu liên kết.",
)
TEMPLATE_MISSHAPEN = FaultText(
    "DO-46",
    "Phần “{name}” của tệp mẫu thiếu hoặc sai số đo “{measure}”.",
    "Chỉnh lại khổ giấy, lề hoặc độ rộng cột trong Word rồi lưu lại, hoặc lấy lại bản mẫu gốc.",
)

# --- how tags must stand ---
TAG_HIDDEN = FaultText(
    "DO-50",
    "Thẻ nằm ở {where}, không phải trong chữ của đoạn văn.",
    "Xóa thẻ đó; thẻ chỉ đặt trong chữ của văn bản, đầu trang, chân trang, chú thích.",
)
TAG_LONG = FaultText(
    "DO-51",
    "Thẻ dài {length} ký tự, tối đa {most}.",
    "Viết lại điều kiện ngắn hơn, hoặc tách thành nhiều thẻ elif.",
)
TAGS_MANY = FaultText(
    "DO-52",
    "Mẫu có {count} thẻ, tối đa {most}.",
    "Bỏ các thẻ lặp lại; mẫu gốc chỉ có dưới 100 thẻ.",
)
TAGS_DEEP = FaultText(
    "DO-53",
    "Các thẻ for, if lồng nhau quá {most} lớp.",
    "Dùng elif thay cho các thẻ if lồng nhau.",
)
TAG_NOT_ALONE = FaultText(
    "DO-54",
    "Thẻ “{tag}” đứng chung đoạn với chữ hoặc thẻ khác nên cả đoạn bị mất khi in.",
    "Đưa mỗi thẻ {{%p … %}} ra một đoạn riêng.",
)
LOOP_NESTED = FaultText(
    "DO-55",
    "Vòng lặp “{name}” nằm trong một vòng lặp khác.",
    "Trong một vòng lặp chỉ được lặp danh sách của chính phần tử đang lặp, như a.notes.",
)
LOOP_NAME = FaultText(
    "DO-56",
    "Vòng lặp đặt tên “{name}”, trùng với một tên đã có.",
    "Đặt tên khác cho phần tử của vòng lặp, như p, a, line.",
)
KIND_UNKNOWN = FaultText(
    "DO-57",
    "Thẻ so sánh với loại đoạn “{name}” không có{hint}.",
    "Chỉ dùng các loại đoạn liệt kê trong templates/README.md.",
)
OUTPUT_LARGE = FaultText(
    "DO-58",
    "Văn bản in ra dài hơn {most} triệu ký tự.",
    "Kiểm tra dữ liệu có đoạn dài bất thường không, mẫu có in lặp nội dung không.",
)
RENDER_FAILED = FaultText(
    "DO-59",
    "Mẫu không in được: cấu trúc của tệp không như Word lưu ({detail}).",
    "Mở mẫu bằng Word rồi lưu lại dạng .docx, hoặc lấy lại bản mẫu gốc.",
)

# --- checking a template ---
TAG_CUT = FaultText(
    "DO-60",
    "Thẻ “{tag}” bị Word cắt thành {count} mẩu.",
    "Chọn cả thẻ, xóa định dạng (Ctrl + Space) rồi gõ lại một mạch.",
    severity="warning",
)
TAG_CURLY = FaultText(
    "DO-61",
    "Thẻ “{tag}” dùng dấu nháy cong.",
    "Gõ lại dấu nháy thẳng (bấm Ctrl + Z ngay sau khi Word đổi dấu).",
    severity="warning",
)
NAME_UNUSED = FaultText(
    "DO-62",
    "Mẫu không dùng tên “{name}” của kế hoạch.",
    "Thêm thẻ in nội dung này nếu kế hoạch cần; xem templates/README.md.",
    severity="warning",
)
TRIAL_SLOW = FaultText(
    "DO-63",
    "In thử quá {seconds} giây nên đã dừng.",
    "Lấy lại bản mẫu gốc rồi sửa từng phần, kiểm tra sau mỗi lần sửa.",
)
TRIAL_LARGE = FaultText(
    "DO-64",
    "In thử cần hơn {megabytes} MB bộ nhớ nên đã dừng.",
    "Lấy lại bản mẫu gốc rồi sửa từng phần, kiểm tra sau mỗi lần sửa.",
)
PLAN_LARGE = FaultText(
    "DO-65",
    "Kế hoạch có {found}, tối đa {most}.",
    "Kiểm tra dữ liệu nguồn có dòng, đoạn bị lặp hoặc dài bất thường không.",
)

LINK_KINDS = {
    "attachedTemplate": "mẫu đính kèm",
    "image": "ảnh liên kết",
    "oleObject": "đối tượng OLE",
    "subDocument": "văn bản con",
    "frame": "khung",
}
OTHER_LINK = "liên kết"
PARTS_COUNTED, MEGABYTES = "{count} phần", "{size} MB khi bung"
SIZE_ON_DISK, SWOLLEN = "{size} MB", "phần “{name}” bung ra gấp {ratio} lần"
STRINGS_COUNTED, LETTERS_COUNTED = "{count} đoạn, ô", "{count} ký tự"
SPOT, SPOT_UNDER = "đoạn {number} “{text}”", "đoạn {number} “{text}”, dưới đề mục “{heading}”"
HIDDEN_TEXT, BODY_PART = "phần ẩn của {name}", "nội dung"
PROPERTY_NAMES = {
    "author": "tác giả",
    "comments": "ghi chú",
    "identifier": "mã định danh",
    "language": "ngôn ngữ",
    "subject": "chủ đề",
    "title": "tiêu đề",
}
PROPERTY_PLACE = "thuộc tính “{name}” của tệp"
REASON_PROPERTY = "thẻ không đặt trong thuộc tính của tệp"
REASON_BRACKETS = "thừa hoặc thiếu dấu ngoặc nhọn"
REASON_DEEP = "quá nhiều lớp ngoặc"
COMMAND, COMMENT_TAG, TRIMMING = "lệnh “{name}”", "ghi chú {# #}", "dấu cắt khoảng trắng (- hoặc +)"
PREFIXED, CONSTANT = "tiền tố “{name}”", "chữ hoặc số viết sẵn"
LIST_COMPARED = "so sánh danh sách"

# --- the drafter's workbook ---
SHEET_MISSING = FaultText(
    "DO-36",
    "Không thấy trang tính “{sheet}”.",
    "Đặt lại đúng tên trang tính, hoặc lấy lại bảng chương trình ghi lần trước và chép phần sửa "
    "sang.",
)
COLUMN_MISSING = FaultText(
    "DO-37",
    "Trang tính thiếu cột “{column}”.",
    "Đặt lại đúng tên cột ở dòng tiêu đề; không xóa cột, kể cả cột Mã.",
)
CELL_UNCOMPUTED = FaultText(
    "DO-38",
    "Ô có công thức chưa được tính.",
    "Mở tệp bằng Excel hoặc LibreOffice, thay công thức bằng giá trị rồi lưu lại.",
)
CELLS_MERGED = FaultText(
    "DO-66",
    "Ô này gộp với ô khác (đến dòng {row}, cột {column}); ô bị gộp được đọc là ô trống.",
    "Bỏ gộp ô, ghi nội dung vào từng ô rồi lưu lại.",
)
CELL_LONG = FaultText(
    "DO-39",
    "Nội dung dài {length} ký tự, một ô chỉ chứa được {most}.",
    "Rút gọn nội dung, hoặc tách thành nhiều dòng.",
)
LISTS_SHEET = "Danh mục"
ID_LOCKED = "Cột Mã do chương trình ghi để nhận lại từng dòng; dòng mới thì để trống."
NOT_LISTED = "Chọn một giá trị trong danh sách của ô."
WORKBOOK_TITLE = "Bảng nhiệm vụ của kế hoạch"
ENTRY_ERROR = "Chưa đúng"
