"""The words of tracing: what figures are called and how they were computed."""

MEASURES = {
    "score": "điểm đạt",
    "maximum": "điểm tối đa",
    "lost": "điểm mất",
    "rank": "thứ hạng cả nước",
    "regional_rank": "thứ hạng trong vùng",
    "score_change": "mức thay đổi điểm so với năm trước (không kể dấu)",
    "rank_change": "số bậc thay đổi trong cả nước so với năm trước (không kể dấu)",
    "regional_rank_change": "số bậc thay đổi trong vùng so với năm trước (không kể dấu)",
    "target": "mục tiêu đề xuất",
    "previous_score": "điểm đạt năm trước",
    "previous_rank": "thứ hạng cả nước năm trước",
    "mean": "điểm bình quân cả nước",
    "groups": "số chỉ số nội dung",
    "group": "số chỉ số nội dung thuộc nhóm {group}",
    "published": "{fact} đã in trong văn bản công bố",
}
FACTS = {
    "score": "điểm",
    "rank": "thứ hạng",
    "rank_change": "thay đổi hạng",
    "regional_rank": "thứ hạng trong vùng",
    "regional_rank_change": "thay đổi hạng trong vùng",
    "score_change": "thay đổi điểm",
    "group": "nhóm",
    "superlative": "nhận xét",
}
SUM = "tổng điểm các tiêu chí thành phần"
FORMULAS = {
    "lost": "điểm tối đa − điểm đạt",
    "rest": "điểm mất của dòng trên − tổng điểm mất đã biết của các tiêu chí thành phần",
    "rank": "(1 + số đơn vị có điểm cao hơn)/số đơn vị có điểm",
    "regional_rank": "(1 + số đơn vị trong vùng có điểm cao hơn)/số đơn vị trong vùng có điểm",
    "score_change": "điểm đạt − điểm đạt năm trước",
    "rank_change": "thứ hạng năm trước − thứ hạng năm nay",
    "regional_rank_change": "thứ hạng trong vùng năm trước − thứ hạng trong vùng năm nay",
    "groups": "đếm số chỉ số nội dung",
    "mean": "bình quân điểm của các đơn vị có điểm",
}
BEFORE = "lấy từ kết quả năm trước"
DERIVED = "suy ra từ số liệu đã công bố"
WHOLE = "toàn chỉ số"
WHAT = "{index} năm {year}, {unit}, {line}: {measure}"

TITLE, MENTION = "NGUỒN SỐ LIỆU", "(Nguồn của số liệu trong Kế hoạch tại {label} kèm theo)"
NUMBER, FIGURE, VALUE = "STT", "Số liệu", "Giá trị"
PLACE, FORMULA = "Tệp, dòng, cột", "Cách tính"
CELL = "{file}, dòng {row}, cột {column}"
ENTRY = "{file}, mục {column}"
LINE = "{file}, dòng {row}"
FILE = "Tệp {file}: mã băm SHA-256 {digest}."
SUMMARY = (
    "Bảng nguồn của từng số liệu trong kế hoạch, các cột: số liệu, giá trị, vị trí, cách tính."
)
