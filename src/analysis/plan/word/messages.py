"""The words about a plan that was edited in Word: faults, places, and why an edit stays there."""

from analysis.errors import FaultText

WRITTEN_UNREADABLE = FaultText(
    "PL-50",
    "Không đọc được phần ghi nhớ nội dung kế hoạch đã in.",
    "Lập lại kế hoạch để ghi lại tệp này; sửa đổi trong Word đến nay cần chép tay vào bảng tính.",
)

PARAGRAPH = "đoạn {number}"
CELL = "bảng {table}, dòng {row}, cột {column}"
NOTE = "chú thích cuối trang, đoạn {number}"
UNDER = ", dưới đề mục “{heading}”"
HEADING_SHOWN = 80

KINDS = {"changed": "sửa", "removed": "bỏ", "added": "thêm", "moved": "chuyển chỗ"}

PROSE = "không ứng với ô nào của bảng tính; nội dung này chỉ có trong tệp Word"
MOVED = "thứ tự do chương trình xếp; chỗ mới chỉ có trong tệp Word"
CLEARED = "ô của bảng tính không được để trống; muốn bỏ nhiệm vụ thì chọn “không” ở cột Chọn"
NEEDED = "mục này của bảng tính không được để trống"
UNCLEAR_NAMES = "không tách được chắc chắn tên từng cơ quan; ghi thẳng vào bảng tính"
SHARED = "nhiều ô cùng in ở chỗ này, không rõ ô nào được sửa; ghi thẳng vào bảng tính"
NOT_A_CELL = "không đọc được thành nội dung của ô; ghi thẳng vào bảng tính"
SAME_VALUE = "nội dung của ô không đổi"
COLUMN_GONE = "cả cột của bảng bị bỏ; bảng tính giữ nguyên các ô của cột này"
COLUMN_SHIFTED = "các cột của bảng đã bị bỏ, thêm hoặc đổi chỗ; bảng tính giữ nguyên các ô này"
WITH_ITS_TASK = "đi cùng nhiệm vụ bị bỏ"
PRINTED_ELSEWHERE = "nhiệm vụ này còn được in ở chỗ khác của văn bản"
DIFFERENT = "cùng một ô được sửa thành hai nội dung khác nhau ở hai chỗ"
EDITED_IN_WORKBOOK = "ô này đã được sửa trong bảng tính thành “{text}”"
ROW_GONE = "dòng này không còn trong bảng tính"
