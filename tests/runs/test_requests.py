"""From a report back to the request it answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders.cascades import manifest

from analysis.errors import FaultsError
from analysis.runs.jobs import Request, job_for
from analysis.runs.requests import request_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

DAY = date(2023, 6, 30)


def test_a_new_plan_is_asked_for_by_unit_year_form_and_day(tmp_path: Path) -> None:
    report = manifest(tmp_path / "2023", previous="reports/lang-son/2022")
    asked = request_of(report)
    assert (asked.province, asked.plan_year, asked.form) == ("20", 2023, "province-narrative")
    assert (asked.day, asked.plan, asked.folder) == (DAY, None, report)
    assert str(asked.previous) == "reports/lang-son/2022"
    assert not asked.sources
    assert request_of(manifest(tmp_path / "2024", sources=True)).sources
    assert request_of(manifest(tmp_path / "2025", figures=["nhom"])).figures == ("nhom",)


def test_a_plan_folder_s_report_is_asked_for_by_its_name(tmp_path: Path) -> None:
    name = "so-ldtbxh-lang-son-2022"
    report = manifest(tmp_path / name, plan=name, form="department", agency="SLDTBXH")
    asked = request_of(report)
    assert (asked.plan, asked.agency, asked.place) == (name, None, None)


@pytest.mark.parametrize(
    ("form", "body"), [("department", {"agency": "noi_vu"}), ("local", {"place": "Bình Gia"})]
)
def test_a_body_s_report_is_made_again_in_its_own_folder(
    inputs: Inputs, paths: Paths, tmp_path: Path, form: str, body: dict[str, str]
) -> None:
    usual = job_for(
        Request("20", 2023, form, DAY, agency=body.get("agency"), place=body.get("place")),
        inputs,
        paths,
    )
    assert usual.mandate is not None
    told = {"agency": usual.mandate.body.code} if form == "department" else body
    report = manifest(tmp_path / form, form=form, **told)
    again = job_for(request_of(report), inputs, paths)
    assert again.target == report
    assert again.mandate == usual.mandate


@pytest.mark.parametrize("text", [None, "", "{}", '{"parameters": {"unit_code": 20}}'])
def test_a_folder_without_a_readable_manifest_is_told(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(FaultsError) as caught:
        request_of(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["RN-25"]
