"""The group of each dimension over the years, as a strip of four steps."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from analysis.deficits import group_of
from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import (
    FAINT,
    GROUP_COLOURS,
    NEUTRAL,
    UNKNOWN_HATCH,
    unknown_patch,
)
from analysis.review.series import legend_below, year_ticks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from analysis.deficits import Field
    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Criterion
    from analysis.review.figure import Figure

_FEWEST_COLUMNS = 4
"""Fewer years are drawn as wide as this many."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A criterion with its group by year; a year in which it is not known is not there."""

    name: str
    whole: bool
    groups: Mapping[int, str]

    def words(self, years: range) -> str:
        """Return the groups in words."""
        told = [
            f"{_span(list(span))}: {group or messages.STRIPS_NO_GROUP}"
            for group, span in groupby(years, key=self.groups.get)
        ]
        return f"{self.name} ({', '.join(told)})"


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def group_strips(study: Study, index: str = "PAPI") -> Figure:
    """Show the published group of the index and of each dimension, year by year.

    Groups compare over the years even where scores do not: they tell the place among the others.
    """
    item = study.of(index)
    rows = _rows(item)
    known = sorted({year for row in rows for year in row.groups})
    if not known:
        name = messages.CHART_STRIPS.format(index=index)
        return absent(messages.NO_CHART.format(name=name, reason=_why_none(item)))
    years = range(known[0], item.ledger.year + 1)
    labels = item.ledger.edition.index.groups.labels

    def draw(axes: Axes) -> None:
        for place, row in enumerate(rows):
            for column, year in enumerate(years):
                _cell(axes, (column, place), row.groups.get(year), labels)
        axes.set_yticks(range(len(rows)), [_wrapped(row.name) for row in rows])
        for label, row in zip(axes.get_yticklabels(), rows, strict=True):
            label.set_fontweight("bold" if row.whole else "normal")
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(-0.5, max(len(years), _FEWEST_COLUMNS) - 0.5)
        year_ticks(axes, [(column, year) for column, year in enumerate(years)])
        axes.spines["bottom"].set_visible(False)
        if any(row.groups.keys() < set(years) for row in rows):
            legend_below(axes, [unknown_patch(messages.STRIPS_UNKNOWN)])

    return drawn(
        f"nhom-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=_finding(item, rows, known),
        alt=messages.STRIPS_ALT.format(
            index=index,
            unit=study.unit.full_name(),
            list="; ".join(row.words(years) for row in rows),
        ),
        height=1.2 + 0.56 * len(rows),
    )


def _rows(item: IndexStudy) -> list[_Row]:
    levels = item.ledger.edition.index.groups.levels
    criteria = [line for line in item.ledger.edition.criteria if line.level in levels]
    return [_row(item, criterion) for criterion in criteria]


def _row(item: IndexStudy, criterion: Criterion) -> _Row:
    unit = item.ledger.unit.code
    groups = {}
    for field in item.history:
        line = field.edition.by_key(criterion.key)
        group = None if line is None else group_in(field, line, unit)
        if group is not None:
            groups[field.edition.year] = group
    whole = criterion.level == 0
    name = messages.STRIPS_WHOLE if whole else f"{criterion.code}. {criterion.name}"
    return _Row(name, whole, groups)


def group_in(field: Field, line: Criterion, unit: str) -> str | None:
    """Return a unit's group on a line of a field, None if it has no score or no rule is known."""
    group, _ = group_of(
        line,
        rank=field.rank(unit, line.code),
        ranked=field.count(unit, line.code),
        score=field.score(unit, line.code),
        edition=field.edition,
    )
    return group


def _why_none(item: IndexStudy) -> str:
    total = item.ledger.total
    if not item.ledger.edition.index.groups.levels:
        return messages.STRIPS_NO_GROUPS
    return total.reason if total.reason and not item.history else messages.STRIPS_NONE


def _finding(item: IndexStudy, rows: list[_Row], known: list[int]) -> str:
    """Return how many dimensions are above the middle, in the newest year and the one before."""
    lines = [row for row in rows if not row.whole]
    here, *earlier = reversed(known)
    if lines:
        count, of = _upper(item, lines, here)
        before = ""
        if earlier:
            was, was_of = _upper(item, lines, earlier[0])
            before = messages.STRIPS_BEFORE.format(year=earlier[0], count=was, known=was_of)
        return messages.STRIPS_TITLE.format(count=count, known=of, year=here, before=before)
    (whole,) = rows
    before = (
        messages.STRIPS_TOTAL_BEFORE.format(year=earlier[0], group=whole.groups[earlier[0]])
        if earlier
        else ""
    )
    return messages.STRIPS_TOTAL.format(
        index=item.index, group=whole.groups[here], year=here, before=before
    )


def _upper(item: IndexStudy, rows: list[_Row], year: int) -> tuple[int, int]:
    """Return how many rows are in the two upper groups and of how many the group is known."""
    upper = item.ledger.edition.index.groups.labels[:2]
    known = [row.groups[year] for row in rows if year in row.groups]
    return sum(group in upper for group in known), len(known)


def _cell(axes: Axes, spot: tuple[int, int], group: str | None, labels: tuple[str, ...]) -> None:
    """Draw a rising step a group, as many filled as the group is high, and its name below."""
    column, place = spot
    if group is None:
        box = Rectangle((column - 0.36, place - 0.4), 0.72, 0.8)
        box.set(facecolor="none", edgecolor=FAINT, hatch=UNKNOWN_HATCH, linewidth=0.6)
        axes.add_patch(box)
        white = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        axes.text(column, place, "–", ha="center", va="center", color=NEUTRAL, bbox=white)
        return
    colour, wide = GROUP_COLOURS[group], 0.64 / len(labels)
    for step in range(len(labels)):
        height = 0.52 * (step + 1) / len(labels)
        bar = Rectangle((column - 0.32 + step * wide, place + 0.12 - height), wide - 0.02, height)
        filled = step < len(labels) - labels.index(group)
        bar.set(facecolor=colour if filled else "none", linewidth=0.6)
        bar.set_edgecolor(colour if filled else FAINT)
        axes.add_patch(bar)
    name = messages.STRIPS_LETTER.format(group=group) if len(group) == 1 else group
    axes.text(column, place + 0.17, name, ha="center", va="top", fontsize=7.5)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 40))
