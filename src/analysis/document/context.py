"""A plan as the plain data a template may print, and its strings with the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.marks import section_end, table_slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.marks import Notes
    from analysis.plan.text import Appendix, Footnote, PlanText


def strings(plan: PlanText) -> Iterator[tuple[str, str]]:
    """Yield every string that the document must print, with its place in Vietnamese.

    A cell's lines are yielded one by one, footnotes after the text that they belong to; empty
    strings are left out.

    Parameters
    ----------
    plan
        The plan.

    Yields
    ------
    tuple of str and str
        The place and the text.
    """
    yield from ((place, text) for place, text in _placed(plan) if text)


def texts(plan: PlanText) -> list[str]:
    """Return all that `strings` and then `notes` yield, without the places.

    That is much faster, as most places are those of cells: for what is asked of all texts at once.
    """
    cells = [cell for a in plan.appendices for row in a.table.rows for cell in row.cells]
    every = [text for _, text in _before_appendices(plan)]
    every += [text for appendix in plan.appendices for _, text in _around_table(appendix)]
    every += "\n".join([cell.text for cell in cells]).split("\n")
    every += [footnote.text for cell in cells for footnote in cell.footnotes]
    every += [note for paragraph in plan.body for note in paragraph.notes]
    every += [cell.note for cell in cells if cell.note]
    return [text for text in every if text]


def _placed(plan: PlanText) -> Iterator[tuple[str, str]]:
    yield from _before_appendices(plan)
    for appendix in plan.appendices:
        yield from _around_table(appendix)
        label, table = appendix.label, appendix.table
        for number, row in enumerate(table.rows, start=1):
            for column, cell in zip(table.columns, row.cells, strict=False):
                place = m.TABLE_CELL.format(label=label, row=number, column=column.title)
                yield from ((place, line) for line in cell.text.split("\n"))
                yield from _footnote_strings(cell.footnotes, place)


def _before_appendices(plan: PlanText) -> Iterator[tuple[str, str]]:
    yield m.SUPERIOR, plan.superior
    yield m.NUMBER, plan.number
    yield m.PLACE_DATE, plan.place_date
    yield m.KIND, plan.kind
    yield m.TITLE, plan.title
    yield m.SIGNER, plan.signer
    yield from ((m.ISSUER, line) for line in plan.issuer)
    yield from ((m.RECIPIENTS, line) for line in plan.recipients)
    yield from ((m.SIGNATORY, line) for line in plan.signatory)
    for number, paragraph in enumerate(plan.body, start=1):
        place = m.BODY_PARAGRAPH.format(number=number)
        yield place, paragraph.text
        yield from _footnote_strings(paragraph.footnotes, place)


def _around_table(appendix: Appendix) -> Iterator[tuple[str, str]]:
    """Yield an appendix's strings but for those of its cells."""
    label = appendix.label
    yield m.APPENDIX_LABEL.format(label=label), label
    yield m.APPENDIX_TITLE.format(label=label), appendix.title
    yield m.APPENDIX_REFERENCE.format(label=label), appendix.reference
    yield from ((m.APPENDIX_NOTE.format(label=label), note) for note in appendix.notes)
    head = m.TABLE_HEAD.format(label=label)
    yield from ((head, column.title) for column in appendix.table.columns)


def _footnote_strings(footnotes: Sequence[Footnote], place: str) -> Iterator[tuple[str, str]]:
    yield from ((m.FOOTNOTE.format(place=place), footnote.text) for footnote in footnotes)


def notes(plan: PlanText) -> Iterator[tuple[str, str]]:
    """Yield every note on a figure that is not known, with its place, in document order."""
    for number, paragraph in enumerate(plan.body, start=1):
        place = m.BODY_PARAGRAPH.format(number=number)
        yield from ((place, note) for note in paragraph.notes)
    for appendix in plan.appendices:
        for number, row in enumerate(appendix.table.rows, start=1):
            place = m.TABLE_ROW.format(label=appendix.label, row=number)
            yield from ((place, cell.note) for cell in row.cells if cell.note is not None)


def context(plan: PlanText, notes: Notes) -> dict[str, object]:
    """Return the plan as strings, lists and dicts: all that a template sees.

    Parameters
    ----------
    plan
        The plan.
    notes
        Collects the notes and footnotes; their words come back marked.

    Returns
    -------
    dict
        The names that ``templates/README.md`` lists. A table is a slot, filled after rendering,
        and ``section_end`` marks where an appendix's section ends.
    """
    return {
        "superior": plan.superior,
        "issuer": list(plan.issuer),
        "number": plan.number,
        "place_date": plan.place_date,
        "kind": plan.kind,
        "title": plan.title,
        "body": [
            {"kind": p.kind, "text": notes.marked(p.text, *p.notes, footnotes=p.footnotes)}
            for p in plan.body
        ],
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
