from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.vietnamese import number, percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.deficits import Line
    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


def with_lost(study: Study, index: str, lost: dict[str, float]) -> Study:
    """Return a study in which an index lost these points on these lines and on no other."""
    item = study.of(index)

    def changed(line: Line) -> Line:
        known = line.criterion.level == 0
        return line if known else replace(line, lost=lost.get(line.code), kind="criterion")

    lines = tuple(changed(line) for line in item.ledger.lines if line.kind == "criterion")
    other = replace(item, ledger=replace(item.ledger, lines=lines))
    return replace(
        study, indices=tuple(other if one.index == index else one for one in study.indices)
    )


def test_the_title_states_how_few_lines_hold_half_of_what_was_lost(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    ledger = item.of("PAPI").ledger
    lost = sorted(
        (line.lost or 0 for line in ledger.lines if line.criterion.level == 2), reverse=True
    )
    half = next(n for n in range(len(lost)) if sum(lost[:n]) >= (ledger.total.lost or 0) / 2)
    share = percent(sum(lost[:half]) / (ledger.total.lost or 1), 0)
    title = review.lost_points_chart(item).title
    assert title.startswith(f"{half} trong 28 nội dung thành phần chiếm {share} điểm mất của PAPI")
    most = max(ledger.lines[1:], key=lambda line: (line.criterion.level == 2) * (line.lost or 0))
    assert f"nhiều nhất là “{most.criterion.name}”" in title


def test_every_lost_point_is_in_the_drawing(study: Studies) -> None:
    item = study("Hà Tĩnh", 2021)
    svg = review.lost_points_chart(item).svg
    for line in item.of("PAPI").ledger.lines:
        if line.criterion.level == 2:
            assert f"<!-- {number(line.lost or 0)} -->" in svg
            assert f"{line.code}. {line.criterion.name}" in svg


def test_the_description_names_the_ten_main_lines_and_the_running_share(study: Studies) -> None:
    alt = review.lost_points_chart(study("Lạng Sơn", 2023)).alt
    assert "Phúc đáp qua cổng thông tin điện tử 2,94 (cộng dồn 8%)" in alt
    assert alt.endswith("và 18 mục khác trong bảng cùng phần.")
    assert "tổng điểm mất 36,15 điểm" in alt


@pytest.mark.parametrize("index", ["SIPAS", "PAR INDEX"])
def test_an_index_of_which_only_the_total_is_known_has_no_figure(
    study: Studies, index: str
) -> None:
    figure = review.lost_points_chart(study("Lạng Sơn", 2023), index)
    assert figure.svg == ""
    assert figure.title.endswith("chưa biết điểm của từng tiêu chí")


@pytest.mark.parametrize(
    ("province", "year", "reason"),
    [
        ("Bắc Ninh", 2023, "dữ liệu khảo sát năm 2022 thiếu"),
        ("Cần Thơ", 2026, "đơn vị hình thành từ ngày 01/7/2025"),
    ],
)
def test_a_unit_without_a_score_is_told_why(
    study: Studies, province: str, year: int, reason: str
) -> None:
    figure = review.lost_points_chart(study(province, year))
    assert figure.svg == ""
    assert reason in figure.title


def test_what_no_line_explains_is_a_bar_of_its_own(study: Studies) -> None:
    lost = {"P1": 8.0, "P2": 3.5, "P3": 2.0}
    figure = review.lost_points_chart(
        with_lost(study("Lạng Sơn", 2023), "PAR INDEX", lost), "PAR INDEX"
    )
    assert "Chưa phân bổ theo tiêu chí 5,05" in figure.alt
    assert "<!-- 5,05 -->" in figure.svg
    assert figure.title.startswith("2 trong 3 tiêu chí chiếm 62% điểm mất của PAR INDEX")


def test_two_breakdowns_of_one_index_are_never_added_up(study: Studies) -> None:
    lost = {"P1": 8.0, "P2": 3.5, "P3": 2.0, "F1": 9.0, "F2": 1.0}
    alt = review.lost_points_chart(
        with_lost(study("Lạng Sơn", 2023), "PAR INDEX", lost), "PAR INDEX"
    ).alt
    assert "8,00 (" in alt
    assert "9,00" not in alt
