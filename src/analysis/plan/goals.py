"""What each index should reach, in words: the plan's own targets, else a modest proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.vietnamese import short_number

if TYPE_CHECKING:
    from analysis.plan.details import Condition, Goal, PlanDetails
    from analysis.plan.study import IndexStudy, Study


def target(study: Study, details: PlanDetails | None, index: str) -> str:
    """Return what an index should reach in the plan year, as one clause without a full stop.

    Parameters
    ----------
    study
        The unit's study.
    details
        The plan's own targets go first; without one for the index a proposal is made and marked.
    index
        The index's short name.
    """
    return messages.TARGET.format(
        name=messages.INDEX_NAMES[index],
        index=index,
        year=study.plan_year,
        clause=target_clause(study, details, index),
    )


def target_clause(study: Study, details: PlanDetails | None, index: str) -> str:
    """Return the conditions of an index's target in words."""
    item = study.of(index)
    own = details.targets if details else ()
    goal = next((goal for goal in own if goal.index == index), None)
    return _proposal(item, study) if goal is None else _own(goal, item, study)


def _own(goal: Goal, item: IndexStudy, study: Study) -> str:
    clause = ", ".join(_condition(one, item, study) for one in goal.conditions)
    if goal.gloss is None:
        return clause
    return messages.IN_BRACKETS.format(text=clause, gloss=goal.gloss)


def _condition(one: Condition, item: IndexStudy, study: Study) -> str:
    return messages.CONDITIONS[one.kind].format(
        value=None if one.value is None else short_number(one.value),
        low=one.low,
        high=one.high,
        label=one.label,
        base=study.result_year,
        region=item.ledger.unit.region,
    )


def _proposal(item: IndexStudy, study: Study) -> str:
    """Return a modest proposal: keep the best group, else the group above, else improve."""
    labels = item.ledger.edition.index.groups.labels
    group = item.ledger.total.group
    form, wanted = messages.TARGET_IMPROVE, None
    if study.former:
        form = messages.TARGET_FIRST_RESULT
    elif group is not None:
        place = labels.index(group)
        form = messages.TARGET_KEEP_GROUP if place == 0 else messages.TARGET_NEXT_GROUP
        wanted = labels[max(place - 1, 0)]
    return form.format(group=wanted, base=study.result_year)
