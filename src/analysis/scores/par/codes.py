"""Codes of criteria as provinces write them, brought to one form: 3, 3.1, 3.1.2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.scores.sheets import Cell

_ROMAN = re.compile(r"(?i)(X{0,3}(?:IX|IV|V?I{0,3}))(?=$|\.)")
_PREFIX = re.compile(r"(?i)^(?:lv|tctp|tc|lĩnh vực|tiêu chí|mục)\s*(?=[\divx])")
_PLAIN = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}")
_WORTH = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Code:
    """A code cell: `path` are its numbers, empty if it is none; `roman` tells of a Roman head."""

    path: tuple[int, ...]
    roman: bool = False

    @property
    def text(self) -> str:
        """The code in our form."""
        return ".".join(map(str, self.path))


def parsed(cell: Cell) -> Code:
    """Return a code cell read.

    Examples
    --------
    >>> parsed("IV").path, parsed("TC 3.1.").path, parsed(2.0).path, parsed("II.1").path
    ((4,), (3, 1), (2,), (2, 1))
    >>> parsed("- Đạt 100%").path
    ()
    """
    if isinstance(cell, bool) or cell is None or isinstance(cell, (datetime, date)):
        return Code(())
    text = f"{cell:g}" if isinstance(cell, float) else nfc(str(cell))
    text = _PREFIX.sub("", text).strip(" .):").replace(" ", "")
    roman = _ROMAN.match(text)
    if roman and roman.group(1):
        rest = text[roman.end() :].strip(".")
        tail = tuple(map(int, rest.split("."))) if _PLAIN.fullmatch(rest) else ()
        return Code(() if rest and not tail else (_worth(roman.group(1)), *tail), roman=True)
    return Code(tuple(map(int, text.split("."))) if _PLAIN.fullmatch(text) else ())


def is_date(cell: Cell) -> bool:
    """Return whether a spreadsheet took a code such as 1.2 for a day."""
    return isinstance(cell, (datetime, date))


def _worth(roman: str) -> int:
    values = [_WORTH[letter] for letter in roman.upper()]
    return sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def full_paths(codes: Iterable[Code]) -> list[tuple[int, ...]]:
    """Return the full path of each code of a sheet, in the sheet's order.

    Where fields bear Roman numbers and their criteria start again from 1 in each, a criterion's
    path begins with its field. A spreadsheet drops the zero of 1.10; the second 1.1, where 1.9 has
    gone before, is 1.10.

    Examples
    --------
    >>> full_paths([parsed("I"), parsed("1"), parsed("1.1"), parsed("II"), parsed("1")])
    [(1,), (1, 1), (1, 1, 1), (2,), (2, 1)]
    >>> full_paths([parsed("I"), parsed("1.1"), parsed("1.1.1")])
    [(1,), (1, 1), (1, 1, 1)]
    """
    codes = list(codes)
    again = _starts_again(codes)
    paths: list[tuple[int, ...]] = []
    seen: set[tuple[int, ...]] = set()
    field: tuple[int, ...] = ()
    for code in codes:
        path = code.path
        if code.roman and len(path) == 1:
            field = path
        elif again and path and not code.roman:
            path = (*field, *path)
        if path and path in seen and path[-1] == 1 and (*path[:-1], 9) in seen:
            path = (*path[:-1], 10)
        seen.add(path)
        paths.append(path)
    return paths


def _starts_again(codes: list[Code]) -> bool:
    """Return whether criteria below Roman fields are numbered from 1 in each field."""
    fields = [code for code in codes if code.roman and len(code.path) == 1]
    return bool(fields) and any(len(code.path) == 1 and not code.roman for code in codes)
