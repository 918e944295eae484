"""From an order to a plan's form, folder and study with its tasks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.runs.planning import Order, Planned, planned, planned_for, with_folder
from analysis.runs.plans import folder_named, form_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

LANG_SON = "ubnd-tinh-lang-son-2023"


@pytest.fixture
def plan(inputs: Inputs, paths: Paths) -> Callable[..., Planned]:
    """Return a maker of new plans of Lạng Sơn."""

    def make(year: int = 2023, **others: Any) -> Planned:
        return planned_for(inputs, paths, province="Lạng Sơn", plan_year=year, **others)

    return make


@pytest.fixture
def known(inputs: Inputs, paths: Paths) -> Callable[..., Planned]:
    """Return a maker of the plan of a folder."""

    def make(name: str = LANG_SON, in_paths: Paths = paths, **others: Any) -> Planned:
        folder = folder_named(in_paths, name)
        details = folder.details
        unit = inputs.places.resolve(details.unit_code, day=date(details.plan_year, 6, 30))
        order = Order(unit, details.plan_year, form=details.form, folder=folder, **others)
        return planned(inputs, in_paths, order)

    return make


def test_a_new_plan_takes_over_what_was_decided_but_not_how_it_was_worded(
    plan: Callable[..., Planned], known: Callable[..., Planned]
) -> None:
    new, old = plan().details, known().details
    assert new is not None
    assert old is not None
    assert new.targets == old.targets
    assert (new.subplan_date, new.completion_date) == (old.subplan_date, old.completion_date)
    assert old.texts
    assert (new.texts, new.duties, new.recipients, new.documents, new.bodies) == (
        {},
        (),
        (),
        {},
        {},
    )
    assert (new.number, new.date, new.month, new.title) == (None, None, None, None)


def test_a_new_plan_is_made_of_the_library_s_tasks(
    plan: Callable[..., Planned], known: Callable[..., Planned], inputs: Inputs
) -> None:
    library = {task.id for task in inputs.library.tasks}

    def used(found: Planned) -> set[str]:
        return {task.task.id for part in found.study.parts for task in part.tasks()}

    assert used(plan()) <= library
    assert used(plan())
    assert not used(known()) & library


def test_without_a_folder_nothing_was_decided(plan: Callable[..., Planned]) -> None:
    found = plan(2024)
    assert found.details is None
    assert found.study.parts


def test_what_was_decided_in_one_form_is_not_carried_into_another(
    plan: Callable[..., Planned],
) -> None:
    assert plan(form="province-tables").details is None


def test_the_day_is_the_asked_else_the_folder_s_else_the_thirtieth_of_june(
    plan: Callable[..., Planned], known: Callable[..., Planned]
) -> None:
    asked = date(2023, 9, 1)
    assert plan(day=asked).study.day == asked
    assert plan().study.day == date(2023, 6, 30)
    assert known("ubnd-tinh-soc-trang-2023").study.day == date(2023, 6, 14)
    assert known("ubnd-tinh-soc-trang-2023", day=asked).study.day == asked
    assert known().study.day == date(2023, 6, 30)


def test_the_results_are_the_newest_before_the_plan_or_those_asked_for(
    known: Callable[..., Planned],
) -> None:
    assert known().study.result_year == 2022
    assert known(result_year=2021).study.result_year == 2021


def test_the_study_bears_the_name_of_the_form(plan: Callable[..., Planned]) -> None:
    found = plan(form="province-tables")
    assert (found.form.form, found.study.form) == ("province-tables", "province-tables")


def test_indices_that_a_form_is_not_about_have_no_tasks_and_nothing_to_cover(
    plan: Callable[..., Planned],
) -> None:
    study = plan(form="province-single").study
    assert [part.part for part in study.parts] == ["PAPI"]
    assert study.of("PAPI").tasks
    for index in ("SIPAS", "PAR INDEX"):
        item = study.of(index)
        assert (item.tasks, item.choice.deficits, item.choice.uncovered) == ((), (), ())
        assert item.ledger.lines, "its results are still told"


def test_a_plan_may_be_about_fewer_indices_than_its_form(
    inputs: Inputs, paths: Paths, plan: Callable[..., Planned]
) -> None:
    folder = folder_named(paths, "ubnd-huyen-binh-gia-2024")
    study, form = plan(2024).study, form_for(paths, "local")
    made = with_folder(study, form=form, folder=folder, inputs=inputs)
    assert [part.part for part in made.study.parts] == ["SIPAS", "PAR INDEX"]


def test_targets_of_the_folder_are_those_of_its_study(
    copied: Paths, paths: Paths, inputs: Inputs
) -> None:
    changed(copied, criterion_targets={"PAPI": {"1.1": 1.5}})
    shutil_templates(paths, copied)
    found = planned_for(inputs, copied, province="Lạng Sơn", plan_year=2023)
    target = found.study.of("PAPI").target("1.1")
    assert target is not None
    assert (target.score, target.proposed) == (1.5, False)


@pytest.mark.parametrize(("goal", "code"), [({"9.9": 1.0}, "RN-17"), ({"1.1": 99.0}, "RN-18")])
def test_targets_that_cannot_be_are_refused(
    copied: Paths, paths: Paths, inputs: Inputs, goal: dict[str, float], code: str
) -> None:
    changed(copied, criterion_targets={"PAPI": goal})
    shutil_templates(paths, copied)
    with pytest.raises(FaultsError) as caught:
        planned_for(inputs, copied, province="Lạng Sơn", plan_year=2023)
    assert [fault.code for fault in caught.value.faults] == [code]


def changed(paths: Paths, **changes: object) -> None:
    path = paths.plans / LANG_SON / "plan.yml"
    content = yaml.safe_load(path.read_text("utf-8")) | changes
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def shutil_templates(paths: Paths, into: Paths) -> None:
    into.templates.mkdir()
    for path in paths.templates.glob("*.yml"):
        (into.templates / path.name).write_bytes(path.read_bytes())


def test_own_tasks_that_name_nobody_known_are_refused_with_their_folder(
    copied: Paths, paths: Paths, known: Callable[..., Planned]
) -> None:
    shutil_templates(paths, copied)
    tasks = copied.plans / LANG_SON / "tasks.yml"
    text = tasks.read_text("utf-8")
    assert "serves: [PAPI/" in text or "reference: PAPI/" in text
    tasks.write_text(text.replace("[noi_vu]", "[noi_vuu]", 1).replace("PAPI/d1", "PAPI/dd1", 1))
    with pytest.raises(FaultsError) as caught:
        known(in_paths=copied)
    assert {fault.code for fault in caught.value.faults} == {"PL-07", "PL-08"}
    assert {fault.place.file for fault in caught.value.faults} == {f"{LANG_SON}/tasks.yml"}


def test_an_unknown_province_is_refused(inputs: Inputs, paths: Paths) -> None:
    with pytest.raises(FaultsError) as caught:
        planned_for(inputs, paths, province="Lạng Xơn", plan_year=2023)
    assert [fault.code for fault in caught.value.faults] == ["RF-05"]
