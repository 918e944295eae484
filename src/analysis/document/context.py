"""A plan as the plain data a template may print, and its strings with the place of each."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.marks import section_end, table_slot
from analysis.errors import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.marks import Notes
    from analysis.plan.text import Appendix, PlanText

# Refused, not stripped: a character that vanishes changes what the plan says, and nobody would see
# it. XML 1.0 forbids most of C0; line breaks and tabs are refused too, because one string is one
# paragraph (a cell may have several lines); C1, zero-width and direction marks are invisible;
# letters of symbol fonts (the private use area) have no shape in Times New Roman.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\uf8ff]"
)
_MARKS = re.compile(r"\{[{%#_]|[}%#_]\}|[⟦⟧]")


def strings(plan: PlanText) -> Iterator[tuple[str, str]]:
    """Yield every string that the document must print, with its place in Vietnamese.

    A cell's lines are yielded one by one; empty strings are left out.

    Parameters
    ----------
    plan
        The plan.

    Yields
    ------
    tuple of str and str
        The place and the text.
    """
    single = (
        (m.NUMBER, plan.number),
        (m.PLACE_DATE, plan.place_date),
        (m.KIND, plan.kind),
        (m.TITLE, plan.title),
        (m.SIGNER, plan.signer),
    )
    several = (
        (m.ISSUER, plan.issuer),
        (m.RECIPIENTS, plan.recipients),
        (m.SIGNATORY, plan.signatory),
    )
    every = [*single, *((place, line) for place, lines in several for line in lines)]
    for number, paragraph in enumerate(plan.body, start=1):
        every.append((m.BODY_PARAGRAPH.format(number=number), paragraph.text))
    for appendix in plan.appendices:
        every.extend(_appendix_strings(appendix))
    yield from ((place, text) for place, text in every if text)


def _appendix_strings(appendix: Appendix) -> Iterator[tuple[str, str]]:
    label, table = appendix.label, appendix.table
    yield m.APPENDIX_LABEL.format(label=label), label
    yield m.APPENDIX_TITLE.format(label=label), appendix.title
    yield m.APPENDIX_REFERENCE.format(label=label), appendix.reference
    for note in appendix.notes:
        yield m.APPENDIX_NOTE.format(label=label), note
    for column in table.columns:
        yield m.TABLE_HEAD.format(label=label), column.title
    for number, row in enumerate(table.rows, start=1):
        for column, cell in zip(table.columns, row.cells, strict=False):
            place = m.TABLE_CELL.format(label=label, row=number, column=column.title)
            yield from ((place, line) for line in cell.text.split("\n"))


def notes(plan: PlanText) -> Iterator[tuple[str, str]]:
    """Yield every note on a figure that is not known, with its place, in document order."""
    for number, paragraph in enumerate(plan.body, start=1):
        place = m.BODY_PARAGRAPH.format(number=number)
        yield from ((place, note) for note in paragraph.notes)
    for appendix in plan.appendices:
        for number, row in enumerate(appendix.table.rows, start=1):
            place = m.TABLE_ROW.format(label=appendix.label, row=number)
            yield from ((place, cell.note) for cell in row.cells if cell.note is not None)


def text_faults(plan: PlanText) -> list[Fault]:
    """Return what in the plan's strings cannot be printed as it stands.

    Parameters
    ----------
    plan
        The plan.

    Returns
    -------
    list of Fault
        Control characters, the template's own marks, text that is not NFC, ragged table rows.
    """
    faults = []
    unseen = [
        (m.TABLE_SUMMARY.format(label=appendix.label), appendix.table.summary)
        for appendix in plan.appendices
    ]
    for where, text in (*strings(plan), *notes(plan), *unseen):
        place, shown = Place(detail=where), _CONTROL.sub("·", text)[:80]
        if _CONTROL.search(text):
            faults.append(m.TEXT_CONTROL.at(place, text=shown))
        if found := _MARKS.findall(text):
            faults.append(m.TEXT_MARKS.at(place, text=shown, marks=" ".join(found)))
        if not unicodedata.is_normalized("NFC", text):
            faults.append(m.TEXT_NOT_NFC.at(place, text=shown))
    for appendix in plan.appendices:
        columns = len(appendix.table.columns)
        for number, row in enumerate(appendix.table.rows, start=1):
            if len(row.cells) != columns:
                place = Place(detail=m.TABLE_ROW.format(label=appendix.label, row=number))
                faults.append(m.ROW_CELLS.at(place, found=len(row.cells), columns=columns))
    return faults


def context(plan: PlanText, notes: Notes) -> dict[str, object]:
    """Return the plan as strings, lists and dicts: all that a template sees.

    Parameters
    ----------
    plan
        The plan.
    notes
        Collects the notes; their words come back marked.

    Returns
    -------
    dict
        The names that ``templates/README.md`` lists. A table is a slot, filled after rendering,
        and ``section_end`` marks where an appendix's section ends.
    """
    return {
        "issuer": list(plan.issuer),
        "number": plan.number,
        "place_date": plan.place_date,
        "kind": plan.kind,
        "title": plan.title,
        "body": [{"kind": p.kind, "text": notes.marked(p.text, *p.notes)} for p in plan.body],
        "recipients": list(plan.recipients),
        "signatory": list(plan.signatory),
        "signer": plan.signer,
        "appendices": [
            {
                "label": appendix.label,
                "title": appendix.title,
                "reference": appendix.reference,
                "table": table_slot(number),
                "notes": list(appendix.notes),
                "section_end": section_end(number),
            }
            for number, appendix in enumerate(plan.appendices, start=1)
        ],
    }
