"""The one tidy table of scores, and a year of it as the ledger needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.errors import Fault
    from analysis.reference import Edition

COLUMNS = {
    "year": "int64",
    "unit_code": "str",
    "criterion": "str",
    "score": "float64",
    "score_status": "str",
    "rank": "float64",
    "ranked": "float64",
    "rank_status": "str",
    "source": "str",
    "note": "str",
}
"""Columns of the tidy table: one row a year, unit and criterion; a missing score is NaN."""

NATION = "00"
"""The unit code of the country as a whole."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A publisher's confidence interval and standard error, as printed; NaN where it has none."""

    low: float
    high: float
    se: float


@dataclass(frozen=True)
class YearScores:
    """One index in one year.

    Attributes
    ----------
    edition
        The criteria that hold in the year.
    table
        Rows of the tidy table for this year: units × criteria that the publisher gives.
    flagged
        For a unit, the codes of criteria published as "not at full marks" without a number, each
        with its source.
    national
        The national mean by criterion code, where one is published.
    intervals
        The intervals that the publisher prints, by unit and criterion code.
    warnings
        What the reader noticed but did not refuse.
    """

    edition: Edition
    table: pd.DataFrame
    flagged: dict[str, dict[str, str]]
    national: dict[str, float]
    warnings: tuple[Fault, ...] = ()
    intervals: Mapping[tuple[str, str], Interval] = field(default_factory=dict)

    @property
    def unit_set(self) -> str:
        """The set of provinces (``63`` or ``34``) whose codes the table uses."""
        return self.edition.unit_set

    @property
    def year(self) -> int:
        """The year the scores are of."""
        return self.edition.year

    def row(self, unit_code: str, criterion: str) -> Mapping[str, Any] | None:
        """Return the published row of one unit and criterion, if there is one."""
        return self._rows.get((unit_code, criterion))

    @cached_property
    def _rows(self) -> dict[tuple[str, str], Mapping[str, Any]]:
        records: list[Any] = self.table.to_dict("records")
        return {(row["unit_code"], row["criterion"]): row for row in records}


def tidy(records: list[dict[str, object]]) -> pd.DataFrame:
    """Return records as the tidy table, its columns in order and of their types."""
    return pd.DataFrame(records, columns=list(COLUMNS)).astype(COLUMNS)
