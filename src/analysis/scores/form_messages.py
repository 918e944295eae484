"""What the blank forms say."""

GUIDE_SHEET = "Hướng dẫn"
GUIDE_COLUMNS = ("Cột", "Đơn vị tính", "Giá trị hợp lệ", "Ghi chú")
GUIDE_NOTES = (
    "",
    "Dòng ghi “VÍ DỤ” chỉ để minh họa, chương trình không đọc dòng này.",
    "Ô để trống là chưa có số liệu hoặc không được chấm điểm; không ghi số 0 thay cho ô trống.",
    "Không đổi tên các cột; không thêm cột có họ tên, số điện thoại, địa chỉ của người trả lời.",
)
FORM_ERROR = "Giá trị không hợp lệ"
FORM_LIST_ERROR = "Chọn một giá trị trong danh sách."
FORM_NUMBER_ERROR = "Ghi một số từ {least} đến {most}, hoặc để trống."
FORM_BELOW_ERROR = "Ghi một số từ 0 đến giá trị của cột “{title}”, hoặc để trống."
FORM_RANGE = "từ {least} đến {most}"
FORM_BELOW = "từ 0 đến giá trị của cột “{title}”"

FORM_UNIT_CODE = "Mã tỉnh"
FORM_UNIT_CODE_NOTE = "Mã hai chữ số theo Danh mục đơn vị hành chính Việt Nam."
FORM_UNIT = "Tỉnh, thành phố"
FORM_UNIT_EXAMPLE = "(số liệu minh họa)"
FORM_CRITERION = "{code}: {name}"
FORM_SCORE_NOTE = "Ghi đúng số đã công bố, không làm tròn thêm."

SHEET_FORM_TITLE = "BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}"
SHEET_FORM_UNIT = "Tỉnh, thành phố:"
SHEET_UNIT = "điểm"
SHEET_EXAMPLE_NAME = "Ban hành kế hoạch cải cách hành chính hằng năm (dòng minh họa)"
SHEET_EXAMPLE_REASON = "Ban hành chậm so với thời hạn quy định"
SHEET_EXAMPLE_EVIDENCE = "Quyết định ban hành kế hoạch"
SHEET_EXAMPLE_LEAD = "Sở Nội vụ"
SHEET_NOTES = {
    "code": "Số La Mã hoặc số thường; tiêu chí cấp dưới ghi 1.1, 1.1.1. Định dạng cột là Text.",
    "max": "Tổng các lĩnh vực bằng 100; nếu chỉ áp dụng một phần, thêm dòng “Tổng cộng”.",
    "self": "Chênh lệch với điểm thẩm định được nêu riêng, không tính là điểm mất.",
    "score": "Để trống thì lấy điểm thẩm định cộng điểm điều tra xã hội học.",
}

RESULTS_TOTAL = "Chỉ số hài lòng chung"
RESULTS_RANK = "Thứ hạng"

SURVEY_SHEET = "Phiếu khảo sát"
SURVEY_FORM_NUMBER = "Mã phiếu"
SURVEY_UNIT = "Đơn vị"
SURVEY_UNIT_EXAMPLE = "Bộ phận Một cửa (minh họa)"
SURVEY_FIELD = "Lĩnh vực"
SURVEY_FIELD_EXAMPLE = "Đất đai"
SURVEY_AGE = "Nhóm tuổi"
SURVEY_AGES = ("Dưới 25", "25-49", "50-60", "Trên 60")
SURVEY_SEX = "Giới tính"
SURVEY_SEXES = ("Nữ", "Nam")
SURVEY_QUESTION = "{code}_1: Mức độ hài lòng về {name}"
SURVEY_OVERALL = "Hài lòng chung"
SURVEY_EXPECTATIONS = "Mong đợi"
SURVEY_EXPECTATION_EXAMPLE = "Rút ngắn thời gian giải quyết; Thái độ phục vụ"
SURVEY_EXPECTATION_NOTE = "Được chọn nhiều ý, cách nhau bằng dấu chấm phẩy."
SURVEY_LEVELS = (
    "Rất hài lòng",
    "Hài lòng",
    "Bình thường",
    "Không hài lòng",
    "Rất không hài lòng",
)
SURVEY_SKIP = "Không có phản ánh, kiến nghị"
