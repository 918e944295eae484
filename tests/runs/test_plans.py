"""Plan forms and plan folders, found by name or by unit, year and form."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.runs.plans import folder_for, folder_named, form_for, form_names

if TYPE_CHECKING:
    from analysis.reference import Province
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

FOLDERS = (
    "so-ldtbxh-lang-son-2022",
    "ubnd-huyen-binh-gia-2024",
    "ubnd-tinh-ha-tinh-2021",
    "ubnd-tinh-lang-son-2023",
    "ubnd-tinh-soc-trang-2023",
)


@pytest.fixture
def lang_son(inputs: Inputs) -> Province:
    return inputs.places.resolve("Lạng Sơn", day=date(2023, 6, 30))


@pytest.mark.parametrize("name", FOLDERS)
def test_a_plan_is_found_by_the_name_of_its_folder(paths: Paths, name: str) -> None:
    found = folder_named(paths, name)
    assert found.name == name
    assert found.details.form in form_names(paths)
    assert bool(found.tasks) == (paths.plans / name / "tasks.yml").is_file()


def test_an_unknown_folder_is_refused_with_the_nearest(paths: Paths) -> None:
    with pytest.raises(FaultsError) as caught:
        folder_named(paths, "ubnd-tinh-lang-son-2024")
    (fault,) = caught.value.faults
    assert fault.code == "RN-19"
    assert "ubnd-tinh-lang-son-2024" in fault.what
    assert "ubnd-tinh-lang-son-2023" in fault.remedy


def test_a_name_like_none_is_answered_with_all(paths: Paths) -> None:
    with pytest.raises(FaultsError) as caught:
        folder_named(paths, "???")
    assert all(name in caught.value.faults[0].remedy for name in FOLDERS)


@pytest.mark.parametrize("name", ["..", "../../raw", ".", "", "ubnd-tinh-lang-son-2023/"])
def test_a_name_never_leads_out_of_the_plans(paths: Paths, name: str) -> None:
    with pytest.raises(FaultsError) as caught:
        folder_named(paths, name)
    assert [fault.code for fault in caught.value.faults] == ["RN-19"]


def test_a_folder_without_its_plan_file_is_no_plan(copied: Paths) -> None:
    (copied.plans / "ubnd-tinh-lang-son-2023/plan.yml").unlink()
    with pytest.raises(FaultsError, match="ubnd-tinh-lang-son-2023"):
        folder_named(copied, "ubnd-tinh-lang-son-2023")


def test_what_is_wrong_with_own_tasks_is_told_with_their_file(copied: Paths) -> None:
    tasks = copied.plans / "ubnd-tinh-lang-son-2023/tasks.yml"
    tasks.write_text(tasks.read_text("utf-8").replace("lead:", "leed:", 1), "utf-8")
    with pytest.raises(FaultsError) as caught:
        folder_named(copied, "ubnd-tinh-lang-son-2023")
    assert {fault.place.file for fault in caught.value.faults} == {"tasks.yml"}
    assert any("leed" in fault.what for fault in caught.value.faults)


def test_a_plan_is_found_by_its_unit_year_and_form(paths: Paths, lang_son: Province) -> None:
    def name(year: int, form: str, **body: str) -> str | None:
        found = folder_for(paths, unit=lang_son, plan_year=year, form=form, **body)
        return None if found is None else found.name

    assert name(2023, "province-narrative") == "ubnd-tinh-lang-son-2023"
    assert name(2023, "province-tables") is None
    assert name(2024, "province-narrative") is None
    assert name(2022, "department", agency="lao_dong") == "so-ldtbxh-lang-son-2022"
    assert name(2022, "department", agency="noi_vu") is None
    assert name(2022, "department") is None
    assert name(2024, "local", place="Bình Gia") == "ubnd-huyen-binh-gia-2024"


def test_codes_of_the_two_sets_of_provinces_are_not_mixed(paths: Paths, inputs: Inputs) -> None:
    after = inputs.places.resolve("Lạng Sơn", day=date(2026, 6, 30))
    assert folder_for(paths, unit=after, plan_year=2023) is None


def test_two_folders_for_the_same_plan_are_both_named(copied: Paths, lang_son: Province) -> None:
    shutil.copytree(copied.plans / "ubnd-tinh-lang-son-2023", copied.plans / "ban-sao")
    with pytest.raises(FaultsError) as caught:
        folder_for(copied, unit=lang_son, plan_year=2023)
    assert [(fault.code, fault.place.file) for fault in caught.value.faults] == [
        ("RN-12", "ban-sao/plan.yml"),
        ("RN-12", "ubnd-tinh-lang-son-2023/plan.yml"),
    ]


def test_an_unknown_form_is_refused_with_the_known(paths: Paths) -> None:
    with pytest.raises(FaultsError) as caught:
        form_for(paths, "provincial")
    (fault,) = caught.value.faults
    assert fault.code == "RN-09"
    assert all(name in fault.remedy for name in form_names(paths))
