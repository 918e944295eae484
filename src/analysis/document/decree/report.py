"""Findings as data for machines and as text for a terminal."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.document.decree.checking import Finding

_FIELDS = ("file", "rule", "severity", "place", "found", "expected", "message")
_WEIGHT = {"error": 0, "warning": 1, "info": 2}


def report_json(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Return the findings as plain data, one mapping each, in their order."""
    return [{name: getattr(finding, name) for name in _FIELDS} for finding in findings]


def report_text(findings: Sequence[Finding], *, most: int = 5) -> str:
    """Return the findings as Vietnamese text, component by component, the heaviest first in each.

    Parameters
    ----------
    findings
        From one or several files.
    most
        How many places of one rule are listed; the rest is counted.
    """
    if not findings:
        return m.CLEAN
    counts: Counter[str] = Counter(finding.severity for finding in findings)
    blocks = [m.COUNTS.format(**{name: counts[name] for name in _WEIGHT})]
    order = {name: at for at, name in enumerate(dict.fromkeys(f.component for f in findings))}
    ranked = sorted(findings, key=lambda f: (order[f.component], _WEIGHT[f.severity], f.rule))
    for component, group in groupby(ranked, key=lambda finding: finding.component):
        lines = [component.upper()]
        rules = groupby(group, key=lambda f: (f.rule, f.severity, f.message))
        for (rule, severity, message), same in rules:
            lines += _rule_lines(f"  {m.SEVERITIES[severity]} {rule}: {message}", list(same), most)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _rule_lines(title: str, findings: Sequence[Finding], most: int) -> list[str]:
    several = len({finding.file for finding in findings}) > 1
    lines = [title]
    for finding in findings[:most]:
        parts = [m.FOUND.format(found=finding.found)] if finding.found else []
        parts += [m.EXPECTED.format(expected=finding.expected)] if finding.expected else []
        place = f"{finding.file}: {finding.place}" if several else finding.place
        lines.append(f"    - {place}" + (f" ({'; '.join(parts)})" if parts else ""))
    if len(findings) > most:
        lines.append(f"    {m.MORE.format(count=len(findings) - most)}")
    return lines
