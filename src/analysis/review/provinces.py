"""The map of all provinces: the group of each on every dimension, the unit framed."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from analysis.reference import TOTAL
from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import (
    ACCENT,
    FAINT,
    GROUPS,
    NEUTRAL,
    UNKNOWN_HATCH,
    group_patches,
    unknown_patch,
)
from analysis.review.strips import group_in
from analysis.vietnamese import rank_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Criterion
    from analysis.review.figure import Figure

_ROW = 0.2
_BLOCKS = 2
_NAME_WIDTH = 5.6
_GAP = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A province with its rank on the index and its group by criterion code."""

    code: str
    name: str
    rank: int | None
    groups: Mapping[str, str | None]

    def label(self) -> str:
        """Return the rank and the name."""
        return f"– {self.name}" if self.rank is None else f"{self.rank}. {self.name}"


def provinces_map(study: Study, index: str = "PAPI") -> Figure:
    """Show all provinces, best first: the group on the index and on each dimension.

    What is not scored, or grouped by no known rule, is hatched.
    """
    item = study.of(index)
    columns = _columns(item)
    reason = _refusal(item, columns)
    if reason:
        name = messages.CHART_PROVINCES.format(index=index)
        return absent(messages.NO_CHART.format(name=name, reason=reason))
    rows = _rows(item, columns)
    deep = math.ceil(len(rows) / _BLOCKS)
    legend = _code_words(columns)

    def draw(axes: Axes) -> None:
        wide = _NAME_WIDTH + _across(len(columns)) + _GAP
        spots = {row.code: (n // deep * wide + _NAME_WIDTH, n % deep) for n, row in enumerate(rows)}
        _draw_cells(axes, rows, spots)
        _draw_names(axes, rows, spots, own=item.ledger.unit.code)
        _draw_head(axes, columns, wide=wide)
        _frame(axes, spots[item.ledger.unit.code], len(columns))
        axes.set_xlim(0, wide * _BLOCKS - _GAP)
        axes.set_ylim(deep, -1.1)
        axes.set_axis_off()
        _legend(axes, item, study.unit.name, legend)

    return drawn(
        f"cac-tinh-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=_title(item, study.unit.full_name(), columns),
        alt=_alt(item, study.unit.full_name(), rows, columns),
        height=1.0 + _ROW * (deep + 1) + 0.16 * len(legend),
    )


def _columns(item: IndexStudy) -> list[Criterion]:
    """Return the index and its dimensions, as far as every unit's score is held."""
    return [
        line
        for line in item.field.edition.criteria
        if line.level <= 1 and line.code in item.field.computed
    ]


def _refusal(item: IndexStudy, columns: list[Criterion]) -> str:
    """Return why the provinces cannot be shown, empty if they can."""
    scores = item.field.scores
    if len(columns) < 2 or not item.ledger.edition.index.groups.levels:
        scored = int(scores[TOTAL].count()) if TOTAL in scores else 0
        units = item.ledger.edition.unit_set
        return messages.PROVINCES_FEW.format(
            index=item.index, year=item.ledger.year, count=scored, units=units
        )
    if item.ledger.unit.code not in scores.index or not item.history:
        return item.ledger.total.reason or messages.NO_SCORE.format(year=item.ledger.year)
    return ""


def _rows(item: IndexStudy, columns: list[Criterion]) -> list[_Row]:
    """Return the provinces by rank, those without one last, each by name among equals."""
    field = item.field
    rows = [
        _Row(
            code=code,
            name=item.names.get(code, code),
            rank=field.rank(code, TOTAL),
            groups={line.code: group_in(field, line, code) for line in columns},
        )
        for code in map(str, field.scores.index)
    ]
    return sorted(rows, key=lambda row: (row.rank or math.inf, row.name))


def _draw_cells(axes: Axes, rows: list[_Row], spots: Mapping[str, tuple[float, int]]) -> None:
    """Draw all cells of one group as one shape: a tenth of the bytes of single ones."""
    corners: dict[str | None, list[tuple[float, float]]] = {}
    for row in rows:
        left, top = spots[row.code]
        for place, group in enumerate(row.groups.values()):
            corners.setdefault(group, []).append((left + _across(place), top))
    for group, cells in corners.items():
        shape = Path.make_compound_path(*(_cell(left, top) for left, top in cells))
        mark = GROUPS.get(group or "")
        if mark is None:
            patch = PathPatch(shape, facecolor="none", edgecolor=FAINT, hatch=UNKNOWN_HATCH)
        else:
            patch = PathPatch(shape, facecolor=mark.colour, edgecolor="white", hatch=mark.hatch)
        patch.set_linewidth(0.5)
        axes.add_patch(patch)


def _across(column: int) -> float:
    """Return how far right a column begins; the index itself stands a little apart."""
    return column + (0.3 if column else 0.0)


def _cell(left: float, top: float) -> Path:
    right, bottom = left + 0.94, top + 0.9
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return Path(corners, closed=True)


def _draw_names(
    axes: Axes, rows: list[_Row], spots: Mapping[str, tuple[float, int]], *, own: str
) -> None:
    for row in rows:
        left, top = spots[row.code]
        weight = "bold" if row.code == own else "normal"
        axes.text(
            left - 0.25,
            top + 0.45,
            row.label(),
            ha="right",
            va="center",
            fontsize=8,
            fontweight=weight,
        )


def _draw_head(axes: Axes, columns: list[Criterion], *, wide: float) -> None:
    for block in range(_BLOCKS):
        for place, line in enumerate(columns):
            text = messages.PROVINCES_TOTAL if line.code == TOTAL else line.code
            axes.text(
                block * wide + _NAME_WIDTH + _across(place) + 0.47,
                -0.2,
                text,
                ha="center",
                va="bottom",
                fontsize=7.5,
                fontweight="bold",
            )


def _frame(axes: Axes, spot: tuple[float, int], count: int) -> None:
    left, top = spot
    frame = Rectangle(
        (left - _NAME_WIDTH + 0.1, top - 0.05), _NAME_WIDTH + _across(count) - 0.1, 1.0
    )
    frame.set(facecolor="none", edgecolor=ACCENT, linewidth=2, zorder=4)
    axes.add_patch(frame)


def _legend(axes: Axes, item: IndexStudy, unit: str, notes: list[str]) -> None:
    marks = [
        *group_patches(item.ledger.edition.index.groups.labels),
        unknown_patch(messages.PROVINCES_UNKNOWN),
    ]
    frame = Rectangle((0, 0), 1, 1, facecolor="none", edgecolor=ACCENT, linewidth=2)
    frame.set_label(messages.PROVINCES_UNIT.format(unit=unit))
    axes.legend(
        handles=[*marks, frame],
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        borderaxespad=0.3,
        ncols=3,
        fontsize=8,
    )
    axes.annotate(
        "\n".join(notes),
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -36),
        textcoords="offset points",
        va="top",
        fontsize=7.5,
        color=NEUTRAL,
    )


def _code_words(columns: list[Criterion]) -> list[str]:
    codes = "; ".join(f"{line.code}: {line.name}" for line in columns if line.code != TOTAL)
    return textwrap.wrap(messages.PROVINCES_ORDER.format(codes=codes), 125)


def _place(item: IndexStudy, code: str) -> tuple[int, int] | None:
    unit = item.ledger.unit.code
    rank, ranked = item.field.rank(unit, code), item.field.count(unit, code)
    return None if rank is None or ranked is None else (rank, ranked)


def _title(item: IndexStudy, unit: str, columns: list[Criterion]) -> str:
    whole = _place(item, TOTAL)
    rank = messages.PROVINCES_NO_RANK
    if whole is not None:
        rank = messages.PROVINCES_RANK.format(rank=rank_of(*whole))
    placed = [
        (place, line.name)
        for line in columns
        if line.code != TOTAL and (place := _place(item, line.code)) is not None
    ]
    best = worst = ""
    if len(placed) > 1:
        (high, high_name), (low, low_name) = min(placed), max(placed)
        best = messages.PROVINCES_BEST.format(name=high_name, rank=rank_of(*high))
        worst = messages.PROVINCES_WORST.format(name=low_name, rank=rank_of(*low))
    return messages.PROVINCES_TITLE.format(
        unit=f"{unit[:1].upper()}{unit[1:]}",
        rank=rank,
        index=item.index,
        year=item.ledger.year,
        best=best,
        worst=worst,
    )


def _alt(item: IndexStudy, unit: str, rows: list[_Row], columns: list[Criterion]) -> str:
    own = next(row for row in rows if row.code == item.ledger.unit.code)
    unscored = [row.name for row in rows if row.rank is None]
    return messages.PROVINCES_ALT.format(
        index=item.index,
        year=item.ledger.year,
        count=len(rows),
        unit=f"{unit[:1].upper()}{unit[1:]}",
        list="; ".join(_own_words(item, own, line) for line in columns),
        first=", ".join(row.name for row in rows[:5]),
        unscored=messages.PROVINCES_UNSCORED.format(names=", ".join(unscored)) if unscored else "",
    )


def _own_words(item: IndexStudy, own: _Row, line: Criterion) -> str:
    place, group = _place(item, line.code), own.groups[line.code]
    return messages.PROVINCES_ITEM.format(
        name=messages.PROVINCES_TOTAL if line.code == TOTAL else line.name,
        rank=messages.PROVINCES_NO_RANK if place is None else rank_of(*place),
        group=(
            messages.STRIPS_NO_GROUP
            if group is None
            else messages.PROVINCES_GROUP.format(group=group)
        ),
    )
