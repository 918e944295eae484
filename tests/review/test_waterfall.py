from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.vietnamese import number, signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


def test_the_steps_lead_from_one_total_to_the_other(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    ledger = item.of("PAPI").ledger
    figure = review.change_waterfall(item)
    steps = [line for line in ledger.lines if line.criterion.level == 1]
    moved = sum(line.change.score or 0 for line in steps)
    assert moved == pytest.approx(ledger.total.change.score)
    assert "năm 2021 45,84 điểm; " in figure.alt
    assert "; năm 2022 43,85 điểm." in figure.alt
    for line in steps:
        told = signed(line.change.score or 0)
        assert f"{line.criterion.name} {told}" in figure.alt
        assert f"<!-- {told} -->" in figure.svg


def test_both_totals_are_in_the_drawing(study: Studies) -> None:
    item = study("Sóc Trăng", 2023)
    total = item.of("PAPI").ledger.total
    svg = review.change_waterfall(item).svg
    assert f"<!-- {number(total.score or 0)} -->" in svg
    assert f"<!-- {number(total.change.previous_score or 0)} -->" in svg


def test_the_title_states_the_change_and_its_main_causes(study: Studies) -> None:
    title = review.change_waterfall(study("Lạng Sơn", 2023)).title
    assert title.startswith("PAPI giảm 1,99 điểm so với năm 2021; giảm nhiều nhất là “Kiểm soát")
    assert "tăng nhiều nhất là “Tham gia của người dân ở cấp cơ sở” (+0,30)" in title
    assert "PAPI tăng 2,82 điểm" in review.change_waterfall(study("Sóc Trăng", 2023)).title


def test_a_line_that_does_not_compare_is_hatched_and_told(study: Studies) -> None:
    figure = review.change_waterfall(study("Lạng Sơn", 2022))
    assert "5. Thủ tục hành chính công +0,02 (hiệu số, không so sánh được)" in figure.alt
    assert "từ năm 2021 không đo cấp phép xây dựng" in figure.alt
    assert "<!-- +0,02, không so sánh được -->" in figure.svg
    assert "<pattern" in figure.svg
    assert "Thủ tục hành chính công" not in figure.title


def test_a_figure_without_such_a_line_has_no_hatch(study: Studies) -> None:
    assert "<pattern" not in review.change_waterfall(study("Lạng Sơn", 2023)).svg


@pytest.mark.parametrize(
    ("province", "year", "index", "reason"),
    [
        ("Lạng Sơn", 2023, "PAR INDEX", "năm 2022 dùng bộ tiêu chí mới"),
        ("Lạng Sơn", 2023, "SIPAS", "không so sánh được: năm 2022 đổi nội dung đo"),
        ("Lạng Sơn", 2022, "SIPAS", "chưa có điểm từng tiêu chí ở cả hai năm"),
        ("Lạng Sơn", 2020, "PAPI", "chưa có số liệu năm 2018"),
        ("Bắc Ninh", 2023, "PAPI", "dữ liệu khảo sát năm 2022 thiếu"),
        ("Cần Thơ", 2026, "PAPI", "đơn vị hình thành từ ngày 01/7/2025"),
    ],
)
def test_totals_that_do_not_compare_give_no_figure_but_the_reason(
    study: Studies, province: str, year: int, index: str, reason: str
) -> None:
    figure = review.change_waterfall(study(province, year), index)
    assert figure.svg == ""
    assert reason in figure.title


def test_what_the_known_lines_do_not_explain_closes_the_sum(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    papi = item.of("PAPI")
    lines = tuple(
        replace(line, score=None) if line.code == "7" else line for line in papi.ledger.lines
    )
    gap = replace(papi, ledger=replace(papi.ledger, lines=lines))
    others = tuple(gap if one.index == "PAPI" else one for one in item.indices)
    alt = review.change_waterfall(replace(item, indices=others)).alt
    assert "Phần còn lại, chưa rõ theo tiêu chí −0,69 (hiệu số, không so sánh được)" in alt
