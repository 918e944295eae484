"""Page numbers: PL I, Phần I, I.7 and V.14."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import look_hits
from analysis.document.decree.pieces import entire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Edge, Paragraph, Section
    from analysis.document.decree.rulebook import Rule, Severity

_STRAY = 60


def numbered(case: Case, _rule: Rule) -> Iterator[Hit]:
    """I.7: from 1, in Arabic digits."""
    document = case.anatomy.document
    first = document.sections[0]
    if not any(edge.numbers for edge in document.edges()):
        yield Hit(m.WHOLE, m.NOT_FOUND, m.PAGE_FIELD)
    elif first.start not in (None, 1) or first.number_format != "decimal":
        shown = "" if first.start is None else f"{first.start} "
        yield Hit(case.at(first, "page"), f"{shown}({first.number_format})", "1, 2, 3")


def centred(case: Case, _rule: Rule) -> Iterator[Hit]:
    """I.7: centred in the top margin, in every section."""
    sections = case.anatomy.document.sections
    if not any(edge.numbers for s in sections for edge in s.headers.values()):
        return  # none at all, or in the footer: other rules
    for section in sections:
        default = section.headers.get("default")
        numbers = default.numbers if default else ()
        if not numbers and _new(case, section, "default"):
            # An appendix of one page, which shows no number, may well have no header.
            weight: Severity | None = None if section.number == 1 else "warning"
            place = case.at(section, "page")
            yield Hit(place, m.NOTHING, m.PAGE_FIELD, severity=weight)
        for paragraph in numbers if _new(case, section, "default") else ():
            if not _is_centred(paragraph):
                found = m.ALIGNS[paragraph.layout.align]
                yield Hit(case.at(section, "page"), found, m.ALIGNS["center"])


def _is_centred(paragraph: Paragraph) -> bool:
    layout = paragraph.layout
    frame = paragraph.element.find(".//{*}framePr")
    framed = frame is not None and "center" in frame.attrib.values()
    return framed or (layout.align == "center" and abs(layout.first) <= _STRAY)


def _new(case: Case, section: Section, kind: str) -> bool:
    """Return whether a section's header is not that of the section before."""
    if section.number == 1:
        return True
    above = case.anatomy.document.sections[section.number - 2]
    return section.headers.get(kind) is not above.headers.get(kind)


def size(case: Case, rule: Rule) -> Iterator[Hit]:
    """I.7, V.14: 13-14 points, upright."""
    for paragraph in _header_numbers(case):
        yield from look_hits(case, [entire(paragraph)], rule, "page")


def bare(case: Case, rule: Rule) -> Iterator[Hit]:
    """V.14: the number alone, as in the decree's examples."""
    for paragraph in _header_numbers(case):
        if paragraph.words and not re.search(rule.text("regex"), paragraph.words):
            yield Hit(case.at(paragraph, "page"), quoted(paragraph.words), "2")


def _header_numbers(case: Case) -> Iterator[Paragraph]:
    seen: set[int] = set()
    for section in case.anatomy.document.sections:
        for edge in section.headers.values():
            if id(edge) not in seen:
                seen.add(id(edge))
                yield from edge.numbers


def hidden_on_first(case: Case, _rule: Rule) -> Iterator[Hit]:
    """I.7: page one shows no number."""
    first = case.anatomy.document.sections[0]
    if shown := number_on_first(first):
        yield Hit(case.at(first, "page"), quoted(shown.paragraphs[0].words or "1"), m.NOTHING)


def number_on_first(section: Section) -> Edge | None:
    """Return the header or footer that prints a number on a section's first page."""
    kind = "first" if section.title_page else "default"
    edges = (section.headers.get(kind), section.footers.get(kind))
    return next((edge for edge in edges if edge and edge.numbers), None)


def not_in_footer(case: Case, _rule: Rule) -> Iterator[Hit]:
    """I.7: the number stands in the top margin, so not in the footer."""
    seen: set[int] = set()
    for section in case.anatomy.document.sections:
        for kind, edge in section.footers.items():
            used = kind == "default" or (kind == "first" and section.title_page)
            used = used or (kind == "even" and case.anatomy.document.even_pages)
            if used and edge.numbers and id(edge) not in seen:
                seen.add(id(edge))
                yield Hit(case.at(section, "page"), m.PARTS["footer"], m.PARTS["header"])


CHECKS: dict[str, Check] = {
    "PAGE-14": numbered,
    "PAGE-15": centred,
    "PAGE-16": size,
    "PAGE-17": hidden_on_first,
    "PAGE-18": not_in_footer,
    "PAGE-19": bare,
}
