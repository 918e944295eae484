"""A plan's own tasks: ``data/raw/plans/<name>/tasks.yml``, laid out as its tables are.

A part (an index, or the plan's activities) has groups; a group has rows of criteria that share
tasks: one criterion with several tasks, or one task for several criteria.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from analysis.plan import messages
from analysis.reference.files import Strict, read_yaml, validated_list
from analysis.tasks import Deadline

if TYPE_CHECKING:
    from pathlib import Path

Role = Literal["lead", "implementers", "coordinators", "deadline"]


class OwnCriterion(Strict):
    """A criterion as the plan names it, and its reference where it can be told."""

    title: str
    reference: str | None = None


class OwnTask(Strict):
    """A task of the plan's own; roles hold functions (or the plan's own bodies).

    `text` are the paragraphs of the task, without the actor's name unless the task names one
    within. `as_above` are the cells that are merged with the task above; their values are then
    the task's own too. `scope` says in brackets what each of several leads does.
    """

    id: str
    text: tuple[str, ...] = Field(min_length=1)
    activity: str | None = None
    serves: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    scope: dict[str, str] = Field(default_factory=dict)
    deadline: Deadline | None = None
    products: tuple[str, ...] = ()
    product_relation: Literal["all", "any"] = "all"
    as_above: tuple[Role, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_text_is_a_list(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            return {**value, "text": [value["text"]]}
        return value


class OwnRow(Strict):
    """Criteria that share tasks; `note` refers elsewhere or introduces the tasks below it."""

    criteria: tuple[OwnCriterion, ...] = ()
    tasks: tuple[OwnTask, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> OwnRow:
        if not self.tasks and not self.note:
            raise ValueError(messages.ROW_EMPTY)
        return self


class OwnGroup(Strict):
    """A dimension, a field, or a group of activities; its roles hold for all tasks in it."""

    title: str
    reference: str | None = None
    lead: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    rows: tuple[OwnRow, ...] = Field(min_length=1)


class OwnPart(Strict):
    """One table, or the blocks of one index in the body."""

    part: Literal["PAPI", "PAR INDEX", "SIPAS", "activities", "contents"]
    groups: tuple[OwnGroup, ...] = Field(min_length=1)


def read_own_tasks(path: Path) -> tuple[OwnPart, ...]:
    """Return a plan's own tasks.

    Raises
    ------
    FaultsError
        RF-01 to RF-03.
    """
    return validated_list(OwnPart, read_yaml(path), file=path.name)
