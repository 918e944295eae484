"""The plan as the checks look at it: each task once, each deadline read, each lead told apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.plan.deadlines import read_deadline
from analysis.plan.judging.model import Spot
from analysis.plan.sheet_rows import studied
from analysis.plan.vacancies import every_task
from analysis.vietnamese import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.deficits import Ledger, Line
    from analysis.plan.deadlines import Reading
    from analysis.plan.study import IndexStudy, PlannedTask, Study

_LABEL = 90
# Words that only names for several bodies have; the register does not know each of them.
_SEVERAL = ("cac ", "ubnd cac ", "nhung ")
_LEVELS = (" cap huyen", " cap xa", " cac cap")


@dataclass(frozen=True)
class Looked:
    """A study with what several checks need of it."""

    study: Study

    @cached_property
    def tasks(self) -> tuple[PlannedTask, ...]:
        """The plan's tasks, each once."""
        return every_task(self.study)

    @cached_property
    def items(self) -> tuple[IndexStudy, ...]:
        """The indices that the plan is about."""
        return studied(self.study)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """What the deadline of each task says, by the task's id."""
        year = self.study.plan_year
        return {one.task.id: read_deadline(one.task.deadline, year=year) for one in self.tasks}

    def single(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names that mean one body each."""
        return tuple(name for name in names if name not in self._several)

    @cached_property
    def _several(self) -> frozenset[str]:
        """The names of leads that mean several bodies, each of which leads within its own field."""
        directory = self.study.directory
        known = directory.agencies.functions()
        codes = {code for one in self.tasks for code in one.functions.get("lead", ())} & known
        told = {directory.name(code): _means_several(code, self.study) for code in codes}
        names = {name for one in self.tasks for name in one.task.lead}
        return frozenset(name for name in names if told.get(name) or reads_several(name))


def _means_several(function: str, study: Study) -> bool:
    members = study.directory.members(function)
    return bool(members.localities or members.reason) or len(members.agencies) != 1


def reads_several(name: str) -> bool:
    """Return whether a name reads as one for several bodies.

    Examples
    --------
    >>> reads_several("các sở, ban, ngành"), reads_several("Phòng Tư pháp cấp huyện")
    (True, True)
    >>> reads_several("Sở Nội vụ")
    False
    """
    folded = fold(name)
    return name[:1].islower() or folded.startswith(_SEVERAL) or folded.endswith(_LEVELS)


def task_name(task: PlannedTask) -> str:
    """Return a task's short name, cut where it is long."""
    return shorten(nfc(task.task.activity), _LABEL, placeholder="…").rstrip(".")


def task_spot(task: PlannedTask) -> Spot:
    """Return the place of a task."""
    return Spot("task", task.index, task.task.id, task_name(task))


def line_spot(item: IndexStudy, line: Line) -> Spot:
    """Return the place of a line of the ledger."""
    name = line.criterion.name if line.criterion.level else item.index
    return Spot("line", item.index, line.code, name)


def above(ledger: Ledger, code: str) -> tuple[Line, ...]:
    """Return the lines above a criterion, the nearest first, without the index itself."""
    found: list[Line] = []
    line = ledger.line(code)
    while line is not None and line.criterion.parent is not None:
        line = ledger.line(line.criterion.parent)
        if line is not None and line.criterion.level > 0:
            found.append(line)
    return tuple(found)
