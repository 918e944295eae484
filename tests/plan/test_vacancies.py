"""Duties of bodies that are gone: told as a warning, beside the lead, with a proposal."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from tests.builders.cascades import own_plan, repository
from tests.builders.plans import group, row, task, with_part

from analysis.document.render import document_bytes
from analysis.plan import messages
from analysis.plan.facts import facts
from analysis.plan.vacancies import every_task, functions_of, vacancies, with_vacancies
from analysis.runs.jobs import Job, Request, job_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

    Studies = Callable[..., Study]

COMMUNES = "UBND các xã, phường"
GONE = messages.LEAD_ABOLISHED.format(was="UBND cấp huyện", now=COMMUNES)
KEPT = {"id": "ls26-thu-2", "text": "Rà soát quy trình.", "lead": ["tu_phap"]}
VACANT: dict[str, Any] = {
    "id": "ls26-thu-1",
    "text": "Hướng dẫn hộ gia đình làm thủ tục.",
    "lead": ["ubnd_cap_huyen"],
    "implementers": ["cac_so_nganh"],
    "coordinators": ["xay_dung", "mat_tran"],
}


@pytest.fixture
def made(study: Callable[[str, int], Study]) -> Studies:
    """Return a maker of the study of made-up tasks of Lạng Sơn, by their functions."""

    def make(year: int, *functions: dict[str, tuple[str, ...]]) -> Study:
        tasks = [task(f"t{n}", functions=one) for n, one in enumerate(functions, start=1)]
        return with_part(study("Lạng Sơn", year), group("Nhóm", row(*tasks)))

    return make


@pytest.fixture
def own(paths: Paths, inputs: Inputs, tmp_path: Path) -> Callable[..., Job]:
    """Return a maker of the job of Lạng Sơn's own plan of 2026, by its form and criterion."""
    project = repository(paths, tmp_path)

    def make(form: str = "province-narrative", reference: str = "PAR/f3") -> Job:
        name = own_plan(project, f"thu-{form}", VACANT, KEPT, reference=reference, form=form)
        return job_for(Request(None, None, plan=name), inputs, project)

    return make


def test_a_lead_that_the_district_had_is_to_be_given_anew(made: Studies) -> None:
    given = {"lead": ("ubnd_cap_huyen",), "coordinators": ("xay_dung", "tu_phap")}
    (one,) = vacancies(made(2026, given, {"lead": ("noi_vu",)}))
    assert (one.task, one.function, one.was) == ("t1", "ubnd_cap_huyen", "UBND cấp huyện")
    assert one.proposal == (COMMUNES, "Sở Xây dựng", "Sở Tư pháp")
    assert one.was in one.reason
    assert COMMUNES in one.reason


@pytest.mark.parametrize(
    ("function", "was", "now"),
    [
        ("phong_tu_phap", "Phòng Tư pháp cấp huyện", COMMUNES),
        ("phong_gddt", "Phòng Giáo dục và Đào tạo cấp huyện", COMMUNES),
        (
            "mot_cua_cap_huyen",
            "Bộ phận Một cửa cấp huyện",
            "Trung tâm Phục vụ hành chính công cấp xã",
        ),
    ],
)
def test_so_is_a_lead_that_its_divisions_had(
    made: Studies, function: str, was: str, now: str
) -> None:
    (one,) = vacancies(made(2026, {"lead": (function,)}))
    assert (one.was, one.proposal) == (was, (now,))


def test_only_single_departments_that_may_be_ordered_are_proposed(made: Studies) -> None:
    helpers = ("cac_so_nganh", "mat_tran", "buu_dien", "co_quan_lien_quan", "thanh_tra")
    (one,) = vacancies(made(2026, {"lead": ("ubnd_cap_huyen",), "coordinators": helpers}))
    assert one.proposal == (COMMUNES, "Thanh tra tỉnh")


