"""The file around the parts: read once and whole, refused when mending would spoil it, packed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from analysis.document.decree import fix_messages as m
from analysis.document.decree import messages
from analysis.document.decree.names import STRICT, value, w
from analysis.document.decree.opening import MOST_FILE, MOST_PART, MOST_PARTS, open_package
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.document.decree.opening import Package
    from analysis.errors import Fault

_OFF = ("", "0", "false", "off")
_MACRO, _SIGNED = re.compile(r"(?i)vba|macro"), re.compile(r"(?i)^_xmlsignatures/")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A .docx: its name, its bytes, and its parts in the order of the file."""

    file: str
    data: bytes
    parts: dict[str, bytes]

    def with_parts(self, mended: Mapping[str, bytes]) -> Parcel:
        """Return the file with some parts replaced and all others as they are."""
        out = BytesIO()
        with ZipFile(BytesIO(self.data)) as old, ZipFile(out, "w") as new:
            for info in old.infolist():
                copy = ZipInfo(info.filename, info.date_time)
                copy.compress_type = info.compress_type
                copy.external_attr = info.external_attr
                new.writestr(copy, mended.get(info.filename, self.parts[info.filename]))
        return Parcel(self.file, out.getvalue(), {**self.parts, **mended})


def open_parcel(path: Path) -> Parcel:
    """Return a file that may be mended, through the door of the checker.

    Raises
    ------
    FaultsError
        DC-01 to DC-05 as when it is checked; DO-70 to DO-73 when it is "Strict", protected, signed
        or has macros.
    """
    package, place = open_package(path), Place(file=path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_FILE + 1)
        parts = _bounded(data, place)
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, KeyError) as error:
        raise FaultsError(messages.DAMAGED.at(place)) from error
    if faults := _refused(parts, package, place):
        raise FaultsError(*faults)
    return Parcel(path.name, data, parts)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with ZipFile(BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def _bounded(data: bytes, place: Place) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        infos = package.infolist()
    if sum(info.file_size for info in infos) > 4 * MOST_PART or len(infos) > MOST_PARTS:
        raise FaultsError(messages.TOO_LARGE.at(place))
    if len({info.filename for info in infos}) < len(infos):
        raise ValueError(infos)  # two parts of one name: which one counts is anybody's guess
    return unpacked(data)


def _refused(parts: Mapping[str, bytes], package: Package, place: Place) -> list[Fault]:
    faults = [m.MACRO.at(place, name=name) for name in parts if _MACRO.search(name)]
    if any(strict.encode() in parts[package.main] for strict in STRICT):
        faults.append(m.STRICT_KIND.at(place))
    if any(_SIGNED.search(name) for name in parts):
        faults.append(m.SIGNED.at(place))
    settings = package.linked("settings")
    locked = None if settings is None else settings.find(w("documentProtection"))
    if locked is not None and value(locked, "enforcement") not in _OFF:
        faults.append(m.PROTECTED.at(place))
    return faults


def written(root: etree._Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )
