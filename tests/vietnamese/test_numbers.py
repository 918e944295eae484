from __future__ import annotations

from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.vietnamese import letters, number, rank_change, roman, round_half_up, signed

figures = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)


@given(figures, st.integers(min_value=0, max_value=4))
def test_rounding_moves_a_figure_by_half_a_unit_at_most(value: float, decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    assert abs(round_half_up(value, decimals) - Decimal(repr(value))) <= unit / 2 + Decimal("1e-9")


@pytest.mark.parametrize(
    ("value", "printed"),
    [(2.345, "2,35"), (-2.345, "-2,35"), (0.125, "0,13"), (1234567.0, "1.234.567,00")],
)
def test_halves_round_away_from_zero(value: float, printed: str) -> None:
    assert number(value) == printed


@given(figures)
def test_a_printed_figure_reads_back_to_the_rounded_one(value: float) -> None:
    text = number(value).replace(".", "").replace(",", ".")
    assert Decimal(text) == round_half_up(value, 2)


def test_nothing_is_printed_as_minus_zero() -> None:
    assert number(-0.004) == "0,00"
    assert signed(-0.004) == "0,00"


@pytest.mark.parametrize(
    ("places", "words"),
    [(-9, "giảm 9 bậc"), (27, "tăng 27 bậc"), (0, "giữ nguyên thứ hạng")],
)
def test_a_change_of_rank_is_told_in_words(places: int, words: str) -> None:
    assert rank_change(places) == words


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert "".join(islice(letters(), 6)) == "abcdđe"


def test_roman_numbers() -> None:
    assert [roman(value) for value in (1, 4, 8, 19)] == ["I", "IV", "VIII", "XIX"]
