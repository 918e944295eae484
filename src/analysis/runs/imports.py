"""Importing: read files from outside, report what is wrong, take in what is clean."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.errors import FaultsError, faults_text
from analysis.reference import read_index, read_places
from analysis.runs import messages
from analysis.runs.inputs import INDICES, SLUGS
from analysis.runs.taking import take_in
from analysis.runs.writing import write_bytes, write_text
from analysis.scores.importing import SHORT, accepted, import_files
from analysis.scores.sheets.marking import marked_copy
from analysis.scores.sipas import Survey
from analysis.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.reference import IndexName, IndexText
    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported, Record

# Enough to mend a file by; a file with more faults than this is another file.
_MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What a user asks to import.

    `year` is the result year; `accepted` are codes of warnings; `out` is where the checked data go
    instead of ``data/raw``.
    """

    index: IndexName
    files: tuple[Path, ...]
    year: int | None = None
    accepted: frozenset[str] = frozenset()
    out: Path | None = None


def read_import(
    request: ImportRequest, paths: Paths, *, progress: Callable[[str], None]
) -> Imported:
    """Return what the files say; nothing is written.

    Raises
    ------
    FaultsError
        When the registers themselves cannot be read.
    """
    places = read_places(paths.reference / "provinces.csv")
    index = read_index_named(request.index, paths)
    imported = import_files(
        request.files,
        index=index,
        places=places,
        year=request.year,
        progress=progress,
        others=[read_index_named(name, paths) for name in INDICES if name != request.index],
    )
    return accepted(imported, request.accepted)


def read_index_named(index: IndexName, paths: Paths) -> IndexText:
    """Return an index with all its editions.

    Raises
    ------
    FaultsError
        RF-01 to RF-03, RF-12.
    """
    return read_index(paths.reference / "editions" / f"{SLUGS[index]}.yml")


def as_json(imported: Imported) -> str:
    """Return an import as the JSON that scripts read; a score that is not known is null."""
    content = {
        "records": [
            {
                "unit_code": record.unit_code or None,
                "unit": record.unit or None,
                "year": record.year or None,
                "criterion": record.criterion,
                "score": _number(record.score),
                "printed": record.printed or None,
                "low": _number(record.low),
                "high": _number(record.high),
                "se": _number(record.se),
                **_stated(record),
            }
            for record in imported.records
        ],
        "faults": [fault_as_json(fault) for fault in imported.faults],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


def _stated(record: Record) -> dict[str, Any]:
    """Return what only some files tell: maximum, rank, the groups of a survey."""
    figures = {"max_score": record.max_score, "rank": record.rank, "ranked": record.ranked}
    known = {name: value for name, value in figures.items() if not math.isnan(value)}
    return known | dict(record.details)


def fault_as_json(fault: Fault) -> dict[str, Any]:
    """Return a fault as the JSON that scripts read."""
    place = fault.place
    return {
        "code": fault.code,
        "severity": fault.severity,
        "file": place.file or None,
        "sheet": place.sheet or None,
        "row": place.row,
        "column": place.column or None,
        "message": fault.what,
        "remedy": fault.remedy,
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import wrote, and what it tells the user."""

    written: tuple[Path, ...]
    notices: tuple[str, ...]


def finish_import(
    request: ImportRequest, imported: Imported, paths: Paths, *, today: date
) -> Outcome:
    """Take the data in if there is no fault left; else write the fault report.

    Raises
    ------
    FaultsError
        The faults of the import, after the report has been written.
    """
    if imported.faults:
        folder = _report_folder(request, paths)
        notices = _write_report(request, imported, folder)
        raise ImportRefusedError(*imported.faults, notices=notices)
    written, notices = take_in(imported, request.out, paths, today=today)
    return Outcome(written, (*imported.notes, *notices))


class ImportRefusedError(FaultsError):
    """The faults of an import, with where the report of them lies."""

    def __init__(self, *faults: Fault, notices: tuple[str, ...]) -> None:
        super().__init__(*faults)
        self.notices = notices


def _report_folder(request: ImportRequest, paths: Paths) -> Path:
    base = request.out or paths.reports / "nhap-so-lieu"
    return base / f"loi-{SHORT[request.index]}-{slug(request.files[0].stem) or 'tep'}"


def _write_report(request: ImportRequest, imported: Imported, folder: Path) -> tuple[str, ...]:
    report = folder / "loi.txt"
    write_text(report, faults_text(imported.faults, most=_MOST_LISTED) + "\n")
    notices = [messages.FAULT_REPORT.format(file=report)]
    named = {fault.place.file for fault in imported.faults if fault.place.row is not None}
    # A copy of a survey would copy the respondents' names and numbers.
    named -= {source.file for source in imported.sources if isinstance(source, Survey)}
    for file in request.files:
        if file.name not in named:
            continue
        content = marked_copy(file, imported.faults)
        if content is None:
            notices.append(messages.NO_MARKED_COPY.format(file=file.name))
            continue
        copy = folder / f"{file.stem}.danh-dau.xlsx"
        write_bytes(copy, content)
        notices.append(messages.MARKED_COPY.format(file=copy))
    return tuple(notices)
