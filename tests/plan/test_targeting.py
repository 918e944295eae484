from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.deficits import Goal
from analysis.errors import FaultsError
from analysis.plan.aim_facts import as_json
from analysis.plan.aim_words import goal_words
from analysis.plan.targeting import aim, chances
from analysis.runs.study import plan_day, study_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.targeting import Aim
    from analysis.reference import IndexName
    from analysis.runs.inputs import Inputs

    Aiming = Callable[..., Aim]
    Studies = Callable[[str, int], Study]

TOP_TEN = Goal("top", 10)


@pytest.fixture
def aimed(study: Studies) -> Aiming:
    def make(province: str, year: int, *goals: Goal, index: IndexName = "PAPI") -> Aim:
        return aim(study(province, year), index, goals)

    return make


def test_points_are_those_of_the_result_year_s_field(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2023, TOP_TEN)
    assert (found.plan_year, found.result_year, found.index) == (2023, 2022, "PAPI")
    assert (found.score, found.rank, found.ranked) == (43.8476, 13, 61)
    assert found.need.points == pytest.approx(0.3990)
    assert found.unreachable == 0


def test_the_chance_is_refused_on_three_yearly_changes(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2023, TOP_TEN)
    for chance in (found.chance, found.chance_without):
        assert (chance.share, chance.changes, chance.years) == (None, 3, (2020, 2021, 2022))
        assert chance.reason is not None


def test_winning_the_points_is_likelier_than_winning_nothing(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2025, TOP_TEN)
    assert found.chance.share is not None
    assert found.chance_without.share is not None
    assert 0 < found.chance_without.share < found.chance.share < 1
    assert found.chance.years == (2020, 2021, 2022, 2023, 2024)


def test_the_criteria_add_up_to_the_points_and_carry_their_names(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2025, Goal("regional_rank", 1))
    won = [one.step.points for one in found.criteria]
    assert found.need.points == pytest.approx(sum(won))
    for one in found.criteria:
        assert one.criterion.name
        assert one.score is not None
        assert one.step.reaches == pytest.approx(one.score + one.step.points)


def test_what_no_criterion_wins_stays_unreachable(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2025, Goal("score", 70))
    won = sum(one.step.points for one in found.criteria)
    assert found.unreachable is not None
    assert found.need.points == pytest.approx(won + found.unreachable)


def test_a_goal_that_holds_asks_for_nothing_and_tells_the_chance_of_holding(
    aimed: Aiming,
) -> None:
    found = aimed("Lạng Sơn", 2025, Goal("keep"))
    assert (found.need.points, found.criteria, found.unreachable) == (0, (), 0)
    assert found.chance == found.chance_without


def test_of_several_goals_the_hardest_tells_the_points(aimed: Aiming) -> None:
    goals = (TOP_TEN, Goal("group", "cao nhat"), Goal("regional_rank", 1), Goal("percent", 55.5))
    found = aimed("Lạng Sơn", 2025, *goals)
    points = [part.points for part in found.need.requirements]
    assert found.need.points == max(point for point in points if point is not None)


def test_one_goal_that_cannot_be_known_leaves_the_others_their_points(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2023, TOP_TEN, Goal("group", "A"), index="PAR INDEX")
    assert found.need.points is None
    assert found.need.at_least == pytest.approx(90 - 81.45)
    assert found.way_reason == "chưa tìm thấy điểm công bố theo tiêu chí"


def test_satisfaction_is_no_sum_of_criteria(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2023, Goal("score", 85), index="SIPAS")
    assert found.need.points == pytest.approx(9.56)
    assert (found.criteria, found.unreachable) == ((), None)


@pytest.mark.parametrize("index", ["PAPI", "SIPAS", "PAR INDEX"])
@pytest.mark.parametrize(
    "goal",
    [
        TOP_TEN,
        Goal("group", "A"),
        Goal("score", 50),
        Goal("percent", 60),
        Goal("rank_steps", 2),
        Goal("regional_rank", 1),
        Goal("keep"),
    ],
)
def test_a_merged_unit_has_reasons_for_every_goal_and_no_other_unit_s_figures(
    aimed: Aiming, index: IndexName, goal: Goal
) -> None:
    if goal.kind == "group" and index == "PAPI":
        goal = Goal("group", "Cao nhất")
    found = aimed("Cần Thơ", 2026, goal, index=index)
    assert (found.score, found.rank, found.need.points) == (None, None, None)
    reasons = (found.score_reason, found.rank_reason, found.need.reason, found.chance.reason)
    assert all(reason is not None and "01/7/2025" in reason for reason in reasons)
    assert (found.criteria, found.unreachable) == ((), None)


