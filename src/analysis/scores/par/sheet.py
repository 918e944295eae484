"""A province's scoring sheet as data: every criterion with its maximum and its points."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from analysis.scores import messages
from analysis.scores.par.codes import Code, full_paths, is_date, parsed
from analysis.scores.par.columns import FIGURES, Meaning
from analysis.scores.sheets import as_number, as_text
from analysis.scores.summaries import is_summary
from analysis.vietnamese import fold, nfc, short_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.errors import Fault, Place
    from analysis.scores.par.columns import Head
    from analysis.scores.sheets import Cell, Grid

Assessed = Literal["appraisal", "survey", ""]

_TEXTS: tuple[Meaning, ...] = ("reason", "evidence", "lead")
# Points are rounded to two decimals, maxima are not: half a digit may stay over.
_ROUNDING = 0.005 + 1e-9
_SUM_ROW = re.compile(r"^(tong|cong)\b")
_TOTAL_ROW = re.compile(r"^(tong|cong)(?!.*\b(linh vuc|muc|phan|tieu chi)\b)")
# Parts of a sheet above its fields: A, B; and lines of guidance below a criterion.
_GROUP = re.compile(r"(?:PHẦN )?[A-HĐ][.)]?")
_RUBRIC = re.compile(r"[-–+•*]\s|[a-zđ]\)\s")
_LEADING = re.compile(r"\(?(\d{1,2})")
_NUMBERING = re.compile(r"\(?(\d{1,2}|[A-Za-zĐđ])\)?(\s*=.*)?")


@dataclass(slots=True)
class Item:
    """One criterion of a sheet; `points` by column, NaN where the cell is empty.

    `faulty` are the columns whose cell could not be used, `uncomputed` those with a formula whose
    result was never saved.
    """

    code: str
    printed: str
    name: str
    row: int
    assessed: Assessed
    points: dict[Meaning, float]
    texts: dict[Meaning, str]
    faulty: set[Meaning] = field(default_factory=set)
    uncomputed: set[Meaning] = field(default_factory=set)

    @property
    def parent(self) -> str:
        """The code of the criterion above, empty for a field."""
        return self.code.rpartition(".")[0]

    def value(self, column: Meaning) -> float:
        """Return the points in a column, NaN if there are none or they are faulty."""
        return math.nan if column in self.faulty else self.points.get(column, math.nan)


@dataclass(slots=True)
class ScoringSheet:
    """The criteria of a sheet by code, its total row, and what was wrong.

    `lost` are rows with points whose code could not be used: sums miss them.
    """

    grid: Grid
    head: Head
    items: dict[str, Item] = field(default_factory=dict)
    total: Item | None = None
    lost: list[Item] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _parts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        """Add a criterion whose code is not there yet."""
        self.items[item.code] = item
        self._parts.setdefault(item.parent, []).append(item.code)

    def children(self, code: str) -> list[str]:
        """Return the codes directly under a code; of the fields for an empty one."""
        return self._parts.get(code, [])

    def place(self, item: Item, column: Meaning | None = None) -> Place:
        """Return where a criterion's cell stands."""
        number = self.head.columns.get(column or "name")
        return self.grid.place(item.row, number)


def read_sheet(grid: Grid, head: Head) -> ScoringSheet:
    """Return a scoring sheet read; nothing is summed or judged yet."""
    sheet = ScoringSheet(grid, head)
    rows = list(_rows(sheet))
    paths = full_paths(code for _, code in rows)
    for (row, code), path in zip(rows, paths, strict=True):
        item = _item(sheet, row, Code(path).text)
        place = sheet.grid.place(row, head.columns.get("code"))
        if is_date(sheet.grid.cell(row, head.columns.get("code", 0))):
            sheet.faults.append(messages.CODE_IS_A_DATE.at(place, name=item.name))
            sheet.lost.append(item)
        elif not code.path:
            _without_code(sheet, item)
        elif item.code in sheet.items:
            first = sheet.items[item.code].row
            sheet.faults.append(messages.CODE_TWICE.at(place, code=item.printed, row=first))
            sheet.lost.append(item)
        else:
            sheet.add(item)
    _refuse_uncomputed(sheet)
    _refuse_without_maximum(sheet)
    return sheet


def _refuse_without_maximum(sheet: ScoringSheet) -> None:
    """Refuse a criterion that has points and no maximum: its points would be unbounded."""
    for item in sheet.items.values():
        given = any(not math.isnan(item.value(c)) for c in FIGURES if c not in ("max", "last"))
        if given and math.isnan(item.points.get("max", math.nan)) and not item.faulty:
            if "max" in item.uncomputed:
                continue
            place = sheet.place(item, "max")
            sheet.faults.append(messages.POINTS_WITHOUT_MAXIMUM.at(place, name=item.name))


