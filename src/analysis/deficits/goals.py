"""A goal for the index as a whole, and the points it takes on the field as it stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.deficits import messages
from analysis.deficits.ranks import percentile_cuts
from analysis.errors import FaultsError
from analysis.reference import TOTAL
from analysis.vietnamese import fold, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from analysis.deficits.field import Field
    from analysis.errors import Fault
    from analysis.reference import Edition

GoalKind = Literal["top", "group", "score", "percent", "rank_steps", "regional_rank", "keep"]

_SCALES = ("score", "percent")
_GROUP_FILLERS = frozenset({"nhom", "dat", "diem"})
_PLACES = ("top", "rank_steps", "regional_rank")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a unit wants to reach on an index as a whole.

    Parameters
    ----------
    kind
        ``top``: a rank of at most `value`; ``group``: the group with this label, or a better one;
        ``score``: a score in the index's unit; ``percent``: a share of the maximum, up to 100;
        ``rank_steps``: `value` places above the present rank; ``regional_rank``: a rank of at most
        `value` within the region; ``keep``: the present rank, without a value.
    value
        A figure, or the label of a group.
    """

    kind: GoalKind
    value: float | str | None = None

    @property
    def amount(self) -> float:
        """The value as a figure, NaN where it is not one.

        Examples
        --------
        >>> Goal("top", 10).amount, Goal("group", "Cao nhất").amount
        (10.0, nan)
        """
        return float(self.value) if isinstance(self.value, (int, float)) else math.nan


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one goal takes.

    `mark` is the score to be reached, None where every score will do; `points` are what the unit
    lacks to it. Where that cannot be known both are None and `reason` says why. `note` tells how
    the goal was read.
    """

    goal: Goal
    mark: float | None = None
    points: float | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What several goals take when all of them must hold."""

    requirements: tuple[Requirement, ...]

    @property
    def points(self) -> float | None:
        """The points that reach every goal, None if those of one cannot be known."""
        return self.at_least if self.reason is None else None

    @property
    def at_least(self) -> float:
        """The points that reach the goals whose points are known."""
        return max(
            (part.points for part in self.requirements if part.points is not None), default=0.0
        )

    @property
    def reason(self) -> str | None:
        """Why the points cannot be known, each reason once."""
        reasons = dict.fromkeys(part.reason for part in self.requirements if part.reason)
        return "; ".join(reasons) or None


@dataclass(frozen=True, slots=True)
class Bar:
    """A goal in figures: a score, or a rank among the country or the region.

    With neither, every score will do, unless `reason` says why the bar is not known.
    """

    score: float | None = None
    rank: int | None = None
    regional: bool = False
    reason: str | None = None
    note: str | None = None


def need_of(goals: Sequence[Goal], *, unit: str, field: Field, region_field: Field | None) -> Need:
    """Return the points that the goals take, the peers standing still.

    Parameters
    ----------
    goals
        Goals that must all hold.
    unit
        The unit's code in the set of provinces that the field uses.
    field
        The field of the result year.
    region_field
        The same field of the unit's region, where it is known.

    Raises
    ------
    FaultsError
        DF-02 to DF-04 for goals that no score can reach, all at once.
    """
    faults = [fault for goal in goals for fault in _faults(goal, field.edition)]
    if faults:
        raise FaultsError(*faults)
    own = field.score(unit, TOTAL)
    nation = peers_of(unit, field).to_numpy()
    region = nation if region_field is None else peers_of(unit, region_field).to_numpy()
    parts = []
    for goal in goals:
        bar = bar_of(goal, unit=unit, field=field, region_field=region_field)
        mark = float(mark_of(bar, nation=nation, region=region))
        parts.append(_requirement(goal, bar, mark=mark, own=own))
    return Need(tuple(parts))


def peers_of(unit: str, field: Field) -> pd.Series:
    """Return the index scores of the other ranked units, in the order of their codes."""
    return field.scores[TOTAL].drop(labels=unit, errors="ignore").dropna().sort_index()


def bar_of(goal: Goal, *, unit: str, field: Field, region_field: Field | None) -> Bar:
    """Return a checked goal in figures, or why they are not known."""
    rank = field.rank(unit, TOTAL)
    if field.score(unit, TOTAL) is None:
        return Bar(reason=_unscored(unit, field))
    if goal.kind in _SCALES:
        return Bar(score=_score(goal, field.edition))
    if goal.kind == "group":
        return _group_bar(goal, field)
    if TOTAL not in field.computed or rank is None:
        return Bar(reason=messages.FEW_SCORES)
    if goal.kind == "regional_rank":
        return _regional_bar(goal, unit, region_field)
    return _rank_bar(goal, rank)


