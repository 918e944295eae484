"""What a plan takes for granted, and when each of it is red, amber or green."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import group, row, task, with_part

from analysis.plan.details import Goal
from analysis.plan.judging import ASSUMPTION_KINDS, assumptions, colours_of, title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.judging import Assumption
    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


def of_kind(study: Study, kind: str) -> tuple[Assumption, ...]:
    return tuple(one for one in assumptions(study) if one.kind == kind)


def levels(study: Study, kind: str) -> list[str]:
    return [one.severity for one in of_kind(study, kind)]


def with_goal(study: Study, **condition: Any) -> Study:
    goal = Goal.model_validate({"index": "PAPI", "conditions": [condition]})
    return replace(study, goals=(goal,))


def with_task(study: Study, **changes: Any) -> Study:
    return with_part(study, group("Nhóm", row(task("t1", **changes))))


@pytest.mark.parametrize(
    ("province", "year"),
    [("Lạng Sơn", 2023), ("Hà Tĩnh", 2021), ("Lạng Sơn", 2026), ("Cần Thơ", 2026)],
)
def test_the_register_is_ordered_and_says_what_would_settle_it(
    study: Studies, province: str, year: int
) -> None:
    register = assumptions(study(province, year))
    places = [ASSUMPTION_KINDS.index(one.kind) for one in register]
    assert places == sorted(places)
    for one in register:
        assert one.what.endswith(".")
        assert one.why.endswith(".")
        assert bool(one.settle) == (one.severity != "green")
        assert "None" not in f"{one.what}{one.why}{one.settle}"


def test_every_kind_has_a_title_and_says_when_it_is_which_colour() -> None:
    for kind in ASSUMPTION_KINDS:
        assert title_of(kind)
        assert colours_of(kind).startswith("Có căn cứ: ")
        assert "{" not in colours_of(kind)


@pytest.mark.parametrize(("gap", "level"), [(1, "green"), (2, "amber"), (3, "red")])
def test_results_grow_old(study: Studies, gap: int, level: str) -> None:
    found = study("Lạng Sơn", 2023)
    aged = replace(found, result_year=found.plan_year - gap)
    assert levels(aged, "result_year") == [level]


def test_a_merged_unit_rests_on_the_results_of_others(study: Studies) -> None:
    (own,) = of_kind(study("Cần Thơ", 2026), "own_results")
    assert own.severity == "red"
    assert "Sóc Trăng" in own.what
    assert levels(study("Lạng Sơn", 2026), "own_results") == ["green"]


def test_missing_scores_are_told_with_their_reasons(study: Studies) -> None:
    whole, some, _ = of_kind(study("Lạng Sơn", 2023), "scores")
    assert (whole.severity, some.severity) == ("green", "amber")
    assert "chưa tìm thấy số liệu công bố" in some.why
    assert levels(study("Cần Thơ", 2026), "scores") == ["red"] * 3


def test_years_that_do_not_compare_are_told_with_the_reason(study: Studies) -> None:
    papi, sipas, _ = of_kind(study("Lạng Sơn", 2023), "comparable")
    assert (papi.severity, sipas.severity) == ("green", "amber")
    assert "đổi nội dung đo" in sipas.why


def test_a_rank_that_was_derived_is_to_be_confirmed(study: Studies) -> None:
    assert levels(study("Lạng Sơn", 2023), "published") == ["green", "amber", "green"]


def test_figures_that_agree_differ_or_cannot_be_compared(study: Studies) -> None:
    assert levels(study("Lạng Sơn", 2023), "printed") == ["green"] * 3
    assert levels(study("Sóc Trăng", 2023), "printed")[0] == "amber"
    assert levels(study("Cần Thơ", 2026), "printed") == ["amber"] * 3


def test_proposed_targets_are_nobody_s_decision_yet(study: Studies) -> None:
    found = study("Lạng Sơn", 2023)
    papi, sipas, _ = of_kind(found, "targets")
    assert (papi.severity, sipas.severity) == ("amber", "green")
    assert "mục tiêu của 36 tiêu chí" in papi.what
    undecided, *_ = of_kind(replace(found, goals=()), "targets")
    assert "mục tiêu chung và mục tiêu của 36 tiêu chí" in undecided.what


def test_a_chance_rests_on_how_the_peers_moved(study: Studies) -> None:
    planted = with_goal(study("Lạng Sơn", 2025), kind="top", value=10)
    (model,) = of_kind(planted, "chance")
    assert model.severity == "amber"
    assert "cặp năm" in model.why


def test_a_chance_that_is_not_known_has_its_reason(study: Studies) -> None:
    (unknown,) = of_kind(with_goal(study("Lạng Sơn", 2023), kind="top", value=10), "chance")
    assert unknown.severity == "amber"
    assert "ít nhất 4 cặp" in unknown.why


@pytest.mark.parametrize(
    "condition", [{"kind": "all_tasks"}, {"kind": "score_at_least", "value": 45}]
)
def test_goals_that_no_peer_decides_need_no_model(
    study: Studies, condition: dict[str, Any]
) -> None:
    assert levels(with_goal(study("Lạng Sơn", 2023), **condition), "chance") == ["green"]


def test_a_lead_of_an_abolished_body_is_only_taken_for_granted(study: Studies) -> None:
    given = {"lead": ("ubnd_cap_huyen",), "coordinators": ("xay_dung",)}
    (lead,) = of_kind(with_task(study("Lạng Sơn", 2026), functions=given), "leads")
    assert lead.severity == "red"
    assert "Sở Xây dựng" in lead.settle
    assert lead.spots[0].key == "t1"
    assert levels(with_task(study("Lạng Sơn", 2023), functions=given), "leads") == ["green"]


@pytest.mark.parametrize(
    ("function", "name", "level"),
    [
        ("noi_vu", "Sở Nội vụ", "green"),
        ("co_quan_lien_quan", "các cơ quan, đơn vị có liên quan", "amber"),
        ("Sở Nội vu", "Sở Nội vu", "amber"),
        ("rieng", "Viễn thông Lạng Sơn", "green"),
        ("rieng", "các cơ quan được giao vốn", "amber"),
    ],
)
def test_a_name_must_tell_whom_it_means(
    study: Studies, function: str, name: str, level: str
) -> None:
    planted = with_task(
        study("Lạng Sơn", 2023),
        functions={"lead": ("noi_vu",), "implementers": (function,)},
        lead=("Sở Nội vụ",),
        implementers=(name,),
        coordinators=(),
    )
    (told,) = of_kind(planted, "bodies")
    assert told.severity == level
    assert (name in told.what) == (level == "amber")


def test_communes_stand_in_for_districts(study: Studies) -> None:
    named = {"lead": ("noi_vu",), "implementers": ("ubnd_cap_huyen",)}
    (told,) = of_kind(with_task(study("Lạng Sơn", 2026), functions=named), "localities")
    assert told.severity == "amber"
    assert "UBND cấp huyện" in told.what


def test_communes_before_the_register_of_communes_are_not_listed(study: Studies) -> None:
    named = {"lead": ("noi_vu",), "implementers": ("ubnd_cap_xa",)}
    assert levels(with_task(study("Lạng Sơn", 2023), functions=named), "localities") == ["amber"]
    assert levels(with_task(study("Lạng Sơn", 2026), functions=named), "localities") == ["green"]


def test_a_document_whose_force_is_not_known_is_named_without_its_mark(study: Studies) -> None:
    cited = ("Luật A (cần rà soát)", "Quyết định về quy trình rà soát hộ nghèo")
    (told,) = of_kind(with_task(study("Lạng Sơn", 2023), legal_basis=cited), "documents")
    assert (told.severity, told.what) == ("amber", "Luật A còn hiệu lực.")
    held = with_task(study("Lạng Sơn", 2023), legal_basis=cited[1:])
    assert levels(held, "documents") == ["green"]
    assert levels(with_task(study("Lạng Sơn", 2023)), "documents") == ["green"]
