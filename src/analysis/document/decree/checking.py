"""Checking a Word file: every rule asked about every component, in the order of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.anatomy import read_anatomy
from analysis.document.decree.case import Case, Hit, Medium, Stage
from analysis.document.decree.reading import read_document
from analysis.document.decree.rules import CHECKS
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.document.decree.rulebook import Profile, Rule, Severity
    from analysis.reference.places import Places

ALONE = ("KHAC-02", "META-01")
"""Rules whose breach means that the others do not apply."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule in a file: where, what stands there, what the rule asks for."""

    file: str
    rule: str
    severity: Severity
    component: str
    place: str
    found: str
    expected: str
    message: str


def check(
    path: Path,
    *,
    rules: Sequence[Rule],
    stage: Stage = "draft",
    medium: Medium | None = None,
    profile: Profile | None = None,
    places: Places | None = None,
) -> tuple[Finding, ...]:
    """Return what in a plan is not as Decree 30/2020/NĐ-CP asks.

    Parameters
    ----------
    path
        A .docx of any origin.
    rules
        The rules, from `read_rules`.
    stage
        In a ``draft`` number, day and the signatory's name may be blank; ``issued`` has them.
    medium
        ``paper`` or ``electronic``, None when it is not known.
    profile
        The deviations that the office accepts; they are not reported.
    places
        The register of provinces; without it no name of a province is judged.

    Returns
    -------
    tuple of Finding
        In the order of the rules, then of the document. A document with a secrecy mark, or of a
        kind that the decree does not govern, has that one finding.

    Raises
    ------
    FaultsError
        DC-01 to DC-05 when the file cannot be read, DC-12 and DC-13 when the rules lack something.
    """
    missing = sorted(set(CHECKS) - {rule.id for rule in rules})
    if missing:
        raise FaultsError(*(m.RULE_MISSING.at(Place(), id=id_) for id_ in missing))
    document = read_document(path)
    case = Case(read_anatomy(document), stage=stage, medium=medium, places=places)
    accepted = frozenset[str]() if profile is None else profile.accepted()
    alone = [rule for rule in rules if rule.id in ALONE and rule.id not in accepted]
    if found := _findings(case, alone, document.file):
        return found
    asked = [rule for rule in rules if rule.id in CHECKS and rule.id not in accepted]
    return _findings(case, asked, document.file)


def _findings(case: Case, rules: Sequence[Rule], file: str) -> tuple[Finding, ...]:
    return tuple(
        _finding(rule, hit, file)
        for rule in rules
        for hit in dict.fromkeys(CHECKS[rule.id](case, rule))
    )


def _finding(rule: Rule, hit: Hit, file: str) -> Finding:
    return Finding(
        file=file,
        rule=rule.id,
        severity=hit.severity or rule.severity,
        component=rule.component,
        place=hit.place,
        found=hit.found,
        expected=hit.expected,
        message=hit.message or rule.message,
    )
