"""A file to be imported in a fuzz, and a package taken apart so that it can be spoilt."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.reference import IndexName

_ONE_DAY = (2024, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Case:
    """One file to import: `write` puts it into a folder and returns where it lies."""

    name: str
    index: IndexName
    write: Callable[[Path], Path]
    year: int | None = None


@dataclass(frozen=True)
class Base:
    """A file as it should be, from which spoilt ones are made."""

    index: IndexName
    name: str
    content: bytes


@dataclass
class Package:
    """The parts of a workbook in order; a name may stand twice."""

    parts: list[tuple[str, bytes]] = field(default_factory=list)

    @classmethod
    def opened(cls, content: bytes) -> Package:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return cls([(name, package.read(name)) for name in package.namelist()])

    def get(self, name: str) -> str:
        return dict(self.parts)[name].decode("utf-8")

    def put(self, name: str, content: str | bytes) -> None:
        """Replace a part, or add it."""
        held = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        if any(part == name for part, _ in self.parts):
            self.parts = [(part, held if part == name else old) for part, old in self.parts]
        else:
            self.parts.append((name, held))

    def sheets(self) -> list[str]:
        return [name for name, _ in self.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]

    def packed(self) -> bytes:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
            for name, held in self.parts:
                put_part(package, name, held)
        return content.getvalue()


def put_part(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a part under any name, be it there already: `writestr` would warn."""
    info = zipfile.ZipInfo(name, _ONE_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    held = package.NameToInfo.pop(info.filename, None)
    package.writestr(info, content)
    if held is not None:
        package.NameToInfo[info.filename] = held


def saved(name: str, content: bytes) -> Callable[[Path], Path]:
    """Return the writer of a file whose content is at hand."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write
