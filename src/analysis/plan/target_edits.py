"""Targets that the drafter wrote into the workbook."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.deficits import Target
from analysis.plan import messages, sheet_messages
from analysis.plan.details import Condition, Goal
from analysis.plan.information import changed_cells, details_of
from analysis.plan.sheet_rows import line_key
from analysis.vietnamese import fold, short_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.deficits import Line
    from analysis.errors import Fault, Place
    from analysis.plan.details import PlanDetails
    from analysis.plan.draft import Draft
    from analysis.plan.merging import Table
    from analysis.plan.sheets import SheetRows
    from analysis.plan.study import IndexStudy, Study

_NUMBER = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*(?:%|điểm)?")


def targets(study: Study, shown: Table, rows: SheetRows, faults: list[Fault]) -> Study:
    """Return the study with the targets that the drafter set for single criteria."""
    changed = changed_cells(shown, rows, column="target")
    indices = []
    for item in study.indices:
        own: dict[str, Target] = {}
        for line in item.ledger.lines:
            key = line_key(item, line)
            if key in changed and line.criterion.level > 0:
                target = _target(line, changed[key], rows.place(key, "target"))
                if isinstance(target, Target):
                    own[line.code] = target
                else:
                    faults.append(target)
        indices.append(replace(item, targets=_set(item, own)))
    return replace(study, indices=tuple(indices))


def _set(item: IndexStudy, own: Mapping[str, Target]) -> tuple[Target, ...]:
    known = {target.code for target in item.targets}
    kept = (own.get(target.code, target) for target in item.targets)
    return (*kept, *(target for code, target in own.items() if code not in known))


def _target(line: Line, text: str, place: Place) -> Target | Fault:
    """Return a target of the drafter's own: a number, full marks, or none."""
    basis = sheet_messages.TARGET_OF_THE_PLAN
    if not text:
        return Target(line.code, None, sheet_messages.TARGET_DROPPED, proposed=False)
    if fold(text) == fold(messages.FULL_MARKS):
        return Target(line.code, None, basis, full_marks=True, proposed=False)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return sheet_messages.TARGET_UNREADABLE.at(place, text=text)
    score, most = float(match[1].replace(",", ".")), line.criterion.max_score
    if most is not None and score > most:
        return sheet_messages.TARGET_TOO_HIGH.at(place, text=text, most=short_number(most))
    return Target(line.code, score, basis, proposed=False)


def goals(
    draft: Draft, details: PlanDetails | None, shown: Table, rows: SheetRows, faults: list[Fault]
) -> PlanDetails | None:
    """Return the details with the words that the drafter gave the target of a whole index."""
    changed = changed_cells(shown, rows, column="target")
    for index in draft.indices:
        item = draft.study.of(index)
        key = line_key(item, item.ledger.total)
        if key not in changed:
            continue
        if not changed[key]:
            faults.append(sheet_messages.VALUE_EMPTY.at(rows.place(key, "target"), label=index))
            continue
        details = details or details_of(draft)
        words = Condition(kind="qualitative", label=changed[key].replace("\n", " ").rstrip("."))
        goal = Goal(index=item.ledger.edition.index.index, conditions=(words,))
        others = tuple(one for one in details.targets if one.index != index)
        details = details.model_copy(update={"targets": (*others, goal)})
    return details
