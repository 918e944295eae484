"""What must hold in a scoring sheet: sums, the total of the maxima, a parent for each criterion."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.par.columns import FIGURES
from analysis.scores.sums import gaps
from analysis.vietnamese import short_number

if TYPE_CHECKING:
    from analysis.scores.par.columns import Meaning
    from analysis.scores.par.sheet import Item, ScoringSheet

# Points are rounded to two decimals: up to 0.01 a part may stay over.
_ROUNDING_A_PART = 0.01
_EXACT = 0.0051
_FULL = 100.0
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """A criterion whose own score and appraised score differ: not a lost point yet."""

    code: str
    name: str
    own: float
    appraised: float


def check(sheet: ScoringSheet) -> None:
    """Add to a sheet's faults what does not hold."""
    absent = _absent_parents(sheet)
    for parent, item in absent.items():
        fault = messages.PARENT_ABSENT.at(sheet.place(item, "code"), code=item.code, parent=parent)
        sheet.faults.append(fault)
    # A sum that misses a line is off in every column; that line is told already.
    passed_over = {parent.rpartition(".")[0] or TOTAL for parent in absent}
    for column in FIGURES:
        if column in sheet.head.columns:
            off = _check_sums(sheet, column, passed_over=passed_over)
            # A line that is missing shows in the maxima first, and in every column after.
            passed_over |= off if column == "max" else set()
    _check_full_marks(sheet)


def _absent_parents(sheet: ScoringSheet) -> dict[str, Item]:
    """Return the criteria that have parts but no line, each with its first part.

    A line whose code was lost is told already, when its parts follow it.
    """
    absent = {
        item.parent: item
        for item in reversed(sheet.items.values())
        if item.parent and item.parent not in sheet.items
    }
    lost = {item.row + 1 for item in sheet.lost}
    return {parent: absent[parent] for parent in sorted(absent) if absent[parent].row not in lost}


def _check_sums(sheet: ScoringSheet, column: Meaning, *, passed_over: set[str]) -> set[str]:
    """Refuse parents that are not the sum of their parts; return those."""
    nodes = sorted(sheet.items, key=lambda code: -code.count("."))
    if sheet.total is not None:
        nodes.append(TOTAL)
    # Maxima are stated, not measured: they add up exactly.
    a_part = _EXACT / 10 if column == "max" else _ROUNDING_A_PART
    off = gaps(
        nodes,
        children=lambda code: sheet.children("" if code == TOTAL else code),
        value=lambda code: _value(sheet, code, column),
        tolerance=lambda parts: a_part * parts + _NOISE,
    )
    lost = [item.value(column) for item in sheet.lost]
    told = {
        code: gap
        for code, gap in off.items()
        if code not in passed_over and not any(abs(gap - value) <= _EXACT for value in lost)
    }
    for code, gap in told.items():
        item = item_of(sheet, code)
        printed = item.value(column)
        sheet.faults.append(
            messages.SHEET_SUM_DIFFERS.at(
                sheet.place(item, column),
                name=item.name,
                column=messages.SHEET_COLUMNS[column],
                printed=short_number(printed),
                total=short_number(printed - gap),
            )
        )
    return set(told)


def item_of(sheet: ScoringSheet, code: str) -> Item:
    """Return a criterion of a sheet, or its total row."""
    if code == TOTAL and sheet.total is not None:
        return sheet.total
    return sheet.items[code]


def _value(sheet: ScoringSheet, code: str, column: Meaning) -> float:
    item = sheet.total if code == TOTAL else sheet.items.get(code)
    return math.nan if item is None else item.value(column)


def _check_full_marks(sheet: ScoringSheet) -> None:
    """Refuse maxima that are not 100 in all, unless the sheet states another total."""
    fields = [sheet.items[code].value("max") for code in sheet.children("")]
    total = math.fsum(fields) if fields else math.nan
    stated = sheet.total is not None and not math.isnan(sheet.total.value("max"))
    if stated or math.isnan(total) or abs(total - _FULL) <= _EXACT:
        return
    if any(fault.code in _TOLD for fault in sheet.faults):
        return  # a criterion or a maximum that is missing is told already
    place = sheet.grid.place(sheet.head.row, sheet.head.columns["max"])
    sheet.faults.append(messages.MAXIMA_NOT_FULL.at(place, total=short_number(total)))


_TOLD = frozenset(
    fault.code
    for fault in (
        messages.CODE_TWICE,
        messages.CODE_ABSENT,
        messages.CODE_IS_A_DATE,
        messages.NOT_A_NUMBER,
        messages.POINTS_ABOVE_MAXIMUM,
        messages.SHEET_SUM_DIFFERS,
        messages.FORMULA_WITHOUT_VALUE,
    )
)


def differences(sheet: ScoringSheet) -> tuple[Difference, ...]:
    """Return where the province's own score and the appraised one differ, on the lowest lines.

    This is not lost points: those are what the maximum has more than the score.
    """
    return tuple(
        Difference(item.code, item.name, item.value("self"), item.value("appraised"))
        for item in sheet.items.values()
        if not sheet.children(item.code)
        and abs(item.value("self") - item.value("appraised")) > _EXACT
    )
