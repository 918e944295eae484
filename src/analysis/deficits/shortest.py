"""The shortest way to some points: the fewest criteria, those in the unit's own hands first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.deficits.field import Field
    from analysis.deficits.line import Ledger, Line
    from analysis.reference import Criterion, Edition

# What is mostly outside a unit's hands is never offered.
_ORDER = ("own", "survey")
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """One criterion of the way.

    `points` are won on it, `share_of_room` is how much of its room that closes (0 to 1),
    `reaches` is the score then.
    """

    code: str
    points: float
    share_of_room: float
    reaches: float


@dataclass(frozen=True, slots=True)
class Shortest:
    """The steps in the order in which they are taken, and the points that no step reaches."""

    steps: tuple[Step, ...]
    remainder: float


class _Room(NamedTuple):
    """What a line still has to win."""

    line: Line
    score: float
    points: float


def shortest_way(ledger: Ledger, *, field: Field, points: float) -> Shortest:
    """Return the fewest criteria that win `points`, own-hands criteria first.

    Parameters
    ----------
    ledger
        The unit's ledger.
    field
        The field of the same index and year.
    points
        The points to be won on the index; none for zero and less.

    Notes
    -----
    Only the lowest lines that have a score count, and only of one breakdown of the index, so that
    no point is won twice. The room of a line is what the best of the country has more, else its
    lost points. Own-hands criteria come before those of a survey, the largest room first; the
    last step is partial. An index that is not a sum of its lines has no steps.
    """
    left = max(points, 0.0)
    steps = []
    for room in _rooms(ledger, field):
        if left <= _NOISE:
            break
        won = min(room.points, left)
        steps.append(Step(room.line.code, won, won / room.points, room.score + won))
        left -= won
    return Shortest(tuple(steps), left if left > _NOISE else 0.0)


def _rooms(ledger: Ledger, field: Field) -> list[_Room]:
    """Return the rooms of the lines on offer, in the order in which they are taken."""
    if not ledger.edition.index.summed:
        return []
    rooms = [
        _Room(line, line.score, room)
        for line in _leaves(ledger)
        if line.score is not None and (room := _room(line, line.score, field)) > _NOISE
    ]
    offered = [room for room in rooms if room.line.criterion.control in _ORDER]
    return sorted(
        offered, key=lambda room: (_ORDER.index(room.line.criterion.control), -room.points)
    )


def _leaves(ledger: Ledger) -> list[Line]:
    """Return the lowest scored lines of the breakdown that knows most of them."""
    scored = [
        line
        for line in ledger.lines
        if line.kind == "criterion" and line.criterion.level > 0 and line.score is not None
    ]
    above = {code for line in scored for code in _above(line.criterion, ledger.edition)}
    leaves = [line for line in scored if line.code not in above]
    ways = [
        [line for line in leaves if line.criterion.breakdown == breakdown]
        for breakdown in ledger.breakdowns()
    ]
    return max(ways, key=len, default=[])


def _above(criterion: Criterion, edition: Edition) -> Iterator[str]:
    """Return the codes of all lines above a criterion."""
    line: Criterion | None = criterion
    while line is not None and line.parent is not None:
        yield line.parent
        line = edition.criterion(line.parent)


def _room(line: Line, score: float, field: Field) -> float:
    """Return the points between a line's score and the best of the country, else its maximum."""
    room = line.lost
    if line.code in field.computed:
        best = float(field.scores[line.code].max()) - score
        room = best if room is None else min(best, room)
    return 0.0 if room is None or math.isnan(room) else room
