"""Facts that issued plans print, kept beside the computed ones to be reconciled with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.scores.cells import Reader, read_sheet, stated_set

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import Places

_WHOLE_FACTS = frozenset({"rank_change", "regional_rank_change"})
_COLUMNS = ("index", "year", "unit_code", "unit", "criterion", "fact", "value", "source", "note")


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """One printed fact: `fact` names it (``score``, ``rank``, ``group`` …), `value` as printed."""

    index: str
    year: int
    unit_code: str
    criterion: str
    fact: str
    value: str
    source: str
    note: str


def read_published(path: Path, *, places: Places) -> tuple[PublishedFact, ...]:
    """Return the printed facts from their CSV file.

    Raises
    ------
    FaultsError
        RF-01, RF-02, SC-01, SC-06, SC-07, SC-14, SC-15.
    """
    sheet = read_sheet(path, columns=_COLUMNS)
    reader = Reader(sheet)
    facts = []
    for row, cells in sheet.rows:
        unit = reader.unit(row, cells, places=places, unit_set=stated_set(cells["year"]))
        year = reader.whole(row, "year", cells["year"] or "?")
        if cells["fact"] in _WHOLE_FACTS:
            reader.whole(row, "value", cells["value"] or "?", least=-99)
        if unit is not None and year is not None:
            facts.append(
                PublishedFact(
                    cells["index"],
                    year,
                    unit,
                    cells["criterion"],
                    cells["fact"],
                    cells["value"],
                    cells["source"],
                    cells["note"],
                )
            )
    reader.finish()
    return tuple(facts)
