"""Two reports or documents, read to be compared; nothing of either is changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from analysis.document.blocks import blocks_of
from analysis.document.workbook_reading import read_workbook
from analysis.errors import FaultsError, Place
from analysis.plan.comparing import Comparison, Side, compare, facts_from
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.reference import read_index
from analysis.review import compared_page, is_compared_page
from analysis.runs import comparing_messages as messages
from analysis.runs.inputs import SLUGS, read_register
from analysis.runs.previous import DOCUMENT, FACTS
from analysis.runs.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from analysis.document.revisions import Revisions
    from analysis.errors import Fault
    from analysis.plan.comparing import PlanFacts
    from analysis.plan.merging import Table
    from analysis.plan.word.printed import Block
    from analysis.reference import Break
    from analysis.runs.paths import Paths

Part = TypeVar("Part")

_DOCX = ".docx"


def compare_files(
    a: Path, b: Path, *, paths: Paths, revisions: Revisions | None = None
) -> Comparison:
    """Return every change from `a` to `b`.

    Parameters
    ----------
    a, b
        Each the folder of a report, or a Word file of any origin.
    paths
        The repository, whose register tells the names of bodies and whose editions the breaks.
    revisions
        What becomes of tracked changes in the documents.

    Raises
    ------
    FaultsError
        All faults of both sides: RN-80 for facts, RN-81 for what is neither a report nor a Word
        file, RN-82 when the sides have nothing in common, DC-01 to DC-05 and DO-110 for documents,
        SC-20 to SC-26 and DO-36 to DO-38 for workbooks.
    """
    names = _told_apart(a, b)
    readers = [_Reader(path, name, revisions) for path, name in zip((a, b), names, strict=True)]
    one, other = (reader.side() for reader in readers)
    faults = [fault for reader in readers for fault in reader.faults]
    if not faults and not _common(one, other):
        faults.append(messages.NOTHING_IN_COMMON.at())
    if faults:
        raise FaultsError(*faults)
    return compare(one, other, names=_names(paths), breaks=_breaks(paths))


def _told_apart(a: Path, b: Path) -> tuple[str, str]:
    """Return short names of two paths; no more of a path than tells them apart."""
    mine, theirs = a.resolve().parts, b.resolve().parts
    depth = 2 if a.is_dir() or b.is_dir() else 1
    while mine != theirs and mine[-depth:] == theirs[-depth:]:
        depth += 1
    return "/".join(mine[-depth:]), "/".join(theirs[-depth:])


def _common(a: Side, b: Side) -> bool:
    pairs = ((a.facts, b.facts), (a.sheets, b.sheets), (a.blocks, b.blocks))
    return any(mine is not None and theirs is not None for mine, theirs in pairs)


@dataclass(slots=True)
class _Reader:
    """Reads the parts that one side has, and gathers what is wrong with them."""

    path: Path
    name: str
    revisions: Revisions | None
    faults: list[Fault] = field(default_factory=list)

    def side(self) -> Side:
        """Return the side, as far as it can be read."""
        if self.path.suffix.lower() == _DOCX and not self.path.is_dir():
            return Side(self.name, blocks=self._read(self._blocks, self.path))
        facts, workbook, document = (self.path / name for name in (FACTS, WORKBOOK, DOCUMENT))
        if not any(part.is_file() for part in (facts, workbook, document)):
            self.faults.append(messages.NEITHER.at(Place(file=self.name)))
        return Side(
            self.name,
            facts=self._read(_facts, facts, part=True),
            sheets=self._read(_sheets, workbook, part=True),
            blocks=self._read(self._blocks, document, part=True),
        )

    def _read(
        self, reader: Callable[[Path], Part], path: Path, *, part: bool = False
    ) -> Part | None:
        """Return what a file holds; None for a part that is not there, or that cannot be read."""
        if part and not path.is_file():
            return None
        try:
            return reader(path)
        except FaultsError as error:
            name = f"{self.name}/{path.name}" if part else self.name
            self.faults += (
                replace(fault, place=replace(fault.place, file=name)) for fault in error.faults
            )
            return None

    def _blocks(self, path: Path) -> tuple[Block, ...]:
        return blocks_of(path, revisions=self.revisions).blocks


def _facts(path: Path) -> PlanFacts:
    try:
        found = facts_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        found = None
    if found is None:
        raise FaultsError(messages.FACTS_UNREADABLE.at(Place(file=path.name)))
    return found


def _sheets(path: Path) -> dict[str, Table]:
    return {key: sheet.rows for key, sheet in read_workbook(path).items()}


def _names(paths: Paths) -> Iterator[str]:
    """Yield the names of bodies as any province prints them."""
    for body in read_register(paths).agencies.bodies:
        yield from (body.printed(None), *body.other_names(None))


def _breaks(paths: Paths) -> dict[str, tuple[Break, ...]]:
    folder = paths.reference / "editions"
    return {name: read_index(folder / f"{slug}.yml").breaks for name, slug in SLUGS.items()}


def write_comparison(comparison: Comparison, path: Path, *, paths: Paths) -> None:
    """Write a comparison as a page that works offline; an earlier one is replaced.

    Raises
    ------
    FaultsError
        RN-83 when something else has that name, RN-84 when the page cannot be written, RN-04 when
        another program holds it.
    """
    place = Place(file=path.name)
    style = (paths.templates / "bao-cao" / "trang.css").read_text(encoding="utf-8")
    text = compared_page(comparison, style=style)
    try:
        if path.exists() and not (path.is_file() and is_compared_page(_head(path))):
            raise FaultsError(messages.OUT_TAKEN.at(place))
        write_text(path, text)
    except OSError as error:
        raise FaultsError(messages.OUT_FAILED.at(place, cause=error.strerror or error)) from error


def _head(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(2_000)
