"""The cascade, for real: a folder for each body, a list, a table, and nothing by halves."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from tests.builders.cascades import manifest, own_plan, repository

from analysis.errors import FaultsError
from analysis.plan.vacancies import every_task
from analysis.runs import messages
from analysis.runs.cascade import FOLDER, LIST, TABLE, Cascade, cascade
from analysis.runs.manifest import FILE
from analysis.runs.run import DOCUMENT, Request, run
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Made = Callable[..., Cascade]

STARTED = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
OF_2026 = {"unit_set": "34", "plan_year": 2026, "plan_date": "2026-06-30", "result_year": 2024}
PLANS: dict[str, dict[str, Any]] = {
    "lang-son-2023": {},
    "lang-son-2026": OF_2026,
    "can-tho-2026": OF_2026 | {"unit_code": "92"},
}
OF: dict[str, tuple[str, int]] = {
    "lang-son-2023": ("Lạng Sơn", 2023),
    "lang-son-2026": ("Lạng Sơn", 2026),
    "can-tho-2026": ("Cần Thơ", 2026),
}


@pytest.fixture(scope="module")
def project(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return repository(paths, tmp_path_factory.mktemp("kho"))


@pytest.fixture(scope="module")
def made(project: Paths) -> Made:
    """Return a maker of the cascade of a plan of `PLANS`, each made once."""
    known: dict[str, Cascade] = {}

    def make(name: str) -> Cascade:
        if name not in known:
            report = manifest(project.reports / name, **PLANS[name])
            known[name] = cascade(report, paths=project, started=STARTED)
        return known[name]

    return make


def listed(done: Cascade) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(done.listed.read_text("utf-8"))
    return told


def table(folder: Path) -> list[dict[str, str]]:
    text = (folder / TABLE).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("name", "departments", "localities"),
    [("lang-son-2023", 18, 11), ("lang-son-2026", 13, 65), ("can-tho-2026", 13, 103)],
)
def test_every_body_that_is_given_work_has_a_document_of_its_own(
    made: Made, name: str, departments: int, localities: int
) -> None:
    done = made(name)
    bodies = listed(done)["bodies"]
    assert done.made == len(bodies) == departments + localities
    assert len({body["docx"] for body in bodies}) == len({body["code"] for body in bodies})
    assert sum(body["name"].startswith("UBND ") for body in bodies) == localities
    documents = {path.as_posix() for path in done.folder.glob(f"*/{DOCUMENT}")}
    assert {body["docx"] for body in bodies} == documents
    assert {path.name for path in done.folder.iterdir() if path.is_file()} == {LIST, TABLE, FILE}
    for body in bodies[:2] + bodies[-2:]:
        opened = Document(body["docx"])
        told = " ".join(p.text for p in opened.element.body.iter() if p.text)
        assert body["name"].removeprefix("UBND ").upper().split(" - ")[0] in told


@pytest.mark.parametrize("name", PLANS)
def test_the_list_holds_every_task_with_all_bodies_it_goes_to(
    made: Made, job: Callable[..., Job], name: str
) -> None:
    done = made(name)
    told = listed(done)
    assert told == done.content
    tasks = every_task(job(*OF[name]).planned.study)
    assert [task["id"] for task in told["tasks"]] == [one.task.id for one in tasks]
    with_plan = {body["code"] for body in told["bodies"]}
    for task in told["tasks"]:
        assert set(task["to"]) <= with_plan
        assert not {other["code"] for other in task["others"]} & set(task["to"])
        assert all(other["name"] and other["reason"] for other in task["others"])
        assert len(task["to"]) == len(set(task["to"]))
    assert {code for task in told["tasks"] for code in task["to"]} == with_plan
    assert told["unassigned"] == []


@pytest.mark.parametrize("name", PLANS)
def test_bodies_are_told_by_when_the_province_wants_plan_and_results(made: Made, name: str) -> None:
    year = OF[name][1]
    for body in listed(made(name))["bodies"]:
        assert set(body) == {"code", "name", "docx", "subplan_by", "results_by"}
        assert f"{year}-01-01" < body["subplan_by"] < body["results_by"] <= f"{year}-12-31"


@pytest.mark.parametrize("name", PLANS)
def test_the_table_says_the_same_a_row_for_each_task_and_body(made: Made, name: str) -> None:
    done = made(name)
    rows = table(done.folder)
    number, body, part = (messages.CASCADE_COLUMNS[place] for place in (0, 3, 5))
    given = Counter((row[number], row[body]) for row in rows if row[part])
    assert set(given.values()) == {1}
    assert set(given) == {
        (task["id"], code) for task in listed(done)["tasks"] for code in task["to"]
    }
    assert {row[part] for row in rows} - {""} <= set(messages.PARTS.values())
    others = {(row[number], row[body]) for row in rows if not row[part]}
    assert others == {
        (task["id"], other["code"]) for task in listed(done)["tasks"] for other in task["others"]
    }


def test_the_table_opens_in_a_spreadsheet(made: Made) -> None:
    raw = (made("lang-son-2023").folder / TABLE).read_bytes()
    assert raw.startswith("\ufeff".encode())
    assert b"\r" not in raw


@pytest.mark.parametrize(("only", "made_"), [("department", slice(18)), ("local", slice(18, 29))])
def test_one_level_alone_can_be_made_and_is_the_same(
    project: Paths, made: Made, only: Any, made_: slice
) -> None:
    whole = made("lang-son-2023")
    told: list[str] = []
    report = manifest(project.reports / f"only-{only}")
    done = cascade(report, paths=project, started=STARTED, only=only, progress=told.append)
    wanted = [body["code"] for body in listed(whole)["bodies"][made_]]
    assert [body["code"] for body in listed(done)["bodies"]] == wanted
    assert listed(done)["tasks"] == listed(whole)["tasks"]
    documents = {name: sha for name, sha in files(done.folder).items() if name.endswith(".docx")}
    assert len(documents) == len(wanted)
    assert documents.items() <= files(whole.folder).items()
    assert [text.split()[0] for text in told] == [
        f"[{place}/{len(wanted)}]" for place in range(1, len(wanted) + 1)
    ]


def test_the_manifest_vouches_for_inputs_and_outputs(made: Made, project: Paths) -> None:
    folder = made("lang-son-2023").folder
    told = json.loads((folder / FILE).read_text("utf-8"))
    assert told["parameters"] == {"from": "lang-son-2023", "only": None}
    assert told["outputs"] == {name: sha for name, sha in files(folder).items() if name != FILE}
    agencies = "data/raw/reference/agencies.csv"
    assert told["inputs"][agencies] == sha256(project.root / agencies)


def test_a_plan_that_a_person_edited_is_kept_and_the_new_one_put_beside_it(
    made: Made, project: Paths
) -> None:
    report = project.reports / "edited"
    shutil.copytree(made("lang-son-2023").folder.parent, report)
    folder = report / FOLDER
    edited = folder / "huyen-binh-gia" / DOCUMENT
    before = files(folder)
    document = Document(str(edited))
    document.paragraphs[-1].add_run(" Câu do người soạn thêm.")
    document.save(str(edited))
    by_hand = sha256(edited)
    done = cascade(report, paths=project, started=STARTED, only="local")
    assert sha256(edited) == by_hand
    (beside,) = (path for path in edited.parent.iterdir() if path != edited)
    assert beside.name == "ke-hoach (bản mới 24-11-2026).docx"
    assert sha256(beside) == before[f"huyen-binh-gia/{DOCUMENT}"]
    (notice,) = done.notices
    assert f"huyen-binh-gia/{DOCUMENT}" in notice
    untouched = [name for name in before if name.endswith(".docx") and "binh-gia" not in name]
    assert all(files(folder)[name] == before[name] for name in untouched)


def test_a_plan_folder_s_own_tasks_number_and_day_go_down(project: Paths) -> None:
    name = "ubnd-tinh-ha-tinh-2021"
    report = manifest(
        project.reports / name,
        unit_code="42",
        plan_year=2021,
        plan_date="2021-09-27",
        form="province-tables",
        plan=name,
    )
    done = cascade(report, paths=project, started=STARTED)
    told = listed(done)
    assert told["tasks"]
    assert all(task["id"].startswith("ht21-") for task in told["tasks"])
    assert len(told["bodies"]) == 19 + 13
    document = Document(told["bodies"][0]["docx"])
    assert "359/KH-UBND" in "\n".join(p.text for p in document.paragraphs)
    assert all("\n" not in row[messages.CASCADE_COLUMNS[2]] for row in table(done.folder))


def test_a_lead_of_a_body_that_is_gone_is_unassigned_with_a_proposal(project: Paths) -> None:
    task = {
        "id": "thu-1",
        "text": "Hướng dẫn hộ gia đình.",
        "lead": ["ubnd_cap_huyen"],
        "coordinators": ["xay_dung"],
    }
    name = own_plan(project, "thu", task)
    report = manifest(project.reports / name, plan=name, **OF_2026)
    done = cascade(report, paths=project, started=STARTED, only="department")
    (one,) = listed(done)["unassigned"]
    assert (one["id"], one["function"], one["was"]) == (
        "thu-1",
        "ubnd_cap_huyen",
        "UBND cấp huyện",
    )
    assert one["proposal"] == ["UBND các xã, phường", "Sở Xây dựng"]
    assert one["reason"]
    assert [fault.code for fault in done.warnings] == ["PL-11"]
    note = messages.CASCADE_COLUMNS[-1]
    assert [row[note] for row in table(done.folder) if "Sở Xây dựng" in row[note]]


@pytest.fixture
def refused(project: Paths) -> Callable[..., list[str]]:
    """Return the codes of the faults of a cascade; nothing was written by it."""

    def refuse(report: Path, **others: Any) -> list[str]:
        before = files(project.reports)
        with pytest.raises(FaultsError) as caught:
            cascade(report, paths=others.pop("paths", project), started=STARTED, **others)
        assert files(project.reports) == before
        assert not (report / FOLDER).exists()
        assert not list(project.reports.glob(".dang-lap-*"))
        return [fault.code for fault in caught.value.faults]

    return refuse


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        "{}",
        '{"parameters": []}',
        '{"parameters": {"unit_code": "20"}}',
        '{"parameters": {"unit_code": 20, "plan_year": "2023", "form": "province-narrative", '
        '"plan_date": "2023-06-30"}}',
        '{"parameters": {"unit_code": "20", "plan_year": 2023, "form": 1, '
        '"plan_date": "2023-06-30"}}',
        '{"parameters": {"unit_code": "20", "plan_year": 2023, "form": "province-narrative", '
        '"plan_date": "30/6/2023"}}',
    ],
)
def test_a_folder_without_a_readable_manifest_is_refused(
    refused: Callable[..., list[str]], project: Paths, text: str | None
) -> None:
    report = project.reports / "khong-ro"
    shutil.rmtree(report, ignore_errors=True)
    report.mkdir(parents=True)
    if text is not None:
        (report / FILE).write_text(text, "utf-8")
    assert refused(report) == ["RN-25"]


def test_a_folder_that_is_not_there_is_refused(
    refused: Callable[..., list[str]], project: Paths
) -> None:
    assert refused(project.reports / "khong-co") == ["RN-25"]


def test_the_report_of_a_department_is_refused(
    refused: Callable[..., list[str]], project: Paths
) -> None:
    wanted = Request("Lạng Sơn", 2023, "department", agency="noi_vu")
    report = run(wanted, paths=project, today=STARTED.date())
    assert refused(report.folder) == ["RN-26"]


@pytest.mark.parametrize(
    "told",
    [
        {"form": "local", "body": "183"},
        {"form": "department", "body": "SO_LDTBXH.1", "plan": "so-ldtbxh-lang-son-2022"},
    ],
)
def test_so_is_that_of_a_locality_or_of_their_plan_folders(
    refused: Callable[..., list[str]], project: Paths, told: dict[str, Any]
) -> None:
    assert refused(manifest(project.reports / "cap-duoi", **told)) == ["RN-26"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"unit_code": "21"}, "RF-05"),
        ({"form": "khong-co"}, "RN-09"),
        ({"plan": "khong-co"}, "RN-19"),
        ({"plan_date": "2013-06-30"}, "RF-18"),
        ({"plan_year": 2001}, "RN-02"),
        ({"previous": "khong-co"}, "RN-28"),
    ],
)
def test_a_report_of_what_is_no_longer_there_is_refused(
    refused: Callable[..., list[str]], project: Paths, told: dict[str, Any], code: str
) -> None:
    assert refused(manifest(project.reports / f"sai-{code}", **told)) == [code]


def test_faults_of_the_data_stop_it_before_anything_is_written(
    refused: Callable[..., list[str]], project: Paths, tmp_path: Path
) -> None:
    broken = repository(project, tmp_path)
    agencies = broken.reference / "agencies.csv"
    agencies.write_text(agencies.read_text("utf-8").replace(",order,", ",orders,", 2), "utf-8")
    report = manifest(broken.reports / "lang-son-2023")
    assert refused(report, paths=broken) == ["RF-14", "RF-14"]
    assert [path.name for path in broken.reports.iterdir()] == ["lang-son-2023"]
