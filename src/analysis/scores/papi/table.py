"""The cells of one year by unit and criterion, and the scores they make."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.errors import Place

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.reference import Edition, Province
    from analysis.scores.papi.readings import Measure, Reading


@dataclass(slots=True)
class Table:
    """The cells of one year by unit and criterion, with what was wrong with them."""

    edition: Edition
    units: dict[str, Province] = field(default_factory=dict)
    cells: dict[tuple[str, str, Measure], tuple[float, Reading]] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    zeros: int = 0
    uncomputed: int = 0

    def value(self, unit: str, criterion: str, measure: Measure = "score") -> float:
        """Return a figure, NaN if there is none."""
        found = self.cells.get((unit, criterion, measure))
        return math.nan if found is None else found[0]

    def place(self, unit: str, criterion: str, measure: Measure = "score") -> Place:
        """Return where a figure stands."""
        found = self.cells.get((unit, criterion, measure))
        return Place() if found is None else found[1].place


def score_of(table: Table, unit: str, criterion: str) -> float:
    """Return the printed score; where the file prints none for a parent, the sum of its parts."""
    value = table.value(unit, criterion)
    if not math.isnan(value) or (unit, criterion) in table.faulty:
        return value
    if (unit, criterion, "score") in table.cells:
        return math.nan
    children = table.edition.children(criterion)
    parts = [score_of(table, unit, child.code) for child in children]
    return math.fsum(parts) if parts else math.nan
