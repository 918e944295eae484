"""What one plan adds to its form: ``data/raw/plans/<name>/plan.yml``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from analysis.plan import messages
from analysis.plan.nodes import Item
from analysis.reference import IndexName
from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from pathlib import Path

ConditionKind = Literal[
    "top",
    "top_range",
    "group",
    "group_at_least",
    "score_at_least",
    "percent_above",
    "percent_at_least",
    "delta_score",
    "delta_rank",
    "delta_rank_range",
    "rank",
    "rank_range",
    "region_rank",
    "first_in_region",
    "above_mean",
    "keep",
    "all_tasks",
    "qualitative",
]

_NEEDS: dict[ConditionKind, tuple[str, ...]] = {
    "top": ("value",),
    "top_range": ("low", "high"),
    "group": ("label",),
    "group_at_least": ("label",),
    "score_at_least": ("value",),
    "percent_above": ("value",),
    "percent_at_least": ("value",),
    "delta_score": ("value",),
    "delta_rank": ("value",),
    "delta_rank_range": ("low", "high"),
    "rank": ("value",),
    "rank_range": ("low", "high"),
    "region_rank": ("value",),
    "qualitative": ("label",),
}


class Condition(Strict):
    """One condition of a target; a target's conditions must all hold."""

    kind: ConditionKind
    value: float | None = None
    low: int | None = None
    high: int | None = None
    label: str | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Condition:
        missing = [name for name in _NEEDS.get(self.kind, ()) if getattr(self, name) is None]
        if missing:
            raise ValueError(
                messages.CONDITION_NEEDS.format(kind=self.kind, missing=", ".join(missing))
            )
        return self


class Goal(Strict):
    """What an index should reach; `gloss` explains it in brackets."""

    index: IndexName
    conditions: tuple[Condition, ...] = Field(min_length=1)
    gloss: str | None = None


class Citation(Strict):
    """A document that the plan rests on, carries out or names; a part not known is null."""

    type: str
    symbol: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    subject: str | None = None


class PartyDuties(Strict):
    """A party of the organisation section and its duties."""

    party: str
    duties: tuple[Item, ...] = Field(min_length=1)


class AgencyDuties(Strict):
    """Duties of one agency, named by its function."""

    agency: str
    duties: tuple[Item, ...] = Field(min_length=1)


class ReportingDuty(Strict):
    """Who reports what, to whom, through whom, carried by which report, by when."""

    by: tuple[str, ...]
    to: str | None = None
    via: str | None = None
    content: Literal["subplan", "results", "difficulties", "explanation"]
    carrier: str | None = None
    when: str | None = None


class NoteAfter(Strict):
    """A footnote whose mark stands after the first occurrence of `after` in the plan."""

    after: str
    text: str


class Signatory(Strict):
    """Who signs: the head, or a deputy for the head (KT.); an unknown name is empty."""

    deputy: bool = False
    name: str | None = None


class PlanDetails(Strict):
    """What one plan adds to its form.

    `indices` are those the plan is about (the form's, if none are named). `agency` is the function
    of the department, `place` the district or commune whose plan it is.
    `texts` replaces the form's texts by their names, `contents` the text under a dimension or
    content (by its reference), `bodies` names bodies of this plan's own, such as the divisions of
    a department, for use like functions. `documents` are cited by ``{key}``.
    """

    unit_set: str
    unit_code: str
    plan_year: int = Field(ge=2000, le=2100)
    form: str
    source: str
    indices: tuple[IndexName, ...] = ()
    agency: str | None = None
    place: str | None = None
    and_following: bool = False
    state: Literal["draft", "issued"] = "draft"
    number: str | None = None
    date: dt.date | None = None
    month: int | None = Field(default=None, ge=1, le=12)
    title: str | None = None
    print_published: bool = False
    executes: tuple[str, ...] = ()
    previous: str | None = None
    targets: tuple[Goal, ...] = ()
    criterion_targets: dict[IndexName, dict[str, float]] = Field(default_factory=dict)
    subplan_date: dt.date | None = None
    completion_date: dt.date | None = None
    documents: dict[str, Citation] = Field(default_factory=dict)
    bodies: dict[str, str] = Field(default_factory=dict)
    texts: dict[str, tuple[Item, ...]] = Field(default_factory=dict)
    contents: dict[str, tuple[Item, ...]] = Field(default_factory=dict)
    duties: tuple[PartyDuties, ...] = ()
    agency_duties: tuple[AgencyDuties, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    footnotes: tuple[NoteAfter, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str | None = None
    signatory: Signatory = Signatory()
    ours: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_known_documents(self) -> PlanDetails:
        named = (*self.executes, *((self.previous,) if self.previous else ()))
        if unknown := [key for key in named if key not in self.documents]:
            raise ValueError(messages.DOCUMENT_UNKNOWN.format(keys=", ".join(unknown)))
        if self.state == "issued" and (self.number is None or self.date is None):
            raise ValueError(messages.ISSUED_NEEDS)
        return self


_DECISIONS = (
    "unit_set",
    "unit_code",
    "plan_year",
    "form",
    "source",
    "print_published",
    "targets",
    "criterion_targets",
    "subplan_date",
    "completion_date",
)


def decisions(details: PlanDetails) -> PlanDetails:
    """Return what was decided for a plan (targets, dates) without its wording and number.

    A new plan of the unit starts from them; the wording of the plan that has them stays its own.
    """
    return PlanDetails(**{name: getattr(details, name) for name in _DECISIONS})


def read_details(path: Path) -> PlanDetails:
    """Return what one plan adds to its form.

    Raises
    ------
    FaultsError
        RF-01 to RF-03.
    """
    return validated(PlanDetails, read_yaml(path), file=path.name)
