"""The tasks of two plans, by their ids."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.deadlines import moved_to
from analysis.plan.comparing.model import Change
from analysis.plan.comparing.weighing import Weight, exchanged
from analysis.plan.sheet_messages import NO, SHEET_COLUMNS
from analysis.plan.sheets import OWN, ROLES, names_in
from analysis.plan.word.aligning import Part, likeness
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.plan.comparing.model import Severity
    from analysis.plan.comparing.weighing import Scale
    from analysis.plan.merging import Row, Table

_COLUMNS = ("index", "criterion", "text", "activity", *ROLES, "deadline", "product")
_NAME = 80
_SAME_TASK = 0.5
"""Rows that people added have ids of one workbook only: two so alike are one task."""


def task_changes(old: Table, new: Table, *, scale: Scale) -> Iterator[Change]:
    """Yield what became of each task: of the first plan in its order, then the new ones.

    Notes
    -----
    Rows that are not chosen are no tasks. The order of names, and a deadline that went with the
    plan's year, matter little; another lead or day and a task that is gone matter most.
    """
    before, after = _chosen(old), _chosen(new)
    for key, row in before.items():
        other = after.get(key)
        if other is None or not _same(key, row, other):
            yield _whole(key, row, "", messages.TASK_REMOVED)
            continue
        for column in _COLUMNS:
            was, now = row.get(column, ""), other.get(column, "")
            if column in row and column in other and was != now:
                weight = _weight(column, was, now, scale)
                place = messages.TASK_CELL.format(
                    task=_named(key, other), column=SHEET_COLUMNS[column]
                )
                yield Change("task", weight.severity, place, was, now, weight.what)
    for key, row in after.items():
        if key not in before or not _same(key, before[key], row):
            yield _whole(key, {}, _text(row), messages.TASK_ADDED, named=row)


def _chosen(rows: Table) -> Table:
    return {key: row for key, row in rows.items() if fold(row.get("chosen", "")) != fold(NO)}


def _same(key: str, row: Row, other: Row) -> bool:
    if not key.startswith(OWN):
        return True
    return likeness(Part("task", _text(row)), Part("task", _text(other))) >= _SAME_TASK


def _whole(key: str, row: Row, now: str, what: str, *, named: Row | None = None) -> Change:
    severity: Severity = "medium" if now else "high"
    return Change("task", severity, _named(key, named or row), _text(row), now, what)


def _text(row: Row) -> str:
    return row.get("text", "")


def _named(key: str, row: Row) -> str:
    name = row.get("activity") or _text(row)
    return messages.TASK.format(id=key, name=shorten(name, _NAME, placeholder="…"))


def _weight(column: str, was: str, now: str, scale: Scale) -> Weight:
    weight = scale.weight(was, now)
    if column in ROLES:
        return _names(column, was, now, weight)
    if weight.severity == "low":
        return weight
    if column == "deadline":
        moved = moved_to(scale.forward(was), now)
        return Weight("high", messages.DEADLINES[moved])
    # Figures in a task's text are told, but it is the deadline and the lead that bind.
    return Weight("medium", weight.what)


def _names(column: str, was: str, now: str, weight: Weight) -> Weight:
    before, after = names_in(was), names_in(now)
    if set(before) == set(after):
        return Weight("low", messages.NAMES_REORDERED)
    if weight.severity == "low":
        return weight
    told = messages.NAMES.format(change=exchanged(before, after))
    return Weight("high" if column == "lead" else "medium", told)
