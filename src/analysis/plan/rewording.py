"""Wording that people gave tasks in last year's document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from analysis.plan import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MARK = re.compile(r"^(?:[-+–•]|\(?\w{1,3}\)|\d+(?:\.\d+)*\.)\s+")
_ALIKE = 0.6
"""A paragraph at least so alike is the edited one; less alike, it is another text."""

_LINES = 8
"""A task of up to so many paragraphs is found again."""

# A document keeps the day, a law the year, that it is cited by.
_CITED = r"[^\s,;]*/[^\s,;]*[A-ZĐ][^\s,;]* ngày (?:\d+/\d+/|\d+ tháng \d+ năm )\d{4}"
_LAW = r"(?:Luật|Pháp lệnh|Hiến pháp)(?:(?! trong | của )[^.;:])*? năm \d{4}"
_YEAR = re.compile(rf"{_CITED}|{_LAW}|(?:(?<=năm )|(?<=/))(?P<year>\d{{4}})\b(?!/|\s*[-–]\s*\d)")


@dataclass(frozen=True, slots=True)
class Printed:
    """How last year's plan printed a task: with its actor, and without."""

    sentence: str
    duty: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """What became of last year's wording: new texts by task, and tasks that were taken out."""

    edited: Mapping[str, str]
    removed: tuple[str, ...]


def rewording(tasks: Mapping[str, Printed], paragraphs: Iterable[str]) -> Rewording:
    """Return which tasks of a plan people worded anew in its document, and which they took out.

    Parameters
    ----------
    tasks
        What the plan printed, by task.
    paragraphs
        The document's paragraphs as they are now.

    Notes
    -----
    A task whose text still stands word for word, in one paragraph or in several that follow each
    other, is left alone. To each other one goes the paragraph that is most alike
    (`difflib.SequenceMatcher`), each paragraph to one task only, the most alike pair first; without
    a paragraph at least 0.6 alike the task counts as taken out.
    """
    lines = [bare(paragraph) for paragraph in paragraphs]
    known = {text for printed in tasks.values() for text in (printed.sentence, printed.duty)}
    standing = _standing(known, lines)
    changed = {
        key: printed
        for key, printed in tasks.items()
        if printed.sentence not in standing and printed.duty not in standing
    }
    taken = {line for found in standing.values() for line in found}
    free = [line for line in dict.fromkeys(lines) if line not in taken]
    pairs = sorted(
        (
            (share, key, text)
            for key, printed in changed.items()
            for text in free
            if (share := _alike(printed, text)) >= _ALIKE
        ),
        reverse=True,
    )
    edited: dict[str, str] = {}
    for _, key, text in pairs:
        if key not in edited and text not in edited.values():
            edited[key] = text
    return Rewording(edited, tuple(key for key in changed if key not in edited))


def _standing(known: set[str], lines: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts that stand in a document word for word, with the paragraphs of each."""
    found = {}
    for start in range(len(lines)):
        for end in range(start + 1, min(start + _LINES, len(lines)) + 1):
            text = " ".join(lines[start:end])
            if text in known:
                found[text] = tuple(lines[start:end])
    return found


def bare(paragraph: str) -> str:
    """Return a paragraph without its list mark, deadline and product.

    Examples
    --------
    >>> bare("+ Sở Nội vụ tập huấn. Thời hạn: quý III/2023. Sản phẩm: báo cáo.")
    'Sở Nội vụ tập huấn.'
    """
    text = _MARK.sub("", paragraph)
    for start in (messages.DEADLINE_START, messages.PRODUCT_START):
        text = text.partition(f" {start}")[0]
    return text


def _alike(printed: Printed, text: str) -> float:
    return max(alike(printed.sentence, text), alike(printed.duty, text))


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, 0 as soon as they cannot be alike enough."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def brought_forward(text: str, *, years: Mapping[int, int]) -> str:
    """Return a wording with its years moved: ``năm 2022`` of last year is ``năm 2023`` now.

    The years of cited documents and of periods stay.

    Examples
    --------
    >>> brought_forward("hoàn thành trong năm 2022", years={2022: 2023, 2021: 2022})
    'hoàn thành trong năm 2023'
    >>> brought_forward("theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", years={2018: 2019})
    'theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018'
    """

    def moved(match: re.Match[str]) -> str:
        if match["year"] is None:
            return match.group()
        year = int(match["year"])
        return str(years.get(year, year))

    return _YEAR.sub(moved, text)
