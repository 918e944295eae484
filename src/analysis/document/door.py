"""The door for a template: one bounded read, and nothing that runs or loads by itself.

A template may come from anybody by mail. Before any library opens it, the package must be small,
without entities, macros, embedded files, and links that Word follows on its own; a link that a
reader clicks is allowed.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, is_zipfile

from docx.oxml.ns import qn
from lxml import etree

from analysis.document import messages as m
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipInfo

DAMAGED = (
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,  # a part is encrypted
)
MEGABYTE = 1_000_000
_XML = (".xml", ".rels")
_WORD = qn("w:body").removesuffix("body")[1:-1]
_ENCODINGS = frozenset({"UTF-8", "ASCII", "US-ASCII", "NONE"})  # none: it is UTF-8 by rule
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACRO = re.compile(r"(?i)vba|macro")
_EMBEDDED = re.compile(r"(?i)(^|/)(embeddings|activex|afchunk)|/(oleobject|package|afchunk)$")
# What a field may do: pages, references within the document, links to click.
_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "REF", "PAGEREF", "HYPERLINK", "SEQ"})
_WHOLE, _POSITIVE = re.compile(r"\d{1,6}"), re.compile(r"[1-9]\d{0,5}")
# Measures that are read later: their form, and what stands for one that is left out.
_MEASURES = (
    ("w:pgSz", ("w:w", "w:h"), _POSITIVE, ""),
    ("w:pgMar", ("w:left", "w:right", "w:gutter"), _WHOLE, "0"),
    ("w:gridCol", ("w:w",), _WHOLE, ""),
    ("w:gridSpan", ("w:val",), _POSITIVE, ""),
    ("w:tcW", ("w:w",), _WHOLE, ""),
    ("w:sz", ("w:val",), _POSITIVE, ""),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a template may be; the committed ones have ten parts and 30 kB.

    `size` bounds the file, `unpacked` all its parts, `xml` those that are parsed, all in bytes;
    `ratio` is how many times its size a part larger than `bulk` may unpack to.
    """

    size: int = 10 * MEGABYTE
    unpacked: int = 20 * MEGABYTE
    xml: int = 6 * MEGABYTE
    parts: int = 500
    ratio: int = 200
    bulk: int = MEGABYTE


@dataclass(frozen=True, slots=True)
class Package:
    """A template that was let in: its bytes, its XML parts by name, and what else is wrong."""

    data: bytes
    roots: dict[str, etree._Element]
    faults: tuple[Fault, ...]


