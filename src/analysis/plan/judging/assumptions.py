"""The register of assumptions: what a plan takes for granted, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.judging import assumption_messages as messages
from analysis.plan.judging.duties import bodies, documents, leads, localities
from analysis.plan.judging.evidence import (
    comparable,
    own_results,
    printed,
    published,
    result_year,
    scores,
)
from analysis.plan.judging.intentions import MANY_CHANGES, chance, targets
from analysis.plan.judging.looking import Looked
from analysis.plan.judging.model import ASSUMPTION_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from analysis.plan.judging.model import Assumption, AssumptionKind
    from analysis.plan.study import Study

_SOURCES: Mapping[AssumptionKind, Callable[[Looked], Iterable[Assumption]]] = {
    "result_year": result_year,
    "own_results": own_results,
    "scores": scores,
    "comparable": comparable,
    "published": published,
    "printed": printed,
    "targets": targets,
    "chance": chance,
    "leads": leads,
    "bodies": bodies,
    "localities": localities,
    "documents": documents,
}


def assumptions(study: Study) -> tuple[Assumption, ...]:
    """Return what the plan takes for granted, in the order of `ASSUMPTION_KINDS`.

    Green ones hold by what is known, amber ones are to be confirmed, red ones may well be wrong.
    """
    looked = Looked(study)
    return tuple(one for kind in ASSUMPTION_KINDS for one in _SOURCES[kind](looked))


def colours_of(kind: AssumptionKind) -> str:
    """Return in words when an assumption is red, amber or green."""
    return messages.RULES[kind].format(many=MANY_CHANGES)
