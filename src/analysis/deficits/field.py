"""The field: scores of all provinces on every line of one index in one year."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import pandas as pd

from analysis.deficits.ranks import ranks

if TYPE_CHECKING:
    from analysis.reference import Edition
    from analysis.scores import YearScores

# Sums of four-decimal figures differ in their last bits with the order of the terms; a tie must
# stay a tie. Far below any printed digit, so nothing is rounded before ranking.
_NOISE_DECIMALS = 9


@dataclass(frozen=True)
class Field:
    """All provinces on every line.

    Attributes
    ----------
    edition
        The criteria of the year.
    scores
        Units × criterion codes, NaN for "not scored" or "not known".
    ranks
        Ranks in the same shape; computed where the scores of the provinces are known, else the
        publisher's.
    ranked
        The number ranked as the publisher prints it beside each rank; empty where ranks are
        computed.
    computed
        Codes of lines whose ranks are computed here.
    """

    edition: Edition
    scores: pd.DataFrame
    ranks: pd.DataFrame
    ranked: pd.DataFrame
    computed: frozenset[str]

    def score(self, unit: str, code: str) -> float | None:
        """Return a unit's score on a line, None if it is not known."""
        return _known(self._scores.get(code, {}).get(unit))

    def rank(self, unit: str, code: str) -> int | None:
        """Return a unit's rank on a line, None if it is not ranked."""
        rank = _known(self._ranks.get(code, {}).get(unit))
        return None if rank is None else int(rank)

    def count(self, unit: str, code: str) -> int | None:
        """Return how many units are ranked on a line (by the publisher: beside this unit)."""
        if code in self.computed:
            return self._counts[code]
        ranked = _known(self._ranked.get(code, {}).get(unit))
        return None if ranked is None else int(ranked)

    def region(self, units: list[str]) -> Field:
        """Return the field of a region: the same scores, ranked among its units only."""
        return _ranked(self.edition, self.scores.reindex(units))

    # Single cells are asked for a thousand times a ledger; a mapping answers faster than a frame.
    @cached_property
    def _scores(self) -> dict[str, dict[str, float]]:
        return cast("dict[str, dict[str, float]]", self.scores.to_dict())

    @cached_property
    def _ranks(self) -> dict[str, dict[str, float]]:
        return cast("dict[str, dict[str, float]]", self.ranks.to_dict())

    @cached_property
    def _ranked(self) -> dict[str, dict[str, float]]:
        return cast("dict[str, dict[str, float]]", self.ranked.to_dict())

    @cached_property
    def _counts(self) -> dict[str, int]:
        return cast("dict[str, int]", self.scores.count().to_dict())


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def field_of(year: YearScores) -> Field:
    """Return the field of a year: parents summed from their children where they are complete.

    A parent with a missing child has no score. A published parent is never replaced.
    """
    edition = year.edition
    published = year.table.pivot(index="unit_code", columns="criterion", values="score")
    scores = published.reindex(columns=[line.code for line in edition.criteria])
    if edition.index.summed and edition.index.ranked_by == "score":
        scores = _summed(edition, scores)
        return _ranked(edition, scores)
    return _as_published(edition, scores, year)


def _summed(edition: Edition, scores: pd.DataFrame) -> pd.DataFrame:
    """Fill each empty parent with the exact sum of its children, lowest level first."""
    filled = scores.copy()
    for line in reversed(edition.criteria):
        children = [child.code for child in edition.children(line.code)]
        if children:
            sums = filled[children].apply(_exact_sum, axis=1)
            filled[line.code] = filled[line.code].fillna(sums)
    return filled


def _exact_sum(parts: pd.Series) -> float:
    values = parts.tolist()
    if any(math.isnan(value) for value in values):
        return math.nan
    return round(math.fsum(values), _NOISE_DECIMALS)


def _ranked(edition: Edition, scores: pd.DataFrame) -> Field:
    return Field(edition, scores, scores.apply(ranks), pd.DataFrame(), frozenset(scores.columns))


def _as_published(edition: Edition, scores: pd.DataFrame, year: YearScores) -> Field:
    """Return the field with the publisher's ranks; computed ones where every unit's score is known.

    A line of which some units are missing cannot be ranked: nobody knows where they stand.
    """
    placed = year.table.pivot(index="unit_code", columns="criterion", values="rank")
    ranked = year.table.pivot(index="unit_code", columns="criterion", values="ranked")
    placed, ranked = placed.reindex_like(scores), ranked.reindex_like(scores)
    whole = [code for code in scores.columns if scores[code].count() == int(edition.unit_set)]
    placed[whole] = scores[whole].apply(ranks)
    return Field(edition, scores, placed, ranked, frozenset(whole))
