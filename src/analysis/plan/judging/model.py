"""A finding, an assumption, and the places on the page that they point to."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["red", "amber", "green"]

CheckKind = Literal[
    "uncovered",
    "orphan",
    "no_lead",
    "two_leads",
    "no_deadline",
    "too_early",
    "too_late",
    "no_product",
    "undelivered",
    "overloaded",
    "reached",
    "out_of_reach",
    "differing",
]
CHECK_KINDS: tuple[CheckKind, ...] = get_args(CheckKind)
"""Every check, in the order in which they are made."""

AssumptionKind = Literal[
    "result_year",
    "own_results",
    "scores",
    "comparable",
    "published",
    "printed",
    "targets",
    "chance",
    "leads",
    "bodies",
    "localities",
    "documents",
]
ASSUMPTION_KINDS: tuple[AssumptionKind, ...] = get_args(AssumptionKind)
"""Everything that a plan takes for granted, in the order of the register."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the reviewer's page: a task, a ledger line, its target, or a published fact.

    `key` is the task's id, the line's code, or the fact's ``code:name``; `label` is what a link to
    the place reads; where it stands in the text of the finding, it is the link.
    """

    kind: Literal["task", "line", "target", "fact"]
    index: str
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found; a green one tells what was looked at and found in order.

    `figures` are those that `what` tells, as plain data.
    """

    kind: CheckKind
    severity: Severity
    what: str
    spots: tuple[Spot, ...] = ()
    figures: Mapping[str, float | str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that the plan takes for granted: why it may not hold, and what would settle it.

    A green one has nothing to settle.
    """

    kind: AssumptionKind
    severity: Severity
    what: str
    why: str
    settle: str = ""
    spots: tuple[Spot, ...] = ()