def _refuse_uncomputed(sheet: ScoringSheet) -> None:
    """Refuse formulas without a result, but for sums: their parts say what those would."""
    for item in sheet.items.values():
        for column in sorted(item.uncomputed) if not sheet.children(item.code) else ():
            sheet.faults.append(messages.FORMULA_WITHOUT_VALUE.at(sheet.place(item, column)))
            item.faulty.add(column)


def _rows(sheet: ScoringSheet) -> Iterator[tuple[int, Code]]:
    """Return the rows that hold a criterion or a sum, with their code as read."""
    grid, columns = sheet.grid, sheet.head.columns
    for row in range(sheet.head.row + 1, len(grid.rows) + 1):
        name = grid.text(row, columns["name"])
        cell = grid.cell(row, columns.get("code", 0))
        points = any(_is_figure(grid.cell(row, columns[c])) for c in FIGURES if c in columns)
        if is_summary(as_text(cell)) or _GROUP.fullmatch(as_text(cell)):
            continue
        if _RUBRIC.match(name) and not parsed(cell).path:
            continue  # how points are given stands below a criterion, sometimes with points
        if _is_numbering(grid, row) or not (points or (name and parsed(cell).path)):
            continue  # the row that numbers the columns, headings, notes, signatures
        yield row, parsed(cell)


def _is_numbering(grid: Grid, row: int) -> bool:
    """Return whether a row numbers the columns: A, B, 1, 2, (3), 5=3+4."""
    texts = [text for cell in grid.rows[row - 1] if (text := as_text(cell))]
    numbers = [int(found.group(1)) for text in texts if (found := _LEADING.match(text))]
    rising = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return rising and all(_NUMBERING.fullmatch(text) for text in texts)


def _is_figure(cell: Cell) -> bool:
    measured = as_number(cell)
    return measured.readable and not measured.missing


def _without_code(sheet: ScoringSheet, item: Item) -> None:
    """Take a row without a code for the total or a subtotal; else it is a fault."""
    words = fold(item.name or item.printed)
    if sheet.total is not None:
        return  # below the total stand the percentage, the rank, notes
    if _TOTAL_ROW.match(words):
        sheet.total = item
    elif not _SUM_ROW.match(words):
        place = sheet.grid.place(item.row, sheet.head.columns.get("code"))
        sheet.faults.append(messages.CODE_ABSENT.at(place, name=item.name))
        sheet.lost.append(item)


def _item(sheet: ScoringSheet, row: int, code: str) -> Item:
    grid, columns = sheet.grid, sheet.head.columns
    texts = {
        column: nfc(as_text(grid.cell(row, columns[column])))
        for column in _TEXTS
        if column in columns
    }
    item = Item(
        code=code,
        printed=grid.text(row, columns.get("code", 0)),
        name=grid.text(row, columns["name"]),
        row=row,
        assessed=_assessed(grid.text(row, columns.get("assessed", 0))),
        points={},
        texts=texts,
    )
    for column in FIGURES:
        if column in columns:
            _read_points(sheet, item, column)
    _check_maxima(sheet, item)
    return item


def _assessed(text: str) -> Assessed:
    words = fold(text)
    if re.search(r"xa hoi hoc|xhh|khao sat", words):
        return "survey"
    return "appraisal" if re.search(r"tham dinh|tu cham|\btd\b", words) else ""


def _read_points(sheet: ScoringSheet, item: Item, column: Meaning) -> None:
    number = sheet.head.columns[column]
    place = sheet.grid.place(item.row, number)
    cell = sheet.grid.cell(item.row, number)
    if (item.row, number) in sheet.grid.uncomputed:
        item.uncomputed.add(column)
        return
    measured = as_number(cell)
    if not measured.readable:
        sheet.faults.append(messages.NOT_A_NUMBER.at(place, value=as_text(cell)[:60]))
        item.faulty.add(column)
        return
    item.points[column] = measured.value


def _check_maxima(sheet: ScoringSheet, item: Item) -> None:
    """Refuse points below zero or above the criterion's maximum, once a row.

    Either the points or the maximum may be wrong: none of them is used in a sum.
    """
    most = item.value("max")
    wrong = [
        column
        for column, value in item.points.items()
        if value < 0 or (column not in ("max", "last") and value > most + _ROUNDING)
    ]
    if not wrong:
        return
    shown, limit = (
        short_number(item.points[wrong[0]]),
        "?" if math.isnan(most) else short_number(most),
    )
    place = sheet.place(item, wrong[0])
    sheet.faults.append(messages.POINTS_ABOVE_MAXIMUM.at(place, value=shown, most=limit))
    item.faulty |= {"max", *wrong}
