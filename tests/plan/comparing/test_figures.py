"""Figures compared: by meaning, with the years told, never more than compares."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders.comparisons import index, line, plan_facts

from analysis.plan.comparing.figures import figure_changes
from analysis.reference import Break

REFUSED = Break(year=2023, keys=("*",), effect="refused", note="đổi cách đo")
RESCALED = Break(year=2023, keys=("k1",), effect="rescaled", factor=0.5, note="đổi thang điểm")


def changes(
    old: Any, new: Any, *, years: tuple[int, int] = (2023, 2023), gaps: tuple[Break, ...] = ()
) -> list[tuple[str, ...]]:
    a, b = (plan_facts(*some, year=year) for some, year in zip((old, new), years, strict=True))
    found = figure_changes(a, b, breaks={"PAPI": gaps})
    return [(one.severity, one.place, one.was, one.now, one.what) for one in found]


def test_the_same_figures_are_no_change() -> None:
    same = [index(line("1"), line("2"))]
    assert changes(same, same) == []
    assert changes(same, same, years=(2023, 2024)) == []


@pytest.mark.parametrize(
    ("figures", "was", "now", "what"),
    [
        ({"rank": 1}, "3/63", "1/63", "Thứ hạng: tăng 2 bậc"),
        ({"rank": 8}, "3/63", "8/63", "Thứ hạng: giảm 5 bậc"),
        ({"rank": None}, "3/63", "chưa có số liệu", "Thứ hạng: chưa có số liệu"),
        ({"score": 5.25}, "5", "5,25", "Điểm: tăng 0,25"),
        ({"score": 4.99, "lost": 5.01}, "5", "4,99", "Điểm: giảm 0,01"),
        ({"lost": 4.0}, "5", "4", "Điểm mất: giảm 1"),
        ({"group": "A"}, "B", "A", "Nhóm: thay đổi"),
        ({"group": None}, "B", "chưa có số liệu", "Nhóm: chưa có số liệu"),
    ],
)
def test_each_figure_of_an_index_weighs_much_and_of_a_criterion_less(
    figures: dict[str, Any], was: str, now: str, what: str
) -> None:
    assert changes([index()], [index(**figures)]) == [("high", "PAPI", was, now, what)]
    assert changes([index(line("1"))], [index(line("1", **figures))]) == [
        ("medium", "PAPI, 1. Tiêu chí 1", was, now, what)
    ]


def test_a_figure_that_is_not_known_tells_its_reason() -> None:
    (found,) = changes([index()], [index(score=None, lost=None, reason="chưa công bố")])
    assert found[3:] == ("chưa có số liệu", "Điểm: chưa có số liệu (chưa công bố)")


def test_noise_in_the_last_bits_is_no_change() -> None:
    assert changes([index(score=0.3)], [index(score=0.1 + 0.2)]) == []


def test_a_rank_among_more_units_is_a_small_change_of_a_criterion() -> None:
    (found,) = changes([index(line("1"))], [index(line("1", ranked=61))])
    assert found[0] == "low"
    assert found[4] == "Thứ hạng: số đơn vị được xếp hạng thay đổi"


def test_years_are_told_and_a_new_year_is_a_change_not_an_error() -> None:
    (found,) = changes([index()], [index(score=6.0)], years=(2023, 2024))
    assert found[4] == "Điểm năm 2023 so với năm 2022: tăng 1"


def test_scores_across_a_break_are_a_notice_and_ranks_carry_its_note() -> None:
    old, new = [index(line("1"))], [index(line("1", score=6.0), rank=9, score=7.0)]
    found = changes(old, new, years=(2023, 2024), gaps=(REFUSED,))
    assert [(one[0], one[4]) for one in found] == [
        ("high", "Thứ hạng năm 2023 so với năm 2022: giảm 6 bậc; đổi cách đo"),
        ("low", "Điểm năm 2023 so với năm 2022: không so sánh được; đổi cách đo"),
        ("low", "Điểm năm 2023 so với năm 2022: không so sánh được; đổi cách đo"),
    ]


def test_a_break_counts_whichever_year_comes_first_and_only_between_them() -> None:
    old, new = [index(line("1"))], [index(line("1", score=6.0))]
    assert changes(old, new, years=(2024, 2023), gaps=(REFUSED,))[0][0] == "low"
    assert changes(old, new, years=(2026, 2025), gaps=(REFUSED,))[0][0] == "medium"
    rescaled = changes(old, new, years=(2023, 2024), gaps=(RESCALED,))
    assert rescaled[0][0] == "medium"
    assert rescaled[0][4].endswith("đổi thang điểm")


def test_criteria_are_matched_by_meaning_not_by_code() -> None:
    moved = {**line("2"), "key": "k1"}
    assert changes([index(line("1"))], [index(moved)], years=(2023, 2024)) == []


def test_a_criterion_of_one_edition_alone_is_a_notice_within_one_year_more() -> None:
    old, new = [index(line("1"), line("2"))], [index(line("1"))]
    told = ("PAPI, 2. Tiêu chí 2", "5", "", "tiêu chí chỉ có ở bên A")
    assert changes(old, new, years=(2023, 2024)) == [("low", *told)]
    assert changes(old, new) == [("medium", *told)]
    assert changes(new, old)[0][1:] == (told[0], "", "5", "tiêu chí chỉ có ở bên B")


def test_an_index_on_one_side_alone_is_told() -> None:
    (found,) = changes([index()], [index(), index(name="SIPAS")])
    assert found == ("high", "SIPAS", "", "5", "thêm chỉ số")


def test_published_figures_are_compared_within_one_year() -> None:
    told = {"criterion": "0", "fact": "score", "published": "43,85"}
    old = [index(line("1"), reconciliation=[told])]
    new = [index(line("1"), reconciliation=[{**told, "published": "43,58"}])]
    assert changes(old, new) == [
        ("high", "PAPI", "43,85", "43,58", "Số đã công bố (điểm): thay đổi")
    ]
    assert changes(old, new, years=(2023, 2024)) == []


def test_targets_of_criteria() -> None:
    old, new = [index(line("1", target=6.0))], [index(line("1", target=6.5))]
    assert changes(old, new)[0][2:] == ("6", "6,5", "Mục tiêu: tăng 0,5")
    a, b = plan_facts(*old), plan_facts(*new)
    assert list(figure_changes(a, b, breaks={}, targets=False)) == []


def test_two_units_are_set_side_by_side_without_rise_or_fall() -> None:
    other = {"code": "42", "name": "Hà Tĩnh", "unit_set": "63"}
    a, b = plan_facts(index()), plan_facts(index(rank=1, score=9.0), unit=other)
    assert [one.what for one in figure_changes(a, b, breaks={})] == [
        "Thứ hạng: thay đổi",
        "Điểm: thay đổi",
    ]


def test_former_units_are_compared_each_by_itself() -> None:
    unit = {"code": "94", "name": "Sóc Trăng", "unit_set": "63"}

    def told(rank: int) -> Any:
        return plan_facts(former_units=[{"unit": unit, "indices": [index(rank=rank)]}])

    (found,) = figure_changes(told(3), told(4), breaks={})
    assert found.place == "Sóc Trăng, PAPI"
