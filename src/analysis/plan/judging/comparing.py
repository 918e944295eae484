"""Published figures beside the computed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.judging import messages
from analysis.plan.judging.model import Check, Spot

if TYPE_CHECKING:
    from analysis.deficits import Reconciliation
    from analysis.plan.judging.looking import Looked
    from analysis.plan.judging.model import Severity
    from analysis.plan.study import IndexStudy

_GRAVE = ("score", "rank", "group")


def differing(looked: Looked) -> tuple[list[Check], str]:
    """Return the published figures that the computed ones do not agree with."""
    told = [(item, one) for item in looked.items for one in item.reconciliation]
    found = [_differing(item, one) for item, one in told if one.agrees is False]
    if not told:
        return found, messages.NOTHING_PRINTED
    agree = sum(one.agrees is True for _, one in told)
    silent = sum(one.agrees is None for _, one in told)
    others = messages.UNCOMPARED.format(count=silent) if silent else ""
    return found, messages.AGREEING.format(count=len(told), agree=agree, others=others)


def _differing(item: IndexStudy, one: Reconciliation) -> Check:
    line = item.ledger.line(one.fact.criterion)
    whole = line is None or line.criterion.level == 0
    name = messages.WHOLE_INDEX if line is None or whole else line.criterion.name
    fact = messages.FACTS.get(one.fact.fact, one.fact.fact)
    words = {"printed": one.fact.value, "computed": one.computed}
    what = messages.DIFFERING.format(index=item.index, line=name, fact=fact, **words)
    key = f"{one.fact.criterion}:{one.fact.fact}"
    spot = Spot("fact", item.index, key, item.index)
    severity: Severity = "red" if whole and one.fact.fact in _GRAVE else "amber"
    return Check("differing", severity, what, (spot,), dict(words))
