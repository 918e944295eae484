"""What must hold in a year of PAPI: sums, intervals, no lost score, a plausible mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.papi.table import score_of
from analysis.scores.sums import gaps
from analysis.vietnamese import number, short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.errors import Fault
    from analysis.scores.papi.readings import Batch
    from analysis.scores.papi.table import Table

# Workbooks print six decimals or more: a sum of nine such figures differs by less.
_SUM_TOLERANCE = 1e-5
# The mean over the provinces has kept between 52 % and 62 % of the maximum since 2011.
_PLAUSIBLE = (0.4, 0.75)


def check(table: Table, batches: Sequence[Batch]) -> None:
    """Add to a table's faults what does not hold."""
    _check_sums(table)
    _check_intervals(table)
    _check_gaps(table)
    _check_plausible(table, batches)


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
        # A wrong score lies outside its interval too: it has been told.
        table.faulty |= {(unit, code) for code in off}


def _sum_fault(table: Table, unit: str, code: str, gap: float) -> Fault:
    printed = table.value(unit, code)
    return messages.SUM_DIFFERS.at(
        table.place(unit, code),
        unit=table.units[unit].name,
        line=messages.TOTAL_LINE if code == TOTAL else messages.DIMENSION_LINE.format(code=code),
        printed=short_number(printed),
        total=short_number(printed - gap),
    )


def _check_gaps(table: Table) -> None:
    """Warn of a score that is missing where its neighbours are there.

    No year has been published with a dimension in parts, nor a total without its dimensions; which
    units were not scored is known of every year that is cited.
    """
    edition = table.edition
    cited = any(edition.year in citation.years for citation in edition.index.citations)
    for unit, province in table.units.items():
        if cited and _unscored(table, unit) and edition.not_scored_reason(unit) is None:
            fault = messages.UNSCORED_UNEXPECTED.at(
                table.place(unit, TOTAL), unit=province.name, year=edition.year
            )
            table.faults.append(fault)
            continue
        for line in edition.criteria:
            parts = [child.code for child in edition.children(line.code)]
            if parts and line.code != TOTAL:
                _check_line(table, unit, line.code, parts)
        _check_total(table, unit)


def _unscored(table: Table, unit: str) -> bool:
    lines = [line.code for line in table.edition.criteria]
    told = any((unit, code) in table.faulty for code in lines)
    return not told and all(math.isnan(table.value(unit, code)) for code in lines)


def _check_line(table: Table, unit: str, parent: str, parts: Sequence[str]) -> None:
    """Warn of a dimension of which some lines have scores and some have none."""
    lines = [code for code in (parent, *parts) if (unit, code, "score") in table.cells]
    if any((unit, code) in table.faulty for code in lines):
        return
    missing = [code for code in lines if math.isnan(table.value(unit, code))]
    if missing and len(missing) < len(lines):
        table.faults.append(
            messages.PARTLY_SCORED.at(
                table.place(unit, missing[0]),
                unit=table.units[unit].name,
                line=messages.DIMENSION_LINE.format(code=parent),
                missing=", ".join(missing),
            )
        )


def _check_total(table: Table, unit: str) -> None:
    """Warn of a total that is left out although every dimension is there."""
    dimensions = [line.code for line in table.edition.children(TOTAL)]
    printed = (unit, TOTAL, "score") in table.cells and (unit, TOTAL) not in table.faulty
    whole = not any(math.isnan(score_of(table, unit, code)) for code in dimensions)
    if printed and whole and math.isnan(table.value(unit, TOTAL)):
        table.faults.append(
            messages.PARTLY_SCORED.at(
                table.place(unit, TOTAL),
                unit=table.units[unit].name,
                line=messages.TOTAL_LINE,
                missing=TOTAL,
            )
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
    """Refuse made-up scores: each may lie within its scale, their mean does not."""
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
