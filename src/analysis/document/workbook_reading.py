"""The drafter's workbook as people send it back: every cell a text, every row with an id."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.errors import FaultsError, Place
from analysis.plan.sheets import LAYOUTS, OWN, SheetRows, cell_text
from analysis.scores.sheets import letter, read_grids
from analysis.scores.sheets.merged import merged_areas
from analysis.vietnamese import fold, short_date

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.merging import Row
    from analysis.plan.sheets import Layout
    from analysis.scores.sheets import Cell, Grid
    from analysis.scores.sheets.merged import Area

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HEAD_WITHIN = 20


def read_workbook(path: Path) -> dict[str, SheetRows]:
    """Return the rows of every sheet that people edit.

    Columns are known by their titles, in any order and place. A row without an id was added by a
    person; so was one that repeats the id of a row above it, as a copied row does. Such rows get
    ids of their own. A formula counts for its saved value.

    Raises
    ------
    FaultsError
        SC-20 to SC-26 for a file that is missing, damaged, locked or too large; DO-36 for a sheet,
        DO-37 for a column that is missing, DO-38 for a formula without a value, DO-66 for merged
        cells.
    """
    grids = {fold(grid.name): grid for grid in read_grids(path)}
    areas = merged_areas(path)
    faults: list[Fault] = []
    found: dict[str, SheetRows] = {}
    for layout in LAYOUTS:
        if layout.locked:
            continue
        grid = grids.get(fold(layout.title))
        if grid is None:
            faults.append(m.SHEET_MISSING.at(Place(file=path.name), sheet=layout.title))
            continue
        head, columns = _head(grid, layout)
        faults += _faults(grid, layout, columns, head)
        faults += _merged(grid, areas.get(grid.name, ()), columns, head)
        found[layout.key] = _rows(grid, layout, columns, head)
    if faults:
        raise FaultsError(*faults)
    return found


def _head(grid: Grid, layout: Layout) -> tuple[int, dict[str, int]]:
    """Return the row of the titles and the place of each column: where most of them stand."""
    titles = {fold(column.title): column.key for column in layout.columns}
    best: tuple[int, dict[str, int]] = (0, {})
    for number, cells in enumerate(grid.rows[:_HEAD_WITHIN], start=1):
        places: dict[str, int] = {}
        for place, cell in enumerate(cells, start=1):
            key = titles.get(fold(_text(cell)))
            if key is not None:
                places.setdefault(key, place)
        if len(places) > len(best[1]):
            best = (number, places)
    return best


def _faults(grid: Grid, layout: Layout, columns: dict[str, int], head: int) -> Iterator[Fault]:
    for column in layout.columns:
        if column.kind != "state" and column.key not in columns:
            yield m.COLUMN_MISSING.at(grid.place(), column=column.title)
    for row, place in sorted(grid.uncomputed):
        if row > head and place in columns.values():
            yield m.CELL_UNCOMPUTED.at(grid.place(row, place))


def _merged(
    grid: Grid, areas: tuple[Area, ...], columns: dict[str, int], head: int
) -> Iterator[Fault]:
    """Yield the merged cells with a text: for the other rows or columns it would be lost."""
    places = set(columns.values())
    for top, left, bottom, right in sorted(areas):
        several = bottom > top or len(places & set(range(left, right + 1))) > 1
        if top > head and left in places and several and grid.cell(top, left) is not None:
            place = grid.place(top, left)
            yield m.CELLS_MERGED.at(place, row=bottom, column=letter(right))


def _rows(grid: Grid, layout: Layout, columns: dict[str, int], head: int) -> SheetRows:
    lines: list[tuple[int, str, Row]] = []
    for number in range(head + 1, len(grid.rows) + 1):
        cells = {key: _text(grid.cell(number, place)) for key, place in columns.items()}
        row: Row = {column.key: cells.get(column.key, "") for column in layout.held}
        key = cells.get("id", "")
        if key or any(row.values()):
            lines.append((number, key, row))
    given = {key for _, key, _ in lines}
    fresh = _fresh(given)
    rows: dict[str, Row] = {}
    numbers = {}
    for number, key, row in lines:
        name = key if key and key not in rows else next(fresh)
        rows[name], numbers[name] = row, number
    return SheetRows(layout, rows, grid.file, numbers, _others(grid, columns, head))


def _others(grid: Grid, columns: dict[str, int], head: int) -> tuple[str, ...]:
    """Return the titles that stand beside those of the sheet."""
    cells = grid.rows[head - 1] if head else ()
    known = columns.values()
    titles = (_text(cell) for place, cell in enumerate(cells, start=1) if place not in known)
    return tuple(title for title in titles if title)


def _fresh(taken: Container[str]) -> Iterator[str]:
    """Yield ids that no row has."""
    number = 0
    while True:
        number += 1
        if f"{OWN}{number}" not in taken:
            yield f"{OWN}{number}"


def _text(cell: Cell) -> str:
    """Return a cell as a text; what a spreadsheet made a day or a number of is written out."""
    if cell is None:
        return ""
    if isinstance(cell, (datetime, date)):
        return short_date(cell)
    if isinstance(cell, float):
        return f"{cell:.12g}".replace(".", ",")
    if isinstance(cell, str):
        return cell_text(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), cell))
    return cell_text(str(cell))
