"""A plan's record inside its .docx: a custom XML part that Word keeps and never shows."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zipfile import BadZipFile, ZipFile

from lxml import etree

from analysis.document.package import HEAD, with_entries
from analysis.plan.tracing.record import Record, RecordedBlock
from analysis.plan.tracing.sources import Source
from analysis.plan.tracing.tracing import Traced

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMESPACE = "urn:ke-hoach:nguon-so-lieu:1"
"""The namespace of the part's elements."""

MOST = 20_000_000
"""A part larger than this is not read."""

_N = f"{{{NAMESPACE}}}"
_ITEM = re.compile(r"customXml/item(\d+)\.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ID = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"
_PROPS = (
    f'{HEAD}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_TEXTS = ("ref", "what", "value", "file", "column", "sha256", "formula", "published", "index")


def record_xml(record: Record) -> bytes:
    """Return a record as the XML of its part, the same for the same record."""
    root = etree.Element(f"{_N}trace", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    figures = etree.SubElement(root, f"{_N}sources")
    for source in record.sources:
        element = etree.SubElement(figures, f"{_N}source")
        for name in _TEXTS:
            if text := getattr(source, name):
                element.set(name, text)
        if source.row:
            element.set("row", str(source.row))
        for part in source.parts:
            etree.SubElement(element, f"{_N}part", ref=part)
    texts = etree.SubElement(root, f"{_N}blocks")
    for block in record.blocks:
        element = etree.SubElement(texts, f"{_N}b", d=block.digest, f=block.frame)
        for number in block.numbers:
            told = {"t": number.text, "at": str(number.start), "k": number.kind or ""}
            if number.ref != number.text:
                told["ref"] = number.ref
            etree.SubElement(element, f"{_N}n", told)
    return HEAD.encode() + etree.tostring(root, encoding="UTF-8")


def with_record(parts: Mapping[str, bytes], record: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx with the part of a record, its type and its relations.

    Parameters
    ----------
    parts
        The parts by name.
    record
        What `record_xml` returns.
    """
    used = [int(found[1]) for found in map(_ITEM.fullmatch, parts) if found]
    number = max(used, default=0) + 1
    item, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    kind = f"{_OFFICE}/relationships/customXml"
    override = f'<Override PartName="/{props}" ContentType="{_PROPS_TYPE}"/>'
    link = f'<Relationship Id="rIdTrace" Type="{kind}" Target="../{item}"/>'
    props_link = f'<Relationship Id="rId1" Type="{kind}Props" Target="itemProps{number}.xml"/>'
    return {
        **with_entries(parts, types=override, relations=link),
        item: record,
        props: _PROPS.encode(),
        f"customXml/_rels/item{number}.xml.rels": (
            f'{HEAD}<Relationships xmlns="{_LINKS}">{props_link}</Relationships>'
        ).encode(),
    }


def read_record(docx: Path) -> Record | None:
    """Return the record of a file; None if it carries none that can be read.

    Parameters
    ----------
    docx
        A Word file that can be opened.
    """
    try:
        with ZipFile(docx) as package:
            for info in package.infolist():
                if _ITEM.fullmatch(info.filename) and info.file_size <= MOST:
                    record = _read(package.read(info))
                    if record is not None:
                        return record
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return None
    return None


def _read(data: bytes) -> Record | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
        if root.tag != f"{_N}trace":
            return None
        blocks = tuple(map(_block, root.iterfind(f"{_N}blocks/{_N}b")))
        return Record(blocks, tuple(map(_source, root.iterfind(f"{_N}sources/{_N}source"))))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _block(element: etree._Element) -> RecordedBlock:
    numbers = tuple(map(_number, element.iterfind(f"{_N}n")))
    return RecordedBlock(_told(element, "d"), _told(element, "f"), numbers)


def _number(element: etree._Element) -> Traced:
    text, kind = _told(element, "t"), _told(element, "k") or None
    if kind not in ("figure", "date", "document", "task", None):
        raise ValueError(kind)
    start, ref = int(_told(element, "at")), element.get("ref", text)
    return Traced(text, start, kind, ref)  # type: ignore[arg-type]


def _told(element: etree._Element, name: str) -> str:
    """Return an attribute that must be there."""
    value = element.get(name)
    if value is None:
        raise ValueError(name)
    return value


def _source(element: etree._Element) -> Source:
    told = {one.name: element.get(one.name, "") for one in fields(Source) if one.name in _TEXTS}
    parts = tuple(_told(part, "ref") for part in element.iterfind(f"{_N}part"))
    return Source(**told, row=int(element.get("row", "0")), parts=parts)
