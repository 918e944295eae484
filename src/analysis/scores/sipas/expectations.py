"""Expectations: which options respondents chose, several in one cell or each in a column."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.scores import survey_messages as texts
from analysis.scores.sipas.groups import is_private
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from analysis.scores.sipas.chunks import Cells
    from analysis.scores.sipas.columns import Column

EXPECTATION_COLUMNS = {
    "option": "str",
    "respondents": "int64",
    "chosen": "int64",
    "percent": "float64",
}
"""Columns of the table of expectations; `respondents` answered the question at all."""

_MOST_OPTIONS = 50
_BETWEEN = re.compile(r"[;|]")
_YES = frozenset({"1", "1.0", "x", "v", "co", "true", "yes"})
_NO = frozenset({"0", "0.0", "khong", "false", "no"})


@dataclass(slots=True)
class Expectations:
    """The expectation columns of a file, counted as they are read."""

    columns: tuple[Column, ...]
    answered: int = 0
    notes: list[str] = field(default_factory=list)
    _counts: dict[int, Counter[str]] = field(default_factory=dict)

    def take(self, cells: dict[int, Cells]) -> None:
        """Count the cells of some rows."""
        if not self.columns:
            return
        mine = [(column.number, cells[column.number]) for column in self.columns]
        self.answered += int(np.any([column.codes >= 0 for _, column in mine], axis=0).sum())
        for number, column in mine:
            times = np.bincount(column.codes + 1, minlength=len(column.texts) + 1)[1:]
            counts = self._counts.setdefault(number, Counter())
            for text, count in zip(column.texts, times.tolist(), strict=True):
                counts[text] += count

    def table(self) -> pd.DataFrame:
        """Return the share of respondents that chose each option, the most chosen first."""
        chosen: Counter[str] = Counter()
        spellings: dict[str, Counter[str]] = {}
        for column in self.columns:
            for option, count in _options(column, self._counts.get(column.number, Counter())):
                key = option.casefold()
                chosen[key] += count
                spellings.setdefault(key, Counter())[option] += count
        named = {
            key: min(found, key=lambda name, found=found: (-found[name], name))  # type: ignore[misc]
            for key, found in spellings.items()
        }
        kept = self._kept(chosen, named)
        rows = [
            (named[key], self.answered, chosen[key], 100 * chosen[key] / self.answered)
            for key in kept
        ]
        return pd.DataFrame(rows, columns=list(EXPECTATION_COLUMNS)).astype(EXPECTATION_COLUMNS)

    def _kept(self, chosen: Counter[str], named: dict[str, str]) -> list[str]:
        """Return the options to show: free texts may hold anything and are not all shown."""
        public = [key for key in chosen if not is_private(named[key])]
        if len(public) < len(chosen):
            count = len(chosen) - len(public)
            self.notes.append(texts.OPTIONS_PRIVATE.format(count=count))
        public.sort(key=lambda key: (-chosen[key], key))
        if len(public) > _MOST_OPTIONS:
            count = len(public) - _MOST_OPTIONS
            self.notes.append(texts.OPTIONS_RARE.format(count=count))
        return public[:_MOST_OPTIONS]


def _options(column: Column, counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the options chosen in one column and how often.

    A column of 0 and 1 is one option, named by its title; any other holds the options themselves.
    """
    if all(fold(text) in _YES | _NO for text in counts):
        times = sum(count for text, count in counts.items() if fold(text) in _YES)
        return [(column.wording, times)] if counts else []
    return [(option, count) for text, count in counts.items() for option in _split(text)]


def _split(text: str) -> list[str]:
    """Return the options in a cell, each once."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return list({part.casefold(): part for part in reversed(parts) if part}.values())[::-1]
