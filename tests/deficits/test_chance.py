from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.deficits import Chance, Field, Goal, chance_of, field_of, need_of
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

LANG_SON = "20"
TOP_TEN = (Goal("top", 10),)


@pytest.fixture(scope="module")
def fields(inputs: Inputs) -> list[Field]:
    """Return six years: five yearly changes up to 2024, three up to 2022."""
    return [field_of(inputs.years["PAPI"][year]) for year in range(2019, 2025)]


def region_of(inputs: Inputs, field: Field) -> Field:
    places = inputs.places.in_set("63")
    own = next(place for place in places if place.code == LANG_SON)
    return field.region([place.code for place in places if place.region == own.region])


def chance(
    fields: Sequence[Field],
    goals: Sequence[Goal] = TOP_TEN,
    *,
    points: float = 1.0,
    unit: str = LANG_SON,
    near: Field | None = None,
    seed: int = 1,
) -> Chance:
    return chance_of(goals, unit=unit, fields=fields, region_field=near, points=points, seed=seed)


def share(result: Chance) -> float:
    assert result.share is not None
    return result.share


def test_three_yearly_changes_are_too_few(fields: list[Field]) -> None:
    result = chance(fields[:4])
    assert (result.share, result.points) == (None, None)
    assert (result.changes, result.years) == (3, (2020, 2021, 2022))
    assert result.reason == (
        "mới có 3 cặp năm liền nhau so sánh được "
        "(2019-2020, 2020-2021, 2021-2022), cần ít nhất 4 cặp để ước lượng khả năng đạt mục tiêu"
    )


def test_five_yearly_changes_give_a_chance_with_its_interval(fields: list[Field]) -> None:
    result = chance(fields)
    assert result.reason is None
    assert (result.changes, result.years) == (5, (2020, 2021, 2022, 2023, 2024))
    assert result.low is not None
    assert result.high is not None
    assert 0 <= result.low <= share(result) <= result.high <= 1
    assert result.points is not None
    assert result.points_low is not None
    assert result.points_high is not None
    assert 0 <= result.points_low <= result.points <= result.points_high


def test_the_same_input_gives_the_same_result(fields: list[Field]) -> None:
    assert chance(fields) == chance(fields)
    assert chance(fields, seed=2) != chance(fields)


def test_the_order_of_the_units_does_not_matter(inputs: Inputs, fields: list[Field]) -> None:
    goals = (Goal("top", 12), Goal("regional_rank", 3))
    turned = [
        replace(field, scores=field.scores.sample(frac=1, random_state=4)) for field in fields
    ]
    near = region_of(inputs, fields[-1])
    near_turned = replace(near, scores=near.scores.iloc[::-1])
    assert chance(fields, goals, near=near) == chance(turned, goals, near=near_turned)


@settings(max_examples=15)
@given(st.floats(0, 10), st.floats(0, 5))
def test_more_points_never_lower_the_chance(
    fields: list[Field], points: float, extra: float
) -> None:
    less, more = chance(fields, points=points), chance(fields, points=points + extra)
    assert less.low is not None
    assert more.low is not None
    assert share(less) <= share(more)
    assert less.low <= more.low
    assert less.points == more.points


def test_a_second_goal_never_raises_the_chance(fields: list[Field]) -> None:
    both = (*TOP_TEN, Goal("score", 44))
    assert share(chance(fields, both)) <= share(chance(fields))


def test_the_median_of_the_points_needed_is_worth_an_even_chance(fields: list[Field]) -> None:
    needed = chance(fields).points
    assert needed is not None
    assert needed > 0
    assert share(chance(fields, points=needed)) == pytest.approx(0.5, abs=0.01)


def test_what_is_out_of_reach_has_no_chance_and_what_is_sure_has_all(fields: list[Field]) -> None:
    assert share(chance(fields, [Goal("top", 1)], points=-20)) == 0
    assert share(chance(fields, [Goal("top", 1)], points=40)) == 1


def test_peers_that_all_move_alike_shift_the_points_by_that_much(fields: list[Field]) -> None:
    """Without deviations the yearly changes are the only thing that is uncertain."""
    last = fields[-1]
    shifts = (0.0, 0.5, -0.25, 1.0, -0.5)
    bases = [0.0, *np.cumsum(shifts).tolist()]
    moved = [
        replace(field, scores=last.scores.assign(**{TOTAL: last.scores[TOTAL] + base}))
        for field, base in zip(fields, bases, strict=True)
    ]
    still = need_of(TOP_TEN, unit=LANG_SON, field=moved[-1], region_field=None).points
    assert still is not None
    result = chance(moved, points=still + 0.01)
    assert result.share == pytest.approx(3 / 5)
    assert result.points == pytest.approx(still)


def test_regional_peers_move_with_the_draws_of_the_country(
    inputs: Inputs, fields: list[Field]
) -> None:
    whole = fields[-1].region(list(fields[-1].scores.index))
    assert chance(fields, [Goal("regional_rank", 10)], near=whole) == chance(fields)
    near = region_of(inputs, fields[-1])
    best_of_region = share(chance(fields, [Goal("regional_rank", 1)], near=near))
    assert best_of_region > share(chance(fields, [Goal("top", 1)]))
    assert best_of_region < share(chance(fields, [Goal("regional_rank", 2)], near=near))


def test_a_group_keeps_its_cuts_in_the_moved_field(fields: list[Field]) -> None:
    assert chance(fields, [Goal("group", "Cao nhất")]) == chance(fields, [Goal("top", 15)])


def test_a_missing_year_leaves_out_both_its_changes(fields: list[Field]) -> None:
    assert chance([*fields[:2], *fields[3:]]).years == (2020, 2023, 2024)


def test_another_maximum_leaves_a_change_out(fields: list[Field]) -> None:
    edition = fields[0].edition
    total = replace(edition.criteria[0], max_score=60.0)
    shorter = replace(edition, criteria=(total, *edition.criteria[1:]))
    older = replace(fields[0], edition=shorter)
    assert chance([older, *fields[1:]]).years == (2021, 2022, 2023, 2024)
    oldest = replace(older, edition=replace(shorter, year=2018))
    assert chance([oldest, older, *fields[1:]]).years == (2021, 2022, 2023, 2024)


def test_codes_of_another_set_of_provinces_leave_a_change_out(fields: list[Field]) -> None:
    newest = replace(fields[-1], edition=replace(fields[-1].edition, unit_set="34"))
    assert chance([*fields[:-1], newest]).years == (2020, 2021, 2022, 2023)


def test_a_refused_break_of_the_total_leaves_a_change_out(fields: list[Field]) -> None:
    index = fields[2].edition.index
    breaks = tuple(
        item.model_copy(update={"effect": "refused"}) if "index" in item.keys else item
        for item in index.breaks
    )
    edition = replace(fields[2].edition, index=index.model_copy(update={"breaks": breaks}))
    changed = replace(fields[2], edition=edition)
    assert chance([*fields[:2], changed, *fields[3:]]).years == (2020, 2022, 2023, 2024)


def test_what_cannot_be_known_has_its_reason(
    fields: list[Field], study: Callable[[str, int], Study]
) -> None:
    few = study("Lạng Sơn", 2023).of("PAR INDEX").field
    assert chance([few], [Goal("score", 85)]).reason == "chưa có đủ điểm của các tỉnh để tính"
    unscored = chance(fields, unit="82")
    assert unscored.share is None
    assert unscored.reason == "không có điểm: không có điểm năm 2024, chưa thấy công bố lý do"
