"""Tasks laid out as a plan shows them: groups of rows, a row of criteria that share tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, PlannedTask


@dataclass(frozen=True, slots=True)
class Roles:
    """Who leads, carries out and helps, by printed name."""

    lead: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion as the plan names it; its code is empty where the edition has none for it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Criteria that share tasks: one with several tasks, or several with one task.

    A row without tasks refers elsewhere: to the criterion `see` whose tasks serve it too, or by a
    `note` of the plan's own. With tasks, the note introduces them.
    """

    criteria: tuple[Criterion, ...]
    tasks: tuple[PlannedTask, ...]
    note: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A dimension, field or content, or a group of activities; `roles` hold for all its tasks."""

    code: str
    title: str
    rows: tuple[TaskRow, ...]
    roles: Roles = Roles()

    def tasks(self) -> tuple[PlannedTask, ...]:
        """Return the group's tasks in order."""
        return tuple(task for row in self.rows for task in row.tasks)


@dataclass(frozen=True, slots=True)
class TaskPart:
    """The groups of one index (by its short name), of the activities or of the contents."""

    part: str
    groups: tuple[TaskGroup, ...]

    def tasks(self) -> tuple[PlannedTask, ...]:
        """Return the part's tasks in order."""
        return tuple(task for group in self.groups for task in group.tasks())


def library_part(item: IndexStudy) -> TaskPart:
    """Return the tasks chosen for an index, laid out by its first-level criteria.

    Every first-level criterion with tasks is a group; a criterion whose tasks are printed under
    another one refers to that.
    """
    printed = {code: task.code for task in item.tasks for code in task.deficits}
    groups = []
    for top in item.ledger.lines:
        if top.criterion.level != 1 or top.kind != "criterion":
            continue
        lines = (top, *item.ledger.children(top.code))
        rows = tuple(row for line in lines if (row := _row(line, item, printed)))
        if any(row.tasks for row in rows):
            groups.append(TaskGroup(top.code, top.criterion.name, rows))
    return TaskPart(item.index, tuple(groups))


def _row(line: Line, item: IndexStudy, printed: dict[str, str]) -> TaskRow | None:
    criteria = (Criterion(line.code, line.criterion.name),)
    if tasks := item.tasks_under(line.code):
        return TaskRow(criteria, tasks)
    if line.code in printed:
        return TaskRow(criteria, (), see=printed[line.code])
    return None


def scoped(task: PlannedTask, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names with what each does in brackets, where the task says so."""
    return tuple(f"{name} ({task.scope[name]})" if name in task.scope else name for name in names)


def union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return all names in order, each once.

    Examples
    --------
    >>> union([("a", "b"), ("b", "c")])
    ('a', 'b', 'c')
    """
    return tuple(dict.fromkeys(name for group in groups for name in group))


def roles_of(tasks: Iterable[PlannedTask]) -> Roles:
    """Return the roles of several tasks together; nobody stands in two of them."""
    tasks = list(tasks)
    lead = union(task.task.lead for task in tasks)
    implementers = _without(union(task.task.implementers for task in tasks), lead)
    coordinators = union(task.task.coordinators for task in tasks)
    helpers = _without(coordinators, (*lead, *implementers))
    return Roles(*(_told(names, tasks) for names in (lead, implementers, helpers)))


def _told(names: tuple[str, ...], tasks: list[PlannedTask]) -> tuple[str, ...]:
    """Return names with what the tasks say of each."""
    return union(
        scoped(next((task for task in tasks if name in task.scope), tasks[0]), (name,))
        for name in names
    )


def _without(names: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)
