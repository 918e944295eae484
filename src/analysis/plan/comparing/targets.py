"""The targets of two workbooks: in words for an index, a figure for a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.model import Change
from analysis.reference import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.plan.comparing.facts import PlanFacts
    from analysis.plan.comparing.model import Severity
    from analysis.plan.comparing.weighing import Scale
    from analysis.plan.merging import Row, Table

_Key = tuple[str, str]


def target_changes(
    old: Table, new: Table, *, keys: tuple[Mapping[str, str], Mapping[str, str]], scale: Scale
) -> Iterator[Change]:
    """Yield the targets that are not the same; criteria of one side alone have none to compare.

    Parameters
    ----------
    old, new
        The rows of both sheets.
    keys
        What each row of both sheets means from year to year (`meanings`).
    scale
        What the words of a target are weighed with.
    """
    before, after = _rows(old, keys[0]), _rows(new, keys[1])
    for key, row in before.items():
        if key not in after:
            continue
        was, now = row.get("target", ""), after[key].get("target", "")
        if was == now:
            continue
        top = key[1] == TOTAL
        weight = scale.weight(was, now)
        severity: Severity = "high" if top else "medium"
        place = f"{key[0]}, {after[key].get('criterion', '')}"
        if top:
            place = key[0]
        what = messages.TARGET.format(change=weight.what)
        yield Change(
            "figure", "low" if weight.severity == "low" else severity, place, was, now, what
        )


def meanings(facts: PlanFacts | None) -> dict[str, str]:
    """Return what the rows of a plan's sheet mean: their ids hold codes, which change."""
    if facts is None:
        return {}
    return {
        f"{item.index}:{line.code}": line.key for item in facts.indices for line in item.criteria
    }


def _rows(rows: Table, keys: Mapping[str, str]) -> dict[_Key, Row]:
    found: dict[_Key, Row] = {}
    for key, row in rows.items():
        index, _, code = key.rpartition(":")
        found.setdefault((index, keys.get(key, code)), row)
    return found
