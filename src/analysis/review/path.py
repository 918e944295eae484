"""The figure of ranks over the years: one band an index, gaps where no rank is known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.review import messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import ACCENT, FAINT, NEUTRAL
from analysis.review.series import breaks_of, legend_below, year_ticks
from analysis.vietnamese import rank_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from analysis.plan.study import IndexStudy, Study
    from analysis.review.figure import Figure


@dataclass(frozen=True, slots=True)
class _Path:
    """The ranks of one index by year, each with the number ranked, and its breaks."""

    index: str
    ranks: Mapping[int, tuple[int, int | None]]
    breaks: Mapping[int, str]

    def words(self, year: int) -> str:
        """Return a rank with the number ranked, where that is known."""
        rank, ranked = self.ranks[year]
        return str(rank) if ranked is None else rank_of(rank, ranked)


def rank_path(study: Study) -> Figure:
    """Show the rank of each index over the years; a year without a rank stays a gap."""
    paths = [path for item in study.indices if (path := _path(item)).ranks]
    if all(len(path.ranks) < 2 for path in paths):
        return absent(
            messages.NO_CHART.format(name=messages.CHART_RANKS, reason=_why_no_ranks(study, paths))
        )
    first = min(min(path.ranks) for path in paths)
    years = range(first, study.result_year + 1)
    span = max(max(rank, ranked or 0) for path in paths for rank, ranked in path.ranks.values())
    step = span * 1.5

    def draw(axes: Axes) -> None:
        axes.set_xlim(years[0] - 0.6, years[-1] + 0.6)
        axes.set_ylim(step * len(paths) - span * 0.3, -span * 0.42)
        for place, path in enumerate(paths):
            _draw_path(axes, path, top=place * step, span=span, years=years)
        marks = [1, *(rank for rank in (20, 40, 60) if rank <= span)]
        places = [(place * step + rank, rank) for place in range(len(paths)) for rank in marks]
        axes.set_yticks([y for y, _ in places], [str(rank) for _, rank in places])
        year_ticks(axes, [(year, year) for year in years])
        axes.set_ylabel(messages.RANKS_AXIS, labelpad=8)
        _rank_legend(axes, breaks=any(_inside(path) for path in paths))

    return drawn(
        "duong-thu-hang",
        draw,
        title=messages.RANKS_TITLE.format(list="; ".join(_newest_words(path) for path in paths)),
        alt=messages.RANKS_ALT.format(
            unit=study.unit.full_name(),
            first=years[0],
            last=years[-1],
            list="; ".join(_path_words(path, years) for path in paths),
        ),
        height=0.9 + 1.65 * len(paths),
    )


def _path(item: IndexStudy) -> _Path:
    unit = item.ledger.unit.code
    ranks = {}
    for field in item.history:
        rank = field.rank(unit, TOTAL)
        if rank is not None:
            ranks[field.edition.year] = (rank, field.count(unit, TOTAL))
    return _Path(item.index, ranks, breaks_of(item, item.ledger.total.criterion) if ranks else {})


def _inside(path: _Path) -> list[int]:
    """Return the breaks with a rank on either side."""
    return [year for year in path.breaks if min(path.ranks) < year <= max(path.ranks)]


def _why_no_ranks(study: Study, paths: list[_Path]) -> str:
    if paths:
        return messages.RANKS_ONE_YEAR.format(year=min(paths[0].ranks))
    total = study.indices[0].ledger.total
    held = any(item.history for item in study.indices)
    return total.reason if total.reason and not held else messages.NO_RANKS


def _draw_path(axes: Axes, path: _Path, *, top: float, span: int, years: range) -> None:
    """Draw one index in its own band, its first rank at `top`."""
    known = sorted(path.ranks)
    at = {year: top + path.ranks[year][0] for year in known}
    axes.hlines([top + 1, top + span], years[0] - 0.6, years[-1] + 0.6, color=FAINT, linewidth=0.7)
    axes.text(years[0] - 0.5, top - span * 0.22, path.index, fontweight="bold", fontsize=10)
    for year, later in pairwise(known):
        if later == year + 1:
            style = ":" if later in path.breaks else "-"
            axes.plot([year, later], [at[year], at[later]], color=ACCENT, linestyle=style)
    axes.scatter(known, [at[year] for year in known], color=ACCENT, s=26, zorder=3)
    for year in _inside(path):
        axes.plot([year - 0.5] * 2, [top + 1, top + span], color=NEUTRAL, linewidth=2.2)
    for year in known:
        _label(axes, path, year, at)


def _label(axes: Axes, path: _Path, year: int, at: Mapping[int, float]) -> None:
    """Write a rank on the side of its point where its line does not run."""
    ends = year in (min(at), max(at))
    near = [at[other] for other in (year - 1, year + 1) if other in at]
    below = bool(near) and at[year] > max(near)
    axes.annotate(
        path.words(year) if ends else str(path.ranks[year][0]),
        (year, at[year]),
        xytext=(0, -6 if below else 6),
        textcoords="offset points",
        ha="center",
        va="top" if below else "bottom",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        fontsize=8.5,
        fontweight="bold" if ends else "normal",
    )


def _rank_legend(axes: Axes, *, breaks: bool) -> None:
    axes.plot([], [], color=ACCENT, marker="o", label=messages.RANKS_LEGEND)
    if breaks:
        axes.plot([], [], color=NEUTRAL, linewidth=2.2, label=messages.RANKS_BREAK)
    legend_below(axes)


def _newest_words(path: _Path) -> str:
    """Return the newest rank and the best, the later year of two that are equal."""
    newest = max(path.ranks)
    best = min(path.ranks, key=lambda year: (path.ranks[year][0], -year))
    form = messages.RANKS_NEWEST if best == newest else messages.RANKS_NEWEST_BEST
    return form.format(
        index=path.index,
        rank=path.words(newest),
        year=newest,
        best=path.words(best),
        best_year=best,
    )


def _path_words(path: _Path, years: range) -> str:
    cells = ", ".join(
        f"{year}: {path.words(year) if year in path.ranks else messages.NO_RANK}"
        for year in years
        if year >= min(path.ranks)
    )
    notes = "; ".join(f"{year}: {path.breaks[year]}" for year in _inside(path))
    breaks = messages.RANKS_ALT_BREAKS.format(list=notes) if notes else ""
    return f"{path.index} ({cells}{breaks})"
