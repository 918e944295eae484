"""What tracing a file says: table, summary, notices."""

PLACE, NUMBER, SOURCE = "Vị trí", "Số", "Nguồn"
PARAGRAPH = "đoạn {number}"
CELL = "bảng {table}, dòng {row}, cột {column}"
NOTE = "chú thích, đoạn {number}"
UNKNOWN = "chưa rõ nguồn"
PRINTED = "{unknown}; kế hoạch in {text}{what}"
OF = " ({what})"
FIGURE = "số liệu: {what}; {where}"
DATE = "thời gian"
IN_FIGURE = "số liệu: tính từ hình đặt phía trên"
DOCUMENT = "văn bản, tiêu chí: {ref}"
DOCUMENT_ITSELF = "số, ký hiệu hoặc điều, khoản của văn bản"
TASK = "nhiệm vụ, mục tiêu, lời văn của kế hoạch: {ref}"
COMPUTED = "tính: {formula}"
SUMMARY = (
    "{file}: {total} số; {figure} số liệu, {date} thời gian, {document} số văn bản, tiêu chí, "
    "{task} số trong nhiệm vụ, mục tiêu; {unknown} số chưa rõ nguồn."
)
NO_RECORD = (
    "Tệp không mang bản ghi nguồn số liệu (do công cụ khác tạo, hoặc đã lưu lại mất phần này): "
    "chỉ nhận biết được ngày tháng và số văn bản theo cách viết."
)
