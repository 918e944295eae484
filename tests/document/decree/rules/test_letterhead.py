"""Letterhead and title: each change is found under the rule that it breaks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.document.decree.edits import (
    EMPTY,
    after,
    border,
    both,
    cells_swapped,
    column,
    copied,
    gone,
    layout,
    letters,
    line_below,
    line_gone,
    moved,
    words,
)

from analysis.reference.places import Places, Province

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.edits import Edit

NAME, MOTTO, ISSUER, UNIT = "CỘNG HÒA", "Độc lập", "=ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"
NUMBER, DATE, KIND, TITLE = "Số: 05", "Minh Họa, ngày", "=KẾ HOẠCH", "Khắc phục hạn chế"
DASHES = "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>-----------</w:t></w:r></w:p>"
ON_NUMBER = {"SKH-01", "SKH-06"}

CASES: list[tuple[str, Edit, set[str]]] = [
    # --- the national name and the motto ---
    ("no national name", gone(NAME), {"META-03"}),
    ("no motto", gone(MOTTO), {"META-03"}),
    ("the motto below the title", moved(MOTTO, after=TITLE), {"META-04", "TL-04"}),
    ("a misspelt national name", words("CỘNG HÒA XÃ", "CỘNG HÒA XẢ"), {"QH-01"}),
    ("a letter missing", words("CHỦ NGHĨA VIỆT", "CHỦ NGHĨ VIỆT"), {"QH-01"}),
    ("the other spelling of HÒA", words("CỘNG HÒA", "CỘNG HOÀ"), set()),
    (
        "small letters",
        words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        {"QH-02"},
    ),
    ("small letters with caps on", letters(NAME, caps=1), set()),
    ("a light national name", letters(NAME, b=0), {"QH-02"}),
    ("an italic national name", letters(NAME, i=1), {"QH-02"}),
    ("a national name in 14 points", letters(NAME, sz=28), {"QH-02", "QH-04"}),
    ("a national name on the left", cells_swapped(0, 0), {"QH-03"}),
    ("a narrow right column", column(0, 1, 5000), {"QH-04", "TN-04"}),
    (
        "a misspelt motto",
        words("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phú"),
        {"TN-01"},
    ),
    (
        "a motto with en dashes",
        words("Độc lập - Tự do - Hạnh", "Độc lập – Tự do – Hạnh"),
        {"TN-01"},
    ),
    ("a light motto", letters(MOTTO, b=0), {"TN-02"}),
    ("a motto on the left", layout(MOTTO, jc="left"), {"TN-02"}),
    ("a motto in capitals", letters(MOTTO, caps=1), {"TN-02", "TN-04"}),
    ("no line below the motto", line_gone(MOTTO), {"TN-03"}),
    ("a dashed line below the motto", border(MOTTO, "dashed"), {"TN-03"}),
    (
        "a short line below the motto",
        line_below(MOTTO, ind={"left": 2000, "right": 2000}),
        {"TN-04"},
    ),
    ("a gap below the national name", after(NAME, EMPTY), {"TN-05"}),
    ("a wide motto", layout(MOTTO, spacing={"line": 360, "before": 0}), {"TN-05"}),
    # --- the issuer ---
    ("no issuer", both(gone(ISSUER), gone(UNIT)), {"META-03"}),
    ("an abbreviated issuer", words("ỦY BAN NHÂN DÂN", "UBND"), {"CQ-01"}),
    ("a light issuer", letters(UNIT, b=0), {"CQ-02"}),
    ("an issuer on the left", layout(UNIT, jc="left"), {"CQ-02"}),
    ("an issuer in 14 points", letters(UNIT, sz=28), {"CQ-02"}),
    ("no line below the issuer", line_gone(UNIT), {"CQ-07"}),
    ("a line as long as the issuer", line_below(UNIT, ind={"left": 850, "right": 850}), {"CQ-07"}),
    ("spaced issuer lines", layout(UNIT, spacing={"before": 120}), {"CQ-08"}),
    ("an issuer without its unit", gone(UNIT), {"CQ-09"}),
    (
        "a district after June 2025",
        both(words("TỈNH MINH", "HUYỆN MINH"), words("6 năm 2023", "7 năm 2025", every=True)),
        {"CQ-10"},
    ),
    ("a special zone in 2023", words("TỈNH MINH", "ĐẶC KHU MINH"), {"CQ-10"}),
    # --- number and symbol ---
    ("no number", gone(NUMBER), {"META-03"}),
    ("no colon", words("Số: 05", "Số 05"), {"SKH-01"}),
    ("a number in 14 points", letters(NUMBER, sz=28), ON_NUMBER),
    ("a bold number", letters(NUMBER, b=1), ON_NUMBER),
    ("no zero before 5", words("Số: 05/", "Số: 5/"), {"SKH-02", "PL-05"}),
    ("a blank number when issued", words("Số: 05/", "Số:      /"), {"SKH-02"}),
    ("a wrong symbol", words("Số: 05/KH-UBND", "Số: 05/QĐ-UBND"), {"SKH-04", "PL-05"}),
    ("blanks around the slash", words("Số: 05/KH", "Số: 05 / KH"), {"SKH-05"}),
    ("an en dash in the symbol", words("Số: 05/KH-UBND", "Số: 05/KH–UBND"), {"SKH-05"}),
    ("a symbol in small letters", words("Số: 05/KH-UBND", "Số: 05/Kh-UBND"), {"SKH-06"}),
    ("a number on the left", layout(NUMBER, jc="left"), {"SKH-07"}),
    ("a year in the symbol", words("Số: 05/KH", "Số: 05/2023/KH"), {"SKH-08"}),
    # --- place and date ---
    ("no date", gone(DATE), {"META-03"}),
    ("another place", words("Minh Họa, ngày 05", "Hà Nội, ngày 05"), {"DD-01"}),
    (
        "a place named after a person",
        words("Minh Họa, ngày 05", "Hồ Chí Minh, ngày 05"),
        {"DD-01", "DD-02"},
    ),
    ("no zero before the day", words("Họa, ngày 05", "Họa, ngày 5"), {"DD-03", "PL-05"}),
    ("a date in digits", words("ngày 05 tháng 6 năm 2023", "ngày 05/6/2023"), {"DD-03"}),
    (
        "a day that is not",
        words("Họa, ngày 05 tháng 6", "Họa, ngày 31 tháng 6"),
        {"DD-03", "PL-05"},
    ),
    (
        "a zero before June",
        words("ngày 05 tháng 6 năm 2023", "ngày 05 tháng 06 năm 2023", every=True),
        {"DD-04"},
    ),
    ("an upright date", letters(DATE, i=0), {"DD-05"}),
    ("a bold date", letters(DATE, b=1), {"DD-05"}),
    ("no comma after the place", words("Minh Họa, ngày", "Minh Họa ngày"), {"DD-06"}),
    ("a place in small letters", words("Minh Họa, ngày", "minh Họa, ngày"), {"DD-06"}),
    ("a date on the left", layout(DATE, jc="left"), {"DD-07"}),
    ("a date in the row above", moved(DATE, after=MOTTO), {"DD-07", "TN-03"}),
    # --- type and title ---
    ("a misspelt type", words("KẾ HOẠCH", "KẾ HOẠC"), {"META-02"}),
    ("another type", words("KẾ HOẠCH", "BÁO CÁO"), {"META-02"}),
    ("a type in small letters", words("KẾ HOẠCH", "Kế hoạch"), {"TL-01"}),
    ("a light type", letters(KIND, b=0), {"TL-01"}),
    ("a type set in", layout(KIND, ind={"firstLine": 720}), {"TL-01"}),
    ("a type in 16 points", letters(KIND, sz=32), {"TL-01"}),
    ("a light title", letters(TITLE, b=0), {"TL-02"}),
    ("a title on the left", layout(TITLE, jc="left"), {"TL-02"}),
    ("a gap below the type", after(KIND, EMPTY), {"TL-02"}),
    ("a title in capitals", letters(TITLE, caps=1), {"TL-03", "TL-04"}),
    ("no line below the title", line_gone(TITLE), {"TL-04"}),
    ("a full line below the title", line_below(TITLE, ind={"left": 0, "right": 0}), {"TL-04"}),
    ("V/v", words("Khắc phục hạn chế,", "V/v khắc phục hạn chế,"), {"TL-05", "TL-04"}),
    (
        "a stop after the title",
        words("tỉnh Minh Họa năm 2023", "tỉnh Minh Họa năm 2023."),
        {"TL-06"},
    ),
    # --- marks ---
    ("a mark of secrecy", copied(UNIT, "MẬT"), {"KHAC-02"}),
    ("an urgent document without a frame", copied(NUMBER, "HỎA TỐC"), {"KHAC-01"}),
    ("a mark of circulation", copied(NUMBER, "LƯU HÀNH NỘI BỘ"), {"KHAC-03"}),
]


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_changed_letterhead_is_found(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit) == expected


DEPARTMENT: list[tuple[str, Edit, set[str]]] = [
    ("no body above a department", gone("UBND TỈNH"), {"CQ-03"}),
    ("a body above without its unit", words("UBND TỈNH MINH HỌA", "UBND TỈNH"), {"CQ-04"}),
    ("a body above in full", words("UBND TỈNH MINH HỌA", "ỦY BAN NHÂN DÂN TỈNH MINH HỌA"), set()),
    ("a bold body above", letters("UBND TỈNH", b=1), {"CQ-06"}),
    (
        "a body above in small letters",
        words("UBND TỈNH MINH HỌA", "Ủy ban tỉnh Minh Họa"),
        {"CQ-06"},
    ),
]


@pytest.mark.parametrize(
    ("edit", "expected"), [c[1:] for c in DEPARTMENT], ids=[c[0] for c in DEPARTMENT]
)
def test_a_changed_department_is_found(
    department: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(department, edit) == expected


def test_a_peoples_committee_has_no_body_above(
    department: bytes, newly: Callable[..., set[str]]
) -> None:
    edit = words("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN XÃ MINH HỌA")
    assert "CQ-03" in newly(department, edit)


def test_a_province_that_has_ended_issues_nothing(
    province: bytes, newly: Callable[..., set[str]]
) -> None:
    old = Province("63", "20", "Minh Họa", "tỉnh", "", None, date(2025, 6, 30), "20", ())
    later = words("năm 2023", "năm 2026", every=True)
    assert newly(province, later, places=Places((old,))) >= {"CQ-10", "DD-01"}
    assert "CQ-10" not in newly(province, places=Places((old,)))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (words("Số: 05/", "Số:        /"), {"SKH-03"}),
        (words("Họa, ngày 05 tháng", "Họa, ngày     tháng"), {"DD-08"}),
        (words("Họa, ngày 05 tháng", "Họa, ngày … tháng"), {"DD-08"}),
        (gone("Nguyễn Văn A"), set()),
    ],
)
def test_a_draft_may_leave_number_day_and_name_blank(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit, stage="draft") == expected


@pytest.mark.parametrize(
    "edits",
    [
        (words("Số: 05/", "Số: 05/2023/"), words("KẾ HOẠCH", "QUYẾT ĐỊNH")),
        (words("KẾ HOẠCH", "THÔNG TƯ"),),
        (words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),),
    ],
)
def test_an_act_or_a_document_of_the_party_is_not_judged_at_all(
    province: bytes, newly: Callable[..., set[str]], edits: tuple[Edit, ...]
) -> None:
    assert newly(province, *edits) == {"META-01"}


def test_dashes_below_a_name_are_no_line(province: bytes, newly: Callable[..., set[str]]) -> None:
    edits = (line_gone(UNIT), after(UNIT, DASHES))
    assert newly(province, *edits) == {"CQ-07"}


def framed(text: str) -> Edit:
    """A mark in bold within a frame, below the number."""
    sides = "".join(f"<w:{side} w:val='single'/>" for side in ("top", "left", "bottom", "right"))
    look = "<w:rPr><w:b/><w:sz w:val='26'/></w:rPr>"
    return after(
        NUMBER,
        f"<w:p><w:pPr><w:pBdr>{sides}</w:pBdr></w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>",
    )


@pytest.mark.parametrize("mark", ["HỎA TỐC", "KHẨN", "LƯU HÀNH NỘI BỘ"])
def test_a_framed_mark_is_right(province: bytes, newly: Callable[..., set[str]], mark: str) -> None:
    assert newly(province, framed(mark)) == set()
