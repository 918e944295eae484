from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest

from analysis.plan.facts import facts
from analysis.plan.frames import (
    coverage_frame,
    ledger_frame,
    reconciliation_frame,
    tasks_frame,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study


def index_facts(study: Study, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(i for i in facts(study)["indices"] if i["index"] == name)
    return found


def test_the_facts_of_lang_son(study: Callable[[str, int], Study]) -> None:
    told = facts(study("Lạng Sơn", 2023))
    assert told["unit"] == {"code": "20", "name": "Lạng Sơn", "unit_set": "63"}
    assert (told["plan_year"], told["result_year"]) == (2023, 2022)
    papi = index_facts(study("Lạng Sơn", 2023), "PAPI")
    expected = {
        "edition": "2021-2024",
        "score": 43.8476,
        "max_score": 80,
        "lost": 36.1524,
        "rank": 13,
        "ranked": 61,
        "group": "Cao nhất",
        "previous_year": 2021,
        "previous_score": 45.8383,
        "score_change": -1.9907,
        "previous_rank": 4,
        "previous_ranked": 60,
        "rank_change": -9,
        "region": "Trung du và miền núi phía Bắc",
        "regional_rank": 2,
        "regional_ranked": 13,
    }
    assert {key: papi[key] for key in expected} == pytest.approx(expected, abs=1e-9)
    assert papi["published"]["score"] == "43,85"
    first = papi["criteria"][0]
    assert (first["code"], first["rank"], first["ranked"]) == ("1", 5, 62)
    assert first["share_of_gap"] == pytest.approx(0.1157, abs=5e-5)


@pytest.mark.parametrize("province", ["Lạng Sơn", "Sóc Trăng", "Hà Nội", "Bắc Ninh"])
def test_lost_points_add_up_in_the_file_too(
    study: Callable[[str, int], Study], province: str
) -> None:
    papi = index_facts(study(province, 2023), "PAPI")
    lines = {line["code"]: line for line in papi["criteria"]} | {"0": papi}
    for code, line in lines.items():
        children = [c["lost"] for c in papi["criteria"] if c["parent"] == code]
        if line["lost"] is not None and children:
            assert math.fsum(children) == pytest.approx(line["lost"], abs=1e-9)


def test_what_is_not_known_is_null_with_a_reason(study: Callable[[str, int], Study]) -> None:
    for province, year in (("Bắc Ninh", 2023), ("Sóc Trăng", 2023), ("Cần Thơ", 2026)):
        for index in facts(study(province, year))["indices"]:
            for line in (index, *index["criteria"]):
                assert (line["lost"] is None) == bool(line["reason"])
                assert line["score"] != 0


def test_the_file_is_plain_json(study: Callable[[str, int], Study]) -> None:
    told = facts(study("Lạng Sơn", 2023))
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert all(isinstance(c["code"], str) for i in told["indices"] for c in i["criteria"])


def test_par_index_criteria_say_by_which_breakdown(study: Callable[[str, int], Study]) -> None:
    par = index_facts(study("Lạng Sơn", 2023), "PAR INDEX")
    kinds = {c["code"]: c["breakdown"] for c in par["criteria"]}
    assert (kinds["F3"], kinds["f3_on_time"], kinds["P1"]) == ("field", "field", "part")


def test_a_merged_unit_shows_its_members_side_by_side(study: Callable[[str, int], Study]) -> None:
    told = facts(study("Cần Thơ", 2026))
    assert [m["unit"]["name"] for m in told["former_units"]] == [
        "Cần Thơ",
        "Hậu Giang",
        "Sóc Trăng",
    ]
    assert all(index["score"] is None for index in told["indices"])


def test_the_tables_hold_what_the_facts_hold(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    told = facts(item)
    papi = index_facts(item, "PAPI")
    ledger = ledger_frame(item, "PAPI")
    assert len(ledger) == 1 + len(papi["criteria"])
    assert ledger["lost"].iloc[0] == papi["lost"]
    assert len(tasks_frame(item)) == len(told["tasks"])
    assert (coverage_frame(item)["tasks"] > 0).all()
    assert len(reconciliation_frame(item)) == sum(len(i["reconciliation"]) for i in told["indices"])
    assert reconciliation_frame(study("Hà Nội", 2023)).empty
