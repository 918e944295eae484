"""The main job, once for real: seven kernels, Word and the page."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import nbformat
import pandas as pd
import pytest
from docx import Document
from nbclient import NotebookClient
from openpyxl import load_workbook

from analysis.errors import FaultsError
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.runs.index import INDEX
from analysis.runs.manifest import FILE
from analysis.runs.notebooks import NAMES
from analysis.runs.pages import CODE_PAGE, SOURCE
from analysis.runs.paths import Paths
from analysis.runs.reporting import report as remake
from analysis.runs.requests import request_of
from analysis.runs.run import (
    DOCUMENT,
    FACTS,
    NOTEBOOKS,
    PAGE,
    PROGRESS,
    Report,
    Request,
    run,
)
from analysis.runs.writing import FORMER, sha256
from analysis.runs.written import FILE as STATE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 24)
LANG_SON = Request("Lạng Sơn", 2023, "province-narrative")


def copy(paths: Paths, folder: Path) -> Paths:
    """Copy what a run reads, so that it writes nowhere else."""
    for name in ("data/raw", "notebooks", "templates"):
        shutil.copytree(paths.root / name, folder / name)
    return Paths(folder)


@pytest.fixture(scope="module")
def told() -> list[str]:
    return []


@pytest.fixture(scope="module")
def project(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return copy(paths, tmp_path_factory.mktemp("repository"))


@pytest.fixture(scope="module")
def report(project: Paths, told: list[str]) -> Report:
    return run(LANG_SON, paths=project, today=TODAY, progress=told.append)


def files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_run_leaves_everything_in_one_folder(report: Report, project: Paths) -> None:
    executed = [f"{NOTEBOOKS}/{name}.ipynb" for name in NAMES]
    assert report.folder == project.root / "reports/lang-son/2023"
    pages = [PAGE, CODE_PAGE]
    written = [DOCUMENT, WORKBOOK, *pages, FACTS, FILE, STATE, PROGRESS, *executed]
    assert sorted(files(report.folder)) == sorted(written)
    assert sorted(path.name for path in project.reports.iterdir()) == [INDEX, "lang-son"]


def test_progress_is_told_step_by_step(report: Report, told: list[str]) -> None:
    assert report.notices == ()
    steps = [text for text in told if text.startswith("[")]
    assert [text[:5] for text in steps] == [f"[{n}/6]" for n in range(1, 7)]


def test_the_plan_opens_and_holds_the_facts(report: Report) -> None:
    text = "\n".join(p.text for p in Document(str(report.document)).paragraphs)
    assert "đạt 43,85\N{NO-BREAK SPACE}điểm, xếp hạng 13/61" in text


def test_the_facts_file_is_what_the_study_says(report: Report) -> None:
    told = json.loads((report.folder / FACTS).read_text("utf-8"))
    assert told["indices"][0]["rank"] == 13
    assert told["coverage"] == {"uncovered": [], "orphans": []}


def test_the_notebooks_were_executed_and_hold_no_path_of_the_machine(report: Report) -> None:
    for name in NAMES:
        path = report.folder / NOTEBOOKS / f"{name}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert all(cell.execution_count for cell in code)
        assert not [o for cell in code for o in cell.outputs if o.output_type == "error"]
        assert str(report.folder.parents[2]) not in path.read_text("utf-8")


def test_the_two_pages_lead_to_each_other_and_one_holds_the_code(report: Report) -> None:
    plain, coded = ((report.folder / name).read_text("utf-8") for name in (PAGE, CODE_PAGE))
    assert f'href="{CODE_PAGE}"' in plain
    assert f'href="{PAGE}"' in coded
    assert "review.ledger_table(study" in coded
    assert "review.ledger_table(study" not in plain


def test_a_notebook_run_by_hand_shows_the_same(report: Report, project: Paths) -> None:
    name = "03_thieu_hut_par_index"
    notebook = nbformat.read(project.notebooks / f"{name}.ipynb", as_version=4)
    NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": str(project.notebooks)}}
    ).execute()
    recorded = nbformat.read(report.folder / NOTEBOOKS / f"{name}.ipynb", as_version=4)
    assert shown(notebook) == shown(recorded)
    assert len(shown(notebook)) == 7


def shown(notebook: nbformat.NotebookNode) -> list[str]:
    return [
        output.data["text/html"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]


def test_the_tables_are_kept_for_the_analyst(report: Report, project: Paths) -> None:
    folder = project.processed("Lạng Sơn", 2023)
    assert sorted(files(folder)) == [
        "bao-phu.csv",
        "doi-chieu.csv",
        "muc-tieu.csv",
        "nhiem-vu.csv",
        "so-diem-mat-papi.csv",
        "so-diem-mat-par-index.csv",
        "so-diem-mat-sipas.csv",
    ]
    ledger = pd.read_csv(folder / "so-diem-mat-papi.csv", dtype={"code": str})
    assert ledger["lost"].iloc[0] == pytest.approx(36.1524, abs=1e-9)
    assert report.study.of("PAPI").ledger.total.lost == pytest.approx(ledger["lost"].iloc[0])


def test_the_manifest_vouches_for_inputs_and_outputs(report: Report, project: Paths) -> None:
    told = json.loads((report.folder / FILE).read_text("utf-8"))
    assert told["parameters"]["unit_code"] == "20"
    assert told["inputs"]["data/raw/papi/papi_2022.csv"] == sha256(
        project.raw / "papi/papi_2022.csv"
    )
    for name, digest in told["outputs"].items():
        assert sha256(report.folder / name) == digest
    assert set(told["outputs"]) == set(files(report.folder)) - {FILE}
    assert set(told["packages"]) >= {"pandas", "papermill", "python-docx"}


def test_the_page_made_again_is_the_same_and_nothing_else_is_touched(
    report: Report, paths: Paths, tmp_path: Path
) -> None:
    project = copy(paths, tmp_path)
    folder = project.root / "reports/lang-son/2023"
    shutil.copytree(report.folder, folder)
    (folder / PAGE).unlink()
    before = {name: sha256(report.folder / name) for name in files(report.folder)}
    made = remake(folder, paths=project, today=TODAY)
    assert made.page == folder / PAGE
    assert made.notices == ()
    after = {name: sha256(folder / name) for name in files(folder)}
    changed = {name for name in before if after[name] != before[name]}
    assert changed <= {FILE, f"{NOTEBOOKS}/{SOURCE}.ipynb"}
    told = json.loads((folder / FILE).read_text("utf-8"))
    assert told["outputs"] == {name: after[name] for name in after if name != FILE}
    assert told["pages"]["inputs"] == {}


@pytest.fixture(scope="module")
def edited(report: Report, paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A second run, after a person edited the document in Word and a task in the workbook."""
    project = copy(paths, tmp_path_factory.mktemp("edited"))
    folder = project.root / "reports/lang-son/2023"
    shutil.copytree(report.folder, folder)
    document = Document(str(folder / DOCUMENT))
    document.paragraphs[-1].add_run(" Câu do người soạn thêm.")
    document.save(str(folder / DOCUMENT))
    file = load_workbook(folder / WORKBOOK)
    heads = {cell.value: place for place, cell in enumerate(file["Nhiệm vụ"][2], start=1)}
    file["Nhiệm vụ"].cell(3, heads["Sản phẩm"]).value = "Sổ tay của người soạn"
    file.save(folder / WORKBOOK)
    return run(request_of(folder), paths=project, today=TODAY)


