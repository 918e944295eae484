"""Sums up a tree: where a printed parent is not its parts, each wrong figure told once."""

from __future__ import annotations

import math
from itertools import chain, combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

# Eight fields at most are off together before a file is simply another file.
_MOST_SUBSETS_OF = 8


def gaps(
    nodes: Iterable[str],
    *,
    children: Callable[[str], Sequence[str]],
    value: Callable[[str], float],
    tolerance: Callable[[int], float],
) -> dict[str, float]:
    """Return the parents that are off, with what they are more than the sum of their parts.

    Parameters
    ----------
    nodes
        The parents, from the lowest up, so that the index comes last.
    children
        The parts of a parent.
    value
        The printed value of a node, NaN where there is none or it is faulty already.
    tolerance
        What rounding may leave over in a sum of so many parts.

    Notes
    -----
    A wrong parent is off against its parts and puts its own parent off by the same amount: that is
    one wrong figure. A gap that the gaps below account for is left out.
    """
    found: dict[str, float] = {}
    for node in nodes:
        gap, allowed = _gap(node, children=children, value=value), tolerance(len(children(node)))
        if abs(gap) <= allowed:
            continue
        below = {part: found[part] for part in children(node) if part in found}
        if not _explained(gap, below, allowed):
            found[node] = gap
    return found


def _gap(
    node: str, *, children: Callable[[str], Sequence[str]], value: Callable[[str], float]
) -> float:
    printed, parts = value(node), [value(part) for part in children(node)]
    total = math.fsum(parts) if parts else math.nan
    return 0.0 if math.isnan(printed) or math.isnan(total) else printed - total


def _explained(gap: float, below: Mapping[str, float], tolerance: float) -> bool:
    off = list(below.values())[:_MOST_SUBSETS_OF]
    subsets = chain.from_iterable(combinations(off, size) for size in range(1, len(off) + 1))
    return any(abs(gap + math.fsum(part)) <= tolerance for part in subsets)
