"""From a request to one plan: whose it is, what it rests on, where its report goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import as_typed

from analysis.errors import FaultsError
from analysis.runs.jobs import Request, job_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.errors import Fault
    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Jobs = Callable[..., Job]

PROVINCE = "ubnd-tinh-soc-trang-2023"
DEPARTMENT, LOCAL = "so-ldtbxh-lang-son-2022", "ubnd-huyen-binh-gia-2024"


@pytest.fixture
def fault(inputs: Inputs, paths: Paths) -> Callable[..., Fault]:
    """Return a maker of the one fault of a request."""

    def find(province: str | None = "Lạng Sơn", year: int | None = 2023, **others: Any) -> Fault:
        with pytest.raises(FaultsError) as caught:
            job_for(Request(province, year, **others), inputs, paths)
        (found,) = caught.value.faults
        return found

    return find


def below(job: Job, paths: Paths) -> str:
    return job.target.relative_to(paths.reports).as_posix()


@pytest.mark.parametrize(
    ("asked", "folder"),
    [
        (("Lạng Sơn", 2023, {}), "lang-son/2023"),
        (("Lạng Sơn", 2023, {"form": "province-tables"}), "lang-son/2023/province-tables"),
        ((None, None, {"plan": PROVINCE}), f"soc-trang/2023/{PROVINCE}"),
        (
            ("Lạng Sơn", 2023, {"form": "department", "agency": "noi_vu"}),
            "lang-son/2023/department/so-noi-vu",
        ),
        (
            ("Lạng Sơn", 2023, {"form": "local", "place": "Bình Gia"}),
            "lang-son/2023/local/huyen-binh-gia",
        ),
        ((None, None, {"plan": DEPARTMENT}), f"lang-son/2022/{DEPARTMENT}"),
        ((None, None, {"plan": LOCAL}), f"lang-son/2024/{LOCAL}"),
    ],
)
def test_every_plan_has_a_folder_of_its_own(
    job: Jobs, paths: Paths, asked: tuple[str | None, int | None, dict[str, str]], folder: str
) -> None:
    province, year, others = asked
    assert below(job(province, year, **others), paths) == folder


def test_a_folder_says_form_unit_year_and_day_itself(job: Jobs) -> None:
    made = job(plan=PROVINCE)
    assert made.plan == PROVINCE
    assert made.planned.form.form == "province-single"
    study = made.planned.study
    assert (study.unit.name, study.plan_year, study.day) == ("Sóc Trăng", 2023, date(2023, 6, 14))


def test_an_asked_day_goes_before_the_folder_s(job: Jobs) -> None:
    day = date(2023, 12, 1)
    assert job(plan=PROVINCE, day=day).planned.study.day == day


def test_an_unknown_plan_is_refused_with_the_nearest(fault: Callable[..., Fault]) -> None:
    found = fault(None, None, plan="ubnd-huyen-binh-gia-2023")
    assert found.code == "RN-19"
    assert LOCAL in found.remedy


def test_an_unknown_form_is_refused_with_the_known(fault: Callable[..., Fault]) -> None:
    found = fault(form="departments")
    assert found.code == "RN-09"
    assert "department" in found.remedy


@pytest.mark.parametrize("named", [{"agency": "noi_vu"}, {"place": "Bình Gia"}], ids=str)
def test_a_province_s_form_is_nobody_else_s(
    fault: Callable[..., Fault], named: dict[str, str]
) -> None:
    assert fault(**named).code == "RN-21"
    assert fault(None, None, plan="ubnd-tinh-lang-son-2023", **named).code == "RN-21"


@pytest.mark.parametrize(
    "named", [{}, {"place": "Bình Gia"}, {"agency": "noi_vu", "place": "Bình Gia"}], ids=str
)
def test_a_department_s_form_needs_a_department_and_nothing_else(
    fault: Callable[..., Fault], named: dict[str, str]
) -> None:
    assert fault(form="department", **named).code == "RN-22"


@pytest.mark.parametrize(
    "named", [{}, {"agency": "noi_vu"}, {"agency": "noi_vu", "place": "Bình Gia"}], ids=str
)
def test_a_locality_s_form_needs_a_place_and_nothing_else(
    fault: Callable[..., Fault], named: dict[str, str]
) -> None:
    assert fault(form="local", **named).code == "RN-23"


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ({"form": "department", "agency": "Sở Nội vu vơ"}, "Sở Nội vụ"),
        ({"form": "local", "place": "Bình Gian"}, "Bình Gia"),
    ],
    ids=str,
)
def test_a_body_that_nobody_knows_is_refused_with_the_nearest(
    fault: Callable[..., Fault], named: dict[str, str], told: str
) -> None:
    found = fault(**named)
    assert told in f"{found.what} {found.remedy}"


def test_a_department_is_found_by_function_code_or_name(job: Jobs) -> None:
    made = [
        job("Lạng Sơn", 2023, form="department", agency=name)
        for name in ("noi_vu", "SO_NV.1", "sở nội vụ")
    ]
    assert {one.mandate.body.name for one in made if one.mandate} == {"Sở Nội vụ"}
    assert len({one.target for one in made}) == 1


def test_a_dependent_plan_carries_out_the_province_s_of_its_year(job: Jobs) -> None:
    made = job("Lạng Sơn", 2023, form="department", agency="noi_vu")
    assert made.mandate is not None
    assert made.mandate.body.level == "department"
    assert made.mandate.assigned
    assert "của UBND tỉnh Lạng Sơn về nâng cao" in made.mandate.parent


def test_a_province_s_plan_has_no_mandate(job: Jobs) -> None:
    assert job("Lạng Sơn", 2023).mandate is None


def test_a_dependent_folder_is_about_its_own_indices_and_body(job: Jobs, inputs: Inputs) -> None:
    local = job(plan=LOCAL)
    assert local.mandate is not None
    assert local.mandate.body.name == "UBND huyện Bình Gia"
    assert {one.task.index for one in local.mandate.assigned} == {"PAR INDEX", "SIPAS"}
    department = job(plan=DEPARTMENT)
    assert department.mandate is not None
    assert department.mandate.body.name == "Sở Lao động - Thương binh và Xã hội"


def test_districts_are_named_until_the_merger_and_communes_since(
    job: Jobs, fault: Callable[..., Fault]
) -> None:
    commune = job("Lạng Sơn", 2026, form="local", place="xã Bình Gia")
    assert commune.mandate is not None
    assert commune.mandate.body.level == "commune"
    found = fault("Lạng Sơn", 2026, form="local", place="huyện Bình Gia")
    assert found.code.startswith("RF-")


def texts(plan: PlanText) -> set[str]:
    return {paragraph.text for paragraph in plan.body}


def test_a_new_plan_says_what_was_decided_in_the_form_s_own_words(
    job: Jobs, inputs: Inputs
) -> None:
    new = as_typed(job("Lạng Sơn", 2023).text(inputs))
    known = as_typed(job(plan="ubnd-tinh-lang-son-2023").text(inputs))
    targets = {text for text in texts(known) if "nằm trong nhóm 35 tỉnh" in text}
    assert targets
    assert {text.split(" ", 1)[1] for text in targets} <= {
        text.split(" ", 1)[1] for text in texts(new) if " " in text
    }
    assert any("30/6/2023" in text for text in texts(new))
    folder = job(plan="ubnd-tinh-lang-son-2023").planned.details
    assert folder is not None
    own = [item.text for items in folder.texts.values() for item in items]
    own += [item.text for party in folder.duties for item in party.duties]
    starts = {text[:40] for text in own if "{" not in text[:40]}
    assert len(starts) > 5
    assert any(start in text for start in starts for text in texts(known))
    assert not [start for start in starts for text in texts(new) if start in text]
    assert new.signer == ""
    assert known.signer


@pytest.mark.parametrize(
    "asked",
    [
        {"plan": DEPARTMENT},
        {"plan": LOCAL},
        {"province": "Lạng Sơn", "year": 2023, "form": "department", "agency": "noi_vu"},
        {"province": "Lạng Sơn", "year": 2023, "form": "local", "place": "Bình Gia"},
        {"province": "Lạng Sơn", "year": 2026, "form": "local", "place": "xã Bình Gia"},
        {"province": "Cần Thơ", "year": 2026, "form": "department", "agency": "tai_chinh"},
    ],
    ids=lambda asked: " ".join(str(value) for value in asked.values()),
)
def test_plans_of_departments_and_places_are_whole(
    real_plan: Callable[..., PlanText], asked: dict[str, Any]
) -> None:
    printed = as_typed(real_plan(**asked))
    assert [p.text.split(".")[0] for p in printed.body if p.kind == "section"] == ["I", "II", "III"]
    assert printed.body[0].text.startswith("Thực hiện Kế hoạch số ")
    assert printed.body[-1].text.endswith("./.")
    told = [*texts(printed), *printed.recipients, printed.title, printed.number]
    for appendix in printed.appendices:
        assert appendix.table.rows
        told += [cell.text for line in appendix.table.rows for cell in line.cells]
    assert not [text for text in told if "{" in text or "None" in text]
