"""Proof that only the form was changed: what is left without it is the same, sign by sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from analysis.document.decree.names import path, tag_of, w

if TYPE_CHECKING:
    from collections.abc import Mapping

# The properties that menders set; nothing else in a file may differ.
_FORM = {
    "rPr": "rFonts b i caps color highlight u sz szCs shd",
    "pPr": "keepNext pageBreakBefore framePr pBdr spacing ind contextualSpacing jc",
    "sectPr": "type pgSz pgMar pgNumType titlePg",
    "trPr": "cantSplit trHeight tblHeader",
    "tblPr": "tblW",
    "tcPr": "tcW",
}
_TAGS = {w(parent): set(map(w, tags.split())) for parent, tags in _FORM.items()}
_HISTORY = tuple(w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "trPr", "tblPr", "tcPr"))
_COLUMN = path("gridCol")


def differing(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts that differ in more than their form.

    Words, their order, drawings, tables, fields, comments, notes, tracked changes and what they
    say of the past are all compared; a part that is not XML must have the same bytes.
    """
    names = [*before, *(name for name in after if name not in before)]
    return [name for name in names if not _same(before.get(name), after.get(name))]


def _same(before: bytes | None, after: bytes | None) -> bool:
    if before == after:
        return True
    return before is not None and after is not None and _bare(before) == _bare(after)


def _bare(data: bytes) -> bytes:
    """Return a part without the properties of form, in canonical shape; itself if it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return data
    for element in reversed(list(root.iter())):  # what lies deeper first, so that it empties
        _without_blanks(element)
        tag = tag_of(element)
        if tag == _COLUMN:
            element.attrib.pop(w("w"), None)
        if tag not in _TAGS or next(element.iterancestors(*_HISTORY), None) is not None:
            continue
        for child in list(element):
            if tag_of(child) in _TAGS[tag]:
                element.remove(child)
        _drop_empty(element)
    return etree.tostring(root, method="c14n")


def _without_blanks(element: etree._Element) -> None:
    """Take away the blanks between elements, which mean nothing; those in words stay."""
    if element.tail and not element.tail.strip():
        element.tail = None
    if len(element) and element.text and not element.text.strip():
        element.text = None


def _drop_empty(properties: etree._Element) -> None:
    parent = properties.getparent()
    if parent is not None and not len(properties) and not properties.attrib:
        parent.remove(properties)
