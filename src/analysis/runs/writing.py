"""Writing files so that nothing is lost: temporary file first, edited files never overwritten."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.runs import messages
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

_CHUNK = 1 << 20
_WINDOWS_LIMIT = 259
# The deepest file of a report: notebooks/ and a name dated beside an edited one.
_LONGEST_NAME = 70

FORMER = "ban-truoc"
"""The folder of edited files that a merged one took the place of."""

_NEW, _OLD = "{stem} (bản mới {day})", "{stem} ({day})"


def sha256(path: Path) -> str:
    """Return a file's SHA-256 as hexadecimal text."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    FaultsError
        RN-04 when another program holds the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two runs at once write the same file, each whole.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    replace(temporary, path)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all.

    Raises
    ------
    FaultsError
        RN-04 when another program holds the file.
    """
    write_bytes(path, text.encode("utf-8"))


def replace(source: Path, target: Path) -> None:
    """Move a finished file into its place.

    Raises
    ------
    FaultsError
        RN-04 when another program, such as Word on Windows, holds the target.
    """
    try:
        source.replace(target)
    except (PermissionError, IsADirectoryError) as error:
        source.unlink(missing_ok=True)
        raise FaultsError(messages.FILE_HELD.at(Place(file=target.name))) from error


def check_length(path: Path, *, windows: bool = os.name == "nt") -> None:
    """Refuse a folder so deep that Windows cannot hold the files that go into it.

    Windows programs, Word among them, stop at 259 characters unless told otherwise.

    Raises
    ------
    FaultsError
        RN-14 with the length.
    """
    length = len(str(path)) + _LONGEST_NAME
    if windows and length > _WINDOWS_LIMIT:
        raise FaultsError(messages.PATH_TOO_LONG.at(length=length, limit=_WINDOWS_LIMIT))


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the file written for each name, and the names that were kept.

    `former` tells where the edited file went that a merged one took the place of.
    """

    written: dict[str, Path]
    kept: tuple[str, ...]
    former: dict[str, Path]


def publish(
    staged: Path,
    target: Path,
    *,
    before: Mapping[str, str],
    today: date,
    merged: Collection[str] = (),
) -> Published:
    """Move every file of `staged` to the same place below `target`.

    A file that is there already and is not what an earlier run wrote was edited by a person: it
    stays, and the new one is put beside it under a dated name. Where the new one has all that the
    person edited, it takes the place, and the edited one is kept in a folder of former files.

    Parameters
    ----------
    staged
        The folder with the finished files.
    target
        The report's folder.
    before
        SHA-256 of what the earlier run wrote, by relative name.
    today
        The date for the name of a file beside an edited one.
    merged
        The names of files that have what a person edited in them.

    Raises
    ------
    FaultsError
        RN-04, before anything is moved, when another program holds a file.
    """
    names = sorted(
        path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()
    )
    edited = {name for name in names if _edited(target / name, before.get(name))}
    kept = edited - set(merged)
    held = [name for name in names if name not in kept and _held(target / name)]
    if held:
        raise FaultsError(*(messages.FILE_HELD.at(Place(file=name)) for name in held))
    written: dict[str, Path] = {}
    former = {name: put_away(target / name, today) for name in sorted(edited & set(merged))}
    for name in names:
        place = _free(target / name, _NEW, today) if name in kept else target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        replace(staged / name, place)
        written[name] = place
    return Published(written, tuple(sorted(kept)), former)


def put_away(path: Path, today: date) -> Path:
    """Copy a file to the folder of former ones; it stays until a new one takes its place."""
    folder = path.parent / FORMER
    folder.mkdir(exist_ok=True)
    place = _free(folder / path.name, _OLD, today)
    write_bytes(place, path.read_bytes())
    return place


def _edited(path: Path, written: str | None) -> bool:
    return path.is_file() and (written is None or sha256(path) != written)


def _held(path: Path) -> bool:
    """Return whether another program keeps the file from being replaced (Windows)."""
    if not path.is_file():
        return False
    try:
        with path.open("r+b"):
            return False
    except PermissionError:
        return os.access(path.parent, os.W_OK)


def _free(path: Path, form: str, today: date) -> Path:
    """Return a dated name that no file has."""
    day = short_date(today).replace("/", "-")
    place = path.with_name(form.format(stem=path.stem, day=day) + path.suffix)
    number = 2
    while place.exists():
        dated = f"{day}, {number}"
        place = path.with_name(form.format(stem=path.stem, day=dated) + path.suffix)
        number += 1
    return place
