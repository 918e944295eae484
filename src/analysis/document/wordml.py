"""Reading WordprocessingML: paragraphs, their text, and styles by the name a user sees in Word."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH, RUN, TEXT, TABLE = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:tbl")
PROPERTIES, STYLE, VALUE = qn("w:pPr"), qn("w:pStyle"), qn("w:val")
_SPOKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TWIPS_PER_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point.

    Examples
    --------
    >>> twips(20), twips(297)
    (1134, 16838)
    """
    return round(mm * _TWIPS_PER_MM)


def millimetres(length: int) -> float:
    """Return twentieths of a point as millimetres."""
    return length / _TWIPS_PER_MM


def text_of(paragraph: etree._Element) -> str:
    """Return the text that a reader sees in one ``w:p``, whatever its runs are wrapped in.

    python-docx skips words inside ``w:ins`` and other wrappers; this does not.
    """
    parts = []
    for element in paragraph.iter(TEXT, *_SPOKEN):
        if element.tag == TEXT:
            parts.append(element.text or "")
        elif (parent := element.getparent()) is not None and parent.tag == RUN:
            parts.append(_SPOKEN[str(element.tag)])  # not a tab stop of the properties
    return "".join(parts)


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield every ``w:p`` under `root` in document order, those in tables and boxes too."""
    yield from root.iter(PARAGRAPH)


def properties(paragraph: etree._Element) -> etree._Element:
    """Return the paragraph's ``w:pPr``, made when it is missing."""
    found = paragraph.find(PROPERTIES)
    if found is None:
        found = paragraph.makeelement(PROPERTIES)
        paragraph.insert(0, found)
    return found


def style_id(paragraph: etree._Element) -> str:
    """Return the id of the paragraph's style, empty when it has the default one."""
    style = paragraph.find(f"{PROPERTIES}/{STYLE}")
    return "" if style is None else str(style.get(VALUE, ""))


class Styles:
    """The styles of a document by name; ids may change when Word saves, names do not.

    Capitals do not count: Word calls a style of its own "footnote text", LibreOffice saves it as
    "Footnote Text".

    Parameters
    ----------
    root
        The ``w:styles`` element.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._by_id = {str(style.get(qn("w:styleId"))): style for style in root.iter(qn("w:style"))}
        self._ids = {
            str(name.get(qn("w:val"))).casefold(): id_
            for id_, style in self._by_id.items()
            if (name := style.find(qn("w:name"))) is not None
        }
        self._default = root.find(f"{qn('w:docDefaults')}//{qn('w:sz')}")

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._ids

    def id_of(self, name: str) -> str:
        """Return the id of the style called `name`; it must be there."""
        return self._ids[name.casefold()]

    def name_of(self, id_: str) -> str:
        """Return the name of the style, or its id when it is not known."""
        style = self._by_id.get(id_)
        name = None if style is None else style.find(qn("w:name"))
        return id_ if name is None else str(name.get(qn("w:val")))

    def points(self, id_: str) -> float:
        """Return the letter size in points, looked up along ``basedOn``."""
        size = self._found(id_, f"{qn('w:rPr')}/{qn('w:sz')}")
        size = self._default if size is None else size
        return 10.0 if size is None else int(str(size.get(qn("w:val")))) / 2

    def copy(self) -> Styles:
        """Return styles that can be changed without these."""
        return Styles(deepcopy(self._root))

    def xml(self) -> str:
        """Return the ``w:styles`` element as text."""
        return etree.tostring(self._root, encoding="unicode")

    def set_points(self, name: str, points: float) -> None:
        """Set the letter size of the style called `name`; it must be there."""
        style = self._by_id[self.id_of(name)]
        look = style.find(qn("w:rPr"))
        if look is None:
            look = etree.SubElement(style, qn("w:rPr"))
        for tag in ("w:sz", "w:szCs"):
            size = look.find(qn(tag))
            if size is None:
                size = etree.SubElement(look, qn(tag))
            size.set(qn("w:val"), str(round(points * 2)))

    def headings(self) -> dict[str, str]:
        """Return the names of all styles of headings, by id."""
        return {id_: self.name_of(id_) for id_ in self._by_id if self.is_heading(id_)}

    def is_heading(self, id_: str) -> bool:
        """Return whether paragraphs of the style stand in the navigation pane."""
        level = self._found(id_, f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        return level is not None and level.get(qn("w:val")) != "9"

    def _found(self, id_: str, path: str) -> etree._Element | None:
        seen: set[str] = set()
        while id_ in self._by_id and id_ not in seen:  # a damaged file may chain in a ring
            seen.add(id_)
            style = self._by_id[id_]
            if (element := style.find(path)) is not None:
                return element
            based = style.find(qn("w:basedOn"))
            id_ = "" if based is None else str(based.get(qn("w:val")))
        return None
