"""PAPI files as downloaded: which layout, which year, and the records in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.reference import edition_of
from analysis.scores import messages
from analysis.scores.imported import Imported, Record
from analysis.scores.papi import by_province, series_book, transposed
from analysis.scores.papi.assembly import records_of, table_of
from analysis.scores.years import years_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.errors import Fault
    from analysis.reference import Edition, IndexText, Places
    from analysis.scores.papi.readings import Batch
    from analysis.scores.sheets import Grid


def recognised(grids: Sequence[Grid], *, places: Places) -> str | None:
    """Return the name of the PAPI layout of a file, None if it is none."""
    if any(series_book.sheet_year(grid) for grid in grids):
        return messages.LAYOUT_SERIES
    for unit_set in ("63", "34"):
        if any(transposed.find_head(grid, places=places, unit_set=unit_set) for grid in grids):
            return messages.LAYOUT_TRANSPOSED
        heads = [by_province.find_head(grid, places=places, unit_set=unit_set) for grid in grids]
        if any(heads):
            own = any(head.own for head in heads if head)
            return messages.LAYOUT_OWN if own else messages.LAYOUT_YEARLY
    return None


def import_papi(
    grids: Sequence[Grid], *, layout: str, index: IndexText, places: Places, year: int | None
) -> Imported:
    """Return the records of a PAPI file of a recognised layout.

    Parameters
    ----------
    grids
        The file's sheets.
    layout
        What `recognised` said.
    year
        The result year, where the user states it.

    Raises
    ------
    FaultsError
        SC-30 when the year cannot be told, SC-31 when the file is of another year, RF-07 when no
        edition holds in it.
    """
    notes: list[str] = []
    chosen = _chosen(grids, layout=layout, asked=year, notes=notes)
    records: list[Record] = []
    faults: list[Fault] = _of_a_newer_file(grids, layout, chosen)
    for held, sheets in chosen.items():
        edition = edition_of(index, held)
        batches = [
            batch
            for grid in sheets
            for batch in [_batch(grid, layout, edition=edition, places=places)]
            if batch is not None
        ]
        if not batches:
            place = Place(file=grids[0].file)
            faults.append(messages.LAYOUT_UNKNOWN.at(place, index=index.index, slug="papi"))
            continue
        table = table_of(edition, batches, places=places)
        if table.zeros:
            notes.append(messages.ZEROS_NOTE.format(count=table.zeros, year=held))
        if table.uncomputed:
            notes.append(messages.UNCOMPUTED_NOTE.format(count=table.uncomputed, year=held))
        records += records_of(table)
        faults += table.faults
    return Imported(index, layout, tuple(records), tuple(faults), tuple(notes))


def _of_a_newer_file(
    grids: Sequence[Grid], layout: str, chosen: dict[int, list[Grid]]
) -> list[Fault]:
    """Warn of a year that is read from a newer year's file, where provinces may be emptied."""
    if layout != messages.LAYOUT_TRANSPOSED:
        return []
    newest = max((year for grid in grids for year in years_in(grid.name)[:1]), default=0)
    place = Place(file=grids[0].file)
    return [
        messages.OLD_YEAR_REPEATED.at(place, year=year, newer=newest)
        for year in chosen
        if year < newest
    ]


def _batch(grid: Grid, layout: str, *, edition: Edition, places: Places) -> Batch | None:
    """Return one sheet's readings, None for a sheet without figures (a cover, a note)."""
    unit_set = edition.unit_set
    if layout == messages.LAYOUT_SERIES:
        return series_book.read_series_sheet(grid, edition=edition, places=places)
    if layout == messages.LAYOUT_TRANSPOSED:
        head = transposed.find_head(grid, places=places, unit_set=unit_set)
        if head is None:
            return None
        return transposed.read_transposed(grid, head, edition=edition, places=places)
    side = by_province.find_head(grid, places=places, unit_set=unit_set)
    if side is None:
        return None
    return by_province.read_by_province(grid, side, edition=edition, places=places)


def _chosen(
    grids: Sequence[Grid], *, layout: str, asked: int | None, notes: list[str]
) -> dict[int, list[Grid]]:
    """Return the sheets to read by year."""
    if layout == messages.LAYOUT_SERIES:
        return _of_series(grids, asked)
    if layout == messages.LAYOUT_TRANSPOSED:
        return _of_transposed(grids, asked, notes)
    file = grids[0].file
    stated = years_in(file)
    tabs = sorted({year for grid in grids for year in years_in(grid.name)})
    year = asked or (stated[0] if len(stated) == 1 else None) or (tabs[0] if tabs else None)
    if year is None:
        raise FaultsError(messages.YEAR_UNKNOWN.at(Place(file=file)))
    if asked and stated and asked not in stated:
        raise FaultsError(messages.YEAR_DIFFERS.at(Place(file=file), asked=asked, found=stated[0]))
    if tabs and year not in tabs:
        notes.append(messages.TAB_YEAR_NOTE.format(tab=tabs[0], year=year))
    return {year: list(grids)}


def _of_series(grids: Sequence[Grid], asked: int | None) -> dict[int, list[Grid]]:
    years = {series_book.sheet_year(grid): [grid] for grid in grids}
    found = {year: sheets for year, sheets in years.items() if year is not None}
    if asked is None:
        return dict(sorted(found.items()))
    if asked not in found:
        held = f"{min(found)}-{max(found)}"
        raise FaultsError(
            messages.YEAR_DIFFERS.at(Place(file=grids[0].file), asked=asked, found=held)
        )
    return {asked: found[asked]}


def _of_transposed(
    grids: Sequence[Grid], asked: int | None, notes: list[str]
) -> dict[int, list[Grid]]:
    """Return the sheet of the file's own year; newer files repeat older years, some emptied."""
    file = grids[0].file
    by_year: dict[int, list[Grid]] = {}
    for grid in grids:
        for held in years_in(grid.name)[:1]:
            by_year.setdefault(held, []).append(grid)
    stated = years_in(file)
    if not by_year:
        by_year = {year: list(grids) for year in stated[:1] or [asked or 0] if year}
    if not by_year:
        raise FaultsError(messages.YEAR_UNKNOWN.at(Place(file=file)))
    if asked is not None and asked not in by_year:
        found = ", ".join(map(str, sorted(by_year)))
        raise FaultsError(messages.YEAR_DIFFERS.at(Place(file=file), asked=asked, found=found))
    own = [year for year in stated if year in by_year]
    year = asked or (own[0] if own else max(by_year))
    others = sorted(set(by_year) - {year})
    if others:
        years = ", ".join(map(str, others))
        notes.append(messages.OTHER_YEARS_NOTE.format(years=years, year=year))
    return {year: by_year[year]}
