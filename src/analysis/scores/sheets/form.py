"""A blank form as a workbook: drop-down lists, ranges, a worked row, a page of guidance."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from analysis.scores import form_messages as texts
from analysis.scores.sheets.grid import letter
from analysis.scores.sheets.marking import put_text
from analysis.scores.summaries import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

Kind = Literal["text", "number", "list"]

_FONT = "Times New Roman"
_HEAD = PatternFill("solid", fgColor="FFE6EBF2")
_WORKED = PatternFill("solid", fgColor="FFF4F1E6")
_LINE = Side(style="thin", color="FF8C8C8C")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
# A list typed into a validation may have 255 characters; longer ones stand on the guidance page.
_LONGEST_LIST = 255


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a form.

    `least` and `most` bound a number, `options` are the choices of a list; `below` names the
    column whose cell is a number's upper bound. `example` is the worked row's cell.
    """

    title: str
    kind: Kind = "text"
    least: float = 0.0
    most: float = 100.0
    options: tuple[str, ...] = ()
    below: str = ""
    unit: str = ""
    example: str | float | None = None
    width: int = 12
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: lines above the head, columns, rows filled in already, and how many are left empty.

    `choices` adds a drop-down list to the second cell of a line above the head, by line number.
    """

    sheet: str
    above: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str | float | None, ...], ...] = ()
    empty: int = 0
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()


def form_workbook(form: Form) -> bytes:
    """Return a form as a workbook: the sheet to fill in, then the guidance."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = form.sheet
    for line, text in enumerate(form.above, start=1):
        put_text(sheet.cell(line, 1), text)
        sheet.cell(line, 1).font = Font(name=_FONT, bold=line == 1)
    head = len(form.above) + 1
    _write_head(sheet, form, head)
    _write_rows(sheet, form, head)
    _lay_out_for_print(sheet, head)
    last = head + 1 + len(form.rows) + form.empty
    guide = book.create_sheet(texts.GUIDE_SHEET)
    _write_guide(guide, form)
    lists = 0
    for column, item in enumerate(form.columns, start=1):
        cells = f"{letter(column)}{head + 2}:{letter(column)}{last}"
        rule = _rule(form, item, head + 2)
        if item.kind == "list" and len(",".join(item.options)) > _LONGEST_LIST:
            lists += 1
            rule = _long_list(guide, item.options, lists)
        if rule is not None:
            rule.add(cells)
            sheet.add_data_validation(rule)
    for line, options in form.choices:
        lists += 1
        rule = _long_list(guide, options, lists)
        rule.add(f"B{line}")
        sheet.add_data_validation(rule)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _lay_out_for_print(sheet: Worksheet, head: int) -> None:
    """Lay the sheet out on landscape A4, as wide as the page, the head on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"


def _write_head(sheet: Worksheet, form: Form, row: int) -> None:
    for column, item in enumerate(form.columns, start=1):
        cell = sheet.cell(row, column)
        put_text(cell, item.title)
        cell.font = Font(name=_FONT, bold=True)
        cell.fill, cell.border = _HEAD, _BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        sheet.column_dimensions[letter(column)].width = item.width
    sheet.freeze_panes = f"C{row + 1}"


def _write_rows(sheet: Worksheet, form: Form, head: int) -> None:
    """Write the worked row, the rows filled in already, and borders for the empty ones."""
    example = tuple(item.example for item in form.columns)
    blank: tuple[None, ...] = (None,) * len(form.columns)
    rows = [(EXAMPLE, *example[1:]), *form.rows, *[blank] * form.empty]
    for number, cells in enumerate(rows, start=head + 1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(number, column)
            cell.border, cell.font = _BORDER, Font(name=_FONT, italic=number == head + 1)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if number == head + 1:
                cell.fill = _WORKED
            if isinstance(value, str):
                put_text(cell, value)
            elif value is not None:
                cell.value = value


def _rule(form: Form, item: FormColumn, row: int) -> DataValidation | None:
    """Return what a spreadsheet shall refuse in a column's cells."""
    if item.kind == "list":
        rule = DataValidation("list", formula1='"' + ",".join(item.options) + '"')
        rule.error = texts.FORM_LIST_ERROR
    elif item.kind == "number":
        rule = DataValidation("decimal", formula1=f"{item.least:g}", formula2=f"{item.most:g}")
        rule.error = texts.FORM_NUMBER_ERROR.format(least=_vn(item.least), most=_vn(item.most))
        if item.below:
            titles = [column.title for column in form.columns]
            bound = f"{letter(titles.index(item.below) + 1)}{row}"
            own = f"{letter(titles.index(item.title) + 1)}{row}"
            rule = DataValidation(
                "custom", formula1=f"AND(ISNUMBER({own}),{own}>=0,{own}<={bound})"
            )
            rule.error = texts.FORM_BELOW_ERROR.format(title=item.below)
    else:
        return None
    rule.allow_blank, rule.showErrorMessage, rule.errorTitle = True, True, texts.FORM_ERROR
    return rule


def _long_list(guide: Worksheet, options: Sequence[str], number: int) -> DataValidation:
    """Return a list whose choices stand in a column of the guidance page."""
    column = 7 + number
    for row, option in enumerate(options, start=1):
        put_text(guide.cell(row, column), option)
    cells = f"${letter(column)}$1:${letter(column)}${len(options)}"
    rule = DataValidation("list", formula1=f"'{guide.title}'!{cells}")
    rule.allow_blank, rule.showErrorMessage, rule.errorTitle = True, True, texts.FORM_ERROR
    rule.error = texts.FORM_LIST_ERROR
    return rule


def _write_guide(guide: Worksheet, form: Form) -> None:
    rows = [texts.GUIDE_COLUMNS]
    for item in form.columns:
        allowed = "; ".join(item.options) if item.kind == "list" else ""
        if item.kind == "number":
            allowed = texts.FORM_RANGE.format(least=_vn(item.least), most=_vn(item.most))
        if item.below:
            allowed = texts.FORM_BELOW.format(title=item.below)
        rows.append((item.title, item.unit, allowed, item.note))
    for number, cells in enumerate([*rows, *((text,) for text in texts.GUIDE_NOTES)], start=1):
        for column, text in enumerate(cells, start=1):
            cell = guide.cell(number, column)
            put_text(cell, text)
            cell.font = Font(name=_FONT, bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for name, width in zip("ABCD", (40, 14, 44, 60), strict=True):
        guide.column_dimensions[name].width = width


def _vn(value: float) -> str:
    return f"{value:.4g}".replace(".", ",")
