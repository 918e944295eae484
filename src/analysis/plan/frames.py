"""The study as flat tables for the analyst: a row a line, task, deficit, printed fact or goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.plan.aim_facts import aim_facts
from analysis.plan.aim_words import goal_words
from analysis.plan.facts import facts
from analysis.plan.targeting import aim, usual_goals

if TYPE_CHECKING:
    from analysis.plan.study import Study
    from analysis.plan.targeting import Aim

_LISTS = ("lead", "implementers", "coordinators", "legal_basis", "learned_from", "deficits")


def ledger_frame(study: Study, index: str) -> pd.DataFrame:
    """Return the ledger of one index: a row a line, unrounded, the index itself first."""
    item = next(part for part in facts(study)["indices"] if part["index"] == index)
    total = {"code": "0", "level": 0, "name": study.of(index).ledger.edition.index.name}
    total |= {key: item[key] for key in item if key not in ("criteria", "reconciliation")}
    rows = [total, *item["criteria"]]
    columns = [key for key in item["criteria"][0] if key != "places_gained"]
    frame = pd.DataFrame([_flat(row) for row in rows])
    gained = pd.json_normalize([row.get("places_gained") or {} for row in rows])
    return frame.reindex(columns=columns).join(gained.add_prefix("places_gained_"))


def tasks_frame(study: Study) -> pd.DataFrame:
    """Return the tasks of all indices, lists joined by semicolons."""
    return pd.DataFrame([_flat(task) for task in facts(study)["tasks"]])


def coverage_frame(study: Study) -> pd.DataFrame:
    """Return every deficit with its reasons and the number of tasks that serve it."""
    return pd.DataFrame(
        [
            {
                "index": item.index,
                "code": deficit.code,
                "name": deficit.name,
                "lost": deficit.lost,
                "reasons": "; ".join(deficit.reasons),
                "tasks": sum(deficit.code in task.deficits for task in item.tasks),
            }
            for item in study.indices
            for deficit in item.choice.deficits
        ]
    )


def reconciliation_frame(study: Study) -> pd.DataFrame:
    """Return every printed fact beside the computed one."""
    columns = ["index", "criterion", "fact", "published", "computed", "agrees", "verdict", "note"]
    return pd.DataFrame(
        [
            {"index": item["index"], **row}
            for item in facts(study)["indices"]
            for row in item["reconciliation"]
        ],
        columns=columns,
    )


def aims_frame(study: Study) -> pd.DataFrame:
    """Return the usual goals of all indices: points, chances, the criteria of the shortest way."""
    return pd.DataFrame(
        [
            _aim_row(aim(study, item.index, [goal]))
            for item in study.indices
            for goal in usual_goals(study, item.index)
        ]
    )


def _aim_row(found: Aim) -> dict[str, Any]:
    told = aim_facts(found)
    (goal,) = told["goals"]
    chance, without = told["chance"], told["chance_without"]
    return {
        "index": told["index"],
        "goal": goal_words(found, found.need.requirements[0].goal),
        **goal,
        "chance": chance["share"],
        "chance_low": chance["low"],
        "chance_high": chance["high"],
        "chance_without": without["share"],
        "even_chance_points": chance["points"],
        "changes": chance["changes"],
        "chance_reason": chance["reason"],
        "criteria": "; ".join(one["code"] for one in told["criteria"]),
        "criteria_reason": told["criteria_reason"],
        "unreachable": told["unreachable"],
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {key: "; ".join(row[key]) if key in _LISTS else row[key] for key in row}
