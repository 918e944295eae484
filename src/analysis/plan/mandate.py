"""What a dependent plan rests on: the body, the provincial plan, and the tasks it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.plan import messages
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from analysis.plan.study import PlannedTask

Level = Literal["department", "district", "commune"]
Part = Literal["act", "lead", "implement", "coordinate"]


@dataclass(frozen=True, slots=True)
class Body:
    """A department, district or commune whose plan it is.

    `name` is the body's (``Sở Nội vụ``, ``UBND huyện Bình Gia``), `place` the district's or
    commune's (``huyện Bình Gia``; empty for a department). `issuer` are the printed lines of its
    letterhead, `superior` the body above, `seat` the place name before the date, `symbol` its part
    of the plan's number. `focal` is the division that follows the plan, `units` all its parts,
    `below` the bodies under it.
    """

    code: str
    name: str
    level: Level
    place: str
    issuer: tuple[str, ...]
    superior: str
    seat: str
    symbol: str
    head: str
    focal: str
    units: str
    below: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A provincial task as one body has it: what it does in it, in its own words.

    `part` is the body's share: it acts itself, leads others, carries out or helps. `group` is the
    title it is printed under, `division` the part of the body that answers for it. `source` is the
    library's task for this level whose words say how the body carries its share out.
    """

    task: PlannedTask
    part: Part
    text: str
    deadline: str
    product: str
    group: str
    division: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When the provincial plan wants a dependent plan, and its results."""

    subplan: date
    results: date


@dataclass(frozen=True, slots=True)
class Mandate:
    """The body, the citation of the plan it carries out, and its tasks in the plan's order.

    `due` are the days by which the provincial plan asks for this plan and for its results,
    `indices` what that plan is about.
    """

    body: Body
    parent: str
    assigned: tuple[Assigned, ...]
    words: Mapping[str, str]
    due: Due
    indices: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What the drafter is told beside the citation of the provincial plan."""
        return messages.PARENT_NOTE.format(
            subplan_date=short_date(self.due.subplan), completion_date=short_date(self.due.results)
        )
