"""Tables of tasks: one row a task, cells shared by several rows merged downward."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.plan import messages
from analysis.plan.assigning import by_group
from analysis.plan.origins import (
    assigned_origins,
    criterion_origin,
    note_origins,
    row_origins,
    task_origins,
)
from analysis.plan.programme import TaskPart, scoped
from analysis.plan.refs import task_refs
from analysis.plan.telling import told
from analysis.plan.text import Cell, Column, Row, Table
from analysis.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.plan.draft import Draft
    from analysis.plan.form import AppendixForm, Form
    from analysis.plan.programme import TaskGroup, TaskRow
    from analysis.plan.study import PlannedTask, Study
    from analysis.plan.text import Origin

_CENTRED = {"number", "deadline", "result", "maximum", "lost", "target"}
_MERGED_ROLES = {"lead": "lead", "coordination": "coordinators", "deadline": "deadline"}
"""Columns that a task may share with the task above, and the role that says so."""
_SHOWN = {
    "task": ("text",),
    "activity": ("activity",),
    "lead": ("lead",),
    "responsibility": ("lead",),
    "implementers": ("implementers",),
    "coordination": ("implementers", "coordinators"),
    "product": ("product",),
    "deadline": ("deadline",),
}
"""What of a task's row in the drafter's workbook a column shows."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A table row before its columns are chosen: values by column, and the merged ones.

    `task` is the task that the row tells of, `origins` are of every number in it.
    """

    kind: Literal["group", "data"]
    values: Mapping[str, str]
    merged: frozenset[str] = frozenset()
    note: str = ""
    task: PlannedTask | None = None
    origins: tuple[Origin, ...] = ()

    def refs(self, column: str) -> tuple[str, ...]:
        """Return the cells of the drafter's workbook that a column shows."""
        if self.task is None:
            return ()
        return tuple(ref for one in _SHOWN.get(column, ()) for ref in task_refs([self.task], one))


def task_table(draft: Draft, form: AppendixForm) -> Table:
    """Return a table of tasks: of an index, of the activities, or of a body's assigned tasks."""
    shown = {column.shows for column in form.columns}
    if form.of == "assigned":
        lines = _assigned(draft)
    else:
        part = part_of(draft.study, form.of, draft.form)
        lines = _by_activity(part) if "group" in shown else _by_criterion(part)
    columns = columns_of(draft, form)
    rows = _with_refs_of_merged([_row(line, columns) for line in _anchored(lines)])
    summary = messages.TASK_TABLE_SUMMARY.format(columns=", ".join(c.title for c in columns))
    return Table(columns=columns, rows=rows, summary=summary)


def columns_of(draft: Draft, form: AppendixForm) -> tuple[Column, ...]:
    """Return the columns of a table with their titles filled; numbers and days are centred."""
    return tuple(
        Column(
            column.shows,
            draft.fill(column.title),
            column.width,
            "center" if column.shows in _CENTRED else "left",
        )
        for column in form.columns
    )


def part_of(study: Study, name: str, form: Form) -> TaskPart:
    """Return a part of the tasks; activities that are not the plan's own are its index's tasks."""
    part = study.part(name)
    if part is None and name == "activities":
        part = study.part(form.indices[0])
    return TaskPart(name, ()) if part is None else part


def _row(line: _Line, columns: tuple[Column, ...]) -> Row:
    return Row(
        line.kind,
        tuple(
            Cell("", merged=True, refs=line.refs(column.key))
            if column.key in line.merged
            else Cell(
                line.values.get(column.key, ""),
                _note(line, column.key),
                refs=line.refs(column.key),
                origins=line.origins,
            )
            for column in columns
        ),
    )


