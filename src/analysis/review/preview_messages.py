"""What the page says of the document's preview."""

TITLE = "Xem trước văn bản"
WARNING = (
    "Bản xem trước do LibreOffice dàn trang; số trang và chỗ ngắt dòng trong Word có thể khác. "
    "Văn bản để sửa và trình ký là tệp Word."
)
WHOLE = "Toàn bộ các trang: "
PICTURED = "Các hình dưới đây là trang đầu của văn bản và của {count} phụ lục."
PICTURED_FIRST = "Hình dưới đây là trang đầu của văn bản."
FIRST_CAPTION = "Trang 1: {title}"
APPENDIX_CAPTION = "{name} (trang {number} của tệp PDF)"
FIRST_ALT = (
    "Hình trang 1 của văn bản: quốc hiệu, tên cơ quan ban hành và những đoạn đầu của {title}."
)
APPENDIX_ALT = "Hình trang {number} của tệp PDF, nơi bắt đầu {name}."
