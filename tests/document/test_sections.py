"""Sections: sheets, page numbers, and no empty page at the end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from analysis.document.render import document_bytes
from analysis.document.wordml import text_of
from analysis.errors import FaultsError
from analysis.plan.text import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText


def sections(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(qn("w:sectPr")))


def sheet(section: etree._Element) -> tuple[str, str, str]:
    size = section.find(qn("w:pgSz"))
    assert size is not None
    return tuple(str(size.get(qn(f"w:{n}"), "portrait")) for n in ("w", "h", "orient"))  # type: ignore[return-value]


def test_the_body_and_each_appendix_have_a_section(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    turned = ("16838", "11906", "landscape")
    assert list(map(sheet, sections(part(rendered)))) == [
        ("11906", "16838", "portrait"),
        turned,
        turned,
        turned,
    ]


def test_every_section_numbers_from_one_and_hides_the_first(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    for section in sections(part(rendered)):
        numbering, title = section.find(qn("w:pgNumType")), section.find(qn("w:titlePg"))
        assert numbering is not None
        assert title is not None
        assert numbering.get(qn("w:start")) == "1"
        names = [child.tag for child in section]
        assert names.index(qn("w:pgNumType")) < names.index(qn("w:cols"))


def test_a_plan_without_appendices_is_one_portrait_section(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    (section,) = sections(part(document_bytes(small_plan, template=template)))
    assert sheet(section) == ("11906", "16838", "portrait")
    assert getattr(section.getparent(), "tag", None) == qn("w:body")


def test_an_appendix_may_stand_upright(
    plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    first, second, third = plan.appendices
    narrow = Table((Column("a", "Nội dung", 160),), (), "Một cột.")
    upright = replace(second, landscape=False, table=narrow)
    mixed = replace(plan, appendices=(first, upright, third))
    root = part(document_bytes(mixed, template=template))
    assert [sheet(section)[2] for section in sections(root)] == [
        "portrait",
        "landscape",
        "portrait",
        "landscape",
    ]


def test_a_note_below_the_table_carries_its_section_so_that_no_page_is_left_empty(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    carriers = [s.getparent().getparent() for s in sections(part(rendered))[:-1]]  # type: ignore[union-attr]
    texts = [text_of(carrier) for carrier in carriers if carrier is not None]
    assert texts[0] == ""
    assert texts[1].startswith("Ghi chú: ")
    assert texts[2] == ""


def test_after_the_last_table_stands_one_tiny_paragraph_only(
    rendered: bytes, part: Callable[..., etree._Element], look: Callable[..., Callable[[str], str]]
) -> None:
    *_, table, tiny, section = part(rendered)[0]
    assert [table.tag, tiny.tag, section.tag] == [qn("w:tbl"), qn("w:p"), qn("w:sectPr")]
    assert text_of(tiny) == ""
    assert look(rendered, tiny)("pPr/spacing@line") == "20"


def test_every_appendix_starts_with_its_label(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    body = list(part(rendered)[0])
    pairs = [(end, start) for end, start in pairwise(body) if start.tag != qn("w:sectPr")]
    starts = [start for end, start in pairs if next(end.iter(qn("w:sectPr")), None) is not None]
    assert [text_of(start) for start in starts] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]


def test_a_template_has_exactly_two_sections(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    third = "{{ kind }}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    template = edited("{{ kind }}</w:t></w:r></w:p>", third)
    with pytest.raises(FaultsError) as caught:
        document_bytes(small_plan, template=template)
    assert [fault.code for fault in caught.value.faults] == ["DO-10"]


def test_the_end_mark_must_stand_alone(plan: PlanText, edited: Callable[..., Path]) -> None:
    with pytest.raises(FaultsError) as caught:
        document_bytes(plan, template=edited("{{ a.section_end }}", "hết {{ a.section_end }}"))
    assert {fault.code for fault in caught.value.faults} == {"DO-09"}
