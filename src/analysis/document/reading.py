"""What a Word file says, paragraph by paragraph, as its reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from analysis.document import messages as m
from analysis.document.engine import DAMAGED
from analysis.errors import FaultsError, Place
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), qn("w:br")
_GONE = (qn("w:del"), qn("w:moveFrom"))


def paragraphs_of(path: Path) -> tuple[str, ...]:
    """Return the text of every paragraph of a .docx, those in tables too, in document order.

    Text that was inserted or moved under Track Changes counts where it is now, deleted text does
    not: it is read as if all changes were accepted. Blanks are single, text is NFC, empty
    paragraphs are left out.

    Raises
    ------
    FaultsError
        DO-35 when the file is missing, damaged, or no Word file.
    """
    place = Place(file=path.name)
    try:
        body = Document(str(path)).element.find(qn("w:body"))
    except (*DAMAGED, OpcError) as error:
        raise FaultsError(m.CANNOT_READ.at(place)) from error
    if body is None:
        raise FaultsError(m.CANNOT_READ.at(place))
    texts = (nfc(_text(paragraph)) for paragraph in body.iter(qn("w:p")))
    return tuple(text for text in texts if text)


def _text(paragraph: etree._Element) -> str:
    return "".join(
        element.text or "" if element.tag == _TEXT else " "
        for element in paragraph.iter(_TEXT, _TAB, _BREAK)
        if next(element.iterancestors(*_GONE), None) is None
    )