def test_a_second_run_keeps_the_document_that_a_person_edited(edited: Report) -> None:
    kept = Document(str(edited.folder / DOCUMENT))
    assert kept.paragraphs[-1].text.endswith(" Câu do người soạn thêm.")
    assert edited.document.name == "ke-hoach (bản mới 24-11-2026).docx"
    assert any("đã được sửa tay" in notice for notice in edited.notices)


def test_edits_in_the_workbook_are_in_every_file_of_the_report(edited: Report) -> None:
    text = "\n".join(p.text for p in Document(str(edited.document)).paragraphs)
    assert "Sản phẩm: sổ tay của người soạn." in text
    told = json.loads((edited.folder / FACTS).read_text("utf-8"))
    assert told["tasks"][0]["product"] == "Sổ tay của người soạn"
    for name in (PAGE, PROGRESS):
        assert "Sổ tay của người soạn" in (edited.folder / name).read_text("utf-8")
    listed = load_workbook(edited.folder / WORKBOOK)["Nhiệm vụ"].iter_rows(3, 3, values_only=True)
    assert "Sổ tay của người soạn" in next(listed)


def test_the_workbook_as_the_person_left_it_is_put_away(edited: Report) -> None:
    former = edited.folder / FORMER / "nhiem-vu (24-11-2026).xlsx"
    told = json.loads((edited.folder / FILE).read_text("utf-8"))
    assert told["inputs"]["reports/lang-son/2023/nhiem-vu.xlsx"] == sha256(former)
    assert any(str(former) in notice for notice in edited.notices)
    assert "giữ 1 ô người soạn đã sửa" in edited.notices[0]


def test_bad_input_stops_before_anything_is_written(
    report: Report, paths: Paths, tmp_path: Path
) -> None:
    project = copy(paths, tmp_path)
    shutil.copytree(report.folder, project.root / "reports/lang-son/2023")
    before = {n: sha256(report.folder / n) for n in files(report.folder)}
    papi = project.raw / "papi/papi_2022.csv"
    papi.write_text(papi.read_text("utf-8").replace("1.8706", "1;87"), "utf-8")
    with pytest.raises(FaultsError) as caught:
        run(LANG_SON, paths=project, today=TODAY)
    assert [(f.code, f.place.row) for f in caught.value.faults] == [("SC-03", 14)]
    kept = project.root / "reports/lang-son/2023"
    assert {name: sha256(kept / name) for name in files(kept)} == before
    assert not (project.root / "data/processed").exists()


def test_a_broken_template_leaves_the_earlier_report_whole(
    report: Report, paths: Paths, tmp_path: Path
) -> None:
    project = copy(paths, tmp_path)
    template = project.templates / "province-narrative.docx"
    template.write_bytes(template.read_bytes()[:3000])
    with pytest.raises(FaultsError) as caught:
        run(LANG_SON, paths=project, today=TODAY)
    assert caught.value.faults[0].place.file == "province-narrative.docx"
    assert list(files(project.reports)) == []
    assert report.document.is_file()