@pytest.mark.parametrize("function", ["ubnd_cap_huyen", "phong_gddt", "mot_cua_cap_huyen"])
def test_as_long_as_the_district_is_there_nothing_is_vacant(made: Studies, function: str) -> None:
    assert vacancies(made(2023, {"lead": (function,)})) == ()


@pytest.mark.parametrize("role", ["actors", "implementers", "coordinators"])
def test_what_the_district_carried_out_the_communes_carry_out(made: Studies, role: str) -> None:
    assert vacancies(made(2026, {"lead": ("noi_vu",), role: ("ubnd_cap_huyen",)})) == ()


def test_a_department_that_took_over_from_another_leads_without_a_question(made: Studies) -> None:
    assert vacancies(made(2026, {"lead": ("lao_dong",)}, {"lead": ("dan_toc",)})) == ()


def test_a_study_without_vacancies_stays_as_it_is(made: Studies) -> None:
    kept = made(2026, {"lead": ("noi_vu",)})
    assert with_vacancies(kept) is kept


def test_every_vacancy_is_a_warning_with_its_task(own: Callable[..., Job]) -> None:
    told = own().planned.study.warnings
    (warning,) = [fault for fault in told if fault.code == "PL-11"]
    assert warning.severity == "warning"
    assert VACANT["id"] in warning.place.text()
    assert "UBND cấp huyện" in warning.what
    assert f"{COMMUNES}; Sở Xây dựng" in warning.remedy


def test_facts_tell_the_warning_too(own: Callable[..., Job]) -> None:
    told = facts(own().planned.study)["warnings"]
    assert [one["code"] for one in told] == ["PL-11"]


def test_only_the_task_whose_lead_is_gone_has_a_note(own: Callable[..., Job]) -> None:
    study = own().planned.study
    noted = {one.task.id: one.note for one in every_task(study)}
    assert noted["ls26-thu-2"] == ""
    assert COMMUNES in noted["ls26-thu-1"]
    assert "Sở Xây dựng" in noted["ls26-thu-1"]
    assert noted == {one.task.id: one.note for item in study.indices for one in item.tasks}


def test_the_note_stands_beside_the_lead_of_the_criterion(
    own: Callable[..., Job], inputs: Inputs
) -> None:
    plan = own().text(inputs)
    (lead,) = [p for p in plan.body if any(note.startswith(GONE) for note in p.notes)]
    assert "chủ trì" in lead.text
    assert COMMUNES in lead.text


def test_in_a_table_it_stands_in_the_lead_s_cell(own: Callable[..., Job], inputs: Inputs) -> None:
    plan = own("province-tables").text(inputs)
    noted = [
        (column.key, cell.text)
        for appendix in plan.appendices
        for line in appendix.table.rows
        for column, cell in zip(appendix.table.columns, line.cells, strict=True)
        if cell.note is not None and cell.note.startswith(GONE)
    ]
    assert noted == [("lead", COMMUNES)]


@pytest.mark.parametrize(
    ("form", "reference"),
    [
        ("province-narrative", "PAR/f3"),
        ("province-narrative", "PAPI/d5"),
        ("province-tables", "PAR/f3"),
    ],
)
def test_word_shows_it_as_a_comment(
    own: Callable[..., Job], inputs: Inputs, paths: Paths, form: str, reference: str
) -> None:
    plan = own(form, reference).text(inputs)
    data = document_bytes(plan, template=paths.templates / f"{form}.docx")
    with ZipFile(BytesIO(data)) as package:
        comments = package.read("word/comments.xml").decode("utf-8")
    assert comments.count(GONE) == 1
    assert f"{COMMUNES}; Sở Xây dựng" in comments


def test_each_task_is_counted_once_and_names_each_function_once(made: Studies) -> None:
    named: dict[str, Any] = {"lead": ("noi_vu",), "coordinators": ("noi_vu", "y_te")}
    twice = made(2023, named)
    twice = with_part(twice, *twice.parts[0].groups, *twice.parts[0].groups)
    (one,) = every_task(twice)
    assert functions_of(one) == ("noi_vu", "y_te")
