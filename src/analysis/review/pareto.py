"""The Pareto figure: where the points were lost, and how few lines hold most of them."""

from __future__ import annotations

import textwrap
from itertools import accumulate
from typing import TYPE_CHECKING

from matplotlib.patches import Patch
from matplotlib.ticker import PercentFormatter

from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn, main_ones
from analysis.review.palette import (
    GROUPS,
    INK,
    NEUTRAL,
    UNKNOWN_HATCH,
    colour_of,
    group_patches,
)
from analysis.review.work import in_unit
from analysis.vietnamese import number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study
    from analysis.review.figure import Figure

_ROW = 0.23
_HALF = 0.5


def lost_points_chart(study: Study, index: str = "PAPI") -> Figure:
    """Show where an index lost its points: a bar a line, most first, and the running share.

    The lines are the sub-dimensions, or the criteria above them where those are not known; what
    no line explains is a hatched bar of its own.
    """
    item = study.of(index)
    name = messages.CHART_LOST.format(index=index)
    total = item.ledger.total
    if not total.lost:
        reason = total.reason or messages.NO_SCORE.format(year=item.ledger.year)
        return absent(messages.NO_CHART.format(name=name, reason=reason))
    lines = _lines(item)
    if len(lines) < 2:
        reason = messages.ONLY_TOTAL.format(index=index, year=item.ledger.year)
        return absent(messages.NO_CHART.format(name=name, reason=reason))
    shares = list(accumulate((line.lost or 0) / total.lost for line in lines))
    rest = total.lost - sum(line.lost or 0 for line in lines)
    decimals = item.ledger.edition.index.decimals
    # Below the smallest figure that the index is published with, a rest is rounding.
    rest = rest if rest > 10**-decimals * len(lines) else 0.0
    few = min(sum(share < _HALF for share in shares) + 1, len(lines))

    def draw(axes: Axes) -> None:
        _bars(axes, item, lines, rest=rest)
        upper = _cumulative(axes, shares, few=few)
        values = [line.lost or 0 for line in lines] + [rest] * bool(rest)
        for place, value in enumerate(values):
            _value(upper, axes, place, value)
        axes.set_ylim(len(lines) + bool(rest) - 0.5, -0.5)
        _legend(axes, item, lines)

    return drawn(
        f"mat-diem-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=messages.LOST_TITLE.format(
            count=few,
            total=len(lines),
            kind=messages.LOST_KINDS[lines[0].criterion.level],
            share=percent(shares[few - 1], 0),
            index=index,
            year=item.ledger.year,
            name=lines[0].criterion.name,
            lost=in_unit(item, lines[0].lost or 0),
        ),
        alt=messages.LOST_ALT.format(
            index=index,
            year=item.ledger.year,
            all=in_unit(item, total.lost),
            list=main_ones(_words(lines, shares, rest=rest)),
        ),
        height=1.5 + _ROW * (len(lines) + bool(rest)),
    )


def _lines(item: IndexStudy) -> list[Line]:
    """Return the lines of the level and breakdown that explain most of the gap, most lost first."""
    known: dict[tuple[int, str | None], list[Line]] = {}
    for line in item.ledger.lines:
        level = line.criterion.level
        if line.kind == "criterion" and level in messages.LOST_KINDS and line.lost is not None:
            known.setdefault((level, line.criterion.breakdown), []).append(line)
    best = max(known.values(), key=lambda lines: (_explained(lines), len(lines)), default=[])
    return sorted(best, key=lambda line: -(line.lost or 0))


def _explained(lines: list[Line]) -> float:
    return round(sum(line.lost or 0 for line in lines), 2)


def _group(item: IndexStudy, line: Line) -> str | None:
    """Return the group of a line or, where none is published, of the line above."""
    above = item.ledger.line(line.criterion.parent or "")
    return line.group or (above.group if above and above.criterion.level else None)


def _bars(axes: Axes, item: IndexStudy, lines: list[Line], *, rest: float) -> None:
    most = max([rest, *(line.lost or 0 for line in lines)])
    for place, line in enumerate(lines):
        group = _group(item, line)
        hatch = GROUPS[group].hatch if group is not None else ""
        lost = line.lost or 0
        axes.barh(place, lost, color=colour_of(group), edgecolor="white", hatch=hatch, linewidth=0)
    names = [f"{line.code}. {line.criterion.name}" for line in lines]
    if rest:
        place = len(lines)
        axes.barh(place, rest, color="none", edgecolor=NEUTRAL, hatch=UNKNOWN_HATCH)
        names.append(messages.LOST_UNALLOCATED)
    axes.set_yticks(range(len(names)), [_wrapped(name) for name in names], fontsize=8)
    axes.set_xlim(0, most * 1.3)
    axes.set_xlabel(messages.LOST_AXIS)


def _cumulative(axes: Axes, shares: list[float], *, few: int) -> Axes:
    """Draw the running share on an axis of its own above, the lines up to half of it marked."""
    upper = axes.twiny()
    places = range(len(shares))
    # The white line below keeps the running share apart from the bars that it crosses.
    upper.plot(shares, places, color="white", linewidth=3.2)
    upper.plot(
        shares, places, color=INK, linewidth=1.2, marker="o", markersize=3, markerfacecolor="white"
    )
    upper.set_xlim(0, 1.05)
    upper.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    upper.set_xlabel(messages.LOST_CUMULATIVE)
    upper.grid(visible=False)
    upper.axhline(few - 0.5, color=NEUTRAL, linewidth=0.9, linestyle="--")
    upper.annotate(
        percent(shares[few - 1], 0),
        (shares[few - 1], few - 1),
        xytext=(8, 0),
        textcoords="offset points",
        va="center",
        fontsize=9,
        fontweight="bold",
    )
    return upper


def _value(upper: Axes, axes: Axes, place: int, value: float) -> None:
    """Write a bar's value on the upper axes, so that the running share never crosses it."""
    upper.annotate(
        number(value),
        (value, place),
        xycoords=axes.transData,
        xytext=(3, 0),
        textcoords="offset points",
        va="center",
        fontsize=7.5,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
    )


def _legend(axes: Axes, item: IndexStudy, lines: list[Line]) -> None:
    found = {_group(item, line) for line in lines}
    shown = [label for label in item.ledger.edition.index.groups.labels if label in found]
    if not shown:
        return
    marks = group_patches(shown)
    if None in found:
        marks.append(Patch(color=NEUTRAL, label=messages.LOST_NO_GROUP))
    axes.legend(
        handles=marks,
        title=messages.LOST_GROUPS,
        title_fontsize=7.5,
        loc="upper center",
        bbox_to_anchor=(0.3, 0),
        borderaxespad=4.2,
        ncols=5,
        fontsize=8,
    )


def _words(lines: list[Line], shares: list[float], *, rest: float) -> list[str]:
    words = [
        messages.LOST_ITEM.format(
            name=line.criterion.name, lost=number(line.lost or 0), share=percent(share, 0)
        )
        for line, share in zip(lines, shares, strict=True)
    ]
    unallocated = f"{messages.LOST_UNALLOCATED} {number(rest)}"
    return [unallocated, *words] if rest else words


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 64))