def _with_refs_of_merged(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows; a cell that runs on below has the references of the rows it runs over."""
    below: dict[int, tuple[str, ...]] = {}
    found = []
    for row in reversed(rows):
        cells = []
        for place, cell in enumerate(row.cells):
            refs = (*cell.refs, *below.pop(place, ()))
            if cell.merged:
                below[place] = refs
            cells.append(replace(cell, refs=() if cell.merged else refs))
        found.append(replace(row, cells=tuple(cells)))
    return tuple(reversed(found))


def _anchored(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield the lines; what a task shares is merged only with a cell above that says the same."""
    above: Mapping[str, str] = {}
    for line in lines:
        own = line.values
        shared = line.merged & _MERGED_ROLES.keys() & own.keys()
        apart = {column for column in shared if above.get(column) != own[column]}
        yield replace(line, merged=line.merged - apart)
        kept = {column: above[column] for column in line.merged & above.keys()}
        above = {**kept, **own} if line.kind == "data" else {}


def _note(line: _Line, key: str) -> str | None:
    return line.note or None if key == "lead" else None


def _by_criterion(part: TaskPart) -> Iterator[_Line]:
    """Yield group rows with Roman numerals and, in each group, criteria numbered from 1."""
    numbers = criterion_numbers(part)
    for place, group in enumerate(part.groups, start=1):
        title = {"number": roman(place), "criterion": group.title, "task": group.title}
        named = (criterion_origin(group.code, group.title),)
        yield _Line("group", {**title, "task": ""}, origins=named)
        number = 0
        for row in group.rows:
            for line in _criterion_rows(row, number, numbers):
                yield replace(line, origins=row_origins(row))
            number += len(row.criteria)


def criterion_numbers(part: TaskPart) -> dict[str, str]:
    """Return where each criterion stands in its table: ``mục II.3``."""
    places = {}
    for place, group in enumerate(part.groups, start=1):
        criteria = [item for row in group.rows for item in row.criteria]
        for number, item in enumerate(criteria, start=1):
            places[item.code] = messages.TABLE_PLACE.format(group=roman(place), number=number)
    return places


def _criterion_rows(row: TaskRow, before: int, numbers: Mapping[str, str]) -> Iterator[_Line]:
    names = [
        {"number": str(before + place), "criterion": item.name}
        for place, item in enumerate(row.criteria, start=1)
    ]
    named = names[0] if names else {}
    if not row.tasks:
        yield _Line("data", {**named, "task": row.note or _see(row, numbers)})
        for name in names[1:]:
            yield _Line("data", name, frozenset({"task"}))
        return
    if row.note:
        yield _Line("data", {**named, "task": row.note})
    first, *others = row.tasks
    started = {"number", "criterion"} if row.note else set()
    values = {**named, **_cells(first)}
    yield _Line("data", values, _merged(first) | started, first.note, first)
    for task in others:
        shared = _merged(task) | {"number", "criterion"}
        yield _Line("data", _cells(task), shared, task.note, task)
    for name in names[1:]:
        yield _Line("data", name, frozenset(_cells(first)))


def _see(row: TaskRow, numbers: Mapping[str, str]) -> str:
    place = numbers.get(row.see)
    return messages.SEE_CRITERION.format(place=place) if place else ""


def _by_activity(part: TaskPart) -> Iterator[_Line]:
    """Yield one row an activity (``1.1.``), number and group merged over the group's rows."""
    for place, group in enumerate(part.groups, start=1):
        named = {"number": str(place), "group": group.title}
        started: frozenset[str] = frozenset()
        for line in _activities(place, group):
            values = {**named, **line.values}
            origins = (criterion_origin(group.code, group.title), *line.origins)
            yield replace(line, values=values, merged=line.merged | started, origins=origins)
            started = frozenset(named)


def _activities(place: int, group: TaskGroup) -> Iterator[_Line]:
    number = 0
    several = len(group.tasks()) > 1
    for row in group.rows:
        if row.note:
            values = {"activity": row.note, "task": row.note}
            yield _Line("data", values, origins=note_origins(row))
        for task in row.tasks:
            number += 1
            mark = f"{place}.{number}. " if several else ""
            cells = _cells(task)
            texts = {key: f"{mark}{cells[key]}" for key in ("activity", "task")}
            values = {**cells, **texts}
            told = task_origins([task])
            yield _Line("data", values, _merged(task), task.note, task, told)


def activity_numbers(study: Study, form: Form) -> dict[str, str]:
    """Return the number of each task in the table of activities, by task."""
    part = part_of(study, "activities", form)
    return {
        task.task.id: f"{place}.{number}" if len(group.tasks()) > 1 else str(place)
        for place, group in enumerate(part.groups, start=1)
        for number, task in enumerate(group.tasks(), start=1)
    }


def _assigned(draft: Draft) -> Iterator[_Line]:
    if (own := draft.study.part("contents")) is not None:
        yield from _own_contents(own)
        return
    assigned = () if draft.mandate is None else draft.mandate.assigned
    for place, (title, tasks) in enumerate(by_group(assigned).items(), start=1):
        named = (criterion_origin("", title),)
        yield _Line("group", {"number": roman(place), "task": title}, origins=named)
        for number, line in enumerate(told(tasks), start=1):
            values = {
                "number": str(number),
                "task": line.text,
                "product": line.product,
                "deadline": line.deadline,
                "responsibility": line.division,
            }
            yield _Line("data", values, origins=assigned_origins(line.assigned))


def _own_contents(part: TaskPart) -> Iterator[_Line]:
    """Yield the rows of the plan's own tasks; their leads are who answers for them."""
    for place, group in enumerate(part.groups, start=1):
        named = (criterion_origin(group.code, group.title),)
        yield _Line("group", {"number": roman(place), "task": group.title}, origins=named)
        for number, task in enumerate(group.tasks(), start=1):
            lead = task.task.lead or group.roles.lead
            own = {"number": str(number), "responsibility": _names(lead)}
            values = {**_cells(task), **own}
            told = task_origins([task])
            yield _Line("data", values, _merged(task), task=task, origins=told)


def _merged(task: PlannedTask) -> frozenset[str]:
    return frozenset(column for column, role in _MERGED_ROLES.items() if role in task.as_above)


def _cells(task: PlannedTask) -> dict[str, str]:
    """Return a task's cells by column; helpers of both kinds share one column."""
    worded = task.task
    helpers = (*worded.implementers, *worded.coordinators)
    return {
        "task": _paragraphs(task.paragraphs),
        "activity": worded.activity,
        "lead": _leads(task),
        "implementers": _names(worded.implementers),
        "coordination": _names(scoped(task, tuple(dict.fromkeys(helpers)))),
        "product": worded.product,
        "deadline": worded.deadline,
    }


def _paragraphs(texts: tuple[str, ...]) -> str:
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{messages.DASH_MARK}{text}" for text in texts)


def _names(names: tuple[str, ...]) -> str:
    text = "; ".join(names)
    return text[:1].upper() + text[1:]


def _leads(task: PlannedTask) -> str:
    """Return the leads of a cell; where each does another thing, one a line with what it does."""
    told = scoped(task, task.task.lead)
    if not task.scope or len(told) == 1:
        return _names(told)
    return "\n".join(f"{messages.DASH_MARK}{name}" for name in told)
