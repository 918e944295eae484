"""Word comments on figures that are not known, anchored where the marks stand.

They carry no date (``w:date`` is optional), so the same plan always gives the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from analysis.document.messages import COMMENT_AUTHOR, COMMENT_INITIALS
from analysis.document.tables import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from analysis.document.wordml import Styles

PART = "word/comments.xml"
COMMENT_STYLE, REFERENCE_STYLE = "annotation text", "annotation reference"
STYLES = (COMMENT_STYLE, REFERENCE_STYLE)


def make_room(document: Document) -> None:
    """Give a template an empty part for comments, instead of one that Word may have left in it."""
    relations = document.part.rels
    for id_ in [id_ for id_, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.COMMENTS]:
        del relations[id_]
    uri, package = PackURI(f"/{PART}"), document.part.package
    part = Part(uri, CONTENT_TYPE.WML_COMMENTS, _part("").encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def anchor(number: str, styles: Styles, *, ends: bool) -> str:
    """Return what stands before the words that a note explains, or where they end (`ends`)."""
    if not ends:
        return f'<w:commentRangeStart w:id="{number}"/>'
    look = f'<w:rPr><w:rStyle w:val="{styles.id_of(REFERENCE_STYLE)}"/></w:rPr>'
    return (
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
    )


def comments_xml(notes: Sequence[str], *, styles: Styles) -> str:
    """Return the part that holds the notes' texts, in the order of their numbers."""
    style, reference = styles.id_of(COMMENT_STYLE), styles.id_of(REFERENCE_STYLE)
    who = f"w:author={quoteattr(COMMENT_AUTHOR)} w:initials={quoteattr(COMMENT_INITIALS)}"
    comments = (
        f'<w:comment w:id="{number}" {who}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:annotationRef/></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(note)}</w:t></w:r></w:p></w:comment>'
        for number, note in enumerate(notes)
    )
    return _part("".join(comments))


def _part(comments: str) -> str:
    return f'<w:comments xmlns:w="{NAMESPACE}">{comments}</w:comments>'
