"""Aiming at goals for an index: the points they take, the chance of reaching them, the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.deficits import Chance, Goal, Need, Requirement, chance_of, need_of, shortest_way
from analysis.plan import messages
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.deficits import Field, Step
    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Criterion, Edition, IndexName, Province

_SCALES = ("score", "percent")
# A unit of one set of provinces is never read in a table of the other.
_NOT_IN_SET = ""
_TOP, _STEPS, _REGIONAL = 10, 5, 3


@dataclass(frozen=True, slots=True)
class Aimed:
    """A criterion of the way: `step` is what to win on it, `score` the score it has."""

    criterion: Criterion
    score: float | None
    step: Step


@dataclass(frozen=True, slots=True)
class Aim:
    """What the goals of a unit for one index take, and how they may be reached.

    Attributes
    ----------
    unit, region, plan_year, edition
        The unit on the plan's date, the region it is ranked in, the plan's year, the index's
        edition of the result year.
    score, rank, ranked, score_reason, rank_reason
        Where the unit stands, and why its score or rank is not known.
    need, caveat
        The points on the field of the result year, the peers standing still, and what must be
        known of that field.
    chance, chance_without
        The chance of reaching the goals when the unit gains exactly the points needed, and when
        it gains nothing.
    criteria, unreachable, way_reason
        The shortest way to the points that are known, and those that no criterion reaches; None
        where a reason says why no way is known.
    """

    unit: Province
    region: str
    plan_year: int
    edition: Edition
    score: float | None
    rank: int | None
    ranked: int | None
    score_reason: str | None
    rank_reason: str | None
    need: Need
    caveat: str | None
    chance: Chance
    chance_without: Chance
    criteria: tuple[Aimed, ...]
    unreachable: float | None
    way_reason: str | None

    @property
    def index(self) -> IndexName:
        """The index's short name."""
        return self.edition.index.index

    @property
    def result_year(self) -> int:
        """The year of the results."""
        return self.edition.year

    @property
    def against_peers(self) -> bool:
        """Whether a goal depends on the scores of other provinces."""
        return any(among_peers(part.goal, self.edition) for part in self.need.requirements)


def aim(study: Study, index: str, goals: Sequence[Goal]) -> Aim:
    """Return what the goals take of a unit.

    Parameters
    ----------
    study
        The unit in a plan year.
    index
        The index the goals are for.
    goals
        Goals that must all hold.

    Raises
    ------
    FaultsError
        DF-02 to DF-04 for goals that no score can reach.
    """
    item = study.of(index)
    edition, total = item.ledger.edition, item.ledger.total
    need = _need(item, goals)
    criteria, unreachable, way_reason = _way(item, need)
    return Aim(
        unit=study.unit,
        region=item.ledger.unit.region,
        plan_year=study.plan_year,
        edition=edition,
        score=total.score,
        rank=total.nation.rank,
        ranked=total.nation.ranked,
        score_reason=total.reason if total.score is None else None,
        rank_reason=_rank_reason(item),
        need=need,
        caveat=_caveat(study, item, need),
        chance=_chance(study, item, need, points=need.points or 0.0),
        chance_without=_chance(study, item, need, points=0.0),
        criteria=criteria,
        unreachable=unreachable,
        way_reason=way_reason,
    )


def chances(
    study: Study, index: str, goals: Sequence[Goal], *, points: Sequence[float]
) -> tuple[Chance, ...]:
    """Return the chance that all goals hold with each of several gains.

    Raises
    ------
    FaultsError
        As `aim`.
    """
    item = study.of(index)
    need = _need(item, goals)
    return tuple(_chance(study, item, need, points=gain) for gain in points)


def usual_goals(study: Study, index: str) -> tuple[Goal, ...]:
    """Return the goals that a province sets itself, as far as they make sense for this one.

    The next better group, five places up, the first ten of the country, the first three of the
    region, the present rank. What already holds is no goal, nor is keeping the last rank; where
    no rank is known, the first ten stand for all.
    """
    item = study.of(index)
    total = item.ledger.total
    rank, regional = total.nation.rank, total.region.rank
    goals = [_better_group(item)]
    if rank is None:
        return (*filter(None, goals), Goal("top", _TOP))
    # Five places up from the fifteenth is the tenth.
    if rank > _STEPS and rank != _TOP + _STEPS:
        goals.append(Goal("rank_steps", _STEPS))
    if rank > _TOP:
        goals.append(Goal("top", _TOP))
    if regional is not None and regional > _REGIONAL:
        goals.append(Goal("regional_rank", _REGIONAL))
    if total.nation.ranked is None or rank < total.nation.ranked:
        goals.append(Goal("keep"))
    return tuple(filter(None, goals))


