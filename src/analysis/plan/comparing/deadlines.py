"""Whether a printed deadline is earlier or later than another; where that is unsure, neither."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

_FORMS = re.compile(
    r"""ngày\s(?P<day>\d{1,2})(?:/|\stháng\s)(?P<day_month>\d{1,2})(?:/|\snăm\s)(?P<day_year>\d{4})
      | tháng\s(?P<month>\d{1,2})(?:/|\snăm\s)(?P<month_year>\d{4})
      | quý\s(?P<quarter>IV|I{1,3}|[1-4])(?:/|\snăm\s)(?P<quarter_year>\d{4})
      | năm\s(?P<year>\d{4})""",
    re.IGNORECASE | re.VERBOSE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def moved_to(was: str, now: str) -> Literal["earlier", "later"] | None:
    """Return where a deadline moved to, None where the texts do not tell.

    Examples
    --------
    >>> moved_to("Quý III/2023", "Trước ngày 30/6/2023")
    'earlier'
    >>> moved_to("Thường xuyên", "Quý III/2023") is None
    True
    """
    before, after = last_day(was), last_day(now)
    if before is None or after is None or before == after:
        return None
    return "earlier" if after < before else "later"


def last_day(text: str) -> date | None:
    """Return the last day of a deadline that names one time and nothing else, else None.

    Examples
    --------
    >>> last_day("Quý I/2024"), last_day("Năm 2023"), last_day("Hằng quý")
    (datetime.date(2024, 3, 31), datetime.date(2023, 12, 31), None)
    """
    found = list(_FORMS.finditer(text))
    if len(found) != 1 or re.search(r"\d", _FORMS.sub("", text)):
        return None
    told = found[0]
    try:
        if told["day"]:
            return date(int(told["day_year"]), int(told["day_month"]), int(told["day"]))
        if told["month"]:
            return _end(int(told["month_year"]), int(told["month"]))
        if told["quarter"]:
            quarter = told["quarter"].lower()
            return _end(int(told["quarter_year"]), 3 * int(_QUARTERS.get(quarter, quarter)))
        return date(int(told["year"]), 12, 31)
    except ValueError:  # no such day
        return None


def _end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, monthrange(year, month)[1])
