"""The figure of chances: how likely a goal is with the points that a unit gains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.ticker import MaxNLocator

from analysis.plan.aim_words import (
    about_share,
    changes_words,
    goal_words,
    points_words,
    share_words,
    unit_words,
)
from analysis.plan.targeting import chances
from analysis.review import messages
from analysis.review.aims import aims_of, nearest
from analysis.review.figure import absent, drawn
from analysis.review.palette import ACCENT, FAINT, NEUTRAL
from analysis.review.series import legend_below
from analysis.vietnamese import number, percent, short_number, slug

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.deficits import Chance, Goal
    from analysis.plan.study import Study
    from analysis.plan.targeting import Aim
    from analysis.review.figure import Figure

# An even number of steps to twice the need puts the need itself on the curve.
_STEPS = 24
_TOLD = _STEPS // 4


@dataclass(frozen=True, slots=True)
class _Curve:
    """The chances of a goal by the points gained, from none to `span`."""

    gains: tuple[float, ...]
    chances: tuple[Chance, ...]

    @property
    def span(self) -> float:
        """The most points that are drawn."""
        return self.gains[-1]

    def shares(self, name: str) -> list[float]:
        """Return the chances (``share``) or one end of their intervals (``low``, ``high``)."""
        return [getattr(chance, name) for chance in self.chances]


def chance_chart(study: Study, index: str, goal: Goal | None = None) -> Figure:
    """Show the chance of a goal against the points gained, the need marked.

    Parameters
    ----------
    study
        The unit in a plan year.
    index
        The index the goal is for.
    goal
        The goal; by default the one of the usual goals whose way `aims_table` shows.

    Raises
    ------
    FaultsError
        DF-02 to DF-04 for a goal that no score can reach.
    """
    found = nearest(aims_of(study, index, [goal] if goal else ()))
    reason = _why_no_curve(found)
    if reason is not None:
        return absent(messages.NO_CHART.format(name=messages.CHART_CHANCE, reason=reason))
    curve = _curve(study, found)
    need = found.need.points or 0.0

    def draw(axes: Axes) -> None:
        axes.fill_between(
            curve.gains,
            curve.shares("low"),
            curve.shares("high"),
            color=FAINT,
            alpha=0.6,
            linewidth=0,
            label=messages.CHANCE_BAND,
        )
        axes.plot(curve.gains, curve.shares("share"), color=ACCENT, label=messages.CHANCE_SIDE)
        if need:
            label = messages.CHANCE_NEED.format(points=points_words(found, need))
            axes.axvline(need, color=NEUTRAL, linewidth=1.6, linestyle="--", label=label)
        for gain, chance in _told(found, curve):
            _mark(axes, gain, chance, span=curve.span)
        _scales(axes, curve.span)
        axes.set_xlabel(messages.CHANCE_AXIS.format(year=found.result_year), labelpad=8)
        axes.set_ylabel(messages.CHANCE_SIDE)
        # Below the name of the axis too.
        legend_below(axes, pad=4.8)

    return drawn(_name(found), draw, title=_title(found), alt=_alt(found, curve), height=4.2)


def _why_no_curve(found: Aim) -> str | None:
    """Return why a chance cannot be known or says nothing."""
    if found.need.reason is not None:
        return found.need.reason
    if not found.against_peers:
        return messages.CHANCE_FIXED
    if all(part.mark is None for part in found.need.requirements):
        return messages.CHANCE_CERTAIN
    return found.chance.reason


def _curve(study: Study, found: Aim) -> _Curve:
    """Return the chances from no points to twice the need, on to the even chance if that is more.

    A goal that already holds needs nothing: its curve goes to the points that nearly always keep
    it.
    """
    need, chance = found.need.points or 0.0, found.chance
    far = chance.points if need else chance.points_high
    span = max(2 * need, far or 0.0) or 1.0
    gains = tuple(np.linspace(0.0, span, _STEPS + 1).tolist())
    goals = [part.goal for part in found.need.requirements]
    return _Curve(gains, chances(study, found.index, goals, points=gains))


def _told(found: Aim, curve: _Curve) -> list[tuple[float, Chance]]:
    """Return the gains whose chance is written into the figure: none, the need, the most."""
    need = [(found.need.points, found.chance)] if found.need.points else []
    ends = list(zip(curve.gains, curve.chances, strict=True))
    return [ends[0], *need, ends[-1]]


def _mark(axes: Axes, gain: float, chance: Chance, *, span: float) -> None:
    share = chance.share or 0.0
    right = gain < span / 2
    axes.scatter([gain], [share], color=ACCENT, s=26, zorder=3, clip_on=False)
    axes.annotate(
        share_words(share),
        (gain, share),
        xytext=(6 if right else -6, 7),
        textcoords="offset points",
        ha="left" if right else "right",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.8},
        fontsize=8.5,
        fontweight="bold",
    )


def _scales(axes: Axes, span: float) -> None:
    """Write points with the decimals that they need, chances in percent."""
    ticks = [float(tick) for tick in MaxNLocator(6).tick_values(0.0, span) if 0 <= tick <= span]
    axes.grid(visible=False)
    axes.grid(visible=True, axis="y")
    axes.set_xticks([])
    axes.set_xticks(ticks, [short_number(tick) for tick in ticks], minor=True)
    shares = [0.0, 0.25, 0.5, 0.75, 1.0]
    axes.set_yticks(shares, [percent(share, 0) for share in shares])
    axes.set_xlim(0.0, span)
    axes.set_ylim(0.0, 1.04)


def _name(found: Aim) -> str:
    """Return the name that keeps the ids of two drawings apart."""
    (part,) = found.need.requirements
    goal = slug(f"{part.goal.kind} {part.goal.value or ''}")
    return f"kha-nang-{found.edition.index.slug.replace('_', '-')}-{goal}"


def _title(found: Aim) -> str:
    need, share = found.need.points, about_share(found.chance.share or 0.0)
    now = messages.CHANCE_HELD.format(share=share)
    if need:
        now = messages.CHANCE_NOW.format(points=points_words(found, need), share=share)
    even, points = "", found.chance.points or 0.0
    if points > (need or 0.0):
        words = f"{number(points)} {unit_words(found)}"
        even = messages.CHANCE_EVEN.format(points=words)
    return messages.CHANCE_TITLE.format(goal=_goal(found), now=now, even=even)


def _goal(found: Aim) -> str:
    (part,) = found.need.requirements
    return goal_words(found, part.goal)


def _alt(found: Aim, curve: _Curve) -> str:
    points = list(zip(curve.gains, curve.chances, strict=True))[::_TOLD]
    need = messages.CHANCE_NO_NEED.format(year=found.result_year)
    if found.need.points:
        need = messages.CHANCE_NEED.format(points=points_words(found, found.need.points))
    return messages.CHANCE_ALT.format(
        goal=_goal(found),
        unit=found.unit.full_name(),
        index=found.index,
        year=found.result_year,
        list="; ".join(_at(found, gain, chance) for gain, chance in points),
        need=need,
        count=found.chance.changes,
        years=changes_words(found.chance),
    )


def _at(found: Aim, gain: float, chance: Chance) -> str:
    low, high = share_words(chance.low or 0.0), share_words(chance.high or 0.0)
    share = share_words(chance.share or 0.0)
    if low != high:
        share = messages.CHANCE_BETWEEN.format(share=share, low=low, high=high)
    if not gain:
        return messages.CHANCE_AT_ZERO.format(share=share)
    words = f"{number(gain)} {unit_words(found)}"
    return messages.CHANCE_AT.format(points=words, share=share)
