"""Word footnotes: their reference after the words they explain, their text in a part of its own.

Word numbers them through the document by itself, in the order of their references.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from analysis.document.cutting import cut_at_marks, styled_run
from analysis.document.marks import FOOTNOTE_MARK
from analysis.document.tables import NAMESPACE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from docx.document import Document

    from analysis.document.wordml import Styles

TEXT_STYLE, REFERENCE_STYLE = "footnote text", "footnote reference"
STYLES = (TEXT_STYLE, REFERENCE_STYLE)

# The line above the footnotes of a page, and the one above a footnote continued from the page
# before: every file with footnotes has both, under these numbers.
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}
# What stands after the footnotes' properties among a document's settings.
_LATER_SETTINGS = (
    "w:endnotePr",
    "w:compat",
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:shapeDefaults",
    "w:decimalSymbol",
    "w:listSeparator",
)


def write_footnotes(document: Document, texts: Sequence[str], *, styles: Styles) -> None:
    """Turn the footnote marks of `document` into footnotes.

    Parameters
    ----------
    document
        The rendered document with marks; changed in place. Footnotes of the template itself stay.
    texts
        The footnotes' texts by number.
    styles
        The template's styles; all of `STYLES` must be there.
    """
    if not texts:
        return
    look, reference = styles.id_of(TEXT_STYLE), styles.id_of(REFERENCE_STYLE)
    root = _part_of_template(document)
    first = 1 + max((int(str(note.get(qn("w:id")))) for note in root), default=0)
    root.extend(_parsed(_footnotes_xml(texts, first, look, reference)))
    blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    uri, package = PackURI("/word/footnotes.xml"), document.part.package
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _name_separators(document)
    cut_at_marks(document.element, FOOTNOTE_MARK, lambda mark: _reference(mark, first, reference))


def _reference(mark: re.Match[str], first: int, style: str) -> Iterator[etree._Element]:
    number = str(first + int(mark.group(1)))
    yield styled_run(style, etree.Element(qn("w:footnoteReference"), {qn("w:id"): number}))


def _part_of_template(document: Document) -> etree._Element:
    """Return the footnotes that Word left in the template, else none but the separators."""
    relations = document.part.rels
    for id_, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del relations[id_]
            return etree.fromstring(relation.target_part.blob)
    return _parsed(
        "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
            "</w:footnote>"
            for number, kind in _SEPARATORS.items()
        )
    )


def _footnotes_xml(texts: Sequence[str], first: int, look: str, reference: str) -> str:
    return "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(texts, start=first)
    )


def _parsed(footnotes: str) -> etree._Element:
    return etree.fromstring(f'<w:footnotes xmlns:w="{NAMESPACE}">{footnotes}</w:footnotes>')


def _name_separators(document: Document) -> None:
    settings = document.settings.element
    if settings.find(qn("w:footnotePr")) is not None:
        return
    named = etree.Element(qn("w:footnotePr"))
    for number in _SEPARATORS:
        etree.SubElement(named, qn("w:footnote"), {qn("w:id"): number})
    settings.insert_element_before(named, *_LATER_SETTINGS)
