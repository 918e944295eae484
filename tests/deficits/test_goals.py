from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.deficits import Field, Goal, Need, field_of, group_of, need_of, ranks
from analysis.errors import FaultsError
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from analysis.deficits import GoalKind
    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

LANG_SON = "20"
HAIR = 1e-6


@pytest.fixture(scope="module")
def years(inputs: Inputs) -> dict[int, Field]:
    return {year: field_of(inputs.years["PAPI"][year]) for year in range(2019, 2025)}


@pytest.fixture(scope="module")
def last(years: dict[int, Field]) -> Field:
    return years[2022]


def region_of(inputs: Inputs, unit: str, field: Field) -> Field:
    places = inputs.places.in_set("63")
    own = next(place for place in places if place.code == unit)
    return field.region([place.code for place in places if place.region == own.region])


def need(field: Field, *goals: Goal, unit: str = LANG_SON, near: Field | None = None) -> Need:
    return need_of(goals, unit=unit, field=field, region_field=near)


def ranks_with(field: Field, unit: str, points: float) -> pd.Series:
    """Return the ranks on the index after the unit alone has gained some points."""
    scores = field.scores[TOTAL].copy()
    scores[unit] += points
    return ranks(scores)


def codes() -> list[str]:
    return ["01", "20", "22", "42", "48", "70", "79", "94", "96"]


def test_the_top_ten_takes_the_difference_to_the_tenth(last: Field) -> None:
    assert (last.rank(LANG_SON, TOTAL), last.count(LANG_SON, TOTAL)) == (13, 61)
    tenth = last.scores[TOTAL].nlargest(10).iloc[-1]
    own = last.score(LANG_SON, TOTAL)
    assert own is not None
    result = need(last, Goal("top", 10))
    assert result.points == tenth - own
    assert result.requirements[0].mark == tenth


@given(st.sampled_from(codes()), st.integers(2019, 2024), st.integers(1, 70))
def test_exactly_the_points_reach_a_rank_and_a_hair_less_does_not(
    years: dict[int, Field], unit: str, year: int, place: int
) -> None:
    field = years[year]
    points = need(field, Goal("top", place), unit=unit).points
    if field.score(unit, TOTAL) is None:
        assert points is None
        return
    assert points is not None
    assert ranks_with(field, unit, points)[unit] <= place
    if points > 0:
        assert ranks_with(field, unit, points - HAIR)[unit] > place


def test_the_last_leaves_its_place_on_a_tie_with_the_one_above(last: Field) -> None:
    lowest = last.scores[TOTAL].nsmallest(2)
    points = need(last, Goal("top", 60), unit=str(lowest.index[0])).points
    assert points == pytest.approx(lowest.iloc[1] - lowest.iloc[0])


@given(st.sampled_from(codes()), st.integers(1, 20))
def test_exactly_the_points_reach_a_rank_in_the_region(
    inputs: Inputs, last: Field, unit: str, place: int
) -> None:
    near = region_of(inputs, unit, last)
    points = need(last, Goal("regional_rank", place), unit=unit, near=near).points
    assert points is not None
    assert ranks_with(near, unit, points)[unit] <= place
    if points > 0:
        assert ranks_with(near, unit, points - HAIR)[unit] > place


@given(
    st.sampled_from(codes()),
    st.sampled_from([2019, 2020, 2021, 2022, 2023]),
    st.sampled_from(["Cao nhất", "Trung bình cao", "Trung bình thấp", "Thấp nhất"]),
)
def test_exactly_the_points_reach_a_group_by_the_cuts_of_the_year(
    years: dict[int, Field], unit: str, year: int, label: str
) -> None:
    field = years[year]
    labels = field.edition.index.groups.labels
    points = need(field, Goal("group", label), unit=unit).points
    if points is None:
        assert field.score(unit, TOTAL) is None
        return

    def reached(extra: float) -> int:
        placed = ranks_with(field, unit, extra)
        group, _ = group_of(
            field.edition.criteria[0],
            rank=int(placed[unit]),
            ranked=int(placed.count()),
            score=None,
            edition=field.edition,
        )
        assert group is not None
        return labels.index(group)

    assert reached(points) <= labels.index(label)
    if points > 0:
        assert reached(points - HAIR) > labels.index(label)


def test_percentile_cuts_hold_where_the_year_has_no_others(last: Field) -> None:
    rule = last.edition.index.groups.rules[0].model_copy(
        update={"years": (2022,), "codes": (), "cuts": (), "thresholds": ()}
    )
    index = last.edition.index
    groups = index.groups.model_copy(update={"rules": (rule,)})
    edition = replace(last.edition, index=index.model_copy(update={"groups": groups}))
    result = need(replace(last, edition=edition), Goal("group", "Cao nhất"), unit="01")
    assert result.requirements[0].mark == last.scores[TOTAL].drop("01").nlargest(16).iloc[-1]


def test_a_group_is_known_by_its_label_without_accents(last: Field) -> None:
    assert need(last, Goal("group", "cao nhat")).points == 0


def test_rival_cuts_are_read_strictly_and_said_to_be_uncertain(years: dict[int, Field]) -> None:
    (part,) = need(years[2024], Goal("group", "Cao nhất")).requirements
    assert part.note is not None
    assert "chưa rõ quy tắc phân nhóm năm 2024" in part.note
    assert "hạng 15" in part.note
    assert part.points == need(years[2024], Goal("top", 15)).points


@pytest.mark.parametrize(
    ("goal", "mark"), [(Goal("score", 47.5), 47.5), (Goal("percent", 60), 48.0)]
)
def test_a_score_or_a_share_of_the_maximum_is_its_own_mark(
    last: Field, goal: Goal, mark: float
) -> None:
    (part,) = need(last, goal).requirements
    own = last.score(LANG_SON, TOTAL)
    assert own is not None
    assert part.mark == mark
    assert part.points == pytest.approx(mark - own)


