"""Sums up a tree: exact ones pass, and each wrong figure is told once."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from analysis.scores.sums import gaps

TREE = {"0": ["1", "2"], "1": ["1.1", "1.2"], "2": ["2.1", "2.2", "2.3"]}
ORDER = ["1", "2", "0"]
LEAVES = ["1.1", "1.2", "2.1", "2.2", "2.3"]

values = st.lists(st.floats(min_value=0, max_value=100, allow_nan=False), min_size=5, max_size=5)


def filled(leaves: list[float]) -> dict[str, float]:
    table = dict(zip(LEAVES, leaves, strict=True))
    for parent in ORDER:
        table[parent] = math.fsum(table[child] for child in TREE[parent])
    return table


def found(table: dict[str, float]) -> dict[str, float]:
    return gaps(
        ORDER,
        children=lambda code: TREE.get(code, []),
        value=table.__getitem__,
        tolerance=lambda _: 1e-6,
    )


@given(values)
def test_exact_sums_have_no_gap(leaves: list[float]) -> None:
    assert found(filled(leaves)) == {}


@given(values, st.sampled_from([*LEAVES, *ORDER]), st.sampled_from([-0.5, 0.01, 3.0]))
def test_one_wrong_figure_is_one_gap(leaves: list[float], node: str, error: float) -> None:
    table = filled(leaves)
    table[node] += error
    off = found(table)
    told = node if node in TREE else next(p for p, parts in TREE.items() if node in parts)
    assert list(off) == [told]
    assert math.isclose(abs(off[told]), abs(error), abs_tol=1e-6)


@given(values, st.sampled_from([*LEAVES, *ORDER]))
def test_a_figure_that_is_missing_is_no_gap(leaves: list[float], node: str) -> None:
    table = filled(leaves)
    table[node] = math.nan
    assert found(table) == {}


@given(values)
def test_two_wrong_parents_are_two_gaps(leaves: list[float]) -> None:
    table = filled(leaves)
    table["1"] += 1.5
    table["2"] -= 0.25
    assert sorted(found(table)) == ["1", "2"]
