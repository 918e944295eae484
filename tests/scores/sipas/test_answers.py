"""Scales, skips, options: what is counted as satisfied, and what as no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders.survey import SKIPS, WORDS, survey

from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from analysis.scores.sipas import Survey


def row(found: Survey, criterion: str, by: str = "all") -> Mapping[str, Any]:
    table = found.table
    records: list[Any] = table[(table["by"] == by) & (table["criterion"] == criterion)].to_dict(
        "records"
    )
    return dict(records[0])


def satisfied(folder: Path, cells: list[str], title: str = "access_1") -> tuple[int, int]:
    found = survey(folder, [[cell, "x"] for cell in cells], [title, "Ghi chú"])
    assert not found.faults, found.faults
    line = row(found, title.partition("_")[0])
    return line["satisfied"], line["answers"]


@pytest.mark.parametrize(
    "cells",
    [
        list(WORDS),
        [fold(word) for word in WORDS],
        [word.upper() for word in WORDS],
        ["1", "2", "3", "4", "5"],
        ["1.0", "2.0", "3.0", "4.0", "5.0"],
        [f"{level} - {word}" for level, word in enumerate(WORDS, start=1)],
        [f"{word} ({level})" for level, word in enumerate(WORDS, start=1)],
        [f"{6 - level}. {word}" for level, word in enumerate(WORDS, start=1)],
        ["Mức 1", "Mức 2", "Mức 3", "Mức 4", "Mức 5"],
    ],
)
def test_the_two_top_levels_of_five_are_satisfied(tmp_path: Path, cells: list[str]) -> None:
    assert satisfied(tmp_path, cells) == (2, 5)


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "2", "3", "4"],
        ["Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"],
        ["Rất không hài lòng", "Không hài lòng", "Hài lòng", "Rất hài lòng"],
        ["1 - Không hài lòng", "2 - Bình thường", "3 - Hài lòng", "4 - Rất hài lòng"],
        ["1", "2", "3 - Hài lòng", "4"],
    ],
)
def test_the_two_top_levels_of_four_are_satisfied(tmp_path: Path, cells: list[str]) -> None:
    assert satisfied(tmp_path, cells) == (2, 4)


def test_a_number_beside_its_word_tells_the_scale(tmp_path: Path) -> None:
    assert satisfied(tmp_path, ["1", "2", "3", "4 - Hài lòng"]) == (1, 4)


def test_columns_of_one_form_may_have_different_scales(tmp_path: Path) -> None:
    levels = [(str(1 + i % 5), str(1 + i % 4)) for i in range(200)]
    found = survey(tmp_path, levels, ["access_1", "overall"])
    assert row(found, "access")["percent"] == 40
    assert row(found, "0")["percent"] == 50
    assert any("Cột A: thang đo năm mức" in note for note in found.notes)
    assert any("Cột B: thang đo bốn mức" in note for note in found.notes)


def test_a_few_forms_without_a_five_are_read_like_their_neighbours(tmp_path: Path) -> None:
    levels = [("5", "3"), ("4", "4"), ("3", "3"), ("4", "2")]
    found = survey(tmp_path, levels, ["access_1", "officials_1"])
    assert row(found, "officials")["satisfied"] == 1


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "2", "3"],
        ["tốt", "khá", "kém"],
        [str(level) for level in range(11)] * 5,
        ["1 - Rất hài lòng", "2", "5"],
        ["3 - Hài lòng", "3 - Bình thường", "2"],
    ],
)
def test_a_scale_that_cannot_be_told_is_one_fault(tmp_path: Path, cells: list[str]) -> None:
    found = survey(tmp_path, [[cell, "Hài lòng"] for cell in cells], ["access_1", "overall"])
    (fault,) = found.faults
    assert (fault.code, fault.place.column) == ("SC-73", "A")
    assert set(found.table["criterion"]) == {"0"}


def test_a_form_without_any_scale_has_no_figures(tmp_path: Path) -> None:
    found = survey(tmp_path, [["tốt", "Xã A"], ["khá", "Xã B"]], ["access_1", "Đơn vị"])
    assert [fault.code for fault in found.faults] == ["SC-73"]
    assert (len(found.table), found.rows, found.total) == (0, 2, "none")


def test_an_empty_column_is_no_fault(tmp_path: Path) -> None:
    found = survey(tmp_path, [["", "Hài lòng"]], ["access_1", "overall"])
    assert not found.faults
    assert row(found, "access")["respondents"] == 0
    assert row(found, "access")["percent"] != row(found, "access")["percent"]


@pytest.mark.parametrize("skip", SKIPS)
def test_a_skip_of_feedback_is_no_answer_and_no_fault(tmp_path: Path, skip: str) -> None:
    found = survey(tmp_path, [["5", skip], ["5", "4"], ["4", "2"]], ["access_1", "feedback_1"])
    assert not found.faults
    line = row(found, "feedback")
    assert (line["respondents"], line["answers"], line["skipped"]) == (2, 2, 1)


@pytest.mark.parametrize("cell", ["0", "99", "Không có phản ánh, kiến nghị"])
def test_what_may_not_be_skipped_is_a_fault(tmp_path: Path, cell: str) -> None:
    found = survey(tmp_path, [["5"], [cell], ["4"], ["3"]], ["access_1"])
    assert [(fault.code, fault.place.row) for fault in found.faults] == [("SC-71", 3)]
    assert row(found, "access")["answers"] == 3


def test_questions_of_one_factor_are_answers_of_one_respondent(tmp_path: Path) -> None:
    found = survey(tmp_path, [["5", "1"], ["4", ""], ["", ""]], ["access_1", "access_2"])
    line = row(found, "access")
    assert (line["respondents"], line["answers"], line["satisfied"]) == (2, 3, 2)
    assert found.rows == 2


def test_the_total_is_the_overall_question_where_there_is_one(tmp_path: Path) -> None:
    found = survey(tmp_path, [["5", "1"], ["4", "2"]], ["access_1", "overall"])
    assert found.total == "overall"
    assert row(found, "0")["satisfied"] == 0


def test_the_total_else_pools_the_service_factors(tmp_path: Path) -> None:
    titles = ["access_1", "results_1", "policy_info_1"]
    found = survey(tmp_path, [["5", "1", "5"], ["4", "2", "5"]], titles)
    assert found.total == "pooled"
    line = row(found, "0")
    assert (line["satisfied"], line["answers"], line["respondents"]) == (2, 4, 2)


def test_a_form_about_policies_alone_has_no_total(tmp_path: Path) -> None:
    found = survey(tmp_path, [["5"], ["1"]], ["policy_info_1"])
    assert found.total == "none"
    assert set(found.table["criterion"]) == {"policy_info"}


@pytest.mark.parametrize("mark", [";", "|", " ; "])
def test_several_options_in_one_cell_are_counted_each(tmp_path: Path, mark: str) -> None:
    both = f"Thái độ{mark}Nhanh hơn{mark}thái độ{mark}"
    cells = [["5", both], ["4", "Thái độ"], ["3", ""], ["2", "Công khai"]]
    found = survey(tmp_path, cells, ["overall", "Mong đợi của người dân"])
    chosen = dict(zip(found.expectations["option"], found.expectations["chosen"], strict=True))
    assert chosen == {"Thái độ": 2, "Công khai": 1, "Nhanh hơn": 1}
    assert set(found.expectations["respondents"]) == {3}


def test_options_in_columns_of_their_own_are_counted(tmp_path: Path) -> None:
    titles = ["overall", "Mong đợi: Thái độ", "expectations_2: Công khai", "Nhu cầu [Nhanh hơn]"]
    cells = [["5", "1", "0", "x"], ["4", "1", "1", ""], ["3", "0", "0", ""], ["3", "", "", ""]]
    found = survey(tmp_path, cells, titles)
    assert found.expectations.values.tolist() == [
        ["Thái độ", 3, 2, pytest.approx(66.6667, abs=1e-3)],
        ["Công khai", 3, 1, pytest.approx(33.3333, abs=1e-3)],
        ["Nhanh hơn", 3, 1, pytest.approx(33.3333, abs=1e-3)],
    ]


def test_ages_in_years_are_put_into_bands(tmp_path: Path) -> None:
    cells = [["5", "24"], ["5", "25"], ["4", "60"], ["4", "61"], ["3", "1990"], ["3", ""]]
    found = survey(tmp_path, cells, ["overall", "Tuổi"])
    ages = found.table[found.table["by"] == "age"]
    assert list(ages["group"]) == ["Dưới 25", "25-49", "50-60", "Trên 60", "(không ghi)"]
    assert list(ages["respondents"]) == [1, 1, 1, 1, 2]
