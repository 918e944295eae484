"""Where the figures of a table of published SIPAS results stand: wide or long, by meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores.sheets import as_number
from analysis.scores.summaries import is_summary
from analysis.scores.years import years_in
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.reference import IndexText, Places, Province
    from analysis.scores.sheets import Grid

RANK = "rank"
"""What a title of ranks means."""

_HEAD_ROWS = 15
_LEAST_TITLES = 3
_LEAST_YEARS = 2
_NAME_COLUMNS = 6
_LONGEST_TITLE = 120
_YEAR_WORDS = re.compile(r"\b(nam )?20[0-4]\d\b")
_TOTAL = re.compile(
    r"^(chi so )?(sipas|hai long( chung)?|chung|tong( hop| so| diem)?|muc do hai long chung)"
    r"( chung| toan tinh)?$|^chi so hai long ve su phuc vu hanh chinh$"
)
_RANK = re.compile(r"^(thu hang|xep hang|hang|vi thu|thu bac|rank)$")
_LEAD_IN = re.compile(
    r"^(chi so hai long|muc do hai long|ty le hai long|muc hai long|nhom chinh sach)"
    r"( chung)?( doi voi| ve)?( viec)? "
)


@dataclass(frozen=True, slots=True)
class Table:
    """Where a sheet's figures stand: a cell for each unit and column or row title.

    `titles` are the criterion codes (or ``rank``) by column of a wide table, by row of a long one;
    `unnamed` are the rows of a wide table whose province could not be told, `unread` its columns
    of figures whose title could not.
    """

    grid: Grid
    titles: dict[int, str]
    units: dict[int, Province]
    long: bool
    unnamed: dict[int, str] = field(default_factory=dict)
    unread: tuple[int, ...] = ()

    def cells(self) -> Iterator[tuple[Province, str, int, int]]:
        """Yield unit, criterion, row and column of every figure."""
        for where, unit in self.units.items():
            for title, code in self.titles.items():
                row, column = (title, where) if self.long else (where, title)
                yield unit, code, row, column


@dataclass(frozen=True, slots=True)
class _Looking:
    """A sheet being looked at, and what its titles and names are held against."""

    grid: Grid
    index: IndexText
    places: Places
    unit_set: str
    year: int | None

    def titles(self, cells: Iterable[tuple[int, str]]) -> dict[int, str]:
        """Return the meaning of each title, the first of several that mean the same."""
        found: dict[int, str] = {}
        for where, text in cells:
            code = None if self.of_another_year(text) else criterion_of(text, self.index)
            if code is not None and code not in found.values():
                found[where] = code
        return found

    def of_another_year(self, text: str) -> bool:
        """Return whether a title names a year, and not the one that is read."""
        years = years_in(text)
        return bool(years) and self.year is not None and self.year not in years

    def unit(self, row: int, column: int) -> Province | None:
        """Return the province a cell names."""
        return self.places.named(self.grid.text(row, column), unit_set=self.unit_set)


def table_of(
    grid: Grid, *, index: IndexText, places: Places, unit_set: str, year: int | None = None
) -> Table | None:
    """Return the table in a sheet: a row a province, else a row a criterion; None if neither.

    Parameters
    ----------
    grid
        The sheet.
    index, places, unit_set
        What its titles and names are held against.
    year
        The year to be read: columns that name another are passed over.
    """
    sheet = _Looking(grid, index, places, unit_set, year)
    return _wide(sheet) or _long(sheet)


def criterion_of(text: str, index: IndexText) -> str | None:
    """Return the key that a title means: ``0`` for the total, ``rank``, or a criterion's."""
    words = _YEAR_WORDS.sub("", fold(re.sub(r"\(.*?\)", " ", text))).strip()
    if not words or len(words) > _LONGEST_TITLE:
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


