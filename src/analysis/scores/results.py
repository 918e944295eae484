"""PAR INDEX and SIPAS: the totals, parts and ranks that were found, each row with its source."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.reference import TOTAL, edition_of
from analysis.scores import messages
from analysis.scores.cells import Reader, read_sheet, stated_set
from analysis.scores.table import COLUMNS, YearScores, tidy

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from analysis.reference import Edition, IndexText, Places

RESULT_COLUMNS = (
    "year",
    "unit_code",
    "unit",
    "criterion",
    "score",
    "score_status",
    "rank",
    "rank_status",
    "ranked",
    "source",
    "note",
)
"""Columns of a table of results, as it is read and written."""

_FLAG_COLUMNS = ("year", "unit_code", "unit", "criterion", "source")
_NATION_COLUMNS = ("year", "area", "criterion", "mean", "source")
_STATUSES = frozenset({"published", "derived", "uncertain", ""})


def read_results(path: Path, *, index: IndexText, places: Places) -> pd.DataFrame:
    """Return every known result of an index as the tidy table.

    Rows whose number is ``uncertain`` keep their note but lose the number: nothing is computed
    from a figure that its source prints doubtfully.

    Raises
    ------
    FaultsError
        RF-01, RF-02, SC-01, SC-03 to SC-08, SC-10 to SC-12, SC-14.
    """
    sheet = read_sheet(path, columns=RESULT_COLUMNS)
    reader = Reader(sheet)
    maxima = _maxima_by_year(index)
    seen: dict[tuple[str, str, str], int] = {}
    records = []
    for row, cells in sheet.rows:
        unit = reader.unit(row, cells, places=places, unit_set=stated_set(cells["year"]))
        if unit is None or not _row_is_sound(reader, row, cells, index, maxima):
            continue
        key = (cells["year"], unit, cells["criterion"])
        if key in seen:
            place = Place(file=sheet.file, row=row)
            reader.faults.append(
                messages.UNIT_REPEATED.at(place, value=" ".join(key), first=seen[key])
            )
            continue
        seen[key] = row
        records.append(_record(reader, row, cells, unit, maxima))
    reader.finish()
    return tidy(records)


def read_flags(
    path: Path, *, index: IndexText, places: Places
) -> dict[int, dict[str, dict[str, str]]]:
    """Return the criteria published as "not at full marks": year → unit → criterion → source.

    Raises
    ------
    FaultsError
        RF-01, RF-02, SC-01, SC-06, SC-07, SC-12, SC-14, SC-15.
    """
    sheet = read_sheet(path, columns=_FLAG_COLUMNS)
    reader = Reader(sheet)
    maxima = _maxima_by_year(index)
    flags: dict[int, dict[str, dict[str, str]]] = {}
    for row, cells in sheet.rows:
        unit = reader.unit(row, cells, places=places, unit_set=stated_set(cells["year"]))
        year = _known_criterion(reader, row, cells, index, maxima)
        if unit is not None and year is not None:
            of_unit = flags.setdefault(year, {}).setdefault(unit, {})
            of_unit[cells["criterion"]] = cells["source"]
    reader.finish()
    return flags


def read_national(path: Path) -> dict[int, dict[str, float]]:
    """Return the published national means: year → criterion → mean.

    Raises
    ------
    FaultsError
        RF-01, RF-02, SC-01, SC-03, SC-04, SC-14.
    """
    sheet = read_sheet(path, columns=_NATION_COLUMNS)
    reader = Reader(sheet)
    means: dict[int, dict[str, float]] = {}
    for row, cells in sheet.rows:
        mean = reader.number(row, "mean", cells["mean"], most=None)
        year = reader.whole(row, "year", cells["year"] or "?")
        if cells["area"] == "Cả nước" and year is not None and not math.isnan(mean):
            means.setdefault(year, {})[cells["criterion"]] = mean
    reader.finish()
    return means


def year_of(
    table: pd.DataFrame,
    *,
    edition: Edition,
    flags: dict[int, dict[str, dict[str, str]]],
    national: dict[int, dict[str, float]],
) -> YearScores:
    """Return one year of a table of results."""
    rows = table[table["year"] == edition.year].reset_index(drop=True)
    return YearScores(
        edition, rows[list(COLUMNS)], flags.get(edition.year, {}), national.get(edition.year, {})
    )


def with_rank(sheet: YearScores, published: YearScores | None, unit_code: str) -> YearScores:
    """Return a unit's own sheet with the index rank and the means that are published for its year.

    The fields' ranks of the published table are left out: a sheet has criteria of its own.
    """
    row = None if published is None else published.row(unit_code, TOTAL)
    if published is None or row is None:
        return sheet
    table = sheet.table.copy()
    total = (table["unit_code"] == unit_code) & (table["criterion"] == TOTAL)
    for column in ("rank", "ranked", "rank_status"):
        table.loc[total, column] = row[column]
    means = {code: mean for code, mean in published.national.items() if code == TOTAL}
    return replace(sheet, table=table, national=means)


def _maxima_by_year(index: IndexText) -> dict[int, dict[str, float | None]]:
    return {
        year: {line.code: line.max_score for line in edition_of(index, year).criteria}
        for edition in index.editions
        for year in edition.years
    }


def _row_is_sound(
    reader: Reader,
    row: int,
    cells: dict[str, str],
    index: IndexText,
    maxima: dict[int, dict[str, float | None]],
) -> bool:
    """Note what is wrong with a row apart from its numbers."""
    before = len(reader.faults)
    file = reader.sheet.file
    _known_criterion(reader, row, cells, index, maxima)
    for column in ("score_status", "rank_status"):
        if cells[column] not in _STATUSES:
            place = Place(file=file, row=row, column=column)
            reader.faults.append(messages.STATUS_UNKNOWN.at(place, value=cells[column]))
    if (cells["score"] or cells["rank"]) and not cells["source"].strip():
        reader.faults.append(messages.SOURCE_MISSING.at(Place(file=file, row=row, column="source")))
    return len(reader.faults) == before


def _known_criterion(
    reader: Reader,
    row: int,
    cells: dict[str, str],
    index: IndexText,
    maxima: dict[int, dict[str, float | None]],
) -> int | None:
    """Return a row's year if its year is a number and its criterion stands in that edition."""
    year = reader.whole(row, "year", cells["year"] or "?")
    if year is None or cells["criterion"] in maxima.get(year, {}):
        return year
    reader.faults.append(
        messages.CRITERION_UNKNOWN.at(
            Place(file=reader.sheet.file, row=row, column="criterion"),
            value=cells["criterion"],
            index=index.index,
            year=year,
            slug=index.slug,
        )
    )
    return None


def _record(
    reader: Reader,
    row: int,
    cells: dict[str, str],
    unit: str,
    maxima: dict[int, dict[str, float | None]],
) -> dict[str, object]:
    most = maxima[int(cells["year"])][cells["criterion"]]
    score = reader.number(row, "score", cells["score"], most=most)
    rank = reader.whole(row, "rank", cells["rank"])
    ranked = reader.whole(row, "ranked", cells["ranked"])
    doubtful_score = cells["score_status"] == "uncertain"
    doubtful_rank = cells["rank_status"] == "uncertain"
    return {
        "year": int(cells["year"]),
        "unit_code": unit,
        "criterion": cells["criterion"],
        "score": math.nan if doubtful_score else score,
        "score_status": cells["score_status"],
        "rank": math.nan if doubtful_rank or rank is None else rank,
        "ranked": math.nan if doubtful_rank or ranked is None else ranked,
        "rank_status": cells["rank_status"],
        "source": cells["source"],
        "note": cells["note"],
    }
