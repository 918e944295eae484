"""What the runs room says to its users."""

from analysis.errors import FaultText

NO_REPOSITORY = FaultText(
    "RN-01",
    "Thư mục “{folder}” không nằm trong kho Kế hoạch.",
    "Mở cửa sổ lệnh trong thư mục của kho (nơi có Makefile) rồi chạy lại.",
)
NO_RESULTS_BEFORE = FaultText(
    "RN-02",
    "Chưa có kết quả năm nào trước năm kế hoạch {year}.",
    "Chọn năm kế hoạch từ 2020 trở đi, hoặc bổ sung số liệu vào data/raw/.",
)
NO_RESULTS_OF = FaultText(
    "RN-03",
    "Chưa có kết quả của năm {year}.",
    "Bổ sung số liệu năm {year} vào data/raw/, hoặc bỏ trống năm kết quả để dùng năm mới nhất.",
)
FILE_HELD = FaultText(
    "RN-04",
    "Tệp đang được mở trong chương trình khác.",
    "Đóng tệp trong Word rồi chạy lại.",
)
PARAMETER_UNKNOWN = FaultText(
    "RN-05",
    "Không có tham số “{name}”.",
    "Chỉ dùng các tham số: {known}.",
)
PARAMETER_INVALID = FaultText(
    "RN-06",
    "Tham số “{name}” có giá trị không hợp lệ: {value}.",
    "unit_code là chuỗi hai chữ số (ví dụ “20”); plan_year, result_year là số "
    "nguyên; plan_date là ngày dạng “2023-06-30”.",
)
NOTEBOOK_FAILED = FaultText(
    "RN-07",
    "Sổ tính “{notebook}” dừng ở ô {cell}: {cause}.",
    "Mở sổ tính trong JupyterLab (make lab), chạy từng ô để xem chỗ dừng; "
    "báo cáo trước đó vẫn còn nguyên.",
)
NOTEBOOK_MISSING = FaultText(
    "RN-08",
    "Không tìm thấy sổ tính “{notebook}”.",
    "Lấy lại thư mục notebooks/ từ kho mã.",
)
FORM_UNKNOWN = FaultText(
    "RN-09",
    "Không có mẫu kế hoạch “{form}”.",
    "Dùng một trong các mẫu: {known}.",
)
PATH_TOO_LONG = FaultText(
    "RN-14",
    "Đường dẫn đến thư mục kết quả quá dài ({length} ký tự, Windows nhận tối đa {limit}).",
    "Chuyển kho về gần gốc ổ đĩa, ví dụ C:\\ke-hoach, rồi chạy lại.",
)
FILE_NAME_WITHOUT_YEAR = FaultText(
    "RN-15",
    "Tên tệp không cho biết năm.",
    "Đặt tên tệp theo dạng {slug}_<năm>.csv, ví dụ {slug}_2022.csv.",
)
KERNEL_FAILED = FaultText(
    "RN-16",
    "Không khởi động được bộ chạy (kernel) cho sổ tính “{notebook}”: {cause}.",
    "Đóng bớt chương trình đang chạy rồi thử lại; nếu vẫn lỗi, xóa thư mục .venv rồi chạy lại "
    "make plan.",
)
TARGET_UNKNOWN = FaultText(
    "RN-17",
    "Mục tiêu đặt cho mã “{code}” không có trong bộ tiêu chí {index} năm {year}.",
    "Sửa mã trong mục criterion_targets của plan.yml.",
)
TARGET_ABOVE_MAXIMUM = FaultText(
    "RN-18",
    "Mục tiêu {value} của dòng “{code}” ({index}) vượt điểm tối đa {maximum}.",
    "Sửa mục tiêu trong mục criterion_targets của plan.yml.",
)

PARAMETER_PLACE = "tham số {name}"

STEP_READ = "Đọc và kiểm tra số liệu"
STEP_COMPUTE = "Tính sổ điểm mất, chọn nhiệm vụ"
STEP_DOCUMENT = "Soạn kế hoạch (Word)"
STEP_NOTEBOOKS = "Chạy các sổ tính"
STEP_PAGE = "Dựng trang báo cáo"
STEP_PUBLISH = "Ghi kết quả"
KEPT = "“{name}” đã được sửa tay nên giữ nguyên; bản mới ghi tại “{beside}”."
PAGE_TITLE = "Báo cáo rà soát kế hoạch năm {year}"
PAGE_SUBTITLE = "{unit}, kết quả năm {result_year}"
PLAN_REPEATED = FaultText(
    "RN-12",
    "Có hai tệp plan.yml cho cùng một đơn vị và năm {year}.",
    "Giữ lại một tệp.",
)
UNIT_CODE_UNKNOWN = FaultText(
    "RN-13",
    "Không có đơn vị mã “{code}” vào ngày {date}.",
    "Dùng mã hai chữ số trong data/raw/reference/provinces.csv.",
)

FAULT_REPORT = "Danh sách lỗi: {file}"
MARKED_COPY = "Bản sao có đánh dấu ô lỗi: {file}"
NO_MARKED_COPY = "Không lập được bản sao đánh dấu của “{file}”; xem danh sách lỗi."
FORMER_KEPT = "“{file}” đã có số liệu khác; bản trước giữ tại: {kept}"
