"""How much it matters that a text was changed: by what stands in it, not by how much of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.rewording import brought_forward
from analysis.plan.word.printed import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.plan.comparing.model import Severity

_FIGURE = r"(?:(?<!\S)[-+])?\d[\w./,-]*"
_SAID = re.compile(rf"{_FIGURE}|\w+|[%‰<>=≤≥±°]")
_FIGURES = re.compile(rf"{_FIGURE}|(?<!\w)[IVX]+(?!\w)|[%‰]")
_ENDS = ".,/-"
_YEAR = re.compile(r"(?<!\w)(?:Năm|NĂM) (?=\d{4})")
_OF_INDEX = re.compile(r"(?<!\w)(?:(?:PAPI|SIPAS|PAR INDEX)\)? )(\d{4})(?!\w)")
_LONG_FORMS = {
    "Ủy ban nhân dân": "UBND",
    "Uỷ ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
}
_UPPER = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_NAMED = (
    rf"(?:Tổng cục|Cục|Chi cục|Sở|Bộ|Ban|Phòng|Văn phòng|UBND|HĐND|Thanh tra|Công an|Trung tâm|"
    rf"Viện|Hội|Đài|Báo|Trường) [{_UPPER}]\w*"
)
"""A body that no register names, told by how its name begins."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a change matters, and why."""

    severity: Severity
    what: str


@dataclass(frozen=True)
class Scale:
    """What texts are weighed with.

    Parameters
    ----------
    names
        The names of bodies that are known.
    years
        What the years of the first side are on the second, where its plan is of another year.
    """

    names: Iterable[str] = ()
    years: Mapping[int, int] = field(default_factory=dict)

    def weight(self, was: str, now: str) -> Weight:
        """Return how much it matters that one text became another."""
        was, now = key_of(was), key_of(now)
        if _said(was) == _said(now):
            return Weight("low", messages.ONLY_SIGNS)
        moved = self.forward(was)
        if _said(moved) == _said(now):
            return Weight("low", messages.ONLY_YEARS)
        if not was or not now:
            return Weight("medium", messages.ADDED if now else messages.REMOVED)
        found = _told(messages.FIGURES, _figures(moved), _figures(now))
        found = found or _told(messages.NAMES, self._named(was), self._named(now))
        return Weight("high", found) if found else Weight("medium", messages.REWORDED)

    def forward(self, text: str) -> str:
        """Return a text of the first side with its years as they are on the second.

        Examples
        --------
        >>> Scale(years={2023: 2024}).forward("Năm 2023")
        'năm 2024'
        """
        if not self.years:
            return text
        return _OF_INDEX.sub(
            self._moved, brought_forward(_YEAR.sub("năm ", text), years=self.years)
        )

    def _moved(self, found: re.Match[str]) -> str:
        year = int(found[1])
        return found[0].replace(found[1], str(self.years.get(year, year)))

    def _named(self, text: str) -> tuple[str, ...]:
        for long, short in _LONG_FORMS.items():
            text = text.replace(long, short)
        return tuple(self._pattern.findall(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = {name for name in self.names if name}
        for long, short in _LONG_FORMS.items():
            names |= {name.replace(long, short) for name in names if long in name}
        ranked = sorted(names, key=lambda name: (-len(name), name))
        known = [re.escape(name[0].upper()) + re.escape(name[1:]) for name in ranked]
        known += [re.escape(name) for name in ranked]
        return re.compile(rf"(?<!\w)(?:{'|'.join((*known, _NAMED))})(?!\w)")


def _said(text: str) -> list[str]:
    """Return the words and figures of a text, without signs and capitals."""
    return [word.rstrip(_ENDS).casefold() for word in _SAID.findall(text)]


def _figures(text: str) -> tuple[str, ...]:
    """Return figures, days, numbers of documents and Roman numbers, in order."""
    return tuple(figure.rstrip(_ENDS) for figure in _FIGURES.findall(text))


def _told(form: str, was: tuple[str, ...], now: tuple[str, ...]) -> str:
    """Return what was taken out and what came; empty where both are the same."""
    return form.format(change=exchanged(was, now)) if was != now else ""


def exchanged(was: Iterable[str], now: Iterable[str], *, most: int = 4) -> str:
    """Return which parts of a list went and which came.

    Examples
    --------
    >>> exchanged(["30/6", "5"], ["30/9", "5"]), exchanged(["5"], ["5", "6", "7"])
    ('30/6 thành 30/9', 'thêm 6; 7')
    """
    before, after = Counter(was), Counter(now)
    gone, come = list(before - after), list(after - before)
    if len(gone) == len(come) == 1:
        return messages.TURNED_INTO.format(was=gone[0], now=come[0])
    told = ((messages.TAKEN_OUT, gone), (messages.PUT_IN, come))
    parts = [form.format(items=_listed(items, most)) for form, items in told if items]
    return messages.BESIDE.join(parts) or messages.REORDERED


def _listed(items: list[str], most: int) -> str:
    shown = messages.LISTED.join(items[:most])
    return f"{shown}…" if len(items) > most else shown
