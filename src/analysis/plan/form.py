"""A plan form as data: its prose with placeholders, and what one plan adds to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from analysis.errors import FaultsError, Place
from analysis.plan import messages
from analysis.reference import IndexName
from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Party(Strict):
    """A party of the organisation section and its duties."""

    party: str
    duties: tuple[str, ...]


class Form(Strict):
    """The prose of a form; every text may hold placeholders in braces."""

    form: str
    name: str
    issuer_level: Literal["province"]
    kind: str
    title: str
    promulgation: str
    purpose: tuple[str, ...]
    targets_intro: str | None
    keep_score: str
    keep_score_leads: dict[str, tuple[str, ...]]
    remedy: str
    remedy_unallocated: str
    completion: str
    organisation: tuple[Party, ...]
    closing: str
    recipients: tuple[str, ...]
    subplan_date: tuple[int, int]
    completion_date: tuple[int, int]

    def texts(self) -> Iterator[str]:
        """Yield every text that may hold placeholders."""
        yield from (self.title, self.promulgation, *self.purpose, self.targets_intro or "")
        yield from (self.keep_score, self.remedy, self.remedy_unallocated, self.completion)
        for party in self.organisation:
            yield from (party.party, *party.duties)
        yield from (self.closing, *self.recipients)


class IndexTarget(Strict):
    """What an index should reach: in the group of N highest, or in a named group, or both."""

    index: IndexName
    top_n: int | None = Field(default=None, ge=1)
    group: str | None = None


class PlanDetails(Strict):
    """What one plan adds to its form."""

    unit_set: str
    unit_code: str
    plan_year: int
    form: str
    print_published: bool = False
    targets: tuple[IndexTarget, ...] = ()
    criterion_targets: dict[IndexName, dict[str, float]] = Field(default_factory=dict)
    subplan_date: date | None = None
    completion_date: date | None = None
    source: str


def read_form(path: Path) -> Form:
    """Return a form from its YAML file.

    Raises
    ------
    FaultsError
        RF-01 to RF-03; PL-01 for a brace that is not closed.
    """
    form = validated(Form, read_yaml(path), file=path.name)
    broken = [text for text in form.texts() if text.count("{") != text.count("}")]
    if broken:
        place = Place(file=path.name)
        raise FaultsError(*(messages.BRACE_OPEN.at(place, text=text[:60]) for text in broken))
    return form


def filled(text: str, words: Mapping[str, str], *, file: str) -> str:
    """Return `text` with its placeholders filled.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning.
    """
    try:
        return text.format_map(words)
    except KeyError as error:
        name = str(error.args[0])
        raise FaultsError(messages.PLACEHOLDER_UNKNOWN.at(Place(file=file), name=name)) from error


def read_details(path: Path) -> PlanDetails:
    """Return what one plan adds to its form.

    Raises
    ------
    FaultsError
        RF-01 to RF-03.
    """
    return validated(PlanDetails, read_yaml(path), file=path.name)
