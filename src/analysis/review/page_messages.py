"""The words of the reviewer's page itself, and of the tables that became a sentence."""

from analysis.errors import FaultText

SCRIPT_IN_PAGE = FaultText(
    "RV-30",
    "Trang báo cáo có mã lệnh không thuộc mẫu trang.",
    "Bỏ thẻ script khỏi nội dung do sổ tính sinh ra; mã của trang chỉ nằm ở templates/bao-cao.",
)

OPENING = "Mã mở đầu: tham số và cách đọc số liệu"
CODE = "Mã của nội dung dưới đây (ô {number})"

RESULTS_UNKNOWN = "{indices} năm {year}: chưa có số liệu ({reason})."
LEDGER_NOTHING = "Sổ điểm mất {index} năm {year} chưa lập được: {reason}."
TARGETS_NOTHING = "Mục tiêu năm {year} theo tiêu chí của {index} chưa đề xuất được: {reason}."
NO_LINE_SCORED = "chưa có số liệu theo tiêu chí"

AND = " và "
SUMMARY_UP = "tăng {value}"
SUMMARY_DOWN = "giảm {value}"
SUMMARY_FORMER = "{index} năm {year} của các đơn vị trước khi sắp xếp: {list}."
SUMMARY_FORMER_ONE = "{unit} {score}"
SUMMARY_FORMER_RANKED = "{unit} {score} (hạng {rank})"
SUMMARY_WARNINGS = "{count} cảnh báo khi đọc và tính số liệu; xem mục Cảnh báo."
SUMMARY_NO_WARNINGS = "Không có cảnh báo nào khi đọc và tính số liệu."
SUMMARY_UNALLOCATED = "{lost} điểm mất của {index} chưa phân bổ được theo tiêu chí{flagged}."
SUMMARY_FLAGGED = "; {count} tiêu chí được nêu là chưa đạt điểm tối đa"
