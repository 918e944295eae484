"""A scoring sheet in the project's own form: the columns and titles of the form to fill in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.reference import TOTAL
from analysis.scores import messages
from analysis.scores.par.columns import FIGURES
from analysis.scores.par.importing import max_of, score_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.scores.par.sheet import Item, ScoringSheet


def own_rows(sheet: ScoringSheet) -> Iterator[tuple[str, ...]]:
    """Return a sheet's head and rows, with the score that counts in its column."""
    yield tuple(messages.SHEET_TITLES.values())
    for code, item in sheet.items.items():
        yield _row(item, code, {"score": score_of(sheet, code)})
    if sheet.total is not None:
        stated = {"max": max_of(sheet, TOTAL), "score": score_of(sheet, TOTAL)}
        yield _row(sheet.total, "", stated)


def _row(item: Item, code: str, instead: dict[str, float]) -> tuple[str, ...]:
    points = {column: instead.get(column, item.value(column)) for column in FIGURES}
    texts: dict[str, str] = {
        "code": code,
        "name": item.name,
        "assessed": messages.ASSESSED[item.assessed],
        **{column: "" if math.isnan(value) else repr(value) for column, value in points.items()},
        **{str(column): text for column, text in item.texts.items()},
    }
    return tuple(texts.get(column, "") for column in messages.SHEET_TITLES)
