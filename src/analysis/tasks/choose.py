"""Deficits → tasks, and coverage both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.tasks.library import reference_of

if TYPE_CHECKING:
    from analysis.deficits import Ledger, Line
    from analysis.tasks.library import Library, Task
    from analysis.tasks.rules import Choosing


@dataclass(frozen=True, slots=True)
class Deficit:
    """A line that the rules call a deficit, and why."""

    code: str
    key: str
    name: str
    lost: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChosenTask:
    """A task of the plan: under which criterion it is printed and which deficits it serves."""

    task: Task
    code: str
    deficits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Deficits of one index and the tasks chosen for them, in the order of the criteria.

    `uncovered` are deficits without a task, `orphans` tasks without a deficit.
    """

    index: str
    deficits: tuple[Deficit, ...]
    tasks: tuple[ChosenTask, ...]
    uncovered: tuple[str, ...]
    orphans: tuple[str, ...]

    def under(self, code: str) -> tuple[ChosenTask, ...]:
        """Return the tasks printed under one criterion."""
        return tuple(item for item in self.tasks if item.code == code)


def choose(
    ledger: Ledger,
    *,
    library: Library,
    choosing: Choosing,
    level: str = "province",
    finished: frozenset[str] = frozenset(),
) -> Choice:
    """Return the deficits of a ledger and the tasks for them.

    Parameters
    ----------
    ledger
        The ledger of one index.
    library
        The task library.
    choosing
        The rules: what a deficit is, and how many tasks each gets at most.
    level
        The level of the plan; only tasks worded for it are taken.
    finished
        Tasks that last year's plan finished or gave up: they are not taken again.

    Notes
    -----
    A task is printed once, under the first deficit it was chosen for; the other deficits that it
    is tied to count as served by it too.
    """
    deficits = tuple(
        Deficit(line.code, line.criterion.key, line.criterion.name, line.lost, reasons)
        for line in ledger.lines
        if _is_judged(line, ledger, choosing)
        if (reasons := choosing.reasons(line, ledger))
    )
    references = {reference_of(ledger.index, item.key): item.code for item in deficits}
    most = choosing.tasks_per_deficit[ledger.edition.index.index]
    chosen: dict[str, ChosenTask] = {}
    for reference, code in references.items():
        fitting = [
            task
            for task in library.serving(reference)
            if level in task.levels and task.id not in finished
        ]
        fresh = [task for task in fitting if task.id not in chosen][:most]
        for task in fresh:
            served = tuple(references[name] for name in task.criteria if name in references)
            chosen[task.id] = ChosenTask(task, code, served)
    covered = {code for item in chosen.values() for code in item.deficits}
    return Choice(
        index=ledger.index,
        deficits=deficits,
        tasks=tuple(chosen.values()),
        uncovered=tuple(item.code for item in deficits if item.code not in covered),
        orphans=tuple(item.task.id for item in chosen.values() if not item.deficits),
    )


def _is_judged(line: Line, ledger: Ledger, choosing: Choosing) -> bool:
    """Return whether the rules look at a line: its index's level, or higher if it has no parts."""
    if line.kind != "criterion" or line.criterion.level == 0:
        return False
    level = choosing.level[ledger.edition.index.index]
    parts = ledger.edition.children(line.code)
    return line.criterion.level == level or (line.criterion.level < level and not parts)
