"""Mistakes that are easily made in a plan's files or on the command line: told, never printed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.runs.dependents import Dependents
from analysis.runs.jobs import Request, job_for
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.inputs import Inputs

HEAD = "form: province-tables\nsource: thử\n"


@pytest.fixture
def faults(paths: Paths, inputs: Inputs, tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that prints a plan folder in a copy and tells the faults."""
    shutil.copytree(paths.templates, tmp_path / "templates")
    folder = tmp_path / "data/raw/plans/thu"
    folder.mkdir(parents=True)

    def told(text: str) -> list[str]:
        (folder / "plan.yml").write_text(HEAD + text, "utf-8")
        with pytest.raises(FaultsError) as caught:
            job_for(Request(None, None, plan="thu"), inputs, Paths(tmp_path))
        return [fault.code for fault in caught.value.faults]

    return told


@pytest.mark.parametrize(
    ("unit_set", "code", "year"), [("63", "15", 2026), ("34", "15", 2025), ("34", "20", 2023)]
)
def test_a_code_of_another_set_never_prints_another_province(
    faults: Callable[[str], list[str]], unit_set: str, code: str, year: int
) -> None:
    text = f'unit_set: "{unit_set}"\nunit_code: "{code}"\nplan_year: {year}\n'
    assert faults(text) == ["RN-31"]


@pytest.mark.parametrize("line", ["subplan_date: 2023-06-31", "date: 2023-13-45"])
def test_a_day_that_does_not_exist_is_a_fault(
    faults: Callable[[str], list[str]], line: str
) -> None:
    text = f'unit_set: "63"\nunit_code: "20"\nplan_year: 2023\n{line}\n'
    assert faults(text) == ["RF-02"]


def test_a_year_beyond_all_plans_is_a_fault(faults: Callable[[str], list[str]]) -> None:
    assert faults('unit_set: "63"\nunit_code: "20"\nplan_year: 99999999999\n') == ["RF-03"]


def test_the_form_of_departments_is_not_for_the_police(paths: Paths, inputs: Inputs) -> None:
    request = Request("Lạng Sơn", 2023, "department", agency="cong_an_tinh")
    with pytest.raises(FaultsError) as caught:
        job_for(request, inputs, paths)
    assert [fault.code for fault in caught.value.faults] == ["RN-32"]


def test_what_carries_out_a_plan_of_one_index_speaks_of_that_index(
    paths: Paths, inputs: Inputs
) -> None:
    job = job_for(Request("Sóc Trăng", 2023, "province-single"), inputs, paths)
    mandate = Dependents(job.planned, inputs).named(agency="noi_vu", place=None)
    assert mandate.indices == ("PAPI",)


@pytest.mark.parametrize(
    ("unit", "year", "body"),
    [("42", 2022, None), ("20", 2024, None), ("20", 2025, None), ("20", 2022, {"code": "x"})],
)
def test_only_the_unit_s_own_earlier_plan_is_last_year_s(
    paths: Paths, inputs: Inputs, tmp_path: Path, unit: str, year: int, body: object
) -> None:
    facts = {
        "plan_year": year,
        "result_year": year - 1,
        "unit": {"code": unit, "unit_set": "63"},
        "plan": {"body": body},
        "tasks": [],
    }
    (tmp_path / "facts.json").write_text(json.dumps(facts), "utf-8")
    shutil.copy(paths.templates / "local.docx", tmp_path / "ke-hoach.docx")
    with pytest.raises(FaultsError) as caught:
        job_for(Request("Lạng Sơn", 2024, previous=tmp_path), inputs, paths)
    assert [fault.code for fault in caught.value.faults] == ["RN-33"]
