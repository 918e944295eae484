"""Scoring sheets: any order of columns, any style of codes, the same figures."""

from __future__ import annotations

import random
import time
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders import par as made
from tests.builders.books import changed

from analysis.errors import faults_text
from analysis.scores.importing import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.scores.imported import Imported


@pytest.fixture
def imported(inputs: Inputs) -> Callable[..., Imported]:
    def read(path: Path, year: int | None = None, index: str = "PAR INDEX") -> Imported:
        return import_files(
            [path],
            index=inputs.indices[index],
            places=inputs.places,
            year=year,
            progress=lambda _: None,
            others=list(inputs.indices.values()),
        )

    return read


def agree(result: Imported, items: list[made.Line]) -> None:
    assert not result.faults, faults_text(result.faults)
    found = {record.criterion: record for record in result.records}
    assert found.keys() == {"0", *(line.code for line in items)}
    for line in [made.total(items), *items]:
        record = found[line.code or "0"]
        assert record.score == pytest.approx(line.points["score"], abs=1e-9), line.code
        assert record.max_score == pytest.approx(line.points["max"], abs=1e-9)
    assert {(r.unit_code, r.unit, r.year) for r in result.records} == {("20", "Lạng Sơn", 2024)}


@pytest.mark.parametrize("code", [made.absolute, made.roman, made.restarting])
def test_codes_of_every_style_come_to_one_form(
    tmp_path: Path, imported: Callable[..., Imported], code: Callable[[str], str]
) -> None:
    agree(imported(made.write(made.lines(), tmp_path / "a.xlsx", code=code)), made.lines())


@pytest.mark.parametrize("seed", range(5))
def test_columns_may_stand_in_any_order(
    tmp_path: Path, imported: Callable[..., Imported], seed: int
) -> None:
    columns = list(made.TITLES)
    random.Random(seed).shuffle(columns)
    agree(imported(made.write(made.lines(), tmp_path / "a.xlsx", columns=columns)), made.lines())


@pytest.mark.parametrize("layout", [{"two_rows": True}, {"subtotals": True}, {"with_total": False}])
def test_heads_of_two_rows_and_rows_of_sums_are_understood(
    tmp_path: Path, imported: Callable[..., Imported], layout: dict[str, Any]
) -> None:
    agree(imported(made.write(made.lines(), tmp_path / "a.xlsx", **layout)), made.lines())


