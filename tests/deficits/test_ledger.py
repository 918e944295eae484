from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.deficits import build_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.deficits import Ledger
    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

PAPI_YEARS = range(2019, 2025)
CLOSE = 1e-9


def ledger(inputs: Inputs, index: str, name: str, year: int) -> Ledger:
    unit = inputs.places.resolve(name, day=date(year, 6, 30))
    years = inputs.years[index]
    region = [p.code for p in inputs.places.in_set("63") if p.region == unit.region]
    return build_ledger(unit=unit, year=years[year], previous=years.get(year - 1), region=region)


def assert_adds_up(book: Ledger) -> None:
    """Every parent's lost points equal those of its children, breakdown by breakdown."""
    for parent in book.lines:
        children = book.children(parent.code)
        for breakdown in {child.criterion.breakdown for child in children}:
            part = [c.lost for c in children if c.criterion.breakdown == breakdown]
            known = [lost for lost in part if lost is not None]
            if parent.lost is not None and known:
                assert math.fsum(known) == pytest.approx(parent.lost, abs=CLOSE)


@pytest.mark.parametrize("year", PAPI_YEARS)
def test_papi_adds_up_for_every_province_at_every_level(inputs: Inputs, year: int) -> None:
    for province in inputs.places.in_set("63"):
        book = ledger(inputs, "PAPI", province.code, year)
        assert_adds_up(book)
        if book.total.score is not None:
            assert book.total.lost == pytest.approx(80 - book.total.score, abs=CLOSE)
            assert sum(line.share or 0 for line in book.lines if line.criterion.level == 1) == (
                pytest.approx(1)
            )
            assert all(line.lost is not None and line.lost > 0 for line in book.lines)


def test_the_other_indices_add_up_where_they_are_summed(inputs: Inputs) -> None:
    for year, scores in inputs.years["PAR INDEX"].items():
        for unit in scores.table["unit_code"].unique():
            book = ledger(inputs, "PAR INDEX", str(unit), year)
            if not book.warnings:
                assert_adds_up(book)


def test_a_total_without_parts_is_one_unallocated_line(study: Callable[[str, int], Study]) -> None:
    book = study("Lạng Sơn", 2023).of("PAR INDEX").ledger
    extra = [line for line in book.lines if line.kind != "criterion"]
    assert [line.kind for line in extra] == ["unallocated"]
    assert extra[0].lost == pytest.approx(18.55, abs=CLOSE)
    flagged = [line for line in book.lines if line.flagged]
    assert len(flagged) == 26
    assert all(line.score is None and line.lost is None and line.reason for line in flagged)


def test_sipas_is_one_line_with_its_contents_flagged(study: Callable[[str, int], Study]) -> None:
    book = study("Lạng Sơn", 2023).of("SIPAS").ledger
    assert book.total.lost == pytest.approx(24.56, abs=CLOSE)
    assert {line.code for line in book.lines if line.flagged} == {"policy", "service"}


def test_eight_fields_with_one_misprinted_leave_a_remainder_of_zero(inputs: Inputs) -> None:
    book = ledger(inputs, "PAR INDEX", "Đắk Lắk", 2017)
    assert book.total.lost == pytest.approx(24.63, abs=CLOSE)
    misprinted = book.line("F3")
    rest = book.line("0-unallocated-field")
    assert misprinted is not None
    assert misprinted.lost is None
    assert rest is not None
    assert rest.lost == 0.0


def test_parts_that_miss_the_total_by_rounding_close_with_a_rounding_line(inputs: Inputs) -> None:
    book = ledger(inputs, "PAR INDEX", "Ninh Thuận", 2022)
    lost = {code: book.line(code) for code in ("P1", "P2", "P3", "P4")}
    values = [line.lost for line in lost.values() if line is not None]
    assert values == pytest.approx([7.30, 1.77, 3.95, 1.19])
    rounding = book.line("0-rounding-part")
    assert rounding is not None
    assert rounding.lost == pytest.approx(0.01, abs=CLOSE)
    assert book.warnings == ()


def test_parts_that_exceed_the_total_are_named_not_spread(inputs: Inputs) -> None:
    book = ledger(inputs, "PAR INDEX", "Hòa Bình", 2023)
    (warning,) = book.warnings
    assert warning.code == "DF-01"
    assert "1,00" in warning.what
    assert not [line for line in book.lines if line.kind != "criterion"]


def test_an_unscored_province_has_no_figures_and_a_reason(inputs: Inputs) -> None:
    book = ledger(inputs, "PAPI", "Quảng Ninh", 2021)
    assert all(line.score is None and line.lost is None for line in book.lines)
    assert all(line.nation.rank is None and line.group is None for line in book.lines)
    assert book.total.reason == "không có điểm: không đủ dữ liệu để đánh giá năm 2021"


def test_a_province_scored_on_some_dimensions_keeps_those(inputs: Inputs) -> None:
    book = ledger(inputs, "PAPI", "Bắc Ninh", 2022)
    scored = {line.code for line in book.lines if line.criterion.level == 1 and line.score}
    assert scored == {"1", "5", "6", "7"}
    assert book.total.score is None


def test_a_merged_unit_is_never_read_in_the_table_of_its_namesake(
    study: Callable[[str, int], Study],
) -> None:
    merged = study("Cần Thơ", 2026)
    assert merged.of("PAPI").ledger.total.score is None
    former = next(member for member in merged.former if member.unit.name == "Cần Thơ")
    assert former.of("PAPI").ledger.total.score is not None


def test_ranks_count_only_the_scored(inputs: Inputs) -> None:
    book = ledger(inputs, "PAPI", "Lạng Sơn", 2022)
    dimension = book.line("1")
    assert dimension is not None
    assert (book.total.nation.rank, book.total.nation.ranked) == (13, 61)
    assert (dimension.nation.rank, dimension.nation.ranked) == (5, 62)


def test_closing_a_gap_never_loses_places(inputs: Inputs) -> None:
    book = ledger(inputs, "PAPI", "Sóc Trăng", 2022)
    for line in book.lines:
        gains = line.gains
        assert gains.median is not None
        assert gains.best is not None
        assert 0 <= gains.median <= gains.best
        assert gains.best < book.total.nation.rank  # type: ignore[operator]
