"""What must hold of each page wherever it is made: rules that need no browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from tests.browser.conftest import CODED, PLAIN
from tests.builders.accessibility import faults_of
from tests.builders.report_pages import UNITS, executed, report_page

from analysis.review import findings_page, outside_addresses, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.paths import Paths

    Files = Callable[[str, int], Path]

SECTIONS = [
    "Tóm tắt",
    "Kết quả của ba chỉ số",
    "Sổ điểm mất PAPI",
    "Sổ điểm mất PAR INDEX",
    "Sổ điểm mất SIPAS",
    "Hình",
    "Thiếu hụt và nhiệm vụ",
    "Mục tiêu và khả năng đạt",
    "Mục tiêu từng dòng",
    "Đối chiếu với số liệu trong kế hoạch đã ban hành",
    "Nguồn số liệu và cách tính",
    "Cảnh báo",
]

each_unit = pytest.mark.parametrize(("province", "year"), UNITS)
each_page = pytest.mark.parametrize("name", [PLAIN, CODED])


def tree(path: Path) -> Any:
    return lxml_html.fromstring(path.read_text("utf-8"))


@each_unit
@each_page
def test_a_page_is_accessible_as_far_as_its_text_tells(
    page_files: Files, province: str, year: int, name: str
) -> None:
    assert faults_of((page_files(province, year) / name).read_text("utf-8")) == []


@each_unit
@each_page
def test_a_page_is_small_and_whole(page_files: Files, province: str, year: int, name: str) -> None:
    path = page_files(province, year) / name
    assert path.stat().st_size < 3_000_000
    assert outside_addresses(path.read_text("utf-8")) == ()


@each_unit
@each_page
def test_a_page_has_no_styles_or_handlers_that_its_policy_would_refuse(
    page_files: Files, province: str, year: int, name: str
) -> None:
    for node in tree(page_files(province, year) / name).iter():
        assert not [key for key in node.attrib if key == "style" or key.startswith("on")]


@each_unit
def test_the_sections_stand_in_the_order_of_reading(
    page_files: Files, province: str, year: int
) -> None:
    root = tree(page_files(province, year) / PLAIN)
    found = [node.text for node in root.iter("h2")]
    assert [title for title in found if title in SECTIONS] == SECTIONS


@each_unit
def test_the_summary_is_read_in_a_minute(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    sentences: Any = lxml_html.fromstring(summary(study(province, year))._repr_html_())
    text = sentences.text_content()
    assert len(text.split()) <= 200
    for told in ("PAPI", "SIPAS", "PAR INDEX", "nhiệm vụ", "chưa có nhiệm vụ", "cảnh báo"):
        assert told in text


def test_only_the_page_for_analysts_shows_code(page_files: Files) -> None:
    plain, coded = (tree(page_files("Lạng Sơn", 2023) / name) for name in (PLAIN, CODED))
    assert plain.findall(".//details[@class='ma']") == []
    told = [node.findtext("summary") for node in coded.findall(".//details[@class='ma']")]
    assert told[0] == "Mã mở đầu: tham số và cách đọc số liệu"
    assert told[1:] == [f"Mã của nội dung dưới đây (ô {n})" for n in range(1, len(told))]
    listings = [node.text_content() for node in coded.iter("pre")]
    assert "open_study(unit_code, plan_year" in listings[0]
    assert listings[1] == "review.summary(study)"


def test_what_is_all_unknown_is_one_sentence_with_its_reason(page_files: Files) -> None:
    root = tree(page_files("Cần Thơ", 2026) / PLAIN)
    captions = [node.text for node in root.iter("caption")]
    assert not [text for text in captions if text.startswith(("Sổ điểm mất", "Mục tiêu"))]
    told = [node.text_content() for node in root.iter("p")]
    reason = "đơn vị hình thành từ ngày 01/7/2025, chưa có kết quả của riêng mình."
    for index in ("PAPI", "PAR INDEX", "SIPAS"):
        assert f"Sổ điểm mất {index} năm 2024 chưa lập được: {reason}" in told


def test_names_and_tasks_from_hostile_hands_are_only_text(
    study: Callable[[str, int], Study], paths: Paths
) -> None:
    name, sentence = "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)></td></table>"
    item = study("Lạng Sơn", 2023)
    papi = item.of("PAPI")
    first = papi.tasks[0]
    task = replace(first, task=replace(first.task, sentence=sentence, lead=(sentence,)))
    spoilt = replace(
        item,
        unit=replace(item.unit, name=name),
        indices=tuple(
            replace(one, tasks=(task, *one.tasks[1:])) if one is papi else one
            for one in item.indices
        ),
    )
    text = report_page(paths, executed(paths, spoilt), spoilt, code=False)
    root: Any = lxml_html.fromstring(text)
    assert len(root.findall(".//script")) == 1
    assert root.findall(".//img") == []
    assert name in root.text_content()
    assert sentence in root.text_content()
    assert faults_of(text) == []


def test_the_page_of_findings_keeps_the_same_rules(paths: Paths) -> None:
    finding = dict.fromkeys(("rule", "place", "found", "expected", "message"), "<b>x</b>")
    style = (paths.templates / "bao-cao" / "trang.css").read_text("utf-8")
    text = findings_page(
        [{"file": "<i>a.docx</i>", "severity": "error", **finding}], title="Kết quả", style=style
    )
    assert faults_of(text) == []
    assert "unsafe" not in text
    assert "<b>" not in text
