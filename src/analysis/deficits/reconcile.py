"""Printed facts beside computed ones: agree, agree by truncation, or differ — both are shown."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.deficits import messages
from analysis.vietnamese import number, rank_of, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.deficits.line import Ledger, Line
    from analysis.scores import PublishedFact

_STANDINGS = ("rank", "regional_rank")
_RANK = re.compile(r"(\d{1,2})(?:/(\d{1,2}))?")
_NOISE = 1e-6
_FIGURE = re.compile(r"-?\d+(?:,(\d+))?")


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One printed fact and what the figures held here give for it.

    `agrees` is None where nothing can be computed; `verdict` says it in words.
    """

    fact: PublishedFact
    computed: str
    agrees: bool | None
    verdict: str


def reconcile(ledger: Ledger, facts: Iterable[PublishedFact]) -> tuple[Reconciliation, ...]:
    """Return every printed fact of the ledger's index, unit and year beside the computed one.

    A printed figure agrees when it is within one unit of its last printed digit, because
    publishers truncate as often as they round.
    """
    mine = (
        fact
        for fact in facts
        if (fact.index, fact.year, fact.unit_code) == (ledger.index, ledger.year, ledger.unit.code)
    )
    return tuple(_compare(fact, ledger.line(fact.criterion)) for fact in mine)


def _compare(fact: PublishedFact, line: Line | None) -> Reconciliation:
    if line is None:
        return Reconciliation(fact, "", None, messages.NOTHING_TO_COMPARE)
    if fact.fact in ("score", "score_change"):
        value = line.score if fact.fact == "score" else line.change.score
        return _figure(fact, value)
    if fact.fact in _STANDINGS:
        return _rank(fact, line)
    return _exact(fact, _computed_text(fact.fact, line))


def _computed_text(name: str, line: Line) -> str | None:
    """Return the computed counterpart of a fact that is neither a score nor a rank."""
    changes = {
        "rank_change": line.change.rank,
        "regional_rank_change": line.change.regional_rank,
    }
    if name in changes:
        return None if changes[name] is None else str(changes[name])
    return line.group if name == "group" else None


def _rank(fact: PublishedFact, line: Line) -> Reconciliation:
    """Return a printed rank beside the computed one.

    Some count the units without a score above everybody: printed 53 of 63 is 50 of the 60 scored.
    """
    standing = line.nation if fact.fact == "rank" else line.region
    printed = _RANK.fullmatch(fact.value.strip())
    if standing.rank is None or standing.ranked is None or printed is None:
        return Reconciliation(fact, "", None, messages.NOTHING_TO_COMPARE)
    computed = rank_of(standing.rank, standing.ranked)
    rank, ranked = int(printed.group(1)), int(printed.group(2) or standing.ranked)
    if (rank, ranked) == (standing.rank, standing.ranked):
        return Reconciliation(fact, computed, agrees=True, verdict=messages.AGREES)
    unscored = rank - standing.rank
    if fact.fact == "rank" and 0 < unscored == standing.units - standing.ranked:
        verdict = messages.UNSCORED_ABOVE.format(count=unscored)
        return Reconciliation(fact, computed, agrees=True, verdict=verdict)
    return Reconciliation(fact, computed, agrees=False, verdict=messages.DIFFERS)


def _exact(fact: PublishedFact, computed: str | None) -> Reconciliation:
    if computed is None:
        return Reconciliation(fact, "", None, messages.NOTHING_TO_COMPARE)
    agrees = fact.value == computed
    return Reconciliation(fact, computed, agrees, messages.AGREES if agrees else messages.DIFFERS)


def _figure(fact: PublishedFact, value: float | None) -> Reconciliation:
    printed = _FIGURE.search(fact.value)
    if value is None or printed is None:
        return Reconciliation(fact, "", None, messages.NOTHING_TO_COMPARE)
    decimals = len(printed.group(1) or "")
    shown = float(printed.group().replace(",", "."))
    computed = number(value, max(decimals, 3))
    if float(round_half_up(value, decimals)) == shown:
        return Reconciliation(fact, computed, agrees=True, verdict=messages.AGREES)
    unit = 10.0**-decimals
    if abs(value - shown) < unit:
        cut = math.trunc(value / unit + math.copysign(_NOISE, value)) == round(shown / unit)
        verdict = messages.AGREES_TRUNCATED if cut else messages.AGREES_LAST_DIGIT
        return Reconciliation(fact, computed, agrees=True, verdict=verdict)
    return Reconciliation(fact, computed, agrees=False, verdict=messages.DIFFERS)
