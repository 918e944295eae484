"""Edits made by hand in a report's Word files: found by hash, read block by block."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.document.blocks import blocks_of
from analysis.errors import FaultsError, Place
from analysis.plan.word import messages as words
from analysis.plan.word.adopting import outstanding
from analysis.plan.word.edits import Edits, word_edits
from analysis.plan.word.printed import written
from analysis.runs import workbook_messages as messages
from analysis.runs.manifest import written_before
from analysis.runs.previous import DOCUMENT
from analysis.runs.writing import sha256
from analysis.runs.written import Written, read_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from analysis.document.revisions import Revisions, Tracked
    from analysis.plan.text import PlanText
    from analysis.plan.word.edits import Change
    from analysis.plan.word.printed import Written as Printed
    from analysis.runs.workbook import Workbook

_SHOWN, _TOLD, _BEFORE = 10, 70, 20
"""How many edits a run tells of, how much of each text, how much of it before what is new."""


@dataclass(frozen=True, slots=True)
class HandEdits:
    """What people changed in a Word file, and the tracked changes that it has."""

    file: str
    edits: Edits
    tracked: Tracked


def state_after(document: Path, plan: PlanText, book: Workbook | None, *, folder: Path) -> Written:
    """Return the state of a report once a new document is there.

    Parameters
    ----------
    document
        The new document, not yet in its place.
    plan
        What it prints.
    book
        The workbook that the plan was made with, if it has one.
    folder
        The report's folder. What was printed into the documents that people edited there is kept:
        those stay.
    """
    tables = {} if book is None else book.tables
    names = () if book is None else book.book.lists["agencies"]
    printed = written(plan, blocks_of(document).blocks, tables=tables, names=names)
    former = read_written(folder).documents
    kept = {
        digest: former[digest]
        for name, digest in written_before(folder).items()
        if digest in former and _edited(folder / name, digest)
    }
    base = {} if book is None else book.base
    return Written(base, kept | {sha256(document): printed})


def _edited(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path) != digest


def hand_edits(document: Path, *, revisions: Revisions | None = None) -> HandEdits:
    """Return what people changed in a report's Word file.

    Parameters
    ----------
    document
        The file, in the folder of its report. A copy under another name is compared with the
        printed document that it is most like.
    revisions
        Whether tracked changes are taken as accepted or as rejected.

    Raises
    ------
    FaultsError
        RN-43 when it is not known what was printed; DC-01 to DC-05 for a file that cannot be
        opened, DO-110 for tracked changes without `revisions`.
    """
    known = read_written(document.parent)
    found = blocks_of(document, revisions=revisions)
    digest = written_before(document.parent).get(document.name, "")
    printed = known.documents.get(digest)
    if printed is None:
        seen = {block.key for block in found.blocks}
        printed = max(known.documents.values(), key=lambda one: _alike(one, seen), default=None)
    if printed is None:
        raise FaultsError(messages.PRINTED_UNKNOWN.at(Place(file=document.name)))
    return HandEdits(document.name, word_edits(printed, found.blocks), found.tracked)


def _alike(printed: Printed, seen: set[str]) -> int:
    return sum(block.key in seen for block in printed.blocks)


def told_edits(folder: Path, kept: Iterable[str], book: Workbook | None) -> Iterator[str]:
    """Yield what a run tells of the Word file that people edited; it is not written over.

    Parameters
    ----------
    folder
        The report's folder, before its state is written anew.
    kept
        The names of the files that people edited.
    book
        The workbook; edits that it has already are not told.
    """
    if DOCUMENT not in kept:
        return
    try:
        found = hand_edits(folder / DOCUMENT, revisions="accept")
    except FaultsError as error:
        yield from (messages.EDITS_UNREAD.format(what=fault.what) for fault in error.faults)
        return
    still = found.edits if book is None else outstanding(book.tables, found.edits)
    if not still.changes:
        told = messages.NO_EDITS_LEFT if found.edits.changes else messages.NO_WORDS_EDITED
        yield told.format(file=DOCUMENT)
        if found.tracked.count:
            yield messages.EDITS_TRACKED.format(count=found.tracked.count)
        return
    fit = sum(bool(change.cells or change.own) for change in still.changes)
    yield messages.EDITS_FOUND.format(file=DOCUMENT, count=len(still.changes), fit=fit)
    if found.tracked.count:
        yield messages.EDITS_TRACKED.format(count=found.tracked.count)
    yield from (f"  - {line(change)}" for change in still.changes[:_SHOWN])
    if (more := len(still.changes) - _SHOWN) > 0:
        yield messages.EDITS_MORE.format(count=more)
    if fit and book is not None:
        yield messages.ADOPT_OFFERED.format(path=folder / DOCUMENT)


def _around_difference(was: str, now: str) -> tuple[str, str]:
    """Return two texts from shortly before the place where they part, both cut short."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, now, strict=False)))
    if start <= _BEFORE or not (was and now):
        start, lead = 0, ""
    else:
        start, lead = max(0, was.rfind(" ", 0, start - _BEFORE)) + 1, "…"
    first, second = (shorten(text[start:], _TOLD, placeholder="…") for text in (was, now))
    return f"{lead}{first}", f"{lead}{second}"


def line(change: Change) -> str:
    """Return an edit in one line: where it is, what was done, and why it stays in the Word file."""
    was, now = _around_difference(change.was, change.now)
    form = messages.EDIT_LINES[change.kind]
    kind = words.KINDS[change.kind]
    told = form.format(place=change.place, kind=kind, was=was, now=now)
    return messages.WITH_REASON.format(line=told, reason=change.reason) if change.reason else told
