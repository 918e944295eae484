"""Duties of bodies that are gone: who takes them now is for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.plan import messages

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.plan.programme import TaskPart
    from analysis.plan.study import PlannedTask, Study

OWN_PLAN = frozenset({"sở", "ban", "văn phòng", "thanh tra"})
"""Kinds of bodies that answer with a plan of their own to the province's."""

ROLES = ("lead", "actors", "implementers", "coordinators")


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A duty that a person has to give anew: its task, whose it was, and a proposal."""

    task: str
    function: str
    was: str
    reason: str
    proposal: tuple[str, ...]


def every_task(study: Study) -> tuple[PlannedTask, ...]:
    """Return the plan's tasks, each once, in the order in which it shows them."""
    tasks = [task for part in study.parts for task in part.tasks()]
    return tuple({task.task.id: task for task in tasks}.values())


def functions_of(task: PlannedTask) -> tuple[str, ...]:
    """Return every function that a task names in a role, each once."""
    return tuple(dict.fromkeys(code for role in ROLES for code in task.functions.get(role, ())))


def vacancies(study: Study) -> tuple[Unassigned, ...]:
    """Return each lead that an abolished body had, with who may take it now.

    The register says who stands in for the body: the communes carry out what the district did,
    but a lead does not pass by itself. Beside them the single departments that already help with
    the task are proposed.
    """
    known = study.directory.agencies.functions()
    found = []
    for task in every_task(study):
        for function in task.functions.get("lead", ()):
            was = study.directory.stands_in_for(function) if function in known else ""
            if was:
                now = study.directory.name(function)
                reason = messages.LEAD_ABOLISHED.format(was=was, now=now)
                proposal = (now, *_departments(task, study))
                found.append(Unassigned(task.task.id, function, was, reason, proposal))
    return tuple(dict.fromkeys(found))


def _departments(task: PlannedTask, study: Study) -> tuple[str, ...]:
    """Return the single departments that help with a task: they may take its lead."""
    known = study.directory.agencies.functions()
    found = [
        members.agencies[0]
        for code in functions_of(task)
        if code in known and len((members := study.directory.members(code)).agencies) == 1
    ]
    kept = [one for one in found if one.kind in OWN_PLAN and not one.proposed]
    return tuple(dict.fromkeys(one.printed(study.unit) for one in kept))


def with_vacancies(study: Study) -> Study:
    """Return the study with a note on each task whose lead has to be given anew, and warnings."""
    found = vacancies(study)
    if not found:
        return study
    notes = {one.task: _note(one) for one in found}
    indices = tuple(
        replace(item, tasks=tuple(_noted(task, notes) for task in item.tasks))
        for item in study.indices
    )
    parts = tuple(_noted_part(part, notes) for part in study.parts)
    warnings = tuple(dict.fromkeys((*study.warnings, *map(_warning, found))))
    return replace(study, indices=indices, parts=parts, warnings=warnings)


def _note(one: Unassigned) -> str:
    return messages.LEAD_NOTE.format(reason=one.reason, proposal="; ".join(one.proposal))


def _warning(one: Unassigned) -> Fault:
    place = Place(detail=messages.TASK_PLACE.format(id=one.task))
    return messages.LEAD_TO_GIVE.at(place, was=one.was, proposal="; ".join(one.proposal))


def _noted(task: PlannedTask, notes: dict[str, str]) -> PlannedTask:
    note = notes.get(task.task.id)
    return task if note is None else replace(task, note=note)


def _noted_part(part: TaskPart, notes: dict[str, str]) -> TaskPart:
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, tasks=tuple(_noted(task, notes) for task in row.tasks))
                for row in group.rows
            ),
        )
        for group in part.groups
    )
    return replace(part, groups=groups)
