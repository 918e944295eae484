"""Checks of the targets that the unit set: reached before, or out of reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.deficits import Goal
from analysis.deficits.goals import group_words
from analysis.errors import FaultsError
from analysis.plan.aim_words import about_share, goal_words, points_words
from analysis.plan.judging import messages
from analysis.plan.judging.looking import line_spot
from analysis.plan.judging.model import Check, Spot
from analysis.plan.targeting import aim
from analysis.vietnamese import rank_of, short_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.deficits import Line
    from analysis.plan.details import Condition
    from analysis.plan.judging.looking import Looked
    from analysis.plan.study import IndexStudy
    from analysis.plan.targeting import Aim

    Found = tuple[list[Check], str]

LEAST_SHARE = 0.1
"""A goal that is less likely than this with just the points needed is told of."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A goal that the unit set for an index; `aim` is None where it is words or impossible."""

    item: IndexStudy
    goal: Goal | None = None
    aim: Aim | None = None
    impossible: str = ""

    @property
    def words(self) -> str:
        """The goal in words."""
        return goal_words(self.aim, self.goal) if self.aim and self.goal else ""


@dataclass(frozen=True, slots=True)
class _Own:
    """A score that the unit wants a criterion to reach."""

    item: IndexStudy
    score: float
    line: Line

    @property
    def spot(self) -> Spot:
        name = self.line.criterion.name
        return Spot("target", self.item.index, self.line.code, name)

    def told(self, text: str, **figures: float) -> str:
        told = {name: short_number(value) for name, value in figures.items()}
        return text.format(
            index=self.item.index,
            name=self.line.criterion.name,
            target=short_number(self.score),
            year=self.item.ledger.year,
            **told,
        )


def aimed(looked: Looked) -> tuple[Aimed, ...]:
    """Return every goal that the unit set, as far as it can be computed."""
    return tuple(
        _aimed(looked, item, _goal(condition, item))
        for item in looked.items
        for own in looked.study.goals
        if own.index == item.index
        for condition in own.conditions
    )


def _aimed(looked: Looked, item: IndexStudy, goal: Goal | None) -> Aimed:
    if goal is None:
        return Aimed(item)
    try:
        return Aimed(item, goal, aim(looked.study, item.index, [goal]))
    except FaultsError as error:
        return Aimed(item, goal, impossible=" ".join(fault.what for fault in error.faults))


def _goal(condition: Condition, item: IndexStudy) -> Goal | None:
    """Return a condition of a target as a goal, None where it is words or rests on what is unknown.

    Of a range the end that is reached first counts.
    """
    total, kind, value = item.ledger.total, condition.kind, condition.value
    mean = item.ledger.national_mean
    if kind == "delta_score":
        return None if total.score is None else Goal("score", total.score + (value or 0))
    if kind == "above_mean":
        return None if mean is None else Goal("score", mean)
    goals = {
        "top": Goal("top", value),
        "rank": Goal("top", value),
        "top_range": Goal("top", condition.high),
        "rank_range": Goal("top", condition.high),
        "group": Goal("group", condition.label),
        "group_at_least": Goal("group", condition.label),
        "score_at_least": Goal("score", value),
        "percent_above": Goal("percent", value),
        "percent_at_least": Goal("percent", value),
        "delta_rank": Goal("rank_steps", value),
        "delta_rank_range": Goal("rank_steps", condition.low),
        "region_rank": Goal("regional_rank", value),
        "first_in_region": Goal("regional_rank", 1),
        "keep": Goal("keep"),
    }
    return goals.get(kind)


def reached(looked: Looked) -> Found:
    """Return the targets that the unit set and that its results reach already."""
    goals, lines = aimed(looked), _own_targets(looked.items)
    holds = [_holds(one) for one in goals]
    found = [_reached(one) for one, held in zip(goals, holds, strict=True) if held]
    for own in lines:
        score = own.line.score
        if score is not None and own.score <= score:
            what = own.told(messages.REACHED_LINE, score=score)
            figures: dict[str, float | str] = {"target": own.score, "score": score}
            found.append(Check("reached", "amber", what, (own.spot,), figures))
    if not goals and not lines:
        return found, messages.NO_OWN_TARGETS
    open_ = sum(held is None for held in holds)
    return found, messages.NOT_REACHED.format(
        goals=len(goals), targets=len(lines), unjudged=_unjudged(open_)
    )


def _holds(one: Aimed) -> bool | None:
    """Return whether a goal holds already, None where nothing tells; keeping a rank is no gain."""
    if one.aim is None or one.goal is None:
        return None
    if one.goal.kind == "keep":
        return False
    points = one.aim.need.points
    return _published(one.item, one.goal) if points is None else points == 0


