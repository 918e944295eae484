"""Edits made in a report's Word file, taken into its workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.document.decree import messages as opening
from analysis.errors import FaultsError, Place
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.runs import workbook_messages as messages
from analysis.runs.hand_edits import hand_edits, line
from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import job_for
from analysis.runs.requests import request_of
from analysis.runs.writing import put_away, write_bytes, write_text
from analysis.runs.written import FILE as WRITTEN
from analysis.runs.written import read_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from analysis.document.revisions import Revisions
    from analysis.errors import Fault
    from analysis.plan.word.edits import Change
    from analysis.runs.hand_edits import HandEdits
    from analysis.runs.paths import Paths


@dataclass(frozen=True, slots=True)
class Adoption:
    """What came of a Word file's edits.

    `taken` are those that the workbook has now, `had` those that it had before, `left` those that
    stay in the Word file only, with the reason. `workbook` is the file that was written and
    `former` where the one before it is kept; both are None where nothing was written.
    """

    found: HandEdits
    taken: tuple[Change, ...]
    had: tuple[Change, ...]
    left: tuple[Change, ...]
    warnings: tuple[Fault, ...] = ()
    workbook: Path | None = None
    former: Path | None = None

    def text(self) -> str:
        """Return what is told of it, an edit a line."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not (self.taken or self.had or self.left):
            yield messages.NOTHING_EDITED.format(file=self.found.file)
        if self.found.tracked.count:
            yield messages.TRACKED.format(count=self.found.tracked.count)
        if self.taken:
            yield messages.TAKEN.format(count=len(self.taken), file=WORKBOOK)
            yield from (f"  - {line(change)}" for change in self.taken)
        if self.had:
            yield messages.HAD.format(count=len(self.had), file=WORKBOOK)
        if self.left:
            yield messages.LEFT.format(count=len(self.left))
            yield from (f"  - {line(change)}" for change in self.left)


def adopt(
    document: Path,
    *,
    paths: Paths,
    today: date,
    revisions: Revisions | None = None,
    listed: bool = False,
) -> Adoption:
    """Take the edits that were made in a report's Word file into the report's workbook.

    The Word file stays as it is. The workbook is also brought up to what the program proposes now,
    as every run does, and the one before is kept in the folder of former files.

    Parameters
    ----------
    document
        The Word file, in the folder of its report.
    paths
        Where the repository's files lie.
    today
        The date for the name of the former workbook.
    revisions
        Whether tracked changes are taken as accepted or as rejected.
    listed
        Only tell what would be taken.

    Raises
    ------
    FaultsError
        RN-25 when the folder holds no report, RN-43 and RN-44, DO-110 for tracked changes without
        `revisions`; PL-14 to PL-23 for texts that cannot be used. Nothing is written then.
    """
    if not document.is_file():
        raise FaultsError(opening.MISSING.at(Place(file=document.name)))
    folder = document.resolve().parent
    request = request_of(folder)
    found = hand_edits(document, revisions=revisions)
    job = job_for(replace(request, edits=found.edits), read_inputs(paths), paths)
    book = job.workbook
    if book is None or book.adopted is None:
        raise FaultsError(messages.NO_WORKBOOK.at())
    done = book.adopted
    if listed or not done.taken:
        return Adoption(found, done.taken, done.had, done.left)
    path = folder / WORKBOOK
    content, state = book.content(), replace(read_written(folder), workbook=book.base)
    former = put_away(path, today) if path.is_file() else None
    write_bytes(path, content)
    write_text(folder / WRITTEN, state.text())
    return Adoption(found, done.taken, done.had, done.left, book.warnings, path, former)
