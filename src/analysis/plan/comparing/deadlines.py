"""Whether a printed deadline is earlier or later than another; where that is unsure, neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.plan.deadlines import read_deadline

if TYPE_CHECKING:
    from datetime import date

_NO_YEAR = 1
"""The year of days named without one: such a deadline is compared with none."""


def moved_to(was: str, now: str) -> Literal["earlier", "later"] | None:
    """Return where a deadline moved to, None where the texts do not tell.

    Examples
    --------
    >>> moved_to("Quý III/2023", "Trước ngày 30/6/2023")
    'earlier'
    >>> moved_to("Thường xuyên", "Quý III/2023") is None
    True
    """
    before, after = _last_day(was), _last_day(now)
    if before is None or after is None or before == after:
        return None
    return "earlier" if after < before else "later"


def _last_day(text: str) -> date | None:
    period = read_deadline(text, year=_NO_YEAR).period
    if period is None or period.last is None or period.last.year == _NO_YEAR:
        return None
    return period.last
