from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.deficits import Change
    from analysis.plan.study import Study


def change(study: Study, index: str, code: str) -> Change:
    line = study.of(index).ledger.line(code)
    assert line is not None
    return line.change


def test_two_years_of_one_edition_compare(study: Callable[[str, int], Study]) -> None:
    moved = change(study("Lạng Sơn", 2023), "PAPI", "0")
    assert moved.comparable
    assert moved.score == pytest.approx(-1.9907, abs=1e-9)
    assert (moved.previous_rank, moved.previous_ranked, moved.rank) == (4, 60, -9)
    assert moved.rank_note == "số tỉnh được xếp hạng hai năm khác nhau (60, 61)"


def test_a_break_that_keeps_the_scale_is_computed_with_a_note(
    study: Callable[[str, int], Study],
) -> None:
    moved = change(study("Lạng Sơn", 2023), "PAPI", "1.1")
    assert moved.comparable
    assert moved.score is not None
    assert moved.note is not None
    assert "0,72" in moved.note


def test_a_rescaled_line_is_compared_on_the_new_scale(study: Callable[[str, int], Study]) -> None:
    moved = change(study("Lạng Sơn", 2022), "PAPI", "5.1")
    line = study("Lạng Sơn", 2022).of("PAPI").ledger.line("5.1")
    assert line is not None
    assert line.score is not None
    assert moved.previous_score is not None
    assert moved.score == pytest.approx(line.score - moved.previous_score * 4 / 3)
    assert moved.note is not None


def test_a_changed_composition_is_refused_with_the_reason(
    study: Callable[[str, int], Study],
) -> None:
    moved = change(study("Lạng Sơn", 2022), "PAPI", "5")
    assert not moved.comparable
    assert moved.score is None
    assert moved.note is not None
    assert moved.note.startswith("không so sánh được")
    assert moved.rank is not None


def test_a_new_method_refuses_the_score_and_marks_the_rank(
    study: Callable[[str, int], Study],
) -> None:
    moved = change(study("Lạng Sơn", 2023), "SIPAS", "0")
    assert (moved.score, moved.rank) == (None, -28)
    assert moved.rank_note == "phương pháp đo hai năm khác nhau"


def test_the_first_year_held_has_nothing_to_compare_with(
    study: Callable[[str, int], Study],
) -> None:
    moved = change(study("Lạng Sơn", 2020), "PAPI", "0")
    assert moved.score is None
    assert moved.note == "chưa có số liệu năm 2018"


def test_a_change_of_regional_rank_is_known(study: Callable[[str, int], Study]) -> None:
    assert change(study("Sóc Trăng", 2023), "PAPI", "0").regional_rank == 6
