"""The page over all reports, written anew whenever one of them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.review import signature_messages
from analysis.review.reports import ReportRow, Unreadable, reports_page
from analysis.review.signature_messages import LINKS
from analysis.runs import desk_messages as messages
from analysis.runs.manifest import FILE as MANIFEST
from analysis.runs.previous import DOCUMENT, FACTS
from analysis.runs.recorded import recorded
from analysis.runs.signing import FILE as SIGNATURES
from analysis.runs.signing import signatures
from analysis.runs.writing import FORMER, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.review.signatures import Signature
    from analysis.runs.paths import Paths
    from analysis.runs.recorded import Asked

INDEX = "index.html"

_MARKS = (MANIFEST, FACTS, DOCUMENT)
"""Files by which a folder is known to be a report."""

_OTHERS = frozenset({"cascade", "notebooks", FORMER})
"""Folders of a report that are no reports of their own."""


def write_index(paths: Paths) -> tuple[str, ...]:
    """Write the page over all reports; return a sentence if it could not be written.

    Nothing depends on the page, so what goes wrong with it stops nothing.
    """
    rows: list[ReportRow] = []
    unreadable: list[Unreadable] = []
    for folder in _folders(paths.reports):
        name = folder.relative_to(paths.reports).as_posix()
        try:
            rows.append(_row(folder, name))
        except FaultsError as error:
            unreadable.append(Unreadable(name, " ".join(fault.what for fault in error.faults)))
    try:
        page = reports_page(rows, unreadable, template=paths.templates / "bao-cao")
        write_text(paths.reports / INDEX, page)
    except FaultsError as error:
        return tuple(
            messages.NO_INDEX.format(file=INDEX, what=fault.what, remedy=fault.remedy)
            for fault in error.faults
        )
    return ()


def _folders(top: Path) -> Iterator[Path]:
    """Yield the folders of reports below `top`, in order; links may lead in circles."""
    for folder in sorted(path for path in top.iterdir() if path.is_dir()):
        if folder.is_symlink():
            continue
        if folder.name in _OTHERS or folder.name.startswith("."):
            continue
        if any((folder / mark).is_file() for mark in _MARKS):
            yield folder
        yield from _folders(folder)


def _row(folder: Path, name: str) -> ReportRow:
    told = recorded(folder)
    asked = told.parameters
    made = [file for file in told.outputs if "/" not in file]
    linked = [file for file in LINKS if (folder / file).is_file()]
    beside = [file for file in made if file.endswith(".docx") and file not in linked]
    return ReportRow(
        folder=name,
        unit=asked.unit or signature_messages.UNIT_CODE.format(code=asked.unit_code),
        body=asked.body_name,
        year=asked.plan_year,
        form=_form(asked),
        made=told.started,
        files=[*linked, *(file for file in beside if (folder / file).is_file())],
        edited=told.edited(folder, [file for file in LINKS if file in told.outputs]),
        missing=[file for file in made if not (folder / file).is_file()],
        warnings=[warned.code for warned in told.warnings],
        signatures=_signed(folder),
        signed_in=SIGNATURES,
    )


def _form(asked: Asked) -> str:
    name = asked.form_name or asked.form
    if asked.plan is None:
        return name
    return f"{name} ({signature_messages.PLAN_FOLDER.format(name=asked.plan)})"


def _signed(folder: Path) -> tuple[Signature, ...] | None:
    try:
        return signatures(folder)
    except FaultsError:
        return None
