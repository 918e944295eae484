"""The drafter's workbook as a file: what is written is read again, nothing becomes a formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from analysis.document.workbook import HEAD_ROW, workbook_bytes
from analysis.document.workbook_reading import read_workbook
from analysis.errors import FaultsError
from analysis.plan.sheets import LAYOUTS, OWN, Book, Sheet, cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from analysis.plan.merging import State, Table
    from analysis.plan.sheets import Layout, SheetRows

LISTS = {
    "yes_no": ("có", "không"),
    "indices": ("PAPI",),
    "criteria": ("Tri thức công dân",),
    "agencies": ("Sở Nội vụ", "các sở, ban, ngành", *(f"UBND xã {n}" for n in range(120))),
    "deadlines": ("Quý I/2026",),
    "products": (),
}
EDITED = tuple(one for one in LAYOUTS if not one.locked)
TEXTS = st.one_of(
    st.text(),
    st.text("=+-@'\"“”_x00D5F \n\t\rĐđẹộừa"),
    st.sampled_from(["=1+1", "+84", "-", "@SUM(A1)", "_x000D_", "#N/A", "TRUE", "1,50", "2/5"]),
).map(cell_text)


def rows(*keys: str) -> dict[str, dict[str, dict[str, str]]]:
    """Return a table for every sheet, each cell with its own text."""
    return {
        one.key: {key: {cell.key: f"{key} {cell.key}" for cell in one.held} for key in keys}
        for one in LAYOUTS
    }


def book(
    tables: Mapping[str, Table], states: Mapping[str, State] | None = None, **lists: tuple[str, ...]
) -> Book:
    sheets = tuple(Sheet(one, tables[one.key], states or {}) for one in LAYOUTS)
    return Book(sheets, {**LISTS, **lists})


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], dict[str, SheetRows]]:
    """Reads the bytes of a workbook."""

    def reading(content: bytes) -> dict[str, SheetRows]:
        path = tmp_path / "nhiem-vu.xlsx"
        path.write_bytes(content)
        return read_workbook(path)

    return reading


@pytest.fixture
def changed(
    read: Callable[[bytes], dict[str, SheetRows]],
) -> Callable[[Callable[[Workbook], object]], dict[str, SheetRows]]:
    """Reads a workbook after a person changed it in a spreadsheet program."""

    def change(edit: Callable[[Workbook], object]) -> dict[str, SheetRows]:
        file = opened(workbook_bytes(book(rows("a", "b"))))
        edit(file)
        saved = BytesIO()
        file.save(saved)
        return read(saved.getvalue())

    return change


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def page(content: bytes, title: str = "Nhiệm vụ") -> Worksheet:
    sheet: Worksheet = opened(content)[title]
    return sheet


def place_of(key: str, sheet: str = "tasks") -> int:
    layout = next(one for one in LAYOUTS if one.key == sheet)
    return [column.key for column in layout.columns].index(key) + 1


def faults(read_it: Callable[[], object]) -> list[tuple[str, str, str]]:
    with pytest.raises(FaultsError) as caught:
        read_it()
    return [(f.code, f.place.sheet, f.what) for f in caught.value.faults]


# --- there and back ---


def test_what_is_written_is_read_again(read: Callable[[bytes], dict[str, SheetRows]]) -> None:
    tables = rows("a", "b", "c")
    found = read(workbook_bytes(book(tables, {"a": "new", "b": "struck"})))
    assert {key: one.rows for key, one in found.items()} == {
        one.key: tables[one.key] for one in EDITED
    }
    assert found["tasks"].numbers == {"a": 3, "b": 4, "c": 5}


@settings(max_examples=20)
@given(texts=st.lists(TEXTS, min_size=8, max_size=40))
def test_every_text_comes_back_letter_by_letter(
    read: Callable[[bytes], dict[str, SheetRows]], texts: list[str]
) -> None:
    """Texts fill the sheets cell by cell, again and again."""
    given = cycle(texts)
    tables = {
        one.key: {key: {cell.key: next(given) for cell in one.held} for key in "abc"}
        for one in LAYOUTS
    }
    sheets = tuple(Sheet(replace(one, spare=0), tables[one.key]) for one in LAYOUTS)
    found = read(workbook_bytes(Book(sheets, LISTS)))
    assert {key: one.rows for key, one in found.items()} == {
        one.key: tables[one.key] for one in EDITED
    }
    assert all(list(one.rows) == list("abc") for one in found.values())


def test_the_same_workbook_is_the_same_file() -> None:
    assert workbook_bytes(book(rows("a"))) == workbook_bytes(book(rows("a")))


def test_the_file_names_neither_machine_nor_user_nor_time() -> None:
    with ZipFile(BytesIO(workbook_bytes(book(rows("a"))))) as package:
        core = package.read("docProps/core.xml").decode()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:creator></dc:creator>" in core
    assert "dcterms" not in core


# --- how it looks ---


@pytest.mark.parametrize("text", ["=1+1", "+84 205", "-5", "@A1", '=HYPERLINK("http://x")'])
def test_no_text_becomes_a_formula(text: str) -> None:
    tables = rows("a")
    tables["tasks"]["a"] |= {"text": text}
    content = workbook_bytes(book(tables, agencies=(text,)))
    cell = page(content).cell(HEAD_ROW + 1, place_of("text"))
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    with ZipFile(BytesIO(content)) as package:
        sheets = [name for name in package.namelist() if "/worksheets/" in name]
        assert all(b"<f>" not in package.read(name) for name in sheets)


def test_the_sheets_stand_in_order_and_the_lists_are_hidden() -> None:
    file = opened(workbook_bytes(book(rows("a"))))
    assert file.sheetnames == [
        "Nhiệm vụ",
        "Mục tiêu",
        "Thông tin văn bản",
        "Căn cứ số liệu",
        "Danh mục",
    ]
    assert file["Danh mục"].sheet_state == "hidden"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_each_sheet_has_its_note_its_titles_and_its_head_in_sight(layout: Layout) -> None:
    sheet = page(workbook_bytes(book(rows("a"))), layout.title)
    assert str(sheet["A1"].value).startswith("Hướng dẫn: ")
    titles = [cell.value for cell in sheet[HEAD_ROW]]
    assert titles == [column.title for column in layout.columns]
    assert sheet.freeze_panes == "A3"
    assert sheet.protection.sheet == layout.locked
    assert all(cell.alignment.wrap_text for cell in sheet[HEAD_ROW + 1])


def test_agencies_deadlines_and_choices_are_offered() -> None:
    rules = page(workbook_bytes(book(rows("a", "b")))).data_validations.dataValidation
    offered = {
        str(rule.sqref).partition("3")[0]: (rule.formula1, rule.showErrorMessage) for rule in rules
    }
    assert offered["E"] == ("'Danh mục'!$A$1:$A$2", True)
    assert offered["H"] == offered["I"] == offered["J"] == ("'Danh mục'!$D$1:$D$122", False)
    assert offered["K"] == ("'Danh mục'!$E$1:$E$1", False)
    assert offered["A"] == ("FALSE", True)
    assert "L" not in offered  # no product is known: there is no list
    assert all(str(rule.sqref).endswith("204") for rule in rules)


def test_ids_are_grey_and_locked_struck_rows_struck_new_ones_tinted() -> None:
    states: dict[str, State] = {"a": "kept", "b": "new", "c": "struck", "d": "own"}
    sheet = page(workbook_bytes(book(rows(*states), states)))
    ids = [sheet.cell(row, 1) for row in range(3, 7)]
    assert all(cell.protection.locked and cell.fill.fgColor.rgb == "FFEDEDED" for cell in ids)
    texts = [sheet.cell(row, place_of("text")) for row in range(3, 7)]
    assert [bool(cell.font.strike) for cell in texts] == [False, False, True, False]
    assert [cell.fill.fill_type for cell in texts] == [None, "solid", None, None]
    assert not any(cell.protection.locked for cell in texts)
    told = [sheet.cell(row, place_of("state")).value or "" for row in range(3, 7)]
    assert told == ["", "mới", "không còn đề xuất", "tự thêm"]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    tables = rows("a", "b", "c")
    tables["tasks"]["b"] |= {"text": "chữ " * 30}
    tables["tasks"]["c"] |= {"note": "dòng\n" * 40}
    heights = [page(workbook_bytes(book(tables))).row_dimensions[row].height for row in (3, 4, 5)]
    assert heights == [30, 45, 409]


def test_a_text_that_no_cell_holds_is_refused() -> None:
    tables = rows("a", "b")
    tables["tasks"]["b"] |= {"text": "a" * 32_768}
    found = faults(lambda: workbook_bytes(book(tables)))
    assert [(code, sheet) for code, sheet, _ in found] == [("DO-39", "Nhiệm vụ")]


# --- what people do to it ---


def test_an_added_row_and_a_copied_one_get_ids_of_their_own(
    changed: Callable[..., dict[str, SheetRows]],
) -> None:
    def add(file: Workbook) -> None:
        sheet = file["Nhiệm vụ"]
        sheet.insert_rows(4)
        sheet.cell(4, place_of("text"), "việc mới")
        for place in range(1, sheet.max_column + 1):
            sheet.cell(9, place, sheet.cell(3, place).value)

    found = changed(add)["tasks"]
    assert list(found.rows) == ["a", f"{OWN}1", "b", f"{OWN}2"]
    assert found.rows[f"{OWN}1"]["text"] == "việc mới"
    assert found.rows[f"{OWN}2"] == found.rows["a"]
    assert found.numbers == {"a": 3, f"{OWN}1": 4, "b": 5, f"{OWN}2": 9}


def test_columns_are_known_by_their_titles_wherever_they_stand(
    changed: Callable[..., dict[str, SheetRows]],
) -> None:
    def move(file: Workbook) -> None:
        sheet = file["Nhiệm vụ"]
        sheet.unmerge_cells(str(next(iter(sheet.merged_cells.ranges))))
        sheet.insert_rows(1, 2)
        sheet.insert_cols(3)
        sheet.cell(4, 3, "Ý kiến thêm")
        sheet.cell(4, 1, " MÃ ")

    assert changed(move)["tasks"].rows == rows("a", "b")["tasks"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 6, 30), "30/6/2026"),
        (46, "46"),
        (45.5, "45,5"),
        ("  Sơ\u0309 A \r\n\r\n B", "Sở A\nB"),
        ("một_x000D_\nhai", "một\nhai"),
    ],
)
def test_what_a_spreadsheet_makes_of_an_entry_is_read_as_text(
    changed: Callable[..., dict[str, SheetRows]], value: datetime | float | str, text: str
) -> None:
    def put(file: Workbook) -> None:
        file["Nhiệm vụ"].cell(3, place_of("deadline")).value = value

    assert changed(put)["tasks"].rows["a"]["deadline"] == text


def test_an_emptied_row_without_an_id_is_no_row(
    changed: Callable[..., dict[str, SheetRows]],
) -> None:
    def empty(file: Workbook) -> None:
        for cell in file["Nhiệm vụ"][3]:
            cell.value = None

    assert list(changed(empty)["tasks"].rows) == ["b"]


def test_everything_that_is_missing_is_told_at_once(
    changed: Callable[..., dict[str, SheetRows]],
) -> None:
    def spoil(file: Workbook) -> None:
        file.remove(file["Mục tiêu"])
        sheet = file["Nhiệm vụ"]
        sheet.cell(2, place_of("lead")).value = "Ai làm"
        sheet.cell(2, place_of("state")).value = None
        sheet.cell(3, place_of("text")).value = '="a"&"b"'

    found = faults(lambda: changed(spoil))
    assert [(code, sheet) for code, sheet, _ in found] == [
        ("DO-37", "Nhiệm vụ"),
        ("DO-38", "Nhiệm vụ"),
        ("DO-36", ""),
    ]
    assert "Cơ quan chủ trì" in found[0][2]
    assert "Mục tiêu" in found[2][2]


def test_merged_cells_are_told_since_their_text_would_be_lost_for_all_rows_but_the_first(
    changed: Callable[[Callable[[Workbook], object]], dict[str, SheetRows]],
) -> None:
    def merge(file: Workbook) -> None:
        file["Nhiệm vụ"].merge_cells("H3:H4")
        file["Nhiệm vụ"].merge_cells("F40:F41")  # empty: nothing is lost

    found = faults(lambda: changed(merge))
    assert [(code, sheet) for code, sheet, _ in found] == [("DO-66", "Nhiệm vụ")]
    assert "đến dòng 4, cột H" in found[0][2]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "SC-22"), (b"PK\x03\x04 khong phai", "SC-22"), (b"\xd0\xcf\x11\xe0", "SC-26")],
)
def test_a_damaged_file_is_a_fault(
    read: Callable[[bytes], dict[str, SheetRows]], content: bytes, code: str
) -> None:
    assert [found[0] for found in faults(lambda: read(content))] == [code]


def test_the_facts_may_be_missing(changed: Callable[..., dict[str, SheetRows]]) -> None:
    found = changed(lambda file: file.remove(file["Căn cứ số liệu"]))
    assert set(found) == {"tasks", "targets", "information"}
