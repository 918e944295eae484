"""Dates as Decree 30/2020/NĐ-CP, Annex I, II.4.b asks: a zero only before days 1-9, months 1-2."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def _day(day: int) -> str:
    return f"{day:02d}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def long_date(day: date) -> str:
    """Return a date in words.

    Examples
    --------
    >>> from datetime import date
    >>> long_date(date(2026, 2, 5)), long_date(date(2026, 4, 12))
    ('ngày 05 tháng 02 năm 2026', 'ngày 12 tháng 4 năm 2026')
    """
    return f"ngày {_day(day.day)} tháng {_month(day.month)} năm {day.year}"


def draft_date(day: date) -> str:
    """Return the date line of a draft: the day is left blank for the clerk to fill.

    Examples
    --------
    >>> from datetime import date
    >>> draft_date(date(2023, 6, 30))
    'ngày     tháng 6 năm 2023'
    """
    return f"ngày     tháng {_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return a date in digits.

    Examples
    --------
    >>> from datetime import date
    >>> short_date(date(2023, 6, 30))
    '30/6/2023'
    """
    return f"{_day(day.day)}/{_month(day.month)}/{day.year}"
