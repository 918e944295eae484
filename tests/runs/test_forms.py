"""Blank forms: filled in by a person, they are read by the importer without a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from analysis.errors import faults_text
from analysis.reference import TOTAL
from analysis.runs.forms import write_form
from analysis.runs.imports import ImportRequest, read_import

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import IndexName
    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported


def blank(paths: Paths, folder: Path, index: IndexName, year: int = 2024) -> Path:
    return write_form(index, paths, year=year, survey=False, out=folder)


def imported(paths: Paths, index: IndexName, path: Path) -> Imported:
    result = read_import(ImportRequest(index, (path,)), paths, progress=lambda _: None)
    assert not result.faults, faults_text(result.faults)
    return result


def test_the_papi_form_filled_in_is_read(paths: Paths, tmp_path: Path) -> None:
    path = blank(paths, tmp_path, "PAPI")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(3, sheet.max_row + 1):
        for column in range(3, sheet.max_column + 1):
            sheet.cell(row, column).value = 1.5
    book.save(path)
    records = imported(paths, "PAPI", path).records
    totals = {record.unit_code: record.score for record in records if record.criterion == TOTAL}
    assert len(totals) == 63
    assert set(totals.values()) == {1.5 * 28}
    assert {record.year for record in records} == {2024}


def test_the_scoring_sheet_filled_in_is_read(paths: Paths, tmp_path: Path) -> None:
    path = blank(paths, tmp_path, "PAR INDEX")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B2"].value = "Lạng Sơn"
    for row, most in enumerate((10, 10, 13, 10.5, 15, 12, 13, 16.5), start=5):
        sheet.cell(row, 4).value = most
        sheet.cell(row, 8).value = most - 1
    book.save(path)
    records = imported(paths, "PAR INDEX", path).records
    total = next(record for record in records if record.criterion == TOTAL)
    assert (total.unit_code, total.year, total.score, total.max_score) == ("20", 2024, 92, 100)


@pytest.mark.parametrize("index", ["PAPI", "PAR INDEX", "SIPAS"])
def test_the_worked_row_says_that_it_is_an_example_and_is_no_data(
    paths: Paths, tmp_path: Path, index: IndexName
) -> None:
    sheet = load_workbook(blank(paths, tmp_path, index)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=6)]
    (worked,) = [row for row in rows if row[0] == "VÍ DỤ"]
    assert any(isinstance(value, (int, float)) for value in worked)


@pytest.mark.parametrize("index", ["PAPI", "PAR INDEX", "SIPAS"])
def test_every_figure_has_a_range_and_a_unit(
    paths: Paths, tmp_path: Path, index: IndexName
) -> None:
    book = load_workbook(blank(paths, tmp_path, index))
    sheet, guide = book.worksheets
    rules = sheet.data_validations.dataValidation
    assert rules
    assert all(rule.error and rule.showErrorMessage for rule in rules)
    assert guide["A1"].value == "Cột"
    assert any(row[1].value for row in guide.iter_rows(min_row=2))


def test_names_of_provinces_and_ways_of_assessing_are_drop_down_lists(
    paths: Paths, tmp_path: Path
) -> None:
    sheet = load_workbook(blank(paths, tmp_path, "PAR INDEX")).worksheets[0]
    lists = [r for r in sheet.data_validations.dataValidation if r.type == "list"]
    assert {"B2"} <= {str(rule.sqref) for rule in lists}
    assert any("Thẩm định" in str(rule.formula1) for rule in lists)


def test_a_form_that_is_there_already_is_kept(paths: Paths, tmp_path: Path) -> None:
    first, second = blank(paths, tmp_path, "PAPI"), blank(paths, tmp_path, "PAPI")
    assert (first.name, second.name) == ("mau-papi-2024.xlsx", "mau-papi-2024-2.xlsx")


def test_the_survey_form_asks_for_no_personal_data(paths: Paths, tmp_path: Path) -> None:
    path = write_form("SIPAS", paths, year=2024, survey=True, out=tmp_path)
    titles = [str(cell.value) for cell in load_workbook(path).worksheets[0][1]]
    assert "Hài lòng chung" in titles
    assert not [t for t in titles if any(w in t.lower() for w in ("họ tên", "điện thoại", "địa"))]


def test_the_survey_form_filled_in_is_read_without_its_worked_row(
    paths: Paths, tmp_path: Path
) -> None:
    path = write_form("SIPAS", paths, year=2024, survey=True, out=tmp_path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, level in enumerate(("Rất hài lòng", "Không hài lòng", "Hài lòng", "Bình thường"), 3):
        sheet.cell(row, 1).value = f"P{row}"
        for column in range(6, 12):
            sheet.cell(row, column).value = level
    book.save(path)
    records = imported(paths, "SIPAS", path).records
    (whole,) = (r for r in records if r.criterion == TOTAL and r.details["by"] == "all")
    assert (whole.details["respondents"], whole.score) == (4, 50)


def test_the_results_form_filled_in_is_read(paths: Paths, tmp_path: Path) -> None:
    path = blank(paths, tmp_path, "SIPAS", 2023)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(3, 66):
        sheet.cell(row, 3).value = 82.5
        sheet.cell(row, 4).value = 1
    book.save(path)
    records = imported(paths, "SIPAS", path).records
    assert {(r.score, r.rank, r.year) for r in records if r.criterion == TOTAL} == {(82.5, 1, 2023)}


@pytest.mark.parametrize("index", ["PAPI", "PAR INDEX", "SIPAS"])
def test_a_form_that_nobody_filled_in_is_no_data(
    paths: Paths, tmp_path: Path, index: IndexName
) -> None:
    path = blank(paths, tmp_path, index)
    result = read_import(ImportRequest(index, (path,)), paths, progress=lambda _: None)
    assert [fault.code for fault in result.faults] == ["SC-24"]


def test_a_scoring_sheet_without_its_province_is_nobody_s(paths: Paths, tmp_path: Path) -> None:
    path = blank(paths, tmp_path, "PAR INDEX")
    book = load_workbook(path)
    for row, most in enumerate((10, 10, 13, 10.5, 15, 12, 13, 16.5), start=5):
        book.worksheets[0].cell(row, 4).value = most
        book.worksheets[0].cell(row, 8).value = most
    book.save(path)
    assert {record.unit_code for record in imported(paths, "PAR INDEX", path).records} == {""}
