"""Names of OOXML elements, and attributes read so that a damaged file never breaks the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
VML = "urn:schemas-microsoft-com:vml"
EITHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"

# "Strict" files name the same things otherwise.
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": WORD,
    "http://purl.oclc.org/ooxml/drawingml/main": DRAWING,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": PLACED,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": RELATION,
}

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"mm": 56.6929, "cm": 566.929, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_OFF = {"0", "false", "off", "none"}


def w(tag: str) -> str:
    """Return the full name of a WordprocessingML element or attribute.

    Examples
    --------
    >>> w("p").endswith("main}p")
    True
    """
    return f"{{{WORD}}}{tag}"


def path(*tags: str) -> str:
    """Return the way down to an element, each tag one step."""
    return "/".join(map(w, tags))


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute, empty when it or the element is not there."""
    return "" if element is None else str(element.get(w(name), ""))


def whole(element: etree._Element | None, name: str = "val") -> int | None:
    """Return a measure as twips or whatever whole number it is; None when it is no number.

    A measure with a unit (``12.7mm``) is turned into twips, as "Strict" files write it.
    """
    found = _NUMBER.fullmatch(value(element, name).strip())
    if found is None:
        return None
    return round(float(found.group(1)) * _TWIPS.get(found.group(2) or "", 1.0))


def switched_on(element: etree._Element | None) -> bool:
    """Return whether a property that is on or off is there and on."""
    return element is not None and value(element).lower() not in _OFF


def tag_of(element: etree._Element) -> str:
    """Return an element's full name; empty for comments and instructions."""
    tag: object = element.tag
    return tag if isinstance(tag, str) else ""
