"""Everything computed for one unit and plan year: what the plan, the page and facts.json show."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.scores import DataFiles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from analysis.deficits import Field, Ledger, Reconciliation, Target
    from analysis.errors import Fault
    from analysis.plan.details import Goal
    from analysis.plan.programme import TaskPart
    from analysis.plan.yearly import LastYear
    from analysis.reference import Directory, Province
    from analysis.tasks import Choice, WordedTask


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task of the plan: printed under criterion `code`, serving the criteria in `deficits`.

    `functions` are the bodies in each role as the library or the plan names them (``lead``,
    ``actors``, ``implementers``, ``coordinators``); `task` has their names. `paragraphs` are the
    lines of a table's cell, the task without its actor. `as_above` are the cells merged with the
    task above, `scope` what each of several leads does, by name. `note` asks the drafter about
    the lead (a Word comment).
    """

    index: str
    code: str
    deficits: tuple[str, ...]
    task: WordedTask
    functions: Mapping[str, tuple[str, ...]]
    paragraphs: tuple[str, ...]
    as_above: tuple[str, ...] = ()
    scope: Mapping[str, str] = dataclasses.field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndexStudy:
    """One index: its ledger, targets, deficits and tasks, and what was printed elsewhere.

    `region` holds the codes of the provinces of the unit's region, in the result year's set.
    `history` holds the fields of every year held up to the result year, oldest first, as far as
    the unit can stand in them: a unit formed by a merger has none from before. `leads` names, by
    criterion code, the agencies that answer for it: those of the chosen tasks, else those of the
    library's tasks for it; a field or dimension has those of its criteria. `neighbours` are the
    names of the region's provinces by code, `names` those of all provinces of the result year.
    """

    ledger: Ledger
    field: Field
    region: tuple[str, ...]
    history: tuple[Field, ...]
    targets: tuple[Target, ...]
    choice: Choice
    tasks: tuple[PlannedTask, ...]
    reconciliation: tuple[Reconciliation, ...]
    leads: Mapping[str, tuple[str, ...]]
    neighbours: Mapping[str, str] = dataclasses.field(default_factory=dict)
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def index(self) -> str:
        """The index's short name."""
        return self.ledger.index

    def target(self, code: str) -> Target | None:
        """Return the target of a line."""
        return next((target for target in self.targets if target.code == code), None)

    def tasks_under(self, code: str) -> tuple[PlannedTask, ...]:
        """Return the tasks printed under a criterion."""
        return tuple(task for task in self.tasks if task.code == code)


@dataclass(frozen=True, slots=True)
class Study:
    """A unit in a plan year.

    `unit` is the unit on the plan's date `day`; `former` are the studies of the provinces it was
    formed from, when it was formed from several. `result_year` is the year of the results, which
    is the year before the plan or the newest held. `parts` lay the tasks out as the plan shows
    them, in the form named `form`. `last_year` is the plan before it. `goals` are what was decided
    for whole indices. `warnings` were noticed and not refused. `files` tell where the figures
    stand.
    """

    unit: Province
    day: date
    plan_year: int
    result_year: int
    directory: Directory
    indices: tuple[IndexStudy, ...]
    former: tuple[Study, ...]
    warnings: tuple[Fault, ...]
    parts: tuple[TaskPart, ...] = ()
    form: str = ""
    last_year: LastYear | None = None
    goals: tuple[Goal, ...] = ()
    files: DataFiles = dataclasses.field(default_factory=DataFiles)

    def of(self, index: str) -> IndexStudy:
        """Return the study of one index."""
        return next(study for study in self.indices if study.index == index)

    def part(self, name: str) -> TaskPart | None:
        """Return the tasks of an index, of the activities or of the contents, if there are any."""
        return next((part for part in self.parts if part.part == name), None)
