"""Opening a .docx safely: bounded in size, without entities, every failure a fault."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from analysis.document.decree import messages as m
from analysis.document.decree.names import LINKS, STRICT
from analysis.errors import FaultsError, FaultText, Place

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILE, MOST_PART, MOST_PARTS = 100 << 20, 64 << 20, 5000
"""The largest file and part, in bytes, and the most parts, that are read."""

_OLD, _RICH = b"\xd0\xcf\x11\xe0", b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
)
_OFFICE = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx that are XML, by name; `main` is the one that holds the text."""

    file: str
    main: str
    parts: dict[str, etree._Element]

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the target of each relation of a part, by its id."""
        found: dict[str, tuple[str, str]] = {}
        root = self.parts.get(_links_of(part))
        for link in () if root is None else root.iter(f"{{{LINKS}}}Relationship"):
            if link.get("TargetMode") != "External":
                kind, target = str(link.get("Type", "")), str(link.get("Target", ""))
                found[str(link.get("Id", ""))] = (kind, _joined(part, target))
        return found

    def linked(self, kind: str) -> etree._Element | None:
        """Return the part that the main part names as e.g. its ``styles``."""
        for name, target in self.links(self.main).values():
            if name.endswith(f"/{kind}"):
                return self.parts.get(target)
        return None


def open_package(path: Path) -> Package:
    """Return the XML parts of a .docx.

    Raises
    ------
    FaultsError
        DC-01 when the file is missing, DC-02 for a .doc or .rtf, DC-03 for one with a password,
        DC-04 when it is damaged or no Word file, DC-05 when it is too large.
    """
    _refuse_others(path)
    try:
        with ZipFile(path) as package:
            return _opened(package, path.name)
    except _BROKEN as error:
        raise FaultsError(m.DAMAGED.at(Place(file=path.name))) from error
    except etree.XMLSyntaxError as error:
        raise FaultsError(m.DAMAGED.at(Place(file=path.name))) from error


def _refuse_others(path: Path) -> None:
    place = Place(file=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
            rest = file.read(1 << 20) if head.startswith(_OLD) else b""
    except FileNotFoundError as error:
        raise FaultsError(m.MISSING.at(place)) from error
    except OSError as error:
        raise FaultsError(m.DAMAGED.at(place)) from error
    if fault := _other_kind(head, rest, size):
        raise FaultsError(fault.at(place))


def _other_kind(head: bytes, rest: bytes, size: int) -> FaultText | None:
    if head.startswith(_OLD):
        return m.LOCKED if _LOCKED in rest else m.OLD_KIND
    if head.startswith(_RICH):
        return m.OLD_KIND
    if size > MOST_FILE:
        return m.TOO_LARGE
    return None if head.startswith(b"PK") else m.DAMAGED


def _opened(package: ZipFile, file: str) -> Package:
    infos = [i for i in package.infolist() if i.filename.endswith((".xml", ".rels"))]
    place = Place(file=file)
    if any(info.flag_bits & 1 for info in infos):
        raise FaultsError(m.LOCKED.at(place))
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise FaultsError(m.DAMAGED.at(place))
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > 4 * MOST_PART:
        raise FaultsError(m.TOO_LARGE.at(place))
    parts = {}
    for info in infos:
        if info.filename.startswith("word/") or info.filename.endswith(".rels"):
            with package.open(info) as stream:
                data = stream.read(MOST_PART + 1)
            if len(data) > MOST_PART:
                raise FaultsError(m.TOO_LARGE.at(place))
            parts[info.filename] = _parsed(data)
    opened = Package(file, "", parts)
    main = next((t for kind, t in opened.links("").values() if kind.endswith(_OFFICE)), "")
    if main not in parts:
        raise FaultsError(m.DAMAGED.at(place))
    return Package(file, main, parts)


def _parsed(data: bytes) -> etree._Element:
    for strict, usual in STRICT.items():
        data = data.replace(strict.encode(), usual.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError  # no Word file declares a document type
    return root


def _links_of(part: str) -> str:
    whole = PurePosixPath(part)
    return str(whole.parent / "_rels" / f"{whole.name}.rels") if part else "_rels/.rels"


def _joined(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    steps: list[str] = []
    for step in (*PurePosixPath(part).parent.parts, *PurePosixPath(target).parts):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("..", "."):
            steps.append(step)
    return "/".join(steps)
