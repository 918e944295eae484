"""The official workbooks: what was written in each layout is what is read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from tests.builders import papi as made

from analysis.errors import faults_text
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.builders.papi import Year

    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported


def agree(result: Imported, *years: Year) -> None:
    """Check that every figure of the years came back, and nothing else."""
    assert not result.faults, faults_text(result.faults)
    found = {(r.year, r.unit_code, r.criterion): r.score for r in result.records}
    wanted = {
        (year.year, unit, code): score
        for year in years
        for (unit, code), score in year.scores.items()
    }
    assert found.keys() == wanted.keys()
    for key, score in wanted.items():
        assert found[key] == pytest.approx(score, abs=1e-12, nan_ok=True), key


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2023])
def test_a_transposed_workbook_comes_back_whole(
    tmp_path: Path,
    real: Callable[[int], Year],
    imported: Callable[..., Imported],
    year: int,
) -> None:
    agree(imported(made.transposed(real(year), tmp_path)), real(year))


def test_intervals_are_kept_as_printed(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    year = real(2023)
    result = imported(made.transposed(year, tmp_path))
    total = next(r for r in result.records if (r.unit_code, r.criterion) == ("20", TOTAL))
    assert total.low == pytest.approx(year.intervals["20", "low"])
    assert total.high == pytest.approx(year.intervals["20", "high"])
    assert total.se == pytest.approx(0.19)


def test_zeros_are_units_that_were_not_scored(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    result = imported(made.transposed(real(2022), tmp_path, zeros=True))
    agree(result, real(2022))
    assert any("không được chấm điểm" in note for note in result.notes)


def test_the_workbook_of_2018_has_no_total(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    year = synthetic(2018)
    for unit in ("22", "87"):
        year.unscored(unit, TOTAL, "2", "4", *(f"{d}.{n}" for d in (2, 4) for n in range(1, 5)))
    agree(
        imported(
            made.transposed(year, tmp_path, name="PAPI2018_ProvincialScores_ByIndicators_VIE.xlsx")
        ),
        year,
    )


def test_the_workbook_of_2024_has_more_head_rows_empty_columns_and_older_years(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    older = real(2023)
    older.unscored("20")
    path = made.transposed(
        real(2024), tmp_path, zeros=True, head_rows=4, spacers=True, older=(older,)
    )
    result = imported(path)
    agree(result, real(2024))
    assert any("2023" in note for note in result.notes)


@pytest.mark.parametrize("printed", ["5.3", "5.4"])
def test_codes_after_2020_are_ours_and_the_printed_ones_stay_beside(
    tmp_path: Path,
    real: Callable[[int], Year],
    imported: Callable[..., Imported],
    printed: str,
) -> None:
    result = imported(made.transposed(real(2022), tmp_path, renumbered=printed == "5.3"))
    agree(result, real(2022))
    codes = {r.criterion: r.printed for r in result.records if r.unit_code == "20"}
    assert codes["5.4"] == printed


@pytest.mark.parametrize("year", [2011, 2015, 2016, 2017])
def test_the_yearly_workbooks_until_2017_come_back_whole(
    tmp_path: Path,
    synthetic: Callable[[int], Year],
    imported: Callable[..., Imported],
    year: int,
) -> None:
    agree(imported(made.yearly(synthetic(year), tmp_path)), synthetic(year))


def test_the_file_of_2011_bears_a_tab_of_2012(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    result = imported(made.yearly(synthetic(2011), tmp_path, tab_year=2012))
    agree(result, synthetic(2011))
    assert any("2012" in note for note in result.notes)


def test_the_workbook_of_many_years_comes_back_whole(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    years = [synthetic(year) for year in range(2011, 2017)]
    for unit in ("24", "87"):
        years[3].unscored(unit)
    path = made.series(years, tmp_path)
    agree(imported(path), *years)
    agree(imported(path, 2014), years[3])


def test_totals_that_are_formulas_nobody_computed_are_summed(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    year = synthetic(2014)
    year.unscored("24")
    result = imported(made.series([year], tmp_path, formulas=True))
    agree(result, year)
    assert any("công thức" in note for note in result.notes)


def test_our_own_form_comes_back_whole(
    paths: Paths, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    for year in range(2019, 2025):
        agree(imported(paths.raw / "papi" / f"papi_{year}.csv"), real(year))


def test_unscored_units_have_no_number_anywhere(
    paths: Paths, imported: Callable[..., Imported]
) -> None:
    result = imported(paths.raw / "papi/papi_2022.csv")
    total = {r.unit_code for r in result.records if r.criterion == TOTAL and math.isnan(r.score)}
    assert total == {"24", "27"}
