"""Edits made in Word, taken into the drafter's workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan.sheets import OWN, cell_text
from analysis.plan.word import messages
from analysis.plan.word.printed import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.merging import Row, Table
    from analysis.plan.word.additions import OwnTask
    from analysis.plan.word.cells import CellEdit
    from analysis.plan.word.edits import Change, Edits

Tables = Mapping[str, "Table"]
_Tables = dict[str, dict[str, "Row"]]


@dataclass(frozen=True, slots=True)
class Adopted:
    """The workbook's rows by sheet with the edits; the changes that were taken, and those left.

    A change that was taken in part is in both, with the cells that it is there for. What is left
    has its reason.
    """

    tables: Tables
    taken: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()


def adopted(tables: Tables, edits: Edits) -> Adopted:
    """Return the workbook with the edits that were made in Word.

    Parameters
    ----------
    tables
        The workbook's rows by sheet, as the drafter left them.
    edits
        What was changed in Word.

    Notes
    -----
    A cell that the drafter changed in the workbook too, to something else, stays as it is there. So
    the same edits can be taken twice and change nothing more.
    """
    made: _Tables = {sheet: dict(rows) for sheet, rows in tables.items()}
    taken: list[Change] = []
    left: list[Change] = []
    for change in edits.changes:
        if change.own is not None:
            _put(made, change.own)
            taken.append(change)
            continue
        refused = {edit: reason for edit in change.cells if (reason := _refused(edit, made))}
        kept = tuple(edit for edit in change.cells if edit not in refused)
        for edit in kept:
            row = made[edit.sheet][edit.row]
            made[edit.sheet][edit.row] = {**row, edit.column: cell_text(edit.now)}
        if kept:
            taken.append(replace(change, cells=kept, reason=""))
        if refused or change.reason:
            reason = next(iter(refused.values()), change.reason)
            left.append(replace(change, cells=tuple(refused), reason=reason))
    return Adopted(made, tuple(taken), tuple(left))


def _refused(edit: CellEdit, tables: _Tables) -> str:
    """Return why a cell stays as it is, empty when it is taken."""
    row = tables.get(edit.sheet, {}).get(edit.row)
    if row is None:
        return messages.ROW_GONE
    held = row.get(edit.column, "")
    if held in (edit.was, cell_text(edit.now)):
        return ""
    return messages.EDITED_IN_WORKBOOK.format(text=held)


def _put(tables: _Tables, own: OwnTask) -> None:
    """Put an added task behind the one that it stands after, unless it is there already."""
    rows = tables.setdefault("tasks", {})
    said = key_of(own.row["text"])
    if any(
        key.startswith(OWN) and key_of(row.get("text", "")) == said for key, row in rows.items()
    ):
        return
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
