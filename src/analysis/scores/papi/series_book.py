"""The workbook of 2011-2016: a sheet a year, columns known by their position."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.papi.readings import Batch
from analysis.scores.papi.units import unit_of
from analysis.scores.summaries import is_summary

if TYPE_CHECKING:
    from analysis.reference import Edition, Places
    from analysis.scores.sheets import Grid

_SHEET = re.compile(r"(20\d\d)_PAPI", re.IGNORECASE)
_HEAD_ROWS = 2
_CODE, _ENGLISH, _NAME, _FIRST = 1, 2, 3, 4


def sheet_year(grid: Grid) -> int | None:
    """Return the year of a sheet of this workbook, None if it is not one."""
    match = _SHEET.fullmatch(grid.name.strip())
    if match is None or not grid.text(1, _CODE).lower().startswith("tinhid"):
        return None
    return int(match.group(1))


def read_series_sheet(grid: Grid, *, edition: Edition, places: Places) -> Batch:
    """Return the readings of one year's sheet: dimensions, each with its parts, then the total."""
    order = [line.code for line in edition.criteria if line.code != TOTAL] + [TOTAL]
    batch = Batch(edition, grid, frozenset(order), seen={code: code for code in order})
    width = _FIRST - 1 + len(order)
    if grid.width() != width:
        batch.faults.append(
            messages.WIDTH_UNEXPECTED.at(
                grid.place(1), found=grid.width(), expected=width, year=edition.year
            )
        )
        return batch
    for row in range(_HEAD_ROWS + 1, len(grid.rows) + 1):
        code, name = grid.text(row, _CODE), grid.text(row, _NAME) or grid.text(row, _ENGLISH)
        if is_summary(code) or is_summary(name) or not (code or name):
            continue
        unit = unit_of(batch, name, code, place=grid.place(row, _NAME), places=places)
        if unit is None:
            continue
        for column, criterion in enumerate(order, start=_FIRST):
            batch.read(unit, criterion, "score", row=row, column=column)
    return batch
