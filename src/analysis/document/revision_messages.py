"""The words about tracked changes in a Word file."""

from analysis.errors import FaultText

CHANGES_OPEN = FaultText(
    "DO-110",
    "Tệp có {count} chỗ sửa được theo dõi (Track Changes) của {authors} người, chưa chấp nhận hay "
    "từ chối: thêm {inserted}, xóa {deleted}, chuyển chỗ {moved}.",
    "Chạy lại với --accept-revisions để coi như đã chấp nhận, hoặc --reject-revisions để coi như "
    "đã từ chối tất cả; nếu chỉ chấp nhận một số chỗ thì xử lý trong Word rồi lưu lại.",
)
