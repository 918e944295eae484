"""The words of the table of sources."""

FOLDED = "Xem nguồn của từng số liệu: {count} dòng (mở ra trước khi in nếu cần in kèm)"
FIGURES = "Nguồn của từng số liệu"
FIGURES_HEAD = ("Số liệu", "Giá trị", "Tệp hoặc cách tính", "Dòng", "Cột, mục", "SHA-256 của tệp")
DIGEST = "SHA-256: {digest}"
DIGITS = 12
"""Digits of a digest that are shown."""
