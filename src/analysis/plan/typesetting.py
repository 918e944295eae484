"""A plan's strings as they are set: typography goes over every one of them, once and last.

It is the last step of building a plan, so that the document holds each string of the plan verbatim.
In a narrow column a number that keeps to its unit would be a word too long for its line, and Word
would cut it anywhere; there, and in titles of columns, lines may break at every blank.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.vietnamese import breakable, mended, typeset

if TYPE_CHECKING:
    from analysis.plan.text import Appendix, Cell, Column, Footnote, Paragraph, PlanText, Row

ROOMY_MM = 45.0
"""From this width on a column has room for ``1.200 tỷ đồng`` on one line."""


def typeset_plan(plan: PlanText) -> PlanText:
    """Return the plan with its strings mended and their numbers kept to their units.

    Parameters
    ----------
    plan
        A plan with its footnotes in place.

    Returns
    -------
    PlanText
        The same plan; labels of appendices and titles of columns are mended only.
    """
    return replace(
        plan,
        number=typeset(plan.number),
        place_date=typeset(plan.place_date),
        title=typeset(plan.title),
        body=tuple(map(_paragraph, plan.body)),
        recipients=tuple(map(typeset, plan.recipients)),
        appendices=tuple(map(_appendix, plan.appendices)),
    )


def _paragraph(paragraph: Paragraph) -> Paragraph:
    text = typeset(paragraph.text)
    notes = tuple(map(typeset, paragraph.notes))
    return replace(paragraph, text=text, notes=notes, footnotes=_within(text, paragraph.footnotes))


def _within(text: str, footnotes: tuple[Footnote, ...]) -> tuple[Footnote, ...]:
    """Return the footnotes with the words they stand after as those are set in `text`."""
    plain = breakable(text)
    return tuple(_footnote(note, text, plain) for note in footnotes)


def _footnote(footnote: Footnote, text: str, plain: str) -> Footnote:
    after = mended(footnote.after)
    start = plain.find(after)
    if start >= 0:
        after = text[start : start + len(after)]
    return replace(footnote, after=after, text=typeset(footnote.text))


def _appendix(appendix: Appendix) -> Appendix:
    table = appendix.table
    columns = tuple(replace(column, title=mended(column.title)) for column in table.columns)
    rows = tuple(_row(row, columns) for row in table.rows)
    return replace(
        appendix,
        title=typeset(appendix.title),
        reference=typeset(appendix.reference),
        table=replace(table, columns=columns, rows=rows, summary=mended(table.summary)),
        notes=tuple(map(typeset, appendix.notes)),
    )


def _row(row: Row, columns: tuple[Column, ...]) -> Row:
    cells = zip(row.cells, columns, strict=True)
    return replace(row, cells=tuple(_cell(cell, column) for cell, column in cells))


def _cell(cell: Cell, column: Column) -> Cell:
    text = typeset(cell.text) if column.width_mm >= ROOMY_MM else mended(cell.text)
    note = None if cell.note is None else typeset(cell.note)
    return replace(cell, text=text, note=note, footnotes=_within(text, cell.footnotes))
