"""A copy of a file with every faulty cell coloured and the fault in its comment."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.datavalidation import DataValidationList

from analysis.errors import FaultsError, Place
from analysis.scores import messages
from analysis.scores.sheets.opening import WORKBOOKS, Limits, read_grids
from analysis.scores.sheets.package import weighed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from analysis.errors import Fault

_FILLS = {
    "error": PatternFill("solid", fgColor="FFF4B6B0"),
    "warning": PatternFill("solid", fgColor="FFFCE8A6"),
}
_MOST_CELLS = 200_000
# Nobody mends more cells one by one, nor reads more of a comment.
_MOST_FAULTS, _MOST_LETTERS = 5_000, 2_000
_COLUMN_OF_WHAT = 6
_COMMENT_WIDTH, _COMMENT_HEIGHT = 320, 130
# What XML cannot carry.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def put_text(cell: Any, text: str) -> None:
    """Write text as text: a spreadsheet shall never take it for a formula.

    A text that begins with ``=``, ``+``, ``-`` or ``@`` is marked as quoted, so that it also
    stays text when a person edits the cell.
    """
    text = _ILLEGAL.sub("", text)
    cell.value = text
    cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True


def marked_copy(path: Path, faults: Iterable[Fault]) -> bytes | None:
    """Return a workbook like `path` with its faults marked, None where that cannot be made.

    Formulas are replaced by their saved results, so that the copy computes and fetches nothing.

    Parameters
    ----------
    path
        A workbook or CSV file that could be opened.
    faults
        The faults of this file; those without a cell are listed on a sheet of their own.
    """
    mine = [fault for fault in faults if fault.place.file == path.name]
    try:
        grids = read_grids(path)
    except FaultsError:
        return None
    if sum(len(row) for grid in grids for row in grid.rows) > _MOST_CELLS:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of what it leaves aside
        book = _loaded(path) if path.suffix.lower() in WORKBOOKS else _rebuilt(grids)
        if book is None:
            return None
        for fault in mine[:_MOST_FAULTS]:
            _mark(book, fault)
        _list_on_a_sheet(book, mine)
        return _saved(book)


def _loaded(path: Path) -> Workbook | None:
    """Return a workbook, None where openpyxl cannot keep what it holds."""
    weight = weighed(path, Place(file=path.name), most=Limits().elements)
    if weight.ranges > _MOST_CELLS:
        return None
    try:
        book = load_workbook(path, data_only=True, keep_links=False)
    except Exception:
        return None
    _still(book)
    return book


def _saved(book: Workbook) -> bytes | None:
    content = io.BytesIO()
    try:
        book.save(content)
    except Exception:  # what could be loaded, yet is not whole
        return None
    return content.getvalue()


def _still(book: Workbook) -> None:
    """Take away what a workbook may compute or fetch besides the formulas of its cells."""
    book.defined_names.clear()
    for sheet in book.worksheets:
        sheet.defined_names.clear()
        sheet.conditional_formatting = ConditionalFormattingList()
        sheet.data_validations = DataValidationList()


def _rebuilt(grids: Iterable[Any]) -> Workbook:
    """Return a CSV file as a workbook."""
    book = Workbook()
    for grid in grids:
        sheet = book.worksheets[0]
        for row, cells in enumerate(grid.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                put_text(sheet.cell(row, column), str(cell))
    return book


def _mark(book: Workbook, fault: Fault) -> None:
    place = fault.place
    name = place.sheet or book.sheetnames[0]
    sheet = next((sheet for sheet in book.worksheets if sheet.title == name), None)
    if sheet is None or place.row is None:
        return
    cell = _top_left(sheet, place.row, column_index_from_string(place.column or "A"))
    cell.fill = _FILLS[fault.severity]
    text = _ILLEGAL.sub("", f"{fault.code}: {fault.what}\n{messages.REMEDY}: {fault.remedy}")
    if cell.comment:
        text = f"{cell.comment.text}\n{text}"
    comment = Comment(text[:_MOST_LETTERS], messages.MARKED_BY)
    comment.width, comment.height = _COMMENT_WIDTH, _COMMENT_HEIGHT
    cell.comment = comment


def _top_left(sheet: Any, row: int, column: int) -> Any:
    """Return a cell, of merged cells the one that is seen."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, MergedCell):
        return cell
    merged = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
    return sheet.cell(merged.min_row, merged.min_col)


def _list_on_a_sheet(book: Workbook, faults: list[Fault]) -> None:
    sheet = book.create_sheet(messages.FAULT_SHEET, 0)
    for column, title in enumerate(messages.FAULT_COLUMNS, start=1):
        put_text(sheet.cell(1, column), title)
    left_out = len(faults) - _MOST_FAULTS
    if left_out > 0:
        text = messages.FAULTS_LEFT_OUT.format(count=left_out)
        put_text(sheet.cell(_MOST_FAULTS + 2, _COLUMN_OF_WHAT), text)
    for number, fault in enumerate(faults[:_MOST_FAULTS], start=2):
        place = fault.place
        cells = (
            fault.code,
            messages.SEVERITIES[fault.severity],
            place.sheet,
            "" if place.row is None else str(place.row),
            place.column,
            fault.what,
            fault.remedy,
        )
        for column, text in enumerate(cells, start=1):
            put_text(sheet.cell(number, column), text)
    for name, width in zip("ABCDEFG", (9, 12, 22, 8, 8, 70, 70), strict=True):
        sheet.column_dimensions[name].width = width
    sheet.freeze_panes = "A2"
