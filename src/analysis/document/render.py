"""A plan into a Word file: check, fill, lay out, write the tables, check again; only then write.

What the template prints is short and is laid out as a tree. The tables, nearly all of a plan, are
written as strings into the finished text and never become a tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from analysis.document import comments, footnotes, layout, letterhead, tables
from analysis.document import messages as m
from analysis.document.checks import text_faults
from analysis.document.compiling import MAIN, STYLES, STYLES_PART, compiled
from analysis.document.context import context
from analysis.document.cutting import cut_at_marks
from analysis.document.fidelity import fidelity_faults
from analysis.document.marks import MARK, Notes, table_slot
from analysis.document.package import HEAD, packed, without
from analysis.document.pictures import with_pictures
from analysis.document.sections import (
    end_sections,
    for_appendix,
    marked_paragraphs,
    prototypes,
    text_width,
)
from analysis.document.tracing import record_xml, with_record
from analysis.document.wordml import TABLE, millimetres, twips
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.document.compiling import Compiled
    from analysis.document.sections import Prototypes
    from analysis.document.wordml import Styles
    from analysis.plan.text import PlanText
    from analysis.plan.tracing.record import Record

__all__ = ["STYLES", "document_bytes", "render_plan"]


def render_plan(plan: PlanText, *, template: Path, out: Path, record: Record | None = None) -> None:
    """Write the plan as a .docx that satisfies Decree 30/2020/NĐ-CP.

    The same plan and template give the same bytes. Nothing is written while a fault stands.

    Parameters
    ----------
    plan
        The plan, every string final.
    template
        A Word template as ``templates/README.md`` describes it.
    out
        The file to write; its folder must be there.
    record
        Where the plan's numbers come from; the file carries it in a part of its own.

    Raises
    ------
    FaultsError
        The plan's text cannot be printed, the template is faulty, the document does not hold every
        string of the plan, or the file cannot be written.
    """
    data = document_bytes(plan, template=template, record=record)
    try:
        out.write_bytes(data)
    except OSError as error:
        fault = m.CANNOT_WRITE.at(Place(file=out.name), reason=error.strerror or str(error))
        raise FaultsError(fault) from error


def document_bytes(plan: PlanText, *, template: Path, record: Record | None = None) -> bytes:
    """Return what `render_plan` writes.

    Parameters
    ----------
    plan
        The plan, every string final.
    template
        A Word template; what was made ready of it is used again (`compiled`).
    record
        As for `render_plan`.

    Returns
    -------
    bytes
        The .docx, checked.

    Raises
    ------
    FaultsError
        As for `render_plan`.
    """
    _refuse(text_faults(plan))
    ready, notes = compiled(template), Notes()
    rendered = ready.filled(context(plan, notes))
    document, styles = laid_out(rendered[MAIN], plan, ready)
    rendered[MAIN] = _with_tables(document, plan, styles, notes)
    parts = with_pictures(_with_notes(rendered, notes, styles, ready), notes.pictures)
    if record is not None:
        parts = with_record(parts, record_xml(record))
    data = packed(parts, title=f"{plan.kind} {plan.title}")
    _refuse(fidelity_faults(data, plan, file=ready.file))
    return data


def _refuse(faults: Iterator[Fault] | list[Fault]) -> None:
    if found := list(faults):
        raise FaultsError(*found)


def laid_out(xml: str, plan: PlanText, ready: Compiled) -> tuple[str, Styles]:
    """Return the document with its sections and lines, slots for its tables, and its styles."""
    file = ready.file
    try:
        document = etree.fromstring(xml)
    except etree.XMLSyntaxError as error:  # a loop or a condition cuts across the structure
        raise FaultsError(m.TAGS_CROSS.at(Place(file=file))) from error
    body = next(document.iterchildren(qn("w:body")))
    sections = prototypes(body, file=file)
    _refuse([*_wide_tables(plan, sections), *_narrow_columns(plan, ready.styles)])
    _open_slots(body, plan, file=file)
    end_sections(body, plan.appendices, sections=sections, file=file)
    styles = letterhead.fit_letterhead(body, styles=ready.styles, smaller=ready.smaller)
    layout.fit_lines(body, styles=styles)
    layout.keep_leads(body)
    layout.number_pictures(body)
    return etree.tostring(document, encoding="unicode"), styles


def _wide_tables(plan: PlanText, sections: Prototypes) -> Iterator[Fault]:
    for appendix in plan.appendices:
        section = for_appendix(sections.appendix, landscape=appendix.landscape)
        room = text_width(section)
        width = sum(tables.widths([column.width_mm for column in appendix.table.columns]))
        if width > room:
            place = Place(detail=appendix.label)
            yield m.TABLE_WIDE.at(
                place, width=round(millimetres(width)), room=round(millimetres(room))
            )


def _narrow_columns(plan: PlanText, styles: Styles) -> Iterator[Fault]:
    points = styles.points(styles.id_of(tables.HEADER_STYLE))
    for appendix in plan.appendices:
        for column in appendix.table.columns:
            if word := tables.broken_word(column.title, twips(column.width_mm), points):
                width = f"{column.width_mm:g}".replace(".", ",")
                place = Place(detail=m.TABLE_HEAD.format(label=appendix.label))
                yield m.COLUMN_NARROW.at(place, column=column.title, width=width, word=word)


def _slots(plan: PlanText) -> list[str]:
    return [table_slot(number) for number in range(1, len(plan.appendices) + 1)]


def _open_slots(body: etree._Element, plan: PlanText, *, file: str) -> None:
    """Put an empty table in the place of each paragraph that stands for one."""
    slots = _slots(plan)
    found = marked_paragraphs(body, slots, tag="{{ a.table }}", file=file)
    for slot, paragraph in zip(slots, found, strict=True):
        paragraph.clear()
        paragraph.tag, paragraph.text = TABLE, slot


def _with_tables(document: str, plan: PlanText, styles: Styles, notes: Notes) -> str:
    pieces: list[str] = []
    for slot, appendix in zip(_slots(plan), plan.appendices, strict=True):
        before, _, document = document.partition(f"<w:tbl>{slot}</w:tbl>")
        pieces += (before, tables.table_xml(appendix, styles=styles, notes=notes))
    return "".join((*pieces, document))


def _with_notes(
    rendered: dict[str, str], notes: Notes, styles: Styles, ready: Compiled
) -> dict[str, bytes]:
    """Return the parts of the file, its comments and footnotes among them and anchored."""
    parts, first = dict(ready.parts), 0
    if notes.texts:
        rendered[comments.PART] = comments.comments_xml(notes.texts, styles=styles)
    else:
        parts = without(parts, comments.PART)
    if notes.footnotes:
        part = rendered.get(footnotes.PART) or parts[footnotes.PART].decode()
        rendered[footnotes.PART], first = footnotes.footnotes_xml(
            part, notes.footnotes, styles=styles
        )
        parts["word/settings.xml"] = footnotes.with_separators(parts["word/settings.xml"])
    elif footnotes.PART not in rendered:
        parts = without(parts, footnotes.PART)

    def anchor(mark: re.Match[str]) -> str:
        if mark["footnote"]:
            return footnotes.reference(first + int(mark["footnote"]), styles)
        return comments.anchor(mark["note"], styles, ends=bool(mark["ends"]))

    rendered[MAIN] = cut_at_marks(rendered[MAIN], MARK, anchor)
    if styles is ready.smaller:
        rendered[STYLES_PART] = styles.xml()
    return {**parts, **{name: (HEAD + part).encode() for name, part in rendered.items()}}
