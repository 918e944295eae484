"""The pages in a real browser: alone, accessible, printable, quick."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import CODED, PLAIN
from tests.builders.accessibility import grave_violations
from tests.builders.report_pages import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

# A4 lying, without its margins of 15 mm, in CSS pixels.
PAPER = {"width": 1009, "height": 680}
READY = """() => new Promise((told) => {
  const look = () => document.documentElement.dataset.san
    ? told(performance.getEntriesByType("navigation")[0].domInteractive)
    : setTimeout(look, 5);
  look();
})"""

each_unit = pytest.mark.parametrize(("province", "year"), UNITS)


@each_unit
def test_a_page_loads_nothing_says_nothing_and_fits_a_telephone(
    browser: Browser, page_files: Callable[[str, int], Path], province: str, year: int
) -> None:
    for name in (PLAIN, CODED):
        for width in (1280, 360):
            sheet = browser.new_page(viewport={"width": width, "height": 900})
            said: list[str] = []
            asked: list[str] = []
            sheet.on("console", lambda message: said.append(message.text))  # noqa: B023
            sheet.on("pageerror", lambda error: said.append(str(error)))  # noqa: B023
            sheet.on("request", lambda request: asked.append(request.url))  # noqa: B023
            address = (page_files(province, year) / name).as_uri()
            sheet.goto(address)
            assert sheet.evaluate("document.documentElement.scrollWidth") <= width
            sheet.close()
            assert said == []
            assert [url for url in asked if not url.startswith("data:")] == [address]


@each_unit
def test_axe_finds_nothing_grave(opened: Opened, province: str, year: int) -> None:
    assert grave_violations(opened(province, year)) == []


@pytest.mark.parametrize(("province", "year"), [UNITS[0], UNITS[-1]])
def test_axe_finds_nothing_grave_with_the_code_unfolded(
    opened: Opened, province: str, year: int
) -> None:
    sheet = opened(province, year, CODED)
    sheet.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert grave_violations(sheet) == []


@each_unit
def test_no_table_and_no_figure_is_wider_than_the_paper(
    opened: Opened, province: str, year: int
) -> None:
    sheet = opened(province, year, viewport=PAPER)
    sheet.emulate_media(media="print")
    wide = sheet.evaluate(
        """(most) => [...document.querySelectorAll("table, figure, svg, pre")]
             .filter((node) => node.getBoundingClientRect().right > most + 0.5)
             .map((node) => node.textContent.slice(0, 60))""",
        PAPER["width"],
    )
    assert wide == []
    assert sheet.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]


def test_a_table_that_runs_on_is_printed_with_its_head_on_each_page(
    opened: Opened, tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        notice = "pdftotext is not installed: the printed page is not read"
        if os.environ.get("CI"):
            pytest.fail(notice)
        pytest.skip(notice)
    path = tmp_path / "trang.pdf"
    opened("Lạng Sơn", 2023).pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run([reader, "-layout", path, "-"], capture_output=True, check=True)
    sheets = told.stdout.decode("utf-8").split("\f")
    tasks = [sheet for sheet in sheets if "Học từ: kế hoạch" in sheet]
    assert len(tasks) > 5
    assert all("Nhiệm vụ" in sheet and "Chủ trì" in sheet for sheet in tasks)


def test_a_page_is_ready_within_a_second(opened: Opened) -> None:
    tries = (opened("Lạng Sơn", 2023).evaluate(READY) for _ in range(5))
    assert any(milliseconds < 1000 for milliseconds in tries)


@pytest.mark.parametrize(("motion", "expected"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_those_who_do_not_want_it(
    opened: Opened, motion: str, expected: str
) -> None:
    sheet = opened("Cần Thơ", 2026, reduced_motion=motion)
    assert sheet.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == expected


def test_the_keyboard_reaches_everything_that_acts(opened: Opened) -> None:
    sheet = opened("Cần Thơ", 2026)
    stops: list[Any] = []
    for _ in range(120):
        sheet.keyboard.press("Tab")
        told = sheet.evaluate(
            """() => { const node = document.activeElement;
                 const look = getComputedStyle(node);
                 return [node.tagName, node.className, node.id, look.outlineStyle] }"""
        )
        if told[0] == "BODY":
            break
        stops.append(told)
    assert stops[0][:2] == ["A", "bo-qua"]
    assert {"A", "BUTTON", "INPUT", "DIV", "FIGURE"} <= {stop[0] for stop in stops}
    assert {stop[3] for stop in stops} <= {"solid", "auto"}


def test_the_first_stop_leads_past_the_contents(opened: Opened) -> None:
    sheet = opened("Cần Thơ", 2026)
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    assert sheet.evaluate("document.activeElement.id") == "noi-dung"
