"""The pages beside a report's own in a real browser: all reports, a check of form, a comparison."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders.accessibility import faults_of, grave_violations
from tests.builders.comparisons import index, line, paragraphs, plan_facts, rows

from analysis.plan.comparing import Side, compare
from analysis.review import compared_page, findings_page
from analysis.review.reports import ReportRow, Unreadable, reports_page
from analysis.review.signatures import Signature

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from analysis.runs.paths import Paths

NAME = "Người rà soát A <b>"


def all_reports(template: Path) -> str:
    signed = Signature(name=NAME, day=date(2026, 11, 25), note="", accepted=(), files={})
    made = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
    row = ReportRow(
        "lang-son/2023",
        "tỉnh Lạng Sơn",
        "",
        2023,
        "Kế hoạch cấp tỉnh",
        made,
        ["bao-cao.html", "ke-hoach.docx"],
        edited=["ke-hoach.docx"],
        warnings=["PL-10", "PL-11"],
        signatures=(signed,),
    )
    return reports_page([row], [Unreadable("khac/2024", "Tệp hỏng.")], template=template)


def findings(style: str) -> str:
    keys = ("file", "rule", "severity", "place", "found", "expected", "message")
    told = [
        dict(zip(keys, ("a.docx", f"ND-0{n}", weight, "đoạn 1", "12", "13", "Cỡ chữ"), strict=True))
        for n, weight in enumerate(("error", "warning", "info"), start=1)
    ]
    return findings_page(told, title="Kiểm tra thể thức", style=style)


def comparison(style: str) -> str:
    before = Side(
        "a",
        facts=plan_facts(index(line())),
        blocks=(*paragraphs("Rà soát trước ngày 30/6/2023."), *rows(("1", "Một"))),
    )
    after = Side(
        "b",
        facts=plan_facts(index(line(score=6.0), rank=9)),
        blocks=(*paragraphs("Rà soát trước ngày 30/9/2023."), *rows(("1", "Hai"))),
    )
    return compared_page(compare(before, after), style=style)


@pytest.fixture
def pages(paths: Paths, tmp_path: Path) -> dict[str, Path]:
    """Return the pages as files, by name."""
    template = paths.templates / "bao-cao"
    style = (template / "trang.css").read_text("utf-8")
    texts = {
        "danh-muc": all_reports(template),
        "the-thuc": findings(style),
        "so-sanh": comparison(style),
    }
    files = {name: tmp_path / f"{name}.html" for name in texts}
    for name, file in files.items():
        file.write_text(texts[name], "utf-8")
    return files


@pytest.mark.parametrize("name", ["danh-muc", "the-thuc", "so-sanh"])
def test_axe_finds_nothing_grave_and_the_policy_lets_all_of_it_be(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    assert faults_of(pages[name].read_text("utf-8")) == []
    sheet = browser.new_page(viewport={"width": 360, "height": 900})
    said: list[str] = []
    sheet.on("console", lambda message: said.append(message.text))
    sheet.goto(pages[name].as_uri())
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360
    font = sheet.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Liberation Serif" in font  # the style sheet is let in
    assert said == []
    found = grave_violations(sheet)
    sheet.close()
    assert found == []
