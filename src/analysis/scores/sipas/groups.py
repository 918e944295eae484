"""What the respondents are told apart by: units, fields of service, age bands, sex."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from analysis.scores import survey_messages as texts
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from analysis.scores.sipas.chunks import Cells

MOST_GROUPS = 5_000
"""How many groups a column may name: a province has far fewer units."""

_PRIVATE = re.compile(r"\d(?:[ .-]?\d){8}|@")
_AGE = re.compile(r"(\d{1,9})(?:[.,]\d{1,9})?(?: tuổi)?")
_BAND_ENDS = (24, 49, 60, 120)
_LONGEST = 200


def is_private(text: str) -> bool:
    """Return whether a text may hold a telephone number, an identity number or an address.

    Examples
    --------
    >>> is_private("0912 345 678"), is_private("a@b.vn"), is_private("Phường 12, Quận 3")
    (True, True, False)
    """
    return bool(_PRIVATE.search(text)) or len(text) > _LONGEST


def label_of(text: str) -> str:
    """Return a cell as the name of a group, empty where it cannot be one."""
    return "" if text.startswith("#") or is_private(text) else text


def age_band(text: str) -> str:
    """Return the band of an age in years; a band that the form itself states stays as it is.

    Examples
    --------
    >>> age_band("24"), age_band("60.0"), age_band("Từ 18 đến 30"), age_band("999")
    ('Dưới 25', '50-60', 'Từ 18 đến 30', '')
    >>> age_band("9" * 5_000)
    ''
    """
    years = _AGE.fullmatch(text.lower())
    if not years:
        return label_of(text)
    bands = zip(_BAND_ENDS, texts.AGES, strict=True)
    return next((band for end, band in bands if int(years.group(1)) <= end), "")


@dataclass(slots=True)
class Labels:
    """The groups of one column as they come; spellings that differ in case alone are one group.

    `refused` counts the cells that cannot name a group; `overflow` tells that there were more
    groups than there may be.
    """

    read: Callable[[str], str] = label_of
    refused: int = 0
    overflow: bool = False
    _codes: dict[str, int] = field(default_factory=dict)
    _spellings: list[Counter[str]] = field(default_factory=list)

    def take(self, cells: Cells) -> npt.NDArray[np.int32]:
        """Return the group of each row, -1 where there is none."""
        times = np.bincount(cells.codes + 1, minlength=len(cells.texts) + 1)[1:]
        codes = [
            self._code(text, int(count)) for text, count in zip(cells.texts, times, strict=True)
        ]
        return np.array([*codes, -1], dtype=np.int32)[cells.codes]

    def _code(self, text: str, count: int) -> int:
        label = self.read(text)
        key = label.casefold()
        if not label:
            self.refused += count if text else 0
            return -1
        if key not in self._codes:
            if len(self._codes) == MOST_GROUPS:
                self.overflow = True
                return -1
            self._codes[key] = len(self._codes)
            self._spellings.append(Counter())
        code = self._codes[key]
        self._spellings[code][label] += count
        return code

    def in_order(self, codes: npt.NDArray[np.int32]) -> tuple[list[str], npt.NDArray[np.int32]]:
        """Return the groups' names in order, "not stated" last, and the codes in that order."""
        names = [min(found, key=lambda name: (-found[name], name)) for found in self._spellings]
        order = sorted(range(len(names)), key=lambda code: _order(names[code]))
        ranks = np.empty(len(names) + 1, dtype=np.int32)
        ranks[order] = np.arange(len(names))
        ranks[-1] = len(names)
        return [*(names[code] for code in order), texts.NOT_STATED], ranks[codes]


def _order(name: str) -> tuple[int, str, str]:
    """Put our own age bands by age, everything else by the alphabet."""
    bands = texts.AGES
    return (bands.index(name) if name in bands else len(bands), fold(name), name)
