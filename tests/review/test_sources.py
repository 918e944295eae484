"""Every figure of the facts and ledger tables leads to the line of its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.review.html import linked

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study


@pytest.fixture
def html(study: Callable[[str, int], Study]) -> str:
    one = study("Lạng Sơn", 2023)
    tables = [review.facts_table(one), review.ledger_table(one, "PAPI"), review.sources_list(one)]
    return "".join(table._repr_html_() for table in tables)


def test_every_figure_of_facts_and_ledger_has_its_line(html: str) -> None:
    page = linked(html)
    assert "<data" not in page
    wanted = re.findall(r'<data value="([^"]*)">', html)
    links = re.findall(r'class="nguon" href="#([^"]*)"', page)
    assert len(links) == len([ref for ref in wanted if ref]) > 200
    assert set(links) <= set(re.findall(r'id="([^"]*)"', page))


def test_a_line_tells_file_row_column_and_digest(html: str) -> None:
    (line,) = re.findall(r'<tr id="nguon-papi-20-2022-1\.1-score">(.*?)</tr>', html)
    assert "data/raw/papi/papi_2022.csv" in line
    assert "<td>1.1</td>" in line
    assert re.search(r'<abbr title="SHA-256: [0-9a-f]{64}">[0-9a-f]{12}</abbr>', line)


def test_a_computed_figure_leads_on_to_those_behind_it(html: str) -> None:
    (line,) = re.findall(r'<tr id="nguon-papi-20-2022-1-lost">(.*?)</tr>', html)
    assert "Điểm tối đa − điểm đạt" in line
    assert re.findall(r'<data value="([^"]*)">', line) == [
        "papi/20/2022/1/maximum",
        "papi/20/2022/1/score",
    ]


def test_a_figure_without_a_line_is_plain_text() -> None:
    assert linked('<td><data value="a/b">5</data></td>') == "<td>5</td>"
