"""Two reports or documents compared as far as both have the same parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.facts import task_table
from analysis.plan.comparing.figures import figure_changes
from analysis.plan.comparing.information import (
    identity_changes,
    letter_changes,
    letter_parts,
    sheet_parts,
)
from analysis.plan.comparing.model import KINDS, Comparison
from analysis.plan.comparing.targets import meanings, target_changes
from analysis.plan.comparing.tasks import task_changes
from analysis.plan.comparing.weighing import Scale
from analysis.plan.comparing.wording import document_changes
from analysis.plan.comparing.years import years_between
from analysis.plan.sheets import ROLES, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analysis.plan.comparing.model import Change, Side
    from analysis.plan.merging import Table
    from analysis.reference import Break


def compare(
    a: Side,
    b: Side,
    *,
    names: Iterable[str] = (),
    breaks: Mapping[str, Sequence[Break]] | None = None,
) -> Comparison:
    """Return every change from one side to the other.

    Parameters
    ----------
    a, b
        The sides; what only one of them has is not compared.
    names
        The names of bodies that are known beside those in the tasks.
    breaks
        The breaks in the series of each index.

    Notes
    -----
    Tasks, targets and the parts of the letter are those of the workbooks, which may be newer than
    the rest; without two workbooks those of the facts.
    """
    known = (*names, *_named(a), *_named(b))
    scale = Scale(names=known, years=years_between(a, b))
    found = list(_changes(a, b, scale, {} if breaks is None else breaks))
    ordered = sorted(found, key=lambda change: KINDS.index(change.kind))
    return Comparison(a, b, tuple(ordered), tuple(_left_out(a, b)))


def _changes(
    a: Side, b: Side, scale: Scale, breaks: Mapping[str, Sequence[Break]]
) -> Iterator[Change]:
    if a.facts is not None and b.facts is not None:
        yield from identity_changes(a.facts, b.facts)
        sheets = a.sheets is not None and b.sheets is not None
        yield from figure_changes(a.facts, b.facts, breaks=breaks, targets=not sheets)
    if a.sheets is not None and b.sheets is not None:
        yield from _of_sheets(a, b, a.sheets, b.sheets, scale)
    elif a.facts is not None and b.facts is not None:
        yield from letter_changes(letter_parts(a.facts), letter_parts(b.facts), scale=scale)
        yield from task_changes(task_table(a.facts), task_table(b.facts), scale=scale)
    if a.blocks is not None and b.blocks is not None:
        yield from document_changes(a.blocks, b.blocks, scale=scale)


def _of_sheets(
    a: Side, b: Side, old: Mapping[str, Table], new: Mapping[str, Table], scale: Scale
) -> Iterator[Change]:
    before, after = (sheet_parts(sheets.get("information", {})) for sheets in (old, new))
    yield from letter_changes(before, after, scale=scale)
    known = a.facts is not None and b.facts is not None
    keys = (meanings(a.facts), meanings(b.facts)) if known else ({}, {})
    was, now = (sheets.get("targets", {}) for sheets in (old, new))
    yield from target_changes(was, now, keys=keys, scale=scale)
    yield from task_changes(old.get("tasks", {}), new.get("tasks", {}), scale=scale)


def _named(side: Side) -> Iterator[str]:
    tables = [] if side.facts is None else [task_table(side.facts)]
    tables += [] if side.sheets is None else [side.sheets.get("tasks", {})]
    for rows in tables:
        for row in rows.values():
            for role in ROLES:
                yield from names_in(row.get(role, ""))


def _left_out(a: Side, b: Side) -> Iterator[str]:
    parts = (
        (messages.FACTS, a.facts, b.facts),
        (messages.WORKBOOK, a.sheets, b.sheets),
        (messages.DOCUMENT, a.blocks, b.blocks),
    )
    for part, mine, theirs in parts:
        if (mine is None) != (theirs is None):
            yield messages.LEFT_OUT.format(part=part, side="A" if mine is None else "B")
