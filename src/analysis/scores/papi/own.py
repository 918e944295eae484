"""PAPI sub-dimension scores of one year from the project's own CSV."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.scores import messages
from analysis.scores.cells import Reader, read_sheet
from analysis.scores.table import Interval, YearScores, tidy

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import Edition, Places

_UNIT_COLUMNS = ("unit_code", "unit")
_MEASURES = ("low", "high", "se")


def read_papi(path: Path, *, edition: Edition, places: Places) -> YearScores:
    """Return one year of PAPI: a row a province, a column a sub-dimension.

    Parameters
    ----------
    path
        A CSV file with the columns ``unit_code``, ``unit`` and the codes of the edition's
        lowest criteria, with ``<code> low``, ``high``, ``se`` beside where the publisher prints
        an interval; decimal points; an empty cell is "not scored".
    edition
        The PAPI edition of the file's year.
    places
        The register of provinces.

    Raises
    ------
    FaultsError
        RF-01, RF-02, SC-01 to SC-08, SC-14: all faults of the file at once.
    """
    codes = tuple(line.code for line in edition.criteria if not edition.children(line.code))
    sheet = read_sheet(path, columns=(*_UNIT_COLUMNS, *codes))
    reader = Reader(sheet)
    reader.faults += [
        messages.COLUMN_UNKNOWN.at(Place(file=sheet.file, row=1), column=title, year=edition.year)
        for title in sheet.header
        if title not in {*_UNIT_COLUMNS, *codes, *_interval_titles(edition)}
    ]
    most = {line.code: line.max_score for line in edition.criteria}
    known = {province.code: province for province in places.in_set(edition.unit_set)}
    first_row: dict[str, int] = {}
    records: list[dict[str, object]] = []
    intervals: dict[tuple[str, str], Interval] = {}
    for row, cells in sheet.rows:
        unit = reader.unit(row, cells, places=places, unit_set=edition.unit_set)
        if unit is None:
            continue
        if unit in first_row:
            place = Place(file=sheet.file, row=row, column="unit_code")
            reader.faults.append(
                messages.UNIT_REPEATED.at(place, value=cells["unit"], first=first_row[unit])
            )
            continue
        first_row[unit] = row
        intervals |= _intervals(reader, row, cells, unit=unit, edition=edition)
        for code in codes:
            score = reader.number(row, code, cells[code], most=most[code])
            records.append(
                {
                    "year": edition.year,
                    "unit_code": unit,
                    "criterion": code,
                    "score": score,
                    "score_status": "" if math.isnan(score) else "published",
                    "rank": math.nan,
                    "ranked": math.nan,
                    "rank_status": "",
                    "source": f"data/raw/papi/{sheet.file}, dòng {row}, cột {code}",
                    "note": "",
                }
            )
    reader.faults += [
        messages.UNIT_ABSENT.at(Place(file=sheet.file), value=province.name)
        for code, province in known.items()
        if code not in first_row
    ]
    reader.finish()
    return YearScores(edition, tidy(records), {}, {}, tuple(reader.faults), intervals)


def _interval_titles(edition: Edition) -> set[str]:
    return {f"{line.code} {measure}" for line in edition.criteria for measure in _MEASURES}


def _intervals(
    reader: Reader, row: int, cells: dict[str, str], *, unit: str, edition: Edition
) -> dict[tuple[str, str], Interval]:
    """Return the intervals of one row, for the lines that have any."""
    found = {}
    for line in edition.criteria:
        titles = [f"{line.code} {measure}" for measure in _MEASURES]
        bounds = [
            reader.number(row, title, cells.get(title, ""), most=line.max_score) for title in titles
        ]
        if not all(math.isnan(bound) for bound in bounds):
            found[unit, line.code] = Interval(*bounds)
    return found
