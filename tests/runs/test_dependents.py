"""Whose plans a provincial plan asks for, and what each of them is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.builders.cascades import mandates, own_plan, printed, repository
from tests.builders.expansion import Expansion
from tests.builders.plans import as_typed

from analysis.document.checks import text_faults
from analysis.errors import FaultsError
from analysis.plan import messages
from analysis.plan.vacancies import every_task
from analysis.runs.dependents import Dependents
from analysis.runs.inputs import OWN_DIVISIONS, read_inputs
from analysis.runs.jobs import Request, job_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.mandate import Mandate
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Made = Callable[..., Dependents]

PLANS = (("Lạng Sơn", 2023), ("Lạng Sơn", 2026), ("Cần Thơ", 2026))
OWN = ("ubnd-tinh-ha-tinh-2021", "ubnd-tinh-lang-son-2023", "ubnd-tinh-soc-trang-2023")
ALL = [pytest.param({"province": p, "plan_year": y}, id=f"{p} {y}") for p, y in PLANS]
ALL += [pytest.param({"plan": name}, id=name) for name in OWN]
ROLES = ("actors", "lead", "implementers", "coordinators")


@pytest.fixture(scope="module")
def made(job: Callable[..., Job], inputs: Inputs) -> Made:
    """Return a maker of dependents; each plan's are made once."""
    known: dict[int, Dependents] = {}

    def make(*args: Any, **others: Any) -> Dependents:
        found = job(*args, **others)
        return known.setdefault(id(found), Dependents(found.planned, inputs))

    return make


def test_lang_son_s_plan_of_2023_is_carried_out_by_departments_and_districts(made: Made) -> None:
    found = made("Lạng Sơn", 2023)
    assert len(found.departments()) == 18
    assert {agency.kind for agency in found.departments()} == {
        "sở",
        "ban",
        "văn phòng",
        "thanh tra",
    }
    assert len(found.localities()) == 11
    assert {unit.kind for unit in found.localities()} == {"huyện", "thành phố"}


@pytest.mark.parametrize(("province", "count"), [("Lạng Sơn", 65), ("Cần Thơ", 103)])
def test_a_plan_of_2026_by_today_s_departments_and_every_commune(
    made: Made, province: str, count: int
) -> None:
    found = made(province, 2026)
    names = {agency.printed(found.study.unit) for agency in found.departments()}
    assert "Sở Nông nghiệp và Môi trường" in names
    assert not names & {"Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư"}
    assert len(found.localities()) == count
    assert {unit.kind for unit in found.localities()} == {"xã", "phường"}


@pytest.mark.parametrize("plan", ALL)
def test_every_task_of_a_body_names_it(made: Made, paths: Paths, plan: dict[str, Any]) -> None:
    found = made(**plan)
    unit = found.study.unit
    tables = Expansion(paths.reference, f"{unit.unit_set}:{unit.code}", found.study.day)
    named: dict[str, set[str]] = {}
    for task in every_task(found.study):
        functions = {code for role in ROLES for code in task.functions.get(role, ())}
        reached = [tables.reached(function) for function in functions]
        places = tables.localities if any(each.local for each in reached) else ()
        named[task.task.id] = {body for each in reached for body in each.planning} | set(places)
    for mandate in mandates(found):
        assert mandate.assigned
        assert all(mandate.body.code in named[one.task.task.id] for one in mandate.assigned)


@pytest.mark.parametrize("plan", ALL)
def test_every_body_is_told_all_it_was_given_in_the_plan_s_order(
    made: Made, plan: dict[str, Any]
) -> None:
    found = made(**plan)
    for mandate in mandates(found):
        shares = found.spread.of(mandate.body.code)
        assert [(one.task.task.id, one.part) for one in mandate.assigned] == [
            (share.task.task.id, share.part) for share in shares
        ]
        assert {one.group for one in mandate.assigned} <= set(found.assigning.groups.values())


@pytest.mark.parametrize("plan", ALL)
def test_nobody_works_with_itself_and_every_sentence_is_clean(
    made: Made, plan: dict[str, Any]
) -> None:
    for mandate in mandates(made(**plan)):
        for one in mandate.assigned:
            assert one.text.endswith(".")
            assert not one.text.endswith("..")
            assert "  " not in one.text
            if one.part == "coordinate":
                lead = one.task.task.lead
                assert mandate.body.name not in lead


@pytest.mark.parametrize(("province", "year"), PLANS)
def test_how_a_share_is_carried_out_is_said_by_a_task_for_the_level_once_a_body(
    made: Made, inputs: Inputs, province: str, year: int
) -> None:
    levels = {task.id: task.levels for task in inputs.library.tasks}
    said = 0
    for mandate in mandates(made(province, year)):
        sources = [one.source for one in mandate.assigned if one.source]
        assert len(sources) == len(set(sources))
        said += len(sources)
        for one in mandate.assigned:
            if one.source:
                assert one.part == "implement"
                assert mandate.body.level in levels[one.source]
                assert "province" not in levels[one.source]
    assert said > len(mandates(made(province, year)))


@pytest.mark.parametrize("plan", ALL)
def test_whoever_only_helps_bears_neither_deadline_nor_product(
    made: Made, plan: dict[str, Any]
) -> None:
    helping = [
        one
        for mandate in mandates(made(**plan))
        for one in mandate.assigned
        if one.part == "coordinate"
    ]
    assert helping
    assert {(one.deadline, one.product) for one in helping} == {("", "")}


