from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from analysis import review
from analysis.review.html import Html, Row, address, table, with_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.runs.jobs import Job

UNITS = (
    ("Lạng Sơn", 2023),
    ("Sóc Trăng", 2023),
    ("Hà Tĩnh", 2021),
    ("Bắc Ninh", 2023),
    ("TP. Hồ Chí Minh", 2020),
    ("Cần Thơ", 2026),
)


def all_tables(study: Study) -> list[Html]:
    made = [
        review.summary(study),
        review.facts_table(study),
        review.coverage_table(study),
        review.reconciliation_table(study),
        review.sources_list(study),
        review.warnings_list(study),
        review.checks_table(study),
        review.assumptions_table(study),
    ]
    for index in ("PAPI", "SIPAS", "PAR INDEX"):
        made += [
            review.ledger_table(study, index),
            review.targets_table(study, index),
            review.tasks_table(study, index),
            review.aims_table(study, index),
            review.former_table(study, index),
        ]
    return made


def tree(fragment: Html) -> Any:
    return lxml_html.fromstring(f"<div>{fragment._repr_html_()}</div>")


def text_of(fragment: Html) -> str:
    return str(tree(fragment).text_content())


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_every_table_has_a_caption_and_scopes(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    for fragment in all_tables(study(province, year)):
        root = tree(fragment)
        for found in root.iter("table"):
            assert found.findtext("caption")
            columns = found.findall("thead/tr/th")
            assert all(cell.get("scope") == "col" and cell.text for cell in columns)
            for row in found.findall("tbody/tr"):
                spans = [int(cell.get("colspan", "1")) for cell in row]
                assert sum(spans) == len(columns)
        for region in root.findall(".//div[@role='region']"):
            assert region.get("tabindex") == "0"
            assert region.get("aria-label")


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_nothing_unknown_is_shown_as_a_number_or_a_python_word(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    for fragment in all_tables(study(province, year)):
        text = text_of(fragment)
        assert not re.search(r"\bNone\b|\bnan\b|Standing\(|\{", text)


def test_the_ledger_shows_each_line_with_source_and_its_check(
    study: Callable[[str, int], Study],
) -> None:
    root = tree(review.ledger_table(study("Lạng Sơn", 2023), "PAPI"))
    assert len(root.findall(".//tbody/tr")) == 37
    row = root.get_element_by_id("papi-1.2").text_content()
    for shown in ("2,50", "1,87", "0,63", "1/62", "data/raw/papi/papi_2022.csv, dòng 14"):
        assert shown in row
    assert "bằng điểm mất chung 36,15 điểm" in root.text_content()


def test_what_is_not_broken_down_is_its_own_line(study: Callable[[str, int], Study]) -> None:
    text = text_of(review.ledger_table(study("Lạng Sơn", 2023), "PAR INDEX"))
    assert "Phần điểm mất chưa phân bổ theo tiêu chí" in text
    assert "18,55" in text
    assert "chưa đạt điểm tối đa" in text
    assert "không so sánh được" in text


def test_an_unknown_result_says_why(study: Callable[[str, int], Study]) -> None:
    text = text_of(review.facts_table(study("Bắc Ninh", 2023)))
    assert "chưa có số liệu" in text
    assert "dữ liệu khảo sát năm 2022 thiếu" in text


def test_both_values_of_a_disagreement_are_shown(study: Callable[[str, int], Study]) -> None:
    shown = tree(review.reconciliation_table(study("Sóc Trăng", 2023)))
    (row,) = shown.findall(".//tr[@class='lech']")
    assert {"27", "28", "lệch"} <= {cell.text_content() for cell in row}


def test_coverage_lists_what_has_no_task(study: Callable[[str, int], Study]) -> None:
    covered = text_of(review.coverage_table(study("Lạng Sơn", 2023)))
    assert "Mọi thiếu hụt đều có nhiệm vụ." in covered
    item = study("TP. Hồ Chí Minh", 2020)
    papi = item.of("PAPI")
    bare = replace(papi, tasks=(), choice=replace(papi.choice, tasks=(), uncovered=("5.2",)))
    left = replace(item, indices=(bare, *item.indices[1:]))
    assert "PAPI 5.2" in text_of(review.coverage_table(left))


def test_the_summary_tells_the_three_results(study: Callable[[str, int], Study]) -> None:
    text = text_of(review.summary(study("Lạng Sơn", 2023)))
    assert "PAPI năm 2022: 43,85 điểm, mất 36,15 điểm; hạng 13/61, giảm 9 bậc" in text
    assert "59/63 (suy ra)" in text
    assert "0 thiếu hụt chưa có nhiệm vụ" in text


def test_the_citation_of_papi_is_shown(study: Callable[[str, int], Study]) -> None:
    assert "CECODES" in text_of(review.sources_list(study("Lạng Sơn", 2023)))


@given(st.text(min_size=1))
def test_whatever_comes_from_data_is_escaped(text: str) -> None:
    markup = str(table("c", ["a", "b"], [Row((text, with_reason(text, text)))]))
    assert not re.search(r"<(?!/?(table|caption|thead|tbody|tr|th|td|div|small)\b)", markup)


def test_a_province_called_script_is_harmless(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    hostile = replace(item, unit=replace(item.unit, name="<script>alert(1)</script>"))
    assert "<script>" not in review.facts_table(hostile)._repr_html_()


def test_addresses_become_plain_links_and_other_sources_stay_text() -> None:
    markup = address("https://a.vn/b?c=1&d=2 ; data/raw/x.csv, dòng 2")
    assert markup.startswith('<a href="https://a.vn/b?c=1&amp;d=2"')
    assert markup.endswith("data/raw/x.csv, dòng 2")
    assert "<a" not in address("javascript:alert(1)")


def test_a_task_stands_under_the_heads_of_its_criterion_and_number(
    study: Callable[[str, int], Study],
) -> None:
    table = tree(review.tasks_table(study("Lạng Sơn", 2023), "PAPI"))
    heads = [cell.text_content() for cell in table.findall(".//thead//th")]
    first = [cell.text_content() for cell in table.find(".//tbody/tr")]
    assert (first[heads.index("Số")], first[heads.index("Tiêu chí")].isdigit()) == ("1", False)


def test_a_task_of_the_plan_itself_is_learned_from_no_other(job: Callable[..., Job]) -> None:
    made = job(plan="ubnd-tinh-soc-trang-2023").planned.study
    assert "Học từ" not in text_of(review.tasks_table(made, "PAPI"))
