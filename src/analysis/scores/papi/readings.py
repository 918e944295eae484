"""Cells of a PAPI file before they are judged: which unit, criterion and measure each is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from analysis.scores import messages

if TYPE_CHECKING:
    from analysis.errors import Fault, Place
    from analysis.reference import Edition, Province
    from analysis.scores.papi.titles import Match, Title
    from analysis.scores.sheets import Cell, Grid

Measure = Literal["score", "low", "high", "se"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cell: `printed` is the criterion's code or title as the file has it.

    `uncomputed` marks a formula whose result was never saved.
    """

    unit: Province
    criterion: str
    measure: Measure
    cell: Cell
    place: Place
    printed: str
    uncomputed: bool = False


@dataclass(slots=True)
class Batch:
    """The readings of one sheet for one year.

    `expected` are the criteria that a sheet of this layout must have; `seen` those it has, with
    their printed codes; `units` the units, with where they stand.
    `unread` are the printed codes of titles that mean no criterion of the year; `unnamed` counts
    columns or rows whose unit could not be told, `claimed` are the units that a code and a name
    in contradiction stand for: one of them is not absent.
    """

    edition: Edition
    grid: Grid
    expected: frozenset[str]
    readings: list[Reading] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    units: dict[str, Place] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    unnamed: int = 0
    claimed: set[str] = field(default_factory=set)

    def read(
        self, unit: Province, criterion: str, measure: Measure, *, row: int, column: int
    ) -> None:
        """Add the cell at a row and column."""
        self.readings.append(
            Reading(
                unit,
                criterion,
                measure,
                self.grid.cell(row, column),
                self.grid.place(row, column),
                self.seen.get(criterion, criterion),
                (row, column) in self.grid.uncomputed,
            )
        )

    def absent(self) -> list[str]:
        """Return the criteria that the sheet should have and has not, in the edition's order."""
        order = [line.code for line in self.edition.criteria]
        return [code for code in order if code in self.expected and code not in self.seen]

    def criterion(self, match: Match, title: Title, place: Place) -> str | None:
        """Return the criterion of a title and remember that it was seen; None with a fault."""
        year = self.edition.year
        words = {"code": title.code, "name": title.name, "year": year}
        if match.code is None:
            self.unread.append(title.code)
        if match.conflict:
            fault = messages.TITLE_CONFLICT.at(place, meant=match.conflict, **words)
        elif match.code is None:
            fault = messages.TITLE_UNKNOWN.at(place, **words)
        elif match.code in self.seen:
            fault = messages.CRITERION_TWICE.at(place, value=title.code)
        else:
            self.seen[match.code] = title.code
            return match.code
        self.faults.append(fault)
        return None
