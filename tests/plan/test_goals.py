"""What an index should reach, in words: the plan's own targets, else a proposal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import pytest
from tests.builders.plans import details

from analysis.plan import messages
from analysis.plan.details import ConditionKind
from analysis.plan.goals import target, target_clause

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import IndexStudy, Study

    Studies = Callable[[str, int], Study]

REGION = "Trung du và miền núi phía Bắc"
WORDS: dict[str, tuple[dict[str, Any], str]] = {
    "top": ({"value": 35}, "nằm trong nhóm 35 tỉnh, thành phố có chỉ số cao nhất"),
    "top_range": (
        {"low": 10, "high": 15},
        "nằm trong nhóm từ 10 đến 15 tỉnh, thành phố có chỉ số cao nhất",
    ),
    "group": ({"label": "Cao nhất"}, "thuộc nhóm Cao nhất theo phân nhóm của Chỉ số"),
    "group_at_least": ({"label": "B"}, "thuộc nhóm B trở lên theo phân nhóm của Chỉ số"),
    "score_at_least": ({"value": 45.5}, "đạt từ 45,5 điểm trở lên"),
    "percent_above": ({"value": 90}, "đạt trên 90%"),
    "percent_at_least": ({"value": 87.25}, "đạt từ 87,25% trở lên"),
    "delta_score": ({"value": 1.5}, "tăng ít nhất 1,5 điểm so với năm 2022"),
    "delta_rank": ({"value": 3}, "tăng ít nhất 3 bậc so với năm 2022"),
    "delta_rank_range": ({"low": 2, "high": 5}, "tăng từ 2 đến 5 bậc so với năm 2022"),
    "rank": ({"value": 20}, "xếp hạng 20 trở lên trong cả nước"),
    "rank_range": ({"low": 10, "high": 20}, "xếp hạng từ 10 đến 20 trong cả nước"),
    "region_rank": ({"value": 3}, f"xếp hạng 3 trở lên trong vùng {REGION}"),
    "first_in_region": ({}, f"đứng đầu vùng {REGION}"),
    "above_mean": ({}, "cao hơn mức bình quân chung của cả nước"),
    "keep": ({}, "giữ vững thứ hạng đã đạt năm 2022"),
    "all_tasks": ({}, "hoàn thành 100% nhiệm vụ của Kế hoạch"),
    "qualitative": ({"label": "người dân hài lòng hơn"}, "người dân hài lòng hơn"),
}


def clause(study: Study, *conditions: dict[str, Any], gloss: str | None = None) -> str:
    goal = {"index": "PAPI", "conditions": list(conditions), "gloss": gloss}
    return target_clause(study, details(targets=[goal]), "PAPI")


def test_every_kind_of_condition_has_words() -> None:
    kinds = set(get_args(ConditionKind))
    assert set(messages.CONDITIONS) == kinds
    assert set(WORDS) == kinds


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_each_kind_of_condition_is_printed(study: Studies, kind: str) -> None:
    given, words = WORDS[kind]
    assert clause(study("Lạng Sơn", 2023), {"kind": kind, **given}) == words


def test_several_conditions_stand_together(study: Studies) -> None:
    both = ({"kind": "top", "value": 10}, {"kind": "delta_score", "value": 2})
    assert clause(study("Lạng Sơn", 2023), *both) == (
        "nằm trong nhóm 10 tỉnh, thành phố có chỉ số cao nhất, tăng ít nhất 2 điểm so với năm 2022"
    )


def test_a_gloss_explains_the_target_in_brackets(study: Studies) -> None:
    told = clause(study("Lạng Sơn", 2023), {"kind": "percent_above", "value": 90}, gloss="cao nhất")
    assert told == "đạt trên 90% (cao nhất)"


def test_a_target_names_its_index_and_year_and_has_no_full_stop(study: Studies) -> None:
    own = details(targets=[{"index": "SIPAS", "conditions": [{"kind": "above_mean"}]}])
    assert target(study("Lạng Sơn", 2023), own, "SIPAS") == (
        "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) năm 2023 "
        "cao hơn mức bình quân chung của cả nước"
    )


def test_a_target_of_one_index_leaves_the_others_to_be_proposed(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    own = details(targets=[{"index": "SIPAS", "conditions": [{"kind": "keep"}]}])
    assert target_clause(item, own, "PAPI") == target_clause(item, None, "PAPI")
    assert "(đề xuất)" not in target_clause(item, own, "SIPAS")


def with_group(study: Study, group: str | None) -> Study:
    def grouped(item: IndexStudy) -> IndexStudy:
        first, *others = item.ledger.lines
        lines = (replace(first, group=group), *others)
        return replace(item, ledger=replace(item.ledger, lines=lines))

    return replace(study, indices=tuple(map(grouped, study.indices)))


@pytest.mark.parametrize(
    ("group", "proposal"),
    [
        ("Cao nhất", "giữ vững vị trí trong nhóm Cao nhất (đề xuất)"),
        ("Trung bình cao", "phấn đấu lên nhóm Cao nhất (đề xuất)"),
        ("Trung bình thấp", "phấn đấu lên nhóm Trung bình cao (đề xuất)"),
        ("Thấp nhất", "phấn đấu lên nhóm Trung bình thấp (đề xuất)"),
        (None, "tăng điểm số và thứ hạng so với năm 2022 (đề xuất)"),
    ],
)
def test_a_proposal_is_modest_and_says_that_it_is_one(
    study: Studies, group: str | None, proposal: str
) -> None:
    assert target_clause(with_group(study("Lạng Sơn", 2023), group), None, "PAPI") == proposal


def test_a_merged_unit_is_to_do_no_worse_than_the_best_of_its_members(study: Studies) -> None:
    for index in ("PAPI", "SIPAS", "PAR INDEX"):
        assert target_clause(study("Cần Thơ", 2026), None, index) == (
            "đạt điểm số không thấp hơn mức cao nhất năm 2024 của các đơn vị trước khi sắp xếp "
            "(đề xuất)"
        )
