"""Files of a survey: however they are written, their figures agree and nobody is named."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.survey import INDEX, TITLES, made, phone, read, survey, write, write_book

from analysis.errors import FaultsError
from analysis.scores.sheets import Limits
from analysis.scores.sipas import SURVEY_COLUMNS, read_survey
from analysis.scores.sipas.satisfaction import interval

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.scores.sipas import Survey

COUNTS = ["respondents", "answers", "skipped", "satisfied"]
ACCESS = TITLES.index("access_2")


def told(found: Survey) -> str:
    """Return everything that a survey says, as text."""
    frames = (found.table.to_csv(), found.expectations.to_csv())
    faults = (f"{fault} {fault.place.text()}" for fault in found.faults)
    return "\n".join((*frames, *faults, *found.notes))


def same(one: Survey, other: Survey) -> None:
    pd.testing.assert_frame_equal(one.table, other.table)
    pd.testing.assert_frame_equal(one.expectations, other.expectations)
    assert (one.rows, one.total, one.notes) == (other.rows, other.total, other.notes)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1258", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_reads_alike(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = made(80)
    plain = survey(tmp_path, rows)
    assert not plain.faults
    same(plain, survey(tmp_path, rows, encoding=encoding, delimiter=delimiter))


def test_a_workbook_reads_like_the_text_file(tmp_path: Path) -> None:
    rows = made(80)
    same(survey(tmp_path, rows), read(write_book(tmp_path / "phieu.xlsx", rows)))


def test_faults_of_a_workbook_name_its_sheet(tmp_path: Path) -> None:
    rows = made(40)
    rows[3][ACCESS] = "8"
    (fault,) = read(write_book(tmp_path / "phieu.xlsx", rows)).faults
    place = fault.place
    assert (place.file, place.sheet, place.row, place.column) == ("phieu.xlsx", "Phiếu", 5, "I")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_empty_rows_are_no_forms_and_keep_their_numbers(tmp_path: Path, kind: str) -> None:
    rows = [["5", "a"], ["", ""], ["", ""], ["4", "b"], ["", "c"], ["8", ""]]
    writer = write if kind == "csv" else write_book
    found = read(writer(tmp_path / f"phieu.{kind}", rows, titles=["overall", "Đơn vị"]))
    assert found.rows == 4
    assert [fault.place.row for fault in found.faults] == [7]


def test_the_table_has_its_columns_and_types(tmp_path: Path) -> None:
    table = survey(tmp_path, made(20)).table
    assert {name: str(kind) for name, kind in table.dtypes.items()} == SURVEY_COLUMNS
    assert list(dict.fromkeys(table["by"])) == [
        "all", "unit", "field", "unit_field", "age", "sex",
    ]  # fmt: skip
    assert list(table[table["by"] == "all"]["criterion"]) == [
        "0", "access", "procedures", "officials", "results", "feedback",
    ]  # fmt: skip


def test_nobody_is_named_anywhere(tmp_path: Path) -> None:
    rows = made(60)
    rows[4][ACCESS] = phone(77)
    rows[5][3] = f"Xã Tây {phone(78)}"
    rows[6][14] = f"gọi {phone(79)}"
    text = told(survey(tmp_path, rows))
    assert "0987" not in text
    assert "Bí Mật" not in text
    assert TITLES[1] not in text
    assert "Cột B, C: thông tin cá nhân" in text
    assert "Cột P: không nhận ra tiêu đề" in text


def test_a_shifted_row_is_one_fault_and_not_counted(tmp_path: Path) -> None:
    rows = made(40)
    rows[7].insert(1, "thừa một ô")
    found = survey(tmp_path, rows)
    assert [(fault.code, fault.place.row) for fault in found.faults] == [("SC-74", 9)]
    assert found.rows == 39


@given(
    cells=st.sets(
        st.tuples(st.integers(0, 99), st.sampled_from([7, 8, 9, 10, 11, 12, 13])),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=20)
def test_n_bad_answers_give_n_lines(
    tmp_path_factory: pytest.TempPathFactory, cells: set[tuple[int, int]]
) -> None:
    rows = made(100)
    for row, column in cells:
        rows[row][column] = "?"
    found = survey(tmp_path_factory.mktemp("bad"), rows)
    letters = "ABCDEFGHIJKLMNOP"
    places = {(fault.place.row, fault.place.column) for fault in found.faults}
    assert {fault.code for fault in found.faults} == {"SC-71"}
    assert len(found.faults) == len(cells)
    assert places == {(row + 2, letters[column]) for row, column in cells}


def test_beyond_two_hundred_lines_the_rest_is_counted(tmp_path: Path) -> None:
    rows = made(800)
    for row in rows[:230]:
        row[ACCESS] = "x"
    found = survey(tmp_path, rows)
    assert [fault.code for fault in found.faults] == ["SC-71"] * 200 + ["SC-72"]
    assert "30" in found.faults[-1].what


def test_a_form_entered_twice_is_a_warning(tmp_path: Path) -> None:
    rows = made(50)
    rows.append(list(rows[10]))
    found = survey(tmp_path, rows)
    (fault,) = found.faults
    assert (fault.code, fault.severity, fault.place.row) == ("SC-75", "warning", 52)
    assert "dòng 12" in fault.what
    assert rows[10][0] not in told(found)


def test_units_may_number_their_own_forms(tmp_path: Path) -> None:
    rows = [["1", "Xã A", "5"], ["1", "Xã B", "4"], ["2", "Xã A", "3"]]
    assert not survey(tmp_path, rows, ["Số phiếu", "Đơn vị", "overall"]).faults


def test_few_respondents_are_marked(tmp_path: Path) -> None:
    rows = [["Xã A", "5"]] * 30 + [["Xã B", "4"]] * 29
    table = survey(tmp_path, rows, ["Đơn vị", "overall"]).table
    few = table[table["by"] == "unit"].set_index("unit")["few"]
    assert dict(few) == {"Xã A": False, "Xã B": True}


def test_codes_of_units_are_kept_as_they_are_written(tmp_path: Path) -> None:
    rows = [["01", "5"], ["1", "4"]]
    table = survey(tmp_path, rows, ["Mã đơn vị", "overall"]).table
    assert set(table["unit"]) == {"", "01", "1"}


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = made(90)
    same(survey(tmp_path, rows), survey(tmp_path, rows[::-1]))


@pytest.mark.parametrize("by", ["unit", "field", "unit_field", "age", "sex"])
def test_the_groups_add_up_to_everybody(tmp_path: Path, by: str) -> None:
    rows = made(120)
    rows[0][3] = rows[1][4] = rows[2][5] = ""
    table = survey(tmp_path, rows).table
    whole = table[table["by"] == "all"].set_index("criterion")[COUNTS]
    parts = table[table["by"] == by].groupby("criterion")[COUNTS].sum()
    pd.testing.assert_frame_equal(parts.loc[whole.index], whole)


def test_forms_are_told_as_they_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "lon.csv", [["4"]] * 450_000, titles=["overall"])
    said: list[str] = []
    found = read_survey(path, index=INDEX, progress=said.append)
    assert found.rows == 450_000
    assert [text.split(": ")[1] for text in said] == [
        "đã đọc 200.000 phiếu",
        "đã đọc 400.000 phiếu",
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_beyond_the_limits_is_refused(tmp_path: Path, kind: str) -> None:
    writer = write if kind == "csv" else write_book
    path = writer(tmp_path / f"lon.{kind}", made(30))
    with pytest.raises(FaultsError) as caught:
        read_survey(path, index=INDEX, limits=Limits(rows=29))
    assert [fault.code for fault in caught.value.faults] == ["SC-23"]
    assert read_survey(path, index=INDEX, limits=Limits(rows=30)).rows == 30


def test_no_file_is_written(tmp_path: Path) -> None:
    path = write(tmp_path / "khao-sat.csv", made(30))
    content = path.read_bytes()
    read(path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == content


# Three respondents: 2 of 2 satisfied, 1 of 2, 0 of 1. R = 3/5; the residuals s - R m are 0.8, -0.2
# and -0.6, their squares 1.04; v = 3/2 * 1.04 / 25 = 0.0624; R (1 - R) / v = 3.846 independent
# answers, between 25/9 and 5. Wilson: (0.6 + 0.4994 ± 1.96 * 0.3568) / 1.9988.
HAND = {"respondents": 3, "answers": 5, "satisfied": 3, "mm": 9, "sm": 6, "ss": 5}


def test_the_interval_is_that_computed_by_hand(tmp_path: Path) -> None:
    size, share, z = 0.24 / 0.0624, 0.6, 1.959963984540054
    middle = (share + z**2 / (2 * size)) / (1 + z**2 / size)
    half = z * math.sqrt(share * 0.4 / size + z**2 / (4 * size**2)) / (1 + z**2 / size)
    cells = [["5", "4"], ["5", "2"], ["1", ""]]
    line = survey(tmp_path, cells, ["access_1", "access_2"]).table.iloc[0]
    assert line["percent"] == pytest.approx(60)
    assert line["low"] == pytest.approx(100 * (middle - half))
    assert line["high"] == pytest.approx(100 * (middle + half))
    assert (round(line["low"], 2), round(line["high"], 2)) == (20.01, 89.99)
    assert float(interval(pd.DataFrame([HAND]))[1][0]) == pytest.approx(line["low"] / 100)


@pytest.mark.parametrize(("cell", "percent"), [("5", 100.0), ("Không hài lòng", 0.0)])
def test_the_interval_has_a_width_at_both_ends(tmp_path: Path, cell: str, percent: float) -> None:
    rows = [[cell, cell]] * 50
    line = survey(tmp_path, rows, ["access_1", "access_2"]).table.iloc[0]
    assert line["percent"] == percent
    # Fifty respondents count as fifty, not as a hundred answers: Wilson leaves 7.13 %.
    assert line["high"] - line["low"] == pytest.approx(7.1348, abs=1e-3)


def test_answers_alike_within_a_form_widen_the_interval(tmp_path: Path) -> None:
    alike = [["5", "5"]] * 60 + [["1", "1"]] * 40
    mixed = [["5", "1"]] * 80 + [["5", "5"]] * 20
    titles = ["access_1", "access_2"]
    widths = []
    for rows in (alike, mixed):
        line = survey(tmp_path, rows, titles).table.iloc[0]
        assert line["percent"] == 60
        widths.append(line["high"] - line["low"])
    assert widths[0] > widths[1]


LEVELS = st.sampled_from(["1", "2", "3", "4", "5", ""])


@given(rows=st.lists(st.tuples(LEVELS, LEVELS, LEVELS, st.sampled_from("AB")), max_size=40))
@settings(max_examples=40)
def test_the_interval_holds_the_percentage(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    titles = ["access_1", "access_2", "overall", "Đơn vị"]
    cells = [["5", "5", "5", "A"], *map(list, rows)]
    table = survey(tmp_path_factory.mktemp("levels"), cells, titles).table
    known = table[table["answers"] > 0]
    assert (known["low"] >= 0).all()
    assert (known["low"] <= known["percent"]).all()
    assert (known["percent"] <= known["high"]).all()
    assert (known["high"] <= 100).all()
    assert (known["low"] < known["high"]).all()
    empty = table[table["answers"] == 0]
    assert empty[["percent", "low", "high"]].isna().all(axis=None)
