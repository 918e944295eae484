"""Everything computed for one unit and plan year: what the plan, the page and facts.json show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from analysis.deficits import Field, Ledger, Reconciliation, Target
    from analysis.errors import Fault
    from analysis.reference import Directory, Province
    from analysis.tasks import Choice, WordedTask


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task of the plan: printed under criterion `code`, serving the criteria in `deficits`."""

    index: str
    code: str
    deficits: tuple[str, ...]
    task: WordedTask


@dataclass(frozen=True, slots=True)
class IndexStudy:
    """One index: its ledger, targets, deficits and tasks, and what was printed elsewhere.

    `region` holds the codes of the provinces of the unit's region, in the result year's set.
    `history` holds the fields of every year held up to the result year, oldest first, as far as
    the unit can stand in them: a unit formed by a merger has none from before. `leads` names, by
    criterion code, the agencies that answer for it: those of the chosen tasks, else those of the
    library's tasks for it; a field or dimension has those of its criteria.
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
    is the year before the plan or the newest held. `warnings` were noticed and not refused.
    """

    unit: Province
    day: date
    plan_year: int
    result_year: int
    directory: Directory
    indices: tuple[IndexStudy, ...]
    former: tuple[Study, ...]
    warnings: tuple[Fault, ...]

    def of(self, index: str) -> IndexStudy:
        """Return the study of one index."""
        return next(study for study in self.indices if study.index == index)
