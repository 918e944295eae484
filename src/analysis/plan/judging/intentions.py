"""Assumptions about the targets: who set them, and what their chances rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.aim_words import changes_words
from analysis.plan.judging import assumption_messages as messages
from analysis.plan.judging.aiming import aimed
from analysis.plan.judging.looking import line_spot
from analysis.plan.judging.model import Assumption
from analysis.vietnamese import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.plan.judging.looking import Looked

MANY_CHANGES = 8
"""From as many yearly changes on a chance is taken to rest on enough."""


def targets(looked: Looked) -> Iterator[Assumption]:
    """Yield, for each index, which targets are proposals that nobody decided on."""
    decided = {goal.index for goal in looked.study.goals}
    for item in looked.items:
        spots = (line_spot(item, item.ledger.total),)
        proposed = sum(
            one.proposed and (one.score is not None or one.full_marks) for one in item.targets
        )
        parts = [] if item.index in decided else [messages.PROPOSED_GOAL]
        if proposed:
            parts.append(messages.PROPOSED_LINES.format(count=proposed))
        if parts:
            what = messages.PROPOSED.format(index=item.index, what=joined(parts))
            why, settle = messages.PROPOSED_WHY, messages.PROPOSED_SETTLE
            yield Assumption("targets", "amber", what, why, settle, spots)
        else:
            what = messages.DECIDED.format(index=item.index)
            yield Assumption("targets", "green", what, messages.DECIDED_WHY, "", spots)


def chance(looked: Looked) -> Iterator[Assumption]:
    """Yield what the chance of each goal that the unit set among its peers rests on."""
    judged = [one for one in aimed(looked) if one.aim is not None and one.aim.against_peers]
    if not judged:
        what, why = messages.NO_MODEL_NEEDED, messages.NO_MODEL_NEEDED_WHY
        yield Assumption("chance", "green", what, why)
    for one in judged:
        assert one.aim is not None
        found, spots = one.aim.chance, (line_spot(one.item, one.item.ledger.total),)
        words = {"index": one.item.index, "goal": one.words, "count": found.changes}
        if found.share is None:
            what = messages.NO_MODEL.format(**words)
            why = messages.NO_MODEL_WHY.format(reason=found.reason)
            yield Assumption("chance", "amber", what, why, messages.NO_MODEL_SETTLE, spots)
            continue
        many = found.changes >= MANY_CHANGES
        what = messages.MODEL.format(**words)
        why = messages.MODEL_WHY.format(count=found.changes, years=changes_words(found))
        settle = "" if many else messages.MODEL_SETTLE
        yield Assumption("chance", "green" if many else "amber", what, why, settle, spots)
