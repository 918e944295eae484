"""The words of the page that shows two plans side by side."""

TITLE = "So sánh hai kế hoạch"
CONTENTS = "Mục lục"
TO_CONTENT = "Đến nội dung"
SIDES = "Hai bên được so sánh"
SIDES_HEAD = ("Bên", "Đơn vị", "Năm kế hoạch", "Năm kết quả")
SUMMARY = "Tóm tắt"
COUNTS = "Số thay đổi từ A sang B"
COUNTS_HEAD = ("Loại thay đổi", "Quan trọng", "Cần xem", "Nhỏ", "Tổng số")
TOTAL = "Tất cả"
NOTHING = "Hai bên không khác nhau."
HOW = (
    "Quan trọng: đổi thứ hạng, điểm, nhóm của chỉ số; đổi cơ quan chủ trì, thời hạn; bỏ nhiệm vụ; "
    "đổi số, ngày, số hiệu văn bản hoặc tên cơ quan trong câu. Cần xem: thay đổi khác về nội dung. "
    "Nhỏ: dấu câu, chữ hoa, khoảng trắng, chuyển chỗ, năm đi theo năm kế hoạch, số liệu của hai "
    "năm không so sánh được. Số thứ tự và dấu đầu dòng không tính là thay đổi."
)
PLACES = "Vị trí tính theo bên B; đoạn, dòng bị bỏ tính theo bên A."
FIGURE_HEAD = ("Nơi, mức", "A", "B", "Thay đổi")
TEXT_HEAD = ("Nơi, mức, thay đổi", "Nội dung")
CAPTIONS = {
    "information": "Thông tin văn bản thay đổi từ A sang B",
    "figure": "Số liệu thay đổi từ A sang B",
    "task": "Nhiệm vụ thay đổi từ A sang B",
    "row": "Ô, dòng trong bảng của tệp Word thay đổi từ A sang B",
    "wording": "Câu chữ của tệp Word thay đổi từ A sang B",
}
REMOVED, REMOVED_END = "[bỏ: ", " :hết phần bỏ] "
ADDED, ADDED_END = "[thêm: ", " :hết phần thêm] "
UNKNOWN = "không rõ"
FOOTER = "Trang này đọc được khi không có mạng; không nạp gì từ bên ngoài."
