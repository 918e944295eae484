"""A plan edited in Word: every edit is found, and comes back as the cells that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.typing_in_word import Printed, possible, print_plan, removals, typed

from analysis.document.blocks import blocks_of
from analysis.plan.word.edits import word_edits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

NEW = ("province-narrative", "province-tables", "province-single")
OWN = (
    "ubnd-tinh-lang-son-2023",
    "ubnd-tinh-ha-tinh-2021",
    "ubnd-tinh-soc-trang-2023",
    "so-ldtbxh-lang-son-2022",
    "ubnd-huyen-binh-gia-2024",
)
WITH_TASKS = (*NEW, *OWN[:4])


@pytest.fixture(scope="module")
def printed(
    job: Callable[..., Job],
    inputs: Inputs,
    paths: Paths,
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], Printed]:
    """Return a maker of printed plans by form or by the plan's name."""
    made: dict[str, Printed] = {}

    def make(name: str) -> Printed:
        if name not in made:
            found = job("Lạng Sơn", 2026, form=name) if name in NEW else job(plan=name)
            folder = tmp_path_factory.mktemp(name)
            made[name] = print_plan(found, inputs, paths.root / "templates", folder)
        return made[name]

    return make


@pytest.mark.parametrize("name", [*NEW, *OWN])
def test_a_document_that_nobody_edited_has_no_edits(
    printed: Callable[[str], Printed], name: str
) -> None:
    plan = printed(name)
    assert word_edits(plan.written, blocks_of(plan.file).blocks).changes == ()


def test_a_column_taken_out_of_a_table_does_not_put_its_neighbour_s_cells_in_its_place(
    printed: Callable[[str], Printed], tmp_path: Path
) -> None:
    plan = printed("ubnd-tinh-soc-trang-2023")
    document = Document(str(plan.file))
    for row in document.tables[2].rows:
        row._tr.remove(row._tr.tc_lst[5])  # the products, before the deadlines
    document.save(str(tmp_path / "ke-hoach.docx"))
    found = word_edits(plan.written, blocks_of(tmp_path / "ke-hoach.docx").blocks)
    assert found.changes
    assert found.cells == {}
    assert any("đổi chỗ" in change.reason for change in found.changes)


@pytest.mark.parametrize("name", WITH_TASKS)
@settings(max_examples=12)
@given(data=st.data())
def test_edits_of_any_tasks_come_back_as_their_cells(
    printed: Callable[[str], Printed], name: str, data: st.DataObject
) -> None:
    plan = printed(name).written
    every = possible(plan)
    chosen = data.draw(st.lists(st.sampled_from(range(len(every))), unique=True, max_size=40))
    edits = [every[place] for place in chosen]
    found = word_edits(plan, typed(plan, edits))
    assert found.cells == {cell: text for edit in edits for cell, text in edit.cells.items()}
    assert found.own == ()


@pytest.mark.parametrize("name", WITH_TASKS)
@settings(max_examples=8)
@given(data=st.data())
def test_tasks_that_were_taken_out_are_not_chosen(
    printed: Callable[[str], Printed], name: str, data: st.DataObject
) -> None:
    plan = printed(name).written
    every = list(removals(plan))
    chosen = data.draw(st.lists(st.sampled_from(range(len(every))), unique=True, max_size=10))
    edits = [every[place] for place in chosen]
    found = word_edits(plan, typed(plan, edits))
    assert found.cells == {cell: text for edit in edits for cell, text in edit.cells.items()}
