"""Where each figure stands: rows of the data files by what they are of, and the files' digests."""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Key = tuple[str, ...]

PUBLISHED, NATIONAL = "published", "national"
"""The first words of the keys of printed facts and of national means."""

_FILES = ("*/*.csv", "*/*/*.csv", "published_facts.csv", "reference/editions/*.yml")
_KEYS = {
    "published_facts.csv": (PUBLISHED, ("index", "year", "unit_code", "criterion", "fact")),
    "national.csv": (NATIONAL, ("year", "area", "criterion")),
}
_OF_YEAR = re.compile(r"_(\d{4})\.csv$")
_RESULT = ("year", "unit_code", "criterion")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a data file: its path in the repository, its row (0 if unknown) and column."""

    file: str
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The data files: rows by key, and the SHA-256 of each file by its path.

    A result is keyed by index (as its folder is named), year, unit code and criterion, the row of a
    unit in a file of one year by an empty criterion; a printed
    fact by ``published``, index, year, unit code, criterion and fact; a national mean by
    ``national``, index folder, year, area and criterion.
    """

    rows: Mapping[Key, Spot] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)


def read_data_files(raw: Path, *, root: Path) -> DataFiles:
    """Return where the figures of ``data/raw`` stand.

    Files that cannot be read are left out: their own readers say what is wrong with them.

    Parameters
    ----------
    raw
        The folder of the data.
    root
        The folder that paths are told from.
    """
    rows: dict[Key, Spot] = {}
    digests: dict[str, str] = {}
    for path in sorted({path for form in _FILES for path in raw.glob(form)}):
        name = path.relative_to(root).as_posix()
        try:
            content = path.read_bytes()
            text = content.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        digests[name] = hashlib.sha256(content).hexdigest()
        if path.suffix == ".csv" and "reference" not in path.relative_to(raw).parts:
            rows |= dict(_rows(text, name, slug=path.parent.name))
    return DataFiles(rows, digests)


def _rows(text: str, name: str, *, slug: str) -> Iterator[tuple[Key, Spot]]:
    """Yield the rows of a table of results, of means or of printed facts by their keys."""
    lines = list(csv.reader(text.splitlines()))
    head = lines[0] if lines else []
    first, columns = _KEYS.get(name.rpartition("/")[2], (slug, _RESULT))
    own = _OF_YEAR.search(name)
    if own is not None and head[:1] == ["unit_code"]:
        for number, cells in enumerate(lines[1:], start=2):
            yield (slug, own[1], cells[0].strip() if cells else "", ""), Spot(name, number)
        return
    if not set(columns) <= set(head):
        return
    for number, cells in enumerate(lines[1:], start=2):
        row = dict(zip(head, cells, strict=False))
        key = tuple(row.get(column, "").strip() for column in columns)
        yield (first, *((slug,) if first == NATIONAL else ()), *key), Spot(name, number)
