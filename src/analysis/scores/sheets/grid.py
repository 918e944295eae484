"""A sheet as plain cells, and the two questions asked of a cell: its text, its number."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openpyxl.utils import get_column_letter

from analysis.errors import Place
from analysis.vietnamese import fold, nfc

Cell = str | int | float | bool | datetime | date | time | timedelta | None
"""What a spreadsheet cell can hold."""

# Publishers write an unscored cell in many ways; 0 is one of them and is judged by the reader.
_MISSING = frozenset({"", "*", "-", "–", "—", "…", "...", ".", "n/a", "na", "nan", "null"})
# No figure of a table is as large; beyond this, a number cannot be printed exactly either.
_LARGEST = 1e12
_NUMBER = re.compile(r"[-+]?(\d{1,12}|\d{1,3}(?:[. ]\d{3})+)(?:[.,]\d{1,20})?(?:[eE][-+]?\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its cells by row, as a spreadsheet counts them (the first row is 1).

    `name` is empty for a CSV file. Rows may differ in length. `uncomputed` are the cells (row,
    column, both from 1) that hold a formula whose result was never saved.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    uncomputed: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a row and column, both from 1; None outside the sheet."""
        if not 0 < row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return a cell as text in NFC, blanks tidied."""
        return as_text(self.cell(row, column))

    def width(self) -> int:
        """Return the number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Return where a cell, a row or the sheet lies, for a fault."""
        name = letter(column) if column is not None else ""
        return Place(file=self.file, sheet=self.name, row=row, column=name)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a cell says: a number, nothing (`value` is NaN), or something unreadable."""

    value: float
    readable: bool = True

    @property
    def missing(self) -> bool:
        """Whether the cell says that there is no figure."""
        return self.readable and math.isnan(self.value)


def letter(column: int) -> str:
    """Return a column's letter.

    Examples
    --------
    >>> letter(1), letter(28)
    ('A', 'AB')
    """
    return get_column_letter(column)


def as_text(cell: Cell) -> str:
    """Return a cell as a reader sees it.

    Examples
    --------
    >>> as_text("  Lạng  Sơn "), as_text(20.0), as_text(1.5), as_text(None)
    ('Lạng Sơn', '20', '1.5', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return nfc(str(cell))


def as_number(cell: Cell) -> Measured:
    """Return the number in a cell; text is read with either decimal sign.

    A percent sign divides by nothing: whoever asks knows the scale.

    Examples
    --------
    >>> as_number("1,29").value, as_number("1.234,5").value, as_number("85,31%").value
    (1.29, 1234.5, 85.31)
    >>> as_number("*").missing, as_number("0101x").readable, as_number(True).readable
    (True, False, False)
    """
    if isinstance(cell, bool):
        return Measured(math.nan, readable=False)
    if isinstance(cell, (int, float)):
        return _measured(cell)
    text = as_text(cell)
    if text.lower() in _MISSING or fold(text) in {"khong cham diem", "khong co"}:
        return Measured(math.nan)
    return _parsed(text.removesuffix("%").strip())


def _parsed(text: str) -> Measured:
    text = text.replace("−", "-")
    if not _NUMBER.fullmatch(text):
        return Measured(math.nan, readable=False)
    plain = text.replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    return _measured(float(plain))


def _measured(value: float) -> Measured:
    if not abs(value) < _LARGEST:
        return Measured(math.nan, readable=False)
    return Measured(float(value))