def _better_group(item: IndexStudy) -> Goal | None:
    """Return the group above the unit's own, None for the best one and where it is not known."""
    labels = item.ledger.edition.index.groups.labels
    group = item.ledger.total.group
    place = labels.index(group) if group in labels else 0
    return Goal("group", labels[place - 1]) if place else None


def _in_set(item: IndexStudy) -> bool:
    """Return whether the unit stands in the result year's set of provinces."""
    return item.ledger.unit.unit_set == item.ledger.edition.unit_set


def _rank_reason(item: IndexStudy) -> str | None:
    total = item.ledger.total
    if total.nation.rank is not None:
        return None
    return total.nation.reason if _in_set(item) else total.reason


def _region(item: IndexStudy) -> Field | None:
    """Return the field of the unit's region, None where not all provinces are known."""
    if not item.field.computed or not _in_set(item):
        return None
    return item.field.region(list(item.region))


def _need(item: IndexStudy, goals: Sequence[Goal]) -> Need:
    unit = item.ledger.unit.code if _in_set(item) else _NOT_IN_SET
    need = need_of(goals, unit=unit, field=item.field, region_field=_region(item))
    if _in_set(item):
        return need
    reason = item.ledger.total.reason
    return Need(tuple(Requirement(part.goal, reason=reason) for part in need.requirements))


def _caveat(study: Study, item: IndexStudy, need: Need) -> str | None:
    """Return that the field is not of the provinces of the plan's date, where that matters."""
    edition = item.ledger.edition
    if study.unit.unit_set == edition.unit_set:
        return None
    known = [part.goal for part in need.requirements if part.reason is None]
    if not any(among_peers(goal, edition) for goal in known):
        return None
    return messages.AIM_OTHER_PROVINCES.format(year=edition.year)


def among_peers(goal: Goal, edition: Edition) -> bool:
    """Return whether a goal depends on the scores of other provinces."""
    rule = edition.group_rule(TOTAL)
    by_score = goal.kind == "group" and rule is not None and bool(rule.thresholds)
    return goal.kind not in _SCALES and not by_score


def _chance(study: Study, item: IndexStudy, need: Need, *, points: float) -> Chance:
    """Return the chance with some points more; none against peers that are no longer there."""
    edition = item.ledger.edition
    if not item.history or item.history[-1].edition.year != edition.year:
        return Chance(reason=need.reason or messages.AIM_NO_FIELDS)
    goals = [part.goal for part in need.requirements]
    chance = chance_of(
        goals,
        unit=item.ledger.unit.code,
        fields=item.history,
        region_field=_region(item),
        points=points,
    )
    if chance.reason is None and _caveat(study, item, need) is not None:
        reason = messages.AIM_CHANCE_OTHER_PROVINCES.format(year=edition.year)
        return Chance(changes=chance.changes, years=chance.years, reason=reason)
    return chance


def _way(item: IndexStudy, need: Need) -> tuple[tuple[Aimed, ...], float | None, str | None]:
    """Return the criteria of the shortest way, the points left over, why there is no way."""
    reason = _no_way(item, need)
    if reason is not None:
        return (), None, reason
    way = shortest_way(item.ledger, field=item.field, points=need.at_least)
    lines = {line.code: line for line in item.ledger.lines}
    steps = tuple(
        Aimed(lines[step.code].criterion, lines[step.code].score, step) for step in way.steps
    )
    return steps, way.remainder, None


def _no_way(item: IndexStudy, need: Need) -> str | None:
    if all(part.points is None for part in need.requirements):
        return need.reason
    if not need.at_least:
        return None
    if not item.ledger.edition.index.summed:
        return messages.AIM_NOT_A_SUM
    below = (line for line in item.ledger.lines if line.criterion.level > 0)
    return None if any(line.score is not None for line in below) else messages.AIM_NO_CRITERIA
