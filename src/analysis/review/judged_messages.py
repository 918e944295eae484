"""The words of what a reviewer signs."""

CHECKS = "Nội dung rà soát kế hoạch"
CHECKS_HEAD = ("Nội dung rà soát", "Mức", "Kết quả", "Người rà soát xác nhận")
CHECKS_COUNT = "Đã kiểm tra {count} nội dung: {red} phải sửa, {amber} cần xem, {green} đạt."
CHECK_LEVELS = {"red": "phải sửa", "amber": "cần xem", "green": "đạt"}
CONFIRM = ("☐ đồng ý", "☐ ý kiến khác")

ASSUMPTIONS = "Giả định của kế hoạch"
ASSUMPTIONS_HEAD = ("Về", "Mức", "Giả định", "Vì sao", "Cách làm rõ")
ASSUMPTIONS_COUNT = (
    "Kế hoạch dựa vào {count} giả định: {red} rủi ro cao, {amber} cần xác nhận, {green} có căn cứ."
)
ASSUMPTION_LEVELS = {"red": "rủi ro cao", "amber": "cần xác nhận", "green": "có căn cứ"}
RULES_OF_LEVELS = "Cách xếp mức:"
RULE_OF_LEVELS = "{title}: {rule}"

SHAPES = {"red": "■", "amber": "▲", "green": "●"}
CLASSES = {"red": "muc-do", "amber": "muc-vang", "green": "muc-xanh"}
SEE = "Xem: "
MORE = " và {count} nhiệm vụ khác"
