"""Sign-offs on the reviewer's page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html

from analysis.review.page import page
from analysis.review.reports import ReportRow, Unreadable, reports_page
from analysis.review.signatures import Signature, with_signatures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from analysis.runs.paths import Paths

DAY = date(2023, 6, 25)
FILES = {"ke-hoach.docx": "a" * 64, "facts.json": "b" * 64}
HOLDS = Signature("Người rà soát A", DAY, "", (("PL-10", "Câu chữ."),), FILES)
VOID = Signature("Người rà soát B", DAY, "Bản đầu", (), FILES, ("ke-hoach.docx", "facts.json"))
HOSTILE = r"<b>\1</b> \g<0> <!--/xac-nhan-->"


@pytest.fixture(scope="module")
def bare(paths: Paths, executed: Callable[..., Any]) -> str:
    """Return a page as a run makes it, without sign-offs."""
    return page(
        executed(("Mục", "<p>a</p>")),
        title="Báo cáo",
        subtitle="tỉnh Lạng Sơn",
        template=paths.templates / "bao-cao",
    )


def test_a_page_without_sign_offs_says_so_in_its_last_section(bare: str) -> None:
    root: Any = lxml_html.fromstring(bare)
    assert root.findall(".//h2")[-1].get("id") == "xac-nhan"
    assert root.findall(".//nav//a")[-1].get("href") == "#xac-nhan"
    assert "Chưa có xác nhận." in root.text_content()
    assert with_signatures(bare, ()) == bare


def test_a_sign_off_stands_in_the_section_and_at_the_top(bare: str) -> None:
    root: Any = lxml_html.fromstring(with_signatures(bare, [HOLDS]))
    top = root.find(".//header").text_content()
    assert "Đã xác nhận: Người rà soát A, 25/6/2023." in top
    (row,) = root.findall(".//tbody/tr")
    told = [cell.text_content() for cell in row]
    assert told[:4] == ["Người rà soát A", "25/6/2023", "Còn hiệu lực", "PL-10: Câu chữ."]
    assert "ke-hoach.docx: " + "a" * 64 in told[5]


def test_a_void_sign_off_is_marked_with_the_reason(bare: str) -> None:
    root: Any = lxml_html.fromstring(with_signatures(bare, [VOID]))
    why = "kế hoạch (ke-hoach.docx) và số liệu (facts.json) đã thay đổi sau khi xác nhận"
    (row,) = root.findall(".//tbody/tr")
    assert row.get("class") == "lech"
    assert row[2].text == f"Không còn hiệu lực: {why}"
    warning = root.find(".//header/p[@class='canh-bao']")
    assert f"không còn hiệu lực: {why}" in warning.text_content()


def test_the_top_tells_of_those_that_hold(bare: str) -> None:
    root: Any = lxml_html.fromstring(with_signatures(bare, [VOID, HOLDS, HOLDS]))
    top = root.find(".//header").text_content()
    assert top.count("Người rà soát A") == 1
    assert "Người rà soát B" not in top
    assert len(root.findall(".//tbody/tr")) == 3


def test_sign_offs_take_the_place_of_earlier_ones(bare: str) -> None:
    assert with_signatures(with_signatures(bare, [VOID]), [HOLDS]) == with_signatures(bare, [HOLDS])
    assert with_signatures(with_signatures(bare, [VOID, HOLDS]), []) == bare


def test_names_are_text_whatever_is_in_them(bare: str) -> None:
    hostile = Signature(HOSTILE, DAY, HOSTILE, ((HOSTILE, HOSTILE),), {HOSTILE: HOSTILE})
    text = with_signatures(bare, [hostile])
    root: Any = lxml_html.fromstring(text)
    assert root.find(".//tbody/tr/th").text == HOSTILE
    assert with_signatures(text, []) == bare


def test_a_page_without_places_comes_back_as_it_is() -> None:
    assert with_signatures("<p>a</p>", [HOLDS]) == "<p>a</p>"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("which", ["page", "index"])
def test_a_real_browser_shows_them_without_a_word(
    browser: Browser, bare: str, paths: Paths, tmp_path: Path, which: str, width: int
) -> None:
    row = ReportRow(
        "lang-son/2023",
        "tỉnh Lạng Sơn",
        "Ủy ban nhân dân huyện Bình Gia",
        2023,
        "Kế hoạch của UBND cấp huyện",
        datetime(2023, 6, 20, 8, 5),
        ["bao-cao.html", "ke-hoach.docx"],
        signatures=[VOID, HOLDS],
    )
    template = paths.templates / "bao-cao"
    made = {
        "page": with_signatures(bare, [VOID, HOLDS]),
        "index": reports_page([row], [Unreadable("a/2023", "lý do")], template=template),
    }
    path = tmp_path / "trang.html"
    path.write_text(made[which], "utf-8")
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    sheet.on("console", lambda message: said.append(message.text))
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.goto(path.as_uri())
    wide = sheet.evaluate("document.documentElement.scrollWidth")
    sheet.close()
    assert wide <= width
    assert said == []
    assert asked == [path.as_uri()]
