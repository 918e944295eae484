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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

FONT = "Times New Roman"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator></dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
)
_APP = (
    HEAD + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"/>'
)
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
# Symbol and Wingdings put their signs in the private use area, where Times New Roman has none.
_SYMBOL = re.compile("[\ue000-\uf8ff]|<w:sym ")


def parts_of(document: Document) -> dict[str, bytes]:
    """Return the parts of a template by name, as they go into every document made of it.

    Parameters
    ----------
    document
        The template; what it holds beside parts that relate to each other is left behind.
    """
    _forget_properties(document)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, data in parts.items():
        if is_wordml(name):
            parts[name] = (HEAD + in_one_font(etree.fromstring(data))).encode()
        elif name == "docProps/app.xml":
            parts[name] = _APP.encode()
    return parts


def without(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts but for one that the document relates to: its type and relation go too."""
    left = {other: data for other, data in parts.items() if other != name}
    target = name.removeprefix("word/").encode()
    for list_, entry in (
        (_TYPES, rb'<Override [^>]*"/%b"[^>]*/>' % re.escape(name.encode())),
        (_RELATIONS, rb'<Relationship [^>]*"%b"[^>]*/>' % re.escape(target)),
    ):
        left[list_] = re.sub(entry, b"", left[list_])
    return left


def with_entries(parts: Mapping[str, bytes], *, types: str, relations: str) -> dict[str, bytes]:
    """Return the parts with more entries among the types and among the document's relations.

    A type of an extension stands only once (ECMA-376, Part 2, 10.1.2.2).
    """
    extension = re.search(r'<Default Extension="[^"]*"', types)
    if extension is not None and extension.group().encode() in parts[_TYPES]:
        types = ""
    listed = re.sub(rb"(<Types[^>]*>)", rb"\1" + types.encode(), parts[_TYPES], count=1)
    head, end, rest = parts[_RELATIONS].rpartition(b"</Relationships>")
    return {**parts, _TYPES: listed, _RELATIONS: head + relations.encode() + end + rest}


def packed(parts: Mapping[str, bytes], *, title: str) -> bytes:
    """Return the bytes of a .docx, the same for the same parts.

    Parameters
    ----------
    parts
        Its parts by name.
    title
        The title among the file's properties; the author stays empty.
    """
    core = {"docProps/core.xml": _CORE.format(title=escape(title)).encode()}
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in {**parts, **core}.items():
            info = ZipInfo(name, _FIXED_TIME)
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, data)
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


def is_wordml(name: str) -> bool:
    """Return whether a part may name fonts."""
    return name.startswith("word/") and name.endswith(".xml")


def needs_symbols(part: bytes) -> bool:
    """Return whether a part of WordprocessingML holds signs of a symbol font."""
    return _SYMBOL.search(part.decode()) is not None


def in_one_font(root: etree._Element) -> str:
    """Return a part as text with every font that it names replaced by ours.

    That is in runs, styles, numbering, theme and font table.

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
    return etree.tostring(root, encoding="unicode")
