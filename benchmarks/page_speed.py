"""Measure how soon the reviewer's pages can be used in Chromium, and how large they are.

    make bench-page

Each page is opened anew several times; told are the medians and the slowest. "Ready" is the moment
from which tables sort and filter, counted from the start of loading; "sorted" is what one sort of
the longest table takes until the next frame.
"""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.builders.chromium import chromium
from tests.builders.report_pages import UNITS, executed, report_page

from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import Request, job_for
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPEATS, GOAL, MOST_BYTES = 9, 1000.0, 3_000_000
_READY = """() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd"""
_SORTED = """() => new Promise((told) => {
  const longest = [...document.querySelectorAll("table[data-xep]")]
    .reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  const began = performance.now();
  longest.querySelector("th button").click();
  requestAnimationFrame(() => setTimeout(() => told(performance.now() - began)));
})"""


def times(browser: Browser, address: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds to readiness and of one sort, for each opening."""
    ready, ordered = [], []
    for _ in range(REPEATS):
        sheet = browser.new_page(viewport={"width": 1280, "height": 900})
        sheet.goto(address)
        ready.append(float(sheet.evaluate(_READY)))
        ordered.append(float(sheet.evaluate(_SORTED)))
        sheet.close()
    return ready, ordered


def main() -> None:
    """Print a line a page, and whether the goals are met."""
    slowest, largest = 0.0, 0
    print(f"{'page':32}{'kB':>8}{'ready, ms':>12}{'slowest':>10}{'sorted, ms':>12}")
    with tempfile.TemporaryDirectory(prefix="kh-") as name, chromium() as browser:
        paths = replace(Paths.find(), out=Path(name))  # without what was edited in reports
        inputs = read_inputs(paths)
        for province, year in UNITS:
            study = job_for(Request(province, year), inputs, paths).planned.study
            notebook = executed(paths, study)
            for code in (False, True):
                path = Path(name) / "trang.html"
                path.write_text(report_page(paths, notebook, study, code=code), "utf-8")
                size = path.stat().st_size
                ready, ordered = times(browser, path.as_uri())
                label = f"{province} {year}{', with code' if code else ''}"
                middle, worst = statistics.median(ready), max(ready)
                print(
                    f"{label:32}{size / 1000:8.0f}{middle:12.0f}{worst:10.0f}"
                    f"{statistics.median(ordered):12.0f}"
                )
                slowest, largest = max(slowest, middle), max(largest, size)
    print(
        f"\nready after {slowest:.0f} ms at most; the goal is under {GOAL:.0f}; "
        f"{largest / 1000:.0f} kB at most; the goal is under {MOST_BYTES / 1000:.0f}"
    )


if __name__ == "__main__":
    main()
