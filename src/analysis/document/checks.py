"""What in a plan cannot be printed as it stands: its characters, its tables, its footnotes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.context import notes, strings
from analysis.errors import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.plan.text import Appendix, Footnote, PlanText, Row

# Refused, not stripped: a character that vanishes changes what the plan says, and nobody would see
# it. XML 1.0 forbids most of C0; line breaks and tabs are refused too, because one string is one
# paragraph (a cell may have several lines); C1, zero-width and direction marks are invisible;
# letters of symbol fonts (the private use area) have no shape in Times New Roman.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\uf8ff]"
)
_MARKS = re.compile(r"\{[{%#_]|[}%#_]\}|[⟦⟧]")


def text_faults(plan: PlanText) -> list[Fault]:
    """Return what in the plan cannot be printed as it stands.

    Parameters
    ----------
    plan
        The plan.

    Returns
    -------
    list of Fault
        Control characters, the template's own marks, text that is not NFC; ragged table rows and
        merged cells with nothing to continue; footnotes whose place is not in their text.
    """
    unseen = (
        (m.TABLE_SUMMARY.format(label=appendix.label), appendix.table.summary)
        for appendix in plan.appendices
    )
    faults: list[Fault] = []
    for where, text in (*strings(plan), *notes(plan), *unseen):
        faults.extend(_letter_faults(where, text))
    for number, paragraph in enumerate(plan.body, start=1):
        where = m.BODY_PARAGRAPH.format(number=number)
        faults.extend(_footnote_faults(paragraph.footnotes, paragraph.text, where))
    for appendix in plan.appendices:
        faults.extend(_table_faults(appendix))
    return faults


def _letter_faults(where: str, text: str) -> Iterator[Fault]:
    place = Place(detail=where)
    if _CONTROL.search(text):
        yield m.TEXT_CONTROL.at(place, text=_shown(text))
    if found := _MARKS.findall(text):
        yield m.TEXT_MARKS.at(place, text=_shown(text), marks=" ".join(found))
    if not unicodedata.is_normalized("NFC", text):
        yield m.TEXT_NOT_NFC.at(place, text=_shown(text))


def _table_faults(appendix: Appendix) -> Iterator[Fault]:
    table, label = appendix.table, appendix.label
    above: Row | None = None
    for number, row in enumerate(table.rows, start=1):
        if len(row.cells) != len(table.columns):
            place = Place(detail=m.TABLE_ROW.format(label=label, row=number))
            yield m.ROW_CELLS.at(place, found=len(row.cells), columns=len(table.columns))
        for column, cell in zip(table.columns, row.cells, strict=False):
            where = m.TABLE_CELL.format(label=label, row=number, column=column.title)
            if cell.merged:
                yield from _merged_faults(row, above, Place(detail=where))
                if own := cell.text or cell.note or "".join(f.text for f in cell.footnotes):
                    yield m.MERGED_FILLED.at(Place(detail=where), text=_shown(own))
            else:
                yield from _footnote_faults(cell.footnotes, cell.text, where)
        above = row


def _merged_faults(row: Row, above: Row | None, place: Place) -> Iterator[Fault]:
    """Yield a fault unless a cell of `row` can continue one of the row above.

    A group's or a total's cells continue nothing and are not continued: they part the table.
    """
    if above is None or above.kind != "data" or row.kind != "data":
        yield m.MERGED_ALONE.at(place)


def _footnote_faults(footnotes: Sequence[Footnote], text: str, where: str) -> Iterator[Fault]:
    for footnote in footnotes:
        if not footnote.after or footnote.after not in text:
            yield m.FOOTNOTE_PLACE.at(Place(detail=where), after=_shown(footnote.after))


def _shown(text: str) -> str:
    return _CONTROL.sub("·", text)[:80]
