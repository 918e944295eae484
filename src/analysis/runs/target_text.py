"""The answer to "what does this goal take?" as text for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.aim_words import (
    about_share,
    changes_words,
    goal_words,
    points_words,
    score_words,
    share_words,
    unit_words,
)
from analysis.runs import messages
from analysis.vietnamese import capitalised, number, rank_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.deficits import Chance, Requirement
    from analysis.plan.targeting import Aim, Aimed

# As many decimals as scores of criteria are published with.
_DECIMALS = 4


def aim_text(aim: Aim) -> str:
    """Return an aim in Vietnamese: where the unit stands, the points, the chance, the criteria."""
    title = messages.AIM_TITLE.format(
        index=aim.index, year=aim.plan_year, unit=aim.unit.full_name()
    )
    parts = [
        (title, _standing(aim)),
        (_points_heading(aim), *_points_lines(aim)),
        (messages.AIM_CHANCE_HEADING, *_chance_lines(aim)),
    ]
    if aim.need.at_least:
        parts.append((messages.AIM_WAY_HEADING, *_way_lines(aim)))
    return "\n\n".join("\n".join(lines) for lines in parts)


def _standing(aim: Aim) -> str:
    score = messages.AIM_SCORE_UNKNOWN.format(reason=aim.score_reason)
    if aim.score is not None:
        score = score_words(aim, aim.score)
    rank = messages.AIM_RANK_UNKNOWN
    if aim.rank is not None:
        placed = str(aim.rank) if aim.ranked is None else rank_of(aim.rank, aim.ranked)
        rank = messages.AIM_RANK.format(rank=placed)
    known = aim.score is not None or aim.rank is not None
    figures = f"{score}, {rank}" if known else score
    return messages.AIM_STANDING.format(year=aim.result_year, figures=figures)


def _points_heading(aim: Aim) -> str:
    need = aim.need
    if need.points is None:
        text = messages.AIM_POINTS_UNKNOWN
        if any(part.points is not None for part in need.requirements):
            text = messages.AIM_POINTS_AT_LEAST.format(points=points_words(aim, need.at_least))
    elif need.points:
        text = messages.AIM_POINTS.format(points=points_words(aim, need.points))
    else:
        text = messages.AIM_HOLDS.format(year=aim.result_year)
    basis = messages.AIM_POINTS_HEADING.format(year=aim.result_year)
    return f"{basis} {text}"


def _points_lines(aim: Aim) -> Iterator[str]:
    for part in aim.need.requirements:
        yield _goal_line(aim, part)
    if aim.caveat is not None:
        yield messages.AIM_CAVEAT.format(caveat=aim.caveat)


def _goal_line(aim: Aim, part: Requirement) -> str:
    goal = capitalised(goal_words(aim, part.goal))
    if part.points is None:
        line = messages.AIM_GOAL_UNKNOWN.format(goal=goal, reason=part.reason)
    elif part.mark is None or (part.goal.kind == "score" and not part.points):
        line = messages.AIM_GOAL_HOLDS.format(goal=goal)
    elif part.goal.kind == "score":
        line = messages.AIM_GOAL_LACKS.format(goal=goal, points=points_words(aim, part.points))
    elif part.points:
        line = messages.AIM_GOAL_NEEDS.format(
            goal=goal, mark=score_words(aim, part.mark), points=points_words(aim, part.points)
        )
    else:
        line = messages.AIM_GOAL_HOLDS_AT.format(goal=goal, mark=score_words(aim, part.mark))
    return line if part.note is None else messages.AIM_NOTE.format(line=line, note=part.note)


def _chance_lines(aim: Aim) -> Iterator[str]:
    """Yield the chance with and without the points, what moving peers ask for, and the basis."""
    chance = aim.chance
    if aim.need.reason is not None:
        yield messages.AIM_NO_CHANCE_WITHOUT_POINTS
    elif all(part.mark is None for part in aim.need.requirements):
        yield messages.AIM_EVERY_SCORE
    elif not aim.against_peers:
        yield messages.AIM_FIXED_MARK
    elif chance.reason is not None:
        yield messages.AIM_NO_CHANCE.format(reason=chance.reason)
    else:
        if aim.need.points:
            points = points_words(aim, aim.need.points)
            gaining = messages.AIM_CHANCE_GAINING.format(points=points)
            yield _chance_line(gaining, chance)
            without = messages.AIM_CHANCE_WITHOUT
        else:
            without = messages.AIM_CHANCE_HOLDING
        yield _chance_line(without, aim.chance_without)
        yield messages.AIM_MOVING_POINTS.format(
            points=_rounded(chance.points),
            low=_rounded(chance.points_low),
            high=_rounded(chance.points_high),
            unit=unit_words(aim),
        )
        yield messages.AIM_BASIS.format(count=chance.changes, years=changes_words(chance))


def _way_lines(aim: Aim) -> Iterator[str]:
    """Yield the criteria in the order in which they are taken, and what they do not reach."""
    if aim.way_reason is not None:
        yield messages.AIM_NO_WAY.format(reason=aim.way_reason)
        return
    for place, one in enumerate(aim.criteria, start=1):
        yield _criterion_line(aim, place, one)
    if aim.unreachable:
        yield messages.AIM_UNREACHABLE.format(points=points_words(aim, aim.unreachable))


def _criterion_line(aim: Aim, place: int, one: Aimed) -> str:
    return messages.AIM_CRITERION.format(
        place=place,
        code=one.criterion.code,
        name=one.criterion.name,
        points=f"{number(one.step.points, _DECIMALS)} {unit_words(aim)}",
        start=number(one.score or 0.0, _DECIMALS),
        end=number(one.step.reaches, _DECIMALS),
        control=messages.AIM_CONTROL[one.criterion.control],
    )


def _chance_line(what: str, chance: Chance) -> str:
    """Return a chance with its interval, without one where its ends read alike."""
    low, high = share_words(chance.low or 0.0), share_words(chance.high or 0.0)
    text = messages.AIM_CHANCE_ALONE if low == high else messages.AIM_CHANCE
    return text.format(what=what, share=about_share(chance.share or 0.0), low=low, high=high)


def _rounded(points: float | None) -> str:
    return "" if points is None else number(points)
