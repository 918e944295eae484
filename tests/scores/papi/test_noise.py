"""What a clean file says survives the harmless ways in which people pass files on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.builders import papi as made

from analysis.errors import faults_text
from analysis.scores.sheets import read_grids

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from tests.builders.papi import Year

    from analysis.scores.imported import Imported

    Rows = list[list[Any]]
    Noise = Callable[[Rows, int, Random], None]


def shuffle_columns(rows: Rows, first: int, chance: Random) -> None:
    order = list(range(first, len(rows[0])))
    chance.shuffle(order)
    for row in rows:
        row[first:] = [row[column] for column in order]


def blank_rows(rows: Rows, first: int, chance: Random) -> None:
    for _ in range(3):
        rows.insert(chance.randrange(len(rows)), [None] * len(rows[0]))


def blank_columns(rows: Rows, first: int, chance: Random) -> None:
    for _ in range(3):
        at = chance.randint(first, len(rows[0]))
        for row in rows:
            row.insert(at, None)


def decomposed(rows: Rows, first: int, chance: Random) -> None:
    each_text(rows, lambda text: unicodedata.normalize("NFD", text))


def spaced(rows: Rows, first: int, chance: Random) -> None:
    each_text(rows, lambda text: f" {text.replace(' ', chance.choice('  ' + chr(160)))} ")


def as_texts(rows: Rows, first: int, chance: Random) -> None:
    """Write figures as text, with a decimal comma."""
    for row in rows:
        row[:] = [
            repr(cell).replace(".", ",") if isinstance(cell, (int, float)) else cell for cell in row
        ]


def each_text(rows: Rows, change: Callable[[str], str]) -> None:
    for row in rows:
        row[:] = [change(cell) if isinstance(cell, str) else cell for cell in row]


NOISES: tuple[Noise, ...] = (
    shuffle_columns,
    decomposed,
    as_texts,
    spaced,
    blank_rows,
    blank_columns,
)


def said(imported: Imported) -> dict[tuple[int, str, str], tuple[str, ...]]:
    """Return what an import says, without where it stands; NaN equals NaN."""
    assert not imported.faults, faults_text(imported.faults)
    return {
        (r.year, r.unit_code, r.criterion): (r.unit, *map(repr, (r.score, r.low, r.high, r.se)))
        for r in imported.records
    }


def written(path: Path, sheets: dict[str, Rows]) -> Path:
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def clean(
    tmp_path: Path, real: Callable[[int], Year], synthetic: Callable[[int], Year]
) -> dict[str, Path]:
    return {
        "a column a province": made.transposed(real(2023), tmp_path),
        "a row a province": made.yearly(synthetic(2016), tmp_path),
    }


@pytest.mark.parametrize(("layout", "first"), [("a column a province", 3), ("a row a province", 1)])
def test_noise_changes_nothing(
    clean: dict[str, Path], imported: Callable[..., Imported], layout: str, first: int
) -> None:
    path = clean[layout]
    expected = said(imported(path))
    grids = read_grids(path)

    @settings(max_examples=8)
    @given(st.sets(st.sampled_from(NOISES), min_size=1), st.randoms(use_true_random=False))
    def holds(noises: set[Noise], chance: Random) -> None:
        sheets: dict[str, Rows] = {}
        for grid in grids:
            rows = [list(row) + [None] * (grid.width() - len(row)) for row in grid.rows]
            for noise in NOISES:
                if noise in noises:
                    noise(rows, first, chance)
            sheets[grid.name] = rows
        noisy = path.parent / "noisy"
        noisy.mkdir(exist_ok=True)
        assert said(imported(written(noisy / path.name, sheets))) == expected

    holds()
