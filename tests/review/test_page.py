from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html

from analysis.errors import FaultsError
from analysis.review import outside_addresses, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.paths import Paths

    Maker = Callable[..., Any]

UNITS = (("Lạng Sơn", 2023), ("Hà Tĩnh", 2021), ("Sóc Trăng", 2023), ("Cần Thơ", 2026))


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_a_page_is_vietnamese_ordered_and_small(
    page_of: Callable[[str, int], str], province: str, year: int
) -> None:
    text = page_of(province, year)
    root = lxml_html.fromstring(text)
    assert root.get("lang") == "vi"
    assert len(root.findall(".//h1")) == 1
    levels = [int(node.tag[1]) for node in root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - here <= 1 for here, after in pairwise(levels))
    assert outside_addresses(text) == ()
    assert len(text.encode()) < 3_000_000


def test_every_entry_of_the_contents_leads_to_its_section(
    page_of: Callable[[str, int], str],
) -> None:
    root: Any = lxml_html.fromstring(page_of("Lạng Sơn", 2023))
    entries = root.findall(".//nav//a")
    assert len(entries) == len(root.findall(".//h2"))
    for entry in entries:
        target = root.get_element_by_id(entry.get("href", "").lstrip("#"))
        assert target.text == entry.text


def test_code_prompts_and_library_warnings_stay_out(page_of: Callable[[str, int], str]) -> None:
    text = page_of("Lạng Sơn", 2023)
    for hidden in ("review.something", "unit_code", "một cảnh báo của thư viện", "Lời dẫn", "In ["):
        assert hidden not in text


def scripts(text: str) -> list[str]:
    """Return the scripts of a page."""
    return [str(node.text) for node in lxml_html.fromstring(text).iter("script")]


def test_titles_are_escaped(paths: Paths, executed: Maker) -> None:
    text = page(
        executed(("<script>alert(1)</script>", "<p>a</p>")),
        title="<script>b</script>",
        subtitle="</style><script>c</script>",
        template=paths.templates / "bao-cao",
    )
    assert scripts(text) == [(paths.templates / "bao-cao" / "bang.js").read_text("utf-8")]


@pytest.mark.parametrize(("tag", "name"), [("style", "trang.css"), ("script", "bang.js")])
def test_the_page_allows_its_own_style_and_script_and_no_others(
    paths: Paths, executed: Maker, tag: str, name: str
) -> None:
    text = page(
        executed(("Mục", "<p>a</p>")),
        title="a",
        subtitle="b",
        template=paths.templates / "bao-cao",
    )
    root: Any = lxml_html.fromstring(text)
    (node,) = root.iter(tag)
    assert node.text == (paths.templates / "bao-cao" / name).read_text("utf-8")
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(node.text.encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}'" in policy.split("; ")
    assert "unsafe" not in policy


def test_a_script_that_a_cell_brings_is_refused(paths: Paths, executed: Maker) -> None:
    with pytest.raises(FaultsError) as caught:
        page(
            executed(("Mục", "<SCRIPT >alert(1)</SCRIPT>")),
            title="a",
            subtitle="b",
            template=paths.templates / "bao-cao",
        )
    assert [fault.code for fault in caught.value.faults] == ["RV-30"]


@pytest.mark.parametrize(
    ("planted", "address"),
    [
        ('<img src="https://a.vn/b.png">', "https://a.vn/b.png"),
        ("<script src='//a.vn/b.js'></script>", "//a.vn/b.js"),
        ('<link rel="stylesheet" href="http://a.vn/b.css">', "http://a.vn/b.css"),
        ("<style>p{background:url(https://a.vn/b.png)}</style>", "https://a.vn/b.png"),
        ('<style>@import "https://a.vn/b.css";</style>', "https://a.vn/b.css"),
        ('<iframe src="https://a.vn"></iframe>', "https://a.vn"),
        ('<img srcset="https://a.vn/b.png 2x">', "https://a.vn/b.png"),
        ('<svg><image href="https://a.vn/b.png"/></svg>', "https://a.vn/b.png"),
    ],
)
def test_whatever_would_be_loaded_from_outside_is_refused(
    paths: Paths, executed: Maker, planted: str, address: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        page(
            executed(("Mục", planted)),
            title="a",
            subtitle="b",
            template=paths.templates / "bao-cao",
        )
    (fault,) = [fault for fault in caught.value.faults if fault.code == "RV-01"]
    assert address in fault.what


def test_a_picture_without_a_description_is_refused(paths: Paths, executed: Maker) -> None:
    with pytest.raises(FaultsError) as caught:
        page(
            executed(("Mục", '<img src="data:image/png;base64,AA==">')),
            title="a",
            subtitle="b",
            template=paths.templates / "bao-cao",
        )
    assert [fault.code for fault in caught.value.faults] == ["RV-02"]


def test_a_broken_template_is_a_fault(tmp_path: Path, executed: Maker) -> None:
    template = tmp_path / "bao-cao"
    template.mkdir()
    (template / "conf.json").write_text('{"mimetypes": {"text/html": true}}', "utf-8")
    (template / "index.html.j2").write_text("{% for %}", "utf-8")
    with pytest.raises(FaultsError) as caught:
        page(executed(("Mục", "<p>a</p>")), title="a", subtitle="b", template=template)
    assert [fault.code for fault in caught.value.faults] == ["RV-03"]
