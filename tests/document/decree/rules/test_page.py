"""Sheet, margins, fonts, page numbers: each change is found under the rule that it breaks."""

from __future__ import annotations

import unicodedata
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from tests.document.decree.edits import (
    HEADER,
    STYLES,
    Parts,
    element,
    layout,
    letters,
    raw,
    section,
    section_without,
    style,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.edits import Edit

OPENING = "Năm 2022, Chỉ số"


def decomposed(parts: Parts) -> None:
    for text in parts.paragraph(OPENING).iter(qn("w:t")):
        text.text = unicodedata.normalize("NFD", text.text or "")


def footer_number(parts: Parts) -> None:
    """The number also stands in a footer."""
    for reference in list(parts.sections()[0].iter(qn("w:headerReference"))):
        if reference.get(qn("w:type")) == "default":
            copy = deepcopy(reference)
            copy.tag = qn("w:footerReference")
            reference.addprevious(copy)


def tables_gone(parts: Parts) -> None:
    """A lying section without its table."""
    table = parts.tables()[2]
    parent = table.getparent()
    assert parent is not None
    parent.remove(table)


def address(look: str) -> Edit:
    """The body's address at the foot of page one."""

    def edit(parts: Parts) -> None:
        footer_number(parts)
        reference = next(parts.sections()[0].iter(qn("w:footerReference")))
        first = next(
            r
            for r in parts.sections()[0].iter(qn("w:headerReference"))
            if r.get(qn("w:type")) == "first"
        )
        reference.set(qn("r:id"), str(first.get(qn("r:id"))))
        xml = f"<w:r><w:rPr>{look}</w:rPr><w:t>Địa chỉ: số 1, phố Chính</w:t></w:r>"
        next(parts.roots["word/header2.xml"].iter(qn("w:p"))).append(element(xml))

    return edit


def appendix_without_number(parts: Parts) -> None:
    """The header of the second section is the empty one of its first page."""
    references = list(parts.sections()[1].iter(qn("w:headerReference")))
    ids = {r.get(qn("w:type")): r.get(qn("r:id")) for r in references}
    references[0].set(qn("r:id"), str(ids["first"]))


CASES: list[tuple[str, Edit, set[str]]] = [
    ("Letter", section(0, "pgSz", w=12240, h=15840), {"PAGE-01", "TL-04"}),
    ("A4 as Word rounds it", section(0, "pgSz", w=11907, h=16840), set()),
    (
        "a lying body",
        section(0, "pgSz", w=16838, h=11906, orient="landscape"),
        {"PAGE-02", "TL-04"},
    ),
    ("a lying sheet without a table", tables_gone, {"PAGE-03", "PL-14"}),
    ("a direction against the size", section(1, "pgSz", orient="portrait"), {"PAGE-03"}),
    ("top 15 mm", section(0, "pgMar", top=850), {"PAGE-04"}),
    ("top 26 mm", section(0, "pgMar", top=1474), {"PAGE-04"}),
    ("bottom 12.5 mm", section(0, "pgMar", bottom=709), {"PAGE-05"}),
    ("bottom 25 mm", section(0, "pgMar", bottom=1417), set()),
    ("left 25 mm", section(0, "pgMar", left=1417), {"PAGE-06", "TL-04"}),
    ("left 25 mm and a gutter of 5", section(0, "pgMar", left=1417, gutter=284), set()),
    ("right 10 mm", section(0, "pgMar", right=567), {"PAGE-07", "TL-04"}),
    ("right 15 mm", section(0, "pgMar", right=1077), set()),
    ("lying, right 25 mm", section(1, "pgMar", right=1417), {"PAGE-08", "PL-15"}),
    ("Arial in a run", letters(OPENING, rFonts={"ascii": "Arial", "hAnsi": "Arial"}), {"PAGE-09"}),
    (
        "Calibri in a style",
        style("KHBody", rFonts={"ascii": "Calibri", "hAnsi": "Calibri"}),
        {"PAGE-09"},
    ),
    ("Arial in the header", letters("2", part=HEADER, rFonts={"ascii": "Arial"}), {"PAGE-09"}),
    (
        "a theme font without a theme",
        raw(STYLES, 'w:ascii="Times New Roman"', 'w:asciiTheme="minorHAnsi"'),
        {"PAGE-09"},
    ),
    (
        "a font of TCVN3",
        letters(OPENING, rFonts={"ascii": ".VnTime", "hAnsi": ".VnTime"}),
        {"PAGE-10"},
    ),
    (
        "a font of VNI",
        letters(OPENING, rFonts={"ascii": "VNI-Times", "hAnsi": "VNI-Times"}),
        {"PAGE-10"},
    ),
    ("decomposed letters", decomposed, {"PAGE-11"}),
    ("red letters", letters(OPENING, color="FF0000"), {"PAGE-12"}),
    ("black by its number", letters(OPENING, color="000000"), set()),
    ("highlighted letters", letters(OPENING, highlight="yellow"), {"PAGE-12"}),
    ("sizes of two sets", letters("CỘNG HÒA", sz=24), {"PAGE-13"}),
    ("counting from 5", section(0, "pgNumType", start=5), {"PAGE-14"}),
    ("Roman page numbers", section(0, "pgNumType", fmt="lowerRoman"), {"PAGE-14"}),
    ("no number at all", raw(HEADER, " PAGE ", " DATE "), {"PAGE-14"}),
    ("a number on the right", layout("2", part=HEADER, jc="right"), {"PAGE-15"}),
    ("no number in an appendix", appendix_without_number, {"PAGE-15"}),
    ("a number in 11 points", letters("2", part=HEADER, sz=22), {"PAGE-16"}),
    ("an italic number", letters("2", part=HEADER, i=1), {"PAGE-16"}),
    ("a number on page one", section_without(0, "titlePg"), {"PAGE-17"}),
    ("a number in the footer", footer_number, {"PAGE-18"}),
    ("an address in 14 points", address(""), {"KHAC-04"}),
    ("an address in 11 points", address("<w:sz w:val='22'/>"), set()),
    ("Trang 2", words("2", "Trang 2", part=HEADER), {"PAGE-19"}),
    ("2/7", words("2", "2/7", part=HEADER), {"PAGE-19"}),
]


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_changed_page_is_found(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit) == expected
