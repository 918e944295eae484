from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.deficits import Shortest, build_ledger, field_of, shortest_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.deficits import Field, Ledger
    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

PROVINCES = ("Lạng Sơn", "Sóc Trăng", "Hà Nội", "Thừa Thiên Huế", "Cao Bằng", "Bắc Ninh")
CONTROLS = ("own", "survey")


def way(study: Study, points: float) -> Shortest:
    item = study.of("PAPI")
    return shortest_way(item.ledger, field=item.field, points=points)


def room(ledger: Ledger, field: Field, code: str) -> float:
    line = ledger.line(code)
    assert line is not None
    assert line.score is not None
    return float(field.scores[code].max()) - line.score


@given(st.sampled_from(PROVINCES), st.floats(0, 60))
def test_the_steps_and_the_remainder_are_the_points(
    study: Callable[[str, int], Study], province: str, points: float
) -> None:
    result = way(study(province, 2023), points)
    assert result.remainder >= 0
    total = math.fsum([*(step.points for step in result.steps), result.remainder])
    assert total == pytest.approx(points, abs=1e-8)


@given(st.sampled_from(PROVINCES), st.floats(0, 60))
def test_every_step_closes_its_whole_room_but_the_last(
    study: Callable[[str, int], Study], province: str, points: float
) -> None:
    item = study(province, 2023).of("PAPI")
    result = shortest_way(item.ledger, field=item.field, points=points)
    for place, step in enumerate(result.steps, start=1):
        assert step.points > 0
        assert 0 < step.share_of_room <= 1
        if place < len(result.steps) or result.remainder > 0:
            assert step.share_of_room == 1
        line = item.ledger.line(step.code)
        assert line is not None
        assert line.score is not None
        assert line.criterion.max_score is not None
        assert step.reaches == line.score + step.points
        assert step.reaches <= line.criterion.max_score
        assert step.points <= room(item.ledger, item.field, step.code)


@given(st.sampled_from(PROVINCES), st.floats(0, 60))
def test_own_hands_come_first_and_the_largest_room_in_each_class(
    study: Callable[[str, int], Study], province: str, points: float
) -> None:
    item = study(province, 2023).of("PAPI")
    order = []
    for step in shortest_way(item.ledger, field=item.field, points=points).steps:
        line = item.ledger.line(step.code)
        assert line is not None
        order.append(
            (
                CONTROLS.index(line.criterion.control),
                -room(item.ledger, item.field, step.code),
            )
        )
    assert order == sorted(order)


@given(st.floats(0, 30), st.floats(0, 30))
def test_more_points_only_lengthen_the_way(
    study: Callable[[str, int], Study], points: float, extra: float
) -> None:
    short = [step.code for step in way(study("Lạng Sơn", 2023), points).steps]
    longer = [step.code for step in way(study("Lạng Sơn", 2023), points + extra).steps]
    assert longer[: len(short)] == short


def test_what_is_outside_a_provinces_hands_is_never_offered(
    study: Callable[[str, int], Study],
) -> None:
    result = way(study("Lạng Sơn", 2023), 80)
    offered = {step.code for step in result.steps}
    assert not offered & {"7.2", "7.3", "8.2"}
    assert {"8.1", "8.3", "1.1"} <= offered
    assert result.remainder > 0


def test_only_the_lowest_lines_are_steps(study: Callable[[str, int], Study]) -> None:
    result = way(study("Lạng Sơn", 2023), 80)
    assert all("." in step.code for step in result.steps)


def test_few_points_take_part_of_the_widest_room_in_own_hands(
    study: Callable[[str, int], Study],
) -> None:
    item = study("Lạng Sơn", 2023).of("PAPI")
    widest = max(
        room(item.ledger, item.field, line.code)
        for line in item.ledger.lines
        if line.criterion.level == 2 and line.criterion.control == "own"
    )
    (step,) = shortest_way(item.ledger, field=item.field, points=widest / 4).steps
    assert room(item.ledger, item.field, step.code) == widest
    assert step.share_of_room == pytest.approx(1 / 4)


@pytest.mark.parametrize("points", [0.0, -1.0])
def test_nothing_to_win_takes_no_step(study: Callable[[str, int], Study], points: float) -> None:
    assert way(study("Lạng Sơn", 2023), points) == Shortest((), 0.0)


def test_a_total_without_criteria_leaves_all_points_unreached(
    study: Callable[[str, int], Study],
) -> None:
    item = study("Lạng Sơn", 2023).of("PAR INDEX")
    assert shortest_way(item.ledger, field=item.field, points=3.5) == Shortest((), 3.5)


def test_lines_that_do_not_add_up_are_no_way(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023).of("PAPI")
    index = item.ledger.edition.index.model_copy(update={"summed": False})
    ledger = replace(item.ledger, edition=replace(item.ledger.edition, index=index))
    assert shortest_way(ledger, field=item.field, points=2.0) == Shortest((), 2.0)


def test_without_the_other_provinces_the_room_is_what_was_lost(inputs: Inputs) -> None:
    """One breakdown only: the fields of the same points are no second way to win them."""
    scores = inputs.years["PAR INDEX"][2022]
    unit = inputs.places.resolve("Ninh Thuận", day=date(2022, 6, 30))
    ledger = build_ledger(unit=unit, year=scores, previous=None, region=[])
    result = shortest_way(ledger, field=field_of(scores), points=20)
    assert [step.code for step in result.steps] == ["P1", "P3", "P2"]
    assert [step.points for step in result.steps] == pytest.approx([7.30, 3.95, 1.77])
    assert result.remainder == pytest.approx(20 - 7.30 - 3.95 - 1.77)


def test_a_line_without_a_maximum_offers_nothing(inputs: Inputs) -> None:
    scores = inputs.years["PAR INDEX"][2018]
    unit = inputs.places.resolve("Lạng Sơn", day=date(2018, 6, 30))
    ledger = build_ledger(unit=unit, year=scores, previous=None, region=[])
    assert shortest_way(ledger, field=field_of(scores), points=5) == Shortest((), 5.0)


def test_the_room_never_passes_the_maximum(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023).of("PAPI")
    higher = replace(item.field, scores=item.field.scores + 100)
    for step in shortest_way(item.ledger, field=higher, points=80).steps:
        line = item.ledger.line(step.code)
        assert line is not None
        assert step.points == line.lost
