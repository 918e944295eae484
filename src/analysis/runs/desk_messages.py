"""What is said of remade pages, of sign-offs and of the page over all reports."""

from analysis.errors import FaultText

NO_MANIFEST = FaultText(
    "RN-60",
    "Thư mục không có manifest.json.",
    "Chỉ đúng thư mục báo cáo, ví dụ reports/lang-son/2023; nếu chưa có thì chạy ke-hoach run.",
)
MANIFEST_UNREADABLE = FaultText(
    "RN-61",
    "Không đọc được manifest.json, hoặc tệp thiếu nội dung.",
    "Chạy lại ke-hoach run cho kế hoạch đó để có tệp mới.",
)
NO_PAGE_OF_FORM = FaultText(
    "RN-62",
    "Kế hoạch của sở, huyện, xã không có trang rà soát để dựng lại.",
    "Chỉ thư mục báo cáo của kế hoạch cấp tỉnh; muốn lập lại kế hoạch này thì chạy ke-hoach build.",
)
FACTS_CHANGED = FaultText(
    "RN-63",
    "Số liệu, phiếu nhiệm vụ hoặc quy tắc đã khác với lúc lập kế hoạch, nên trang dựng lại sẽ "
    "không khớp với kế hoạch.",
    "Chạy ke-hoach build {folder} để lập lại cả kế hoạch và trang.",
)
SIGNATURES_UNREADABLE = FaultText(
    "RN-64",
    "Không đọc được các xác nhận đã ghi.",
    "Lấy lại bản trước của tệp; chưa ghi gì để không mất xác nhận đã có.",
)
NOTHING_TO_SIGN = FaultText(
    "RN-65",
    "Không có tệp “{name}” để xác nhận.",
    "Chạy ke-hoach build cho thư mục này trước khi xác nhận.",
)
NAME_MISSING = FaultText(
    "RN-66",
    "Chưa có họ tên người rà soát.",
    "Ghi họ tên sau --name, trong ngoặc kép.",
)
DAY_TO_COME = FaultText(
    "RN-67",
    "Ngày xác nhận {day} sau hôm nay ({today}).",
    "Bỏ --date để ghi ngày hôm nay, hoặc ghi ngày đã rà soát.",
)
NOT_ACCEPTED = FaultText(
    "RN-68",
    "Cảnh báo {code} chưa được chấp nhận: {what}",
    "Xem lại từng cảnh báo. Chấp nhận thì thêm --accept {codes} (bỏ bớt mã nếu chỉ chấp nhận một "
    "phần) hoặc --accept-all; chưa chấp nhận thì sửa nội dung rồi chạy ke-hoach build.",
)
NOT_WARNED = FaultText(
    "RN-69",
    "Báo cáo không có cảnh báo mã “{code}”.",
    "Bỏ mã đó khỏi --accept; các mã có trong báo cáo: {known}.",
)
NONE = "không có mã nào"

FOLDER_PLACE = "thư mục {name}"

STEP_NOTEBOOK = "Chạy sổ tính của trang, đối chiếu số liệu với kế hoạch"
PAGE_EDITED = (
    "“{name}” đã được sửa tay nên không ghi thêm xác nhận vào đó; chạy ke-hoach report để có bản "
    "mới bên cạnh."
)
NO_INDEX = "Chưa ghi lại được danh mục báo cáo {file}: {what} {remedy}"
