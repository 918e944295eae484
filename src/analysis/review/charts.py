"""Where the unit stands, what changed on every line, how far it is from the maximum."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pandas as pd
import seaborn as sns

from analysis.review import messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import ACCENT, FAINT, GROUP_COLOURS, NEUTRAL
from analysis.review.work import in_unit
from analysis.vietnamese import number, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study
    from analysis.review.figure import Figure


def standing_chart(study: Study) -> Figure:
    """Show where the unit stands on each dimension, most lost points first.

    All provinces, the unit, both medians and the best of the country, as shares of the maximum:
    what lies between the unit's dot and 100% was lost.
    """
    item = study.of("PAPI")
    lines = [
        line for line in item.ledger.lines if line.criterion.level == 1 and line.lost is not None
    ]
    if not lines:
        return _no_score(item, messages.CHART_STANDING)
    lines.sort(key=lambda line: -(line.lost or 0))
    names = _names(lines)
    cloud = pd.DataFrame(
        [
            {"name": name, "share": _of_most(line, score)}
            for name, line in zip(names, lines, strict=True)
            for score in item.field.scores[line.code].dropna()
        ]
    )
    legend = [text.format(unit=study.unit.name) for text in messages.STANDING_LEGEND]

    def draw(axes: Axes) -> None:
        sns.stripplot(
            cloud, x="share", y="name", order=names, jitter=False, color=FAINT, size=4, ax=axes
        )
        axes.scatter([], [], color=FAINT, s=16, label=legend[0])
        _standing_marks(axes, lines, legend)
        for place, line in enumerate(lines):
            axes.text(102, place, number(line.lost or 0), va="center", fontsize=9)
        axes.text(102, -0.75, messages.LOST_AXIS, va="center", fontsize=9, fontweight="bold")
        axes.set_xlim(0, 100)
        axes.set_xlabel(messages.STANDING_AXIS)
        axes.set_ylabel("")
        axes.legend(
            loc="upper center",
            bbox_to_anchor=(0.3, 0),
            borderaxespad=4.5,
            ncols=5,
            fontsize=8.5,
        )

    above = sum((line.score or 0) > (line.nation.median or 0) for line in lines)
    return drawn(
        "vi-tri",
        draw,
        title=messages.STANDING_TITLE.format(above=above, total=len(lines)),
        alt=messages.STANDING_ALT.format(
            year=item.ledger.year, list="; ".join(_standing_words(line) for line in lines)
        ),
        height=1.5 + 0.42 * len(lines),
    )


def _standing_marks(axes: Axes, lines: list[Line], legend: list[str]) -> None:
    """Draw the medians above and below each line, the best as a frame, so that none hides."""
    marks = (
        ([line.region.median for line in lines], "v", NEUTRAL, NEUTRAL, -0.24),
        ([line.nation.median for line in lines], "^", "#222222", "#222222", 0.24),
        ([line.score for line in lines], "o", ACCENT, ACCENT, 0.0),
        ([line.nation.best for line in lines], "D", "none", GROUP_COLOURS["Cao nhất"], 0.0),
    )
    for (values, marker, fill, rim, aside), label in zip(marks, legend[1:], strict=True):
        known = [
            (_of_most(line, value), place + aside)
            for place, (line, value) in enumerate(zip(lines, values, strict=True))
            if value is not None
        ]
        axes.scatter(
            [share for share, _ in known],
            [place for _, place in known],
            marker=marker,
            color=fill,
            edgecolor=rim,
            linewidth=1.6 if fill == "none" else 0,
            s=60 if aside == 0 else 34,
            zorder=3,
            label=label,
        )


def _of_most(line: Line, score: float) -> float:
    """Return a score in percent of the line's maximum."""
    return 100 * score / (line.criterion.max_score or 1)


def _standing_words(line: Line) -> str:
    return messages.STANDING_ITEM.format(
        name=line.criterion.name,
        own=_figure(line.score),
        lost=_figure(line.lost),
        region=_figure(line.region.median),
        nation=_figure(line.nation.median),
        best=_figure(line.nation.best),
    )


def _figure(value: float | None) -> str:
    return messages.UNKNOWN if value is None else number(value)


