"""Checking templates from the command: each by itself, with the sample plan and the decree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.document.decree import read_rules
from analysis.document.sample import SAMPLE, read_sample
from analysis.document.template_check import check_template
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.errors import Fault, Severity
    from analysis.runs.paths import Paths


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """A template and what is wrong with it; one that is not `readable` was not judged further."""

    file: str
    faults: tuple[Fault, ...]
    readable: bool = True

    def count(self, severity: Severity) -> int:
        """Return how many faults weigh so much."""
        return sum(fault.severity == severity for fault in self.faults)

    def records(self) -> list[dict[str, str]]:
        """Return the faults as plain data, errors first."""
        return [
            {
                "file": self.file,
                "code": fault.code,
                "severity": fault.severity,
                "place": replace(fault.place, file="").text(),
                "what": fault.what,
                "remedy": fault.remedy,
            }
            for fault in self.faults
        ]


def check_templates(files: Sequence[Path], *, paths: Paths) -> tuple[CheckedTemplate, ...]:
    """Return what is wrong with each template; one that cannot be read does not stop the others.

    Raises
    ------
    FaultsError
        Faults of the sample plan or of the rules.
    """
    sample = read_sample(paths.root / SAMPLE)
    rules = read_rules(paths.reference / "decree30.yml")
    checked = []
    for path in files:
        try:
            faults = check_template(path, sample=sample, rules=rules)
            checked.append(CheckedTemplate(path.name, faults))
        except FaultsError as error:
            checked.append(CheckedTemplate(path.name, error.faults, readable=False))
    return tuple(checked)
