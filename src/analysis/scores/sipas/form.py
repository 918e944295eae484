"""Blank forms of SIPAS: published results of the provinces, and a province's own survey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from analysis.scores import form_messages as texts
from analysis.scores.sheets.form import Form, FormColumn
from analysis.vietnamese import lowered

if TYPE_CHECKING:
    from analysis.reference import Edition, Places

_EMPTY_ROWS = 2_000
# The contents are sums of questions of their own; a respondent is asked about the parts.
_SURVEYED = ("access", "procedures", "officials", "results", "feedback")


def results_form(edition: Edition, places: Places) -> Form:
    """Return the form for a year's published percentages, its units filled in."""
    lines = edition.criteria[1:]
    percent = partial(FormColumn, kind="number", unit="%", example=82.5, width=15)
    units = places.in_set(edition.unit_set)
    return Form(
        sheet=f"SIPAS {edition.year}",
        above=(),
        columns=(
            FormColumn(texts.FORM_UNIT_CODE, width=9, note=texts.FORM_UNIT_CODE_NOTE),
            FormColumn(texts.FORM_UNIT, example=texts.FORM_UNIT_EXAMPLE, width=22),
            percent(texts.RESULTS_TOTAL),
            FormColumn(
                texts.RESULTS_RANK,
                "number",
                1,
                float(edition.unit_set),
                example=30,
                width=9,
            ),
            *(percent(line.name) for line in lines),
        ),
        rows=tuple((unit.code, unit.name, *[None] * (len(lines) + 2)) for unit in units),
    )


def survey_form(edition: Edition) -> Form:
    """Return the form for a province's own survey: one row a respondent, no personal data."""
    names = {line.code: line.name for line in edition.criteria}
    levels = texts.SURVEY_LEVELS
    questions = [
        FormColumn(
            texts.SURVEY_QUESTION.format(code=code, name=lowered(names[code])),
            kind="list",
            options=(*levels, texts.SURVEY_SKIP) if code == "feedback" else levels,
            example=levels[1],
            width=20,
        )
        for code in _SURVEYED
        if code in names
    ]
    return Form(
        sheet=texts.SURVEY_SHEET,
        above=(),
        columns=(
            FormColumn(texts.SURVEY_FORM_NUMBER, width=9),
            FormColumn(texts.SURVEY_UNIT, example=texts.SURVEY_UNIT_EXAMPLE, width=26),
            FormColumn(texts.SURVEY_FIELD, example=texts.SURVEY_FIELD_EXAMPLE, width=20),
            FormColumn(
                texts.SURVEY_AGE,
                "list",
                options=texts.SURVEY_AGES,
                example=texts.SURVEY_AGES[1],
                width=14,
            ),
            FormColumn(
                texts.SURVEY_SEX,
                "list",
                options=texts.SURVEY_SEXES,
                example=texts.SURVEY_SEXES[0],
                width=10,
            ),
            *questions,
            FormColumn(texts.SURVEY_OVERALL, "list", options=levels, example=levels[1], width=20),
            FormColumn(
                texts.SURVEY_EXPECTATIONS,
                example=texts.SURVEY_EXPECTATION_EXAMPLE,
                width=34,
                note=texts.SURVEY_EXPECTATION_NOTE,
            ),
        ),
        empty=_EMPTY_ROWS,
    )
