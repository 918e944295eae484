"""Answers: what a cell says, and on which scale a column says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

Scale = Literal["five", "four", "words"]

EMPTY = 0
"""The code of a cell without an answer."""
SKIP = 36
"""The code of "nothing was sent in", 0 and 99: no answer, and valid where one may have none."""
BAD = 37
"""The code of a cell that is no level of any scale."""
CODES = 38
"""How many codes there are; those between are `6 * number + word`, each from 1 to 5, 0 for none."""

_LEVELS = 6
_WORDS = {
    "rat khong hai long": 1,
    "rat chua hai long": 1,
    "hoan toan khong hai long": 1,
    "khong hai long": 2,
    "chua hai long": 2,
    "binh thuong": 3,
    "trung lap": 3,
    "hai long": 4,
    "rat hai long": 5,
    "hoan toan hai long": 5,
}
_NUMBER = re.compile(r"(\d{1,12})(?:[.,]0{1,6})?")
_LABELLED = re.compile(rf"(?:muc )?(?:([1-5]) )?({'|'.join(_WORDS)})(?: ([1-5]))?")
_LEVEL = re.compile(r"muc ([1-5])")
_NOTHING_SENT = re.compile(
    r"(?:\d{1,2} )?(?:khong|chua)(?: co| tung| bao gio| lan nao| can)*(?: gui| thuc hien| co)*"
    r" (?:gop y|phan anh|kien nghi|y kien)\b.*"
)
_MISSING = frozenset({"", "-", "–", "—", "n/a", "na", "nan", "null", "none"})
_LONGEST = 80

# What a number with its word says of the scale; any other pair runs against every known scale.
_TELLS: dict[tuple[int, int], Scale | None] = {
    (1, 1): None,
    (2, 2): None,
    (1, 2): "four",
    (2, 3): "four",
    (3, 4): "four",
    (4, 5): "four",
    (3, 3): "five",
    (4, 4): "five",
    (5, 5): "five",
}
_UNLIKELY = 1e-3
# So many faulty cells are each told; more of them than answers are another scale.
_SLIPS = 20


def answer_code(text: str) -> int:
    """Return the code of one cell's text.

    Examples
    --------
    >>> answer_code("Rất hài lòng"), answer_code("rat hai long"), answer_code("4 - Hài lòng")
    (5, 5, 28)
    >>> answer_code("4"), answer_code("4.0"), answer_code("99") == SKIP, answer_code("7") == BAD
    (24, 24, True, True)
    >>> answer_code("Không có phản ánh, kiến nghị") == SKIP, answer_code(" ") == EMPTY
    (True, True)
    """
    text = text.strip()
    if text.lower() in _MISSING:
        return EMPTY
    number = _NUMBER.fullmatch(text)
    if number:
        value = int(number.group(1))
        return _LEVELS * value if 1 <= value <= 5 else SKIP if value in (0, 99) else BAD
    return BAD if len(text) > _LONGEST else _worded(fold(text))


def _worded(words: str) -> int:
    labelled = _LABELLED.fullmatch(words)
    if labelled:
        before, word, after = labelled.groups()
        number = int(before or after or 0)
        return _LEVELS * number + _WORDS[word]
    level = _LEVEL.fullmatch(words)
    if level:
        return _LEVELS * int(level.group(1))
    return SKIP if _NOTHING_SENT.fullmatch(words) else BAD


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each code occurs in a column."""

    counts: tuple[int, ...]

    def numbers(self) -> dict[int, int]:
        """Return how many cells hold a bare number, by number."""
        found = {level: self.counts[_LEVELS * level] for level in range(1, _LEVELS)}
        return {level: count for level, count in found.items() if count}

    def pairs(self) -> set[tuple[int, int]]:
        """Return the numbers that stand beside words."""
        levels = range(1, _LEVELS)
        return {(n, w) for n in levels for w in levels if self.counts[_LEVELS * n + w]}

    def good(self) -> int:
        """Return how many cells hold a level of some scale."""
        return sum(self.counts[1:SKIP])


def scales_of(tallies: Sequence[Tally]) -> list[Scale | None]:
    """Return the scale of each column of one form, None where its values do not tell it.

    A column in which 5 occurs has five levels. One without has four, unless the other columns of
    the form have five and nobody choosing the fifth may well be chance.

    Examples
    --------
    >>> def column(**counts):
    ...     codes = [0] * CODES
    ...     for level, count in counts.items():
    ...         codes[int(level[1:])] = count
    ...     return Tally(tuple(codes))
    >>> scales_of([column(_24=50, _30=50), column(_18=5, _24=2), column(_18=90, _24=90)])
    ['five', 'five', 'four']
    >>> scales_of([column(_4=3, _5=1), column(_18=5, _12=2)])
    ['words', None]
    """
    numbers = [tally.numbers() for tally in tallies]
    five = [levels for levels in numbers if 5 in levels]
    four = any(4 in levels for levels in numbers)
    answers = sum(sum(levels.values()) for levels in five)
    fifth = sum(levels[5] for levels in five) / answers if answers else 0.0
    return [_scale(tally, fifth=fifth, four=four) for tally in tallies]


def _scale(tally: Tally, *, fifth: float, four: bool) -> Scale | None:
    numbers = tally.numbers()
    bad, good = tally.counts[BAD], tally.good()
    if not good or (bad > good and bad > _SLIPS):
        return None
    if not numbers:
        return "words"
    if any(pair not in _TELLS for pair in tally.pairs()):
        return None
    told = {scale for scale in map(_TELLS.get, tally.pairs()) if scale}
    if 5 in numbers:
        told.add("five")
    if told:
        return told.pop() if len(told) == 1 else None
    if fifth and (1 - fifth) ** sum(numbers.values()) > _UNLIKELY:
        return "five"
    return "four" if 4 in numbers or (four and not fifth) else None


def satisfied_codes(scale: Scale) -> npt.NDArray[np.bool_]:
    """Return for each code whether it is one of the two top levels of a scale.

    Examples
    --------
    >>> four = satisfied_codes("four")
    >>> bool(four[answer_code("3")]), bool(four[answer_code("bình thường")])
    (True, False)
    """
    least = 3 if scale == "four" else 4
    return np.array(
        [
            EMPTY < code < SKIP
            and (code % _LEVELS >= 4 if code % _LEVELS else code // _LEVELS >= least)
            for code in range(CODES)
        ]
    )


def answered_codes() -> npt.NDArray[np.bool_]:
    """Return for each code whether it is an answer."""
    codes = np.arange(CODES)
    return (codes > EMPTY) & (codes < SKIP)


def passed_codes() -> npt.NDArray[np.bool_]:
    """Return for each code whether the cell was left empty or passed over."""
    codes = np.arange(CODES)
    return np.isin(codes, (EMPTY, SKIP))
