"""The drafter's workbook → the plan: tasks chosen and reworded, targets set, the letter filled in.

Every row that cannot be used is told, all at once, before anything is taken.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.plan import messages, sheet_messages
from analysis.plan.information import information
from analysis.plan.replanning import replanned
from analysis.plan.sheet_rows import is_criterion, studied, tables
from analysis.plan.sheets import OWN, names_text
from analysis.plan.target_edits import goals, targets
from analysis.plan.task_edits import Editor
from analysis.plan.vacancies import every_task
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from analysis.errors import Fault
    from analysis.plan.details import PlanDetails
    from analysis.plan.draft import Draft
    from analysis.plan.merging import Row
    from analysis.plan.sheets import SheetRows
    from analysis.plan.study import IndexStudy, PlannedTask, Study

_PRINTED_ONCE = ("lead", "coordinators")


@dataclass(frozen=True, slots=True)
class Edited:
    """A study and what its plan adds to the form, as the drafter's workbook has them."""

    study: Study
    details: PlanDetails | None


def with_rows(draft: Draft, sheets: Mapping[str, SheetRows]) -> Edited:
    """Return a plan with what the workbook's rows say; a sheet that is not there changes nothing.

    Parameters
    ----------
    draft
        The plan as the program proposes it, without the workbook.
    sheets
        The workbook's rows by sheet, merged with that proposal.

    Notes
    -----
    A task without a row was deleted by the drafter and one that is not chosen is left out. A cell
    that says what the program proposes changes nothing, so that no figure is rounded and no name
    parted anew.

    Raises
    ------
    FaultsError
        PL-14 to PL-23, for every row that cannot be used.
    """
    faults = [fault for rows in sheets.values() for fault in (*_braces(rows), *_added(rows))]
    study, details, shown = draft.study, draft.details, tables(draft)
    if "tasks" in sheets:
        study = _with_tasks(study, sheets["tasks"], faults)
    if "targets" in sheets:
        study = targets(study, shown["targets"], sheets["targets"], faults)
        details = goals(draft, details, shown["targets"], sheets["targets"], faults)
        study = replace(study, goals=() if details is None else details.targets)
    if "information" in sheets:
        rows = sheets["information"]
        details = information(draft, details, shown["information"], rows, faults)
    if faults:
        raise FaultsError(*faults)
    return Edited(study, details)


def _braces(rows: SheetRows) -> Iterator[Fault]:
    """Yield the cells with marks that only templates have."""
    edited = [column.key for column in rows.layout.columns if column.kind == "edit"]
    for key, row in rows.rows.items():
        for column in edited:
            text = row.get(column, "")
            if column != "note" and ("{" in text or "}" in text):
                yield sheet_messages.BRACES_LEFT.at(rows.place(key, column), text=text[:60])


def _added(rows: SheetRows) -> Iterator[Fault]:
    """Yield the rows that a drafter added where none can be."""
    if not rows.layout.spare:
        for key in rows.rows:
            if key.startswith(OWN):
                yield sheet_messages.ROW_ADDED.at(rows.place(key))


def _with_tasks(study: Study, rows: SheetRows, faults: list[Fault]) -> Study:
    """Return the study with the tasks of the workbook, each under the criterion it names there."""
    editor = Editor(study)
    planned = {task.task.id: task for task in every_task(study)}
    kept: dict[str, PlannedTask] = {}
    added: list[PlannedTask] = []
    for key, row in rows.rows.items():
        if not _chosen(key, row, rows, faults):
            continue
        if not row.get("text"):
            faults.append(sheet_messages.ROW_TEXTLESS.at(rows.place(key, "text")))
            continue
        task = planned.get(key)
        changes = {} if task is None else editor.changes(task, row)
        if task is not None and not changes.keys() & {"index", "criterion"}:
            kept[key] = editor.edited(task, row)
            continue
        place = _criterion(study, key, row, rows, faults)
        if place is None:
            continue
        index, code = place
        if task is None:
            added.append(editor.own(key, row, index=index, code=code))
        else:
            moved = replace(editor.edited(task, row), index=index, code=code)
            added.append(replace(moved, deficits=editor.deficits(index, code)))
    made = replanned(study, kept=kept, added=tuple(added))
    changed = {key: editor.changes(planned[key], rows.rows[key]) for key in kept}
    unsaid = _not_printed(made, changed | {task.task.id: _PRINTED_ONCE for task in added}, rows)
    emptied = (
        sheet_messages.LEAD_EMPTY.at(rows.place(key, "lead"))
        for key, cells in changed.items()
        if cells.get("lead") == "" and not kept[key].task.implementers
    )
    return replace(made, warnings=(*made.warnings, *unsaid, *emptied))


def _not_printed(
    study: Study, changed: Mapping[str, Container[str]], rows: SheetRows
) -> Iterator[Fault]:
    """Yield the bodies that a row gives where the plan prints those of the whole content."""
    part = study.part("contents")
    for group in () if part is None else part.groups:
        for task in group.tasks():
            for role in _PRINTED_ONCE:
                held, own = getattr(group.roles, role), getattr(task.task, role)
                key = task.task.id
                if held and own != held and role in changed.get(key, ()):
                    yield sheet_messages.ROLE_NOT_PRINTED.at(
                        rows.place(key, role),
                        column=sheet_messages.SHEET_COLUMNS[role],
                        group=group.title,
                        held=names_text(held),
                        own=names_text(own) or sheet_messages.ROLE_EMPTY,
                    )


def _chosen(key: str, row: Row, rows: SheetRows, faults: list[Fault]) -> bool:
    told = fold(row.get("chosen", ""))
    if told not in (fold(sheet_messages.YES), fold(sheet_messages.NO)):
        place = rows.place(key, "chosen")
        faults.append(sheet_messages.ROW_UNCLEAR.at(place, text=row.get("chosen", "")))
    return told == fold(sheet_messages.YES)


def _criterion(
    study: Study, key: str, row: Row, rows: SheetRows, faults: list[Fault]
) -> tuple[str, str] | None:
    """Return the index and code of the criterion that a row names, None if there is none."""
    known = studied(study)
    name, wanted = row.get("index", ""), row.get("criterion", "")
    item = next((one for one in known if fold(one.index) == fold(name)), None)
    if item is None:
        listed = ", ".join(one.index for one in known)
        faults.append(
            sheet_messages.ROW_INDEX.at(rows.place(key, "index"), name=name, known=listed)
        )
        return None
    code = _code(item, wanted)
    if code is None:
        names = [line.criterion.name for line in item.ledger.lines if is_criterion(line)]
        close = difflib.get_close_matches(wanted, names, n=2, cutoff=0.5)
        nearest = messages.NEAREST.format(names="; ".join(close)) if close else ""
        place = rows.place(key, "criterion")
        faults.append(
            sheet_messages.ROW_CRITERION.at(place, name=wanted, index=item.index, nearest=nearest)
        )
        return None
    return item.index, code


def _code(item: IndexStudy, wanted: str) -> str | None:
    """Return the code of a criterion told by its name or its code."""
    lines = [line for line in item.ledger.lines if is_criterion(line)]
    named = [line.code for line in lines if fold(line.criterion.name) == fold(wanted)]
    coded = [line.code for line in lines if line.code == wanted]
    return next(iter((*named, *coded)), None)
