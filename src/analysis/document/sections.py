"""Sections: the template shows one for the body and one for an appendix; a plan has any number.

Each appendix is a section of its own, so that its pages are numbered from 1
(Decree 30/2020/NĐ-CP, Annex I, III.1.đ).
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from analysis.document import messages as m
from analysis.document.marks import section_end
from analysis.document.wordml import PARAGRAPH, RUN, TEXT, properties, text_of
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from analysis.plan.text import Appendix

SECTION = qn("w:sectPr")


@dataclass(frozen=True, slots=True)
class Prototypes:
    """The two ``w:sectPr`` of a template: the body's, and the one every appendix copies."""

    body: etree._Element
    appendix: etree._Element


def prototypes(body: etree._Element, *, file: str) -> Prototypes:
    """Return the template's two sections.

    Parameters
    ----------
    body
        The ``w:body`` of the rendered document.
    file
        The template's name, for the fault.

    Returns
    -------
    Prototypes
        The section that the paragraph after the closing table carries, and the last one.

    Raises
    ------
    FaultsError
        The template has not exactly these two sections.
    """
    found = list(body.iter(SECTION))
    if len(found) != 2 or found[1].getparent() is not body:
        raise FaultsError(m.SECTIONS_MISSING.at(Place(file=file)))
    return Prototypes(found[0], found[1])


def for_appendix(prototype: etree._Element, *, landscape: bool) -> etree._Element:
    """Return a copy of the section, its sheet turned when it lies the other way.

    Word keeps width and height beside the orientation, so all three change together.
    """
    section = deepcopy(prototype)
    size = section.find(qn("w:pgSz"))
    if size is None:
        return section
    width, height = int(str(size.get(qn("w:w")))), int(str(size.get(qn("w:h"))))
    if (width > height) != landscape:
        width, height = height, width
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    size.set(qn("w:orient"), "landscape" if landscape else "portrait")
    return section


def text_width(section: etree._Element) -> int:
    """Return the width between the side margins, in twips."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 0
    sides = sum(int(str(margins.get(qn(side), "0"))) for side in ("w:left", "w:right", "w:gutter"))
    return int(str(size.get(qn("w:w")))) - sides


def end_sections(
    body: etree._Element, appendices: Sequence[Appendix], *, sections: Prototypes, file: str
) -> None:
    """Give each appendix its section; without appendices the body's section is the last.

    Parameters
    ----------
    body
        The ``w:body``; its section marks are replaced.
    appendices
        The plan's appendices, in order.
    sections
        The template's two sections.
    file
        The template's name, for faults.

    Raises
    ------
    FaultsError
        An appendix lacks its section mark, or has it twice.
    """
    final = sections.appendix
    if not appendices:
        body.replace(final, deepcopy(sections.body))
        _remove(sections.body)
        return
    made = [for_appendix(final, landscape=appendix.landscape) for appendix in appendices]
    ends = marked_paragraphs(
        body,
        [section_end(number) for number in range(1, len(made) + 1)],
        tag="{{ a.section_end }}",
        file=file,
    )
    for end, section in zip(ends, made, strict=True):
        properties(_carrier(end)).append(section)
    # The last section of a document stands in the body itself, not in a paragraph.
    body.replace(final, made[-1])


def marked_paragraphs(
    root: etree._Element, marks: Sequence[str], *, tag: str, file: str
) -> list[etree._Element]:
    """Return the paragraph that holds each mark and nothing else.

    Raises
    ------
    FaultsError
        A mark is missing, shares its paragraph with words, or stands twice.
    """
    found: dict[str, list[etree._Element]] = {mark: [] for mark in marks}
    for text in root.iter(TEXT):
        if (text.text or "").strip() in found:
            paragraph = next(text.iterancestors(PARAGRAPH))
            found.get(text_of(paragraph).strip(), []).append(paragraph)
    faults = [
        m.SLOT_WRONG.at(Place(file=file), tag=tag, count=len(places))
        for places in found.values()
        if len(places) != 1
    ]
    if faults:
        raise FaultsError(*faults)
    return [places[0] for places in found.values()]


def _carrier(end: etree._Element) -> etree._Element:
    """Return the paragraph that ends the section: the note above the mark, else the mark emptied.

    A paragraph of its own could fall on a new, empty page.
    """
    above, parent = end.getprevious(), end.getparent()
    if above is not None and above.tag == PARAGRAPH and parent is not None:
        parent.remove(end)
        return above
    for run in list(end.iter(RUN)):
        _remove(run)
    return end


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
