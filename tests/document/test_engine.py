"""Templates that are missing, damaged, under review or faulty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from jinja2.exceptions import SecurityError, UndefinedError
from openpyxl import Workbook

from analysis.document import render_plan
from analysis.document.engine import environment
from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, style_id, text_of
from analysis.errors import FaultsError
from analysis.plan.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText


def codes(plan: PlanText, template: Path) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        document_bytes(plan, template=template)
    assert all(fault.place.file == template.name for fault in caught.value.faults)
    return [fault.code for fault in caught.value.faults]


def test_a_missing_template_is_a_fault(small_plan: PlanText, tmp_path: Path) -> None:
    assert codes(small_plan, tmp_path / "mau.docx") == ["DO-01"]
    assert codes(small_plan, tmp_path) == ["DO-01"]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_template_is_a_fault(
    small_plan: PlanText, template: Path, tmp_path: Path, share: float
) -> None:
    whole = template.read_bytes()
    cut = tmp_path / "mau.docx"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert codes(small_plan, cut) == ["DO-02"]


def test_a_damaged_part_is_a_fault(small_plan: PlanText, template: Path, tmp_path: Path) -> None:
    whole = bytearray(template.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    damaged = tmp_path / "mau.docx"
    damaged.write_bytes(whole)
    assert codes(small_plan, damaged) == ["DO-02"]


def test_a_file_that_is_not_word_is_a_fault(small_plan: PlanText, tmp_path: Path) -> None:
    text, workbook, archive = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    text.write_text("Kế hoạch", "utf-8")
    Workbook().save(workbook)
    with ZipFile(archive, "w") as package:
        package.writestr("a.txt", "Kế hoạch")
    assert [codes(small_plan, path) for path in (text, workbook, archive)] == [["DO-02"]] * 3


def test_a_document_without_a_body_is_a_fault(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    assert codes(small_plan, edited("w:body>", "w:corpse>")) == ["DO-02"]


def test_all_faulty_tags_come_at_once(small_plan: PlanText, edited: Callable[..., Path]) -> None:
    template = edited("{{ signer }}", "{{ singer }} {{ number.format() }}")
    assert codes(small_plan, template) == ["DO-05", "DO-06"]


def test_tags_of_the_page_header_are_checked_too(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    template = edited("<w:t>2</w:t>", "<w:t>{{ nmuber }}</w:t>", "word/header1.xml")
    with pytest.raises(FaultsError) as caught:
        document_bytes(small_plan, template=template)
    assert "đầu trang" in caught.value.faults[0].place.text()


def test_a_tag_split_over_runs_by_word_still_prints(
    small_plan: PlanText, edited: Callable[..., Path], part: Callable[..., etree._Element]
) -> None:
    split = "{{ ki</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>nd }}"
    data = document_bytes(small_plan, template=edited("{{ kind }}", split))
    assert "KẾ HOẠCH" in map(text_of, paragraphs(part(data)))


def test_quotes_that_word_curls_are_read_as_straight_ones(
    small_plan: PlanText, edited: Callable[..., Path], part: Callable[..., etree._Element]
) -> None:
    plan = replace(small_plan, body=(Paragraph("plus", "+ Rà soát./."),))
    data = document_bytes(plan, template=edited('p.kind == "plus"', "p.kind == “plus”"))
    (paragraph,) = (p for p in paragraphs(part(data)) if text_of(p) == "+ Rà soát./.")
    assert style_id(paragraph) == "KHPlus"


def test_a_broken_tag_among_the_files_properties_is_a_fault(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    assert codes(small_plan, edited("Kế hoạch (mẫu)", "{{ x", "docProps/core.xml")) == ["DO-04"]


def test_a_loop_that_cuts_across_a_cell_is_a_fault(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    cell = "{{ number }}{% for p in body %}</w:t></w:r></w:p></w:tc>{% endfor %}"
    template = edited("{{ number }}</w:t></w:r></w:p></w:tc>", cell)
    twice = replace(small_plan, body=small_plan.body * 2)
    assert codes(twice, template) == ["DO-07"]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ('<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>', "Track Changes"),
        ('<w:commentRangeStart w:id="7"/>', "Comments"),
    ],
)
def test_a_template_under_review_is_refused(
    small_plan: PlanText, edited: Callable[..., Path], mark: str, words: str
) -> None:
    template = edited(
        '<w:r><w:t xml:space="preserve">{{ title }}', f"{mark}<w:r><w:t>{{{{ title }}}}"
    )
    with pytest.raises(FaultsError, match=words) as caught:
        document_bytes(small_plan, template=template)
    assert [fault.code for fault in caught.value.faults] == ["DO-03"]


def test_nothing_is_written_while_a_fault_stands(small_plan: PlanText, tmp_path: Path) -> None:
    out = tmp_path / "ke-hoach.docx"
    with pytest.raises(FaultsError):
        render_plan(small_plan, template=tmp_path / "mau.docx", out=out)
    assert not out.exists()


def test_a_file_that_cannot_be_written_is_a_fault(
    small_plan: PlanText, template: Path, tmp_path: Path
) -> None:
    with pytest.raises(FaultsError) as caught:
        render_plan(small_plan, template=template, out=tmp_path / "khong-co" / "ke-hoach.docx")
    assert [fault.code for fault in caught.value.faults] == ["DO-34"]


def test_the_environment_escapes_is_strict_and_shut() -> None:
    env = environment()
    assert env.from_string("{{ x }}").render(x="< 50% & tăng") == "&lt; 50% &amp; tăng"
    with pytest.raises(UndefinedError):
        env.from_string("{{ x }}").render()
    with pytest.raises(SecurityError):
        env.from_string("{{ x.__class__.mro() }}").render(x="")
