"""What one plan adds to its form: every field, needs of targets, what a new plan takes over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from tests.builders.plans import details

from analysis.errors import FaultsError
from analysis.plan.details import ConditionKind, PlanDetails, Signatory, decisions, read_details
from analysis.plan.own import read_own_tasks

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

EVERY_FIELD = """
unit_set: "63"
unit_code: "20"
plan_year: 2023
form: province-narrative
source: Kế hoạch thử
indices: [PAPI, SIPAS]
agency: noi_vu
place: Bình Gia
and_following: true
state: issued
number: 12/KH-UBND
date: 2023-06-14
month: 6
title: Tăng điểm năm {nam}
print_published: true
executes: [kh_1]
previous: kh_1
targets:
  - {index: PAPI, conditions: [{kind: top, value: 10}, {kind: keep}], gloss: như năm trước}
criterion_targets: {PAPI: {"1.1": 2.5}}
subplan_date: 2023-07-15
completion_date: 2023-11-15
documents:
  kh_1: {type: Kế hoạch, symbol: 1/KH-UBND, date: 2023-01-05, issuer: UBND tỉnh, subject: thử}
  luat: {type: Luật}
bodies: {phong_a: Phòng A}
texts: {purpose: [một, {text: hai, dashes: [ba]}], removed: []}
contents: {PAPI/d1: [bốn]}
duties: [{party: "{noi_vu}", duties: [năm]}]
agency_duties: [{agency: noi_vu, duties: [sáu]}]
reporting:
  - {by: [noi_vu], to: ubnd_tinh, via: tu_phap, content: results, carrier: báo cáo, when: hằng quý}
footnotes: [{after: UBND tỉnh, text: chú thích}]
recipients: ["{noi_vu}"]
archive: VT
signatory: {deputy: true, name: Nguyễn Văn A}
ours: [câu thêm]
"""
NEEDED = ("unit_set", "unit_code", "plan_year", "form", "source")
PARTS: dict[str, Any] = {"value": 1, "low": 2, "high": 3, "label": "B"}
NEEDS = {
    "top": {"value"},
    "top_range": {"low", "high"},
    "group": {"label"},
    "group_at_least": {"label"},
    "score_at_least": {"value"},
    "percent_above": {"value"},
    "percent_at_least": {"value"},
    "delta_score": {"value"},
    "delta_rank": {"value"},
    "delta_rank_range": {"low", "high"},
    "rank": {"value"},
    "rank_range": {"low", "high"},
    "region_rank": {"value"},
    "first_in_region": set(),
    "above_mean": set(),
    "keep": set(),
    "all_tasks": set(),
    "qualitative": {"label"},
}


def read(folder: Path, content: object) -> PlanDetails:
    path = folder / "plan.yml"
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
    path.write_text(text, "utf-8")
    return read_details(path)


def whole() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(EVERY_FIELD)
    return content


def test_every_field_is_read(tmp_path: Path) -> None:
    assert set(whole()) == set(PlanDetails.model_fields)
    found = read(tmp_path, EVERY_FIELD)
    assert all(getattr(found, name) not in ((), {}, None, False) for name in whole())
    assert (found.unit_code, found.plan_year, found.date) == ("20", 2023, date(2023, 6, 14))
    assert [one.kind for one in found.targets[0].conditions] == ["top", "keep"]
    assert found.criterion_targets == {"PAPI": {"1.1": 2.5}}
    assert found.documents["luat"].symbol is None
    assert [item.texts() for item in found.texts["purpose"]] == [("một",), ("hai", "ba")]
    assert found.texts["removed"] == ()
    assert found.reporting[0].when == "hằng quý"
    assert found.signatory == Signatory(deputy=True, name="Nguyễn Văn A")


def test_what_a_plan_does_not_say_is_empty(tmp_path: Path) -> None:
    found = read(tmp_path, {name: whole()[name] for name in NEEDED})
    assert found.state == "draft"
    assert found.signatory == Signatory()
    others = set(PlanDetails.model_fields) - {*NEEDED, "state", "signatory"}
    assert all(getattr(found, name) in ((), {}, None, False) for name in others)


@pytest.mark.parametrize("name", NEEDED)
def test_a_plan_says_whose_it_is_and_where_it_is_from(tmp_path: Path, name: str) -> None:
    content = whole()
    del content[name]
    with pytest.raises(FaultsError) as caught:
        read(tmp_path, content)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file) == ("RF-03", "plan.yml")
    assert name in fault.what


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit_code": 20}, "unit_code"),
        ({"month": 13}, "month"),
        ({"state": "done"}, "state"),
        ({"date": "hôm qua"}, "date"),
        ({"indices": ["PCI"]}, "indices"),
        ({"criterion_targets": {"PCI": {"1": 2}}}, "criterion_targets"),
        ({"targets": [{"index": "PAPI", "conditions": []}]}, "conditions"),
        ({"duties": [{"party": "x", "duties": []}]}, "duties"),
        ({"reporting": [{"by": ["noi_vu"], "content": "gossip"}]}, "content"),
        ({"footnotes": [{"after": "x"}]}, "text"),
        ({"signatory": {"rank": "x"}}, "rank"),
        ({"targetz": []}, "targetz"),
        ({"executes": ["kh_1", "kh_2"]}, "kh_2"),
        ({"previous": "kh_3"}, "kh_3"),
        ({"number": None}, "number"),
        ({"date": None}, "date"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_field_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        read(tmp_path, {**whole(), **change})
    assert {fault.code for fault in caught.value.faults} == {"RF-03"}
    assert any(field in fault.what for fault in caught.value.faults)


def test_the_needs_of_every_kind_of_condition_are_known() -> None:
    assert set(NEEDS) == set(get_args(ConditionKind))


@pytest.mark.parametrize("kind", sorted(NEEDS))
def test_a_condition_needs_what_its_kind_needs(tmp_path: Path, kind: str) -> None:
    needed = NEEDS[kind]

    def with_condition(**parts: Any) -> PlanDetails:
        goal = {"index": "PAPI", "conditions": [{"kind": kind, **parts}]}
        return read(tmp_path, {**whole(), "targets": [goal]})

    with_condition(**{name: PARTS[name] for name in needed})
    for lacking in sorted(needed):
        with pytest.raises(FaultsError, match=lacking) as caught:
            with_condition(**{name: PARTS[name] for name in needed - {lacking}})
        assert any(f"“{kind}”" in fault.what for fault in caught.value.faults)


def test_a_new_plan_starts_from_what_was_decided_not_from_how_it_was_worded(
    tmp_path: Path,
) -> None:
    told = read(tmp_path, EVERY_FIELD)
    taken = decisions(told)
    kept = {
        *NEEDED,
        "print_published",
        "targets",
        "criterion_targets",
        "subplan_date",
        "completion_date",
    }
    plain = PlanDetails(**{name: getattr(told, name) for name in NEEDED})
    for name in PlanDetails.model_fields:
        source = told if name in kept else plain
        assert getattr(taken, name) == getattr(source, name), name


def test_decisions_of_decisions_are_the_same() -> None:
    once = decisions(details(targets=[{"index": "PAPI", "conditions": [{"kind": "keep"}]}]))
    assert decisions(once) == once


def test_every_plan_folder_of_the_repository_is_read(paths: Paths) -> None:
    files = sorted(paths.plans.glob("*/plan.yml"))
    assert len(files) == 5
    for path in files:
        found = read_details(path)
        assert found.state == ("issued" if found.number and found.date else "draft")
        assert set(found.executes) <= set(found.documents)
        own = path.with_name("tasks.yml")
        if own.is_file():
            assert read_own_tasks(own)
