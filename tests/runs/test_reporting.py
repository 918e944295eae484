"""The pages made again: refused where they would not fit the plan, nothing else touched."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from openpyxl import load_workbook
from tests.builders.cascades import repository
from tests.builders.reports import WARNINGS

from analysis.errors import FaultsError
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.review import PagePicture
from analysis.runs.index import INDEX
from analysis.runs.manifest import FILE
from analysis.runs.notebooks import NAMES
from analysis.runs.pages import NOTEBOOKS, PAGE, SOURCE, notebook_parameters
from analysis.runs.paths import Paths
from analysis.runs.preview import PDF, Preview
from analysis.runs.reporting import Remade, report
from analysis.runs.requests import request_of
from analysis.runs.run import Request, run
from analysis.runs.signing import Order, sign, signatures
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TODAY = date(2026, 11, 24)
SIGNER = Order("Người rà soát A", TODAY, everything=True)


def executed(*, out: Path, names: Sequence[str] = NAMES, **_: Any) -> dict[str, Path]:
    """Write notebooks as if they had been run, each with one section."""
    out.mkdir()
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("## Mục"), nbformat.v4.new_markdown_cell("Lời")]
    for name in names:
        nbformat.write(notebook, out / f"{name}.ipynb")
    return {name: out / f"{name}.ipynb" for name in names}


@pytest.fixture(scope="module")
def whole(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Return a repository with the report of Lạng Sơn's plan of 2023."""
    project = repository(paths, tmp_path_factory.mktemp("kho") / "kho")
    shutil.copytree(paths.notebooks, project.notebooks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("analysis.runs.run.run_notebooks", executed)
        run(Request("Lạng Sơn", 2023), paths=project, today=TODAY)
    return project


@pytest.fixture
def project(whole: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setattr("analysis.runs.reporting.run_notebooks", executed)
    monkeypatch.setattr("analysis.runs.run.run_notebooks", executed)
    shutil.copytree(whole.root, tmp_path / "kho")
    return Paths(tmp_path / "kho")


@pytest.fixture
def folder(project: Paths) -> Path:
    return project.reports / "lang-son/2023"


@pytest.fixture
def remake(project: Paths, folder: Path) -> Callable[[], Remade]:
    return lambda: report(folder, paths=project, today=TODAY)


def hashes(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path) for path in found}


def codes(remake: Callable[[], Remade], folder: Path) -> list[str]:
    before = hashes(folder)
    with pytest.raises(FaultsError) as caught:
        remake()
    assert hashes(folder) == before
    return [fault.code for fault in caught.value.faults]


def test_only_the_page_its_notebook_and_the_manifest_are_written(
    remake: Callable[[], Remade], folder: Path
) -> None:
    (folder / PAGE).unlink()
    before = hashes(folder)
    assert remake().page == folder / PAGE
    after = hashes(folder)
    assert {name for name in after if after[name] != before.get(name)} <= {
        PAGE,
        FILE,
        f"{NOTEBOOKS}/{SOURCE}.ipynb",
    }
    told = json.loads((folder / FILE).read_text("utf-8"))
    assert told["outputs"] == {name: after[name] for name in after if name != FILE}


def test_a_new_template_is_told_apart_from_the_inputs_of_the_plan(
    remake: Callable[[], Remade], folder: Path, project: Paths
) -> None:
    inputs = json.loads((folder / FILE).read_text("utf-8"))["inputs"]
    style = project.templates / "bao-cao/trang.css"
    style.write_text(style.read_text("utf-8") + "h1 { color: red; }", "utf-8")
    remake()
    assert "h1 { color: red; }" in (folder / PAGE).read_text("utf-8")
    told = json.loads((folder / FILE).read_text("utf-8"))
    assert told["inputs"] == inputs
    assert told["pages"]["inputs"] == {"templates/bao-cao/trang.css": sha256(style)}


def test_a_manifest_that_tells_no_inputs_is_enough(
    remake: Callable[[], Remade], folder: Path
) -> None:
    told = json.loads((folder / FILE).read_text("utf-8"))
    del told["inputs"]
    (folder / FILE).write_text(json.dumps(told), "utf-8")
    assert remake().page == folder / PAGE


def test_an_edited_page_stays_and_the_new_one_is_beside_it(
    remake: Callable[[], Remade], folder: Path
) -> None:
    (folder / PAGE).write_text("trang đã sửa", "utf-8")
    made = remake()
    assert made.page.name == "bao-cao (bản mới 24-11-2026).html"
    assert (folder / PAGE).read_text("utf-8") == "trang đã sửa"
    assert "đã được sửa tay" in made.notices[0]


def test_a_page_that_would_not_fit_the_plan_is_refused(
    remake: Callable[[], Remade], folder: Path, project: Paths
) -> None:
    papi = project.raw / "papi/papi_2022.csv"
    published = papi.read_text("utf-8")
    papi.write_text(published.replace("1.8706", "1.8806"), "utf-8")
    assert codes(remake, folder) == ["RN-63"]
    papi.write_text(published, "utf-8")
    file = load_workbook(folder / WORKBOOK)
    heads = {cell.value: place for place, cell in enumerate(file["Nhiệm vụ"][2], start=1)}
    file["Nhiệm vụ"].cell(3, heads["Sản phẩm"]).value = "Sổ tay của người soạn"
    file.save(folder / WORKBOOK)
    assert codes(remake, folder) == ["RN-63"]
    run(request_of(folder), paths=project, today=TODAY)
    remake()


def test_a_page_that_is_refused_does_not_claim_to_be_signed_any_more(
    remake: Callable[[], Remade], folder: Path
) -> None:
    sign(folder, SIGNER, today=TODAY)
    assert "không còn hiệu lực" not in (folder / PAGE).read_text("utf-8")
    file = load_workbook(folder / WORKBOOK)
    heads = {cell.value: place for place, cell in enumerate(file["Nhiệm vụ"][2], start=1)}
    file["Nhiệm vụ"].cell(3, heads["Sản phẩm"]).value = "Sổ tay của người soạn"
    file.save(folder / WORKBOOK)
    with pytest.raises(FaultsError) as caught:
        remake()
    assert [fault.code for fault in caught.value.faults] == ["RN-63"]
    assert "không còn hiệu lực" in (folder / PAGE).read_text("utf-8")


def test_a_plan_without_a_page_is_refused(project: Paths) -> None:
    body = Request("Lạng Sơn", 2023, "department", agency="noi_vu")
    made = run(body, paths=project, today=TODAY).folder
    assert codes(lambda: report(made, paths=project, today=TODAY), made) == ["RN-62"]


def test_sign_offs_and_the_page_over_all_reports_follow(
    remake: Callable[[], Remade], folder: Path, project: Paths
) -> None:
    sign(folder, SIGNER, today=TODAY)
    remake()
    assert signatures(folder)[0].changed == ()
    assert "Người rà soát A" in (folder / PAGE).read_text("utf-8")
    assert "Người rà soát A" in (project.reports / INDEX).read_text("utf-8")


def test_a_run_that_changes_the_plan_voids_its_sign_off_on_the_page(
    folder: Path, project: Paths
) -> None:
    sign(folder, SIGNER, today=TODAY)
    run(request_of(folder), paths=project, today=TODAY)
    assert "không còn hiệu lực" not in (folder / PAGE).read_text("utf-8")
    papi = project.raw / "papi/papi_2022.csv"
    papi.write_text(papi.read_text("utf-8").replace("1.8706", "1.8806"), "utf-8")
    run(request_of(folder), paths=project, today=TODAY)
    assert "không còn hiệu lực: kế hoạch" in (folder / PAGE).read_text("utf-8")
    assert "Không còn hiệu lực: kế hoạch" in (project.reports / INDEX).read_text("utf-8")


def test_the_preview_is_shown_again_while_its_file_is_the_one_that_was_made(
    remake: Callable[[], Remade], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = PagePicture(1, "", "KẾ HOẠCH", b"\x89PNG", 703, 994)
    (folder / PDF).write_bytes(b"%PDF-")
    told = json.loads((folder / FILE).read_text("utf-8"))
    told["outputs"][PDF] = sha256(folder / PDF)
    (folder / FILE).write_text(json.dumps(told | {"warnings": WARNINGS}), "utf-8")

    def pictured(pdf: Path, *, title: str) -> Preview:
        assert title.startswith("KẾ HOẠCH ")
        return Preview(pdf, (picture,))

    monkeypatch.setattr("analysis.runs.reporting.pictured", pictured)
    remake()
    assert "Xem trước văn bản" in (folder / PAGE).read_text("utf-8")
    (folder / PDF).write_bytes(b"%PDF-2")
    remake()
    assert "Xem trước văn bản" not in (folder / PAGE).read_text("utf-8")


def test_the_notebook_is_told_what_the_run_was_told() -> None:
    told = {"unit_code": "20", "plan_year": 2023, "form": "province-tables", "plan": None}
    assert notebook_parameters(told | {"more": 1}).plan == "province-tables"
    assert notebook_parameters(told | {"plan": "ubnd-2023"}).plan == "ubnd-2023"
