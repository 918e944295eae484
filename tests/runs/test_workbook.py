"""The drafter's workbook in a report's folder: edited there, merged, and never lost."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from analysis.deficits import Target
from analysis.document.workbook import HEAD_ROW
from analysis.errors import FaultsError
from analysis.plan.replanning import replanned
from analysis.plan.sheet_messages import NO, SHEET_COLUMNS, YES
from analysis.plan.sheets import FILE, layout
from analysis.runs.workbook import Workbook, with_workbook
from analysis.runs.written import FILE as STATE
from analysis.runs.written import Written, read_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.jobs import Job
    from analysis.runs.planning import Planned


@pytest.fixture
def planned(job: Callable[..., Job]) -> Planned:
    return job("Lạng Sơn", 2023).planned


def saved(planned: Planned, folder: Path) -> Workbook:
    """Merge and write, as a run does."""
    _, book = with_workbook(planned, folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(book.content())
    (folder / STATE).write_text(Written(book.base).text(), encoding="utf-8")
    return book


def edit(folder: Path, cells: dict[tuple[str, str], str], *, sheet: str = "tasks") -> None:
    """Type texts into cells told by row id and column, as a person does; an unknown id is added."""
    file = load_workbook(folder / FILE)
    page = file[layout(sheet).title]
    places = {cell.value: place for place, cell in enumerate(page[HEAD_ROW], start=1)}
    rows = {str(page.cell(number, 1).value): number for number in range(3, page.max_row + 1)}
    spare = next(n for n in range(3, page.max_row + 2) if page.cell(n, 1).value is None)
    for (key, column), text in cells.items():
        number = rows.get(key, spare)
        page.cell(number, places[SHEET_COLUMNS[column]]).value = text
    file.save(folder / FILE)


def delete(folder: Path, key: str) -> None:
    file = load_workbook(folder / FILE)
    page = file[layout("tasks").title]
    page.delete_rows(next(n for n in range(3, page.max_row + 1) if page.cell(n, 1).value == key))
    file.save(folder / FILE)


def ids(study: Study) -> list[str]:
    return [task.task.id for item in study.indices for task in item.tasks]


def without(planned: Planned, key: str) -> Planned:
    """Return a plan that does not propose a task any more."""
    tasks = {task.task.id: task for item in planned.study.indices for task in item.tasks}
    kept = {name: task for name, task in tasks.items() if name != key}
    return replace(planned, study=replanned(planned.study, kept=kept, added=()))


def test_a_new_report_has_a_workbook_of_what_is_proposed(planned: Planned, tmp_path: Path) -> None:
    same, book = with_workbook(planned, folder=tmp_path / "2023")
    assert same == planned
    assert list(book.merged["tasks"].rows) == ids(planned.study)
    assert set(book.merged["tasks"].states.values()) == {"kept"}
    assert (book.notice(), book.warnings) == ("", ())


def test_a_workbook_that_nobody_edited_changes_nothing(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    content = (tmp_path / FILE).read_bytes()
    same, book = with_workbook(planned, folder=tmp_path)
    assert same == planned
    assert book.content() == content
    assert book.notice() == ""


def test_edits_are_in_the_plan_and_still_in_the_workbook(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    first, second, *_ = ids(planned.study)
    edit(tmp_path, {(first, "deadline"): "Quý II/2024", (second, "chosen"): NO})
    edited, book = with_workbook(planned, folder=tmp_path)
    assert ids(edited.study) == [key for key in ids(planned.study) if key != second]
    assert edited.study.indices[0].tasks[0].task.deadline == "Quý II/2024"
    rows = book.merged["tasks"].rows
    assert (rows[first]["deadline"], rows[second]["chosen"]) == ("Quý II/2024", NO)
    assert "giữ 2 ô người soạn đã sửa" in book.notice()


def test_an_agency_that_nobody_knows_is_told_with_the_nearest(
    planned: Planned, tmp_path: Path
) -> None:
    saved(planned, tmp_path)
    first, second, *_ = ids(planned.study)
    edit(tmp_path, {(first, "lead"): "Sở Nội Vụ; Sở Tư pháp", (second, "lead"): "Sở Y tế"})
    _, book = with_workbook(planned, folder=tmp_path)
    assert [fault.code for fault in book.warnings] == ["RN-46"]
    assert "“Sở Nội Vụ”" in book.warnings[0].what
    assert "có phải “Sở Nội vụ”" in book.warnings[0].what


def test_without_its_workbook_a_report_starts_anew(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    edit(tmp_path, {(ids(planned.study)[0], "text"): "Lời khác"})
    saved(planned, tmp_path)
    (tmp_path / FILE).unlink()
    same, book = with_workbook(planned, folder=tmp_path)
    assert same == planned
    assert book.notice() == ""


def test_a_task_not_proposed_any_more_is_struck_and_can_be_kept(
    planned: Planned, tmp_path: Path
) -> None:
    saved(planned, tmp_path)
    gone = ids(planned.study)[1]
    edited, book = with_workbook(without(planned, gone), folder=tmp_path)
    assert gone not in ids(edited.study)
    assert book.merged["tasks"].of("struck") == (gone,)
    assert "gạch ngang 1 nhiệm vụ" in book.notice()
    saved(without(planned, gone), tmp_path)
    edit(tmp_path, {(gone, "chosen"): YES})
    wanted, _ = with_workbook(without(planned, gone), folder=tmp_path)
    assert gone in ids(wanted.study)


def test_a_new_proposal_is_added_and_marked(planned: Planned, tmp_path: Path) -> None:
    new = ids(planned.study)[1]
    saved(without(planned, new), tmp_path)
    edited, book = with_workbook(planned, folder=tmp_path)
    assert new in ids(edited.study)
    assert book.merged["tasks"].states[new] == "new"
    assert "thêm 1 nhiệm vụ mới" in book.notice()


def test_a_row_the_drafter_deleted_does_not_come_back(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    gone = ids(planned.study)[2]
    delete(tmp_path, gone)
    for _ in range(2):
        assert gone not in saved(planned, tmp_path).merged["tasks"].rows
    edited, _ = with_workbook(planned, folder=tmp_path)
    assert gone not in ids(edited.study)


def test_what_both_sides_changed_is_told_and_the_drafter_s_stands(
    planned: Planned, tmp_path: Path
) -> None:
    item = planned.study.indices[0]
    code = item.targets[0].code
    key = f"{item.index}:{code}"
    saved(planned, tmp_path)
    edit(tmp_path, {(key, "target"): "6,50"}, sheet="targets")
    targets = (Target(code, 7.0, "đề xuất khác"), *item.targets[1:])
    others = planned.study.indices[1:]
    study = replace(planned.study, indices=(replace(item, targets=targets), *others))
    edited, book = with_workbook(replace(planned, study=study), folder=tmp_path)
    assert edited.study.indices[0].targets[0].score == 6.5
    (warning,) = book.warnings
    assert (warning.code, warning.severity) == ("RN-41", "warning")
    assert "“6,50”" in warning.what
    assert "“7,00”" in warning.what
    assert (warning.place.sheet, warning.place.column) == ("Mục tiêu", "Mục tiêu")


def test_results_are_the_program_s_whatever_is_typed_there(
    planned: Planned, tmp_path: Path
) -> None:
    saved(planned, tmp_path)
    before = (tmp_path / FILE).read_bytes()
    key = f"PAPI:{planned.study.indices[0].targets[0].code}"
    edit(tmp_path, {(key, "result"): "9,99"}, sheet="targets")
    assert saved(planned, tmp_path).notice() == ""
    assert (tmp_path / FILE).read_bytes() == before


def test_a_column_of_the_drafter_s_own_is_told(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    file = load_workbook(tmp_path / FILE)
    page = file[layout("tasks").title]
    page.cell(HEAD_ROW, page.max_column + 1).value = "Kinh phí"
    file.save(tmp_path / FILE)
    _, book = with_workbook(planned, folder=tmp_path)
    (warning,) = book.warnings
    assert (warning.code, warning.place.sheet) == ("RN-42", "Nhiệm vụ")
    assert "“Kinh phí”" in warning.what


def test_rows_that_cannot_be_used_are_told_all_at_once(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    first, second, *_ = ids(planned.study)
    edit(tmp_path, {(first, "text"): "", (second, "chosen"): "chưa"})
    with pytest.raises(FaultsError) as caught:
        with_workbook(planned, folder=tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["PL-14", "PL-17"]
    assert {fault.place.file for fault in caught.value.faults} == {FILE}


@pytest.mark.parametrize("state", ["{", '{"workbook": {"tasks": 3}}', "\udcff"])
def test_with_a_broken_state_every_cell_counts_as_edited(
    planned: Planned, tmp_path: Path, state: str
) -> None:
    saved(planned, tmp_path)
    first = ids(planned.study)[0]
    edit(tmp_path, {(first, "product"): "Sổ tay"})
    (tmp_path / STATE).write_text(state, encoding="utf-8", errors="surrogateescape")
    edited, book = with_workbook(planned, folder=tmp_path)
    assert edited.study.indices[0].tasks[0].task.product == "Sổ tay"
    assert book.warnings[0].code == "RN-40"


def test_a_state_that_was_deleted_is_told(planned: Planned, tmp_path: Path) -> None:
    saved(planned, tmp_path)
    (tmp_path / STATE).unlink()
    _, book = with_workbook(planned, folder=tmp_path)
    assert [fault.code for fault in book.warnings] == ["RN-45"]


def test_the_state_comes_back_as_it_was_written(planned: Planned, tmp_path: Path) -> None:
    book = saved(planned, tmp_path)
    assert read_written(tmp_path).workbook == json.loads(json.dumps(book.base))
    assert read_written(tmp_path / "none") == Written()


_WORDS = st.text("aăđẹ Ộ,.;", min_size=1).map(str.split).map(" ".join).filter(bool)
_STEP = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(["deadline", "product", "note"]), _WORDS),
    st.tuples(st.just("drop"), st.just(""), st.just("")),
    st.tuples(st.just("propose"), st.just(""), st.just("")),
)


@settings(max_examples=6)
@given(steps=st.lists(st.tuples(st.integers(0, 3), _STEP), min_size=1, max_size=4))
def test_no_edit_is_lost_in_any_order_of_edits_and_reruns(
    planned: Planned,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, tuple[str, str, str]]],
) -> None:
    folder = tmp_path_factory.mktemp("thu-tu")
    saved(planned, folder)
    keys = ids(planned.study)[:4]
    typed: dict[tuple[str, str], str] = {}
    now = planned
    for place, (kind, column, text) in steps:
        if kind == "edit":
            edit(folder, {(keys[place], column): text})
            typed[keys[place], column] = text
        else:
            now = without(planned, keys[place]) if kind == "drop" else planned
        rows = saved(now, folder).merged["tasks"].rows
        assert {cell: rows[cell[0]][cell[1]] for cell in typed} == typed