def let_in(template: Path, *, limits: Limits = Limits()) -> Package:
    """Return the template's bytes and XML parts; later steps read these bytes, not the file.

    Parameters
    ----------
    template
        A .docx file of any origin.
    limits
        How large it may be.

    Returns
    -------
    Package
        With a fault for each macro, embedded file, link, entity and field that is not allowed.

    Raises
    ------
    FaultsError
        DO-01 when it is missing, DO-02 when it is damaged or no Word file, DO-40 when it is too
        large: nothing more can be said of it.
    """
    place = Place(file=template.name)
    if not template.is_file():
        raise FaultsError(m.TEMPLATE_MISSING.at(place))
    try:
        if (size := template.stat().st_size) > limits.size:
            found = m.SIZE_ON_DISK.format(size=size // MEGABYTE)
            raise FaultsError(m.TEMPLATE_LARGE.at(place, found=found))
        data = template.read_bytes()
        if not is_zipfile(BytesIO(data)):
            raise FaultsError(m.TEMPLATE_NOT_WORD.at(place))
        with ZipFile(BytesIO(data)) as package:
            return _package(package, data, place, limits)
    except DAMAGED as error:
        raise FaultsError(m.TEMPLATE_NOT_WORD.at(place)) from error


def _package(package: ZipFile, data: bytes, place: Place, limits: Limits) -> Package:
    infos = package.infolist()
    if found := _too_large(infos, limits):
        raise FaultsError(m.TEMPLATE_LARGE.at(place, found=found))
    names = [info.filename for info in infos]
    if len(set(names)) < len(names):
        raise ValueError(names)  # two parts of one name: which one is read is anybody's guess
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise ValueError(names)
    roots: dict[str, etree._Element] = {}
    faults: list[Fault] = list(_name_faults(names, place))
    for name in names:
        part = package.read(name)  # every part once, so that damage shows here and not later
        if name.endswith(_XML):
            root = _parsed(part)
            roots[name] = root
            faults += _part_faults(name, root, place)
    body = roots["word/document.xml"]
    if body.find(qn("w:body")) is None or body.nsmap.get("w") != _WORD:
        raise ValueError(body.tag)
    return Package(data, roots, tuple(dict.fromkeys(faults)))


def _too_large(infos: list[ZipInfo], limits: Limits) -> str:
    """Return what is too large; a part that unpacks to more than it states is damaged."""
    unpacked = sum(info.file_size for info in infos)
    xml = sum(info.file_size for info in infos if info.filename.endswith(_XML))
    if len(infos) > limits.parts:
        return m.PARTS_COUNTED.format(count=len(infos))
    for info in infos:
        ratio = info.file_size // max(info.compress_size, 1)
        if info.file_size > limits.bulk and ratio > limits.ratio:
            return m.SWOLLEN.format(name=info.filename, ratio=ratio)
    if unpacked > limits.unpacked or xml > limits.xml:
        return m.MEGABYTES.format(size=unpacked // MEGABYTE)
    return ""


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _name_faults(names: list[str], place: Place) -> Iterator[Fault]:
    for name in names:
        if _MACRO.search(name):
            yield m.TEMPLATE_MACRO.at(place, name=name)
        elif _EMBEDDED.search(name):
            yield m.TEMPLATE_EMBEDS.at(place, name=name)


def _part_faults(name: str, root: etree._Element, place: Place) -> Iterator[Fault]:
    declared = root.getroottree().docinfo
    typed = getattr(declared, "internalDTD", None) is not None
    if typed or str(declared.encoding).upper() not in _ENCODINGS:
        yield m.TEMPLATE_ENTITIES.at(place, name=name)
    if name.endswith(".rels"):
        yield from _link_faults(root, place)
    elif name == "[Content_Types].xml":
        kinds = (str(element.get("ContentType", "")) for element in root)
        yield from (m.TEMPLATE_MACRO.at(place, name=kind) for kind in kinds if _MACRO.search(kind))
    elif name.startswith("word/"):
        yield from (m.FIELD_NOT_ALLOWED.at(place, name=field) for field in _odd_fields(root))
        yield from _measure_faults(name, root, place)


def _link_faults(root: etree._Element, place: Place) -> Iterator[Fault]:
    for link in root.iter(_LINK):
        type_, target = str(link.get("Type", "")), str(link.get("Target", ""))
        kind = type_.rpartition("/")[2]
        if _MACRO.search(kind):
            yield m.TEMPLATE_MACRO.at(place, name=target)
        elif link.get("TargetMode") == "External":
            if kind != "hyperlink":
                named = m.LINK_KINDS.get(kind, m.OTHER_LINK)
                yield m.TEMPLATE_LINKS.at(place, kind=named, target=target[:80])
        elif _EMBEDDED.search(type_):
            yield m.TEMPLATE_EMBEDS.at(place, name=target)


def _odd_fields(root: etree._Element) -> Iterator[str]:
    """Yield the first word of each field that is not allowed, whatever runs it is split over."""
    written: list[str] = []
    codes = [str(field.get(qn("w:instr"), "")) for field in root.iter(qn("w:fldSimple"))]
    for element in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            # Code outside a field, or of a field within a field's code, is judged by itself.
            code = element.text or ""
            if written:
                written[-1] += code
            else:
                codes.append(code)
        elif element.get(qn("w:fldCharType")) == "begin":
            written.append("")
        elif element.get(qn("w:fldCharType")) == "end" and written:
            codes.append(written.pop())
    for code in (*codes, *written):
        first = code.split()[0] if code.strip() else ""
        if first.upper() not in _FIELDS:
            yield first[:40] or "?"


def _measure_faults(name: str, root: etree._Element, place: Place) -> Iterator[Fault]:
    """Yield the measures that are read later and are no whole numbers, in any odd file."""
    for tag, attributes, form, missing in _MEASURES:
        for element, attribute in product(root.iter(qn(tag)), attributes):
            if not form.fullmatch(str(element.get(qn(attribute), missing))):
                yield m.TEMPLATE_MISSHAPEN.at(place, name=name, measure=f"{tag} {attribute}")
    if any(table.find(qn("w:tblGrid")) is None for table in root.iter(qn("w:tbl"))):
        yield m.TEMPLATE_MISSHAPEN.at(place, name=name, measure="w:tblGrid")
