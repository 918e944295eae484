"""Sheets with one row a province: the workbooks of 2011-2017, and our own CSV."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.scores import messages
from analysis.scores.papi.readings import Batch
from analysis.scores.papi.titles import Titles, title_of
from analysis.scores.papi.units import unit_of
from analysis.scores.summaries import is_summary
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from analysis.reference import Edition, Places
    from analysis.scores.papi.readings import Measure
    from analysis.scores.sheets import Grid

_HEAD_ROWS = 8
_OWN_TITLE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?: (low|high|se))?(?:: .*)?")
_CODE_TITLES = frozenset({"unit code", "ma tinh", "ma don vi", "ma", "tinhid"})


@dataclass(frozen=True, slots=True)
class Head:
    """Where the titles stand: their row, the columns of names and of codes (0 for none).

    `own` marks the project's own form, the only one with a column of codes; it has the lowest
    criteria only.
    """

    row: int
    names: int
    codes: int
    own: bool


def find_head(grid: Grid, *, places: Places, unit_set: str) -> Head | None:
    """Return the head of a sheet by province, None if the sheet is not one."""
    rows = range(1, min(_HEAD_ROWS, len(grid.rows)) + 1)
    if not rows:
        return None
    row = max(rows, key=lambda r: len(_titled(grid, r)))
    if not _titled(grid, row):
        return None
    names = max(
        range(1, min(grid.width(), 8) + 1),
        key=lambda column: _provinces(grid, row, column, places=places, unit_set=unit_set),
    )
    if not _provinces(grid, row, names, places=places, unit_set=unit_set):
        return None
    titles = {fold(grid.text(row, c)): c for c in range(1, grid.width() + 1)}
    codes = next((titles[title] for title in _CODE_TITLES if title in titles), 0)
    return Head(row, names, codes, own=bool(codes))


def _titled(grid: Grid, row: int) -> dict[int, str]:
    """Return the columns of a row that bear a criterion's title."""
    width = len(grid.rows[row - 1])
    texts = {column: grid.text(row, column) for column in range(1, width + 1)}
    return {
        column: text
        for column, text in texts.items()
        if isinstance(grid.cell(row, column), str)
        and (_OWN_TITLE.fullmatch(text) or (":" in text and title_of(text)))
    }


def _provinces(grid: Grid, row: int, column: int, *, places: Places, unit_set: str) -> int:
    return sum(
        places.named(grid.text(below, column), unit_set=unit_set) is not None
        for below in range(row + 1, len(grid.rows) + 1)
    )


def read_by_province(grid: Grid, head: Head, *, edition: Edition, places: Places) -> Batch:
    """Return the readings of a sheet by province."""
    batch = Batch(edition, grid, _expected(grid, head, edition))
    columns = _columns(batch, head)
    for row in range(head.row + 1, len(grid.rows) + 1):
        name, code = grid.text(row, head.names), grid.text(row, head.codes)
        if not any(cell not in (None, "") for cell in grid.rows[row - 1]):
            continue
        if is_summary(name) or is_summary(code):
            continue
        place = grid.place(row, head.names)
        unit = unit_of(batch, name, code, place=place, places=places)
        if unit is None:
            continue
        for column, (criterion, measure) in columns.items():
            batch.read(unit, criterion, measure, row=row, column=column)
    return batch


def _expected(grid: Grid, head: Head, edition: Edition) -> frozenset[str]:
    """Return what a sheet must have: our own form all sub-dimensions, a part sheet its own part."""
    lowest = {line.code for line in edition.criteria if not edition.children(line.code)}
    if head.own:
        return frozenset(lowest)
    part = re.search(r"thanh phan (\d)$", fold(grid.name))
    if part:
        return frozenset(child.code for child in edition.children(part.group(1)))
    return frozenset(line.code for line in edition.criteria if line.level == 1)


def _columns(batch: Batch, head: Head) -> dict[int, tuple[str, Measure]]:
    """Return the criterion and measure of each titled column."""
    if head.own:
        return _own_columns(batch, head)
    titled = _titled(batch.grid, head.row)
    titles = {column: title_of(text) for column, text in titled.items()}
    printed = {title.code for title in titles.values() if title}
    matcher = Titles(batch.edition, printed)
    columns: dict[int, tuple[str, Measure]] = {}
    for column, title in titles.items():
        if title is None:
            continue
        code = batch.criterion(matcher.match(title), title, batch.grid.place(head.row, column))
        if code is not None:
            columns[column] = (code, "score")
    return columns


def _own_columns(batch: Batch, head: Head) -> dict[int, tuple[str, Measure]]:
    known = {line.code for line in batch.edition.criteria}
    columns: dict[int, tuple[str, Measure]] = {}
    for column in range(1, len(batch.grid.rows[head.row - 1]) + 1):
        text = batch.grid.text(head.row, column)
        if column in (head.names, head.codes) or not text:
            continue
        place = batch.grid.place(head.row, column)
        own = _OWN_TITLE.fullmatch(text)
        if own is None or own.group(1) not in known:
            year = batch.edition.year
            batch.unread.append(text)
            batch.faults.append(messages.COLUMN_UNKNOWN.at(place, column=text, year=year))
        elif (own.group(1), own.group(2) or "score") in columns.values():
            batch.faults.append(messages.COLUMN_REPEATED.at(place, column=text))
        else:
            batch.seen.setdefault(own.group(1), own.group(1))
            columns[column] = (own.group(1), _measure(own.group(2)))
    return columns


def _measure(suffix: str | None) -> Measure:
    return "low" if suffix == "low" else "high" if suffix == "high" else "se" if suffix else "score"
