"""The words of the table of sources."""

FIGURES = "Nguồn của từng số liệu"
FIGURES_HEAD = ("Số liệu", "Giá trị", "Tệp hoặc cách tính", "Dòng", "Cột, mục", "SHA-256 của tệp")
DIGEST = "SHA-256: {digest}"
DIGITS = 12
"""Digits of a digest that are shown."""
