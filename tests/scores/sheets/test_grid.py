"""Cells: a number is read in every usual way of writing it, and nothing else is a number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scores.sheets import as_number, as_text
from analysis.vietnamese import number

if TYPE_CHECKING:
    from analysis.scores.sheets import Cell

figures = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False).map(lambda x: round(x, 4))


@given(figures)
def test_a_figure_is_read_as_it_was_written(value: float) -> None:
    for cell in (value, f"{value:.4f}", f" {value:.4f} ", f"{value:.4f}".replace(".", ",")):
        assert as_number(cell).value == pytest.approx(value, abs=1e-9)


@given(figures)
def test_a_figure_in_vietnamese_form_is_read_back(value: float) -> None:
    assert as_number(number(value, 4)).value == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize("cell", [None, "", "  ", "*", "-", "–", "…", "n/a", "không chấm điểm"])
def test_what_says_that_there_is_no_figure_is_missing(cell: Cell) -> None:
    assert as_number(cell).missing


@pytest.mark.parametrize(
    "cell", ["khá", "1;5", "1.2.3,4,5", True, date(2024, 1, 7), "#REF!", "=1+1", "12a", 10**400]
)
def test_what_is_no_figure_is_not_guessed(cell: Cell) -> None:
    measured = as_number(cell)
    assert not measured.readable
    assert not measured.missing


def test_text_is_in_one_normal_form() -> None:
    assert as_text("La\u0323ng  Sơn\n") == "Lạng Sơn"
