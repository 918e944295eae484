"""A workbook's package weighed before it is opened: what it holds, whatever its headers claim."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.scores import messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.errors import Place

# Whatever a broken, encrypted or lying package makes of being read.
BROKEN = (
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
_LONGEST_MARK = 24
_ELEMENT = re.compile(rb"<(?:(?:[\w-]{1,12}:)?(?:(c|v|row|is|t)|(f))(?=[\s/>])|[^/!?\s])")


@dataclass(slots=True)
class Weight:
    """How many elements a package holds, how many are besides cells, whether formulas are there."""

    elements: int = 0
    besides: int = 0
    formulas: bool = False


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
    except BROKEN as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    if any(part.compress_type not in _METHODS for part in parts):
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place))
    return parts


def weighed(path: Path, place: Place, *, most: int) -> Weight:
    """Return the weight of a package, each part read once in bounded pieces.

    Parameters
    ----------
    path
        The workbook.
    place
        Where its faults lie.
    most
        The number of elements after which counting on is of no use.

    Raises
    ------
    FaultsError
        SC-22 when a part is not what its header says.
    """
    weight = Weight()
    try:
        with zipfile.ZipFile(path) as package:
            for part in package.infolist():
                with package.open(part) as stream:
                    _weigh(stream, weight, most=most)
    except BROKEN as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    return weight


def _weigh(stream: IO[bytes], weight: Weight, *, most: int) -> None:
    for block in _blocks(stream):
        if weight.elements > most:
            return
        for match in _ELEMENT.finditer(block):
            weight.elements += 1
            if match.lastindex is None:
                weight.besides += 1
            elif match.lastindex == 2:
                weight.formulas = True


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """Return a stream in blocks, none of which ends inside a short tag.

    The NULs of UTF-16 are left out, so that a tag looks the same in every encoding.
    """
    tail = b""
    while chunk := stream.read(_CHUNK):
        block = tail + chunk.replace(b"\0", b"")
        start = block.rfind(b"<", -_LONGEST_MARK)
        tail = b"" if start < 0 else block[start:]
        yield block[: len(block) - len(tail)]
    yield tail