def test_climbing_is_counted_from_the_present_rank(last: Field) -> None:
    assert need(last, Goal("rank_steps", 3)).points == need(last, Goal("top", 10)).points


def test_climbing_beyond_the_first_place_means_the_first_place(last: Field) -> None:
    (part,) = need(last, Goal("rank_steps", 13)).requirements
    assert part.points == need(last, Goal("top", 1)).points
    assert part.note == "phía trên chỉ còn 12 bậc; mục tiêu được tính là đứng thứ nhất"


def test_climbing_just_to_the_first_place_needs_no_note(last: Field) -> None:
    (part,) = need(last, Goal("rank_steps", 12)).requirements
    assert (part.points, part.note) == (need(last, Goal("top", 1)).points, None)


def test_the_first_can_only_stay_the_first(last: Field) -> None:
    first = str(last.scores[TOTAL].idxmax())
    (part,) = need(last, Goal("rank_steps", 1), unit=first).requirements
    assert part.points == 0
    assert part.note == "đang đứng thứ nhất; mục tiêu được tính là giữ vị trí thứ nhất"


@given(st.sampled_from(codes()))
def test_keeping_the_rank_takes_nothing_while_the_peers_stand_still(last: Field, unit: str) -> None:
    assert need(last, Goal("keep"), unit=unit).points == 0


def test_a_place_that_every_score_reaches_has_no_mark(last: Field) -> None:
    (part,) = need(last, Goal("top", 100)).requirements
    assert (part.mark, part.points) == (None, 0)
    assert part.note == "mức điểm nào cũng đạt mục tiêu này"


def test_of_several_goals_the_hardest_counts(last: Field) -> None:
    goals = (Goal("top", 10), Goal("score", 47.9), Goal("keep"))
    result = need(last, *goals)
    assert [part.goal for part in result.requirements] == list(goals)
    assert result.points == need(last, Goal("score", 47.9)).points


def test_no_goal_takes_nothing(last: Field) -> None:
    assert need(last).points == 0


def test_where_few_provinces_are_known_a_score_is_answered_and_a_rank_is_not(
    study: Callable[[str, int], Study],
) -> None:
    field = study("Lạng Sơn", 2023).of("PAR INDEX").field
    result = need(field, Goal("score", 85), Goal("top", 10), Goal("keep"))
    score, *places = result.requirements
    assert score.points == pytest.approx(85 - 81.45)
    assert all(
        (part.points, part.reason) == (None, "chưa có đủ điểm của các tỉnh để tính")
        for part in places
    )
    assert result.points is None
    assert result.at_least == score.points
    assert result.reason == "chưa có đủ điểm của các tỉnh để tính"


def test_a_group_set_by_a_score_is_answered_without_the_other_provinces(
    study: Callable[[str, int], Study],
) -> None:
    field = study("Lạng Sơn", 2023).of("PAR INDEX").field
    result = need(field, Goal("group", "A"), Goal("group", "b"), Goal("group", "C"))
    assert [part.mark for part in result.requirements] == [90, 80, None]
    assert result.points == pytest.approx(90 - 81.45)


def test_an_index_without_groups_says_so(study: Callable[[str, int], Study]) -> None:
    field = study("Lạng Sơn", 2023).of("SIPAS").field
    result = need(field, Goal("group", "A"), Goal("percent", 80))
    assert result.reason == "bên công bố không phân nhóm ở dòng này"
    assert result.at_least == pytest.approx(80 - 75.44)


def test_a_unit_without_a_total_has_the_reason(years: dict[int, Field]) -> None:
    result = need(years[2021], Goal("score", 45), Goal("top", 10), unit="22")
    assert result.points is None
    assert result.reason == "không có điểm: không đủ dữ liệu để đánh giá năm 2021"


def test_a_unit_that_the_table_has_not_has_no_figure(last: Field) -> None:
    assert need(last, Goal("top", 10), unit="").reason == "chưa tìm thấy số liệu công bố"


def test_a_regional_rank_needs_the_region(last: Field) -> None:
    result = need(last, Goal("regional_rank", 1))
    assert result.reason == "chưa có đủ điểm của các tỉnh trong vùng để tính"


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("top", 0, "DF-02"),
        ("top", 2.5, "DF-02"),
        ("top", None, "DF-02"),
        ("rank_steps", -1, "DF-02"),
        ("regional_rank", 0, "DF-02"),
        ("score", 80.5, "DF-03"),
        ("score", 0, "DF-03"),
        ("percent", 101, "DF-03"),
        ("percent", float("nan"), "DF-03"),
        ("group", "Xuất sắc", "DF-04"),
        ("group", None, "DF-04"),
    ],
)
def test_an_impossible_goal_is_refused(
    last: Field, kind: GoalKind, value: float | str | None, code: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        need(last, Goal(kind, value))
    assert [fault.code for fault in caught.value.faults] == [code]


def test_all_impossible_goals_are_told_at_once(last: Field) -> None:
    with pytest.raises(FaultsError) as caught:
        need(last, Goal("top", 0), Goal("keep"), Goal("score", 80.5), Goal("group", "Khá"))
    assert [fault.what for fault in caught.value.faults] == [
        "Mục tiêu về thứ hạng trong cả nước của PAPI ghi “0”, không phải số nguyên từ 1 trở lên.",
        "Mục tiêu về điểm số của PAPI ghi “80,5”, nằm ngoài thang đo (lớn hơn 0, không quá 80).",
        "PAPI không có nhóm “Khá”.",
    ]
