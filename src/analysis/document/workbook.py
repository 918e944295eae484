"""The drafter's workbook as a file: sheets to edit, drop-downs, and texts that stay texts.

The same workbook gives the same bytes, so that a file that nobody edited is known as such.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from analysis.document import messages as m
from analysis.errors import FaultsError, Place
from analysis.plan.sheet_messages import STATES
from analysis.plan.sheets import FILE
from analysis.scores.sheets import letter
from analysis.scores.sheets.marking import put_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from analysis.errors import Fault
    from analysis.plan.merging import Row
    from analysis.plan.sheets import Book, Layout, Sheet, SheetColumn

NOTE_ROW, HEAD_ROW = 1, 2

_FONT = "Times New Roman"
_HEAD = PatternFill("solid", fgColor="FFE6EBF2")
_GREY = PatternFill("solid", fgColor="FFEDEDED")
_NEW = PatternFill("solid", fgColor="FFE8F4E4")
_FIXED_TEXT, _STRUCK_TEXT, _ID_TEXT = "FF404040", "FF6E6E6E", "FF6E6E6E"
_LINE = Side(style="thin", color="FF8C8C8C")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TEXT_FORMAT = "@"
_NOTE_HEIGHT = 64
_LINE_HEIGHT, _HIGHEST = 15.0, 409.0  # points; no row can be higher
_LONGEST_CELL = 32_767
# Excel reads _x000D_ in a text as the character; the mark itself is written as one.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator></dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
)


def workbook_bytes(book: Book) -> bytes:
    """Return the workbook as the bytes of an .xlsx, the same for the same workbook.

    Raises
    ------
    FaultsError
        DO-39 for every text that is too long for a cell.
    """
    if faults := list(_too_long(book)):
        raise FaultsError(*faults)
    file = Workbook()
    file.remove(file.worksheets[0])
    pages = [(sheet, file.create_sheet(sheet.layout.title)) for sheet in book.sheets]
    lists = _lists(file.create_sheet(m.LISTS_SHEET), book)
    for sheet, page in pages:
        _write(page, sheet)
        _offer(page, sheet, lists)
    saved = BytesIO()
    file.save(saved)
    return _fixed(saved)


def _too_long(book: Book) -> Iterator[Fault]:
    for sheet in book.sheets:
        titles = {column.key: column.title for column in sheet.layout.columns}
        for number, row in enumerate(sheet.rows.values(), start=HEAD_ROW + 1):
            for key, text in row.items():
                if len(_escaped(text)) > _LONGEST_CELL:
                    place = Place(FILE, sheet.layout.title, number, titles.get(key, key))
                    yield m.CELL_LONG.at(place, length=len(text), most=_LONGEST_CELL)


def _escaped(text: str) -> str:
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def _lists(page: Worksheet, book: Book) -> dict[str, str]:
    """Write the lists into a hidden sheet; return where each stands."""
    page.sheet_state = "hidden"
    places = {}
    for column, (name, options) in enumerate(book.lists.items(), start=1):
        for row, option in enumerate(options, start=1):
            put_text(page.cell(row, column), _escaped(option))
        if options:
            at = letter(column)
            places[name] = f"'{page.title}'!${at}$1:${at}${len(options)}"
    return places


def _write(page: Worksheet, sheet: Sheet) -> None:
    layout = sheet.layout
    last = letter(len(layout.columns))
    put_text(page.cell(NOTE_ROW, 1), layout.note)
    page.cell(NOTE_ROW, 1).font = Font(name=_FONT, italic=True)
    page.cell(NOTE_ROW, 1).alignment = Alignment(wrap_text=True, vertical="top")
    page.merge_cells(f"A{NOTE_ROW}:{last}{NOTE_ROW}")
    page.row_dimensions[NOTE_ROW].height = _NOTE_HEIGHT
    for place, column in enumerate(layout.columns, start=1):
        cell = page.cell(HEAD_ROW, place)
        put_text(cell, column.title)
        cell.font, cell.fill, cell.border = Font(name=_FONT, bold=True), _HEAD, _BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        page.column_dimensions[letter(place)].width = column.width
    for number, (key, row) in enumerate(sheet.rows.items(), start=HEAD_ROW + 1):
        state = sheet.states.get(key, "kept")
        own = {"id": key, "state": STATES[state]}
        for place, column in enumerate(layout.columns, start=1):
            cell = page.cell(number, place)
            put_text(cell, _escaped({**row, **own}.get(column.key, "")))
            _style(cell, column, state)
        page.row_dimensions[number].height = _height(row, layout)
    first = HEAD_ROW + len(sheet.rows) + 1
    for number in range(first, first + layout.spare):
        for place, column in enumerate(layout.columns, start=1):
            _style(page.cell(number, place), column, "own")
    _set_up(page, sheet)


def _height(row: Row, layout: Layout) -> float:
    """Return how high a row must be to show all of it: not every program finds out by itself."""
    lines = 1
    for column in layout.held:
        texts = row.get(column.key, "").split("\n")
        lines = max(lines, sum(1 + int(len(text) / column.width) for text in texts))
    return min(lines * _LINE_HEIGHT, _HIGHEST)


def _style(cell: Cell | MergedCell, column: SheetColumn, state: str) -> None:
    locked = column.kind != "edit"
    colour = _STRUCK_TEXT if state == "struck" else _FIXED_TEXT if locked else None
    cell.font = Font(name=_FONT, strike=state == "struck" and column.kind != "state", color=colour)
    cell.border, cell.number_format = _BORDER, _TEXT_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=locked)
    if column.kind == "id":
        cell.fill, cell.font = _GREY, Font(name=_FONT, size=8, color=_ID_TEXT)
    elif state == "new":
        cell.fill = _NEW


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    """Keep the head in sight, also in print; protect a sheet that is only read."""
    page.freeze_panes = f"A{HEAD_ROW + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    page.protection.sheet = sheet.layout.locked


def _offer(page: Worksheet, sheet: Sheet, lists: dict[str, str]) -> None:
    """Add the drop-downs, and refuse what is typed into the column of ids."""
    last = HEAD_ROW + max(len(sheet.rows) + sheet.layout.spare, 1)
    for place, column in enumerate(sheet.layout.columns, start=1):
        if column.kind == "id":
            rule = DataValidation("custom", formula1="FALSE", error=m.ID_LOCKED)
        elif column.choices in lists:
            rule = DataValidation("list", formula1=lists[column.choices], error=m.NOT_LISTED)
        else:
            continue
        rule.allow_blank, rule.errorTitle = True, m.ENTRY_ERROR
        rule.showErrorMessage = column.kind == "id" or column.strict
        rule.add(f"{letter(place)}{HEAD_ROW + 1}:{letter(place)}{last}")
        page.add_data_validation(rule)


def _fixed(saved: BytesIO) -> bytes:
    """Return the file with fixed times and properties that name neither machine nor user."""
    out = BytesIO()
    core = _CORE.format(title=escape(m.WORKBOOK_TITLE)).encode()
    with ZipFile(saved) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, _FIXED_TIME)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, core if name == "docProps/core.xml" else old.read(name))
    return out.getvalue()
