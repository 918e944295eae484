"""A study with other tasks: the layout, the leads and the coverage that follow from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.programme import (
    Criterion,
    Roles,
    TaskGroup,
    TaskPart,
    TaskRow,
    library_part,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.deficits import Line
    from analysis.errors import Fault
    from analysis.plan.study import IndexStudy, PlannedTask, Study

_ROLES = ("lead", "implementers", "coordinators")


def replanned(
    study: Study, *, kept: Mapping[str, PlannedTask], added: tuple[PlannedTask, ...]
) -> Study:
    """Return the study with other tasks.

    Parameters
    ----------
    study
        The study with the tasks that were proposed.
    kept
        The tasks that stay, by id, in their new words; all others go.
    added
        Tasks to put under the criteria they name, after those that are there.
    """
    library = {part.part: _is_library(part, study) for part in study.parts}
    parts = []
    for part in study.parts:
        if not library[part.part]:
            mine = tuple(task for task in added if _home(task, study) == part.part)
            parts.append(_own_part(part, study, kept=kept, added=mine))
    laid_out = {part.part: part for part in parts}
    indices = []
    for item in study.indices:
        if library.get(item.index):
            tasks = [kept[task.task.id] for task in item.tasks if task.task.id in kept]
            tasks += [task for task in added if task.index == item.index]
        else:
            tasks = [task for part in parts for task in part.tasks() if task.index == item.index]
        indices.append(_served(item, tuple(tasks)))
        if library.get(item.index):
            laid_out[item.index] = library_part(indices[-1])
    return replace(
        study,
        indices=tuple(indices),
        parts=tuple(laid_out[part.part] for part in study.parts),
        warnings=tuple(fault for fault in study.warnings if _stands(fault, kept)),
    )


def _is_library(part: TaskPart, study: Study) -> bool:
    """Return whether a part is laid out by the criteria of its index, not by the plan itself."""
    item = next((item for item in study.indices if item.index == part.part), None)
    return item is not None and library_part(item) == part


def _home(task: PlannedTask, study: Study) -> str:
    """Return the part that a task belongs to: its index's, else the plan's only one."""
    names = [part.part for part in study.parts]
    return task.index if task.index in names else next(iter(names), "")


def _stands(fault: Fault, kept: Mapping[str, PlannedTask]) -> bool:
    """Return whether a warning still stands; one about a task's lead goes with the question."""
    if fault.code != messages.LEAD_TO_GIVE.code:
        return True
    asked = {messages.TASK_PLACE.format(id=key) for key, task in kept.items() if task.note}
    return fault.place.detail in asked


def _own_part(
    part: TaskPart,
    study: Study,
    *,
    kept: Mapping[str, PlannedTask],
    added: tuple[PlannedTask, ...],
) -> TaskPart:
    groups = list(part.groups)
    for task in added:
        groups = _placed(task, groups, study)
    known = {**kept, **{task.task.id: task for task in added}}
    changed = (_group(group, known) for group in groups)
    return TaskPart(part.part, tuple(group for group in changed if group.rows))


def _group(group: TaskGroup, known: Mapping[str, PlannedTask]) -> TaskGroup:
    """Return a group without the tasks that go; its roles follow where all its tasks agree."""
    rows = []
    for row in group.rows:
        tasks = tuple(known[task.task.id] for task in row.tasks if task.task.id in known)
        if tasks or row.note or row.see:
            rows.append(replace(row, tasks=tasks))
    before, now = group.tasks(), tuple(task for row in rows for task in row.tasks)
    roles = {role: _role(role, group.roles, before, now) for role in _ROLES}
    return replace(group, rows=tuple(rows), roles=Roles(**roles))


def _role(
    role: str, roles: Roles, before: tuple[PlannedTask, ...], now: tuple[PlannedTask, ...]
) -> tuple[str, ...]:
    held: tuple[str, ...] = getattr(roles, role)
    said = {getattr(task.task, role) for task in now}
    was = {getattr(task.task, role) for task in before}
    return said.pop() if held and was == {held} and len(said) == 1 else held


def _placed(task: PlannedTask, groups: list[TaskGroup], study: Study) -> list[TaskGroup]:
    """Return the groups with a task at the end of its criterion, which is added if need be."""
    line = study.of(task.index).ledger.line(task.code)
    assert line is not None
    for place, group in enumerate(groups):
        for number, row in enumerate(group.rows):
            if any(item.code == task.code for item in row.criteria):
                longer = replace(row, tasks=(*row.tasks, task), see="")
                rows = (*group.rows[:number], longer, *group.rows[number + 1 :])
                return [*groups[:place], replace(group, rows=rows), *groups[place + 1 :]]
    row = TaskRow((Criterion(line.code, line.criterion.name),), (task,))
    top = _top(line, study.of(task.index))
    for place, group in enumerate(groups):
        if group.code == top.code:
            longer_group = replace(group, rows=(*group.rows, row))
            return [*groups[:place], longer_group, *groups[place + 1 :]]
    return [*groups, TaskGroup(top.code, top.criterion.name, (row,))]


def _top(line: Line, item: IndexStudy) -> Line:
    """Return the first-level line that a line is below, itself if it is one."""
    while line.criterion.level > 1 and (above := item.ledger.line(line.criterion.parent or "")):
        line = above
    return line


def _served(item: IndexStudy, tasks: tuple[PlannedTask, ...]) -> IndexStudy:
    """Return the study of an index with other tasks, who answers for what, and what is left."""
    if tasks == item.tasks:
        return item
    covered = {code for task in tasks for code in task.deficits}
    here = {task.task.id for task in tasks}
    choice = replace(
        item.choice,
        tasks=tuple(one for one in item.choice.tasks if one.task.id in here),
        uncovered=tuple(one.code for one in item.choice.deficits if one.code not in covered),
        orphans=tuple(task.task.id for task in tasks if not task.deficits),
    )
    return replace(item, tasks=tasks, choice=choice, leads=_leads(item, tasks))


def _leads(item: IndexStudy, tasks: Iterable[PlannedTask]) -> dict[str, tuple[str, ...]]:
    """Return who answers for each criterion; what no task tells anew stays as it was."""
    leads = dict(item.leads)
    now, before = _by_code(tasks), _by_code(item.tasks)
    changed = {code for code, names in now.items() if code and names != before.get(code)}
    leads |= {code: now[code] for code in changed}
    for line in item.ledger.lines:
        below = [child.code for child in item.ledger.children(line.code)]
        if line.criterion.level == 1 and changed & {line.code, *below}:
            own = now.get(line.code, ())
            leads[line.code] = union((own, *(leads.get(code, ()) for code in below)))
    return leads


def _by_code(tasks: Iterable[PlannedTask]) -> dict[str, tuple[str, ...]]:
    leads: dict[str, tuple[str, ...]] = {}
    for task in tasks:
        leads[task.code] = union((leads.get(task.code, ()), task.task.lead))
    return leads
