"""The plan as plain data, and its strings with their places."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.document.context import context, notes, strings
from analysis.document.marks import Notes
from analysis.plan.text import Footnote, Paragraph

if TYPE_CHECKING:
    from analysis.plan.text import PlanText


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


def test_footnotes_are_strings_with_the_place_of_their_paragraph(small_plan: PlanText) -> None:
    noted = Paragraph("body", "Theo Kế hoạch 27./.", footnotes=(Footnote("27", "Số 27/KH."),))
    found = list(strings(replace(small_plan, body=(noted,))))
    assert ("chú thích ở đoạn 1 của nội dung", "Số 27/KH.") in found


def test_footnotes_are_collected_where_they_stand_in_the_text() -> None:
    collected = Notes()
    footnotes = (Footnote("số 5", "Năm."), Footnote("Luật", "Một."), Footnote("số 5", "Sáu."))
    marked = collected.marked("Luật số 5, số 5", footnotes=footnotes)
    assert marked == "Luật⟦chú thích 0⟧ số 5⟦chú thích 1⟧⟦chú thích 2⟧, số 5"
    assert collected.footnotes == ["Một.", "Năm.", "Sáu."]


def test_a_note_and_a_footnote_may_stand_on_the_same_words() -> None:
    collected = Notes()
    marked = collected.marked(
        "chưa có số liệu;", "Chưa công bố", footnotes=[Footnote("chưa có số liệu", "Xem bảng.")]
    )
    assert marked == "⟦ghi chú 0⟧chưa có số liệu⟦/ghi chú 0⟧⟦chú thích 0⟧;"