def changes_chart(study: Study) -> Figure:
    """Show what changed since last year; lines whose years do not compare are hatched."""
    item = study.of("PAPI")
    lines = [line for line in item.ledger.lines if line.criterion.level > 0 and line.score]
    if not lines:
        return _no_score(item, messages.CHART_CHANGES)
    if not any(line.change.previous_score is not None for line in lines):
        return absent(
            messages.NO_CHART.format(name=messages.CHART_CHANGES, reason=messages.NO_PREVIOUS)
        )
    widest = max(abs(line.change.score or 0) for line in lines) or 1.0

    def draw(axes: Axes) -> None:
        for place, line in enumerate(lines):
            moved = line.change.score
            bold = line.criterion.level == 1
            if moved is None:
                axes.barh(place, widest * 0.5, color="none", edgecolor=NEUTRAL, hatch="////")
                axes.text(widest * 0.53, place, messages.NOT_COMPARABLE, va="center", fontsize=7)
                continue
            colour = ACCENT if moved < 0 else GROUP_COLOURS["Cao nhất"]
            axes.barh(place, moved, color=colour, alpha=1.0 if bold else 0.55)
            side = "right" if moved < 0 else "left"
            gap = -widest * 0.02 if moved < 0 else widest * 0.02
            axes.text(moved + gap, place, signed(moved), ha=side, va="center", fontsize=7)
        axes.set_yticks(range(len(lines)), _names(lines))
        for label, line in zip(axes.get_yticklabels(), lines, strict=True):
            label.set_fontweight("bold" if line.criterion.level == 1 else "normal")
        axes.axvline(0, color="#222222", linewidth=0.8)
        axes.set_xlim(-widest * 1.3, widest * 1.3)
        axes.invert_yaxis()
        axes.set_xlabel(messages.CHANGES_AXIS)

    moves = [
        line.change.score
        for line in lines
        if line.criterion.level == 1 and line.change.score is not None
    ]
    return drawn(
        "thay-doi",
        draw,
        title=messages.CHANGES_TITLE.format(
            down=sum(move < 0 for move in moves),
            up=sum(move > 0 for move in moves),
            year=item.ledger.previous_year,
        ),
        alt=messages.CHANGES_ALT.format(
            year=item.ledger.previous_year,
            list="; ".join(f"{line.criterion.name} {_moved(line)}" for line in lines),
        ),
        height=1.1 + 0.24 * len(lines),
    )


def _moved(line: Line) -> str:
    return messages.NOT_COMPARABLE if line.change.score is None else signed(line.change.score)


def gap_chart(study: Study, index: str) -> Figure:
    """Show how far an index is from its maximum and how much of the gap is explained."""
    item = study.of(index)
    ledger, total = item.ledger, item.ledger.total
    if total.score is None or total.lost is None:
        return _no_score(item, messages.CHART_GAP)
    bars = [(messages.GAP_OWN, total.score, ACCENT)]
    if ledger.national_mean is not None:
        bars.append((messages.GAP_NATION, ledger.national_mean, NEUTRAL))
    bars += [
        (_wrapped(line.criterion.name), line.score, FAINT)
        for line in ledger.lines
        if line.criterion.level == 1 and line.score is not None
    ]
    most = ledger.edition.max_score
    rest = next((line for line in ledger.lines if line.kind == "unallocated"), None)

    def draw(axes: Axes) -> None:
        names = [name for name, _, _ in bars]
        axes.barh(names, [value for _, value, _ in bars], color=[colour for _, _, colour in bars])
        for place, (_, value, _) in enumerate(bars):
            axes.text(
                value - 1,
                place,
                number(value),
                ha="right",
                va="center",
                color="white" if place < 2 else "#222222",
                fontsize=8,
                fontweight="bold",
            )
        if rest is not None and rest.lost:
            axes.barh(
                names[0], rest.lost, left=total.score, color="none", edgecolor=ACCENT, hatch="////"
            )
            axes.text(
                most + 1,
                0,
                f"{messages.GAP_UNALLOCATED}: {number(rest.lost)}",
                va="center",
                fontsize=7.5,
            )
        axes.axvline(most, color="#222222", linewidth=1)
        axes.set_xlim(0, most * 1.42)
        axes.set_xticks(range(0, int(most) + 1, 20))
        axes.invert_yaxis()

    return drawn(
        f"khoang-cach-{ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=messages.GAP_TITLE.format(
            index=index, lost=in_unit(item, total.lost), mean=_against_mean(item, total.score)
        ),
        alt=messages.GAP_ALT.format(
            index=index,
            year=ledger.year,
            list="; ".join(
                [f"{name.replace(chr(10), ' ')} {number(value)}" for name, value, _ in bars]
                + [f"{messages.GAP_MOST} {number(most, 0)}"]
                + (
                    [f"{messages.GAP_UNALLOCATED} {number(rest.lost)}"]
                    if rest is not None and rest.lost
                    else []
                )
            ),
        ),
        height=1.0 + 0.42 * len(bars),
    )


def _against_mean(item: IndexStudy, score: float) -> str:
    mean = item.ledger.national_mean
    if mean is None:
        return ""
    form = messages.GAP_MEAN if score < mean else messages.GAP_MEAN_ABOVE
    return form.format(gap=in_unit(item, abs(mean - score)))


def _names(lines: list[Line]) -> list[str]:
    return [_wrapped(f"{line.code}. {line.criterion.name}") for line in lines]


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 48))


def _no_score(item: IndexStudy, name: str) -> Figure:
    reason = item.ledger.total.reason or messages.NO_SCORE.format(year=item.ledger.year)
    return absent(messages.NO_CHART.format(name=name, reason=reason))
