"""The figure of scores over the years, and what every figure over the years needs."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.review import messages
from analysis.review.figure import absent, drawn
from analysis.review.palette import ACCENT, FAINT, NEUTRAL, ink_on
from analysis.vietnamese import percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Criterion
    from analysis.review.figure import Figure
    from analysis.review.palette import Colour

# None, half and all of the points: one hue, so that the order also holds in grey and for the
# colour-blind.
_SHADES: tuple[Colour, Colour, Colour] = ((0.97, 0.98, 1.0), (0.45, 0.7, 0.88), (0.03, 0.19, 0.42))


@dataclass(frozen=True, slots=True)
class _Row:
    """A criterion over the years: shares of its maximum, and the notes of its breaks, by year.

    `current` tells whether the criterion still is one in the result year.
    """

    code: str
    name: str
    current: bool
    shares: Mapping[int, float]
    breaks: Mapping[int, str]


def heat_map(study: Study, index: str) -> Figure:
    """Show each first-level criterion in each year, as a share of its maximum.

    Criteria are matched over the years by their meaning; a bar stands where a series breaks.
    """
    item = study.of(index)
    rows = _rows(item)
    scored = sorted({year for row in rows for year in row.shares})
    if len(scored) < 2:
        return absent(
            messages.NO_CHART.format(name=messages.CHART_HEAT, reason=_why_no_rows(item, scored))
        )
    years = range(scored[0], item.ledger.year + 1)
    legend = _break_words(rows, years)

    def draw(axes: Axes) -> None:
        for place, row in enumerate(rows):
            for column, year in enumerate(years):
                _cell(axes, column, place, row.shares.get(year))
        for place, row in enumerate(rows):
            for year in set(row.breaks) & set(years[1:]):
                _bar(axes, year - years[0] - 0.5, place)
        axes.set_yticks(range(len(rows)), [_wrapped(f"{row.code}. {row.name}") for row in rows])
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(-0.5, len(years) - 0.5)
        year_ticks(axes, [(column, year) for column, year in enumerate(years)])
        axes.spines["bottom"].set_visible(False)
        blank = any(row.shares.keys() < set(years) for row in rows)
        _heat_legend(axes, legend, blank=blank)

    return drawn(
        f"chuoi-nam-{item.ledger.edition.index.slug.replace('_', '-')}",
        draw,
        title=_finding(index, rows),
        alt=messages.HEAT_ALT.format(
            index=index,
            unit=study.unit.full_name(),
            first=years[0],
            last=years[-1],
            list="; ".join(_row_words(row, years) for row in rows),
            breaks=messages.HEAT_ALT_BREAKS.format(list="; ".join(legend)) if legend else "",
        ),
        height=1.0 + 0.42 * len(rows) + 0.19 * sum(len(_note_lines(note)) for note in legend),
    )


def _rows(item: IndexStudy) -> list[_Row]:
    """Return every first-level criterion that ever had a score, those of the newest year first."""
    criteria: dict[str, Criterion] = {}
    for field in reversed(item.history):
        for criterion in field.edition.criteria:
            if criterion.level == 1:
                criteria.setdefault(criterion.key, criterion)
    rows = [_row(item, criterion) for criterion in criteria.values()]
    return [row for row in rows if row.shares]


def _row(item: IndexStudy, criterion: Criterion) -> _Row:
    shares = {}
    for field in item.history:
        line = field.edition.by_key(criterion.key)
        score = None if line is None else field.score(item.ledger.unit.code, line.code)
        if line is not None and score is not None and line.max_score:
            shares[field.edition.year] = score / line.max_score
    current = item.ledger.edition.by_key(criterion.key) is not None
    return _Row(criterion.code, criterion.name, current, shares, breaks_of(item, criterion))


def breaks_of(item: IndexStudy, criterion: Criterion) -> dict[int, str]:
    """Return the breaks across which a line does not compare as it stands, also in unheld years."""
    years = range(item.history[0].edition.year + 1, item.ledger.year + 1)
    gaps = {year: replace(item.ledger.edition, year=year).break_of(criterion) for year in years}
    return {year: gap.note for year, gap in gaps.items() if gap and gap.effect != "noted"}


def _why_no_rows(item: IndexStudy, scored: list[int]) -> str:
    if scored:
        return messages.SERIES_ONE_YEAR.format(year=scored[0])
    total = item.ledger.total
    return total.reason if total.reason and not item.history else messages.SERIES_NO_SCORE


def _finding(index: str, rows: list[_Row]) -> str:
    """Return which criterion most often had the lowest share, in years with every score.

    A year with a gap has no lowest criterion: the one without a score may have been it.
    """
    now = [row for row in rows if row.current]
    years = sorted({year for row in now for year in row.shares})
    full = [year for year in years if all(year in row.shares for row in now)]
    if not full:
        return messages.HEAT_TITLE_GAPS.format(index=index)
    worst = [min(now, key=lambda row: row.shares[year]).name for year in full]
    # Of two that were lowest equally often, the later one.
    name = max(reversed(worst), key=worst.count)
    return messages.HEAT_TITLE.format(
        name=name, count=worst.count(name), total=len(full), criteria=len(now)
    )


def _cell(axes: Axes, column: int, place: int, share: float | None) -> None:
    if share is None:
        axes.barh(place, 1, left=column - 0.5, height=1, color="none", edgecolor=FAINT, hatch="///")
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        axes.text(column, place, "–", ha="center", va="center", color=NEUTRAL, bbox=box)
        return
    colour = shade(share)
    axes.barh(place, 1, left=column - 0.5, height=1, color=[colour], edgecolor="white")
    text = percent(share, 0)
    axes.text(column, place, text, ha="center", va="center", color=ink_on(colour), fontsize=8.5)


def shade(share: float) -> Colour:
    """Return the colour of a share of the maximum.

    Examples
    --------
    >>> shade(0.0)
    (0.97, 0.98, 1.0)
    """
    light, half, dark = _SHADES
    start, end, part = (light, half, share * 2) if share < 0.5 else (half, dark, share * 2 - 1)
    red, green, blue = (a + (b - a) * part for a, b in zip(start, end, strict=True))
    return red, green, blue


def _bar(axes: Axes, x: float, y: float, reach: float = 0.42) -> None:
    """Draw a break: a thick bar with a white rim, seen on light and on dark."""
    for colour, width in (("white", 6.5), (ACCENT, 3.5)):
        axes.plot([x, x], [y - reach, y + reach], color=colour, linewidth=width, zorder=4)


def year_ticks(axes: Axes, years: list[tuple[float, int]]) -> None:
    """Write the years as names: a figure's main ticks are numbers with a point for thousands."""
    axes.grid(visible=False)
    axes.set_xticks([])
    axes.set_xticks([x for x, _ in years], [str(year) for _, year in years], minor=True)
    axes.tick_params(axis="x", which="minor", length=0)


