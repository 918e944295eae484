"""An aim in Vietnamese words, the same on the command line, in the notebooks and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.deficits.goals import group_words
from analysis.plan import messages
from analysis.vietnamese import percent, short_number

if TYPE_CHECKING:
    from analysis.deficits import Chance, Goal
    from analysis.plan.targeting import Aim


def goal_words(aim: Aim, goal: Goal) -> str:
    """Return a goal in words, without a capital."""
    value = goal.value if isinstance(goal.value, str) else short_number(goal.amount)
    if goal.kind == "keep":
        rank = messages.AIM_PRESENT_RANK if aim.rank is None else str(aim.rank)
        return messages.AIM_GOALS["keep"].format(rank=rank)
    if goal.kind == "group":
        labels = aim.edition.index.groups.labels
        value = next((label for label in labels if group_words(label) == group_words(value)), value)
    if goal.kind == "score":
        value = score_words(aim, goal.amount)
    words = messages.AIM_FIRST if goal.value == 1 else messages.AIM_GOALS
    return words.get(goal.kind, messages.AIM_GOALS[goal.kind]).format(
        value=value, region=aim.region
    )


def score_words(aim: Aim, score: float) -> str:
    """Return a score in the index's unit, with every digit that was published."""
    text = messages.AIM_PERCENT if aim.edition.index.unit == "%" else messages.AIM_SCORE
    return text.format(score=short_number(score))


def points_words(aim: Aim, points: float) -> str:
    """Return points with the word for them; the difference of two percentages has its own."""
    return f"{short_number(points)} {unit_words(aim)}"


def unit_words(aim: Aim) -> str:
    """Return the word for points of the index."""
    return messages.AIM_UNITS[aim.edition.index.unit != "%"]


def share_words(share: float) -> str:
    """Return a share in whole percent; some thousand draws tell nothing finer.

    Examples
    --------
    >>> share_words(0.2771), share_words(0.0), share_words(1.0)
    ('28%', 'dưới 1%', 'trên 99%')
    """
    if share < 0.01:
        return messages.AIM_LEAST_SHARE
    return messages.AIM_MOST_SHARE if share > 0.99 else percent(share, 0)


def about_share(share: float) -> str:
    """Return a share as an estimate.

    Examples
    --------
    >>> about_share(0.2771), about_share(0.0)
    ('khoảng 28%', 'dưới 1%')
    """
    words = share_words(share)
    if words in {messages.AIM_LEAST_SHARE, messages.AIM_MOST_SHARE}:
        return words
    return messages.AIM_ABOUT.format(share=words)


def changes_words(chance: Chance) -> str:
    """Return the yearly changes that a chance rests on."""
    return ", ".join(messages.AIM_CHANGE.format(before=year - 1, now=year) for year in chance.years)
