"""A scoring sheet as a year of PAR INDEX: the edition is completed by the sheet itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.reference import TOTAL, Criterion, Edition, unit_set_of
from analysis.scores import messages
from analysis.scores.par.importing import max_of, owner_of, score_of, scoring_sheet, year_of_file
from analysis.scores.sheets import read_grids
from analysis.scores.table import YearScores, tidy
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.reference import IndexText, Places
    from analysis.scores.par.sheet import Item, ScoringSheet


def read_scoring(path: Path, *, index: IndexText, places: Places) -> tuple[str, YearScores]:
    """Return the unit code and the year's scores of a sheet that was taken in.

    Raises
    ------
    FaultsError
        What `read_grids` raises; SC-32 when it is no scoring sheet, SC-30 and SC-58 when its name
        tells no year or province, and every fault of the sheet.
    """
    grids = read_grids(path)
    year, place = year_of_file(grids), Place(file=path.name)
    if year is None:
        raise FaultsError(messages.YEAR_UNKNOWN.at(place))
    sheet = scoring_sheet(grids, year=year)
    owner = owner_of(sheet.grid, places=places, year=year)
    if not owner.code:
        sheet.faults.append(messages.OWNER_UNKNOWN.at(place))
    if sheet.faults:
        raise FaultsError(*sheet.faults)
    return owner.code, _scores(sheet, index=index, year=year, unit=owner.code)


def _scores(sheet: ScoringSheet, *, index: IndexText, year: int, unit: str) -> YearScores:
    records: list[dict[str, object]] = []
    edition = edition_of_sheet(sheet, index=index, year=year)
    for line in edition.criteria:
        score = score_of(sheet, line.code)
        item = sheet.total if line.code == TOTAL else sheet.items[line.code]
        row = "" if item is None else f", dòng {item.row}"
        records.append(
            {
                "year": year,
                "unit_code": unit,
                "criterion": line.code,
                "score": score,
                "score_status": "" if math.isnan(score) else "published",
                "rank": math.nan,
                "ranked": math.nan,
                "rank_status": "",
                "source": f"data/raw/par_index/phieu/{sheet.grid.file}{row}",
                "note": "",
            }
        )
    return YearScores(edition, tidy(records), {}, {})


def edition_of_sheet(sheet: ScoringSheet, *, index: IndexText, year: int) -> Edition:
    """Return the criteria of a sheet as an edition of its year.

    A criterion whose words the reference tables know bears their key, so that tasks and the year
    before are found; any other is known by its own words, never by its code.
    """
    most = max_of(sheet, TOTAL)
    total = Criterion(TOTAL, "index", index.name, 0, None, most, None, "survey")
    lines = [total, *_criteria(sheet, index)]
    unit_set = unit_set_of(year)
    return Edition(messages.EDITION_OF_SHEET.format(year=year), index, year, tuple(lines), unit_set)


def _criteria(sheet: ScoringSheet, index: IndexText) -> Iterator[Criterion]:
    known = {
        fold(name): key
        for key, text in index.criteria.items()
        for name in (text.name, *text.aliases)
    }
    used: set[str] = set()
    for code, item in sheet.items.items():
        words = fold(item.name)
        key = known.get(words, f"sheet:{words}")
        if key in used:
            key = f"sheet:{code}:{words}"
        used.add(key)
        stated = index.criteria.get(key)
        yield Criterion(
            code=code,
            key=key,
            name=stated.name if stated else item.name,
            level=code.count(".") + 1,
            parent=item.parent or TOTAL,
            max_score=_known(item),
            breakdown="field",
            control=stated.control if stated else "survey" if _surveyed(sheet, item) else "own",
        )


def _known(item: Item) -> float | None:
    most = item.value("max")
    return None if math.isnan(most) else most


def _surveyed(sheet: ScoringSheet, item: Item) -> bool:
    """Return whether a criterion, or every part of it, is assessed by a survey."""
    parts = sheet.children(item.code)
    if not parts:
        return item.assessed == "survey"
    return all(_surveyed(sheet, sheet.items[part]) for part in parts)