def _published(item: IndexStudy, goal: Goal) -> bool | None:
    """Return whether a goal holds by the published rank or group alone."""
    total = item.ledger.total
    rank = {"top": total.nation.rank, "regional_rank": total.region.rank}.get(goal.kind)
    if rank is not None:
        return rank <= goal.amount
    labels = [group_words(label) for label in item.ledger.edition.index.groups.labels]
    wanted = group_words(str(goal.value))
    if goal.kind != "group" or total.group is None or wanted not in labels:
        return None
    return labels.index(group_words(total.group)) <= labels.index(wanted)


def _reached(one: Aimed) -> Check:
    assert one.aim is not None
    place = one.item.ledger.total.nation
    standing = chance = ""
    figures: dict[str, float | str] = {}
    if place.rank is not None and place.ranked is not None:
        standing = messages.REACHED_RANK.format(rank=rank_of(place.rank, place.ranked))
        figures["rank"] = place.rank
    share = one.aim.chance_without.share
    if one.aim.against_peers and share is not None:
        chance = messages.REACHED_CHANCE.format(share=about_share(share))
        figures["chance"] = share
    what = messages.REACHED.format(
        index=one.item.index,
        goal=one.words,
        year=one.item.ledger.year,
        standing=standing,
        chance=chance,
    )
    return Check("reached", "amber", what, (_total(one.item),), figures)


def out_of_reach(looked: Looked) -> Found:
    """Return the targets that the unit set and is not likely to reach, with the chance."""
    goals, lines = aimed(looked), _own_targets(looked.items)
    found = [check for one in goals if (check := _beyond(one)) is not None]
    for own in lines:
        best = own.line.nation.best
        if best is not None and own.score > best:
            what = own.told(messages.ABOVE_BEST, best=best)
            figures: dict[str, float | str] = {"target": own.score, "best": best}
            found.append(Check("out_of_reach", "amber", what, (own.spot,), figures))
    if not goals and not lines:
        return found, messages.NO_OWN_TARGETS
    chances = "".join(
        messages.WITH_CHANCE.format(
            index=one.item.index, goal=one.words, share=about_share(one.aim.chance.share)
        )
        for one in goals
        if one.aim is not None and one.aim.against_peers and one.aim.chance.share is not None
        if not _holds(one)
    )
    words = sum(one.aim is None for one in goals)
    return found, messages.WITHIN_REACH.format(
        goals=len(goals), targets=len(lines), chances=chances, unjudged=_unjudged(words)
    )


def _beyond(one: Aimed) -> Check | None:
    """Return what tells against a goal; nothing where it holds already or is words."""
    spots = (_total(one.item),)
    index = one.item.index
    if one.impossible:
        what = messages.IMPOSSIBLE.format(index=index, what=one.impossible)
        return Check("out_of_reach", "red", what, spots)
    if one.aim is None or _holds(one):
        return None
    words = {"index": index, "goal": one.words}
    if one.aim.unreachable:
        points = points_words(one.aim, one.aim.unreachable)
        what = messages.BEYOND_ALL.format(**words, points=points)
        return Check("out_of_reach", "red", what, spots, {"points": one.aim.unreachable})
    return _unlikely(one.aim, words, spots) if one.aim.against_peers else None


def _unlikely(found: Aim, words: dict[str, str], spots: tuple[Spot, ...]) -> Check | None:
    """Return that a goal is unlikely with just the points it takes, or that nobody can tell."""
    need, share = found.need, found.chance.share
    if share is None or need.points is None:
        what = messages.NOT_ESTIMATED.format(**words, reason=found.chance.reason or need.reason)
        return Check("out_of_reach", "amber", what, spots)
    if share >= LEAST_SHARE:
        return None
    points = points_words(found, need.points)
    what = messages.UNLIKELY.format(**words, points=points, share=about_share(share))
    return Check("out_of_reach", "amber", what, spots, {"points": need.points, "chance": share})


def _own_targets(items: Iterable[IndexStudy]) -> list[_Own]:
    """Return the scores that the unit wants criteria to reach."""
    return [
        _Own(item, target.score, line)
        for item in items
        for target in item.targets
        if not target.proposed and target.score is not None
        if (line := item.ledger.line(target.code)) is not None
    ]


def _total(item: IndexStudy) -> Spot:
    return line_spot(item, item.ledger.total)


def _unjudged(count: int) -> str:
    return messages.UNJUDGED.format(count=count) if count else ""
