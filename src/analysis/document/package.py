"""The file around the document: one font, fixed properties, fixed times.

Word writes a theme, a font table and styles with fonts of its own into every file it saves, so a
template edited in Word names fonts that Decree 30/2020/NĐ-CP (Annex I, I.4) does not allow; here
all of them become Times New Roman. Properties and times that would make two renderings of one plan
differ, or name the machine and its user, are replaced.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from analysis.document import messages as m
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Times New Roman"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    _HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator></dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
)
_APP = (
    _HEAD + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"/>'
)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
# Symbol and Wingdings put their signs in the private use area, where Times New Roman has none.
_SYMBOL = re.compile("[\ue000-\uf8ff]|<w:sym ")


def packed(document: Document, *, title: str, file: str) -> bytes:
    """Return the document as the bytes of a .docx, the same for the same document.

    Parameters
    ----------
    document
        The finished document.
    title
        The title among the file's properties; the author stays empty.
    file
        The template's name, for the fault.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    FaultsError
        The template holds signs of a symbol font.
    """
    _forget_properties(document)
    saved = BytesIO()
    document.save(saved)
    fixed = {"docProps/core.xml": _CORE.format(title=escape(title)), "docProps/app.xml": _APP}
    out = BytesIO()
    with ZipFile(saved) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = fixed[name].encode() if name in fixed else _in_one_font(name, old.read(name))
            if data is None:
                raise FaultsError(m.SYMBOL_FONT.at(Place(file=file)))
            info = ZipInfo(name, _FIXED_TIME)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()


def _forget_properties(document: Document) -> None:
    """Drop core properties that LibreOffice saved under a relationship of its own.

    python-docx does not see them, adds its own part of the same name, and the file has two.
    """
    relations = document.part.package.rels
    kinds = {id_: rel.reltype for id_, rel in relations.items()}
    for id_, kind in kinds.items():
        if kind.endswith("/core-properties") and kind != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del relations[id_]


def _in_one_font(name: str, data: bytes) -> bytes | None:
    """Return a part with no font but ours; None if it needs a symbol font."""
    if not (name.startswith("word/") and name.endswith(".xml")):
        return data
    root = etree.fromstring(data)
    if _SYMBOL.search(etree.tostring(root, encoding="unicode")):
        return None
    set_fonts(root)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def set_fonts(root: etree._Element) -> None:
    """Replace every font that a part names: in runs, styles, numbering, theme and font table.

    Parameters
    ----------
    root
        The part's root element, changed in place.
    """
    for fonts in root.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in _SLOTS:
            fonts.set(qn(f"w:{slot}"), FONT)
    for font in list(root.iter(qn("w:font"))):
        parent = font.getparent()
        if font.get(qn("w:name")) != FONT and parent is not None:
            parent.remove(font)
    for face in list(root.iter(f"{_DRAWING}latin", f"{_DRAWING}font")):
        parent = face.getparent()
        if face.tag == f"{_DRAWING}latin":
            face.attrib.clear()
            face.set("typeface", FONT)
        elif parent is not None:
            parent.remove(face)