def _wide(sheet: _Looking) -> Table | None:
    """Return a table with a row a province, None if the sheet is not one."""
    grid = sheet.grid
    best: dict[int, str] = {}
    head = 0
    for row in range(1, min(_HEAD_ROWS, len(grid.rows)) + 1):
        titles = sheet.titles((c, grid.text(row, c)) for c in range(1, grid.width() + 1))
        if len(titles) > len(best):
            best, head = titles, row
    if TOTAL not in best.values() and len(best) < _LEAST_TITLES:
        return None
    best = _of_the_year(sheet, best, head)
    rows = range(head + 1, len(grid.rows) + 1)
    names = max(
        range(1, min(grid.width(), _NAME_COLUMNS) + 1),
        key=lambda column: sum(sheet.unit(row, column) is not None for row in rows),
    )
    units = {row: unit for row in rows if (unit := sheet.unit(row, names)) is not None}
    # A survey names a unit in row after row; a table of results once.
    repeated = len({unit.code for unit in units.values()}) * 2 < len(units)
    if not best or not units or repeated:
        return None
    unnamed = {
        row: grid.text(row, names)
        for row in rows
        if row not in units and _is_of_a_unit(grid, row, names, best)
    }
    unread = _unread(sheet, best, head, units)
    return Table(grid, best, units, long=False, unnamed=unnamed, unread=unread)


def _of_the_year(sheet: _Looking, titles: dict[int, str], head: int) -> dict[int, str]:
    """Return the columns of the year where years stand below titles merged over them."""
    grid = sheet.grid
    years = {c: grid.text(head + 1, c) for c in range(1, grid.width() + 1)}
    years = {column: text for column, text in years.items() if years_in(text)}
    if sheet.year is None or len(years) < _LEAST_YEARS:
        return titles
    ends = [*sorted(titles)[1:], grid.width() + 1]
    found = {}
    for (start, code), end in zip(sorted(titles.items()), ends, strict=True):
        under = [column for column in years if start <= column < end]
        mine = [column for column in under if not sheet.of_another_year(years[column])]
        if mine or not under:
            found[mine[0] if mine else start] = code
    return found


def _is_of_a_unit(grid: Grid, row: int, names: int, titles: dict[int, str]) -> bool:
    """Return whether a row has a name and figures, and is no summary."""
    texts = (grid.text(row, column) for column in range(1, names + 1))
    if not grid.text(row, names) or any(is_summary(text) for text in texts):
        return False
    numbers = (as_number(grid.cell(row, column)) for column in titles)
    return any(number.readable and not number.missing for number in numbers)


def _unread(
    sheet: _Looking, titles: dict[int, str], head: int, units: dict[int, Province]
) -> tuple[int, ...]:
    """Return the columns beside the titles that hold figures under words nobody understood."""
    grid = sheet.grid
    beyond = range(min(titles), grid.width() + 1)
    return tuple(
        column
        for column in beyond
        if column not in titles
        and grid.text(head, column)
        and not sheet.of_another_year(grid.text(head, column))
        and any(isinstance(grid.cell(row, column), (int, float)) for row in units)
    )


def _long(sheet: _Looking) -> Table | None:
    """Return a table with a row a criterion: a column a province, or one province's column."""
    grid = sheet.grid
    best: dict[int, str] = {}
    side = 0
    for column in range(1, min(grid.width(), _NAME_COLUMNS) + 1):
        titles = sheet.titles((row, grid.text(row, column)) for row in range(1, len(grid.rows) + 1))
        if len(titles) > len(best):
            best, side = titles, column
    if len(best) < _LEAST_TITLES:
        return None
    units = _units_above(sheet, min(best), side)
    if not units:
        texts = " ".join((*_texts_above(grid, min(best)), grid.file))
        owner = sheet.places.named_in(texts, sheet.unit_set)
        figures = _first_figures(sheet, best, side)
        units = {figures: owner} if owner and figures else {}
    return Table(grid, best, units, long=True) if units else None


def _units_above(sheet: _Looking, first: int, side: int) -> dict[int, Province]:
    for row in range(first - 1, 0, -1):
        found = {
            column: unit
            for column in range(side + 1, sheet.grid.width() + 1)
            if (unit := sheet.unit(row, column)) is not None
        }
        if found:
            return found
    return {}


def _texts_above(grid: Grid, first: int) -> Iterator[str]:
    for row in range(1, first):
        for column in range(1, grid.width() + 1):
            yield grid.text(row, column)


def _first_figures(sheet: _Looking, titles: dict[int, str], side: int) -> int | None:
    """Return the first column beside the titles, of the year, in which most rows have a number."""
    grid = sheet.grid
    for column in range(side + 1, grid.width() + 1):
        above = (grid.text(row, column) for row in range(1, min(titles)))
        if any(sheet.of_another_year(text) for text in above):
            continue
        numbers = (as_number(grid.cell(row, column)) for row in titles)
        if sum(not number.missing and number.readable for number in numbers) * 2 > len(titles):
            return column
    return None
