"""A workbook's package weighed before it is opened: what it holds, whatever its headers claim."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from lxml import etree
from openpyxl.utils import range_boundaries

from analysis.errors import FaultsError
from analysis.scores import messages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.errors import Place

    _Text = str | bytes

# What a broken, encrypted or lying package makes of being read.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
    RuntimeError,
)
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"  # the container of .xls and of encrypted workbooks
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others unpack without bound
_CHUNK = 1 << 20
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_CELLS = frozenset({"c", "v", "row", "is", "t", "f"})
# A parser reads a longer tag again and again; a list of attributes is searched from its start.
_LONGEST_TAG, _MOST_ATTRIBUTES = 1_000_000, 500
# Below this, XML that is not well-formed (old drawings are not) or declares entities (which no
# reader expands) can do no harm.
_HARMLESS = 1_000_000
# Merged cells and links are opened cell by cell, and each takes as long as some cells.
_RANGES = frozenset({"mergeCell", "hyperlink"})
_CELLS_A_RANGE = 10
_LINKS = frozenset({"sheet", "Relationship"})
_WHOLE_SHEET = 1 << 34


@dataclass(slots=True)
class Weight:
    """What a package holds.

    `elements` are all XML elements, `besides` those that are neither rows nor cells, `ranges` the
    cells that its merged cells and links are opened to; `sheets` are the sheets it lists, and
    `formulas` tells whether there are any.
    """

    sheets: int = 0
    elements: int = 0
    besides: int = 0
    ranges: int = 0
    formulas: bool = False


class _EnoughError(Exception):
    """Nothing more need be read: the package is too heavy."""


class _Scale:
    """The target of a parser that keeps nothing."""

    def __init__(self, weight: Weight, *, most: int, size: int) -> None:
        self.weight = weight
        self.most = most
        self.size = size
        self._listed: set[tuple[str, str]] = set()

    def start(self, tag: str | bytes, attrib: Mapping[_Text, _Text]) -> None:
        """Weigh an element."""
        weight, name = self.weight, str(tag).rpartition("}")[2]
        weight.elements += 1
        if weight.elements > self.most:
            raise _EnoughError
        if name not in _CELLS:
            weight.besides += 1
        elif name == "f":
            weight.formulas = True
        if name in _RANGES:
            weight.ranges += _CELLS_A_RANGE + _area(str(attrib.get("ref", "")))
        if name in _LINKS:
            self._link(name, attrib)
        if len(attrib) > _MOST_ATTRIBUTES or sum(map(len, attrib.values())) > _LONGEST_TAG:
            raise ValueError(name)

    def _link(self, name: str, attrib: Mapping[_Text, _Text]) -> None:
        """Count a sheet; refuse a part or a name that is listed again.

        The part would be read as often, and of two sheets with one name only one would be.
        """
        said = {str(key).rpartition("}")[2]: str(value) for key, value in attrib.items()}
        if name == "sheet" and "id" in said:
            self.weight.sheets += 1
            found = {("id", said["id"]), ("name", said.get("name", "").casefold())}
        elif said.get("Type", "").endswith("/worksheet"):
            found = {("part", said.get("Target", "").rpartition("/")[2])}
        else:
            return
        if found & self._listed:
            raise ValueError(name)
        self._listed |= found

    def comment(self, text: str | bytes) -> None:
        """Refuse a remark that is too long for one tag."""
        if len(text) > _LONGEST_TAG:
            raise ValueError(text[:9])

    def pi(self, _target: str | bytes, data: str | bytes | None = None) -> None:
        """Refuse an instruction that is too long."""
        self.comment(data or "")

    def doctype(self, name: str | bytes, *_: str | bytes | None) -> None:
        """Refuse declarations but in small parts (pictures have them): they may be endless."""
        if self.size > _HARMLESS:
            raise ValueError(name)

    def close(self) -> None:
        """Return nothing: there is no tree."""


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return _WHOLE_SHEET
    if left is None or top is None or right is None or bottom is None:
        return _WHOLE_SHEET
    return abs(right - left + 1) * abs(bottom - top + 1)


def parts_of(path: Path, place: Place) -> list[zipfile.ZipInfo]:
    """Return the parts that a workbook's package lists.

    Raises
    ------
    FaultsError
        SC-22 for what is no package, SC-26 for a workbook that is locked or of the old kind.
    """
    with path.open("rb") as file:
        if file.read(4) == _OLD_WORKBOOK:
            raise FaultsError(messages.WORKBOOK_LOCKED.at(place))
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except _BROKEN as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    if any(part.compress_type not in _METHODS for part in parts):
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place))
    return parts


def weighed(path: Path, place: Place, *, most: int) -> Weight:
    """Return the weight of a package; each part is read once, in bounded pieces.

    Parameters
    ----------
    path
        The workbook.
    place
        Where its faults lie.
    most
        The number of elements after which nothing more is read.

    Raises
    ------
    FaultsError
        SC-22 when a part is not what its header says, or is XML that no workbook has.
    """
    weight = Weight()
    try:
        with zipfile.ZipFile(path) as package:
            for part in package.infolist():
                with package.open(part) as stream:
                    _weigh(stream, _Scale(weight, most=most, size=part.file_size))
    except _EnoughError:
        return weight
    except _BROKEN as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    return weight


def _weigh(stream: IO[bytes], scale: _Scale) -> None:
    """Weigh a part that is XML; read through any other, so that its header is checked."""
    target: Any = scale  # without `data` and `end`, which nobody needs
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True)
    chunk = stream.read(_CHUNK)
    sound = chunk.lstrip(_BEFORE_XML).startswith(b"<")
    while chunk:
        if sound:
            try:
                parser.feed(chunk)
            except etree.XMLSyntaxError as error:
                if scale.size > _HARMLESS:
                    raise ValueError from error
                sound = False
        chunk = stream.read(_CHUNK)
