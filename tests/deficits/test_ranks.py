from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.deficits import group_of, percentile_cuts, ranks
from analysis.reference import edition_of

if TYPE_CHECKING:
    from analysis.runs.inputs import Inputs

scores = st.lists(
    st.one_of(st.none(), st.sampled_from([1.0, 2.0, 2.5, 3.0]), st.floats(0, 10)), min_size=1
)


def series(values: list[float | None]) -> pd.Series:
    return pd.Series(values, dtype=float)


@given(scores)
def test_a_rank_is_one_more_than_the_number_of_higher_scores(values: list[float | None]) -> None:
    placed = ranks(series(values))
    for place, value in enumerate(values):
        if value is None:
            assert math.isnan(placed[place])
        else:
            higher = sum(other is not None and other > value for other in values)
            assert placed[place] == 1 + higher


@given(st.integers(min_value=4, max_value=200))
def test_percentile_cuts_are_those_of_a_spreadsheet(ranked: int) -> None:
    values = pd.Series(range(ranked), dtype=float)
    counts = tuple(
        int((values >= values.quantile(q, interpolation="linear")).sum()) for q in (0.75, 0.5, 0.25)
    )
    assert percentile_cuts(ranked) == counts


@pytest.mark.parametrize(
    ("year", "rank", "group"),
    [
        (2020, 16, "Cao nhất"),
        (2020, 17, "Trung bình cao"),
        (2021, 15, "Cao nhất"),
        (2021, 16, "Trung bình cao"),
        (2022, 47, "Trung bình thấp"),
        (2022, 48, "Thấp nhất"),
        (2023, 46, "Thấp nhất"),
    ],
)
def test_the_cuts_are_those_of_the_year(inputs: Inputs, year: int, rank: int, group: str) -> None:
    edition = edition_of(inputs.indices["PAPI"], year)
    line = edition.criteria[0]
    found, _ = group_of(line, rank=rank, ranked=61, score=40.0, edition=edition)
    assert found == group


@pytest.mark.parametrize(("rank", "known"), [(15, True), (16, False), (30, True), (47, False)])
def test_where_rival_rules_disagree_the_group_is_left_open(
    inputs: Inputs,
    rank: int,
    known: bool,  # noqa: FBT001
) -> None:
    edition = edition_of(inputs.indices["PAPI"], 2024)
    group, reason = group_of(edition.criteria[0], rank=rank, ranked=61, score=40.0, edition=edition)
    assert (group is not None) == known
    assert (reason is None) == known


@pytest.mark.parametrize(("score", "group"), [(90.0, "A"), (89.99, "B"), (79, "C")])
def test_thresholds_group_by_score(inputs: Inputs, score: float, group: str) -> None:
    edition = edition_of(inputs.indices["PAR INDEX"], 2022)
    line = edition.criteria[0]
    assert group_of(line, rank=None, ranked=None, score=score, edition=edition) == (group, None)


def test_a_sub_dimension_has_no_published_group(inputs: Inputs) -> None:
    edition = edition_of(inputs.indices["PAPI"], 2022)
    line = edition.criterion("1.1")
    assert line is not None
    group, reason = group_of(line, rank=1, ranked=63, score=1.0, edition=edition)
    assert group is None
    assert reason
