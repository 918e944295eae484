"""The document's preview on the reviewer's page."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from PIL import Image

from analysis.review import PagePicture, outside_addresses, page, preview_section

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from markupsafe import Markup
    from playwright.sync_api import Browser

    from analysis.runs.paths import Paths

PDF = "xem-truoc.pdf"


def picture(width: int, height: int) -> bytes:
    held = BytesIO()
    Image.new("L", (width, height), 255).save(held, "PNG")
    return held.getvalue()


FIRST = PagePicture(1, "", "KẾ HOẠCH Nâng cao PAPI năm 2026", picture(703, 994), 703, 994)
APPENDIX = PagePicture(28, "Phụ lục I", "MỤC TIÊU CỦA PAPI", picture(994, 703), 994, 703)


@pytest.fixture
def shown(paths: Paths, executed: Callable[..., Any]) -> Callable[[Markup | None], str]:
    def make(preview: Markup | None) -> str:
        return page(
            executed(("Tóm tắt", "<p>a</p>"), ("Cảnh báo", "<p>b</p>")),
            title="Báo cáo",
            subtitle="tỉnh",
            template=paths.templates / "bao-cao",
            preview=preview,
        )

    return make


def test_a_page_without_a_preview_says_nothing_of_it(shown: Callable[..., str]) -> None:
    text = shown(None)
    assert "Xem trước" not in text
    assert "LibreOffice" not in text
    assert "<img" not in text


def test_the_preview_is_the_last_section_before_the_sign_offs(shown: Callable[..., str]) -> None:
    root: Any = lxml_html.fromstring(shown(preview_section([FIRST, APPENDIX], pdf=PDF)))
    assert [node.text for node in root.findall(".//h2")] == [
        "Tóm tắt",
        "Cảnh báo",
        "Xem trước văn bản",
        "Xác nhận của người rà soát",
    ]
    listed = root.findall(".//nav//a")[-2]
    assert root.get_element_by_id(listed.get("href").lstrip("#")).text == "Xem trước văn bản"


def test_the_preview_warns_that_word_may_differ_and_leads_to_the_pdf() -> None:
    text = preview_section([FIRST, APPENDIX], pdf=PDF)
    assert "do LibreOffice dàn trang; số trang và chỗ ngắt dòng trong Word có thể khác" in text
    assert f'<a href="{PDF}">{PDF}</a>' in text
    assert "trang đầu của văn bản và của 1 phụ lục" in text


def test_a_picture_tells_which_page_it_is_and_what_stands_there() -> None:
    root: Any = lxml_html.fromstring(preview_section([FIRST, APPENDIX], pdf=PDF))
    first, appendix = root.findall(".//img")
    assert first.get("alt") == (
        "Hình trang 1 của văn bản: quốc hiệu, tên cơ quan ban hành và những đoạn đầu của "
        "KẾ HOẠCH Nâng cao PAPI năm 2026."
    )
    assert appendix.get("alt") == (
        "Hình trang 28 của tệp PDF, nơi bắt đầu Phụ lục I: MỤC TIÊU CỦA PAPI."
    )
    assert [node.text for node in root.findall(".//figcaption")] == [
        "Trang 1: KẾ HOẠCH Nâng cao PAPI năm 2026",
        "Phụ lục I: MỤC TIÊU CỦA PAPI (trang 28 của tệp PDF)",
    ]
    assert (appendix.get("width"), appendix.get("height")) == ("994", "703")
    assert b64decode(first.get("src").removeprefix("data:image/png;base64,")) == FIRST.png


def test_an_appendix_without_a_title_goes_by_its_label() -> None:
    bare = PagePicture(9, "Phụ lục", "", b"", 1, 1)
    assert bare.caption == "Phụ lục (trang 9 của tệp PDF)"
    assert bare.alt == "Hình trang 9 của tệp PDF, nơi bắt đầu Phụ lục."


def test_a_pdf_alone_is_linked_without_pictures() -> None:
    text = preview_section([], pdf=PDF)
    assert PDF in text
    assert "Hình" not in text
    assert "<img" not in text


def test_titles_are_escaped_and_nothing_is_loaded(shown: Callable[..., str]) -> None:
    sly = PagePicture(1, "", '"><script>alert(1)</script>', b"", 1, 1)
    text = shown(preview_section([sly], pdf=PDF))
    root: Any = lxml_html.fromstring(text)
    assert len(root.findall(".//script")) == 1
    assert root.find(".//img").get("alt").endswith("</script>.")
    assert outside_addresses(text) == ()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_a_browser_shows_the_pictures_within_the_page(
    browser: Browser, shown: Callable[..., str], tmp_path: Path, width: int
) -> None:
    path = tmp_path / "bao-cao.html"
    path.write_text(shown(preview_section([FIRST, APPENDIX], pdf=PDF)), "utf-8")
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    sheet.on("console", lambda message: said.append(message.text))
    sheet.goto(path.as_uri())
    wide = sheet.evaluate("document.documentElement.scrollWidth")
    drawn = sheet.evaluate("[...document.images].map(i => [i.naturalWidth, i.width])")
    sheet.close()
    assert wide <= width
    assert said == []
    assert [natural for natural, _ in drawn] == [703, 994]
    assert all(0 < shown <= width for _, shown in drawn)
