"""The pages of the example units, each made once and shared by all workers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.builders.report_pages import executed, report_page

from analysis.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from analysis.plan.study import Study
    from analysis.runs.paths import Paths

PLAIN, CODED = "bao-cao.html", "bao-cao-ma.html"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return folder / "trang"


@pytest.fixture(scope="session")
def page_files(
    paths: Paths, study: Callable[[str, int], Study], shared: Path
) -> Callable[[str, int], Path]:
    """Return a maker of folders with both pages of a unit."""

    def make(province: str, year: int) -> Path:
        folder = shared / f"{slug(province)}-{year}"
        if not (folder / CODED).is_file():
            folder.mkdir(parents=True, exist_ok=True)
            item = study(province, year)
            notebook = executed(paths, item)
            for name, code in ((PLAIN, False), (CODED, True)):
                part = folder / f"{name}.{os.getpid()}"
                part.write_text(report_page(paths, notebook, item, code=code), "utf-8")
                part.replace(folder / name)
        return folder

    return make


@pytest.fixture
def opened(
    browser: Browser, page_files: Callable[[str, int], Path], request: pytest.FixtureRequest
) -> Callable[..., Page]:
    """Return what opens a page of a unit; it is closed after the test."""

    def open_page(province: str, year: int, name: str = PLAIN, **context: object) -> Page:
        sheet = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **context})  # type: ignore[arg-type]
        request.addfinalizer(sheet.close)
        sheet.goto((page_files(province, year) / name).as_uri())
        return sheet

    return open_page
