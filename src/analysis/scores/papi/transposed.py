"""The workbooks since 2018: one row a measure, one column a province."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.papi.readings import Batch
from analysis.scores.papi.titles import Match, Title, Titles, title_of
from analysis.scores.papi.units import unit_of
from analysis.scores.summaries import is_summary
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.reference import Edition, Places, Province
    from analysis.scores.papi.readings import Measure
    from analysis.scores.sheets import Grid

_HEAD_ROWS = 12

# The totals' own rows; the workbooks print a weighted variant beside it, which nobody ranks by.
_TOTAL = re.compile(r"papi score|papi tong hop|tong diem papi|diem tong hop papi")
_WEIGHTED = re.compile(r"\bweighted|(?<!khong )\bco trong so")
_INTERVAL = re.compile(r"\bci\b|tin cay|papi|standard error|sai so|trong so")
_MEASURES: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("se", re.compile(r"standard error|sai so")),
    ("low", re.compile(r"\blow(er)?\b|can duoi|\bthap\b")),
    ("high", re.compile(r"\bhigh\b|\bupper\b|can tren|\bcao\b")),
)
# The first workbook of this layout has no row for the total.
_FIRST_TOTAL_YEAR = 2019


@dataclass(frozen=True, slots=True)
class Head:
    """Where the provinces stand: the row of names, and the province of each column."""

    row: int
    code_row: int | None
    first: int


def find_head(grid: Grid, *, places: Places, unit_set: str) -> Head | None:
    """Return the head of a transposed sheet, None if the sheet is not one.

    The row of provinces is the one with most different provinces of the set: newer workbooks have
    further head rows that name the units of 2025.
    """
    counted = {
        row: _named_columns(grid, row, places=places, unit_set=unit_set)
        for row in range(1, min(_HEAD_ROWS, len(grid.rows)) + 1)
    }
    if not counted:
        return None
    row = max(counted, key=lambda r: len(set(counted[r].values())))
    columns = counted[row]
    filled = sum(bool(grid.text(row, c)) for c in range(1, len(grid.rows[row - 1]) + 1))
    if len(set(columns.values())) < 2 or len(columns) * 2 < filled:
        return None
    return Head(row, _code_row(grid, columns, places=places, unit_set=unit_set), min(columns))


def _named_columns(grid: Grid, row: int, *, places: Places, unit_set: str) -> dict[int, str]:
    found = {}
    for column in range(2, len(grid.rows[row - 1]) + 1):
        province = places.named(grid.text(row, column), unit_set=unit_set)
        if province is not None:
            found[column] = province.code
    return found


def _code_row(grid: Grid, columns: dict[int, str], *, places: Places, unit_set: str) -> int | None:
    """Return the row whose numbers are the codes of most of the named provinces."""

    def agreeing(row: int) -> int:
        codes = (
            (places.coded(grid.text(row, column), unit_set=unit_set), code)
            for column, code in columns.items()
        )
        return sum(found is not None and found.code == code for found, code in codes)

    best = max(range(1, min(_HEAD_ROWS, len(grid.rows)) + 1), key=agreeing)
    return best if agreeing(best) * 2 > len(columns) else None


def read_transposed(grid: Grid, head: Head, *, edition: Edition, places: Places) -> Batch:
    """Return the readings of a transposed sheet."""
    wanted = {line.code for line in edition.criteria}
    if edition.year < _FIRST_TOTAL_YEAR:
        wanted.discard(TOTAL)
    batch = Batch(edition, grid, frozenset(wanted))
    columns = _units(batch, head, places=places)
    first_row = max(head.row, head.code_row or 0) + 1
    for row, criterion, measure in _lines(batch, first_row, head.first):
        for column, unit in columns.items():
            batch.read(unit, criterion, measure, row=row, column=column)
    return batch


def _units(batch: Batch, head: Head, *, places: Places) -> dict[int, Province]:
    """Return the province of each column; spacer columns and summaries are passed over."""
    units = {}
    _refuse_figures_among_labels(batch, head)
    for column in range(head.first, batch.grid.width() + 1):
        name = batch.grid.text(head.row, column)
        code = batch.grid.text(head.code_row, column) if head.code_row else ""
        if (not name and not code) or is_summary(name) or is_summary(code):
            if not name and not code and _has_figures(batch, column, head):
                place = batch.grid.place(head.row, column)
                batch.faults.append(messages.COLUMN_WITHOUT_UNIT.at(place))
            continue
        place = batch.grid.place(head.row, column)
        unit = unit_of(batch, name, code, place=place, places=places)
        if unit is not None:
            units[column] = unit
    return units


def _refuse_figures_among_labels(batch: Batch, head: Head) -> None:
    """Refuse a column of scores before the first province: nobody knows whose they are."""
    below = range(max(head.row, head.code_row or 0) + 1, len(batch.grid.rows) + 1)
    for column in range(2, head.first):
        cells = [batch.grid.cell(row, column) for row in below]
        figures = sum(isinstance(cell, (int, float)) for cell in cells)
        if figures and not batch.grid.text(head.row, column):
            place = batch.grid.place(head.row, column)
            batch.faults.append(messages.COLUMN_WITHOUT_UNIT.at(place))


def _has_figures(batch: Batch, column: int, head: Head) -> bool:
    below = range(max(head.row, head.code_row or 0) + 1, len(batch.grid.rows) + 1)
    return any(batch.grid.cell(row, column) not in (None, "") for row in below)


def _lines(batch: Batch, first_row: int, first_column: int) -> Iterator[tuple[int, str, Measure]]:
    """Return the rows that are of interest: criterion and measure of each."""
    titles = _titles(batch, first_row, first_column)
    matcher = Titles(batch.edition, {title.code for title in titles.values()})
    current: str | None = None
    for row in range(first_row, len(batch.grid.rows) + 1):
        if all(cell in (None, "") for cell in batch.grid.rows[row - 1]):
            continue  # a blank line does not part an interval from its score
        words = " ".join(fold(text) for text in _labels(batch.grid, row, first_column))
        measure = _measure(words)
        if _WEIGHTED.search(words):
            current = None
        elif measure != "score":
            if current is not None:
                yield row, current, measure
        elif _TOTAL.search(words):
            match = Match(TOTAL)
            current = batch.criterion(match, Title(TOTAL, ""), batch.grid.place(row, 1))
        elif row in titles:
            title = titles[row]
            current = batch.criterion(matcher.match(title), title, batch.grid.place(row, 1))
        else:
            current = None  # an indicator: its interval, if any, is not a criterion's
            continue
        if current is not None and measure == "score":
            yield row, current, "score"


def _measure(words: str) -> Measure:
    """Return what a row measures: only rows of an interval say so, indicators never do."""
    if not _INTERVAL.search(words):
        return "score"
    return next((name for name, pattern in _MEASURES if pattern.search(words)), "score")


def _labels(grid: Grid, row: int, first_column: int) -> list[str]:
    return [grid.text(row, column) for column in range(1, first_column)]


def _titles(batch: Batch, first_row: int, first_column: int) -> dict[int, Title]:
    found = {}
    for row in range(first_row, len(batch.grid.rows) + 1):
        labels = [title_of(text) for text in _labels(batch.grid, row, first_column)]
        title = next((label for label in labels if label is not None), None)
        if title is not None:
            found[row] = title
    return found
