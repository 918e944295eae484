"""No plan names a body that is not there on its date; what people write so is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.builders.cascades import printed

from analysis.document import strings
from analysis.plan.build import build_plan
from analysis.plan.validity import absent_bodies
from analysis.runs.dependents import Dependents
from analysis.runs.planning import with_folder
from analysis.runs.plans import form_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.errors import Fault
    from analysis.plan.mandate import Mandate
    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Told = Callable[..., tuple[Fault, ...]]

PROVINCES = ("Lạng Sơn", "Hà Tĩnh", "Cần Thơ", "Sóc Trăng")
PLANS = [
    (province, year)
    for year in (2021, 2023, 2024, 2026)
    for province in PROVINCES
    if (province, year) != ("Sóc Trăng", 2026)
]
DEPARTMENTS = {"sở", "ban", "văn phòng", "thanh tra"}
DISTRICTS = re.compile(r"\b(huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def every_plan(
    job: Callable[..., Job], inputs: Inputs, paths: Paths
) -> Callable[[str, int], list[PlanText]]:
    """Return a maker of all plans of a province and year: three forms, departments, one place."""
    made: dict[tuple[str, int], list[PlanText]] = {}

    def make(province: str, year: int) -> list[PlanText]:
        if (province, year) not in made:
            made[province, year] = list(_plans(job(province, year), inputs, paths))
        return made[province, year]

    return make


def _plans(job: Job, inputs: Inputs, paths: Paths) -> Iterator[PlanText]:
    rule = inputs.choosing.target_rule
    for name in ("province-narrative", "province-tables", "province-single"):
        form = form_for(paths, name)
        study = with_folder(job.planned.study, form=form, folder=None, inputs=inputs).study
        yield build_plan(study, form=form, details=None, rule=rule)
    dependents = Dependents(job.planned, inputs)
    for mandate in _mandates(dependents, inputs):
        yield printed(dependents, mandate, paths)


def _mandates(dependents: Dependents, inputs: Inputs) -> Iterator[Mandate]:
    study = dependents.study
    there = inputs.agencies.existing(day=study.day, province=study.unit)
    for body in there:
        if body.kind in DEPARTMENTS and not body.proposed and not body.belongs_to:
            yield dependents.of_department(body)
    for unit in {unit.kind: unit for unit in dependents.localities()}.values():
        yield dependents.of_locality(unit)


@pytest.mark.parametrize(("province", "year"), PLANS)
def test_no_plan_of_ours_names_a_body_that_is_not_there(
    every_plan: Callable[[str, int], list[PlanText]],
    study: Callable[[str, int], Study],
    province: str,
    year: int,
) -> None:
    plans = every_plan(province, year)
    assert len(plans) > 15
    for plan in plans:
        assert absent_bodies(strings(plan), study(province, year).directory) == ()


@pytest.mark.parametrize("province", PROVINCES[:3])
def test_after_the_merger_no_plan_speaks_of_a_level_that_is_gone(
    every_plan: Callable[[str, int], list[PlanText]], province: str
) -> None:
    for plan in every_plan(province, 2026):
        assert [text for _, text in strings(plan) if DISTRICTS.search(text)] == []


@pytest.fixture
def told(study: Callable[[str, int], Study]) -> Told:
    """Return what is told of one sentence in a province's plan of a year."""

    def tell(text: str, year: int = 2026, province: str = "Lạng Sơn") -> tuple[Fault, ...]:
        return absent_bodies([("đoạn 1", text)], study(province, year).directory)

    return tell


