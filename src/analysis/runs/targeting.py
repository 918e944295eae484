"""Aiming at goals for an index: the points they take, the chance of reaching them, the way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.deficits import Chance, Need, Requirement, chance_of, need_of, shortest_way
from analysis.reference import TOTAL
from analysis.runs import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.deficits import Field, Goal, Step
    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Criterion, Edition, IndexName, Places, Province

_SCALES = ("score", "percent")
# A unit of one set of provinces is never read in a table of the other.
_NOT_IN_SET = ""
# As in facts.json: every digit that a publisher can have meant, none that arithmetic invented.
_DECIMALS = 12


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
        return any(_against_peers(part.goal, self.edition) for part in self.need.requirements)


def aim(study: Study, index: IndexName, goals: Sequence[Goal], *, places: Places) -> Aim:
    """Return what the goals take of a unit.

    Parameters
    ----------
    study
        The unit in a plan year.
    index
        The index the goals are for.
    goals
        Goals that must all hold.
    places
        The register of provinces, which tells the unit's region.

    Raises
    ------
    FaultsError
        RF-06 for a province that has ended by the plan's date, DF-02 to DF-04 for goals that no
        score can reach.
    """
    places.require_valid(study.unit, day=study.day)
    item = study.of(index)
    edition, total = item.ledger.edition, item.ledger.total
    need = _need(item, goals, near=_region(item, places))
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
        chance=_chance(study, item, need, places=places, points=need.points or 0.0),
        chance_without=_chance(study, item, need, places=places, points=0.0),
        criteria=criteria,
        unreachable=unreachable,
        way_reason=way_reason,
    )


def as_json(aim: Aim) -> str:
    """Return an aim as the JSON that scripts read; what is not known is null with a reason."""
    content = {
        "unit_code": aim.unit.code,
        "unit": aim.unit.name,
        "plan_year": aim.plan_year,
        "result_year": aim.result_year,
        "index": aim.index,
        "score": _plain(aim.score),
        "score_reason": aim.score_reason,
        "rank": aim.rank,
        "ranked": aim.ranked,
        "rank_reason": aim.rank_reason,
        "goals": [_goal(part, aim) for part in aim.need.requirements],
        "points": _plain(aim.need.points),
        "reason": aim.need.reason,
        "chance": _chance_json(aim.chance),
        "chance_without": _chance_json(aim.chance_without),
        "criteria": [_criterion(one) for one in aim.criteria],
        "criteria_reason": aim.way_reason,
        "unreachable": _plain(aim.unreachable),
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)


def _in_set(item: IndexStudy) -> bool:
    """Return whether the unit stands in the result year's set of provinces."""
    return item.ledger.unit.unit_set == item.ledger.edition.unit_set


def _rank_reason(item: IndexStudy) -> str | None:
    total = item.ledger.total
    if total.nation.rank is not None:
        return None
    return total.nation.reason if _in_set(item) else total.reason


def _region(item: IndexStudy, places: Places) -> Field | None:
    """Return the field of the unit's region, None where not all provinces are known."""
    if not item.field.computed or not _in_set(item):
        return None
    unit_set = item.ledger.edition.unit_set
    return item.field.region(places.region_codes(item.ledger.unit, unit_set=unit_set))


def _need(item: IndexStudy, goals: Sequence[Goal], *, near: Field | None) -> Need:
    unit = item.ledger.unit.code if _in_set(item) else _NOT_IN_SET
    need = need_of(goals, unit=unit, field=item.field, region_field=near)
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
    if not any(_against_peers(goal, edition) for goal in known):
        return None
    return messages.AIM_OTHER_PROVINCES.format(year=edition.year)


def _against_peers(goal: Goal, edition: Edition) -> bool:
    rule = edition.group_rule(TOTAL)
    by_score = goal.kind == "group" and rule is not None and bool(rule.thresholds)
    return goal.kind not in _SCALES and not by_score


def _chance(study: Study, item: IndexStudy, need: Need, *, places: Places, points: float) -> Chance:
    """Return the chance with some points more; none against peers that are no longer there."""
    edition = item.ledger.edition
    if not item.history or item.history[-1].edition.year != edition.year:
        return Chance(reason=need.reason or messages.AIM_NO_FIELDS)
    goals = [part.goal for part in need.requirements]
    chance = chance_of(
        goals,
        unit=item.ledger.unit.code,
        fields=item.history,
        region_field=_region(item, places),
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


def _goal(part: Requirement, aim: Aim) -> dict[str, Any]:
    among_peers = part.reason is None and _against_peers(part.goal, aim.edition)
    notes = (part.note, aim.caveat if among_peers else None)
    return {
        "kind": part.goal.kind,
        "value": part.goal.value,
        "mark": _plain(part.mark),
        "points": _plain(part.points),
        "reason": part.reason,
        "note": "; ".join(filter(None, notes)) or None,
    }


def _chance_json(chance: Chance) -> dict[str, Any]:
    return {
        "share": _plain(chance.share),
        "low": _plain(chance.low),
        "high": _plain(chance.high),
        "points": _plain(chance.points),
        "points_low": _plain(chance.points_low),
        "points_high": _plain(chance.points_high),
        "changes": chance.changes,
        "years": list(chance.years),
        "reason": chance.reason,
    }


def _criterion(one: Aimed) -> dict[str, Any]:
    return {
        "code": one.criterion.code,
        "name": one.criterion.name,
        "control": one.criterion.control,
        "points": _plain(one.step.points),
        "share_of_room": _plain(one.step.share_of_room),
        "from": _plain(one.score),
        "to": _plain(one.step.reaches),
    }


def _plain(value: float | None) -> float | None:
    return None if value is None else round(float(value), _DECIMALS)