def test_without_a_score_column_appraisal_and_survey_make_the_score(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    columns = [column for column in made.TITLES if column != "score"]
    agree(imported(made.write(made.lines(), tmp_path / "a.xlsx", columns=columns)), made.lines())


def test_own_scores_are_no_result(tmp_path: Path, imported: Callable[..., Imported]) -> None:
    columns = ["code", "name", "max", "self"]
    result = imported(made.write(made.lines(), tmp_path / "a.xlsx", columns=columns))
    assert all(record.score != record.score for record in result.records)


def test_own_scores_against_appraised_are_told_apart_from_lost_points(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    result = imported(made.write(made.lines(), tmp_path / "a.xlsx"))
    assert any("không phải điểm mất" in note for note in result.notes)


def test_a_sheet_of_a_part_of_the_set_states_its_total(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    items = made.lines(fields=list("1234567"))
    result = imported(made.write(items, tmp_path / "a.xlsx"))
    agree(result, items)
    assert any("83,50" in note for note in result.notes)
    (fault,) = imported(made.write(items, tmp_path / "b.xlsx", with_total=False)).faults
    assert fault.code == "SC-56"


def test_a_total_of_next_to_nothing_has_no_share(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    tiny = made.Line("1", "Lĩnh vực", "", {"max": 1e-300, "score": 0.004})
    total = made.Line("", "Tổng cộng", "", {"max": 1e-300, "score": 0.004})
    columns = ["code", "name", "max", "score"]
    path = made.write([tiny, total], tmp_path / "a.xlsx", columns=columns, with_total=False)
    assert not any("%" in note for note in imported(path).notes)


def test_a_sheet_of_thousands_of_criteria_is_read_in_no_time(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    codes = [f"{a}.{b}.{c}.{d}" for a in range(1, 9) for b, c, d in product(range(1, 11), repeat=3)]
    path = tmp_path / "phieu-2024.csv"
    rows = [f"{code},Tiêu chí,1,1" for code in codes]
    path.write_text("\n".join(["Mã,Tiêu chí,Điểm tối đa,Điểm đạt", *rows]), "utf-8")
    began = time.perf_counter()
    assert len(imported(path).records) == len(codes) + 1
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    "name", ["Tổng cộng", "TỔNG ĐIỂM", "Tổng điểm tối đa áp dụng", "Cộng (I+II+III)"]
)
def test_the_total_bears_many_names(
    tmp_path: Path, imported: Callable[..., Imported], name: str
) -> None:
    items = made.lines(fields=list("1234567"))
    agree(imported(made.write(items, tmp_path / "a.xlsx", total_name=name)), items)


def test_the_zero_that_a_spreadsheet_drops_from_a_code_is_put_back(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    parts = [
        made.Line(f"1.{n}", f"Tiêu chí {n}", "Thẩm định", {"max": 10.0, "score": float(n - 1)})
        for n in range(1, 11)
    ]
    head = made.Line("1", "Lĩnh vực", "", {"max": 100.0, "score": 45.0})

    def numbers(code: str) -> Any:
        return float(code)

    columns = ["code", "name", "max", "score"]
    path = made.write(
        [head, *parts], tmp_path / "a.xlsx", columns=columns, code=numbers, with_total=False
    )
    result = imported(path)
    assert not result.faults
    assert [r.criterion for r in result.records if r.score == 9] == ["1.10"]


def test_sums_that_are_formulas_nobody_computed_are_summed(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    path = made.write(made.lines(), tmp_path / "a.xlsx")
    sums = (put(code, "score", "=SUM(A1:A2)") for code in ("1", "1.1", "2", "2.1", "2.2"))
    agree(imported(changed(path, *sums)), made.lines())


def retitled(**titles: str) -> Callable[[Any], None]:
    """Return a change of the head's titles."""

    def change(sheet: Any) -> None:
        for column, title in titles.items():
            sheet.cell(3, list(made.TITLES).index(column) + 1).value = title

    return change


@pytest.mark.parametrize(
    "titles",
    [
        {"score": "Điểm"},
        {"score": "Điểm số"},
        {"score": "Tổng điểm"},
        {"score": "Kết quả đánh giá"},
        {"score": "Điểm Bộ Nội vụ công bố"},
        {"score": "Điểm đạt 2024", "last": "Điểm đạt 2023"},
        {"score": "Năm 2024", "last": "Năm 2023"},
        {"reason": "Tỷ lệ đạt được (%)"},
        {"reason": "Tăng/giảm so với năm trước"},
        {"lead": "Xếp hạng"},
    ],
)
def test_titles_are_known_by_their_meaning(
    tmp_path: Path, imported: Callable[..., Imported], titles: dict[str, str]
) -> None:
    path = made.write(made.lines(), tmp_path / "a.xlsx")
    agree(imported(changed(path, retitled(**titles))), made.lines())


def test_a_column_that_counts_the_rows_is_no_code(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    def count(sheet: Any) -> None:
        sheet.insert_cols(1)
        sheet.cell(3, 1).value, sheet.cell(3, 2).value = "STT", "Mã tiêu chí"
        for number, row in enumerate(range(5, sheet.max_row - 1), start=1):
            sheet.cell(row, 1).value = number

    agree(imported(changed(made.write(made.lines(), tmp_path / "a.xlsx"), count)), made.lines())


def test_the_total_may_be_named_in_the_column_of_codes_and_rows_may_follow(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    def below(sheet: Any) -> None:
        row = next(r for r in range(1, 200) if sheet.cell(r, 2).value == "Tổng cộng")
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = "TỔNG CỘNG", None
        sheet.cell(row + 1, 2).value, sheet.cell(row + 1, 8).value = "Chỉ số CCHC (%)", 87.95
        sheet.cell(row + 2, 2).value, sheet.cell(row + 2, 8).value = "Xếp hạng", 45

    agree(imported(changed(made.write(made.lines(), tmp_path / "a.xlsx"), below)), made.lines())


def test_a_row_that_numbers_the_columns_in_letters_and_sums_is_passed_over(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    def number(sheet: Any) -> None:
        for column, text in enumerate(["A", "B", "C", "1", "2", "3", "4", "5=3+4", "6"], start=1):
            sheet.cell(4, column).value = int(text) if text.isdigit() else text
        for column in (10, 11, 12):
            sheet.cell(4, column).value = None

    agree(imported(changed(made.write(made.lines(), tmp_path / "a.xlsx"), number)), made.lines())


def test_parts_above_the_fields_and_guidance_below_criteria_are_passed_over(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    def add(sheet: Any) -> None:
        sheet.insert_rows(8)
        sheet.cell(8, 2).value, sheet.cell(8, 4).value = "- Hoàn thành 100% kế hoạch: đủ điểm", 1
        sheet.insert_rows(5)
        sheet.cell(5, 1).value, sheet.cell(5, 2).value = "A", "CÁC LĨNH VỰC"
        sheet.cell(5, 4).value = 83.5

    agree(imported(changed(made.write(made.lines(), tmp_path / "a.xlsx"), add)), made.lines())


def test_a_sheet_of_an_unknown_place_is_nobody_s(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    title = "PHIẾU CHẤM ĐIỂM CỦA TỈNH LẠNG SƯN, NĂM 2024"
    result = imported(made.write(made.lines(), tmp_path / "a.xlsx", title=title))
    assert {record.unit_code for record in result.records} == {""}


def put(code: str, column: str, value: Any) -> Callable[[Any], None]:
    letters = list(made.TITLES)

    def change(sheet: Any) -> None:
        row = next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == code)
        sheet.cell(row, letters.index(column) + 1).value = value

    return change


def drop(code: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        row = next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == code)
        sheet.delete_rows(row)

    return change


PLANTED = {
    "a word for points": (put("1.1.1", "score", "đạt"), "SC-03"),
    "points above the maximum": (put("1.2.1", "self", 99), "SC-53"),
    "points below zero": (put("2.1.1", "appraised", -1), "SC-53"),
    "a maximum that does not fit": (put("3.1", "max", 6), "SC-55"),
    "a score that does not fit": (put("4.2.3", "score", 0.1), "SC-55"),
    "a survey score of a field that does not fit": (put("8", "survey", 2), "SC-55"),
    "a code twice": (put("5.1.2", "code", "5.1.1"), "SC-50"),
    "a criterion without a code": (put("6.1.2", "code", None), "SC-51"),
    "a code that became a day": (
        put("7.1.1", "code", __import__("datetime").datetime(2024, 1, 7)),
        "SC-52",
    ),
    "a criterion that is not there": (drop("7.2.1"), "SC-55"),
    "a criterion without the one above": (drop("2.2"), "SC-54"),
    "a criterion without a maximum": (put("8.2.1", "max", None), "SC-64"),
    "a formula nobody computed": (put("3.2.1", "score", "=1+1"), "SC-27"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_one_fault_gives_one_line(
    tmp_path: Path, imported: Callable[..., Imported], name: str
) -> None:
    change, code = PLANTED[name]
    path = made.write(made.lines(), tmp_path / "phieu.xlsx")
    faults = imported(changed(path, change)).faults
    assert [fault.code for fault in faults] == [code], faults_text(faults)
    assert faults[0].place.row is not None
    assert faults[0].place.column


def test_many_faults_give_as_many_lines(tmp_path: Path, imported: Callable[..., Imported]) -> None:
    path = made.write(made.lines(), tmp_path / "phieu.xlsx")
    faults = imported(changed(path, *(change for change, _ in PLANTED.values()))).faults
    assert sorted(f.code for f in faults) == sorted(code for _, code in PLANTED.values())


def test_a_sheet_taken_for_papi_is_named(
    tmp_path: Path, imported: Callable[..., Imported], paths: Any
) -> None:
    (fault,) = imported(made.write(made.lines(), tmp_path / "a.xlsx"), index="PAPI").faults
    assert "bảng chấm điểm PAR INDEX" in fault.what
    assert "ke-hoach import par" in fault.remedy
    (fault,) = imported(paths.raw / "papi/papi_2022.csv").faults
    assert "PAPI" in fault.what
