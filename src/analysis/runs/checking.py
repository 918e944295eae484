"""Checking Word files against Decree 30: any number of them, each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.document.decree import check, read_profile, read_rules, report_json
from analysis.errors import FaultsError
from analysis.review import findings_page
from analysis.runs import messages
from analysis.runs.inputs import read_register
from analysis.runs.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.document.decree import Finding
    from analysis.document.decree.case import Stage
    from analysis.errors import Fault
    from analysis.runs.paths import Paths


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in the files, and why some could not be read."""

    findings: tuple[Finding, ...]
    unreadable: tuple[Fault, ...]

    @property
    def wrong(self) -> bool:
        """Whether a stated requirement is broken."""
        return any(finding.severity == "error" for finding in self.findings)


def check_files(
    files: Sequence[Path], *, paths: Paths, stage: Stage, profile: Path | None = None
) -> Checked:
    """Return what is wrong with each file; one that cannot be read does not stop the others.

    Raises
    ------
    FaultsError
        Faults of the rules, the register or the profile.
    """
    rules = read_rules(paths.reference / "decree30.yml")
    places = read_register(paths).places
    accepted = None if profile is None else read_profile(profile, rules=rules)
    findings: list[Finding] = []
    unreadable: list[Fault] = []
    for path in files:
        try:
            findings += check(path, rules=rules, stage=stage, profile=accepted, places=places)
        except FaultsError as error:
            unreadable += error.faults
    return Checked(tuple(findings), tuple(unreadable))


def write_findings(checked: Checked, path: Path, *, paths: Paths) -> None:
    """Write the findings as a page that works offline.

    Raises
    ------
    FaultsError
        RN-04 when another program holds the file.
    """
    style = (paths.templates / "bao-cao" / "trang.css").read_text(encoding="utf-8")
    text = findings_page(report_json(checked.findings), title=messages.CHECK_TITLE, style=style)
    write_text(path, text)
