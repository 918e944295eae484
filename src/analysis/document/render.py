"""A plan into a Word file: check, fill, write the tables, check again; only then write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from analysis.document import comments, footnotes, layout, letterhead, tables
from analysis.document import messages as m
from analysis.document.bounds import size_faults
from analysis.document.checks import text_faults
from analysis.document.context import context
from analysis.document.engine import filled
from analysis.document.fidelity import fidelity_faults
from analysis.document.marks import Notes, table_slot
from analysis.document.package import packed
from analysis.document.sections import (
    end_sections,
    for_appendix,
    marked_paragraphs,
    prototypes,
    text_width,
)
from analysis.document.wordml import Styles, millimetres, twips
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from analysis.document.sections import Prototypes
    from analysis.plan.text import PlanText

STYLES = (
    *tables.STYLES,
    *comments.STYLES,
    *footnotes.STYLES,
    *layout.STYLES,
    *letterhead.STYLES,
)


def render_plan(plan: PlanText, *, template: Path, out: Path) -> None:
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

    Raises
    ------
    FaultsError
        The plan's text cannot be printed, the template is faulty, the document does not hold every
        string of the plan, or the file cannot be written.
    """
    data = document_bytes(plan, template=template)
    try:
        out.write_bytes(data)
    except OSError as error:
        fault = m.CANNOT_WRITE.at(Place(file=out.name), reason=error.strerror or str(error))
        raise FaultsError(fault) from error


def document_bytes(plan: PlanText, *, template: Path) -> bytes:
    """Return what `render_plan` writes.

    Parameters
    ----------
    plan
        The plan, every string final.
    template
        A Word template.

    Returns
    -------
    bytes
        The .docx, checked.

    Raises
    ------
    FaultsError
        As for `render_plan`.
    """
    _refuse(size_faults(plan))
    _refuse(text_faults(plan))
    file, notes = template.name, Notes()
    document = filled(template, context(plan, notes))
    body = document.element.body
    styles = Styles(document.styles.element)
    _refuse(m.STYLE_MISSING.at(Place(file=file), name=n) for n in STYLES if n not in styles)

    sections = prototypes(body, file=file)
    _refuse([*_wide_tables(plan, sections), *_narrow_columns(plan, styles)])
    _write_tables(body, plan, styles=styles, notes=notes, file=file)
    end_sections(body, plan.appendices, sections=sections, file=file)
    letterhead.fit_letterhead(body, styles=styles)
    layout.fit_lines(body, styles=styles)
    layout.keep_leads(body)
    comments.write_comments(document, notes.texts, styles=styles)
    footnotes.write_footnotes(document, notes.footnotes, styles=styles)

    data = packed(document, title=f"{plan.kind} {plan.title}", file=file)
    _refuse(fidelity_faults(data, plan, file=file))
    return data


def _refuse(faults: Iterator[Fault] | list[Fault]) -> None:
    if found := list(faults):
        raise FaultsError(*found)


def _write_tables(
    body: etree._Element, plan: PlanText, *, styles: Styles, notes: Notes, file: str
) -> None:
    numbers = range(1, len(plan.appendices) + 1)
    slots = marked_paragraphs(
        body, [table_slot(n) for n in numbers], tag="{{ a.table }}", file=file
    )
    for slot, appendix in zip(slots, plan.appendices, strict=True):
        parent = slot.getparent()
        if parent is not None:
            xml = tables.table_xml(appendix, styles=styles, notes=notes)
            parent.replace(slot, parse_xml(xml))


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
