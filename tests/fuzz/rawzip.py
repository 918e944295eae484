"""Packages written by hand: repeated content is compressed once, and sizes may be lies."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Beyond this the checksum is left wrong: nobody should ever come so far.
_CHECKED = 100_000_000
_BLANKS = 10_000_000
_DEFLATED = 8


@dataclass(frozen=True)
class Part:
    """A part as pieces, each so many times; `stated` is the size its header claims."""

    name: str
    pieces: Sequence[tuple[bytes, int]]
    stated: int | None = None
    method: int = _DEFLATED

    def size(self) -> int:
        return sum(len(piece) * times for piece, times in self.pieces)


def write(path: Path, parts: Sequence[Part], *, share: float = 1.0) -> Path:
    """Write a package of the given parts, or less of what is repeated in them."""
    parts = [replace(part, pieces=_less(part.pieces, share)) for part in parts]
    entries = []
    with path.open("wb") as file:
        for part in parts:
            blocks, checksum = _deflated(part)
            packed = sum(len(block) * times for block, times in blocks)
            size = part.size() if part.stated is None else part.stated
            name = part.name.encode()
            fields = (part.method, 0, 0x5821, checksum, packed, size & 0xFFFFFFFF, len(name))
            offset = file.tell()
            file.write(struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, *fields, 0) + name)
            for block, times in blocks:
                file.write(block * times)
            entries.append(
                struct.pack("<4sHHHHHHIIIH", b"PK\x01\x02", 20, 20, 0, *fields)
                + struct.pack("<HHHHII", 0, 0, 0, 0, 0, offset)
                + name
            )
        start, directory = file.tell(), b"".join(entries)
        count = len(entries)
        end = (b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
        file.write(directory + struct.pack("<4sHHHHIIH", *end))
    return path


def _less(pieces: Sequence[tuple[bytes, int]], share: float) -> list[tuple[bytes, int]]:
    """Return less of each piece; what is refused for its size alone stays as large as it is."""
    return [
        (piece, times if len(piece) >= _BLANKS else max(1, int(times * share)))
        for piece, times in pieces
    ]


def _deflated(part: Part) -> tuple[list[tuple[bytes, int]], int]:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    blocks, checksum = [], 0
    for piece, times in part.pieces:
        # After a full flush nothing before is referred to: the block may be repeated.
        blocks.append((packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH), times))
        if part.size() <= _CHECKED:
            for _ in range(times):
                checksum = zlib.crc32(piece, checksum)
    return [*blocks, (packer.flush(), 1)], checksum
