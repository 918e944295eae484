"""The blank form for a year of PAPI: a row a province, a column a sub-dimension."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.scores import form_messages as texts
from analysis.scores.sheets.form import Form, FormColumn

if TYPE_CHECKING:
    from analysis.reference import Criterion, Edition, Places


def papi_form(edition: Edition, places: Places) -> Form:
    """Return the form of an edition's year, its units filled in."""
    lowest = [line for line in edition.criteria if not edition.children(line.code)]
    units = places.in_set(edition.unit_set)
    return Form(
        sheet=f"PAPI {edition.year}",
        above=(),
        columns=(
            FormColumn(texts.FORM_UNIT_CODE, width=9, note=texts.FORM_UNIT_CODE_NOTE),
            FormColumn(texts.FORM_UNIT, example=texts.FORM_UNIT_EXAMPLE, width=22),
            *(_column(edition, line) for line in lowest),
        ),
        rows=tuple((unit.code, unit.name, *[None] * len(lowest)) for unit in units),
    )


def _column(edition: Edition, line: Criterion) -> FormColumn:
    most = line.max_score or edition.max_score
    # Printed bounds are rounded: a score may lie a hair below a third.
    least = math.floor(most * edition.index.least_share * 100 + 1e-9) / 100
    return FormColumn(
        texts.FORM_CRITERION.format(code=line.code, name=line.name),
        kind="number",
        least=least,
        most=most,
        unit=edition.index.unit,
        example=round((least + most) / 2, 4),
        width=16,
        note=texts.FORM_SCORE_NOTE,
    )
