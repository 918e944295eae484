"""Readings judged: numbers, ranges, sums, intervals, absent units — and records made of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.imported import Record
from analysis.scores.sheets import as_number
from analysis.scores.sums import gaps
from analysis.vietnamese import number, short_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.errors import Fault
    from analysis.reference import Criterion, Edition, Places, Province
    from analysis.scores.papi.readings import Batch, Measure, Reading

# Workbooks print six decimals or more: a sum of nine such figures differs by less.
_SUM_TOLERANCE = 1e-5
# Bounds are printed to two decimals: 8.1 of Phú Yên 2020 is 0.33174, a hair under a third.
_BOUND_DECIMALS = 100
_NOISE = 1e-9
# The mean over the provinces has kept between 52 % and 62 % of the maximum since 2011.
_PLAUSIBLE = (0.4, 0.75)


@dataclass(slots=True)
class Table:
    """The cells of one year by unit and criterion, with what was wrong with them."""

    edition: Edition
    units: dict[str, Province] = field(default_factory=dict)
    cells: dict[tuple[str, str, Measure], tuple[float, Reading]] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    zeros: int = 0
    uncomputed: int = 0

    def value(self, unit: str, criterion: str, measure: Measure = "score") -> float:
        """Return a figure, NaN if there is none."""
        found = self.cells.get((unit, criterion, measure))
        return math.nan if found is None else found[0]

    def place(self, unit: str, criterion: str, measure: Measure = "score") -> Place:
        """Return where a figure stands."""
        found = self.cells.get((unit, criterion, measure))
        return Place() if found is None else found[1].place


def table_of(edition: Edition, batches: Sequence[Batch], *, places: Places) -> Table:
    """Return the judged table of one year from the sheets that hold it."""
    table = Table(edition)
    for batch in batches:
        table.faults += batch.faults
        table.faults += _absent_lines(batch)
        table.faults += _absent_units(batch, places=places)
        for reading in batch.readings:
            _take(table, reading)
    _check_sums(table)
    _check_intervals(table)
    _check_plausible(table, batches)
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


def _check_sums(table: Table) -> None:
    """Refuse parents that are not the sum of their parts; one wrong figure is one fault."""
    edition = table.edition
    parts = {
        line.code: [child.code for child in edition.children(line.code)]
        for line in edition.criteria
    }
    for unit in table.units:

        def value(code: str, unit: str = unit) -> float:
            return math.nan if (unit, code) in table.faulty else table.value(unit, code)

        off = gaps(
            [line.code for line in reversed(edition.criteria)],
            children=parts.__getitem__,
            value=value,
            tolerance=lambda _: _SUM_TOLERANCE,
        )
        table.faults += [_sum_fault(table, unit, code, gap) for code, gap in off.items()]


def _sum_fault(table: Table, unit: str, code: str, gap: float) -> Fault:
    printed = table.value(unit, code)
    return messages.SUM_DIFFERS.at(
        table.place(unit, code),
        unit=table.units[unit].name,
        line=messages.TOTAL_LINE if code == TOTAL else messages.DIMENSION_LINE.format(code=code),
        printed=short_number(printed),
        total=short_number(printed - gap),
    )


def _check_intervals(table: Table) -> None:
    for (unit, criterion, measure), (value, reading) in table.cells.items():
        score = table.value(unit, criterion)
        outside = (measure == "low" and value > score + _SUM_TOLERANCE) or (
            measure == "high" and value < score - _SUM_TOLERANCE
        )
        if outside and (unit, criterion) not in table.faulty:
            fault = messages.OUTSIDE_INTERVAL.at(
                reading.place, score=short_number(score), value=short_number(value)
            )
            table.faults.append(fault)


def _check_plausible(table: Table, batches: Sequence[Batch]) -> None:
    """Refuse made-up scores: each may lie within its scale, their mean does not.

    A file without any score is refused too: no year was ever published so.
    """
    if not table.faults and all(math.isnan(value) for value, _ in table.cells.values()):
        table.faults.append(messages.FILE_EMPTY.at(batches[0].grid.place()))
    scored = (score_of(table, unit, TOTAL) for unit in table.units)
    totals = [total for total in scored if not math.isnan(total)]
    if not totals or table.faults:
        return
    share = math.fsum(totals) / len(totals) / table.edition.max_score
    if not _PLAUSIBLE[0] <= share <= _PLAUSIBLE[1]:
        mean = number(share * table.edition.max_score)
        place = batches[0].grid.place()
        table.faults.append(
            messages.MEAN_IMPLAUSIBLE.at(
                place, mean=mean, most=short_number(table.edition.max_score)
            )
        )


def score_of(table: Table, unit: str, criterion: str) -> float:
    """Return the printed score; where the file prints none for a parent, the sum of its parts."""
    value = table.value(unit, criterion)
    if not math.isnan(value) or (unit, criterion) in table.faulty:
        return value
    if (unit, criterion, "score") in table.cells:
        return math.nan
    children = table.edition.children(criterion)
    parts = [score_of(table, unit, child.code) for child in children]
    return math.fsum(parts) if parts else math.nan


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
