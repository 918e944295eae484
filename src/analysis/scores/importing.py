"""One door for files from outside: recognise the layout, name a wrong one, read."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.scores import messages, papi, par
from analysis.scores.imported import Imported
from analysis.scores.sheets import read_grids
from analysis.vietnamese import short_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.reference import IndexName, IndexText, Places
    from analysis.scores.imported import Record
    from analysis.scores.sheets import Grid

_SAME = 1e-9
_RECOGNISERS: dict[IndexName, Callable[..., str | None]] = {
    "PAPI": papi.recognised,
    "PAR INDEX": par.recognised,
}
_IMPORTERS: dict[IndexName, Callable[..., Imported]] = {
    "PAPI": papi.import_papi,
    "PAR INDEX": par.import_par,
}
SHORT: dict[IndexName, str] = {"PAPI": "papi", "PAR INDEX": "par", "SIPAS": "sipas"}
"""The names by which the command line knows the indices."""


def import_files(
    files: Sequence[Path],
    *,
    index: IndexText,
    places: Places,
    year: int | None,
    progress: Callable[[str], None],
) -> Imported:
    """Return everything that the files of one index say, all faults of all files together.

    Parameters
    ----------
    files
        Workbooks or CSV files.
    index
        The index they should be of.
    places
        The register of provinces.
    year
        The result year, where the user states it.
    progress
        Called with a sentence before each file.
    """
    parts = []
    for number, file in enumerate(files, start=1):
        progress(messages.READING.format(file=file.name, number=number, of=len(files)))
        try:
            parts.append(_import_file(file, index=index, places=places, year=year))
        except FaultsError as error:
            parts.append(Imported(index, "", (), error.faults))
    records, faults = _joined(parts)
    return Imported(
        index,
        "; ".join(dict.fromkeys(part.layout for part in parts if part.layout)),
        records,
        faults,
        tuple(note for part in parts for note in part.notes),
        tuple(source for part in parts for source in part.sources),
    )


def _import_file(file: Path, *, index: IndexText, places: Places, year: int | None) -> Imported:
    grids = read_grids(file)
    layout = _RECOGNISERS[index.index](grids, places=places)
    if layout is None:
        raise FaultsError(_not_recognised(grids, index=index, places=places))
    importer = _IMPORTERS[index.index]
    return importer(grids, layout=layout, index=index, places=places, year=year)


def _not_recognised(grids: Sequence[Grid], *, index: IndexText, places: Places) -> Fault:
    """Return what the file looks like instead."""
    place = Place(file=grids[0].file)
    for other, recognised in _RECOGNISERS.items():
        layout = None if other == index.index else recognised(grids, places=places)
        if layout is not None:
            return messages.LAYOUT_OTHER.at(
                place, layout=layout, index=index.index, slug=SHORT[other], file=grids[0].file
            )
    return messages.LAYOUT_UNKNOWN.at(place, index=index.index, slug=SHORT[index.index])


def _joined(parts: Sequence[Imported]) -> tuple[tuple[Record, ...], tuple[Fault, ...]]:
    """Return the records of all files; a figure that two files give differently is a fault."""
    records: dict[tuple[int, str, str], Record] = {}
    faults = [fault for part in parts for fault in part.faults]
    for record in (record for part in parts for record in part.records):
        key = (record.year, record.unit_code, record.criterion)
        held = records.setdefault(key, record)
        if not _agree(held.score, record.score):
            first = held.place.text()
            value = "" if math.isnan(record.score) else short_number(record.score)
            faults.append(messages.SHEETS_DISAGREE.at(record.place, value=value, first=first))
    return tuple(records.values()), tuple(faults)


def _agree(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, abs_tol=_SAME)


def accepted(imported: Imported, codes: frozenset[str]) -> Imported:
    """Return the import without the warnings whose codes the analyst accepts."""
    kept = tuple(
        fault for fault in imported.faults if fault.severity == "error" or fault.code not in codes
    )
    return replace(imported, faults=kept)