def _heat_legend(axes: Axes, notes: list[str], *, blank: bool) -> None:
    if blank:
        label = messages.HEAT_BLANK
        axes.fill([], [], facecolor="none", edgecolor=NEUTRAL, hatch="////", label=label)
    if notes:
        axes.plot([], [], color=ACCENT, linewidth=3.5, label=messages.HEAT_BREAK)
    for note in notes:
        axes.plot([], [], linestyle="none", label="\n".join(_note_lines(note)))
    if blank or notes:
        legend_below(axes)


def legend_below(
    axes: Axes, marks: Sequence[Patch] | None = None, *, pad: float = 2.6, columns: int = 1
) -> None:
    """Put the legend below the years; its pad is measured in letters, so at every height.

    `marks` are its entries, if not those that were drawn with a label.
    """
    axes.legend(
        handles=marks,
        loc="upper center",
        bbox_to_anchor=(0.5 if columns == 1 else 0.35, 0),
        borderaxespad=pad,
        ncols=columns,
        fontsize=8.5,
    )


def _note_lines(note: str) -> list[str]:
    return textwrap.wrap(note, 76, initial_indent="• ", subsequent_indent="  ")


def _break_words(rows: list[_Row], years: range) -> list[str]:
    """Return each break inside the years with the criteria it belongs to, once."""
    codes: dict[tuple[int, str], list[str]] = {}
    for row in rows:
        for year, note in row.breaks.items():
            if year in years[1:]:
                codes.setdefault((year, note), []).append(row.code)
    return [
        messages.HEAT_BREAK_ALL.format(year=year, note=note)
        if len(hit) == len(rows)
        else messages.HEAT_BREAK_SOME.format(year=year, codes=", ".join(hit), note=note)
        for (year, note), hit in sorted(codes.items())
    ]


def _row_words(row: _Row, years: range) -> str:
    cells = ", ".join(
        f"{year}: {percent(row.shares[year], 0) if year in row.shares else messages.NO_CELL}"
        for year in years
    )
    return f"{row.code}. {row.name} ({cells})"


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 40))
