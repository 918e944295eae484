from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.review.strips import group_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


def test_the_group_of_the_result_year_is_that_of_the_ledger(study: Studies) -> None:
    item = study("Sóc Trăng", 2023).of("PAPI")
    for line in item.ledger.lines:
        if line.criterion.level <= 1:
            assert group_in(item.history[-1], line.criterion, "94") == line.group


def test_the_title_counts_the_dimensions_above_the_middle(study: Studies) -> None:
    item = study("Sóc Trăng", 2023)
    upper = [
        line
        for line in item.of("PAPI").ledger.lines
        if line.criterion.level == 1 and line.group in ("Cao nhất", "Trung bình cao")
    ]
    title = review.group_strips(item).title
    assert title == (
        f"{len(upper)} trong 8 chỉ số nội dung ở hai nhóm trên năm 2022 (năm 2021: 1 trong 8)"
    )


def test_every_group_is_told_and_written_in_its_cell(study: Studies) -> None:
    figure = review.group_strips(study("Lạng Sơn", 2023))
    assert (
        "3. Trách nhiệm giải trình với người dân (2019–2020: Thấp nhất, 2021–2022: Cao nhất)"
        in figure.alt
    )
    assert figure.svg.count("<!-- Cao nhất -->") + figure.svg.count("<!-- Thấp nhất -->") == 16


def test_a_year_without_a_group_is_hatched_and_told(study: Studies) -> None:
    figure = review.group_strips(study("Bắc Ninh", 2023))
    assert "2021–2022: chưa rõ nhóm" in figure.alt
    assert "<pattern" in figure.svg
    assert "<!-- Không có điểm hoặc chưa rõ nhóm -->" in figure.svg


def test_an_index_grouped_as_a_whole_has_one_strip(study: Studies) -> None:
    figure = review.group_strips(study("Lạng Sơn", 2023), "PAR INDEX")
    assert figure.title == "PAR INDEX: nhóm B năm 2022 (năm 2021: nhóm B)"
    assert figure.svg.count("<!-- Nhóm B -->") == 2


def test_one_year_is_told_alone(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    papi = item.of("PAPI")
    short = replace(papi, history=papi.history[-1:])
    others = tuple(short if one.index == "PAPI" else one for one in item.indices)
    title = review.group_strips(replace(item, indices=others)).title
    assert title == "7 trong 8 chỉ số nội dung ở hai nhóm trên năm 2022"


@pytest.mark.parametrize(
    ("province", "year", "index", "reason"),
    [
        ("Lạng Sơn", 2023, "SIPAS", "không công bố nhóm cho chỉ số này"),
        ("Sóc Trăng", 2023, "PAR INDEX", "chưa năm nào phân nhóm được"),
        ("Cần Thơ", 2026, "PAPI", "đơn vị hình thành từ ngày 01/7/2025"),
    ],
)
def test_without_a_group_there_is_a_reason(
    study: Studies, province: str, year: int, index: str, reason: str
) -> None:
    figure = review.group_strips(study(province, year), index)
    assert figure.svg == ""
    assert reason in figure.title
