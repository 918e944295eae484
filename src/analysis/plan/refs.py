"""Which cells of the drafter's workbook a printed text shows: ``tasks/<id>/<column>``.

A reference without a column, ``tasks/<id>``, is a task told in one text: its sentence, its deadline
and its product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan.sheets import layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.study import PlannedTask

_TASK_COLUMNS = frozenset(column.key for column in layout("tasks").columns)


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell: its sheet, the id of its row, its column; a whole task has no column."""

    sheet: str
    row: str
    column: str = ""


def task_refs(tasks: Iterable[PlannedTask], column: str = "") -> tuple[str, ...]:
    """Return the references of one column of some tasks, or of the whole tasks.

    A task without a short name of its own shows its text in that column.
    """
    found = []
    for task in tasks:
        named = column != "activity" or task.task.activity != "\n".join(task.paragraphs)
        shown = column if named else "text"
        found.append("/".join(filter(None, ("tasks", task.task.id, shown))))
    return tuple(dict.fromkeys(found))


def target_ref(key: str) -> str:
    """Return the reference of the target in a row of the sheet of targets."""
    return f"targets/{key}/target"


def information_ref(key: str) -> str:
    """Return the reference of a part of the letter."""
    return f"information/{key}/value"


def read_ref(text: str) -> Ref:
    """Return the cell that a reference names.

    Examples
    --------
    >>> read_ref("tasks/nv-1/deadline")
    Ref(sheet='tasks', row='nv-1', column='deadline')
    >>> read_ref("tasks/nv-1")
    Ref(sheet='tasks', row='nv-1', column='')
    """
    sheet, _, rest = text.partition("/")
    row, _, column = rest.rpartition("/")
    if not row or (sheet == "tasks" and column not in _TASK_COLUMNS):
        return Ref(sheet, rest)
    return Ref(sheet, row, column)
