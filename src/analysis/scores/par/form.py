"""The blank scoring sheet of PAR INDEX: the fields of the year's edition, rows for its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from analysis.reference import TOTAL
from analysis.scores import form_messages as texts
from analysis.scores import messages
from analysis.scores.par.columns import FIGURES, Meaning
from analysis.scores.sheets.form import Form, FormColumn

if TYPE_CHECKING:
    from analysis.reference import Edition, Places

_EMPTY_ROWS = 160
_EXAMPLE: dict[Meaning, str | float] = {
    "name": texts.SHEET_EXAMPLE_NAME,
    "assessed": messages.ASSESSED["appraisal"],
    "max": 1.5,
    "self": 1.5,
    "appraised": 1.0,
    "score": 1.0,
    "last": 1.25,
    "reason": texts.SHEET_EXAMPLE_REASON,
    "evidence": texts.SHEET_EXAMPLE_EVIDENCE,
    "lead": texts.SHEET_EXAMPLE_LEAD,
}
_WIDTHS: dict[Meaning, int] = {"code": 9, "name": 52, "assessed": 18, "reason": 40, "evidence": 34}


def par_form(edition: Edition, places: Places) -> Form:
    """Return the scoring sheet of a year; maxima that no source states are left to fill in."""
    fields = [line for line in edition.children(TOTAL) if line.breakdown == "field"]
    meanings: tuple[Meaning, ...] = get_args(Meaning)
    rows = tuple(
        tuple(
            {"code": str(number), "name": line.name, "max": line.max_score}.get(meaning)
            for meaning in meanings
        )
        for number, line in enumerate(fields, start=1)
    )
    names = tuple(unit.name for unit in places.in_set(edition.unit_set))
    return Form(
        sheet=f"PAR INDEX {edition.year}",
        above=(
            texts.SHEET_FORM_TITLE.format(year=edition.year),
            texts.SHEET_FORM_UNIT,
        ),
        columns=tuple(_column(meaning) for meaning in meanings),
        rows=rows,
        empty=_EMPTY_ROWS,
        choices=((2, names),),
    )


def _column(meaning: Meaning) -> FormColumn:
    title = messages.SHEET_TITLES[meaning]
    below = "" if meaning in ("max", "last") else messages.SHEET_TITLES["max"]
    options = tuple(text for text in messages.ASSESSED.values() if text)
    return FormColumn(
        title,
        kind="number" if meaning in FIGURES else "list" if meaning == "assessed" else "text",
        options=options if meaning == "assessed" else (),
        below=below if meaning in FIGURES else "",
        unit=texts.SHEET_UNIT if meaning in FIGURES else "",
        example=_EXAMPLE.get(meaning),
        width=_WIDTHS.get(meaning, 14),
        note=texts.SHEET_NOTES.get(meaning, ""),
    )
