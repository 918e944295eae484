"""The study as flat tables for the analyst: one row a line, a task, a deficit or a printed fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.plan.facts import facts

if TYPE_CHECKING:
    from analysis.plan.study import Study

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


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {key: "; ".join(row[key]) if key in _LISTS else row[key] for key in row}
