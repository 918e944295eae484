"""Figures of a line as the plan prints them; an unknown one keeps its reason for a Word comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.vietnamese import number

if TYPE_CHECKING:
    from analysis.deficits import Line, Target
    from analysis.plan.study import IndexStudy


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed figure; `note` is the reason when the figure is not known."""

    text: str
    note: str | None = None


def printed(value: float | None, *, decimals: int, reason: str | None) -> Printed:
    """Return a figure in Vietnamese form, or "chưa có số liệu" with the reason.

    Examples
    --------
    >>> printed(43.8476, decimals=2, reason=None).text
    '43,85'
    >>> printed(None, decimals=2, reason="không có điểm").text
    'chưa có số liệu'
    """
    if value is None:
        return Printed(messages.UNKNOWN, reason)
    return Printed(number(value, decimals))


def maximum(line: Line, decimals: int) -> Printed:
    """Return a line's maximum, without decimals when it is whole."""
    most = line.criterion.max_score
    whole = most is not None and float(most).is_integer()
    return printed(most, decimals=0 if whole else decimals, reason=line.reason)


def target(study: IndexStudy, line: Line, decimals: int) -> Printed:
    """Return a line's target, marked "(đề xuất)" when a rule proposed it."""
    goal: Target | None = study.target(line.code)
    if goal is None or (goal.score is None and not goal.full_marks):
        return Printed(messages.UNKNOWN, goal.basis if goal else line.reason)
    text = messages.FULL_MARKS if goal.score is None else number(goal.score, decimals)
    if goal.score is not None and line.score is not None and text == number(line.score, decimals):
        text = messages.KEPT_SCORE.format(score=text)
    return Printed(messages.PROPOSED.format(target=text) if goal.proposed else text)
