"""Scoring sheets of PAR INDEX: whose sheet it is, of which year, and its scores."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.reference import TOTAL, unit_set_of
from analysis.scores import messages
from analysis.scores.imported import Imported, Record
from analysis.scores.par.checks import check, differences
from analysis.scores.par.columns import FIGURES, find_head
from analysis.scores.par.sheet import read_sheet
from analysis.scores.years import years_in
from analysis.vietnamese import fold, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.reference import IndexText, Places
    from analysis.scores.par.columns import Head
    from analysis.scores.par.sheet import Item, ScoringSheet
    from analysis.scores.sheets import Grid

_TITLE_ROWS = 15
# A share of less than one point says nothing.
_LEAST_TOTAL = 1.0


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose sheet it is: the province named in its title or its file's name, if one is."""

    code: str = ""
    name: str = ""


def recognised(grids: Sequence[Grid]) -> str | None:
    """Return the name of the layout of a scoring sheet, None if the file is none."""
    return messages.LAYOUT_SHEET if _with_heads(grids, None) else None


def import_par(
    grids: Sequence[Grid], *, layout: str, index: IndexText, places: Places, year: int | None
) -> Imported:
    """Return the records of a scoring sheet.

    Parameters
    ----------
    grids
        The file's sheets; the one with most criteria is read.
    layout
        What `recognised` said.
    year
        The result year, where the user states it.

    Raises
    ------
    FaultsError
        SC-30 when the year cannot be told.
    """
    held = year or year_of_file(grids)
    if held is None:
        raise FaultsError(messages.YEAR_UNKNOWN.at(Place(file=grids[0].file)))
    sheet = scoring_sheet(grids, year=held)
    owner = owner_of(sheet.grid, places=places, year=held)
    notes = [messages.SHEET_OWNER.format(name=owner.name, year=held)] if owner.name else []
    notes += _notes(sheet)
    records = tuple(_records(sheet, owner, held))
    return Imported(index, layout, records, tuple(sheet.faults), tuple(notes), (sheet,))


def scoring_sheet(grids: Sequence[Grid], *, year: int | None) -> ScoringSheet:
    """Return the checked scoring sheet in a file: of its sheets the one with most criteria."""
    sheets = [read_sheet(grid, head) for grid, head in _with_heads(grids, year)]
    sheet = max(sheets, key=lambda one: len(one.items))
    check(sheet)
    if not sheet.items:
        sheet.faults.append(messages.NO_CRITERIA.at(sheet.grid.place()))
    elif not sheet.faults and not any(
        not math.isnan(item.value(column))
        for item in (*sheet.items.values(), *([sheet.total] if sheet.total else []))
        for column in FIGURES
        if column != "max"
    ):
        sheet.faults.append(messages.FILE_EMPTY.at(sheet.grid.place()))
    return sheet


def _with_heads(grids: Sequence[Grid], year: int | None) -> list[tuple[Grid, Head]]:
    heads = ((grid, find_head(grid, year=year)) for grid in grids)
    return [(grid, head) for grid, head in heads if head is not None]


def year_of_file(grids: Sequence[Grid]) -> int | None:
    """Return the year that the file's name, else a title above the head, states."""
    named = years_in(grids[0].file)
    if named:
        return named[-1]
    titles = " ".join(_titles(grids))
    stated = re.findall(r"\bnam (20[0-4]\d)\b", fold(titles))
    return int(stated[-1]) if stated else None


def _titles(grids: Sequence[Grid]) -> Iterator[str]:
    for grid, head in _with_heads(grids, None):
        for row in range(1, min(head.row, _TITLE_ROWS)):
            for column in range(1, len(grid.rows[row - 1]) + 1):
                yield grid.text(row, column)


def owner_of(grid: Grid, *, places: Places, year: int) -> Owner:
    """Return whose sheet it is: the province named above the head, else in the file's name."""
    unit_set = unit_set_of(year)
    for text in (*_titles([grid]), grid.file):
        province = places.named_in(text, unit_set)
        if province is not None:
            return Owner(province.code, province.name)
    return Owner()


def _records(sheet: ScoringSheet, owner: Owner, year: int) -> Iterator[Record]:
    """Return the total and a record for each criterion, parents before children."""
    yield _record(sheet, sheet.total, TOTAL, score_of(sheet, TOTAL), owner, year)
    for code, item in sheet.items.items():
        yield _record(sheet, item, code, score_of(sheet, code), owner, year)


def _record(
    sheet: ScoringSheet, item: Item | None, code: str, score: float, owner: Owner, year: int
) -> Record:
    columns = sheet.head.columns
    return Record(
        unit_code=owner.code,
        unit=owner.name,
        year=year,
        criterion=code,
        score=score,
        printed=item.printed if item else "",
        place=sheet.place(item, "score" if "score" in columns else "name") if item else Place(),
        max_score=max_of(sheet, code),
    )


def score_of(sheet: ScoringSheet, code: str) -> float:
    """Return a criterion's score: the printed one, else what it was given, else its parts' sum.

    A criterion is appraised or surveyed; the province's own score is never taken for a result.
    """
    item = sheet.total if code == TOTAL else sheet.items[code]
    if item is not None and not math.isnan(item.value("score")):
        return item.value("score")
    parts = [score_of(sheet, child) for child in sheet.children("" if code == TOTAL else code)]
    if parts:
        return math.fsum(parts)
    given = [] if item is None else [item.value("appraised"), item.value("survey")]
    known = [value for value in given if not math.isnan(value)]
    return math.fsum(known) if known else math.nan


def max_of(sheet: ScoringSheet, code: str) -> float:
    """Return a criterion's maximum, of the whole sheet for the total."""
    if code != TOTAL:
        return sheet.items[code].value("max")
    if sheet.total is not None and not math.isnan(sheet.total.value("max")):
        return sheet.total.value("max")
    return math.fsum(sheet.items[code].value("max") for code in sheet.children(""))


def _notes(sheet: ScoringSheet) -> list[str]:
    notes = []
    most, score = max_of(sheet, TOTAL), score_of(sheet, TOTAL)
    if most >= _LEAST_TOTAL and not math.isnan(score) and abs(most - 100) > 0.005:
        notes.append(
            messages.APPLICABLE_TOTAL.format(
                most=number(most), score=number(score), percent=number(score / most * 100)
            )
        )
    apart = differences(sheet)
    if apart:
        gap = math.fsum(one.own - one.appraised for one in apart)
        notes.append(messages.SELF_AGAINST_APPRAISED.format(count=len(apart), points=number(gap)))
    return notes
