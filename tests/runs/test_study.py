from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.runs.inputs import read_inputs
from analysis.runs.paths import Paths
from analysis.runs.planning import planned_for
from analysis.runs.plans import folder_for, form_for
from analysis.runs.study import study_of, unit_by_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs


def test_the_result_year_is_the_year_before_or_the_newest_held(
    study: Callable[[str, int], Study],
) -> None:
    assert study("Lạng Sơn", 2023).result_year == 2022
    assert study("Lạng Sơn", 2026).result_year == 2024


def test_a_unit_that_did_not_merge_keeps_its_series(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2026)
    assert item.unit.unit_set == "34"
    assert item.former == ()
    assert item.of("PAPI").ledger.total.nation.rank == 12


def test_a_year_that_is_not_held_is_refused(inputs: Inputs) -> None:
    day = date(2023, 6, 30)
    unit = inputs.places.resolve("Lạng Sơn", day=day)
    with pytest.raises(FaultsError, match="2011"):
        study_of(inputs, unit=unit, plan_year=2023, day=day, result_year=2011)
    with pytest.raises(FaultsError, match="trước năm kế hoạch 2010"):
        study_of(inputs, unit=unit, plan_year=2010, day=day)


def test_codes_are_read_in_the_set_of_the_day(inputs: Inputs) -> None:
    assert unit_by_code(inputs.places, "94", day=date(2023, 6, 30)).name == "Sóc Trăng"
    with pytest.raises(FaultsError, match="94"):
        unit_by_code(inputs.places, "94", day=date(2026, 6, 30))


@pytest.mark.parametrize("year", [2020, 2022, 2024, 2025, 2026])
def test_every_province_can_be_asked_for_in_every_year(
    inputs: Inputs, paths: Paths, year: int
) -> None:
    """A sample of seven provinces; the whole table would only take longer."""
    for province in inputs.places.in_set("63")[::9]:
        study = planned_for(inputs, paths, province=province.name, plan_year=year).study
        assert [item.index for item in study.indices] == ["PAPI", "SIPAS", "PAR INDEX"]


def test_an_unknown_form_names_the_known_ones(paths: Paths) -> None:
    with pytest.raises(FaultsError, match="khong-co") as caught:
        form_for(paths, "khong-co")
    assert "province-narrative" in caught.value.faults[0].remedy


def test_details_belong_to_one_unit_and_year(inputs: Inputs, paths: Paths) -> None:
    unit = inputs.places.resolve("Lạng Sơn", day=date(2023, 6, 30))
    folder = folder_for(paths, unit=unit, plan_year=2023)
    assert folder is not None
    tops = {goal.index: one.value for goal in folder.details.targets for one in goal.conditions}
    assert tops == {"PAR INDEX": 35, "SIPAS": 30, "PAPI": None}
    assert folder_for(paths, unit=unit, plan_year=2024) is None
    assert folder_for(paths, unit=unit, plan_year=2023, form="department") is None


def test_faults_of_many_files_are_told_at_once(paths: Paths, tmp_path: Path) -> None:
    copied(paths, tmp_path)
    raw = tmp_path / "data/raw"
    papi = raw / "papi/papi_2022.csv"
    papi.write_text(papi.read_text("utf-8").replace("1.8706", "?"), "utf-8")
    sipas = raw / "sipas/sipas.csv"
    sipas.write_text(sipas.read_text("utf-8").replace("published", "chắc", 1), "utf-8")
    (raw / "reference/choosing.yml").unlink()
    with pytest.raises(FaultsError) as caught:
        read_inputs(Paths(tmp_path))
    assert {fault.place.file for fault in caught.value.faults} >= {"choosing.yml"}
    (raw / "reference/choosing.yml").write_bytes((paths.reference / "choosing.yml").read_bytes())
    with pytest.raises(FaultsError) as caught:
        read_inputs(Paths(tmp_path))
    found = {(fault.code, fault.place.file, fault.place.row) for fault in caught.value.faults}
    assert ("SC-03", "papi_2022.csv", 14) in found
    assert any(code == "SC-10" and file == "sipas.csv" for code, file, _ in found)


def test_a_data_file_without_a_year_in_its_name_is_refused(paths: Paths, tmp_path: Path) -> None:
    copied(paths, tmp_path)
    shutil.copy(paths.raw / "papi/papi_2022.csv", tmp_path / "data/raw/papi/papi_moi.csv")
    with pytest.raises(FaultsError) as caught:
        read_inputs(Paths(tmp_path))
    assert [(f.code, f.place.file) for f in caught.value.faults] == [("RN-15", "papi_moi.csv")]


def test_a_year_without_an_edition_is_refused_not_guessed(paths: Paths, tmp_path: Path) -> None:
    copied(paths, tmp_path)
    shutil.copy(paths.raw / "papi/papi_2022.csv", tmp_path / "data/raw/papi/papi_2031.csv")
    with pytest.raises(FaultsError, match="2031"):
        read_inputs(Paths(tmp_path))


def copied(paths: Paths, folder: Path) -> None:
    shutil.copytree(paths.raw, folder / "data/raw")
