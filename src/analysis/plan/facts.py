"""facts.json: the machine-readable truth that the document and the page print from."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from analysis.plan.yearly import comparison

if TYPE_CHECKING:
    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, PlannedTask, Study
    from analysis.reference import Province

# Differences of four-decimal figures carry noise in the last bits of a float; facts.json keeps
# every digit that a publisher can have meant, and none that arithmetic invented.
_DECIMALS = 12


def facts(study: Study) -> dict[str, Any]:
    """Return the facts of a study as plain data.

    Notes
    -----
    A value that is not known is None with a reason beside it (``reason``, ``group_reason``,
    ``break_note``), never 0. Codes are strings. ``rank_change`` is negative when the unit fell.
    """
    return {
        "unit": _unit(study.unit),
        "plan_year": study.plan_year,
        "plan_date": study.day.isoformat(),
        "result_year": study.result_year,
        "indices": [_index(item) for item in study.indices],
        "tasks": [_task(task) for item in study.indices for task in item.tasks],
        "coverage": {
            "uncovered": [
                {"index": item.index, "code": code}
                for item in study.indices
                for code in item.choice.uncovered
            ],
            "orphans": [
                {"index": item.index, "task": task}
                for item in study.indices
                for task in item.choice.orphans
            ],
        },
        "previous": _previous(study),
        "former_units": [
            {"unit": _unit(member.unit), "indices": [_index(item) for item in member.indices]}
            for member in study.former
        ],
        "warnings": [
            {"code": fault.code, "place": fault.place.text(), "what": fault.what}
            for fault in study.warnings
        ],
    }


def _previous(study: Study) -> dict[str, Any] | None:
    """Return last year's tasks and this year's, told apart; None without a last year."""
    told = comparison(study)
    return None if told is None else asdict(told)


def _unit(unit: Province) -> dict[str, Any]:
    return {"code": unit.code, "name": unit.name, "unit_set": unit.unit_set}


def _index(item: IndexStudy) -> dict[str, Any]:
    ledger = item.ledger
    total = ledger.total
    return {
        "index": item.index,
        "edition": ledger.edition.id,
        "score": _plain(total.score),
        "max_score": ledger.edition.max_score,
        "lost": _plain(total.lost),
        **_interval(total),
        "reason": total.reason,
        "status": total.status or None,
        "rank": total.nation.rank,
        "ranked": total.nation.ranked,
        "rank_status": total.rank_status or None,
        "group": total.group,
        "group_reason": total.group_reason,
        "previous_year": ledger.previous_year,
        "previous_score": _plain(total.change.previous_score),
        "score_change": _plain(total.change.score),
        "comparable": total.change.comparable,
        "break_note": total.change.note,
        "previous_rank": total.change.previous_rank,
        "previous_ranked": total.change.previous_ranked,
        "rank_change": total.change.rank,
        "rank_note": total.change.rank_note,
        "region": ledger.unit.region,
        "regional_rank": total.region.rank,
        "regional_ranked": total.region.ranked,
        "regional_reason": total.region.reason,
        "regional_rank_change": total.change.regional_rank,
        "national_mean": _plain(ledger.national_mean),
        "citation": ledger.edition.citation(),
        "source": total.source,
        "published": _published(item),
        "reconciliation": [
            {
                "criterion": one.fact.criterion,
                "fact": one.fact.fact,
                "published": one.fact.value,
                "computed": one.computed or None,
                "agrees": one.agrees,
                "verdict": one.verdict,
                "note": one.fact.note or None,
            }
            for one in item.reconciliation
        ],
        "criteria": [_criterion(line, item) for line in ledger.lines[1:]],
    }


def _published(item: IndexStudy) -> dict[str, str] | None:
    """Return what was printed of the index itself, with the source; None if nothing was."""
    stated = [one.fact for one in item.reconciliation if one.fact.criterion == "0"]
    if not stated:
        return None
    return {fact.fact: fact.value for fact in stated} | {"source": stated[0].source}


def _interval(line: Line) -> dict[str, float | None]:
    """Return the publisher's interval of a line, nothing where it prints none."""
    if line.interval is None:
        return {}
    bounds = (line.interval.low, line.interval.high, line.interval.se)
    values = (None if math.isnan(bound) else bound for bound in bounds)
    return dict(zip(("low", "high", "se"), values, strict=True))


def _criterion(line: Line, item: IndexStudy) -> dict[str, Any]:
    goal = item.target(line.code)
    return {
        "code": line.code,
        "key": line.criterion.key,
        "kind": line.kind,
        "level": line.criterion.level,
        "parent": line.criterion.parent,
        "breakdown": line.criterion.breakdown,
        "name": line.criterion.name,
        "control": line.criterion.control,
        "score": _plain(line.score),
        "max_score": line.criterion.max_score,
        "lost": _plain(line.lost),
        "share_of_gap": _plain(line.share),
        "flagged": line.flagged,
        "reason": line.reason,
        "status": line.status or None,
        "rank": line.nation.rank,
        "ranked": line.nation.ranked,
        "group": line.group,
        "group_reason": line.group_reason,
        "regional_rank": line.region.rank,
        "regional_ranked": line.region.ranked,
        "median": _plain(line.nation.median),
        "best": _plain(line.nation.best),
        "regional_median": _plain(line.region.median),
        "regional_best": _plain(line.region.best),
        "previous_score": _plain(line.change.previous_score),
        "score_change": _plain(line.change.score),
        "comparable": line.change.comparable,
        "break_note": line.change.note,
        "previous_rank": line.change.previous_rank,
        "rank_change": line.change.rank,
        "rank_note": line.change.rank_note,
        "places_gained": {
            "next_group": line.gains.next_group,
            "median": line.gains.median,
            "best": line.gains.best,
        },
        **_interval(line),
        "target": None if goal is None else _plain(goal.score),
        "target_basis": None if goal is None else goal.basis,
        "target_proposed": None if goal is None else goal.proposed,
        "lead": list(item.leads.get(line.code, ())),
        "source": line.source or None,
    }


def _task(task: PlannedTask) -> dict[str, Any]:
    return {
        "id": task.task.id,
        "index": task.index,
        "criterion": task.code,
        "deficits": list(task.deficits),
        "activity": task.task.activity,
        "text": task.task.sentence,
        "duty": task.task.duty,
        "lead": list(task.task.lead),
        "implementers": list(task.task.implementers),
        "coordinators": list(task.task.coordinators),
        "deadline": task.task.deadline,
        "product": task.task.product,
        "legal_basis": list(task.task.legal_basis),
        "learned_from": list(task.task.learned_from),
    }


def _plain(value: float | None) -> float | None:
    return None if value is None else round(float(value), _DECIMALS)