@pytest.mark.parametrize(
    ("text", "name", "instead"),
    [
        (
            "Giao Sở Thông tin và Truyền thông theo dõi.",
            "Sở Thông tin và Truyền thông",
            ["Sở Khoa học và Công nghệ"],
        ),
        (
            "Giao Sở Kế hoạch và Đầu tư, Sở Y tế.",
            "Sở Kế hoạch và Đầu tư",
            ["Sở Tài chính"],
        ),
        (
            "giao Sở Lao động - Thương binh và Xã hội",
            "Sở Lao động - Thương binh và Xã hội",
            ["Sở Nội vụ", "Sở Y tế"],
        ),
        (
            "UBND các huyện, thành phố báo cáo.",
            "UBND các huyện, thành phố",
            ["UBND các xã, phường"],
        ),
        ("Giao UBND cấp huyện báo cáo.", "UBND cấp huyện", ["UBND các xã, phường"]),
        ("Ban Dân tộc tỉnh phối hợp.", "Ban Dân tộc tỉnh", ["Sở Dân tộc và Tôn giáo"]),
        ("Cục Thuế tỉnh phối hợp.", "Cục Thuế tỉnh", ["Thuế tỉnh"]),
        (
            "Theo yêu cầu của Bộ Thông tin và Truyền thông.",
            "Bộ Thông tin và Truyền thông",
            ["Bộ Khoa học và Công nghệ", "Bộ Công an"],
        ),
    ],
)
def test_a_body_that_is_gone_is_told_with_who_took_over(
    told: Told, text: str, name: str, instead: list[str]
) -> None:
    (fault,) = told(text)
    assert (fault.code, fault.severity) == ("PL-10", "warning")
    assert fault.place.text() == "đoạn 1"
    assert f"“{name}” không có vào ngày 30/6/2026" in fault.what
    assert all(heir in fault.remedy for heir in instead)


@pytest.mark.parametrize(
    ("text", "name", "instead"),
    [
        (
            "Giao Sở Nông nghiệp và Môi trường.",
            "Sở Nông nghiệp và Môi trường",
            "Sở Tài nguyên và Môi trường",
        ),
        (
            "Trung tâm Phục vụ hành chính công cấp xã báo cáo.",
            "Trung tâm Phục vụ hành chính công cấp xã",
            "Bộ phận Một cửa cấp xã",
        ),
        ("Giao Sở Dân tộc và Tôn giáo.", "Sở Dân tộc và Tôn giáo", "Ban Dân tộc tỉnh"),
    ],
)
def test_a_body_before_its_time_is_told_with_who_is_there(
    told: Told, text: str, name: str, instead: str
) -> None:
    (fault,) = told(text, year=2023)
    assert f"“{name}” không có vào ngày 30/6/2023" in fault.what
    assert instead in fault.remedy


def test_a_body_of_another_province_is_told(told: Told) -> None:
    assert told("Giao Sở Ngoại vụ.", province="Hà Tĩnh") == ()
    (fault,) = told("Giao Sở Ngoại vụ.")
    assert "“Sở Ngoại vụ”" in fault.what


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quyết định số 15/QĐ-BTTTT ngày 15/3/2024 của Bộ Thông tin và Truyền thông.",
        "Kế hoạch số 12/KH-STTTT ngày 05 tháng 01 năm 2024 của Sở Thông tin và Truyền thông",
    ],
)
def test_the_issuer_of_a_cited_document_keeps_its_name(told: Told, text: str) -> None:
    assert told(text) == ()


def test_an_issuer_is_told_where_it_is_also_given_work(told: Told) -> None:
    cited = "Kế hoạch số 12/KH-STTTT ngày 05/01/2024 của Sở Thông tin và Truyền thông"
    assert len(told(f"{cited}; giao Sở Thông tin và Truyền thông theo dõi.")) == 1


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2023, "Giao Sở Thông tin và Truyền thông, Ban Dân tộc tỉnh, UBND các huyện, thành phố."),
        (2023, "UBND các xã, phường của thành phố; UBND các xã, thị trấn của huyện."),
        (2023, "Phòng Kinh tế của thành phố báo cáo."),
        (2026, "Giao Sở Nội vụ, Sở Tài chính, UBND các xã, phường, Thuế tỉnh."),
        (2026, "Bộ Nội vụ, Bộ Tư pháp, Văn phòng Chính phủ."),
        (2026, "Sở Nội vụ và các phòng, đơn vị thuộc Sở."),
    ],
)
def test_whoever_is_there_is_not_told(told: Told, year: int, text: str) -> None:
    assert told(text, year=year) == ()


def test_a_longer_name_is_not_taken_for_a_shorter_one(told: Told) -> None:
    assert told("Sở Khoa học và Công nghệ, Sở Nông nghiệp và Môi trường") == ()


def test_each_name_is_told_once_a_place_and_all_of_them_are_told(
    study: Callable[[str, int], Study],
) -> None:
    text = "Sở Giao thông vận tải; Ban Dân tộc tỉnh; Sở Giao thông vận tải"
    places = [("đoạn 1", text), ("đoạn 2", text)]
    found = absent_bodies(places, study("Lạng Sơn", 2026).directory)
    assert [fault.place.text() for fault in found] == ["đoạn 1", "đoạn 1", "đoạn 2", "đoạn 2"]
