"""One door for files from outside: recognise the layout, name a wrong one, read."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.scores import messages, papi, par, sipas
from analysis.scores.form_messages import GUIDE_SHEET
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
_IMPORTERS: dict[IndexName, Callable[..., Imported]] = {
    "PAPI": papi.import_papi,
    "PAR INDEX": par.import_par,
    "SIPAS": sipas.import_published,
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
    others: Sequence[IndexText] = (),
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
        Called with a sentence before each file and on long work.
    others
        The other indices, to name a file that is of one of them.
    """
    door = _Door(index, places, tuple(others))
    parts = []
    for number, file in enumerate(files, start=1):
        progress(messages.READING.format(file=file.name, number=number, of=len(files)))
        try:
            parts.append(_import_file(file, door, year=year, progress=progress))
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


@dataclass(frozen=True, slots=True)
class _Door:
    """What a file is held against: the index it should be of, and the others."""

    index: IndexText
    places: Places
    others: tuple[IndexText, ...]

    def layout(self, grids: Sequence[Grid], index: IndexText) -> str | None:
        """Return the layout of an index that the sheets have, None if they have none."""
        if index.index == "PAPI":
            return papi.recognised(grids, places=self.places)
        if index.index == "PAR INDEX":
            return par.recognised(grids)
        if any(sipas.recognised(grid.rows[: sipas.SAMPLE_ROWS], index=index) for grid in grids):
            return messages.LAYOUT_SURVEY
        return sipas.recognised_results(grids, index=index, places=self.places)


def _import_file(
    file: Path, door: _Door, *, year: int | None, progress: Callable[[str], None]
) -> Imported:
    index = door.index
    # A survey is larger than any table of results: it is read in a way of its own.
    if index.index == "SIPAS" and sipas.is_survey(file, index=index):
        return sipas.import_survey(file, index=index, year=year, progress=progress)
    grids = [grid for grid in read_grids(file) if grid.name != GUIDE_SHEET]
    if not grids:
        raise FaultsError(messages.FILE_EMPTY.at(Place(file=file.name)))
    layout = door.layout(grids, index)
    if layout is None:
        raise FaultsError(_not_recognised(grids, door))
    importer = _IMPORTERS[index.index]
    return importer(grids, layout=layout, index=index, places=door.places, year=year)


def _not_recognised(grids: Sequence[Grid], door: _Door) -> Fault:
    """Return what the file looks like instead."""
    index, place = door.index.index, Place(file=grids[0].file)
    for other in door.others:
        layout = None if other.index == door.index.index else door.layout(grids, other)
        if layout is not None:
            return messages.LAYOUT_OTHER.at(
                place, layout=layout, index=index, slug=SHORT[other.index], file=place.file
            )
    return messages.LAYOUT_UNKNOWN.at(place, index=index, slug=SHORT[index])


def _joined(parts: Sequence[Imported]) -> tuple[tuple[Record, ...], tuple[Fault, ...]]:
    """Return the records of all files; a figure that two files give differently is a fault."""
    records: dict[tuple[object, ...], Record] = {}
    faults = [fault for part in parts for fault in part.faults]
    for record in (record for part in parts for record in part.records):
        unit = record.unit_code or record.unit
        key = (record.year, unit, record.criterion, *record.details.values())
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
