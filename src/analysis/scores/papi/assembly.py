"""Readings judged: numbers, ranges, sums, intervals, absent units — and records made of them."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.scores import messages
from analysis.scores.imported import Record
from analysis.scores.papi.checks import check
from analysis.scores.papi.table import Table, score_of
from analysis.scores.sheets import as_number
from analysis.vietnamese import short_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.errors import Fault
    from analysis.reference import Criterion, Edition, Places
    from analysis.scores.papi.readings import Batch, Reading

# Workbooks print six decimals or more: a sum of nine such figures differs by less.
_SUM_TOLERANCE = 1e-5
# Bounds are printed to two decimals: 8.1 of Phú Yên 2020 is 0.33174, a hair under a third.
_BOUND_DECIMALS = 100
_NOISE = 1e-9


def table_of(edition: Edition, batches: Sequence[Batch], *, places: Places) -> Table:
    """Return the judged table of one year from the sheets that hold it."""
    table = Table(edition)
    for batch in batches:
        table.faults += batch.faults
        table.faults += _absent_lines(batch)
        table.faults += _absent_units(batch, places=places)
        for reading in batch.readings:
            _take(table, reading)
    table.faults += _absent_everywhere(batches)
    if not table.faults and all(math.isnan(value) for value, _ in table.cells.values()):
        table.faults.append(messages.FILE_EMPTY.at(batches[0].grid.place()))
        return table
    check(table, batches)
    return table


def _absent_lines(batch: Batch) -> list[Fault]:
    """Return a fault for each criterion a sheet should have and has not.

    A title that could not be read is told already, and may well be the one that is missing: of
    the criterion it names, else of one under the same parent.
    """
    place = batch.grid.place()
    faults = []
    for parent, codes in groupby(batch.absent(), key=_parent):
        absent = [code for code in codes if code not in batch.unread]
        unread = sum(_parent(code) == parent for code in batch.unread if code not in batch.expected)
        if len(absent) <= unread:
            continue
        named = [_named(batch.edition, code) for code in absent]
        shown = ["; ".join(named)] if unread else named
        faults += [messages.CRITERION_ABSENT.at(place, criterion=text) for text in shown]
    return faults


def _absent_everywhere(batches: Sequence[Batch]) -> list[Fault]:
    """Return a fault for each lowest criterion that no sheet has and none had to have."""
    edition = batches[0].edition
    told = {code for batch in batches for code in (*batch.expected, *batch.seen, *batch.unread)}
    place = Place(file=batches[0].grid.file)
    return [
        messages.CRITERION_ABSENT.at(place, criterion=_named(edition, line.code))
        for line in edition.criteria
        if not edition.children(line.code) and line.code not in told
    ]


def _parent(code: str) -> str:
    return code.rpartition(".")[0]


def _named(edition: Edition, code: str) -> str:
    line = edition.criterion(code)
    return messages.CODE_AND_NAME.format(code=code, name=line.name) if line else code


def _absent_units(batch: Batch, *, places: Places) -> list[Fault]:
    known = places.in_set(batch.edition.unit_set)
    seen = {*batch.units, *batch.claimed}
    absent = [unit.name for unit in known if unit.code not in seen]
    # A unit that could not be named is told already; it may well be the absent one.
    if not batch.expected or not batch.units or len(absent) <= batch.unnamed:
        return []
    place = batch.grid.place()
    if batch.unnamed:
        return [messages.UNIT_ABSENT.at(place, value=", ".join(absent))]
    return [messages.UNIT_ABSENT.at(place, value=name) for name in absent]


def _take(table: Table, reading: Reading) -> None:
    """Put one reading into the table, or say what is wrong with it."""
    unit, key = reading.unit.code, (reading.unit.code, reading.criterion, reading.measure)
    table.units.setdefault(unit, reading.unit)
    if reading.uncomputed and table.edition.children(reading.criterion):
        table.uncomputed += 1  # its parts say what the formula would
        return
    value, fault = _judged(table, reading)
    if (
        fault is None
        and key in table.cells
        and not math.isclose(_or_zero(table.cells[key][0]), _or_zero(value), abs_tol=_SUM_TOLERANCE)
    ):
        first = table.cells[key][1].place.text()
        shown = short_number(_or_zero(value))
        fault = messages.SHEETS_DISAGREE.at(reading.place, value=shown, first=first)
    if fault is not None:
        table.faults.append(fault)
        table.faulty.add((unit, reading.criterion))
        value = math.nan
    if key not in table.cells or fault is not None:
        table.cells[key] = (value, reading)


def _or_zero(value: float) -> float:
    return 0.0 if math.isnan(value) else value


def _judged(table: Table, reading: Reading) -> tuple[float, Fault | None]:
    """Return a cell's figure; 0 means "not scored", as the publisher writes in some years."""
    if reading.uncomputed:
        return math.nan, messages.FORMULA_WITHOUT_VALUE.at(reading.place)
    measured = as_number(reading.cell)
    if not measured.readable:
        shown = str(reading.cell)[:60]
        return math.nan, messages.NOT_A_NUMBER.at(reading.place, value=shown)
    if measured.missing:
        return math.nan, None
    if measured.value == 0:
        table.zeros += 1
        return math.nan, None
    if reading.measure != "score":
        return measured.value, None
    return _within_scale(table.edition, reading, measured.value)


def _within_scale(edition: Edition, reading: Reading, value: float) -> tuple[float, Fault | None]:
    line = edition.criterion(reading.criterion)
    least, most = _bounds(edition, line)
    if least - _NOISE <= value <= most + _NOISE:
        return value, None
    shown = {
        "value": short_number(value),
        "least": short_number(least),
        "most": short_number(line.max_score if line and line.max_score else most, 2),
    }
    return math.nan, messages.SCORE_OUT_OF_RANGE.at(reading.place, **shown)


def _bounds(edition: Edition, line: Criterion | None) -> tuple[float, float]:
    most = line.max_score if line and line.max_score is not None else edition.max_score
    least = math.floor(most * edition.index.least_share * _BOUND_DECIMALS + _NOISE)
    return least / _BOUND_DECIMALS, math.ceil(most * _BOUND_DECIMALS - _NOISE) / _BOUND_DECIMALS


def records_of(table: Table) -> Iterable[Record]:
    """Return a record for each unit and criterion of the year, in the register's order."""
    for unit, province in sorted(table.units.items()):
        for line in table.edition.criteria:
            found = table.cells.get((unit, line.code, "score"))
            yield Record(
                unit_code=unit,
                unit=province.name,
                year=table.edition.year,
                criterion=line.code,
                score=score_of(table, unit, line.code),
                printed=found[1].printed if found else "",
                low=table.value(unit, line.code, "low"),
                high=table.value(unit, line.code, "high"),
                se=table.value(unit, line.code, "se"),
                place=found[1].place if found else Place(),
            )
