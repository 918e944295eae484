"""The marked copy: what is wrong is seen, nothing computes, nothing is fetched."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from analysis.errors import Fault, Place
from analysis.scores.sheets.marking import marked_copy

if TYPE_CHECKING:
    from pathlib import Path


def fault(path: Path, row: int, column: str, what: str = "Sai.") -> Fault:
    return Fault("SC-03", what, "Sửa.", Place(file=path.name, row=row, column=column))


def copied(path: Path, *faults: Fault) -> Any:
    content = marked_copy(path, faults)
    assert content is not None
    return load_workbook(io.BytesIO(content))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(["một", 2, 3])
    sheet.append([4, 5, 6])
    sheet.merge_cells("A1:B2")
    sheet.conditional_formatting.add("A1", Rule("expression", formula=["WEBSERVICE(B1)"]))
    sheet.add_data_validation(DataValidation("list", "WEBSERVICE(A1)"))
    made.defined_names["x"] = DefinedName("x", attr_text="cmd|'/C calc'!A0")
    made.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_fault_in_merged_cells_is_marked_where_it_is_seen(book: Path) -> None:
    sheet = copied(book, fault(book, 2, "B")).worksheets[1]
    assert "SC-03" in sheet["A1"].comment.text


def test_nothing_but_values_is_kept(book: Path) -> None:
    copy = copied(book, fault(book, 1, "C"))
    assert not copy.defined_names
    assert not copy.worksheets[1].conditional_formatting
    assert not copy.worksheets[1].data_validations.dataValidation


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A1:A1048576"])
def test_cells_merged_over_a_whole_sheet_are_not_opened(tmp_path: Path, area: str) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    made.worksheets[0]["A1"] = 1
    made.worksheets[0].merged_cells.add(area)
    made.save(path)
    assert marked_copy(path, [fault(path, 1, "A")]) is None


def test_characters_that_xml_cannot_carry_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\x00một,\x07=1+1,\ufffe\x1bhai\n", "utf-8")
    copy = copied(path, fault(path, 1, "B", what="“\x07\ufffe=1+1”"))
    cells = copy.worksheets[1][1]
    assert [cell.value for cell in cells] == ["một", "=1+1", "hai"]
    assert cells[1].data_type == "s"
    assert "“=1+1”" in cells[1].comment.text


def test_only_so_many_faults_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n" * 6000, "utf-8")
    copy = copied(path, *(fault(path, row, "A") for row in range(1, 6001)))
    listed, sheet = copy.worksheets
    assert "1000 chỗ sai nữa" in listed.cell(listed.max_row, 6).value
    assert sheet["A5000"].comment
    assert not sheet["A5001"].comment


def test_a_cell_with_many_faults_has_one_comment_of_bounded_length(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n", "utf-8")
    sheet = copied(path, *[fault(path, 1, "A", what="Sai. " * 9)] * 500).worksheets[1]
    assert len(sheet["A1"].comment.text) <= 2000
