"""What an import gives: records, what is wrong with them, and what was left aside on purpose."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.errors import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.errors import Fault
    from analysis.reference import IndexText


@dataclass(frozen=True, slots=True)
class Record:
    """One figure of one unit.

    `score` is NaN where the unit was not scored; `printed` is the code or title as the file has
    it; `low`, `high` and `se` are the publisher's own, NaN where it prints none; `max_score` is
    the file's own, where it states one; `rank` the printed one, among `ranked`.
    `details` is what only one kind of file tells, by the name it bears in JSON. `year` is 0 where
    the file states none and none is needed.
    """

    unit_code: str
    unit: str
    year: int
    criterion: str
    score: float
    printed: str = ""
    low: float = math.nan
    high: float = math.nan
    se: float = math.nan
    max_score: float = math.nan
    rank: float = math.nan
    ranked: float = math.nan
    details: Mapping[str, str | int | bool] = field(default_factory=dict)
    place: Place = field(default_factory=Place)


@dataclass(frozen=True)
class Imported:
    """The outcome of reading one or more files of one index.

    Attributes
    ----------
    layout
        The layout that was recognised, in Vietnamese.
    records
        Every figure that could be read, also where there are faults elsewhere.
    faults
        Errors, and warnings that the analyst may accept by their code.
    sources
        What the reader of this index keeps of each file for taking its data in.
    notes
        What was understood or left aside by rule, and is no fault.
    """

    index: IndexText
    layout: str
    records: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[object, ...] = ()

    def years(self) -> tuple[int, ...]:
        """Return the years the records are of, oldest first."""
        return tuple(sorted({record.year for record in self.records}))
