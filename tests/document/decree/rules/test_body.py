"""Bases, running text, outline, tables, wording: each change is found under its rule."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from tests.document.decree.edits import (
    Parts,
    both,
    copied,
    gone,
    layout,
    letters,
    line_gone,
    row,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.edits import Edit

BASIS, LAST_BASIS = "Căn cứ Nghị quyết", "Căn cứ Quyết định"
OPENING, TEXT = "Năm 2022, Chỉ số", "Khắc phục những tồn tại"
ROMAN, TITLED, CLAUSE, POINT = "I. MỤC", "1. Mục đích", "2. Sở Nội vụ", "b) Chỉ số hài"
END = "Trong quá trình thực hiện"
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;"
AGAIN = "Theo Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ, các cơ quan thực hiện."


def all_points(parts: Parts) -> None:
    """The points numbered by the Latin alphabet: e after d."""
    words("đ) Tỷ lệ", "e) Tỷ lệ")(parts)


def table_in_body(
    parts: Parts, *, head: bool = True, split: bool = False, wide: int = 8000
) -> None:
    """A table of nine rows in the body."""
    table = parts.tables()[2]
    copy = deepcopy(table)
    parts.paragraph(END).addprevious(copy)
    for found in (*copy.iter(qn("w:gridCol")), *copy.iter(qn("w:tcW"))):
        found.set(qn("w:w"), str(wide // 6))
    at = len(parts.tables()) - len(parts.tables()[parts.tables().index(copy) :])
    if not head:
        row(at, 0, tblHeader=None)(parts)
    if split:
        row(at, -1, cantSplit=None)(parts)


def part_heading(number: str, title: str, *, bold: bool = True) -> Edit:
    def edit(parts: Parts) -> None:
        copied("Ủy ban nhân dân tỉnh ban hành", title, of="=KẾ HOẠCH")(parts)
        copied("Ủy ban nhân dân tỉnh ban hành", number, of="=KẾ HOẠCH")(parts)
        if not bold:
            letters(number, b=0)(parts)

    return edit


def said(sentence: str) -> Edit:
    """Add a sentence to the running text."""
    return copied(TEXT, sentence)


CASES: list[tuple[str, Edit, set[str]]] = [
    # --- running text ---
    ("text in 12 points", letters(TEXT, sz=24), {"ND-01"}),
    ("text in another size of the range", letters(TEXT, sz=26), {"ND-01"}),
    ("bold text", letters(TEXT, b=1), {"ND-02"}),
    ("italic text", letters(TEXT, i=1), {"ND-02"}),
    ("text with a ragged margin", layout(TEXT, jc="left"), {"ND-03"}),
    ("no first line", layout(TEXT, ind={"firstLine": 0}), {"ND-04"}),
    ("a first line of 1 cm", layout(TEXT, ind={"firstLine": 567}), set()),
    ("a first line of 1.25 cm", layout(TEXT, ind={"firstLine": 709}), set()),
    ("a hanging first line", layout(TEXT, ind={"hanging": 360, "left": 360}), {"ND-04"}),
    ("a paragraph set in", layout(TEXT, ind={"left": 567}), {"ND-04"}),
    ("no gap", layout(TEXT, spacing={"after": 0}), {"ND-05"}),
    ("a gap of 6 points", layout(TEXT, spacing={"after": 120}), set()),
    ("double lines", layout(TEXT, spacing={"line": 480}), {"ND-06"}),
    ("lines of less than one", layout(TEXT, spacing={"line": 200}), {"ND-06"}),
    ("lines of exactly 18 points", layout(TEXT, spacing={"line": 360, "lineRule": "exact"}), set()),
    (
        "lines of exactly 14 points",
        layout(TEXT, spacing={"line": 280, "lineRule": "exact"}),
        {"ND-07"},
    ),
    ("no mark of the end", words("quyết định./.", "quyết định."), {"ND-23"}),
    (
        "a mark of the end too early",
        copied(TEXT, "Kết thúc phần này./."),
        {"ND-23"},
    ),
    ("a heading not kept", layout(TITLED, keepNext=0), {"ND-27"}),
    ("layout by blanks", words("tồn tại, hạn chế đã", "tồn tại,      hạn chế đã"), {"ND-27"}),
    # --- bases and citations ---
    ("an upright basis", letters(BASIS, i=0), {"ND-08"}),
    ("a basis in 12 points", letters(BASIS, sz=24), {"ND-08"}),
    ("a basis ended with a comma", words("2021 - 2030;", "2021 - 2030,"), {"ND-09"}),
    ("a last basis ended with a semicolon", words("2021 - 2030.", "2021 - 2030;"), {"ND-09"}),
    (
        "a basis without its day",
        words("76/NQ-CP ngày 15 tháng 7 năm 2021 của", "76/NQ-CP của"),
        {"ND-10", "ND-11"},
    ),
    (
        "a basis without its issuer",
        words("2021 của Chính phủ ban hành Chương", "2021 ban hành Chương"),
        {"ND-10"},
    ),
    ("a law with its number", copied(BASIS, LAW), {"ND-10"}),
    ("a citation in full again", said(AGAIN), {"ND-11"}),
    (
        "a citation first in short",
        said("Thực hiện Chỉ thị số 05/CT-TTg, các cơ quan rà soát."),
        {"ND-11"},
    ),
    (
        "a symbol against its type",
        words("Nghị quyết số 76/NQ-CP", "Nghị quyết số 76/QĐ-CP"),
        {"VT-01"},
    ),
    (
        "an abbreviation nobody explains",
        said("Các cơ quan dùng phần mềm LGSP để kết nối."),
        {"VT-02"},
    ),
    # --- outline ---
    ("a section without a title", words("II. MỤC TIÊU", "II."), {"ND-13"}),
    ("a part with its title below", part_heading("Phần I", "QUY ĐỊNH CHUNG"), set()),
    ("a light part", part_heading("Phần I", "QUY ĐỊNH CHUNG", bold=False), {"ND-14"}),
    ("a part in Arabic digits", part_heading("Phần 1", "QUY ĐỊNH CHUNG"), {"ND-14"}),
    (
        "a section of articles in Roman digits",
        part_heading("Mục I", "QUY ĐỊNH CHUNG"),
        {"ND-15"},
    ),
    ("an article without a dot", copied("IV. TỔ CHỨC", "Điều 1 Phạm vi", of=TITLED), {"ND-16"}),
    (
        "a section in small letters",
        words("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu"),
        {"ND-17"},
    ),
    ("a light section", letters(ROMAN, b=0), {"ND-17"}),
    ("a light titled clause", letters(TITLED, b=0), {"ND-18"}),
    ("an italic titled clause", letters(TITLED, i=1), {"ND-18"}),
    ("a bold clause", letters(CLAUSE, b=1), {"ND-19"}),
    ("Latin letters", all_points, {"ND-20"}),
    ("a dot after the letter", words("b) Chỉ số hài", "b. Chỉ số hài"), {"ND-20"}),
    ("an italic point", letters(POINT, i=1), {"ND-20"}),
    ("a point left out", gone(POINT), {"ND-20"}),
    ("a section left out", words("III. NHIỆM VỤ", "IV. NHIỆM VỤ"), {"ND-22"}),
    ("a clause twice", words("2. Yêu cầu", "1. Yêu cầu"), {"ND-22"}),
    ("a decimal left out", words("1.2. Tập trung", "1.3. Tập trung"), {"ND-22"}),
    # --- tables ---
    ("a good table in the body", table_in_body, set()),
    ("a head that is not repeated", lambda parts: table_in_body(parts, head=False), {"ND-26"}),
    ("rows that split", lambda parts: table_in_body(parts, split=True), {"ND-26"}),
    ("a table wider than the text", lambda parts: table_in_body(parts, wide=18000), {"ND-26"}),
    ("letters of 9 points in a table", letters("=Cơ quan theo dõi", sz=18), {"ND-25"}),
    # --- capitals ---
    (
        "a small letter after a stop",
        words("tỉnh trong năm 2023", "tỉnh. trong năm 2023"),
        {"VH-01"},
    ),
    ("a paragraph in small letters", said("các cơ quan rà soát, báo cáo kết quả."), {"VH-01"}),
    ("Tỉnh in a sentence", said("Các cơ quan của Tỉnh Lạng Sơn rà soát."), {"VH-03"}),
    ("Tỉnh ủy in a sentence", said("Các cơ quan của Tỉnh ủy rà soát."), set()),
    ("a ward of a number", said("Công an phường 5 rà soát."), {"VH-04"}),
    ("thành phố Hồ Chí Minh", said("Học tập thành phố Hồ Chí Minh về cải cách."), {"VH-04"}),
    ("Ủy ban Nhân dân", said("Giao Ủy ban Nhân dân các xã rà soát."), {"VH-06"}),
    ("sở Nội vụ", said("Giao sở Nội vụ rà soát."), {"VH-06"}),
    ("nhân dân", said("Phục vụ nhân dân ngày càng tốt hơn."), {"VH-08"}),
    ("nghị quyết số", said("Thực hiện nghị quyết số 76/NQ-CP, các cơ quan rà soát."), {"VH-10"}),
    ("Khoản 2 Điều 5", said("Theo quy định tại Khoản 2 Điều 5 Nghị định này."), {"VH-11"}),
    ("khoản 2 Điều 5", said("Theo quy định tại khoản 2 Điều 5 Nghị định này."), set()),
    # --- appendices named ---
    ("no word of the appendices", both(gone("(Chi tiết mục"), gone("(Chi tiết nhiệm")), {"ND-24"}),
    ("an appendix that is not there", words("tại Phụ lục III", "tại Phụ lục IV"), {"PL-17"}),
]


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_changed_body_is_found(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit) == expected


def test_no_line_below_a_reference_is_only_told(
    province: bytes, newly: Callable[..., set[str]]
) -> None:
    assert newly(province, line_gone("(Kèm theo")) == {"PL-08"}
