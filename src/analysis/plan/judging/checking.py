"""All checks of a plan: what each found, or that it found everything in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.judging import assumption_messages, messages
from analysis.plan.judging.aiming import LEAST_SHARE, out_of_reach, reached
from analysis.plan.judging.comparing import differing
from analysis.plan.judging.load import LEAST_DUE, TIMES_MEDIAN, overloaded
from analysis.plan.judging.looking import Looked
from analysis.plan.judging.model import CHECK_KINDS, Check
from analysis.plan.judging.working import (
    leaderless,
    orphans,
    productless,
    timeless,
    too_early,
    too_late,
    two_leads,
    uncovered,
    undelivered,
)
from analysis.vietnamese import percent, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.plan.judging.model import AssumptionKind, CheckKind
    from analysis.plan.study import Study

_LOOKS: Mapping[CheckKind, Callable[[Looked], tuple[list[Check], str]]] = {
    "uncovered": uncovered,
    "orphan": orphans,
    "no_lead": leaderless,
    "two_leads": two_leads,
    "no_deadline": timeless,
    "too_early": too_early,
    "too_late": too_late,
    "no_product": productless,
    "undelivered": undelivered,
    "overloaded": overloaded,
    "reached": reached,
    "out_of_reach": out_of_reach,
    "differing": differing,
}


def checks(study: Study) -> tuple[Check, ...]:
    """Return what every check found, in the order of `CHECK_KINDS`.

    A check that finds nothing to tell is there too: one green entry says what was looked at.
    """
    looked = Looked(study)
    found: list[Check] = []
    for kind in CHECK_KINDS:
        told, in_order = _LOOKS[kind](looked)
        found += told or [Check(kind, "green", in_order)]
    return tuple(found)


def title_of(kind: CheckKind | AssumptionKind) -> str:
    """Return what a check looks at, or what an assumption is about."""
    return {**assumption_messages.TITLES, **messages.TITLES}[kind]


def rule_of(kind: CheckKind, study: Study) -> str:
    """Return in words what a check holds a plan to."""
    return messages.RULES[kind].format(
        day=short_date(study.day),
        year=study.plan_year,
        result_year=study.result_year,
        times=TIMES_MEDIAN,
        least=percent(LEAST_SHARE, 0) if kind == "out_of_reach" else LEAST_DUE,
    )
