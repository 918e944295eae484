"""Lines as long as their words ask for; paragraphs that lead to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from analysis.document.layout import bold_width, last_line
from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of, twips
from analysis.plan.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText


def line_lengths(root: etree._Element) -> dict[str, int]:
    """Return the length of each line in twips, by the words above it."""
    lengths = {}
    for paragraph in paragraphs(root):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is None:
            continue
        above, indent = paragraph.getprevious(), paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        assert above is not None
        assert indent is not None
        cell = paragraph.getparent().find(f"{qn('w:tcPr')}/{qn('w:tcW')}")  # type: ignore[union-attr]
        landscape = text_of(above).startswith("(Kèm theo")
        room = 14003 if landscape else 9071
        room = room if cell is None else int(str(cell.get(qn("w:w"))))
        left, right = (int(str(indent.get(qn(side)))) for side in ("w:left", "w:right"))
        assert left == right
        lengths[text_of(above)] = room - left - right
    return lengths


# Measured in Liberation Serif Bold 2.1.5, whose letters are as wide as those of Times New Roman.
@pytest.mark.parametrize(
    ("text", "points", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.67),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.46),
        ("THÀNH PHỐ HỒ CHÍ MINH", 13, 60.13),
        ("TỈNH BÀ RỊA - VŨNG TÀU", 13, 56.95),
        ("TỈNH THỪA THIÊN HUẾ", 13, 53.47),
    ],
)
def test_widths_are_those_of_the_font(text: str, points: float, millimetres: float) -> None:
    assert bold_width(text, points) == pytest.approx(millimetres, abs=0.05)


def test_the_line_below_the_motto_is_as_long_as_the_motto(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    length = line_lengths(part(rendered))["Độc lập - Tự do - Hạnh phúc"]
    assert length == pytest.approx(twips(60.46), rel=0.01)


@pytest.mark.parametrize("name", ["TỈNH HÀ TĨNH", "THÀNH PHỐ HỒ CHÍ MINH", "XÃ AN"])
def test_the_line_below_the_issuer_is_a_third_to_a_half_of_its_name(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element], name: str
) -> None:
    plan = replace(small_plan, issuer=("ỦY BAN NHÂN DÂN", name))
    length = line_lengths(part(document_bytes(plan, template=template)))[name]
    assert 1 / 3 < length / twips(bold_width(name, 13)) < 1 / 2


def test_the_line_below_the_title_is_a_third_to_a_half_of_its_last_line(
    plan: PlanText, rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    length = line_lengths(part(rendered))[plan.title]
    assert 1 / 3 < length / twips(bold_width("năm 2023", 14)) < 1 / 2


def test_lines_in_appendices_are_measured_on_their_own_sheet(
    plan: PlanText, rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    reference = plan.appendices[0].reference
    length = line_lengths(part(rendered))[reference]
    assert 1 / 3 < length / twips(bold_width(reference, 14)) < 1 / 2


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert last_line("abc " + "x" * 200, 14, twips(60)) == "x" * 200
    assert last_line("", 14, twips(60)) == ""


def test_what_ends_in_a_colon_stays_with_what_follows(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    body = (
        Paragraph("dash", "- Nhiệm vụ, giải pháp:"),
        Paragraph("plus", "+ Rà soát."),
        Paragraph("section", "I. MỤC TIÊU"),
        Paragraph("body", "Hết./."),
    )
    root = part(document_bytes(replace(small_plan, body=body), template=template))
    kept = {
        text_of(p): p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        for p in root[0].iterchildren(qn("w:p"))
    }
    assert kept["- Nhiệm vụ, giải pháp:"]
    assert not kept["+ Rà soát."]
    assert not kept["I. MỤC TIÊU"]  # its style says so
