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

from analysis.document.tables import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from analysis.document.wordml import Styles

PART = "word/footnotes.xml"
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


def make_room(document: Document) -> None:
    """Give a template a part for footnotes, unless it has footnotes of its own."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            relation.target_part.partname = PackURI(f"/{PART}")
            return
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in _SEPARATORS.items()
    )
    uri, package = PackURI(f"/{PART}"), document.part.package
    part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, _part(separators).encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def reference(number: int, styles: Styles) -> str:
    """Return what stands in the text for the footnote of that number."""
    look = f'<w:rPr><w:rStyle w:val="{styles.id_of(REFERENCE_STYLE)}"/></w:rPr>'
    return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'


def footnotes_xml(part: str, texts: Sequence[str], *, styles: Styles) -> tuple[str, int]:
    """Return the part with the plan's footnotes behind its own, and the number of their first.

    Parameters
    ----------
    part
        The template's part.
    texts
        The footnotes' texts by number.
    styles
        The template's styles; all of `STYLES` must be there.
    """
    look, reference = styles.id_of(TEXT_STYLE), styles.id_of(REFERENCE_STYLE)
    root = etree.fromstring(part.encode())
    first = 1 + max((int(str(note.get(qn("w:id")))) for note in root), default=0)
    added = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(texts, start=first)
    )
    root.extend(etree.fromstring(_part(added)))
    return etree.tostring(root, encoding="unicode"), first


def with_separators(settings: bytes) -> bytes:
    """Return the document's settings with the footnotes' separators named, as Word asks for."""
    root = etree.fromstring(settings)
    if root.find(qn("w:footnotePr")) is not None:
        return settings
    named = etree.Element(qn("w:footnotePr"))
    for number in _SEPARATORS:
        etree.SubElement(named, qn("w:footnote"), {qn("w:id"): number})
    later = next(root.iterchildren(*map(qn, _LATER_SETTINGS)), None)
    root.insert(len(root) if later is None else root.index(later), named)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _part(footnotes: str) -> str:
    return f'<w:footnotes xmlns:w="{NAMESPACE}">{footnotes}</w:footnotes>'
