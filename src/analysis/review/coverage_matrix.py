"""The coverage matrix: which deficit is served by which tasks, under which agency."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import Patch, Rectangle

from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn, main_ones
from analysis.review.palette import ACCENT, FAINT, GROUP_COLOURS, UNKNOWN_HATCH
from analysis.review.series import legend_below
from analysis.review.workload import leading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from analysis.plan.study import IndexStudy, PlannedTask, Study
    from analysis.review.figure import Figure

_FILL = GROUP_COLOURS["Trung bình cao"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A deficit with the numbers of its tasks, by the agency that leads them."""

    name: str
    tasks: Mapping[str, tuple[int, ...]]
    count: int


def coverage_matrix(study: Study, index: str) -> Figure:
    """Show each deficit in a row and, under the agency that leads it, the number of each task.

    The numbers are those of the index's table of tasks, so that any number of tasks stays
    legible; a deficit without a task is hatched over the whole row.
    """
    item = study.of(index)
    rows = _rows(item)
    leads = _leads(item)
    if not rows or not leads:
        reason = messages.COVERAGE_NO_TASKS.format(count=len(rows))
        name = messages.CHART_COVERAGE.format(index=index)
        return absent(
            messages.NO_CHART.format(
                name=name, reason=reason if rows else messages.COVERAGE_NO_DEFICITS
            )
        )
    bare = [row.name for row in rows if not row.count]

    def draw(axes: Axes) -> None:
        for place, row in enumerate(rows):
            _draw_row(axes, place, row, list(leads))
        axes.set_yticks(range(len(rows)), [_wrapped(row.name, 60) for row in rows])
        for label, row in zip(axes.get_yticklabels(), rows, strict=True):
            label.set(fontsize=7.5, color="black" if row.count else ACCENT)
            label.set_fontweight("normal" if row.count else "bold")
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(-0.5, len(leads) - 0.5)
        _head(axes, list(leads))
        _legend(axes, index, bare=bool(bare))

    return drawn(
        f"bao-phu-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=_title(item, rows, leads, bare),
        alt=messages.COVERAGE_ALT.format(
            index=index,
            total=len(rows),
            tasks=len(item.tasks),
            uncovered=(
                messages.COVERAGE_ALT_UNCOVERED.format(names=main_ones(bare)) if bare else ""
            ),
            list=main_ones([f"{row.name} {row.count}" for row in rows]),
        ),
        height=1.9 + 0.28 * len(rows),
    )


def _rows(item: IndexStudy) -> list[_Row]:
    rows = []
    for deficit in item.choice.deficits:
        tasks: dict[str, tuple[int, ...]] = {}
        serving = [
            (number, task)
            for number, task in enumerate(item.tasks, start=1)
            if deficit.code in task.deficits
        ]
        for number, task in serving:
            for lead in _leads_of(task):
                tasks[lead] = (*tasks.get(lead, ()), number)
        rows.append(_Row(deficit.name, tasks, len(serving)))
    return rows


def _leads(item: IndexStudy) -> dict[str, int]:
    """Return the agencies with the number of tasks they lead, those with the most first."""
    counts: dict[str, int] = {}
    for task in item.tasks:
        for lead in _leads_of(task):
            counts[lead] = counts.get(lead, 0) + 1
    order = sorted(
        counts, key=lambda lead: (lead == messages.COVERAGE_NO_LEAD, -counts[lead], lead)
    )
    return {lead: counts[lead] for lead in order}


def _leads_of(task: PlannedTask) -> tuple[str, ...]:
    return task.task.lead or (messages.COVERAGE_NO_LEAD,)


def _draw_row(axes: Axes, place: int, row: _Row, leads: list[str]) -> None:
    if not row.count:
        box = Rectangle((-0.5, place - 0.42), len(leads), 0.84)
        box.set(facecolor="none", edgecolor=ACCENT, hatch=UNKNOWN_HATCH, linewidth=1)
        axes.add_patch(box)
        white = {"facecolor": "white", "edgecolor": "none", "pad": 2}
        axes.text(
            (len(leads) - 1) / 2,
            place,
            messages.COVERAGE_NO_TASK,
            ha="center",
            va="center",
            fontsize=8,
            color=ACCENT,
            bbox=white,
        )
        return
    axes.axhline(place + 0.5, color=FAINT, linewidth=0.5)
    for column, lead in enumerate(leads):
        if lead not in row.tasks:
            continue
        box = Rectangle((column - 0.46, place - 0.42), 0.92, 0.84)
        box.set(facecolor=_FILL, edgecolor="none")
        axes.add_patch(box)
        text = ", ".join(map(str, row.tasks[lead]))
        size = 8 if len(text) <= 2 else 7 if len(text) <= 6 else 5.5
        axes.text(
            column,
            place,
            text,
            ha="center",
            va="center",
            color="white",
            fontsize=size,
            fontweight="bold",
        )


def _head(axes: Axes, leads: list[str]) -> None:
    """Write the agencies above their columns; the ticks below are for figures only."""
    axes.grid(visible=False)
    axes.set_xticks([])
    axes.set_xticks(range(len(leads)), [_wrapped(lead, 24) for lead in leads], minor=True)
    axes.tick_params(
        axis="x", which="minor", length=0, top=True, labeltop=True, labelbottom=False, labelsize=7.5
    )
    for label in axes.get_xticklabels(minor=True):
        label.set(rotation=90, va="bottom", ha="center", multialignment="left")
    for column in range(len(leads) + 1):
        axes.axvline(column - 0.5, color=FAINT, linewidth=0.4)


def _legend(axes: Axes, index: str, *, bare: bool) -> None:
    number, none = messages.COVERAGE_LEGEND
    marks = [Patch(color=_FILL, label=number.format(index=index))]
    if bare:
        marks.append(Patch(facecolor="none", edgecolor=ACCENT, hatch=UNKNOWN_HATCH, label=none))
    legend_below(axes, marks, pad=0.6)


def _title(item: IndexStudy, rows: list[_Row], leads: Mapping[str, int], bare: list[str]) -> str:
    if bare:
        return messages.COVERAGE_SOME.format(
            count=len(bare),
            total=len(rows),
            index=item.index,
            names=main_ones([f"“{name}”" for name in bare], most=3),
        )
    return messages.COVERAGE_ALL.format(
        total=len(rows),
        index=item.index,
        leading=leading(leads),
        tasks=len(item.tasks),
    )


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, max_lines=2, placeholder=" …"))
