"""Word comments on figures that are not known, anchored where the marks stand.

They carry no date (``w:date`` is optional), so the same plan always gives the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from analysis.document.cutting import cut_at_marks, styled_run
from analysis.document.marks import NOTE_MARK
from analysis.document.messages import COMMENT_AUTHOR, COMMENT_INITIALS
from analysis.document.tables import NAMESPACE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from docx.document import Document

    from analysis.document.wordml import Styles

COMMENT_STYLE, REFERENCE_STYLE = "annotation text", "annotation reference"
STYLES = (COMMENT_STYLE, REFERENCE_STYLE)


def write_comments(document: Document, notes: Sequence[str], *, styles: Styles) -> None:
    """Turn the note marks of `document` into comments.

    Parameters
    ----------
    document
        The rendered document with marks; changed in place.
    notes
        The notes by number.
    styles
        The template's styles; all of `STYLES` must be there.
    """
    if not notes:
        return
    reference = styles.id_of(REFERENCE_STYLE)
    cut_at_marks(document.element, NOTE_MARK, lambda mark: _anchor(mark, reference))
    blob = _comments_xml(notes, styles.id_of(COMMENT_STYLE), reference).encode("utf-8")
    uri, package = PackURI("/word/comments.xml"), document.part.package
    part = Part(uri, CONTENT_TYPE.WML_COMMENTS, blob, package)
    relations = document.part.rels  # Word may leave an empty comments part in a template
    for id_ in [id_ for id_, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.COMMENTS]:
        del relations[id_]
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _anchor(mark: re.Match[str], reference: str) -> Iterator[etree._Element]:
    ends, number = mark.groups()
    if not ends:
        yield etree.Element(qn("w:commentRangeStart"), {qn("w:id"): number})
        return
    yield etree.Element(qn("w:commentRangeEnd"), {qn("w:id"): number})
    yield styled_run(reference, etree.Element(qn("w:commentReference"), {qn("w:id"): number}))


def _comments_xml(notes: Sequence[str], style: str, reference: str) -> str:
    who = f"w:author={quoteattr(COMMENT_AUTHOR)} w:initials={quoteattr(COMMENT_INITIALS)}"
    comments = (
        f'<w:comment w:id="{number}" {who}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:annotationRef/></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(note)}</w:t></w:r></w:p></w:comment>'
        for number, note in enumerate(notes)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:comments xmlns:w="{NAMESPACE}">{"".join(comments)}</w:comments>'