@pytest.mark.parametrize("plan", ALL)
def test_every_plan_can_be_printed_and_cites_the_province_s(
    made: Made, paths: Paths, plan: dict[str, Any]
) -> None:
    found = made(**plan)
    assert f"của UBND {found.study.unit.full_name()} về" in found.parent
    for mandate in mandates(found):
        text = printed(found, mandate, paths)
        assert text_faults(text) == []
        assert found.parent in as_typed(text.body[0].text)
        assert text.issuer == mandate.body.issuer


@pytest.fixture
def named(made: Made) -> Callable[..., Mandate]:
    """Return a maker of one body's mandate of Lạng Sơn's plan."""
    return lambda year=2023, agency=None, place=None: made("Lạng Sơn", year).named(
        agency=agency, place=place
    )


@pytest.mark.parametrize("agency", ["SO_NV.1", "noi_vu", "Sở Nội vụ", "so noi vu"])
def test_a_department_is_named_by_code_function_or_name(
    named: Callable[..., Mandate], agency: str
) -> None:
    assert named(agency=agency).body.code == "SO_NV.1"


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ({"agency": "Sở Nội"}, "RF-19", "Sở Nội vụ"),
        ({"agency": "SO_NV.2"}, "RF-21", "Sở Nội vụ"),
        ({"agency": "Sở Thông tin và Truyền thông", "year": 2026}, "RF-20", "Sở Khoa học"),
        ({"place": "Bình Gja"}, "RF-24", "huyện Bình Gia"),
        ({"place": "huyện Bình Gia", "year": 2026}, "RF-26", "huyện Bình Gia"),
        ({}, "RN-20", "--agency"),
    ],
)
def test_a_body_that_is_not_there_is_refused_with_what_is_near(
    named: Callable[..., Mandate], asked: dict[str, Any], code: str, told: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        named(**asked)
    (fault,) = caught.value.faults
    assert fault.code == code
    assert told in f"{fault.what} {fault.remedy}"


def test_a_plan_before_the_register_begins_is_refused(inputs: Inputs, paths: Paths) -> None:
    day = date(2014, 5, 19)
    of_province = Request("Lạng Sơn", 2023, day=day)
    for request in (of_province, replace(of_province, form="department", agency="noi_vu")):
        with pytest.raises(FaultsError) as caught:
            job_for(request, inputs, paths)
        assert {fault.code for fault in caught.value.faults} == {"RF-18"}


def test_a_body_that_only_the_plan_knows_is_not_forgotten(made: Made) -> None:
    outside = made(plan="ubnd-tinh-lang-son-2023").spread.outside
    told = {one.name for one in outside if one.code == "co_quan_truc_tiep_tham_muu"}
    assert len(told) == 1
    assert next(iter(told)).startswith("cơ quan trực tiếp tham mưu")


def test_what_communes_do_is_worded_for_communes_when_districts_led_it(
    paths: Paths, inputs: Inputs, tmp_path: Path
) -> None:
    project = repository(paths, tmp_path)
    task = {"id": "thu-1", "text": "Hướng dẫn hộ gia đình.", "lead": ["ubnd_cap_huyen"]}
    name = own_plan(project, "thu", task)
    found = Dependents(job_for(Request(None, None, plan=name), inputs, project).planned, inputs)
    assert found.departments() == ()
    assert len(found.localities()) == 65
    assert [one.function for one in found.spread.unassigned] == ["ubnd_cap_huyen"]


@pytest.fixture
def with_divisions(paths: Paths, tmp_path: Path) -> Callable[..., Dependents]:
    """Return a maker of Lạng Sơn's dependents of 2023 with a table of own divisions."""
    project = repository(paths, tmp_path)

    def make(*rows: dict[str, Any]) -> Dependents:
        text = yaml.safe_dump(list(rows), allow_unicode=True)
        (project.plans / OWN_DIVISIONS).write_text(text, "utf-8")
        inputs = read_inputs(project)
        return Dependents(job_for(Request("Lạng Sơn", 2023), inputs, project).planned, inputs)

    return make


def leads(found: Dependents, paths: Paths, agency: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return who leads each content of a department's plan, with the notes."""
    text = printed(found, found.named(agency=agency, place=None), paths)
    return [(p.text, p.notes) for p in text.body if "chủ trì" in p.text and p.text.endswith(":")]


def test_divisions_named_once_lead_the_contents(
    with_divisions: Callable[..., Dependents], paths: Paths
) -> None:
    own = {"level": "department", "body": "63:20/SO_NV.1"}
    found = with_divisions(
        own | {"focal": True, "division": "Phòng A", "references": ["PAR", "SIPAS", "PAPI"]},
        own | {"focal": False, "division": "Phòng B", "references": ["PAR/f4", "PAR/f5"]},
    )
    told = leads(found, paths, "SO_NV.1")
    assert told
    assert all(text.startswith(("Phòng A", "Phòng B")) for text, _ in told)
    assert any("Phòng B" in text for text, _ in told)
    assert {notes for _, notes in told} == {()}
    assert found.named(agency="SO_NV.1", place=None).body.focal == "Phòng A"
    other = leads(found, paths, "SO_YT.1")
    assert all(text.startswith(messages.DIVISION_BLANK) for text, _ in other)


def test_without_them_the_lead_is_blank_and_commented(made: Made, paths: Paths) -> None:
    told = leads(made("Lạng Sơn", 2023), paths, "SO_NV.1")
    assert told
    assert all(text.startswith(messages.DIVISION_BLANK) for text, _ in told)
    assert {notes for _, notes in told} == {(messages.DIVISION_NOTE,)}


def test_a_locality_s_divisions_are_known_by_law(made: Made) -> None:
    for province, year in PLANS:
        found = made(province, year)
        for unit in found.localities()[:3]:
            assert all(one.division for one in found.of_locality(unit).assigned)
