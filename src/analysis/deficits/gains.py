"""What closing one line's gap would bring: places on the index, the peers standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.deficits.line import Gains
from analysis.deficits.ranks import group_of
from analysis.reference import TOTAL

if TYPE_CHECKING:
    import pandas as pd

    from analysis.deficits.field import Field
    from analysis.reference import Criterion


def places_gained(field: Field, unit: str, *, points: float) -> int:
    """Return how many places `unit` would climb on the index with `points` more.

    A unit already above the mark needs no points and gains nothing.
    """
    own = field.score(unit, TOTAL)
    if own is None:
        return 0
    reached = own + max(points, 0.0)
    return sum(own < other <= reached for other in field.scores[TOTAL].tolist())


def gains_of(criterion: Criterion, unit: str, field: Field) -> Gains:
    """Return the places won if the line rose to the next group, the median or the best.

    Only where the scores of all provinces are known; the next group's mark is the lowest score in
    the group above, the best is the best of the country.
    """
    own = field.score(unit, criterion.code)
    if criterion.code not in field.computed or own is None or field.score(unit, TOTAL) is None:
        return Gains()
    line = field.scores[criterion.code]

    def gained(mark: float | None) -> int | None:
        return None if mark is None else places_gained(field, unit, points=mark - own)

    return Gains(
        next_group=gained(next_group_mark(criterion, unit, field)),
        median=gained(float(line.median())),
        best=gained(float(line.max())),
    )


def next_group_mark(criterion: Criterion, unit: str, field: Field) -> float | None:
    """Return the lowest score of the group above a unit's own on a line.

    None for a unit of the best group, and where the year's groups are not known.
    """
    above = group_above(criterion, unit, field)
    return None if above.empty else float(above.min())


def group_above(criterion: Criterion, unit: str, field: Field) -> pd.Series:
    """Return the scores of the units in the group above a unit's own, empty if there is none."""
    line = field.scores[criterion.code].dropna()
    if unit not in line.index:
        return line.iloc[:0]
    groups = {
        name: group_of(
            criterion,
            rank=field.rank(str(name), criterion.code),
            ranked=len(line),
            score=score,
            edition=field.edition,
        )[0]
        for name, score in line.items()
    }
    labels = field.edition.index.groups.labels
    own = groups[unit]
    if own is None or labels.index(own) == 0:
        return line.iloc[:0]
    wanted = labels[labels.index(own) - 1]
    return line[[groups[name] == wanted for name in line.index]]
