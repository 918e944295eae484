"""Taking checked data in: written to data/raw in our own form, what was there kept beside."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.reference import edition_of
from analysis.runs import messages
from analysis.runs.paths import SHEETS, SURVEYS
from analysis.runs.results import csv_text, merged_results, survey_files
from analysis.runs.writing import write_text
from analysis.scores import messages as scores_messages
from analysis.scores.par import ScoringSheet, differences, own_rows
from analysis.scores.sipas import Survey
from analysis.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported, Record
    from analysis.scores.par.checks import Difference

_MEASURES = ("low", "high", "se")


def take_in(
    imported: Imported, out: Path | None, paths: Paths, *, today: date
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write an import's data; return the files and what became of older ones.

    Raises
    ------
    FaultsError
        SC-58 for a scoring sheet of no known province, RN-04 for a file that is held.
    """
    texts = _texts(imported, paths, out=out)
    written: list[Path] = []
    notices: list[str] = []
    for path, text in texts.items():
        kept = keep_former(path, text, today=today)
        if kept is not None:
            notices.append(messages.FORMER_KEPT.format(file=path.name, kept=kept))
        write_text(path, text)
        written.append(path)
    return tuple(written), tuple(notices)


def _texts(imported: Imported, paths: Paths, *, out: Path | None) -> dict[Path, str]:
    """Return the text of each file to write."""
    folder = out or paths.raw / imported.index.slug
    computed = out or paths.root / "data" / "processed"
    if imported.index.index == "PAR INDEX":
        sheets = folder if out else folder / SHEETS
        return _sheet_texts(imported, sheets, computed if out else computed / SHEETS)
    if imported.index.index == "SIPAS":
        return _sipas_texts(imported, folder, computed if out else computed / SURVEYS)
    texts = {}
    for year in imported.years():
        records = [record for record in imported.records if record.year == year]
        path = folder / f"{imported.index.slug}_{year}.csv"
        texts[path] = _year_as_csv(imported, year, records)
    return texts


def _sheet_texts(imported: Imported, folder: Path, computed: Path) -> dict[Path, str]:
    """Return each scoring sheet, and beside it where own and appraised scores differ."""
    texts = {}
    for sheet, record in _sheets(imported):
        if not record.unit_code:
            raise FaultsError(scores_messages.OWNER_UNKNOWN.at(sheet.grid.place()))
        name = f"{imported.index.slug}_{record.year}_{slug(record.unit)}"
        texts[folder / f"{name}.csv"] = csv_text(own_rows(sheet))
        apart = [_difference(one) for one in differences(sheet)]
        if apart:
            texts[computed / f"{name}_tu-cham.csv"] = csv_text([messages.SELF_COLUMNS, *apart])
    return texts


def _difference(one: Difference) -> tuple[str, ...]:
    gap = round(one.appraised - one.own, 6)
    return (one.code, one.name, repr(one.own), repr(one.appraised), repr(gap))


def _sipas_texts(imported: Imported, folder: Path, computed: Path) -> dict[Path, str]:
    """Return the table of results with the new ones, and the tables of each survey."""
    texts: dict[Path, str] = {}
    for source in imported.sources:
        if isinstance(source, Survey):
            texts |= {computed / name: text for name, text in survey_files(source).items()}
    results = [record for record in imported.records if not record.details]
    if results:
        path = folder / f"{imported.index.slug}.csv"
        texts[path] = merged_results(path, results)
    return texts


def _sheets(imported: Imported) -> Iterator[tuple[ScoringSheet, Record]]:
    """Return each scoring sheet with one of its records, which tells year and unit."""
    records = {record.place.file: record for record in imported.records}
    for sheet in imported.sources:
        if isinstance(sheet, ScoringSheet):
            yield sheet, records[sheet.grid.file]


def keep_former(path: Path, text: str, *, today: date) -> Path | None:
    """Put a file that is about to change aside under a dated name; return where, if it was.

    The name ends in ``.truoc``, so that no reader takes the former data for data.
    """
    if not path.is_file():
        return None
    former = path.read_bytes()
    if former == text.encode("utf-8"):
        return None
    number = 1
    while (aside := path.with_name(f"{path.name}.{today:%Y-%m-%d}-{number}.truoc")).exists():
        if aside.read_bytes() == former:
            return aside
        number += 1
    aside.write_bytes(former)
    return aside


def _year_as_csv(imported: Imported, year: int, records: Sequence[Record]) -> str:
    """Return one year in our own form: a row a unit, a column a sub-dimension, then intervals."""
    edition = edition_of(imported.index, year)
    codes = [line.code for line in edition.criteria if not edition.children(line.code)]
    by_key = {(record.unit_code, record.criterion): record for record in records}
    units = {record.unit_code: record.unit for record in records}
    intervals = [
        (line.code, measure)
        for line in edition.criteria
        for measure in _MEASURES
        if any(not math.isnan(getattr(r, measure)) for r in records if r.criterion == line.code)
    ]
    rows: list[Iterable[str]] = [
        ("unit_code", "unit", *codes, *(f"{code} {measure}" for code, measure in intervals))
    ]
    for unit in sorted(units):
        scores = [_figure(by_key, unit, code, "score") for code in codes]
        bounds = [_figure(by_key, unit, code, measure) for code, measure in intervals]
        rows.append((unit, units[unit], *scores, *bounds))
    return csv_text(rows)


def _figure(by_key: dict[tuple[str, str], Record], unit: str, code: str, measure: str) -> str:
    record = by_key.get((unit, code))
    value = math.nan if record is None else float(getattr(record, measure))
    return "" if math.isnan(value) else repr(value)
