"""The drafter's workbook of a report: a person's edits, merged with what is proposed now."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.document.workbook import workbook_bytes
from analysis.document.workbook_reading import read_workbook
from analysis.errors import Place
from analysis.plan.draft import draft_of
from analysis.plan.editing import with_rows
from analysis.plan.sheet_rows import book_of, merged_tables, tables
from analysis.plan.sheets import FILE, LAYOUTS, ROLES, SheetRows, names_in
from analysis.plan.word.adopting import adopted
from analysis.runs import workbook_messages as messages
from analysis.runs.planning import Planned
from analysis.runs.written import FILE as STATE
from analysis.runs.written import read_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.mandate import Mandate
    from analysis.plan.merging import Merged, Table
    from analysis.plan.sheets import Book
    from analysis.plan.word.adopting import Adopted
    from analysis.plan.word.edits import Edits

_TOLD = 80
"""How much of a cell's text a message shows."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The workbook as it stands after a merge.

    `merged` are its sheets and `book` what is written. The warnings tell of cells that were changed
    on both sides, and of what cannot be kept. `adopted` tells what was taken from a Word file.
    """

    merged: Mapping[str, Merged]
    book: Book
    warnings: tuple[Fault, ...]
    adopted: Adopted | None = None

    @property
    def base(self) -> dict[str, Table]:
        """What the next merge compares with."""
        return {sheet: merged.base for sheet, merged in self.merged.items()}

    @property
    def tables(self) -> dict[str, Table]:
        """The rows that people edit, by sheet."""
        return {sheet: merged.rows for sheet, merged in self.merged.items()}

    def content(self) -> bytes:
        """Return the file.

        Raises
        ------
        FaultsError
            DO-39 for every text that is too long for a cell.
        """
        return workbook_bytes(self.book)

    def notice(self) -> str:
        """Return one sentence on what became of the drafter's edits; empty where there are none."""
        tasks = self.merged["tasks"]
        counts = (
            (messages.NEW_ROWS, len(tasks.of("new"))),
            (messages.STRUCK_ROWS, len(tasks.of("struck"))),
            (messages.HIDDEN_ROWS, len(tasks.hidden)),
        )
        told = [text.format(count=count) for text, count in counts if count]
        edits = sum(len(found.edits()) for found in self.merged.values())
        if not edits and not told:
            return ""
        others = "".join(f"; {part}" for part in told)
        return messages.MERGED.format(file=FILE, kept=edits, others=others)


def with_workbook(
    planned: Planned, *, folder: Path, mandate: Mandate | None = None, edits: Edits | None = None
) -> tuple[Planned, Workbook]:
    """Return a plan as the workbook in its report's folder has it, and the workbook itself.

    Parameters
    ----------
    planned
        The plan as the program proposes it.
    folder
        The folder of its report; without a workbook there the plan stays as it is.
    mandate
        Whose plan it is, for one that carries out a provincial plan.
    edits
        Edits made in Word that the workbook is to take.

    Raises
    ------
    FaultsError
        SC-20 to SC-26 and DO-36 to DO-38 for a file that cannot be read, PL-14 to PL-23 for rows
        that cannot be used.
    """
    draft = draft_of(planned.study, form=planned.form, details=planned.details, mandate=mandate)
    path, written = folder / FILE, read_written(folder)
    theirs = read_workbook(path) if path.is_file() else {}
    ours, base = tables(draft), written.workbook if theirs else {}
    if edits is not None and not theirs:  # they are the first of this report
        theirs, base = {one.key: SheetRows(one, ours[one.key]) for one in LAYOUTS}, ours
    rows = {sheet: found.rows for sheet, found in theirs.items()}
    taken = None if edits is None else adopted(rows, edits, proposed=base)
    merged = merged_tables(base, rows if taken is None else taken.tables, ours)
    made = book_of(draft, merged)
    if not theirs:
        return planned, Workbook(merged, made, ())
    edited = with_rows(
        draft, {sheet: replace(theirs[sheet], rows=found.rows) for sheet, found in merged.items()}
    )
    warnings = [*written.warnings, *_warnings(merged, theirs)]
    if path.is_file() and not (folder / STATE).is_file():
        warnings.append(messages.STATE_MISSING.at(Place(file=STATE)))
    warnings += _unknown_names(merged["tasks"], theirs["tasks"], made.lists["agencies"])
    return (
        Planned(planned.form, edited.details, edited.study),
        Workbook(merged, made, tuple(warnings), taken),
    )


def _warnings(merged: Mapping[str, Merged], theirs: Mapping[str, SheetRows]) -> Iterator[Fault]:
    for sheet, found in merged.items():
        rows = theirs[sheet]
        for title in rows.others:
            place = Place(file=FILE, sheet=rows.layout.title)
            yield messages.NOT_KNOWN_COLUMN.at(place, column=title)
        for one in found.conflicts:
            texts = {"theirs": _short(one.theirs), "ours": _short(one.ours)}
            yield messages.CONFLICT.at(rows.place(one.id, one.column), **texts)


def _unknown_names(found: Merged, rows: SheetRows, known: Sequence[str]) -> Iterator[Fault]:
    """Yield the agencies that a person wrote and that neither the register nor a task names."""
    for key, column in found.edits():
        for name in names_in(found.rows[key][column]) if column in ROLES else ():
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                nearest = messages.NEAREST_NAME.format(name=near[0]) if near else ""
                yield messages.NAME_UNKNOWN.at(rows.place(key, column), name=name, nearest=nearest)


def _short(text: str) -> str:
    return shorten(text, _TOLD, placeholder="…")
