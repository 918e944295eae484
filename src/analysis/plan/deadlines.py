"""Printed deadlines in Vietnamese → the days between which they fall, as far as they name days."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Days = tuple[date, date]

Reason = Literal["empty", "recurring", "elsewhere", "event"]
"""Why a deadline names no days: there is none, it comes again and again, another document or
schedule names them, or it is an event."""

_BRACKETS = re.compile(r"\([^)]*\)")
_ELSEWHERE = re.compile(r"\b(?:theo|can cu|neu tai|quy dinh tai|ke tu)\b.*")
_RECURRING = re.compile(
    r"\b(?:hang (?:ngay|tuan|thang|quy|nam)|moi|dinh ky|thuong xuyen|lien tuc|tung)\b"
)
_YEARS = re.compile(r"\b20\d\d\b")
_AND = r"\s*(?:,|-|va|den)\s*"
_OF_YEAR = r"(?:\s*(?:/|-|\.|nam\b)\s*(\d{4})\b)?"
_QUARTER = r"(?:iv|iii|ii|i|[1-4])\b"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# What stands right before the first day tells whether it is the beginning or the end.
_BEFORE = re.compile(
    r"\b(truoc|sau|tu|den|het|cham nhat|muon nhat|khong qua)"
    r"(?:\s+(?:la|het|vao|trong|cuoi|ngay))*\s*$"
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days between which a deadline falls, both included; None is an end left open."""

    first: date | None
    last: date | None

    @property
    def quarter(self) -> tuple[int, int] | None:
        """Year and number of the quarter in which all of it lies, None for anything longer."""
        if self.last is None:
            return None
        last = (self.last.year, (self.last.month + 2) // 3)
        first = self.first or self.last
        return last if (first.year, (first.month + 2) // 3) == last else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a deadline says: its period, or the reason why it names none."""

    period: Period | None = None
    reason: Reason | None = None


def read_deadline(text: str, *, year: int) -> Reading:
    """Return the days that a printed deadline names.

    Parameters
    ----------
    text
        The deadline as a plan prints it or a person wrote it, with accents or without.
    year
        The plan's year: that of days named without one.

    Notes
    -----
    Conditions in brackets and what follows "theo" are not read: their dates are of documents.
    "Trước ngày 01/01" is by the end of the year before, and so with the first of any month; another
    day named after "trước" counts as the last one, because plans mean it so.

    Examples
    --------
    >>> read_deadline("Quý III/2023", year=2023).period
    Period(first=datetime.date(2023, 7, 1), last=datetime.date(2023, 9, 30))
    >>> read_deadline("Hằng quý", year=2023).reason
    'recurring'
    """
    plain = _plain(_BRACKETS.sub(" ", text))
    if not plain:
        return Reading(reason="empty")
    told = _ELSEWHERE.sub("", plain)
    if _RECURRING.search(told):
        return Reading(reason="recurring")
    named = set(_YEARS.findall(told))
    found = sorted(_found(told, int(named.pop()) if len(named) == 1 else year))
    if not found:
        return Reading(reason="event" if told == plain else "elsewhere")
    return Reading(_period(found, told))


def _plain(text: str) -> str:
    """Return a text in lower case without accents, its dashes alike, its blanks single."""
    base = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    bare = "".join(char for char in base if not unicodedata.combining(char))
    return " ".join(re.sub(r"[‐‑‒–—−]", "-", bare).lower().split())


def _period(found: list[tuple[int, _Days]], text: str) -> Period:
    first, last = min(days[0] for _, days in found), max(days[1] for _, days in found)
    match = _BEFORE.search(text[: found[0][0]])
    word = "" if match is None else match[1]
    if word in ("sau", "tu") and len(found) == 1 and " den " not in text:
        return Period(first, None)
    if word in ("", "sau", "tu"):
        return Period(first, last)
    begins_a_unit = found[-1][1][0].day == 1
    if word == "truoc" and begins_a_unit:
        return Period(None, found[-1][1][0] - timedelta(days=1))
    return Period(None, last)


def _found(text: str, year: int) -> Iterator[tuple[int, _Days]]:
    """Yield where days are named, and the first and last of them; what is no day is passed over."""
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            try:
                yield match.start(), read(match, year)
            except ValueError:
                continue
        text = pattern.sub(lambda match: " " * len(match[0]), text)


def _day(match: re.Match[str], year: int) -> _Days:
    day = date(int(match[3] or year), int(match[2]), int(match[1]))
    return day, day


def _quarters(match: re.Match[str], year: int) -> _Days:
    named = [_ROMAN.get(one) or int(one) for one in re.findall(_QUARTER, match[1])]
    return _months(int(match[2] or year), min(named) * 3 - 2, max(named) * 3)


def _named_months(match: re.Match[str], year: int) -> _Days:
    named = [int(one) for one in re.findall(r"\d{1,2}", match[1])]
    return _months(int(match[2] or year), min(named), max(named))


def _part_of_year(match: re.Match[str], year: int) -> _Days:
    count = int(match[1])
    first, last = (1, count) if match[2] == "dau" else (13 - count, 12)
    return _months(int(match[3] or year), first, last)


def _whole_years(match: re.Match[str], year: int) -> _Days:
    named = [int(one) for one in match.groups() if one] or [year]
    return date(min(named), 1, 1), date(max(named), 12, 31)


def _months(year: int, first: int, last: int) -> _Days:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], _Days]], ...] = (
    (re.compile(r"\b(\d{1,2})\s+thang\s+(\d{1,2})\b(?:\s+nam\s+(\d{4}))?"), _day),
    (re.compile(rf"\bquy\s+({_QUARTER}(?:{_AND}(?:quy\s+)?{_QUARTER})*){_OF_YEAR}"), _quarters),
    (re.compile(r"\b(0?[369])\s+thang\s+(dau|cuoi)\s+nam(?:\s+(\d{4}))?"), _part_of_year),
    (
        re.compile(rf"\bthang\s+(\d{{1,2}}\b(?:{_AND}(?:thang\s+)?\d{{1,2}}\b)*){_OF_YEAR}"),
        _named_months,
    ),
    (re.compile(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\b(?:\s?[/.-]\s?(\d{4}))?"), _day),
    (re.compile(r"\b(20\d\d)\s*-\s*(20\d\d)\b"), _whole_years),
    (re.compile(r"\bnam\s+(20\d\d)\b"), _whole_years),
    (re.compile(r"\btrong nam\b"), _whole_years),
)
