"""Edits made in Word, taken into the workbook's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.word import messages
from analysis.plan.word.additions import OwnTask
from analysis.plan.word.adopting import adopted, outstanding
from analysis.plan.word.cells import CellEdit
from analysis.plan.word.edits import Change, Edits

if TYPE_CHECKING:
    from analysis.plan.word.adopting import Tables

DEADLINE = CellEdit("tasks", "a", "deadline", "Quý I/2026", "Quý II/2026")
CHANGED = Change("changed", "Quý I/2026", "Quý II/2026", "đoạn 3", cells=(DEADLINE,))
ADDED = Change("added", "", "Họp.", "đoạn 4", own=OwnTask("a", {"text": "Họp.", "lead": ""}))
PROSE = Change("changed", "Một.", "Hai.", "đoạn 1", reason=messages.PROSE)


def tables(**cells: str) -> Tables:
    row = {"text": "Làm.", "deadline": "Quý I/2026", **cells}
    return {"tasks": {"a": row, "b": row}}


def test_an_edit_becomes_its_cell_and_nothing_else_changes() -> None:
    done = adopted(tables(), Edits((CHANGED,)))
    assert done.tables["tasks"]["a"]["deadline"] == "Quý II/2026"
    assert done.tables["tasks"]["b"] == tables()["tasks"]["b"]
    assert (done.taken, done.had, done.left) == ((CHANGED,), (), ())


def test_an_added_task_stands_behind_the_one_it_stood_after() -> None:
    done = adopted(tables(), Edits((ADDED,)))
    assert list(done.tables["tasks"]) == ["a", "rieng-1", "b"]
    assert done.taken == (ADDED,)


def test_taken_twice_nothing_more_changes() -> None:
    edits = Edits((CHANGED, ADDED))
    once = adopted(tables(), edits)
    twice = adopted(once.tables, edits)
    assert twice.tables == once.tables
    assert (twice.taken, twice.had) == ((), edits.changes)


def test_what_the_drafter_wrote_into_the_workbook_stays() -> None:
    done = adopted(tables(deadline="Quý IV/2026"), Edits((CHANGED,)))
    assert done.tables == tables(deadline="Quý IV/2026")
    (left,) = done.left
    assert "Quý IV/2026" in left.reason


def test_what_the_program_proposed_since_gives_way_to_the_edit() -> None:
    now = tables(deadline="Quý III/2026")
    done = adopted(now, Edits((CHANGED,)), proposed=now)
    assert done.tables["tasks"]["a"]["deadline"] == "Quý II/2026"
    assert done.left == ()


def test_a_row_that_is_gone_takes_no_edit() -> None:
    rows = {"tasks": {"b": tables()["tasks"]["b"]}}
    done = adopted(rows, Edits((CHANGED,)))
    assert done.tables == rows
    assert [change.reason for change in done.left] == [messages.ROW_GONE]


def test_prose_is_left_with_its_reason() -> None:
    done = adopted(tables(), Edits((PROSE,)))
    assert (done.taken, done.left) == ((), (PROSE,))


def test_what_the_workbook_has_is_not_outstanding() -> None:
    edits = Edits((CHANGED, ADDED, PROSE))
    assert outstanding(tables(), edits) == edits
    taken = adopted(tables(), edits).tables
    assert outstanding(taken, edits).changes == (PROSE,)
