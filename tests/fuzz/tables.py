"""Workbooks spoilt as tables: rows, columns, heads, names."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Spoil = Callable[[Any, Random], None]

_WORDS = (
    "Hà Nội",
    "Huế",
    "Cần Thơ",
    "Cả nước",
    "Tổng cộng",
    "1.1: Tham gia",
    "Điểm đạt",
    "2024",
    "I",
)


def _row(sheet: Any, chance: Random) -> int:
    return chance.randint(1, max(1, sheet.max_row))


def _column(sheet: Any, chance: Random) -> int:
    return chance.randint(1, max(1, sheet.max_column))


def _texts(sheet: Any) -> list[Any]:
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    return cells or [sheet.cell(1, 1)]


def delete_rows(sheet: Any, chance: Random) -> None:
    sheet.delete_rows(_row(sheet, chance), chance.randint(1, 9))


def delete_columns(sheet: Any, chance: Random) -> None:
    sheet.delete_cols(_column(sheet, chance), chance.randint(1, 4))


def insert_rows(sheet: Any, chance: Random) -> None:
    sheet.insert_rows(_row(sheet, chance), chance.choice((1, 3, 30, 3000)))


def insert_columns(sheet: Any, chance: Random) -> None:
    sheet.insert_cols(_column(sheet, chance), chance.choice((1, 3, 30, 700)))


def swap_rows(sheet: Any, chance: Random) -> None:
    one, two = _row(sheet, chance), _row(sheet, chance)
    for column in range(1, sheet.max_column + 1):
        first, second = sheet.cell(one, column), sheet.cell(two, column)
        first.value, second.value = second.value, first.value


def swap_columns(sheet: Any, chance: Random) -> None:
    one, two = _column(sheet, chance), _column(sheet, chance)
    for row in range(1, sheet.max_row + 1):
        first, second = sheet.cell(row, one), sheet.cell(row, two)
        first.value, second.value = second.value, first.value


def merge(sheet: Any, chance: Random) -> None:
    row, column = _row(sheet, chance), _column(sheet, chance)
    sheet.merge_cells(
        start_row=row,
        start_column=column,
        end_row=row + chance.randint(0, 5),
        end_column=column + chance.randint(1, 5),
    )


def empty_rows(sheet: Any, chance: Random) -> None:
    """Empty the head, or any row."""
    for row in chance.choice(((1,), (1, 2), (3, 4), (_row(sheet, chance),))):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row, column).value = None


def repeat_row(sheet: Any, chance: Random) -> None:
    row, times = chance.choice((1, 2, 3, _row(sheet, chance))), chance.choice((1, 1, 5, 300))
    cells = [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
    for _ in range(times):
        sheet.append(cells)


def repeat_column(sheet: Any, chance: Random) -> None:
    column, new = _column(sheet, chance), sheet.max_column + 1
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, new).value = sheet.cell(row, column).value


def swap_texts(sheet: Any, chance: Random) -> None:
    cells = _texts(sheet)
    for _ in range(chance.randint(1, 9)):
        one, two = chance.choice(cells), chance.choice(cells)
        one.value, two.value = two.value, one.value


def cut_texts(sheet: Any, chance: Random) -> None:
    for cell in chance.sample(_texts(sheet), 1):
        text = str(cell.value)
        at = chance.randrange(len(text) + 1)
        cell.value = chance.choice((text[:at], text[at:], text + text, text.upper(), f" {text}\n"))


def put_words(sheet: Any, chance: Random) -> None:
    for _ in range(chance.randint(1, 5)):
        sheet.cell(_row(sheet, chance), _column(sheet, chance)).value = chance.choice(_WORDS)


def turn(sheet: Any, chance: Random) -> None:
    """Exchange rows and columns."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    for number, row in enumerate(rows, start=1):
        for other, value in enumerate(row, start=1):
            sheet.cell(other, number).value = value


def shift(sheet: Any, chance: Random) -> None:
    """Move one column down, or one row to the right."""
    if chance.random() < 0.5:
        sheet.insert_cols(1, 1)
        return
    column = _column(sheet, chance)
    for row in range(sheet.max_row, 0, -1):
        sheet.cell(row + 1, column).value = sheet.cell(row, column).value


def scale(sheet: Any, chance: Random) -> None:
    """Multiply the figures, as a mistaken unit does."""
    by = chance.choice((0, -1, 10, 1000, 1e-9, 1e300))
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                cell.value *= by


def copy_sheet(sheet: Any, chance: Random) -> None:
    sheet.parent.copy_worksheet(sheet)


def rename_sheet(sheet: Any, chance: Random) -> None:
    sheet.title = chance.choice(("2023", "2011_PAPI", "LỖI", "x", "Điểm thành phần 1", "2019-2024"))


SPOILS: dict[str, Spoil] = {
    spoil.__name__.replace("_", " "): spoil
    for spoil in (
        *(delete_rows, delete_columns, insert_rows, insert_columns, swap_rows, swap_columns, merge),
        *(empty_rows, repeat_row, repeat_column, swap_texts, cut_texts, put_words, turn, shift),
        *(scale, copy_sheet, rename_sheet),
    )
}


def spoilt(content: bytes, chance: Random) -> tuple[str, bytes]:
    """Return a workbook with one to three changes, and their names."""
    book = load_workbook(io.BytesIO(content))
    # Merged cells cannot be written to: they come last.
    names = sorted(chance.sample(sorted(SPOILS), chance.randint(1, 3)), key="merge".__eq__)
    for name in names:
        SPOILS[name](chance.choice(book.worksheets), chance)
    out = io.BytesIO()
    book.save(out)
    return ", ".join(names), out.getvalue()
