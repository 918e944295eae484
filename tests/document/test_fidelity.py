"""What is checked after rendering."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document.checks import text_faults
from analysis.document.context import strings
from analysis.document.fidelity import fidelity_faults
from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of
from analysis.errors import Fault, FaultsError
from analysis.plan.text import Footnote, Paragraph
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText


def faults(plan: PlanText, template: Path) -> list[Fault]:
    with pytest.raises(FaultsError) as caught:
        document_bytes(plan, template=template)
    return list(caught.value.faults)


def test_every_string_of_the_plan_stands_in_the_document(
    plan: PlanText, rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    texts = {text_of(p) for p in paragraphs(part(rendered))}
    assert {text for _, text in strings(plan)} <= texts


def test_signs_that_xml_escapes_survive(plan: PlanText, rendered: bytes) -> None:
    assert any("< 5% & chưa" in paragraph.text for paragraph in plan.body)
    assert fidelity_faults(rendered, plan, file="mau.docx") == []


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_any_words_are_printed_or_refused(small_plan: PlanText, template: Path, text: str) -> None:
    plan = replace(small_plan, body=(Paragraph("body", nfc(text)),))
    if not text_faults(plan):
        document_bytes(plan, template=template)  # raises when a letter is lost


def test_a_template_that_drops_a_string_is_told_which(
    plan: PlanText, edited: Callable[..., Path]
) -> None:
    (fault,) = faults(plan, edited("{{ number }}", "Số: .../KH-UBND"))
    assert (fault.code, fault.place.text()) == ("DO-30", "tệp mau.docx, số, ký hiệu")
    assert plan.number in fault.what


def test_a_string_that_stands_twice_is_looked_for_twice(
    small_plan: PlanText, template: Path
) -> None:
    once = document_bytes(small_plan, template=template)
    twice = replace(small_plan, body=small_plan.body * 2)
    (fault,) = fidelity_faults(once, twice, file="mau.docx")
    assert "(cần 2, có 1)" in fault.what


def test_a_kind_of_paragraph_that_the_template_forgets_is_noticed(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    plan = replace(small_plan, body=(Paragraph("plus", "+ Rà soát."), *small_plan.body))
    style = '<w:pStyle w:val="KHPlus"/></w:pPr><w:r><w:t xml:space="preserve">'
    template = edited(f"{style}{{{{ p.text }}}}", f"{style}+")
    assert [fault.code for fault in faults(plan, template)] == ["DO-30"]


def test_words_that_stand_inside_a_longer_paragraph_count(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    plan = replace(small_plan, signer="Nguyễn Văn A")
    assert document_bytes(plan, template=edited("{{ signer }}", "Đồng chí {{ signer }}"))


@pytest.mark.parametrize("mark", ["⟦bảng⟧", "}}", "%}"])
def test_a_mark_that_is_left_is_a_fault(
    small_plan: PlanText, edited: Callable[..., Path], mark: str
) -> None:
    codes = [fault.code for fault in faults(small_plan, edited("Nơi nhận:", f"Nơi nhận: {mark}"))]
    assert codes == ["DO-31"]


@pytest.mark.parametrize(
    "text", ["Số:        /KH-UBND", "ngày     tháng 6", "Kế hoạch số    /KH-UBND ngày    /6/2023"]
)
def test_the_blanks_of_a_draft_may_be_wide(small_plan: PlanText, template: Path, text: str) -> None:
    document_bytes(replace(small_plan, body=(Paragraph("body", text),)), template=template)


def test_other_double_spaces_are_faults(small_plan: PlanText, template: Path) -> None:
    plan = replace(small_plan, body=(Paragraph("body", "Rà  soát."),))
    assert [fault.code for fault in faults(plan, template)] == ["DO-32"]


def test_an_empty_heading_is_a_fault(small_plan: PlanText, template: Path) -> None:
    plan = replace(small_plan, body=(Paragraph("heading_1", ""),))
    (fault,) = faults(plan, template)
    assert (fault.code, fault.what) == ("DO-33", "Có đề mục trống (kiểu “KH Heading 1”).")


def test_a_style_that_is_gone_is_named(small_plan: PlanText, edited: Callable[..., Path]) -> None:
    template = edited('w:val="Table Group"', 'w:val="Kiểu 1"', "word/styles.xml")
    (fault,) = faults(small_plan, template)
    assert (fault.code, fault.what) == ("DO-08", "Mẫu thiếu kiểu (style) “Table Group”.")


def test_a_footnote_that_is_gone_is_a_fault(small_plan: PlanText, template: Path) -> None:
    lone = document_bytes(small_plan, template=template)
    noted = replace(small_plan.body[0], footnotes=(Footnote("kế hoạch", "Số 27/KH-UBND."),))
    (fault,) = fidelity_faults(lone, replace(small_plan, body=(noted,)), file="mau.docx")
    assert (fault.code, fault.place.detail) == ("DO-30", "chú thích ở đoạn 1 của nội dung")


def test_words_of_the_text_are_not_taken_for_a_lost_footnote_of_the_same_words(
    small_plan: PlanText, template: Path
) -> None:
    body = Paragraph("body", "Nội dung./.", footnotes=(Footnote("Nội dung", "Nội dung./."),))
    plan = replace(small_plan, body=(body,))
    lone = document_bytes(replace(plan, body=(replace(body, footnotes=()),)), template=template)
    assert [fault.code for fault in fidelity_faults(lone, plan, file="mau.docx")] == ["DO-30"]
    assert document_bytes(plan, template=template)
