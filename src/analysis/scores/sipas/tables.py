"""Where the figures of a table of published SIPAS results stand: wide or long, by meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores.sheets import as_number
from analysis.scores.summaries import is_summary
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.reference import IndexText, Places, Province
    from analysis.scores.sheets import Grid

RANK = "rank"
"""What a title of ranks means."""

_HEAD_ROWS = 15
_LEAST_TITLES = 3
_NAME_COLUMNS = 6
_LONGEST_TITLE = 120
_TOTAL = re.compile(
    r"^(chi so )?(sipas|hai long( chung)?|chung|tong( hop| so| diem)?|muc do hai long chung)"
    r"( nam 20\d\d| chung| toan tinh)?$|^chi so hai long ve su phuc vu hanh chinh$"
)
_RANK = re.compile(r"^(thu hang|xep hang|hang|vi thu|thu bac|rank)( nam 20\d\d)?$")
_LEAD_IN = re.compile(
    r"^(chi so hai long|muc do hai long|ty le hai long|muc hai long|nhom chinh sach)"
    r"( chung)?( doi voi| ve)?( viec)? "
)


@dataclass(frozen=True, slots=True)
class Table:
    """Where a sheet's figures stand: a cell for each unit and column or row title.

    `titles` are the criterion codes (or ``rank``) by column of a wide table, by row of a long one.
    """

    grid: Grid
    titles: dict[int, str]
    units: dict[int, Province]
    long: bool

    def cells(self) -> Iterator[tuple[Province, str, int, int]]:
        """Yield unit, criterion, row and column of every figure."""
        for where, unit in self.units.items():
            for title, code in self.titles.items():
                row, column = (title, where) if self.long else (where, title)
                yield unit, code, row, column


def table_of(grid: Grid, *, index: IndexText, places: Places, unit_set: str) -> Table | None:
    """Return the table in a sheet: a row a province, else a row a criterion; None if neither."""
    wide = _wide(grid, index, places, unit_set)
    return wide or _long(grid, index, places, unit_set)


def criterion_of(text: str, index: IndexText) -> str | None:
    """Return the key that a title means: ``0`` for the total, ``rank``, or a criterion's."""
    words = fold(re.sub(r"\(.*?\)", " ", text))
    if not words or len(words) > 120:
        return None
    if _RANK.fullmatch(words):
        return RANK
    if _TOTAL.fullmatch(words):
        return TOTAL
    return _names(index).get(_LEAD_IN.sub("", f"{words} ").strip())


def _names(index: IndexText) -> dict[str, str]:
    return {
        _LEAD_IN.sub("", f"{fold(name)} ").strip(): key
        for key, text in index.criteria.items()
        for name in (key, text.name, *text.aliases)
    }


def _wide(grid: Grid, index: IndexText, places: Places, unit_set: str) -> Table | None:
    """Return a table with a row a province, None if the sheet is not one."""
    best: dict[int, str] = {}
    head = 0
    for row in range(1, min(_HEAD_ROWS, len(grid.rows)) + 1):
        titles = _titles(((c, grid.text(row, c)) for c in range(1, grid.width() + 1)), index)
        if len(titles) > len(best):
            best, head = titles, row
    if TOTAL not in best.values() and len(best) < _LEAST_TITLES:
        return None
    units = {
        row: unit
        for row in range(head + 1, len(grid.rows) + 1)
        if (unit := _unit_in_row(grid, row, places, unit_set)) is not None
    }
    # A survey names a unit in row after row; a table of results once.
    repeated = len({unit.code for unit in units.values()}) * 2 < len(units)
    return Table(grid, best, units, long=False) if best and units and not repeated else None


def _titles(cells: Iterable[tuple[int, str]], index: IndexText) -> dict[int, str]:
    """Return the meaning of each title, the first of several that mean the same."""
    found: dict[int, str] = {}
    for where, text in cells:
        code = criterion_of(text, index)
        if code is not None and code not in found.values():
            found[where] = code
    return found


def _unit_in_row(grid: Grid, row: int, places: Places, unit_set: str) -> Province | None:
    if is_summary(grid.text(row, 1)):
        return None
    named = (
        places.named(grid.text(row, column), unit_set=unit_set)
        for column in range(1, min(grid.width(), _NAME_COLUMNS) + 1)
    )
    return next((unit for unit in named if unit is not None), None)


def _long(grid: Grid, index: IndexText, places: Places, unit_set: str) -> Table | None:
    """Return a table with a row a criterion: a column a province, or one province's column."""
    best: dict[int, str] = {}
    side = 0
    for column in range(1, min(grid.width(), _NAME_COLUMNS) + 1):
        cells = ((row, grid.text(row, column)) for row in range(1, len(grid.rows) + 1))
        titles = _titles(cells, index)
        if len(titles) > len(best):
            best, side = titles, column
    if len(best) < _LEAST_TITLES:
        return None
    units = _units_above(grid, min(best), side, places, unit_set)
    if not units:
        owner = places.named_in(" ".join((*_texts_above(grid, min(best)), grid.file)), unit_set)
        figures = _first_figures(grid, best, side)
        units = {figures: owner} if owner and figures else {}
    return Table(grid, best, units, long=True) if units else None


def _units_above(
    grid: Grid, first: int, side: int, places: Places, unit_set: str
) -> dict[int, Province]:
    for row in range(first - 1, 0, -1):
        found = {
            column: unit
            for column in range(side + 1, grid.width() + 1)
            if (unit := places.named(grid.text(row, column), unit_set=unit_set)) is not None
        }
        if found:
            return found
    return {}


def _texts_above(grid: Grid, first: int) -> Iterator[str]:
    for row in range(1, first):
        for column in range(1, grid.width() + 1):
            yield grid.text(row, column)


def _first_figures(grid: Grid, titles: dict[int, str], side: int) -> int | None:
    """Return the first column beside the titles in which most rows have a number."""
    for column in range(side + 1, grid.width() + 1):
        numbers = (as_number(grid.cell(row, column)) for row in titles)
        if sum(not number.missing and number.readable for number in numbers) * 2 > len(titles):
            return column
    return None
