"""Edits made in Word, taken into the drafter's workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan.sheets import OWN, cell_text
from analysis.plan.word import messages
from analysis.plan.word.edits import Edits
from analysis.plan.word.printed import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.merging import Row, Table
    from analysis.plan.word.additions import OwnTask
    from analysis.plan.word.cells import CellEdit
    from analysis.plan.word.edits import Change

Tables = Mapping[str, "Table"]
_Tables = dict[str, dict[str, "Row"]]


@dataclass(frozen=True, slots=True)
class Adopted:
    """The workbook's rows by sheet with the edits; which changes were taken, were there, are left.

    A change that was taken in part is also left, each time with the cells that it is there for.
    What is left has its reason.
    """

    tables: Tables
    taken: tuple[Change, ...] = ()
    had: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()


def adopted(tables: Tables, edits: Edits, *, proposed: Tables | None = None) -> Adopted:
    """Return the workbook with the edits that were made in Word.

    Parameters
    ----------
    tables
        The workbook's rows by sheet, as the drafter left them.
    edits
        What was changed in Word.
    proposed
        What the program proposed last: a cell that says it is nobody's edit, even if something
        else was printed.

    Notes
    -----
    A cell that the drafter changed in the workbook too, to something else, stays as it is there. So
    the same edits can be taken twice and change nothing more.
    """
    last = proposed or {}
    made: _Tables = {sheet: dict(rows) for sheet, rows in tables.items()}
    taken: list[Change] = []
    left: list[Change] = []
    had = tuple(change for change in edits.changes if _held(change, tables))
    for change in edits.changes:
        if change in had:
            continue
        if change.own is not None:
            _put(made, change.own)
            taken.append(change)
            continue
        refused = {edit: reason for edit in change.cells if (reason := _refused(edit, made, last))}
        kept = tuple(edit for edit in change.cells if edit not in refused)
        for edit in kept:
            row = made[edit.sheet][edit.row]
            made[edit.sheet][edit.row] = {**row, edit.column: cell_text(edit.now)}
        if kept:
            taken.append(replace(change, cells=kept, reason=""))
        if refused or change.reason:
            reason = next(iter(refused.values()), change.reason)
            left.append(replace(change, cells=tuple(refused), reason=reason))
    return Adopted(made, tuple(taken), had, tuple(left))


def outstanding(tables: Tables, edits: Edits) -> Edits:
    """Return the edits that the workbook does not have yet; prose is never in it.

    Parameters
    ----------
    tables
        The workbook's rows by sheet.
    edits
        What was changed in Word.
    """
    return Edits(tuple(change for change in edits.changes if not _held(change, tables)))


def _held(change: Change, tables: Tables) -> bool:
    if change.own is not None:
        return _has_own(tables.get("tasks", {}), change.own)
    return bool(change.cells) and all(
        tables.get(edit.sheet, {}).get(edit.row, {}).get(edit.column) == cell_text(edit.now)
        for edit in change.cells
    )


def _has_own(rows: Table, own: OwnTask) -> bool:
    said = key_of(own.row["text"])
    return any(
        key.startswith(OWN) and key_of(row.get("text", "")) == said for key, row in rows.items()
    )


def _refused(edit: CellEdit, tables: _Tables, proposed: Tables) -> str:
    """Return why a cell stays as it is, empty when it is taken."""
    row = tables.get(edit.sheet, {}).get(edit.row)
    if row is None:
        return messages.ROW_GONE
    held = row.get(edit.column, "")
    last = proposed.get(edit.sheet, {}).get(edit.row, {}).get(edit.column, edit.was)
    if held in (edit.was, last, cell_text(edit.now)):
        return ""
    return messages.EDITED_IN_WORKBOOK.format(text=held)


def _put(tables: _Tables, own: OwnTask) -> None:
    """Put an added task behind the one that it stands after."""
    rows = tables.setdefault("tasks", {})
    name = _fresh(rows)
    entry = {column: cell_text(text) for column, text in own.row.items()}
    found: dict[str, Row] = {}
    for key, row in rows.items():
        found[key] = row
        if key == own.after:
            found[name] = entry
    tables["tasks"] = found if name in found else {**rows, name: entry}


def _fresh(taken: Iterable[str]) -> str:
    """Return the first id of a person's own row that no row has."""
    held = set(taken)
    return next(f"{OWN}{n}" for n in range(1, len(held) + 2) if f"{OWN}{n}" not in held)