def test_a_province_without_a_score_is_told_why(aimed: Aiming) -> None:
    found = aimed("Bắc Ninh", 2023, TOP_TEN)
    assert found.need.points is None
    assert found.need.reason is not None
    assert "dữ liệu khảo sát năm 2022" in found.need.reason


def test_after_the_merger_a_rank_among_sixty_three_tells_no_chance(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2026, TOP_TEN, Goal("percent", 57))
    assert found.need.points == pytest.approx(0.5963)
    assert found.chance.share is None
    assert found.chance.reason is not None
    assert "trước khi sắp xếp" in found.chance.reason
    top, percent = json.loads(as_json(found))["goals"]
    assert "trước khi sắp xếp" in top["note"]
    assert percent["note"] is None


def test_a_fixed_mark_needs_no_peers_after_the_merger_either(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2026, Goal("percent", 57))
    assert (found.chance.share, found.chance_without.share) == (1, 0)


def test_a_rank_beyond_the_last_is_reached_with_every_score(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2025, Goal("top", 200))
    assert found.need.points == 0


def test_an_index_without_results_of_the_year_is_answered_with_reasons(inputs: Inputs) -> None:
    years = {index: dict(held) for index, held in inputs.years.items()}
    del years["PAPI"][2024]
    fewer = replace(inputs, years=years)
    day = plan_day(2025)
    unit = inputs.places.resolve("Lạng Sơn", day=day)
    study = study_of(fewer, unit=unit, plan_year=2025, day=day)
    found = aim(study, "PAPI", [TOP_TEN])
    assert (found.result_year, found.score) == (2024, None)
    assert found.need.reason
    assert found.chance.reason == found.need.reason


def test_without_a_history_of_the_country_the_points_stand_and_the_chance_is_refused(
    study: Callable[[str, int], Study], inputs: Inputs
) -> None:
    item = study("Lạng Sơn", 2025)
    bare = replace(
        item, indices=tuple(replace(one, history=one.history[:-1]) for one in item.indices)
    )
    found = aim(bare, "PAPI", [TOP_TEN])
    assert found.need.points == pytest.approx(0.1825)
    assert found.chance.share is None
    assert found.chance.reason


def test_impossible_goals_are_refused_even_where_nothing_is_known(aimed: Aiming) -> None:
    with pytest.raises(FaultsError) as caught:
        aimed("Cần Thơ", 2026, Goal("group", "Đỏ"), Goal("top", 0))
    assert [fault.code for fault in caught.value.faults] == ["DF-04", "DF-02"]


def test_json_tells_the_points_and_the_criteria(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2023, TOP_TEN)
    told = json.loads(as_json(found))
    assert told["unit_code"] == "20"
    assert told["points"] == 0.399
    assert [one["to"] for one in told["criteria"]] == [2.2253]


def test_more_points_are_never_less_likely(study: Studies) -> None:
    item = study("Lạng Sơn", 2025)
    gains = [0.0, 0.1, 0.1825, 0.5, 2.0]
    told = [one.share for one in chances(item, "PAPI", [TOP_TEN], points=gains)]
    shares = [share for share in told if share is not None]
    assert len(shares) == len(gains)
    assert shares == sorted(shares)
    assert shares[0] == aim(item, "PAPI", [TOP_TEN]).chance_without.share


def test_goals_are_told_in_words(aimed: Aiming) -> None:
    found = aimed("Lạng Sơn", 2025, TOP_TEN)
    told = {
        goal_words(found, goal)
        for goal in (Goal("group", "cao nhat"), Goal("regional_rank", 1), Goal("keep"))
    }
    assert told == {
        "đạt ít nhất nhóm “Cao nhất”",
        "đứng thứ nhất trong vùng Trung du và miền núi phía Bắc",
        "giữ vững hạng 12",
    }


@pytest.mark.parametrize("year", [2020, 2023, 2026])
def test_every_index_of_every_kind_of_province_is_answered(
    study: Callable[[str, int], Study], inputs: Inputs, year: int
) -> None:
    """A sample of provinces valid in the year; the whole table would only take longer."""
    unit_set = "34" if year == 2026 else "63"
    goals = [TOP_TEN, Goal("percent", 60), Goal("regional_rank", 2), Goal("rank_steps", 3)]
    for province in inputs.places.in_set(unit_set, day=plan_day(year))[::9]:
        for item in study(province.name, year).indices:
            index = item.ledger.edition.index.index
            found = aim(study(province.name, year), index, goals)
            told = json.loads(as_json(found))
            assert (told["points"] is None) == (told["reason"] is not None)
            assert (told["score"] is None) == (told["score_reason"] is not None)
            assert (told["chance"]["share"] is None) == (told["chance"]["reason"] is not None)
            assert (told["unreachable"] is None) == (told["criteria_reason"] is not None)
            assert found.score == item.ledger.total.score
