"""Checking a template before anybody uses it: all that is wrong with it, in one go."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document import template_messages as tm
from analysis.document.decree import check
from analysis.document.engine import inspected
from analysis.document.render import STYLES
from analysis.document.sections import prototypes
from analysis.document.tags import leaves
from analysis.document.trial import tried
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.decree import Rule
    from analysis.document.engine import Inspection
    from analysis.plan.text import PlanText


def check_template(path: Path, *, sample: PlanText, rules: Sequence[Rule]) -> tuple[Fault, ...]:
    """Return everything that is wrong with a template, errors before warnings.

    Parameters
    ----------
    path
        A .docx file of any origin.
    sample
        A plan with every kind of content, to print the template with. It breaks no rule of form by
        its own words, so what the print breaks is the template's.
    rules
        The rules of form of Decree 30/2020/NĐ-CP.

    Returns
    -------
    tuple of Fault
        What the package may not bring along, faulty tags, missing styles and sections; without any
        of these, what the printed sample lacks, and what of it is not as the decree asks. Then
        warnings: tags that Word cut or curled, names of the plan that are never used. Tags are told
        with paragraph and heading, of the template; breaches of the decree with those of the print.

    Raises
    ------
    FaultsError
        DO-01, DO-02, DO-40 when the file is missing, damaged or too large: it cannot be judged.
    """
    inspection = inspected(path)
    faults = [*inspection.faults, *_missing(inspection, path)]
    if not faults:
        try:
            faults += _breaches(tried(path, sample), rules, file=path.name)
        except FaultsError as error:
            faults += error.faults
    faults += inspection.warnings
    if not _half_read(inspection):
        faults += _unused(inspection.paths, file=path.name)
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.severity != "error"))


def _breaches(printed: bytes, rules: Sequence[Rule], *, file: str) -> Iterator[Fault]:
    """Yield what in the printed sample is not as the rules of form ask, but for mere remarks."""
    entries = {"error": tm.RULE_BROKEN, "warning": tm.RULE_DOUBTED}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "in-thu.docx"
        path.write_bytes(printed)
        findings = check(path, rules=rules)
    for finding in findings:
        if finding.severity in entries:
            yield entries[finding.severity].at(
                Place(file=file, detail=tm.PLACE.format(place=finding.place)),
                rule=finding.rule,
                message=finding.message,
                found=tm.FOUND.format(found=finding.found) if finding.found else "",
                expected=tm.EXPECTED.format(expected=finding.expected) if finding.expected else "",
            )


def _half_read(inspection: Inspection) -> bool:
    """Return whether broken tags kept others from being read."""
    return any(fault.code == m.TAG_BROKEN.code for fault in inspection.faults)


def _missing(inspection: Inspection, path: Path) -> Iterator[Fault]:
    place = Place(file=path.name)
    names = dict.fromkeys(STYLES)
    yield from (m.STYLE_MISSING.at(place, name=n) for n in names if n not in inspection.styles)
    try:
        prototypes(inspection.opened.docx.element.body, file=path.name)
    except FaultsError as error:
        yield from error.faults


def _unused(paths: frozenset[str], *, file: str) -> Iterator[Fault]:
    """Yield the names of a plan that nothing asks for; of a list that is not used, only its own."""
    for name in dict.fromkeys(_first_unused(leaf, paths) for leaf in leaves()):
        if name:
            yield m.NAME_UNUSED.at(Place(file=file), name=name.replace("[]", ""))


def _first_unused(leaf: str, paths: frozenset[str]) -> str:
    """Return the outermost part of a path that nothing asks for, empty when all is asked for.

    Examples
    --------
    >>> _first_unused("body[].text", frozenset({"body", "body[]", "body[].kind"}))
    'body[].text'
    >>> _first_unused("body[].text", frozenset())
    'body'
    """
    ends = [at for at, letter in enumerate(leaf) if letter in "[."]
    return next((leaf[:end] for end in (*ends, len(leaf)) if leaf[:end] not in paths), "")
