from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.deficits import Goal
from analysis.plan.targeting import aim
from analysis.runs.study import plan_day
from analysis.runs.target_text import aim_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

    Telling = Callable[..., str]

TOP_TEN = Goal("top", 10)


@pytest.fixture
def told(study: Callable[[str, int], Study]) -> Telling:
    def make(province: str, year: int, *goals: Goal, index: str = "PAPI") -> str:
        return aim_text(aim(study(province, year), index, goals))

    return make


def test_the_chance_is_refused_with_its_reason(told: Telling) -> None:
    text = told("Lạng Sơn", 2023, TOP_TEN)
    assert "mới có 3 cặp năm" in text
    assert "từ 1,8263 lên 2,2253 (thuộc thẩm quyền)" in text


def test_a_chance_is_told_with_its_interval_and_basis(told: Telling) -> None:
    text = told("Lạng Sơn", 2025, TOP_TEN)
    assert "- Nếu tăng đúng 0,1825 điểm: khoảng 20% (khoảng tin cậy 90%: từ 4% đến 42%)." in text
    assert "Căn cứ: mức thay đổi điểm của cả nước qua 5 cặp năm (2019-2020, " in text


def test_what_no_criterion_wins_is_told(told: Telling) -> None:
    assert "Còn thiếu" in told("Lạng Sơn", 2025, Goal("score", 70))


def test_a_goal_that_holds_has_no_criteria_to_tell(told: Telling) -> None:
    text = told("Lạng Sơn", 2025, Goal("keep"))
    assert "không cần tăng thêm, kết quả năm 2024 đã đạt mục tiêu" in text
    assert "khả năng vẫn giữ được mục tiêu: khoảng" in text
    assert "3. " not in text


def test_each_of_several_goals_has_its_line(told: Telling) -> None:
    goals = (TOP_TEN, Goal("group", "cao nhat"), Goal("regional_rank", 1), Goal("percent", 55.5))
    text = told("Lạng Sơn", 2025, *goals)
    assert "Đạt ít nhất nhóm “Cao nhất”: đã đạt" in text
    assert "Đứng thứ nhất trong vùng Trung du và miền núi phía Bắc" in text
    assert "Đạt 55,5% điểm tối đa" in text


def test_the_points_of_the_other_goals_are_told_as_the_least(told: Telling) -> None:
    text = told("Lạng Sơn", 2023, TOP_TEN, Goal("group", "A"), index="PAR INDEX")
    assert "ít nhất 8,55 điểm phần trăm; có mục tiêu chưa tính được" in text


def test_points_of_a_percentage_have_their_own_word(told: Telling) -> None:
    text = told("Lạng Sơn", 2023, Goal("score", 85), index="SIPAS")
    assert "Đạt 85%: cần tăng 9,56 điểm phần trăm." in text
    assert "không phải là tổng điểm các tiêu chí" in text
    assert "mức điểm cố định" in text


@pytest.mark.parametrize("index", ["PAPI", "SIPAS", "PAR INDEX"])
def test_a_merged_unit_is_told_why(told: Telling, index: str) -> None:
    text = told("Cần Thơ", 2026, TOP_TEN, index=index)
    assert "chưa tính được vì đơn vị hình thành từ ngày 01/7/2025" in text


def test_a_province_without_a_score_is_told_why(told: Telling) -> None:
    text = told("Bắc Ninh", 2023, TOP_TEN)
    assert "dữ liệu khảo sát năm 2022" in text
    assert "3. " not in text


def test_ranks_among_the_provinces_before_the_merger_are_told_as_such(told: Telling) -> None:
    assert told("Lạng Sơn", 2026, TOP_TEN, Goal("percent", 57)).count("Lưu ý: ") == 1
    assert "mức điểm cố định" in told("Lạng Sơn", 2026, Goal("percent", 57))


def test_a_rank_beyond_the_last_is_reached_with_every_score(told: Telling) -> None:
    assert "Mức điểm nào cũng đạt" in told("Lạng Sơn", 2025, Goal("top", 200))


@pytest.mark.parametrize("year", [2020, 2023, 2026])
def test_nothing_unknown_is_told_as_a_python_word(told: Telling, inputs: Inputs, year: int) -> None:
    """A sample of provinces valid in the year; the whole table would only take longer."""
    unit_set = "34" if year == 2026 else "63"
    goals = [TOP_TEN, Goal("percent", 60), Goal("regional_rank", 2), Goal("rank_steps", 3)]
    for province in inputs.places.in_set(unit_set, day=plan_day(year))[::9]:
        for index in ("PAPI", "SIPAS", "PAR INDEX"):
            assert "None" not in told(province.name, year, *goals, index=index)
