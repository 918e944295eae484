"""Where each figure stands: the very cell of the data file, or how it was computed."""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

import pytest

from analysis.plan.tracing.sources import sources
from analysis.vietnamese import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.tracing.sources import Source
    from analysis.runs.paths import Paths


@pytest.fixture
def found(study: Callable[[str, int], Study]) -> dict[str, Source]:
    return {source.ref: source for source in sources(study("Lạng Sơn", 2023))}


def cell(source: Source, paths: Paths) -> str:
    with (paths.root / source.file).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return rows[source.row - 1][rows[0].index(source.column)]


def test_a_figure_of_a_file_is_the_cell_that_it_names(
    found: dict[str, Source], paths: Paths
) -> None:
    scores = [s for ref, s in found.items() if ref.endswith("/score") and s.row]
    assert len(scores) > 28
    for source in scores:
        decimals = len(source.value.partition(",")[2])
        assert number(float(cell(source, paths)), decimals) == source.value
    rank = found["par_index/20/2022/0/rank"]
    assert cell(rank, paths) == "54"
    printed = found["sipas/20/2022/0/published_score"]
    assert cell(printed, paths) == printed.value == "75,44%"


def test_a_file_is_told_with_its_digest(found: dict[str, Source], paths: Paths) -> None:
    for source in found.values():
        if source.file:
            content = (paths.root / source.file).read_bytes()
            assert source.sha256 == hashlib.sha256(content).hexdigest(), source.ref


def test_what_was_computed_says_how_and_of_what(found: dict[str, Source]) -> None:
    lost = found["papi/20/2022/1/lost"]
    assert (lost.file, lost.row) == ("", 0)
    assert lost.formula == "điểm tối đa − điểm đạt"
    assert lost.parts == ("papi/20/2022/1/maximum", "papi/20/2022/1/score")
    whole = found["papi/20/2022/1/score"]
    assert whole.parts == tuple(f"papi/20/2022/1.{n}/score" for n in range(1, 5))
    target = found["papi/20/2022/2/target"]
    assert "trung vị" in target.formula


@pytest.mark.parametrize(("province", "year"), [("Lạng Sơn", 2021), ("Phú Thọ", 2026)])
def test_every_figure_has_a_place_or_a_formula_and_its_parts_are_there(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    found = sources(study(province, year))
    refs = [source.ref for source in found]
    assert len(refs) == len(set(refs))
    for source in found:
        assert source.file or source.formula, source.ref
        assert set(source.parts) <= set(refs), source.ref
        assert "{" not in source.what


def test_a_figure_is_told_in_words(found: dict[str, Source]) -> None:
    assert found["papi/20/2022/1.1/score"].what == (
        "PAPI năm 2022, tỉnh Lạng Sơn, 1.1 Tri thức công dân: điểm đạt"
    )
    assert found["papi/20/2022/0/rank"].what == (
        "PAPI năm 2022, tỉnh Lạng Sơn, toàn chỉ số: thứ hạng cả nước"
    )


def test_former_units_keep_their_own_figures(study: Callable[[str, int], Study]) -> None:
    merged = study("Phú Thọ", 2026)
    refs = {source.ref for source in sources(merged)}
    codes = {member.unit.code for member in merged.former}
    assert len(codes) == 3
    assert {f"papi/{code}/{merged.result_year}/0/maximum" for code in codes} <= refs
