from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.vietnamese import rank_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


def labels(svg: str) -> list[str]:
    return re.findall(r"<!-- ((?:–|\d+\.) \w.*?) -->", svg)


def test_all_provinces_stand_in_the_order_of_their_total(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    field = item.of("PAPI").field
    shown = labels(review.provinces_map(item).svg)
    assert len(shown) == 63
    ranks = [label.partition(". ")[0] for label in shown if not label.startswith("–")]
    assert list(map(int, ranks)) == sorted(map(int, ranks))
    assert shown[0] == "1. Quảng Ninh"
    assert f"{field.rank('20', '0')}. Lạng Sơn" in shown


def test_unscored_provinces_come_last_and_are_hatched(study: Studies) -> None:
    figure = review.provinces_map(study("Lạng Sơn", 2023))
    assert labels(figure.svg)[-2:] == ["– Bắc Giang", "– Bắc Ninh"]
    assert figure.alt.endswith("Không có điểm chung: Bắc Giang, Bắc Ninh.")
    assert "Không có điểm chung" not in review.provinces_map(study("Hà Tĩnh", 2021)).alt


def test_the_title_states_the_rank_and_the_two_extremes(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    title = review.provinces_map(item).title
    assert title.startswith("Tỉnh Lạng Sơn xếp thứ 13/61 về PAPI năm 2022; cao nhất ở “Tham gia")
    places = [
        (line.nation.rank, line.nation.ranked)
        for line in item.of("PAPI").ledger.lines
        if line.criterion.level == 1 and line.nation.rank and line.nation.ranked
    ]
    assert f"({rank_of(*min(places))})" in title
    assert title.endswith(f"({rank_of(*max(places))})")


def test_the_description_tells_the_unit_on_every_dimension(study: Studies) -> None:
    item = study("Sóc Trăng", 2023)
    alt = review.provinces_map(item).alt
    for line in item.of("PAPI").ledger.lines:
        if line.criterion.level == 1:
            place = rank_of(line.nation.rank or 0, line.nation.ranked or 0)
            assert f"{line.criterion.name} {place}, nhóm {line.group}" in alt
    assert "của 63 tỉnh" in alt


def test_a_unit_that_is_not_ranked_is_still_shown(study: Studies) -> None:
    figure = review.provinces_map(study("Bắc Ninh", 2023))
    assert figure.title.startswith("Tỉnh Bắc Ninh không được xếp hạng về PAPI năm 2022")
    assert "Chung không được xếp hạng, chưa rõ nhóm" in figure.alt
    assert "<!-- Bắc Ninh (trong khung) -->" in figure.svg


@pytest.mark.parametrize(
    ("province", "year", "index", "reason"),
    [
        ("Lạng Sơn", 2023, "PAR INDEX", "mới có điểm PAR INDEX năm 2022 của 8/63 tỉnh"),
        ("Lạng Sơn", 2023, "SIPAS", "mới có điểm SIPAS năm 2022 của 7/63 tỉnh"),
        ("Cần Thơ", 2026, "PAPI", "đơn vị hình thành từ ngày 01/7/2025"),
    ],
)
def test_a_field_that_is_not_whole_or_lacks_the_unit_gives_no_map(
    study: Studies, province: str, year: int, index: str, reason: str
) -> None:
    figure = review.provinces_map(study(province, year), index)
    assert figure.svg == ""
    assert reason in figure.title
