"""Titles of rows and columns: which criterion of the year's edition a publisher's title means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.reference import Criterion, Edition

_DIMENSION = re.compile(
    r"(?:dimension|chỉ số nội dung|chỉ số lĩnh vực nội dung|trục nội dung|nội dung)?\s*"
    r"(\d{1,2})\s*[:.]\s*(\D.*)?",
    re.IGNORECASE,
)
_SUB = re.compile(r"(\d{1,2}\.\d{1,2})\s*(?:[:.]\s*(.*)|(\D.*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: the printed code, the name beside it, empty where there is none."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Match:
    """A criterion's code in our edition, or why the title means none.

    `conflict` is the name of the criterion that the title's words mean, where the printed code
    says another; `unknown` marks a code that the year's edition does not have.
    """

    code: str | None
    conflict: str = ""
    unknown: bool = False


def title_of(text: str) -> Title | None:
    """Return the code and name in a title, None if it is not a criterion's.

    Examples
    --------
    >>> title_of("Chỉ số nội dung 1: Tham gia"), title_of("5.2: Giấy chứng nhận")
    (Title(code='1', name='Tham gia'), Title(code='5.2', name='Giấy chứng nhận'))
    >>> title_of("Hiểu biết về chính sách hiện hành (%)") is None
    True
    """
    sub = _SUB.fullmatch(text)
    if sub:
        return Title(sub.group(1), (sub.group(2) or sub.group(3) or "").strip())
    dimension = _DIMENSION.fullmatch(text)
    if dimension:
        return Title(dimension.group(1), (dimension.group(2) or "").strip())
    return None


class Titles:
    """The titles of one sheet against the edition of its year.

    Parameters
    ----------
    edition
        The PAPI edition of the year.
    printed
        All sub-dimension codes that the sheet prints. They tell how a dimension with a gap in our
        stable codes (5.1, 5.3, 5.4 since 2021) is numbered there: with the gap or without.
    """

    def __init__(self, edition: Edition, printed: Iterable[str]) -> None:
        self._edition = edition
        self._named = _names(edition)
        self._foreign = _foreign_names(edition)
        self._coded = _codes(edition, frozenset(printed))

    def match(self, title: Title) -> Match:
        """Return the criterion a title means: by its words where they are known, else its code."""
        by_code = self._coded.get(title.code)
        words = fold(title.name)
        by_name = self._named.get(words)
        if by_name is None and words in self._foreign:
            return Match(None, conflict=self._foreign[words])
        if by_name is None:
            return Match(by_code, unknown=by_code is None)
        line = by_name.code
        if line in (by_code, title.code) or title.code == _position(self._edition, by_name):
            return Match(line)
        return Match(None, conflict=by_name.name)


def _names(edition: Edition) -> dict[str, Criterion]:
    """Return the lines by every name in use; a name that two lines share tells nothing."""
    names: dict[str, Criterion] = {}
    shared = set()
    for line in edition.criteria[1:]:
        for name in {fold(name) for name in (line.name, *edition.aliases(line))}:
            if name in names:
                shared.add(name)
            names[name] = line
    return {name: line for name, line in names.items() if name not in shared}


def _foreign_names(edition: Edition) -> dict[str, str]:
    """Return the names of criteria of other years: codes are not meanings."""
    held = {line.key for line in edition.criteria}
    return {
        fold(name): text.name
        for key, text in edition.index.criteria.items()
        if key not in held
        for name in (text.name, *text.aliases)
    }


def _codes(edition: Edition, printed: frozenset[str]) -> dict[str, str]:
    codes = {TOTAL: TOTAL}
    for line in edition.criteria[1:]:
        children = [child.code for child in edition.children(line.code)]
        plain = [f"{line.code}.{number}" for number in range(1, len(children) + 1)]
        gapless = bool(children) and not printed & (set(children) - set(plain))
        codes[line.code] = line.code
        codes |= dict(zip(plain if gapless else children, children, strict=True))
    return codes


def _position(edition: Edition, line: Criterion) -> str:
    """Return the code a criterion would bear if its siblings were numbered without a gap."""
    siblings = [child.code for child in edition.children(line.parent or TOTAL)]
    return f"{line.parent}.{siblings.index(line.code) + 1}"
