"""SIPAS taken in: published results into the one table of them, a survey into tables of its own."""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.runs import messages
from analysis.scores import RESULT_COLUMNS
from analysis.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from analysis.scores.imported import Record
    from analysis.scores.sipas import Survey


def merged_results(path: Path, records: Sequence[Record]) -> str:
    """Return a table of results with the records in their place, the rest as it was.

    A record takes the place of the row of its year, unit and criterion; a cell that the file left
    empty changes nothing.
    """
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    if path.is_file():
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                rows[row["year"], row["unit_code"], row["criterion"]] = row
    for record in records:
        if not math.isnan(record.score):
            key = (str(record.year), record.unit_code, record.criterion)
            rows[key] = _row(record, rows.get(key))
    ordered = [rows[key] for key in sorted(rows)]
    return csv_text(
        [RESULT_COLUMNS, *(tuple(row[column] for column in RESULT_COLUMNS) for row in ordered)]
    )


def _row(record: Record, former: dict[str, str] | None) -> dict[str, str]:
    """Return a record as a row; a rank that the file does not give stays as it was."""
    where = Place(sheet=record.place.sheet, row=record.place.row, column=record.place.column)
    row = dict.fromkeys(RESULT_COLUMNS, "") if former is None else dict(former)
    row |= {
        "year": str(record.year),
        "unit_code": record.unit_code,
        "unit": record.unit,
        "criterion": record.criterion,
        "score": repr(record.score),
        "score_status": "published",
        "source": messages.IMPORTED_FROM.format(file=record.place.file, place=where.text()),
    }
    if not math.isnan(record.rank):
        row |= {"rank": str(int(record.rank)), "rank_status": "published"}
        row["ranked"] = "" if math.isnan(record.ranked) else str(int(record.ranked))
    return row


def survey_files(survey: Survey) -> dict[str, str]:
    """Return the tables of a survey by file name; no answer of a single person is among them."""
    stem = slug(survey.file.rpartition(".")[0]) or "khao-sat"
    tables = {"hai-long": survey.table, "mong-doi": survey.expectations}
    return {
        f"{stem}/{name}.csv": table.to_csv(index=False, lineterminator="\n")
        for name, table in tables.items()
        if len(table)
    }


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV text with plain line ends."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