def mark_of(
    bar: Bar, *, nation: NDArray[np.float64], region: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the score that reaches a bar, minus infinity where every score does.

    Parameters
    ----------
    bar
        The bar.
    nation, region
        Scores of the peers along the last axis; any axes before it are draws.

    Notes
    -----
    A rank is one more than the number of strictly higher scores, so rank N is reached on a tie
    with the N-th best peer.

    Examples
    --------
    >>> peers = np.array([[7.0, 5.0, 9.0], [1.0, 2.0, 3.0]])
    >>> mark_of(Bar(rank=2), nation=peers, region=peers).tolist()
    [7.0, 2.0]
    """
    peers = region if bar.regional else nation
    count = peers.shape[-1]
    if bar.score is not None or bar.rank is None or bar.rank > count:
        return np.full(nation.shape[:-1], -np.inf if bar.score is None else bar.score)
    place = count - bar.rank
    return np.partition(peers, place, axis=-1)[..., place]


def _requirement(goal: Goal, bar: Bar, *, mark: float, own: float | None) -> Requirement:
    if bar.reason is not None or own is None:
        return Requirement(goal, reason=bar.reason, note=bar.note)
    if math.isinf(mark):
        return Requirement(goal, points=0.0, note=bar.note or messages.EVERY_SCORE)
    return Requirement(goal, mark=mark, points=_points(mark, own), note=bar.note)


def _points(mark: float, own: float) -> float:
    """Return the least points with which `own` reaches the mark in floating point too."""
    points = max(0.0, mark - own)
    while own + points < mark:
        points = math.nextafter(points, math.inf)
    return points


def _score(goal: Goal, edition: Edition) -> float:
    share = goal.kind == "percent"
    return goal.amount / 100 * edition.max_score if share else goal.amount


def _regional_bar(goal: Goal, unit: str, region_field: Field | None) -> Bar:
    if region_field is None or region_field.score(unit, TOTAL) is None:
        return Bar(reason=messages.FEW_SCORES_IN_REGION)
    return Bar(rank=int(goal.amount), regional=True)


def _rank_bar(goal: Goal, rank: int) -> Bar:
    """Return the bar of a rank in the country; above the first place there is none."""
    if goal.kind == "top":
        return Bar(rank=int(goal.amount))
    wanted = rank if goal.kind == "keep" else rank - int(goal.amount)
    if wanted >= 1:
        return Bar(rank=wanted)
    beyond = messages.STEPS_BEYOND_FIRST.format(above=rank - 1)
    return Bar(rank=1, note=beyond if rank > 1 else messages.ALREADY_FIRST)


def _group_bar(goal: Goal, field: Field) -> Bar:
    """Return the bar of a group: a score by thresholds, else the last rank of the strictest cut."""
    edition = field.edition
    rule = edition.group_rule(TOTAL)
    if edition.criteria[0].level not in edition.index.groups.levels:
        return Bar(reason=messages.NO_GROUP)
    if rule is None:
        return Bar(reason=messages.GROUP_UNKNOWN_YEAR.format(year=edition.year))
    labels = _labels(edition)
    place = labels.index(group_words(str(goal.value)))
    if place == len(labels) - 1:
        return Bar()
    if rule.thresholds:
        return Bar(score=rule.thresholds[place])
    if TOTAL not in field.computed:
        return Bar(reason=messages.FEW_SCORES)
    ranked = int(field.scores[TOTAL].count())
    lasts = {cut[place] for cut in rule.cuts or (percentile_cuts(ranked),)}
    note = messages.RIVAL_CUTS.format(year=edition.year, rank=min(lasts))
    return Bar(rank=min(lasts), note=note if len(lasts) > 1 else None)


def _labels(edition: Edition) -> list[str]:
    return [group_words(label) for label in edition.index.groups.labels]


def group_words(text: str) -> str:
    """Return a group's label as reports and people variously write it.

    Examples
    --------
    >>> group_words("Nhóm đạt điểm cao nhất"), group_words("Cao"), group_words("Trung bình cao")
    ('cao nhat', 'cao nhat', 'trung binh cao')
    """
    words = " ".join(word for word in fold(text).split() if word not in _GROUP_FILLERS)
    return f"{words} nhat" if words in ("cao", "thap") else words


def _unscored(unit: str, field: Field) -> str:
    """Return why a unit has no score on the index."""
    because = field.edition.not_scored_reason(unit)
    if because:
        return messages.NOT_SCORED_BECAUSE.format(reason=because)
    if TOTAL in field.computed and unit in field.scores.index:
        return messages.NOT_SCORED.format(year=field.edition.year)
    return messages.NO_FIGURE


def _faults(goal: Goal, edition: Edition) -> list[Fault]:
    """Return what makes a goal impossible whatever the scores."""
    name, index = messages.GOAL_NAMES[goal.kind], edition.index.index
    value = _shown(goal.value)
    if goal.kind in _PLACES and not (goal.amount.is_integer() and goal.amount >= 1):
        return [messages.GOAL_NOT_A_RANK.at(goal=name, index=index, value=value)]
    most = edition.max_score if goal.kind == "score" else 100.0
    if goal.kind in _SCALES and not 0 < goal.amount <= most:
        return [messages.GOAL_OFF_SCALE.at(goal=name, index=index, value=value, most=_shown(most))]
    labels = _labels(edition)
    if goal.kind == "group" and labels and group_words(value) not in labels:
        known = joined(edition.index.groups.labels)
        return [messages.GOAL_GROUP_UNKNOWN.at(index=index, value=value, labels=known)]
    return []


def _shown(value: float | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:g}".replace(".", ",")
