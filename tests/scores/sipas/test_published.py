"""Published tables of SIPAS: wide or long, each of the four methods told from the others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from analysis.errors import faults_text
from analysis.reference import TOTAL
from analysis.scores.importing import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.scores.imported import Imported

# SYNTHETIC percentages; the titles are those of the results that have been published.
METHODS = {
    2015: ["Chứng thực", "Cấp giấy khai sinh", "Cấp giấy đăng ký kết hôn"],
    2019: [
        "Tiếp cận dịch vụ hành chính công",
        "Thủ tục hành chính",
        "Công chức trực tiếp giải quyết công việc",
        "Kết quả cung ứng dịch vụ hành chính công",
        "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị",
    ],
    2022: [
        "Xây dựng, tổ chức thực hiện chính sách",
        "Cung ứng dịch vụ hành chính công",
        "Nhóm chính sách: giao thông đường bộ",
    ],
    2024: [
        "Mức độ hài lòng đối với việc xây dựng và tổ chức thực hiện chính sách",
        "Cung ứng dịch vụ hành chính công",
        "Cải cách hành chính nhà nước",
    ],
}


@pytest.fixture
def imported(inputs: Inputs) -> Callable[..., Imported]:
    def read(path: Path, year: int | None = None) -> Imported:
        return import_files(
            [path],
            index=inputs.indices["SIPAS"],
            places=inputs.places,
            year=year,
            progress=lambda _: None,
            others=list(inputs.indices.values()),
        )

    return read


def wide(path: Path, titles: list[str], rows: list[list[Any]]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["KẾT QUẢ CHỈ SỐ HÀI LÒNG (SỐ LIỆU GIẢ ĐỊNH)"])
    sheet.append(["TT", "Tỉnh, thành phố", "Chỉ số hài lòng chung (%)", "Xếp hạng", *titles])
    for number, row in enumerate(rows, start=1):
        sheet.append([number, *row])
    book.save(path)
    return path


@pytest.mark.parametrize("year", METHODS)
def test_a_table_of_each_method_is_read(
    tmp_path: Path, imported: Callable[..., Imported], year: int
) -> None:
    titles = METHODS[year]
    values = [80.0 + n for n in range(len(titles))]
    rows = [["Lạng Sơn", 80.5, 31, *values], ["TP. Hồ Chí Minh", 80.25, 40, *values]]
    result = imported(wide(tmp_path / f"sipas-{year}.xlsx", titles, rows))
    assert not result.faults, faults_text(result.faults)
    lang_son = {r.criterion: r.score for r in result.records if r.unit_code == "20"}
    assert lang_son[TOTAL] == 80.5
    assert sorted(lang_son.values()) == sorted([80.5, *values])
    total = next(r for r in result.records if (r.unit_code, r.criterion) == ("79", TOTAL))
    assert (total.rank, total.ranked) == (40, 63)


@pytest.mark.parametrize(("year", "of"), [(2019, 2022), (2022, 2015), (2022, 2024), (2024, 2015)])
def test_a_table_of_another_method_is_refused(
    tmp_path: Path, imported: Callable[..., Imported], year: int, of: int
) -> None:
    titles = METHODS[of]
    rows = [["Lạng Sơn", 80.5, 31, *[80.0] * len(titles)]]
    faults = imported(wide(tmp_path / f"sipas-{year}.xlsx", titles, rows)).faults
    assert "SC-60" in {fault.code for fault in faults}, faults_text(faults)


def test_one_province_s_results_may_stand_in_rows(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["KẾT QUẢ SIPAS TỈNH LẠNG SƠN NĂM 2024 (SỐ LIỆU GIẢ ĐỊNH)"])
    sheet.append(["TT", "Nội dung", "Tỷ lệ hài lòng (%)"])
    for number, (title, value) in enumerate(
        [("Chỉ số hài lòng chung", 83.5), *zip(METHODS[2024], (83.0, 84.0, 82.0), strict=True)]
    ):
        sheet.append([number, title, value])
    book.save(tmp_path / "ket-qua.xlsx")
    result = imported(tmp_path / "ket-qua.xlsx")
    assert not result.faults, faults_text(result.faults)
    assert {(r.unit_code, r.criterion): r.score for r in result.records} == {
        ("20", TOTAL): 83.5,
        ("20", "policy"): 83.0,
        ("20", "service"): 84.0,
        ("20", "g_reform"): 82.0,
    }


def test_shares_between_0_and_1_are_percentages(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    path = wide(tmp_path / "2024.xlsx", [], [["Lạng Sơn", 0.835, 31], ["Hà Tĩnh", 0.9, 3]])
    result = imported(path)
    scores = {r.unit_code: r.score for r in result.records}
    assert scores == {"20": pytest.approx(83.5), "42": pytest.approx(90)}
    assert any("phần trăm" in note for note in result.notes)


@pytest.mark.parametrize(
    ("cell", "code"), [("cao", "SC-03"), (101, "SC-43"), (-1, "SC-43"), ("=1+1", "SC-27")]
)
def test_a_wrong_percentage_is_one_line(
    tmp_path: Path, imported: Callable[..., Imported], cell: object, code: str
) -> None:
    rows: list[list[Any]] = [["Lạng Sơn", cell, 31], ["Hà Tĩnh", 85.5, 3]]
    faults = imported(wide(tmp_path / "2024.xlsx", [], rows)).faults
    assert [fault.code for fault in faults] == [code]


def test_a_table_without_any_figure_is_refused(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    rows: list[list[Any]] = [["Lạng Sơn", "*", None], ["Hà Tĩnh", None, None]]
    (fault,) = imported(wide(tmp_path / "2024.xlsx", [], rows)).faults
    assert fault.code == "SC-24"


def test_a_total_outside_its_contents_is_a_warning(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    titles = METHODS[2024][:2]
    rows = [["Lạng Sơn", 90.5, 31, 80.0, 81.0]]
    (fault,) = imported(wide(tmp_path / "2024.xlsx", titles, rows)).faults
    assert (fault.code, fault.severity) == ("SC-61", "warning")


def sheet_of(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    "rows",
    [
        (["Tỉnh", "SIPAS năm 2023", "SIPAS năm 2024"], ["Lạng Sơn", 80.0, 82.5]),
        (["Tỉnh", "SIPAS", None], [None, "Năm 2023", "Năm 2024"], ["Lạng Sơn", 80.0, 82.5]),
        (
            ["SIPAS tỉnh Lạng Sơn"],
            ["Nội dung", "Năm 2023", "Năm 2024"],
            ["Chỉ số hài lòng chung", 80.0, 82.5],
            ["Thủ tục hành chính", 80.0, 82.5],
            ["Cung ứng dịch vụ hành chính công", 80.0, 82.5],
        ),
    ],
)
def test_of_two_years_side_by_side_the_asked_one_is_read(
    tmp_path: Path, imported: Callable[..., Imported], rows: tuple[list[Any], ...]
) -> None:
    result = imported(sheet_of(tmp_path / "sipas.xlsx", *rows), 2024)
    assert {record.score for record in result.records} == {82.5}
    assert not result.faults


def test_a_row_of_an_unknown_place_is_a_line(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    rows: list[list[Any]] = [["Lạng Sơn", 83.5, 31], ["Lạng Sưn", 82, 3], ["Cả nước", 84, None]]
    (fault,) = imported(wide(tmp_path / "2024.xlsx", [], rows)).faults
    assert fault.code == "SC-34"
    assert "Lạng Sơn" in fault.what


def test_a_column_nobody_understands_is_named(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    titles = ["Xây dựng, tổ chức thực hiện chính sách công", "Mức độ mong chờ"]
    result = imported(wide(tmp_path / "2024.xlsx", titles, [["Lạng Sơn", 83.5, 31, 83, 50]]))
    assert {record.criterion for record in result.records} == {TOTAL, "policy"}
    assert any("Cột F" in note for note in result.notes)


def test_a_share_among_percentages_is_refused(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    rows: list[list[Any]] = [["Lạng Sơn", 0.8707, 31], ["Hà Tĩnh", 91.17, 3]]
    (fault,) = imported(wide(tmp_path / "2024.xlsx", [], rows)).faults
    assert fault.code == "SC-43"


def test_an_empty_cell_is_no_figure(tmp_path: Path, imported: Callable[..., Imported]) -> None:
    rows: list[list[Any]] = [["Lạng Sơn", None, None], ["Hà Tĩnh", 85.5, 3]]
    result = imported(wide(tmp_path / "2024.xlsx", [], rows))
    scores = {r.unit_code: r.score for r in result.records}
    assert math.isnan(scores["20"])
    assert not result.faults
