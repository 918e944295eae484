"""The words about figures in the Word plan."""

from analysis.errors import FaultText

FIGURE_UNKNOWN = FaultText(
    "RN-70",
    "Không có hình tên “{name}”{nearest}.",
    "Các tên dùng được ở --figures: {known}; nhiều tên cách nhau bằng dấu phẩy.",
)
FIGURES_OF_PROVINCE = FaultText(
    "RN-71",
    "Hình minh họa chỉ có trong kế hoạch cấp tỉnh.",
    "Bỏ --figures, hoặc chọn mẫu cấp tỉnh.",
)
NEAREST = "; có phải “{name}”"
ABSENT = "Không đưa được hình vào kế hoạch: {reason}"
