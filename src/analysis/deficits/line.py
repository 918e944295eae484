"""A line of the ledger and the ledger itself, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.reference import Criterion, Edition, Province
    from analysis.scores import Interval

LineKind = Literal["criterion", "unallocated", "rounding"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands on a line among some units.

    `units` are all that there are, `ranked` those with a score. `reason` says why something is not
    known; `median` and `best` are of the scored units.
    """

    rank: int | None = None
    ranked: int | None = None
    units: int = 0
    median: float | None = None
    best: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A line against the year before.

    `score` is None when the years do not compare; `note` then says why, else it tells of a break
    or a rescaling. A rank change is always given when both ranks are known; `rank_note` marks it
    where the methods or the number of ranked units differ.
    """

    previous_score: float | None = None
    score: float | None = None
    comparable: bool = False
    note: str | None = None
    previous_rank: int | None = None
    previous_ranked: int | None = None
    rank: int | None = None
    rank_note: str | None = None
    regional_rank: int | None = None


@dataclass(frozen=True, slots=True)
class Gains:
    """Places won on the index if this line alone rose to a mark, the peers standing still."""

    next_group: int | None = None
    median: int | None = None
    best: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was to be had, what was had, what was lost.

    ``lost = max_score - score`` in the index's own unit; `share` is of the index's whole gap.
    `status` and `rank_status` tell how score and rank came: ``published``, ``derived``,
    ``computed``. `flagged` marks a criterion published as below full marks; `reason` says why a
    figure is missing. `interval` is the publisher's own. `source` names file, row and column, or
    how the figure was computed.
    """

    kind: LineKind
    criterion: Criterion
    score: float | None
    lost: float | None
    share: float | None
    status: str
    rank_status: str
    source: str
    flagged: bool
    reason: str | None
    group: str | None
    group_reason: str | None
    nation: Standing
    region: Standing
    change: Change
    gains: Gains
    interval: Interval | None = None

    @property
    def code(self) -> str:
        """The criterion's code."""
        return self.criterion.code


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every line of one index for one unit and year; parents come before their children."""

    edition: Edition
    unit: Province
    previous_year: int | None
    national_mean: float | None
    lines: tuple[Line, ...]
    warnings: tuple[Fault, ...]

    @property
    def index(self) -> str:
        """The index's short name."""
        return self.edition.index.index

    @property
    def year(self) -> int:
        """The year of the results."""
        return self.edition.year

    @property
    def total(self) -> Line:
        """The line that is the index itself."""
        return self.lines[0]

    def line(self, code: str) -> Line | None:
        """Return the line with this code."""
        return next((line for line in self.lines if line.code == code), None)

    def children(self, code: str, breakdown: str | None = None) -> tuple[Line, ...]:
        """Return the lines directly under `code`, unallocated and rounding lines included."""
        return tuple(
            line
            for line in self.lines
            if line.criterion.parent == code
            and (breakdown is None or line.criterion.breakdown == breakdown)
        )

    def breakdowns(self) -> tuple[str | None, ...]:
        """Return the ways in which the index is broken down; each adds up by itself."""
        found = dict.fromkeys(
            line.criterion.breakdown for line in self.lines if line.criterion.level == 1
        )
        return tuple(found)
