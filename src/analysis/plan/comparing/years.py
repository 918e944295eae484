"""Which year of the second side each year of the first one is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.comparing.model import Side
    from analysis.plan.word.printed import Block

_YEAR = re.compile(r"(?:năm |(?<=[\dIV])/)(\d{4})(?![\d/])", re.IGNORECASE)
_OFTEN, _SHARE = 3, 0.5


def years_between(a: Side, b: Side) -> dict[int, int]:
    """Return what the first plan's own year and that of its results are on the second side.

    Empty where both are plans of one year, or where a side does not tell.
    """
    before, after = _years(a), _years(b)
    if before is None or after is None:
        return {}
    # The plan's year last: where it was the other's year of results, it is the one that counts.
    pairs = zip(reversed(before), reversed(after), strict=True)
    return {was: now for was, now in pairs if was != now}


def _years(side: Side) -> tuple[int, int] | None:
    """Return the year of the plan and of its results."""
    if side.facts is not None:
        return side.facts.plan_year, side.facts.result_year
    year = None if side.blocks is None else year_of(side.blocks)
    return None if year is None else (year, year - 1)


def year_of(blocks: Iterable[Block]) -> int | None:
    """Return the year that a plan names in most places, None where there is no such year.

    Examples
    --------
    >>> from analysis.plan.word.printed import Block
    >>> year_of([Block("Kế hoạch năm 2023"), Block("Quý I/2023"), Block("ngày 30/6/2023")])
    2023
    """
    found = Counter(int(year) for block in blocks for year in _YEAR.findall(block.text))
    (year, count), *_ = found.most_common(1) or [(0, 0)]
    return year if count >= _OFTEN and count >= _SHARE * found.total() else None
