"""A run with and without a preview."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from lxml import html as lxml_html

from analysis.review import PagePicture
from analysis.runs import preview_messages as messages
from analysis.runs.manifest import FILE
from analysis.runs.notebooks import NAMES
from analysis.runs.paths import Paths
from analysis.runs.preview import PDF, Preview
from analysis.runs.run import PAGE, Report, Request, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PICTURE = PagePicture(1, "", "KẾ HOẠCH", b"\x89PNG", 703, 994)


@pytest.fixture
def made(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """Return a maker of reports, its notebooks empty, its preview as given (`None`: not asked)."""
    project = Paths(tmp_path / "kho")
    for name in ("data/raw", "templates"):
        shutil.copytree(paths.root / name, project.root / name)

    def notebooks(*, out: Path, **_: Any) -> dict[str, Path]:
        out.mkdir()
        written = {name: out / f"{name}.ipynb" for name in NAMES}
        for path in written.values():
            nbformat.write(nbformat.v4.new_notebook(), path)
        return written

    monkeypatch.setattr("analysis.runs.run.run_notebooks", notebooks)

    def make(looked: Preview | None, **others: Any) -> Report:
        def preview(document: Path, *, out: Path, title: str) -> Preview:
            assert looked is not None
            assert document.is_file()
            assert title.startswith("KẾ HOẠCH ")
            if looked.pdf is not None:
                out.write_bytes(b"%PDF-")
            return looked

        monkeypatch.setattr("analysis.runs.run.preview", preview)
        request = Request("Lạng Sơn", 2023, **others)
        day = date(2026, 11, 24)
        return run(request, paths=project, today=day, previewed=looked is not None)

    return make


def manifest(report: Report) -> Any:
    return json.loads((report.folder / FILE).read_text("utf-8"))


def test_a_preview_is_a_file_of_the_report_and_a_section_of_its_page(
    made: Callable[..., Report], tmp_path: Path
) -> None:
    report = made(Preview(tmp_path / PDF, (PICTURE,)))
    assert PDF in manifest(report)["outputs"]
    root: Any = lxml_html.fromstring((report.folder / PAGE).read_text("utf-8"))
    heads = [node.text for node in root.findall(".//h2")]
    assert heads == ["Xem trước văn bản", "Xác nhận của người rà soát"]
    assert len(root.findall(".//img")) == 1
    assert report.notices == ()


def test_what_a_preview_lacks_is_told_and_the_rest_is_there(made: Callable[..., Report]) -> None:
    missing = Preview(warnings=(messages.OFFICE_MISSING.at(),))
    report = made(missing)
    assert report.notices == missing.notices
    assert [warning["code"] for warning in manifest(report)["warnings"]][-1] == "RN-50"
    assert "Xem trước" not in (report.folder / PAGE).read_text("utf-8")
    assert report.document.is_file()
    assert not (report.folder / PDF).exists()


def test_a_run_without_a_preview_leaves_no_earlier_one_beside_the_new_plan(
    made: Callable[..., Report], tmp_path: Path
) -> None:
    body = {"form": "department", "agency": "noi_vu"}
    report = made(Preview(tmp_path / PDF), **body)
    assert (report.folder / PDF).is_file()
    assert not (report.folder / PAGE).exists()
    assert made(None, **body).folder == report.folder
    assert not (report.folder / PDF).exists()
    assert PDF not in manifest(report)["outputs"]
