"""The rules as data, and an office's profile of deviations that it accepts."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from analysis.document.decree import messages as m
from analysis.errors import FaultsError, Place
from analysis.reference.files import Strict, read_yaml, validated, validated_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Severity = Literal["error", "warning", "info"]
Basis = Literal[
    "text",
    "footnote",
    "type_table",
    "diagram",
    "template",
    "example",
    "inference",
    "practice",
    "silent",
]


class Rule(Strict):
    """A rule of form.

    `clause` is where the decree says it and `basis` in what way (its text, a type table, a
    template, practice …); `values` are its measures and words; `unchecked` is the reason why no
    program judges it.
    """

    id: str = Field(pattern=r"^[A-Z]+-\d\d$")
    component: str = Field(min_length=1)
    clause: str = Field(min_length=1)
    basis: Basis
    severity: Severity
    message: str = Field(min_length=1)
    values: dict[str, Any] = Field(default_factory=dict)
    unchecked: str = ""

    def number(self, name: str) -> float:
        """Return a measure.

        Raises
        ------
        FaultsError
            DC-12 when it is missing or no number; so do the other readers of values.
        """
        found = self.values.get(name)
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise self._missing(name)
        return found

    def text(self, name: str) -> str:
        """Return a word."""
        found = self.values.get(name)
        if not isinstance(found, str):
            raise self._missing(name)
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        found = self.values.get(name)
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise self._missing(name)
        return tuple(found)

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return a list of measures."""
        found = self.values.get(name)
        if not isinstance(found, list) or not all(isinstance(n, int | float) for n in found):
            raise self._missing(name)
        return tuple(found)

    def pairs(self, name: str) -> dict[str, str]:
        """Return a table of words."""
        found = self.values.get(name)
        if not isinstance(found, dict) or not all(
            isinstance(key, str) and isinstance(word, str) for key, word in found.items()
        ):
            raise self._missing(name)
        return dict(found)

    def _missing(self, name: str) -> FaultsError:
        return FaultsError(m.VALUE_MISSING.at(Place(detail=self.id), id=self.id, name=name))


class Deviation(Strict):
    """A rule whose breach an office accepts, and why."""

    rule: str
    reason: str = Field(min_length=1)


class Profile(Strict):
    """The deviations that an office accepts."""

    office: str = Field(min_length=1)
    accepts: tuple[Deviation, ...]

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, content: object) -> object:
        if isinstance(content, dict) and isinstance(content.get("accepts"), list):
            return {**content, "accepts": tuple(content["accepts"])}
        return content

    def accepted(self) -> frozenset[str]:
        """Return the ids of the rules that are not reported."""
        return frozenset(deviation.rule for deviation in self.accepts)


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules from their YAML file.

    Raises
    ------
    FaultsError
        RF-01 to RF-03 for the file and its fields, DC-10 for an id that stands twice.
    """
    rules = validated_list(Rule, read_yaml(path), file=path.name)
    counts = Counter(rule.id for rule in rules)
    twice = [id_ for id_, count in counts.items() if count > 1]
    if twice:
        raise FaultsError(*(m.RULE_TWICE.at(Place(file=path.name), id=id_) for id_ in twice))
    return rules


def read_profile(path: Path, *, rules: Sequence[Rule]) -> Profile:
    """Return an office's profile from its YAML file.

    Parameters
    ----------
    path
        ``office`` and ``accepts``, a list of ``rule`` and ``reason``.
    rules
        The rules that there are.

    Raises
    ------
    FaultsError
        RF-01 to RF-03 for the file and its fields, one DC-11 for each rule that there is not.
    """
    profile = validated(Profile, read_yaml(path), file=path.name)
    known = [rule.id for rule in rules]
    faults = [
        m.RULE_UNKNOWN.at(Place(file=path.name), id=id_, nearest=_nearest(id_, known))
        for id_ in sorted(profile.accepted() - set(known))
    ]
    if faults:
        raise FaultsError(*faults)
    return profile


def _nearest(id_: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(id_.upper(), list(known), n=3)
    return m.NEAREST.format(names=", ".join(close)) if close else ""
