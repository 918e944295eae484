"""What stands around two plans: whose they are, of which year, number, day, signer, recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.model import Change
from analysis.plan.comparing.weighing import Weight
from analysis.plan.sheet_messages import PARTS_OF_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.plan.comparing.facts import PlanFacts
    from analysis.plan.comparing.model import Severity
    from analysis.plan.comparing.weighing import Scale
    from analysis.plan.merging import Table

_WHO = frozenset({"number", "date", "signer", "deputy"})
"""Parts of a letter that tell who answers for it: any other text there matters."""
_IDENTITY: Mapping[str, Severity] = {
    "unit": "high",
    "merged": "high",
    "listed_anew": "low",
}


def identity_changes(old: PlanFacts, new: PlanFacts) -> Iterator[Change]:
    """Yield what two plans are about that is not the same."""
    before, after = _identity(old), _identity(new)
    for name, place in messages.IDENTITY.items():
        if before[name] != after[name]:
            change = _unit_change(old, new) if name == "unit" else name
            told = messages.IDENTITY_CHANGED[change]
            weight = _IDENTITY.get(change, "medium")
            yield Change("information", weight, place, before[name], after[name], told)


def _unit_change(old: PlanFacts, new: PlanFacts) -> str:
    if old.unit.name != new.unit.name:
        return "unit"
    return "listed_anew" if old.same_unit(new) else "merged"


def _identity(facts: PlanFacts) -> dict[str, str]:
    unit = facts.unit
    return {
        "unit": messages.UNIT.format(name=unit.name, code=unit.code, count=unit.unit_set),
        "plan_year": str(facts.plan_year),
        "result_year": str(facts.result_year),
        "form": facts.plan.form if facts.plan else "",
    }


def letter_parts(facts: PlanFacts) -> dict[str, str]:
    """Return the parts of the letter that facts.json tells."""
    plan = facts.plan
    if plan is None:
        return {}
    return {"number": plan.number or "", "date": plan.date or "", "title": plan.title}


def sheet_parts(rows: Table) -> dict[str, str]:
    """Return the parts of the letter in the workbook's sheet."""
    return {key: row.get("value", "") for key, row in rows.items()}


def letter_changes(
    old: Mapping[str, str], new: Mapping[str, str], *, scale: Scale
) -> Iterator[Change]:
    """Yield the parts of the letter that are not the same, by their names."""
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key, ""), new.get(key, "")
        if was == now:
            continue
        name = key.partition(":")[0]
        weight = scale.weight(was, now)
        if name in _WHO and weight.severity != "low":
            weight = Weight("high", weight.what)
        place = PARTS_OF_LETTER[name][0] if name in PARTS_OF_LETTER else key
        yield Change("information", weight.severity, place, was, now, weight.what)
