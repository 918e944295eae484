"""Published SIPAS results: percentages by content, factor and policy group, of any method."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.reference import TOTAL, edition_of, unit_set_of
from analysis.scores import messages
from analysis.scores.imported import Imported, Record
from analysis.scores.sheets import as_number, letter
from analysis.scores.sipas.tables import RANK, table_of
from analysis.scores.years import years_in
from analysis.vietnamese import short_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.errors import Fault
    from analysis.reference import Edition, IndexText, Places
    from analysis.scores.sheets import Grid
    from analysis.scores.sipas.tables import Table

_PRINTED = 0.01  # percentages are printed to two decimals
# Below one percent a share stands among percentages: nobody's satisfaction is as low.
_LEAST, _MOST = 1.0, 100.0
_NOISE = 1e-9


def recognised_results(grids: Sequence[Grid], *, index: IndexText, places: Places) -> str | None:
    """Return the name of the layout of a table of published results, None if it is none."""
    found = any(
        table_of(grid, index=index, places=places, unit_set=unit_set)
        for grid in grids
        for unit_set in ("63", "34")
    )
    return messages.LAYOUT_PUBLISHED if found else None


def import_published(
    grids: Sequence[Grid], *, layout: str, index: IndexText, places: Places, year: int | None
) -> Imported:
    """Return the records of a table of published results.

    Raises
    ------
    FaultsError
        SC-30 when the year cannot be told, RF-07 when no method is known for it.
    """
    held = year or _year_of(grids)
    if held is None:
        raise FaultsError(messages.YEAR_UNKNOWN.at(Place(file=grids[0].file)))
    edition = edition_of(index, held)
    faults: list[Fault] = []
    records: list[Record] = []
    notes: list[str] = [messages.SIPAS_METHOD.format(year=held, method=edition.id)]
    for grid in grids:
        table = table_of(grid, index=index, places=places, unit_set=unit_set_of(held), year=held)
        if table is not None:
            faults += _not_named(table, places)
            notes += _not_read(table)
            faults += _foreign(table, edition)
            faults += _repeated(table)
            records += _records(table, edition, faults, notes)
    _check_totals(records, edition, faults)
    if not faults and all(math.isnan(record.score) for record in records):
        faults.append(messages.FILE_EMPTY.at(Place(file=grids[0].file)))
    return Imported(index, layout, tuple(records), tuple(faults), tuple(dict.fromkeys(notes)))


def _year_of(grids: Sequence[Grid]) -> int | None:
    """Return the year that the file's name, a sheet's name or a cell at the top states."""
    top = (grid.text(row, c) for grid in grids for row in (1, 2, 3) for c in (1, 2, 3))
    for text in (grids[0].file, *(grid.name for grid in grids), *top):
        found = years_in(text)
        if found:
            return found[-1]
    return None


def _foreign(table: Table, edition: Edition) -> list[Fault]:
    """Refuse titles of another method: it shows which years the table can be of."""
    held = {TOTAL, RANK, *(line.key for line in edition.criteria)}
    foreign = {where: code for where, code in table.titles.items() if code not in held}
    return [
        messages.OTHER_METHOD.at(
            table.grid.place(where if table.long else None, None if table.long else where),
            name=edition.index.criteria[code].name,
            year=edition.year,
            years=_years_with(edition.index, code),
        )
        for where, code in foreign.items()
    ]


def _not_named(table: Table, places: Places) -> list[Fault]:
    """Refuse rows with figures whose province nobody knows."""
    return [
        messages.UNIT_NOT_FOUND.at(
            table.grid.place(row, 1), value=name[:60], nearest=places.nearest(name)
        )
        for row, name in table.unnamed.items()
    ]


def _not_read(table: Table) -> list[str]:
    if not table.unread:
        return []
    columns = ", ".join(letter(column) for column in table.unread)
    return [messages.COLUMNS_NOT_READ.format(columns=columns)]


def _repeated(table: Table) -> list[Fault]:
    """Refuse a province that stands in the table twice."""
    first: dict[str, Place] = {}
    faults = []
    for where, unit in table.units.items():
        place = table.grid.place(*((None, where) if table.long else (where, None)))
        if unit.code in first:
            shown = first[unit.code].text()
            faults.append(messages.UNIT_TWICE.at(place, value=unit.name, first=shown))
        first.setdefault(unit.code, place)
    return faults


def _years_with(index: IndexText, key: str) -> str:
    years = sorted(
        year
        for text in index.editions
        if any(key in node.every_key() for node in text.tree)
        for year in text.years
    )
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else ", ".join(map(str, years))


def _records(
    table: Table, edition: Edition, faults: list[Fault], notes: list[str]
) -> Iterator[Record]:
    values = {
        (unit.code, code): (unit, row, column, _read(table, row, column, faults))
        for unit, code, row, column in table.cells()
    }
    shares = [
        value
        for (_, code), (_, _, _, value) in values.items()
        if code != RANK and not math.isnan(value)
    ]
    factor = _MOST if shares and max(shares) <= 1 else 1.0
    if factor != 1:
        notes.append(messages.SHARES_NOTE)
    for (unit_code, key), (unit, row, column, value) in values.items():
        line = edition.criteria[0] if key == TOTAL else edition.by_key(key)
        if key == RANK or line is None:
            continue
        place = table.grid.place(row, column)
        score = _within(value * factor, place, faults, least=_LEAST)
        printed = values.get((unit_code, RANK)) if key == TOTAL else None
        rank = math.nan if printed is None else printed[3]
        yield Record(
            unit_code,
            unit.name,
            edition.year,
            line.code,
            score,
            printed=line.name,
            place=place,
            rank=rank,
            ranked=math.nan if math.isnan(rank) else float(edition.unit_set),
        )


def _read(table: Table, row: int, column: int, faults: list[Fault]) -> float:
    place = table.grid.place(row, column)
    if (row, column) in table.grid.uncomputed:
        faults.append(messages.FORMULA_WITHOUT_VALUE.at(place))
        return math.nan
    number = as_number(table.grid.cell(row, column))
    if not number.readable:
        shown = table.grid.text(row, column)[:60]
        faults.append(messages.NOT_A_NUMBER.at(place, value=shown))
    return number.value


def _within(value: float, place: Place, faults: list[Fault], *, least: float) -> float:
    if math.isnan(value) or least - _NOISE <= value <= _MOST + _NOISE:
        return value
    bounds = {"least": short_number(least), "most": short_number(_MOST)}
    faults.append(messages.SCORE_OUT_OF_RANGE.at(place, value=short_number(value), **bounds))
    return math.nan


def _check_totals(records: Sequence[Record], edition: Edition, faults: list[Fault]) -> None:
    """Warn of a total outside its contents: however it is weighted, a mean lies between them."""
    scores = {(r.unit_code, r.criterion): r for r in records if not math.isnan(r.score)}
    parts = [line.code for line in edition.criteria if line.level == 1]
    for (unit, code), record in scores.items():
        held = [scores[unit, part].score for part in parts if (unit, part) in scores]
        if code != TOTAL or len(held) < len(parts) or not held:
            continue
        if not min(held) - _PRINTED <= record.score <= max(held) + _PRINTED:
            fault = messages.TOTAL_OUTSIDE_PARTS.at(
                record.place,
                unit=record.unit,
                total=short_number(record.score),
                least=short_number(min(held)),
                most=short_number(max(held)),
            )
            faults.append(fault)
