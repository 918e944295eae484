"""The page of a comparison: whole, offline, escaped, marked for eyes and ears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from tests.builders.comparisons import index, line, paragraphs, plan_facts, rows

from analysis.plan.comparing import Comparison, Side, compare
from analysis.review import compared_page, is_compared_page, outside_addresses

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from analysis.runs.paths import Paths

HOSTILE = "<script>alert('x')</script> & \"<img src=http://a.vn/b.png>\""


@pytest.fixture
def style(paths: Paths) -> str:
    return (paths.templates / "bao-cao" / "trang.css").read_text("utf-8")


@pytest.fixture
def comparison() -> Comparison:
    a = Side(
        "lang-son/2023",
        facts=plan_facts(index(line())),
        blocks=(
            *paragraphs("Sở Nội vụ rà soát trước ngày 30/6/2023."),
            *rows(("1", "Rà soát lần một")),
        ),
    )
    b = Side(
        "lang-son/2023 moi",
        facts=plan_facts(index(line(score=6.0), rank=9)),
        blocks=(
            *paragraphs("Sở Nội vụ rà soát trước ngày 30/9/2023."),
            *rows(("1", "Rà soát lần hai")),
        ),
    )
    return compare(a, b)


def test_the_page_tells_every_change_and_loads_nothing(comparison: Comparison, style: str) -> None:
    text = compared_page(comparison, style=style)
    page: Any = lxml_html.fromstring(text)
    assert outside_addresses(text) == ()
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert page.xpath("//h2/text()") == [
        "Tóm tắt",
        "Số liệu (2)",
        "Dòng trong bảng (1)",
        "Câu chữ (1)",
    ]
    assert sorted(f"#{key}" for key in page.xpath("//h2/@id")) == sorted(
        page.xpath("//nav//a/@href")
    )
    assert all(change.what.split(":")[0] in text for change in comparison.changes)
    assert page.xpath("//tr[@class='tong']/*/text()") == ["Tất cả", "2", "2", "0", "4"]


def test_what_went_and_came_is_marked_and_said(comparison: Comparison, style: str) -> None:
    page: Any = lxml_html.fromstring(compared_page(comparison, style=style))
    cell = page.xpath("//section[@aria-labelledby='wording']//td")[0]
    assert cell.text_content() == (
        "Sở Nội vụ rà soát trước ngày [bỏ: 30/6/2023 :hết phần bỏ] "
        "[thêm: 30/9/2023 :hết phần thêm] ."
    )
    assert [one.tag for one in cell] == ["del", "ins"]


def test_every_table_has_a_caption_and_headers(comparison: Comparison, style: str) -> None:
    page: Any = lxml_html.fromstring(compared_page(comparison, style=style))
    for table in page.xpath("//table"):
        assert table.xpath("caption")
        assert table.xpath(".//thead//th/@scope")
        assert all(row.xpath("th[@scope='row']") for row in table.xpath(".//tbody/tr"))


def test_hostile_texts_are_texts(style: str) -> None:
    a = Side(HOSTILE, facts=plan_facts(index({**line(), "name": HOSTILE})), blocks=paragraphs("a"))
    changed = {**line(score=1.0), "name": HOSTILE}
    b = Side("b", facts=plan_facts(index(changed)), blocks=paragraphs(HOSTILE))
    text = compared_page(compare(a, b), style=style)
    page: Any = lxml_html.fromstring(text)
    assert "<script" not in text
    assert "<img" not in text
    assert HOSTILE.split(" & ", maxsplit=1)[0] in str(page.text_content())


def test_a_comparison_without_changes_says_so(style: str) -> None:
    same = Side("a", blocks=paragraphs("Họp."))
    text = compared_page(compare(same, same), style=style)
    assert "Hai bên không khác nhau." in text
    assert "<ul></ul>" not in text


def test_only_a_page_of_this_kind_is_known_as_one(comparison: Comparison, style: str) -> None:
    text = compared_page(comparison, style=style)
    assert is_compared_page(text[:2_000])
    assert not is_compared_page("<title>x</title>" + text)
    assert not is_compared_page("")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_never_scrolls_sideways(
    comparison: Comparison, style: str, browser: Browser, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "so-sanh.html"
    file.write_text(compared_page(comparison, style=style), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert errors == []
    page.close()
