"""An aim as plain data: what scripts read, and the analyst's table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from analysis.plan.targeting import among_peers

if TYPE_CHECKING:
    from analysis.deficits import Chance, Requirement
    from analysis.plan.targeting import Aim, Aimed

# As in facts.json: every digit that a publisher can have meant, none that arithmetic invented.
_DECIMALS = 12


def aim_facts(aim: Aim) -> dict[str, Any]:
    """Return an aim as plain data; what is not known is None with a reason."""
    return {
        "unit_code": aim.unit.code,
        "unit": aim.unit.name,
        "plan_year": aim.plan_year,
        "result_year": aim.result_year,
        "index": aim.index,
        "score": _plain(aim.score),
        "score_reason": aim.score_reason,
        "rank": aim.rank,
        "ranked": aim.ranked,
        "rank_reason": aim.rank_reason,
        "goals": [_goal(part, aim) for part in aim.need.requirements],
        "points": _plain(aim.need.points),
        "reason": aim.need.reason,
        "chance": _chance_json(aim.chance),
        "chance_without": _chance_json(aim.chance_without),
        "criteria": [_criterion(one) for one in aim.criteria],
        "criteria_reason": aim.way_reason,
        "unreachable": _plain(aim.unreachable),
    }


def as_json(aim: Aim) -> str:
    """Return an aim as the JSON that scripts read."""
    return json.dumps(aim_facts(aim), ensure_ascii=False, allow_nan=False, indent=1)


def _goal(part: Requirement, aim: Aim) -> dict[str, Any]:
    ranked = part.reason is None and among_peers(part.goal, aim.edition)
    notes = (part.note, aim.caveat if ranked else None)
    return {
        "kind": part.goal.kind,
        "value": part.goal.value,
        "mark": _plain(part.mark),
        "points": _plain(part.points),
        "reason": part.reason,
        "note": "; ".join(filter(None, notes)) or None,
    }


def _chance_json(chance: Chance) -> dict[str, Any]:
    return {
        "share": _plain(chance.share),
        "low": _plain(chance.low),
        "high": _plain(chance.high),
        "points": _plain(chance.points),
        "points_low": _plain(chance.points_low),
        "points_high": _plain(chance.points_high),
        "changes": chance.changes,
        "years": list(chance.years),
        "reason": chance.reason,
    }


def _criterion(one: Aimed) -> dict[str, Any]:
    return {
        "code": one.criterion.code,
        "name": one.criterion.name,
        "control": one.criterion.control,
        "points": _plain(one.step.points),
        "share_of_room": _plain(one.step.share_of_room),
        "from": _plain(one.score),
        "to": _plain(one.step.reaches),
    }


def _plain(value: float | None) -> float | None:
    return None if value is None else round(float(value), _DECIMALS)
