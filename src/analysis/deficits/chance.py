"""The chance of reaching goals, the peers moving as they did from year to year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.deficits import messages
from analysis.deficits.goals import bar_of, mark_of, need_of, peers_of
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.deficits.field import Field
    from analysis.deficits.goals import Goal

# With fewer yearly changes an interval over them would say more than they know.
_LEAST_CHANGES = 4
_RESAMPLES = 10_000
_LOW, _MIDDLE, _HIGH = 0.05, 0.5, 0.95


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a unit with some points more reaches its goals.

    Attributes
    ----------
    share, low, high
        The chance between 0 and 1, and its interval from 5% to 95% over the yearly changes.
    points, points_low, points_high
        The points needed with moving peers: the median and the interval from 5% to 95%.
    changes, years
        How many yearly changes of the whole country were used, and the later year of each.
    reason
        Why no chance is given; the figures are then None.
    """

    share: float | None = None
    low: float | None = None
    high: float | None = None
    points: float | None = None
    points_low: float | None = None
    points_high: float | None = None
    changes: int = 0
    years: tuple[int, ...] = ()
    reason: str | None = None


class _Move(NamedTuple):
    """One yearly change of the country: what all share, and what each unit deviates by."""

    year: int
    shift: float
    deviations: NDArray[np.float64]


def chance_of(
    goals: Sequence[Goal],
    *,
    unit: str,
    fields: Sequence[Field],
    region_field: Field | None,
    points: float,
    draws: int = 2_000,
    seed: int = 1,
) -> Chance:
    """Return the chance that all goals hold when the unit gains exactly `points`.

    Parameters
    ----------
    goals
        Goals that must all hold.
    unit
        The unit's code in the set of provinces that the result year uses.
    fields
        Fields up to and including the result year, oldest first; never of later years.
    region_field
        The unit's region in the result year, where it is known.
    points
        What the unit gains.
    draws
        Draws a yearly change.
    seed
        Of the generator: the same input gives the same result.

    Notes
    -----
    A draw takes the mean change of one yearly change of the country and adds to each peer a
    deviation from all units and yearly changes. The chance is the mean over the yearly changes of
    the share of draws that reach the goals; its interval resamples the yearly changes, because
    what one year did to all provinces is one observation and not sixty.

    Raises
    ------
    FaultsError
        As `need_of`.
    """
    now = fields[-1]
    moves = _moves(fields)
    years = tuple(move.year for move in moves)
    reason = need_of(goals, unit=unit, field=now, region_field=region_field).reason
    own = now.score(unit, TOTAL)
    if reason is None:
        reason = _too_little(now, years)
    if reason is not None or own is None:
        return Chance(changes=len(moves), years=years, reason=reason)
    generator = np.random.default_rng(seed)
    peers = peers_of(unit, now).to_numpy()
    moved = _moved(peers, moves, draws=draws, generator=generator)
    marks = _marks(goals, unit=unit, field=now, region_field=region_field, moved=moved)
    shares = (own + points >= marks).mean(axis=1)
    picks = generator.integers(len(moves), size=(_RESAMPLES, len(moves)))
    low, high = np.quantile(shares[picks].mean(axis=1), (_LOW, _HIGH)).tolist()
    lacking = np.maximum(marks - own, 0.0)
    least, middle, most = np.quantile(lacking, (_LOW, _MIDDLE, _HIGH)).tolist()
    share = float(shares.mean())
    return Chance(share, low, high, middle, least, most, len(moves), years)


def _moves(fields: Sequence[Field]) -> list[_Move]:
    """Return the yearly changes of the country whose totals compare, on the last year's scale."""
    moves = []
    most = fields[-1].edition.max_score
    for before, now in pairwise(fields):
        if not _compares(before, now) or now.edition.max_score != most:
            continue
        change = (now.scores[TOTAL] - before.scores[TOTAL]).dropna().sort_index().to_numpy()
        if len(change):
            shift = float(change.mean())
            moves.append(_Move(now.edition.year, shift, change - shift))
    return moves


def _compares(before: Field, now: Field) -> bool:
    """Return whether the totals of two fields are of following years and on one scale."""
    gap = now.edition.break_of(now.edition.criteria[0])
    return (
        now.edition.year == before.edition.year + 1
        and now.edition.max_score == before.edition.max_score
        and now.edition.unit_set == before.edition.unit_set
        and TOTAL in now.computed & before.computed
        and (gap is None or gap.effect == "noted")
    )


def _too_little(field: Field, years: tuple[int, ...]) -> str | None:
    """Return why the yearly changes that are held tell no chance."""
    if TOTAL not in field.computed:
        return messages.FEW_SCORES
    if len(years) >= _LEAST_CHANGES:
        return None
    spans = ", ".join(messages.CHANGE_YEARS.format(before=year - 1, now=year) for year in years)
    return messages.FEW_CHANGES.format(
        held=len(years), years=f" ({spans})" if spans else "", least=_LEAST_CHANGES
    )


def _moved(
    peers: NDArray[np.float64],
    moves: list[_Move],
    *,
    draws: int,
    generator: np.random.Generator,
) -> NDArray[np.float64]:
    """Return the peers' scores a year on: yearly changes × draws × peers."""
    pool = np.concatenate([move.deviations for move in moves])
    shifts = np.array([move.shift for move in moves])
    picks = generator.integers(len(pool), size=(len(moves), draws, len(peers)))
    moved: NDArray[np.float64] = peers + shifts[:, None, None] + pool[picks]
    return moved


def _marks(
    goals: Sequence[Goal],
    *,
    unit: str,
    field: Field,
    region_field: Field | None,
    moved: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the score that reaches every goal in each draw; the region's peers move alike."""
    region = moved
    if region_field is not None:
        near = peers_of(unit, region_field).index
        region = moved[..., peers_of(unit, field).index.isin(near)]
    marks = np.full(moved.shape[:-1], -np.inf)
    for goal in goals:
        bar = bar_of(goal, unit=unit, field=field, region_field=region_field)
        marks = np.maximum(marks, mark_of(bar, nation=moved, region=region))
    return marks
