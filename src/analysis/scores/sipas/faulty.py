"""What is wrong with the cells of a large file: each told by its place, up to a number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from analysis.scores import survey_messages as texts
from analysis.scores.sheets import letter

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.errors import Fault
    from analysis.scores.sipas.chunks import Cells, Source

MOST = 200
"""How many faulty cells and rows of a file have a line of their own."""


@dataclass(slots=True)
class Faulty:
    """Faulty cells by column and overlong rows (column 0), the first of each and their number.

    A cell's text is kept only where it is a short number: any other may be a personal datum that
    slipped into the column.
    """

    counts: dict[int, int] = field(default_factory=dict)
    _firsts: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def take_rows(self, rows: npt.NDArray[np.int64]) -> None:
        """Take rows with more cells than titles."""
        self._take(0, [(int(row), "") for row in rows[:MOST]], len(rows))

    def take_cells(
        self, column: int, cells: Cells, *, at: npt.NDArray[np.intp], rows: npt.NDArray[np.int64]
    ) -> None:
        """Take the cells of a column that stand at some places of a chunk with these rows."""
        found = [(int(rows[row]), _shown(cells.texts[cells.codes[row]])) for row in at[:MOST]]
        self._take(column, found, len(at))

    def _take(self, column: int, found: list[tuple[int, str]], count: int) -> None:
        self.counts[column] = self.counts.get(column, 0) + count
        firsts = self._firsts.setdefault(column, [])
        firsts += found[: MOST - len(firsts)]

    def faults(self, source: Source, *, without: frozenset[int]) -> list[Fault]:
        """Return the faults by row, leaving out columns that have a fault of their own."""
        firsts = sorted(
            (row, column, shown)
            for column, found in self._firsts.items()
            if column not in without
            for row, shown in found
        )
        faults = [
            texts.ANSWER_OUTSIDE.at(source.place(row, letter(column)), value=shown)
            if column
            else texts.ROW_TOO_LONG.at(source.place(row))
            for row, column, shown in firsts[:MOST]
        ]
        rest = sum(n for column, n in self.counts.items() if column not in without) - len(faults)
        return [*faults, texts.MORE_FAULTS.at(source.place(), count=rest)] if rest else faults


def _shown(text: str) -> str:
    if len(text) <= 2 and text.isdecimal():
        return texts.ANSWER_NUMBER.format(value=text)
    return texts.ANSWER_TEXT


def repeated_forms(
    source: Source,
    *,
    rows: npt.NDArray[np.int64],
    forms: npt.NDArray[np.uint64],
    within: npt.NDArray[np.int64],
) -> list[Fault]:
    """Return a warning for each row whose form number an earlier row of the same group has.

    Parameters
    ----------
    rows
        The rows' numbers in the file.
    forms
        What tells the form numbers apart, 0 where there is none.
    within
        The group in which form numbers should differ: units often number their own.
    """
    given = np.flatnonzero(forms)
    order = given[np.lexsort((rows[given], within[given], forms[given]))]
    same = np.zeros(len(order), dtype=np.bool_)
    same[1:] = (forms[order][1:] == forms[order][:-1]) & (within[order][1:] == within[order][:-1])
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
    found = sorted(
        (int(rows[order[at]]), int(rows[order[starts[at]]])) for at in np.flatnonzero(same)
    )
    number = next((letter(column.number) for column in source.head.of("form")), "")
    faults = [
        texts.FORM_REPEATED.at(source.place(row, number), first=first)
        for row, first in found[:MOST]
    ]
    rest = len(found) - len(faults)
    return [*faults, texts.MORE_REPEATED.at(source.place(), count=rest)] if rest else faults
