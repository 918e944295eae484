"""The waterfall figure: how last year's total became this year's, line by line."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from matplotlib.patches import Patch, Rectangle

from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import FAINT, FALL, INK, NEUTRAL, RISE, UNKNOWN_HATCH, unknown_patch
from analysis.review.series import legend_below
from analysis.review.work import in_unit
from analysis.vietnamese import number, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study
    from analysis.review.figure import Figure

_NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class _Step:
    """One move between the totals; `note` says why it is no change of the line, if it is none."""

    name: str
    move: float
    note: str = ""

    def words(self) -> str:
        """Return the move in words."""
        change = signed(self.move)
        told = messages.WATERFALL_NOT_COMPARED.format(change=change) if self.note else change
        return f"{self.name} {told}"


def change_waterfall(study: Study, index: str = "PAPI") -> Figure:
    """Show the way from last year's total to this year's, a step a first-level line.

    A line whose years do not compare is hatched: its step only closes the sum. Where the totals
    themselves do not compare there is no figure.
    """
    item = study.of(index)
    total = item.ledger.total
    steps = _steps(item)
    reason = _refusal(item, steps)
    if reason or total.score is None or total.change.previous_score is None:
        name = messages.CHART_WATERFALL.format(index=index)
        return absent(messages.NO_CHART.format(name=name, reason=reason))
    start, end = total.change.previous_score, total.score

    def draw(axes: Axes) -> None:
        _draw(axes, item, steps, start=start, end=end)

    notes = [
        messages.WATERFALL_REASON.format(name=step.name, note=step.note)
        for step in steps
        if step.note
    ]
    return drawn(
        f"thac-nuoc-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=_title(item, steps, end - start),
        alt=messages.WATERFALL_ALT.format(
            index=index,
            before=item.ledger.previous_year,
            start=in_unit(item, start),
            list="; ".join(step.words() for step in steps),
            year=item.ledger.year,
            end=in_unit(item, end),
            notes=messages.WATERFALL_ALT_NOTES.format(list="; ".join(notes)) if notes else "",
        ),
        height=1.5 + 0.4 * (len(steps) + 2),
    )


def _refusal(item: IndexStudy, steps: list[_Step]) -> str:
    """Return why there is no way from one total to the other, empty if there is one."""
    total = item.ledger.total
    if total.score is None:
        return total.reason or messages.NO_SCORE.format(year=item.ledger.year)
    if not total.change.comparable or total.change.previous_score is None:
        return total.change.note or messages.WATERFALL_NO_PREVIOUS
    return "" if steps else messages.WATERFALL_NO_LINES


def _steps(item: IndexStudy) -> list[_Step]:
    """Return the moves of the best known breakdown; they add up to the move of the total."""
    total = item.ledger.total
    if total.score is None or total.change.previous_score is None:
        return []
    found = [
        [step for line in item.ledger.children(total.code, part) if (step := _step(line))]
        for part in item.ledger.breakdowns()
    ]
    steps = max(found, key=len, default=[])
    if not steps:
        return []
    rest = total.score - total.change.previous_score - sum(step.move for step in steps)
    if abs(rest) > _NOISE:
        steps.append(_Step(messages.WATERFALL_REST, rest, messages.WATERFALL_NO_LINES))
    return steps


def _step(line: Line) -> _Step | None:
    before = line.change.previous_score
    if line.kind != "criterion" or line.score is None or before is None:
        return None
    name = f"{line.code}. {line.criterion.name}"
    if line.change.score is None:
        return _Step(name, line.score - before, line.change.note or "")
    return _Step(name, line.change.score)


def _title(item: IndexStudy, steps: list[_Step], moved: float) -> str:
    compared = [step for step in steps if not step.note]
    down = min(compared, key=lambda step: step.move, default=None)
    up = max(compared, key=lambda step: step.move, default=None)
    form = messages.WATERFALL_ROSE if moved > 0 else messages.WATERFALL_FELL
    change = form.format(points=in_unit(item, abs(moved))) if moved else messages.WATERFALL_SAME
    return messages.WATERFALL_TITLE.format(
        index=item.index,
        change=change,
        year=item.ledger.previous_year,
        down=_extreme(messages.WATERFALL_DOWN, down) if down and down.move < 0 else "",
        up=_extreme(messages.WATERFALL_UP, up) if up and up.move > 0 else "",
    )


def _extreme(form: str, step: _Step) -> str:
    return form.format(name=step.name.partition(". ")[2], points=signed(step.move))


def _draw(axes: Axes, item: IndexStudy, steps: list[_Step], *, start: float, end: float) -> None:
    levels = list(accumulate((step.move for step in steps), initial=start))
    low, high = min(levels), max(levels)
    room = (high - low) * 0.24 or 1.0
    for place, (step, (here, there)) in enumerate(zip(steps, pairwise(levels), strict=True), 1):
        if step.note:
            band = Rectangle((low - room, place - 0.42), high - low + 2 * room, 0.84)
            band.set(facecolor="none", edgecolor=FAINT, hatch=UNKNOWN_HATCH, linewidth=0)
            axes.add_patch(band)
        _bar(axes, place, step, span=(here, there), gap=room * 0.06)
        axes.plot([there, there], [place, place + 1], color=NEUTRAL, linewidth=0.8, zorder=1)
    axes.plot([start, start], [0, 1], color=NEUTRAL, linewidth=0.8, zorder=1)
    rows = len(steps) + 1
    for place, value in ((0, start), (rows, end)):
        axes.scatter([value], [place], marker="D", s=44, color=INK, zorder=3)
        axes.text(
            value + room * 0.1, place, number(value), va="center", fontsize=9, fontweight="bold"
        )
    years = (item.ledger.previous_year, item.ledger.year)
    totals = [messages.WATERFALL_TOTAL.format(index=item.index, year=year) for year in years]
    names = [totals[0], *(_wrapped(step.name) for step in steps), totals[1]]
    axes.set_yticks(range(rows + 1), names)
    for label in (axes.get_yticklabels()[0], axes.get_yticklabels()[-1]):
        label.set_fontweight("bold")
    axes.set_xlim(low - room, high + room)
    axes.set_ylim(rows + 0.5, -0.5)
    unit = messages.WATERFALL_UNITS.get(item.ledger.edition.index.unit, messages.WATERFALL_POINTS)
    axes.set_xlabel(messages.WATERFALL_AXIS.format(unit=unit))
    _legend(axes, hatched=any(step.note for step in steps))


def _bar(axes: Axes, place: int, step: _Step, *, span: tuple[float, float], gap: float) -> None:
    left, right = min(span), max(span)
    colour = "white" if step.note else RISE if step.move >= 0 else FALL
    edge = NEUTRAL if step.note else colour
    axes.barh(place, right - left, left=left, color=colour, edgecolor=edge, height=0.62, zorder=2)
    change = signed(step.move)
    axes.text(
        right + gap if step.move >= 0 else left - gap,
        place,
        messages.WATERFALL_MARK.format(change=change) if step.note else change,
        ha="left" if step.move >= 0 else "right",
        va="center",
        fontsize=8,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )


def _legend(axes: Axes, *, hatched: bool) -> None:
    rose, fell, neither = messages.WATERFALL_LEGEND
    marks = [Patch(color=RISE, label=rose), Patch(color=FALL, label=fell)]
    if hatched:
        marks.append(unknown_patch(neither))
    legend_below(axes, marks, pad=4.2, columns=3)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 44))
