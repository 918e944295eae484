from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import FaultsError
from analysis.reference import edition_of
from analysis.scores import read_papi

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths
    from analysis.scores import YearScores

Rows = list[list[str]]


@pytest.fixture
def rows(paths: Paths) -> Rows:
    """The real file of 2022 as cells, to be damaged by a test."""
    text = (paths.raw / "papi/papi_2022.csv").read_text("utf-8")
    return [line.split(",") for line in text.splitlines()]


@pytest.fixture
def read(inputs: Inputs, tmp_path: Path) -> Callable[[Rows], YearScores]:
    def reading(rows: Rows) -> YearScores:
        path = tmp_path / "papi_2022.csv"
        path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
        edition = edition_of(inputs.indices["PAPI"], 2022)
        return read_papi(path, edition=edition, places=inputs.places)

    return reading


def test_the_published_year_is_read_whole(rows: Rows, read: Callable[[Rows], YearScores]) -> None:
    year = read(rows)
    assert len(year.table) == 63 * 28
    assert year.warnings == ()
    row = year.row("20", "1.2")
    assert row is not None
    assert row["score"] == 1.8706
    assert row["source"] == "data/raw/papi/papi_2022.csv, dòng 14, cột 1.2"


def test_an_empty_cell_is_not_scored(rows: Rows, read: Callable[[Rows], YearScores]) -> None:
    row = read(rows).row("24", "1.1")
    assert row is not None
    assert row["score"] != row["score"]
    assert row["score_status"] == ""


@pytest.mark.parametrize(
    ("cell", "code"),
    [("mười", "SC-03"), ("9.9", "SC-05"), ("-1", "SC-05"), ("nan", "SC-03"), ("inf", "SC-03")],
)
def test_a_faulty_cell_is_named_by_row_and_column(
    rows: Rows, read: Callable[[Rows], YearScores], cell: str, code: str
) -> None:
    rows[14][5] = cell
    with pytest.raises(FaultsError) as caught:
        read(rows)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.row, fault.place.column) == (code, 15, rows[0][5])
    assert fault.place.file == "papi_2022.csv"
    assert fault.remedy


def test_a_decimal_comma_is_told_as_such(rows: Rows, read: Callable[[Rows], YearScores]) -> None:
    rows[14][5] = '"1,25"'
    with pytest.raises(FaultsError) as caught:
        read(rows)
    assert [fault.code for fault in caught.value.faults] == ["SC-04"]


def test_an_unquoted_decimal_comma_makes_the_row_too_long(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    rows[14][5] = "1,25"
    with pytest.raises(FaultsError) as caught:
        read(rows)
    assert [(fault.code, fault.place.row) for fault in caught.value.faults] == [("SC-14", 15)]


def test_a_missing_and_an_unknown_column_are_named(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    rows[0][4] = "1.9"
    with pytest.raises(FaultsError, match=r"Thiếu cột “1\.3”"):
        read(rows)
    rows[0] += ["9.9"]
    rows[0][4] = "1.3"
    with pytest.raises(FaultsError) as caught:
        read([rows[0], *([*row, ""] for row in rows[1:])])
    assert [(fault.code, "9.9" in fault.what) for fault in caught.value.faults] == [("SC-02", True)]


def test_a_repeated_province_names_both_rows(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    with pytest.raises(FaultsError) as caught:
        read([*rows, rows[13]])
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.row) == ("SC-08", 65)
    assert "dòng 14" in fault.what


def test_an_unknown_province_and_a_wrong_name_are_told(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    rows[1][0] = "99"
    rows[2][1] = "Hà Nam"
    with pytest.raises(FaultsError) as caught:
        read(rows)
    codes = {fault.code for fault in caught.value.faults if fault.severity == "error"}
    assert codes == {"SC-06", "SC-07"}


def test_names_in_another_unicode_form_are_understood(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    decomposed = [[unicodedata.normalize("NFD", cell) for cell in row] for row in rows]
    assert read(decomposed).table.equals(read(rows).table)


def test_a_missing_province_is_a_warning_not_an_error(
    rows: Rows, read: Callable[[Rows], YearScores]
) -> None:
    year = read([row for row in rows if row[0] != "20"])
    assert [fault.code for fault in year.warnings] == ["SC-09"]
    assert "Lạng Sơn" in year.warnings[0].what


@given(cells=st.sets(st.tuples(st.integers(1, 63), st.integers(2, 29)), min_size=1, max_size=40))
def test_n_planted_faults_give_n_faults(
    rows: Rows, read: Callable[[Rows], YearScores], cells: set[tuple[int, int]]
) -> None:
    damaged = [list(row) for row in rows]
    for row, column in cells:
        damaged[row][column] = "?"
    with pytest.raises(FaultsError) as caught:
        read(damaged)
    found = {(fault.place.row, fault.place.column) for fault in caught.value.faults}
    assert found == {(row + 1, rows[0][column]) for row, column in cells}


@pytest.mark.parametrize("content", ["", "\n\n", "unit_code,unit\n"])
def test_a_file_without_content_is_a_fault(inputs: Inputs, tmp_path: Path, content: str) -> None:
    path = tmp_path / "papi_2022.csv"
    path.write_text(content, "utf-8")
    edition = edition_of(inputs.indices["PAPI"], 2022)
    with pytest.raises(FaultsError) as caught:
        read_papi(path, edition=edition, places=inputs.places)
    assert {fault.code for fault in caught.value.faults} <= {"RF-02", "SC-01", "SC-16"}
