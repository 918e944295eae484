"""Which body gets which provincial task: exact against the tables, nothing lost or invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.expansion import Expansion
from tests.builders.plans import group, row, task, with_part

from analysis.plan import messages
from analysis.plan.spreading import Share, Spread, share_text, spread
from analysis.plan.vacancies import every_task

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import PlannedTask, Study
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Made = Callable[..., Spread]

ROLES = ("lead", "actors", "implementers", "coordinators")
PARTS = ("lead", "act", "implement", "coordinate")
PLANS: tuple[dict[str, Any], ...] = (
    {"province": "Lạng Sơn", "plan_year": 2023},
    {"province": "Lạng Sơn", "plan_year": 2026},
    {"province": "Cần Thơ", "plan_year": 2026},
    {"plan": "ubnd-tinh-ha-tinh-2021"},
    {"plan": "ubnd-tinh-lang-son-2023"},
    {"plan": "ubnd-tinh-soc-trang-2023"},
)
IDS = [str(plan.get("plan") or f"{plan['province']} {plan['plan_year']}") for plan in PLANS]


def expansion(study: Study, paths: Paths) -> Expansion:
    return Expansion(paths.reference, f"{study.unit.unit_set}:{study.unit.code}", study.day)


def codes(named: PlannedTask, roles: tuple[str, ...] = ROLES) -> set[str]:
    return {code for role in roles for code in named.functions.get(role, ())}


@pytest.fixture(params=PLANS, ids=IDS)
def study_of_plan(request: pytest.FixtureRequest, job: Callable[..., Job]) -> tuple[Study, Job]:
    made = job(**request.param)
    return made.planned.study, made


def test_each_task_reaches_all_and_only_the_bodies_it_names(
    study_of_plan: tuple[Study, Job], inputs: Inputs, paths: Paths
) -> None:
    study, job = study_of_plan
    own = job.planned.details.bodies if job.planned.details else {}
    found = spread(study, inputs.localities, own=own)
    tables = expansion(study, paths)
    working = {
        body
        for one in every_task(study)
        for code in codes(one, ROLES[:3])
        for body in tables.reached(code).planning
    }
    assert {agency.code for agency in found.agencies} == working
    assert tuple(unit.code for unit in found.localities) == tables.localities
    for one in every_task(study):
        reached = [tables.reached(code) for code in codes(one)]
        named = {body for each in reached for body in each.planning}
        places = tables.localities if any(each.local for each in reached) else ()
        assert set(found.receivers(one.task.id)) == (named & working) | set(places)
        told = {outside.code for outside in found.outside if outside.task == one.task.id}
        assert told == {body for each in reached for body in each.others} | (named - working)


def test_a_body_has_the_strongest_part_that_a_task_names_it_in(
    study_of_plan: tuple[Study, Job], inputs: Inputs, paths: Paths
) -> None:
    study, _ = study_of_plan
    found = spread(study, inputs.localities)
    tables = expansion(study, paths)
    making = {agency.code for agency in found.agencies} | set(tables.localities)
    expected: dict[tuple[str, str], tuple[str, bool]] = {}
    for one in every_task(study):
        for role, part in zip(ROLES, PARTS, strict=True):
            reached = [tables.reached(code) for code in codes(one, (role,))]
            bodies = {body for each in reached for body in each.planning}
            bodies |= set(tables.localities if any(each.local for each in reached) else ())
            for body in bodies & making:
                held, acts = expected.get((one.task.id, body), (part, False))
                expected[one.task.id, body] = held, acts or (held, part) == ("lead", "act")
    told = {(share.task.task.id, share.body): (share.part, share.acts) for share in found.shares}
    assert told == expected
    assert len(told) == len(found.shares)


def test_nothing_is_given_that_the_plan_does_not_hold(
    study_of_plan: tuple[Study, Job], inputs: Inputs
) -> None:
    study, _ = study_of_plan
    found = spread(study, inputs.localities)
    tasks = every_task(study)
    order = {one.task.id: place for place, one in enumerate(tasks)}
    assert len(order) == len(tasks)
    assert {share.task.task.id for share in found.shares} <= set(order)
    for body in {share.body for share in found.shares}:
        places = [order[share.task.task.id] for share in found.of(body)]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("province", "year", "count"),
    [("Lạng Sơn", 2023, 11), ("Lạng Sơn", 2026, 65), ("Cần Thơ", 2026, 103)],
)
def test_a_province_s_districts_then_its_communes_are_given_work(
    study: Callable[[str, int], Study], inputs: Inputs, province: str, year: int, count: int
) -> None:
    found = spread(study(province, year), inputs.localities)
    assert len(found.localities) == count
    assert all(found.of(unit.code) for unit in found.localities)


@pytest.fixture
def made(study: Callable[[str, int], Study], inputs: Inputs) -> Made:
    """Return a maker of the spread of one made-up task of Lạng Sơn, by its functions."""

    def make(year: int = 2023, **functions: tuple[str, ...]) -> Spread:
        one = task("a", functions=functions)
        only = with_part(study("Lạng Sơn", year), group("Nhóm", row(one)))
        return spread(only, inputs.localities, own={"to_cong_tac": "Tổ công tác"})

    return make


def parts_of(found: Spread) -> list[tuple[str, str]]:
    return [(share.body, share.part) for share in found.shares]


def others_of(found: Spread) -> list[tuple[str, str]]:
    return [(one.code, one.reason) for one in found.outside]


def test_every_role_has_its_part(made: Made) -> None:
    found = made(
        lead=("noi_vu",), actors=("tu_phap",), implementers=("y_te",), coordinators=("y_te",)
    )
    assert parts_of(found) == [("SO_NV.1", "lead"), ("SO_TP.1", "act"), ("SO_YT.1", "implement")]


def test_who_leads_others_and_acts_has_one_part_that_says_both(made: Made) -> None:
    leads, acts = made(lead=("noi_vu",), actors=("noi_vu", "tu_phap")).shares
    assert (leads.body, leads.part, leads.acts) == ("SO_NV.1", "lead", True)
    assert (acts.body, acts.part, acts.acts) == ("SO_TP.1", "act", False)


def test_a_department_that_only_helps_makes_no_plan_and_is_told(made: Made) -> None:
    found = made(lead=("noi_vu",), coordinators=("y_te",))
    assert [agency.code for agency in found.agencies] == ["SO_NV.1"]
    assert others_of(found) == [("SO_YT.1", messages.ONLY_COORDINATES)]


def test_a_department_helps_where_it_has_a_plan_for_other_work(
    study: Callable[[str, int], Study], inputs: Inputs
) -> None:
    first = task("a", functions={"lead": ("noi_vu",), "coordinators": ("y_te",)})
    second = task("b", functions={"lead": ("y_te",)})
    both = with_part(study("Lạng Sơn", 2023), group("Nhóm", row(first, second)))
    found = spread(both, inputs.localities)
    assert found.receivers("a") == ("SO_NV.1", "SO_YT.1")
    assert found.outside == ()


def test_a_name_for_several_means_each_of_them(made: Made) -> None:
    found = made(lead=("van_phong_ubnd",), implementers=("cac_so_nganh", "ubnd_cap_huyen"))
    assert len(found.localities) == 11
    assert {unit.code for unit in found.localities} < set(found.receivers("a"))
    assert {"SO_NV.1", "BAN_DT.1", "TTR_TINH", "SO_LDTBXH.1"} < set(found.receivers("a"))
    assert ("VP_UBND", "lead") in parts_of(found)


@pytest.mark.parametrize(("year", "count"), [(2023, 11), (2026, 65)])
@pytest.mark.parametrize("function", ["ubnd_cap_xa", "mot_cua_cap_xa", "phong_gddt"])
def test_what_communes_and_divisions_below_are_given_goes_to_those_they_belong_to(
    made: Made, year: int, count: int, function: str
) -> None:
    found = made(year, lead=(function,))
    assert len(found.receivers("a")) == count
    assert (found.agencies, found.outside) == ((), ())


def test_what_a_part_is_given_goes_to_the_body_it_is_a_part_of(made: Made) -> None:
    assert made(lead=("trung_tam_hcc",)).receivers("a") == ("VP_UBND",)


def test_whoever_may_only_be_asked_is_told_with_the_reason(made: Made) -> None:
    found = made(lead=("noi_vu",), coordinators=("mat_tran", "buu_dien"))
    assert found.receivers("a") == ("SO_NV.1",)
    assert others_of(found) == [
        ("MTTQ_TINH", messages.ONLY_ASKED),
        ("BUUDIEN", messages.NO_PLAN_OF_ITS_OWN),
    ]


def test_a_name_that_means_nobody_in_particular_is_told_with_the_reason(made: Made) -> None:
    found = made(lead=("noi_vu",), coordinators=("co_quan_lien_quan",))
    ((code, reason),) = others_of(found)
    assert code == "co_quan_lien_quan"
    assert "các cơ quan, đơn vị có liên quan" in reason


def test_a_body_that_only_the_plan_knows_is_told_by_its_name(made: Made) -> None:
    (one,) = made(lead=("noi_vu",), implementers=("to_cong_tac",)).outside
    assert (one.code, one.name) == ("to_cong_tac", "Tổ công tác")
    assert one.reason == messages.NAMED_BY_THE_PLAN


def test_a_lead_of_its_own_task_is_told_the_duty_itself() -> None:
    one = task("a", functions={"lead": ("noi_vu",)})
    for part in ("act", "lead"):
        assert share_text(Share(one, "SO_NV.1", part), others=()) == one.task.duty


def test_a_duty_written_without_a_full_stop_gets_one() -> None:
    one = task("a", duty="Biên soạn tài liệu")
    assert share_text(Share(one, "SO_NV.1", "act"), others=()) == "Biên soạn tài liệu."


def test_other_parts_are_told_the_task_and_who_leads_it() -> None:
    one = task("a", activity="Tập huấn", functions={"actors": ("tu_phap",)})
    leads = Share(one, "SO_NV.1", "lead")
    lead = share_text(leads, others=("Sở Tư pháp",))
    both = share_text(replace(leads, acts=True), others=("Sở Tư pháp",))
    asked = share_text(leads, others=("Sở Tư pháp",), asked=True)
    assert len({lead, both, asked}) == 3
    assert all("Sở Tư pháp" in text and "tập huấn" in text for text in (lead, both, asked))
    for part in ("implement", "coordinate"):
        text = share_text(Share(one, "SO_NV.1", part), others=())
        assert "Sở A" in text
        assert text.endswith(": tập huấn.")


@pytest.mark.parametrize("part", ["implement", "coordinate"])
def test_a_task_of_several_lines_without_a_lead_is_told_in_one_clean_sentence(part: Any) -> None:
    one = task("a", activity="Rà soát quy định.\nCông khai kết quả.", lead=())
    text = share_text(Share(one, "SO_NV.1", part), others=())
    assert text.endswith(": rà soát quy định. Công khai kết quả.")
    assert "\n" not in text
    assert "  " not in text
