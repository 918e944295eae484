"""A copy of a file with every faulty cell coloured and the fault in its comment."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import IllegalCharacterError

from analysis.scores import messages
from analysis.scores.sheets.opening import WORKBOOKS, read_grids

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from analysis.errors import Fault

_FILLS = {
    "error": PatternFill("solid", fgColor="FFF4B6B0"),
    "warning": PatternFill("solid", fgColor="FFFCE8A6"),
}
_MOST_CELLS = 300_000
_COMMENT_WIDTH, _COMMENT_HEIGHT = 320, 130


def put_text(cell: Any, text: str) -> None:
    """Write text as text: a spreadsheet shall never take it for a formula.

    A text that begins with ``=``, ``+``, ``-`` or ``@`` is marked as quoted, so that it also
    stays text when a person edits the cell.
    """
    try:
        cell.value = text
    except IllegalCharacterError:
        cell.value = "".join(char for char in text if char.isprintable())
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
    grids = read_grids(path)
    if sum(len(row) for grid in grids for row in grid.rows) > _MOST_CELLS:
        return None
    if path.suffix.lower() in WORKBOOKS:
        try:
            book = load_workbook(path, data_only=True, keep_links=False)
        except Exception:
            return None
    else:
        book = _rebuilt(grids)
    for fault in mine:
        _mark(book, fault)
    _list_on_a_sheet(book, mine)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


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
    cell = sheet.cell(place.row, column_index_from_string(place.column or "A"))
    cell.fill = _FILLS[fault.severity]
    text = f"{fault.code}: {fault.what}\n{messages.REMEDY}: {fault.remedy}"
    if cell.comment:
        text = f"{cell.comment.text}\n{text}"
    comment = Comment(text, messages.MARKED_BY)
    comment.width, comment.height = _COMMENT_WIDTH, _COMMENT_HEIGHT
    cell.comment = comment


def _list_on_a_sheet(book: Workbook, faults: list[Fault]) -> None:
    sheet = book.create_sheet(messages.FAULT_SHEET, 0)
    for column, title in enumerate(messages.FAULT_COLUMNS, start=1):
        put_text(sheet.cell(1, column), title)
    for number, fault in enumerate(faults, start=2):
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
