"""The table of goals: the points each takes, how likely it is, the criteria to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.plan.aim_words import (
    about_share,
    changes_words,
    goal_words,
    points_words,
    score_words,
    share_words,
)
from analysis.plan.targeting import aim, usual_goals
from analysis.review import messages
from analysis.review.html import Html, Row, paragraph, table, with_reason
from analysis.vietnamese import capitalised, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.deficits import Chance, Goal
    from analysis.plan.study import Study
    from analysis.plan.targeting import Aim

# As many decimals as scores of criteria are published with.
_DECIMALS = 4


def aims_table(study: Study, index: str, goals: Sequence[Goal] | None = None) -> Html:
    """Return what each goal takes and how likely it is; below, the way to the nearest in reach.

    Parameters
    ----------
    study
        The unit in a plan year.
    index
        The index the goals are for.
    goals
        Goals, each for itself; where none are given the usual ones of the unit, nearest first.

    Raises
    ------
    FaultsError
        DF-02 to DF-04 for goals that no score can reach.
    """
    aims = aims_of(study, index, goals or ())
    reasons = dict.fromkeys(found.need.reason for found in aims)
    if None not in reasons and len(reasons) == 1:
        return Html(
            paragraph(messages.AIMS_UNKNOWN.format(index=index, reason=aims[0].need.reason))
        )
    apart = len(_refusals(aims)) > 1
    rows = [Row(_cells(found, apart=apart)) for found in aims]
    caption = messages.AIMS.format(index=index, year=study.plan_year)
    made = table(caption, messages.AIMS_HEAD, rows, figures=frozenset({1, 2}))
    return Html(made + _basis(aims) + _way(aims))


def aims_of(study: Study, index: str, goals: Sequence[Goal]) -> list[Aim]:
    """Return an aim for each goal; without goals for the usual ones, fewest points first."""
    if goals:
        return [aim(study, index, [goal]) for goal in goals]
    aims = [aim(study, index, [goal]) for goal in usual_goals(study, index)]
    return sorted(aims, key=lambda found: (found.need.points is None, found.need.points or 0.0))


def nearest(aims: Sequence[Aim]) -> Aim:
    """Return the first goal that lacks points and can be reached, else the first of all."""
    lacking = [found for found in aims if found.need.points]
    reached = [found for found in lacking if found.unreachable == 0]
    return (reached or lacking or list(aims))[0]


def _refusals(aims: Sequence[Aim]) -> list[str]:
    """Return why no chance is given for goals whose points are known, each reason once."""
    refused = (found for found in aims if found.need.reason is None and found.against_peers)
    return list(dict.fromkeys(found.chance.reason for found in refused if found.chance.reason))


def _cells(found: Aim, *, apart: bool) -> tuple[str | Markup, ...]:
    """Return the cells of one goal; `apart` gives each row its own reason for no chance."""
    (part,) = found.need.requirements
    goal = with_reason(capitalised(goal_words(found, part.goal)), part.note)
    if part.points is None:
        return (goal, "–", with_reason(messages.AIM_UNKNOWN, part.reason), "–", "–")
    mark = messages.AIM_EVERY_SCORE if part.mark is None else score_words(found, part.mark)
    if not found.against_peers:
        points = points_words(found, part.points) if part.points else messages.AIM_HOLDS
        return (goal, mark, points, messages.AIM_FIXED, "–")
    without = _chance(found.chance_without, apart=apart)
    if not part.points:
        return (goal, mark, messages.AIM_HOLDS, "–", without)
    return (
        goal,
        mark,
        points_words(found, part.points),
        _chance(found.chance, apart=apart),
        without,
    )


def _chance(chance: Chance, *, apart: bool) -> Markup:
    """Return a chance above its interval, without one where its ends read alike."""
    if chance.share is None or chance.low is None or chance.high is None:
        return with_reason("–", chance.reason if apart else None)
    low, high = share_words(chance.low), share_words(chance.high)
    between = messages.AIM_INTERVAL.format(low=low, high=high)
    return with_reason(about_share(chance.share), None if low == high else between)


def _basis(aims: Sequence[Aim]) -> Markup:
    """Return what points and chances rest on."""
    caveat = next((found.caveat for found in aims if found.caveat), None)
    sentences = [
        messages.AIM_POINTS_BASIS.format(
            year=aims[0].result_year,
            caveat=messages.AIM_CAVEAT.format(caveat=caveat) if caveat else "",
        )
    ]
    known = [
        found.chance for found in aims if found.against_peers and found.chance.share is not None
    ]
    refusals = _refusals(aims)
    if known:
        years = changes_words(known[0])
        sentences.append(messages.AIM_CHANCE_BASIS.format(count=known[0].changes, years=years))
    elif len(refusals) == 1:
        sentences.append(messages.AIM_NO_CHANCE.format(reason=refusals[0]))
    return paragraph(" ".join(sentences))


def _way(aims: Sequence[Aim]) -> Markup:
    """Return the criteria of the shortest way to the nearest goal, or why there are none."""
    found = nearest(aims)
    if not found.need.points:
        return Markup("")
    if found.way_reason is not None or found.unreachable:
        reason = found.way_reason or messages.WAY_TOO_SHORT
        return paragraph(messages.NO_WAY.format(reason=reason))
    (part,) = found.need.requirements
    caption = messages.WAY.format(
        goal=goal_words(found, part.goal), points=points_words(found, found.need.points)
    )
    rows = [
        Row(
            (
                one.criterion.name,
                one.criterion.code,
                "" if one.score is None else number(one.score, _DECIMALS),
                number(one.step.reaches, _DECIMALS),
                number(one.step.points, _DECIMALS),
                messages.CONTROL[one.criterion.control],
            )
        )
        for one in found.criteria
    ]
    made = table(caption, messages.WAY_HEAD, rows, figures=frozenset({2, 3, 4}))
    return made + paragraph(messages.WAY_RULE)
