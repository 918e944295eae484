"""What the plan's strings must be before anything is rendered."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest

from analysis.document.context import context, notes, strings, text_faults
from analysis.document.marks import Notes
from analysis.plan.text import Cell, Paragraph, PlanText, Row


def codes(plan: PlanText) -> list[str]:
    return [fault.code for fault in text_faults(plan)]


def test_a_clean_plan_has_no_faults(plan: PlanText) -> None:
    assert codes(plan) == []


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\n", "\t", "\u200b", "\ufeff", "\uf0b7"])
def test_characters_that_print_nothing_are_refused_not_stripped(plan: PlanText, char: str) -> None:
    (fault,) = text_faults(replace(plan, title=f"Kế{char}hoạch"))
    assert (fault.code, fault.place.detail) == ("DO-20", "trích yếu")
    assert char not in fault.what


@pytest.mark.parametrize("mark", ["{{", "}}", "{%", "%}", "{#", "{_{", "⟦", "⟧"])
def test_the_marks_of_templates_are_refused(plan: PlanText, mark: str) -> None:
    faults = text_faults(replace(plan, body=(Paragraph("body", f"Nhiệm vụ {mark} khác"),)))
    assert [fault.code for fault in faults] == ["DO-21"]
    assert faults[0].place.detail == "đoạn 1 của nội dung"


def test_decomposed_letters_are_refused(plan: PlanText) -> None:
    assert codes(replace(plan, signer=unicodedata.normalize("NFD", "Nguyễn Văn A"))) == ["DO-22"]


def test_a_note_is_checked_like_text(plan: PlanText) -> None:
    assert codes(replace(plan, body=(Paragraph("body", "a", notes=("b\tc",)),))) == ["DO-20"]


def test_a_ragged_row_is_refused_with_its_place(plan: PlanText) -> None:
    appendix = plan.appendices[0]
    rows = (*appendix.table.rows[:2], Row("data", (Cell("1"), Cell("x"))))
    ragged = replace(appendix, table=replace(appendix.table, rows=rows))
    (fault,) = text_faults(replace(plan, appendices=(ragged,)))
    assert (fault.code, fault.place.detail) == ("DO-23", "bảng của Phụ lục I, dòng 3")


def test_all_faults_come_at_once(plan: PlanText) -> None:
    assert sorted(codes(replace(plan, title="a\tb", number="{{", kind="c\x00"))) == [
        "DO-20",
        "DO-20",
        "DO-21",
    ]


def test_a_template_sees_plain_data_only(plan: PlanText) -> None:
    data = context(plan, Notes())
    assert json.loads(json.dumps(data)) == data


def test_notes_are_numbered_in_document_order(plan: PlanText) -> None:
    collected = Notes()
    context(plan, collected)
    in_body = [note for place, note in notes(plan) if "nội dung" in place]
    assert collected.texts == in_body
    assert len(in_body) == 2


def test_a_cell_of_several_lines_is_several_strings(plan: PlanText) -> None:
    texts = [text for _, text in strings(plan)]
    assert "UBND các huyện, thành phố" in texts
    assert not any("\n" in text for text in texts)
