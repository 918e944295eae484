"""What a comparison needs of facts.json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analysis.plan.sheets import names_text

if TYPE_CHECKING:
    from analysis.plan.merging import Table


class _Told(BaseModel):
    """A part of the file; what is not needed of it may be anything."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class Unit(_Told):
    """Whose plan it is."""

    code: str
    name: str
    unit_set: str


class Line(_Told):
    """The figures of an index or of a criterion."""

    score: float | None = None
    max_score: float | None = None
    lost: float | None = None
    reason: str | None = None
    rank: int | None = None
    ranked: int | None = None
    group: str | None = None
    target: float | None = None


class Criterion(Line):
    """A criterion: its `key` is what it means and stays from year to year, its `code` does not."""

    code: str
    key: str
    name: str
    breakdown: str | None = None


class Stated(_Told):
    """A figure that was published, of the criterion with a code (``0`` is the index)."""

    criterion: str
    fact: str
    published: str


class Index(Line):
    """An index and its criteria."""

    index: str
    edition: str | None = None
    reconciliation: tuple[Stated, ...] = ()
    criteria: tuple[Criterion, ...] = ()


class Former(_Told):
    """A unit that became part of the plan's, with results of its own."""

    unit: Unit
    indices: tuple[Index, ...]


class Task(_Told):
    """A task."""

    id: str
    index: str = ""
    activity: str = ""
    text: str
    lead: tuple[str, ...]
    implementers: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    deadline: str = ""
    product: str = ""


class Plan(_Told):
    """The plan as a document."""

    form: str = ""
    number: str | None = None
    date: str | None = None
    title: str = ""


class PlanFacts(_Told):
    """The facts of one plan."""

    unit: Unit
    plan_year: int
    result_year: int
    plan_date: str = ""
    indices: tuple[Index, ...] = ()
    tasks: tuple[Task, ...] = ()
    former_units: tuple[Former, ...] = Field(default=())
    plan: Plan | None = None

    def same_unit(self, other: PlanFacts) -> bool:
        """Return whether two plans are of one unit: a merged one has taken in others."""
        mine, theirs = self.unit, other.unit
        if mine == theirs:
            return True
        named = (mine.code, mine.name) == (theirs.code, theirs.name)
        return named and not self.former_units and not other.former_units


def facts_from(data: object) -> PlanFacts | None:
    """Return the facts in the content of a facts.json; None when it is something else."""
    try:
        return PlanFacts.model_validate(data)
    except ValidationError:
        return None


def task_table(facts: PlanFacts) -> Table:
    """Return the tasks as rows of the workbook's sheet."""
    return {
        task.id: {
            "index": task.index,
            "text": task.text,
            "activity": task.activity,
            "lead": names_text(task.lead),
            "implementers": names_text(task.implementers),
            "coordinators": names_text(task.coordinators),
            "deadline": task.deadline,
            "product": task.product,
        }
        for task in facts.tasks
    }
