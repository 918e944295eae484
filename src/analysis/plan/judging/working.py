"""Checks of the tasks: deficits covered, leads, deadlines, products."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.plan.judging import messages
from analysis.plan.judging.looking import above, line_spot, task_name, task_spot
from analysis.plan.judging.model import Check
from analysis.vietnamese import enumerated, fold, joined, number, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from analysis.deficits import Line
    from analysis.plan.judging.looking import Looked
    from analysis.plan.judging.model import CheckKind, Severity
    from analysis.plan.study import IndexStudy, PlannedTask

    Found = tuple[list[Check], str]

# What a task or its product reads where somebody gets the product; without accents.
_DELIVERED = re.compile(
    r"\b(?:gui|trinh|bao cao|ban hanh|tham muu|cong bo|cong khai|niem yet|dang tai|cap|ban giao|"
    r"chuyen|thong bao|pho bien|tuyen truyen|phat|tap huan|boi duong|huong dan|hoi nghi|lop|"
    r"de nghi|kien nghi|quyet dinh|ke hoach|van ban|cong van|quy che|chi thi|nghi quyet|tra loi|"
    r"cung cap|ket noi|tiep nhan|van hanh|phe duyet)\b"
)


def uncovered(looked: Looked) -> Found:
    """Return the deficits without a task; a task of a criterion above serves them only loosely."""
    found, count = [], 0
    for item in looked.items:
        count += len(item.choice.deficits)
        held = {code for task in item.tasks for code in (task.code, *task.deficits)}
        for code in item.choice.uncovered:
            line = item.ledger.line(code)
            if line is not None:
                found.append(_uncovered(item, line, held))
    if not count:
        return found, messages.NO_DEFICITS
    indices = joined(item.index for item in looked.items)
    return found, messages.COVERED.format(deficits=count, indices=indices)


def _uncovered(item: IndexStudy, line: Line, held: set[str]) -> Check:
    index = item.ledger.edition.index
    lost = ""
    figures: dict[str, float | str] = {}
    if line.lost is not None:
        unit = messages.PERCENT if index.unit == "%" else messages.POINTS
        lost = messages.LOST.format(lost=unit.format(value=number(line.lost, index.decimals)))
        figures = {"lost": line.lost}
    unknown = line.score is None and not line.flagged and not _flagged_above(item, line)
    general = next((one for one in above(item.ledger, line.code) if one.code in held), None)
    words = {"index": item.index, "name": line.criterion.name, "lost": lost}
    if general is not None:
        what = messages.UNCOVERED_BELOW.format(**words, above=general.criterion.name)
    else:
        what = (messages.UNCOVERED_UNKNOWN if unknown else messages.UNCOVERED).format(**words)
    severity: Severity = "amber" if unknown or general is not None else "red"
    return Check("uncovered", severity, what, (line_spot(item, line),), figures)


def _flagged_above(item: IndexStudy, line: Line) -> bool:
    return any(one.flagged for one in above(item.ledger, line.code)[:1])


def orphans(looked: Looked) -> Found:
    """Return the tasks whose criterion is no deficit, nor one below or above it."""
    found = []
    for item in looked.items:
        wanted = {one.code for one in item.choice.deficits}
        over = {line.code for code in wanted for line in above(item.ledger, code)}
        for task in item.tasks:
            ups = {line.code for line in above(item.ledger, task.code)}
            if task.deficits or task.code in over or ups & wanted or task.code in wanted:
                continue
            line = item.ledger.line(task.code)
            name = item.index if line is None else line.criterion.name
            what = messages.ORPHAN.format(task=task_name(task), name=name, index=item.index)
            found.append(Check("orphan", "amber", what, (task_spot(task),)))
    return found, messages.NO_ORPHANS.format(count=len(looked.tasks))


def leaderless(looked: Looked) -> Found:
    """Return the tasks without a lead."""
    lacking = [task for task in looked.tasks if not task.task.lead]
    found = [_of(task, "no_lead", "red", messages.NO_LEAD) for task in lacking]
    return found, messages.LED.format(count=len(looked.tasks))


def two_leads(looked: Looked) -> Found:
    """Return the tasks with several leads, of which two or more are not told their share."""
    found = []
    for task in looked.tasks:
        open_ = [name for name in looked.single(task.task.lead) if name not in task.scope]
        if len(open_) > 1:
            words = {"names": enumerated(open_)}
            check = _of(task, "two_leads", "amber", messages.TWO_LEADS, **words)
            found.append(check)
    return found, messages.ONE_LEAD.format(count=len(looked.tasks))


def timeless(looked: Looked) -> Found:
    """Return the tasks without a deadline."""
    lacking = [task for task in looked.tasks if not task.task.deadline.strip()]
    every, one = messages.NO_DEADLINES, messages.NO_DEADLINE
    found = _lacking(looked, lacking, "no_deadline", every=every, one=one)
    return found, messages.TIMED.format(count=len(looked.tasks))


def too_early(looked: Looked) -> Found:
    """Return the tasks whose deadline has passed on the plan's date."""
    study, found = looked.study, []
    for task, _, last in _ends(looked):
        if last < study.day:
            words = {"deadline": task.task.deadline, "day": short_date(study.day)}
            found.append(_of(task, "too_early", "red", messages.TOO_EARLY, **words))
    return found, _in_time(looked)


def too_late(looked: Looked) -> Found:
    """Return the tasks whose deadline lies after the plan's year."""
    study, found = looked.study, []
    for task, _, last in _ends(looked):
        if last.year > study.plan_year:
            words = {"deadline": task.task.deadline, "year": str(study.plan_year)}
            found.append(_of(task, "too_late", "amber", messages.TOO_LATE, **words))
    return found, _in_time(looked)


def _ends(looked: Looked) -> list[tuple[PlannedTask, date | None, date]]:
    """Return the tasks whose deadline names its last day, with its first and last days."""
    periods = ((task, looked.readings[task.task.id].period) for task in looked.tasks)
    return [
        (task, period.first, period.last)
        for task, period in periods
        if period is not None and period.last is not None
    ]


def _in_time(looked: Looked) -> str:
    dated, count = len(_ends(looked)), len(looked.tasks)
    if not dated:
        return messages.UNDATED.format(count=count)
    return messages.IN_TIME.format(count=count, dated=dated, undated=count - dated)


def productless(looked: Looked) -> Found:
    """Return the tasks without a product."""
    lacking = [task for task in looked.tasks if not task.task.product.strip()]
    every, one = messages.NO_PRODUCTS, messages.NO_PRODUCT
    found = _lacking(looked, lacking, "no_product", every=every, one=one)
    return found, messages.PRODUCED.format(count=len(looked.tasks))


def undelivered(looked: Looked) -> Found:
    """Return the tasks with a product of which nothing tells who gets it."""
    made = [task for task in looked.tasks if task.task.product.strip()]
    found = []
    for task in made:
        work = task.task
        text = fold(f"{work.duty} {work.activity} {work.product}")
        if work.implementers or work.coordinators or _DELIVERED.search(text):
            continue
        words = {"product": work.product, "lead": enumerated(work.lead)}
        found.append(_of(task, "undelivered", "amber", messages.UNDELIVERED, **words))
    if not made:
        return found, messages.NOTHING_MADE
    return found, messages.DELIVERED.format(count=len(made))


def _lacking(
    looked: Looked, lacking: Sequence[PlannedTask], kind: CheckKind, *, every: str, one: str
) -> list[Check]:
    """Return a finding for each task; a plan none of whose tasks has it is one finding."""
    if lacking and len(lacking) == len(looked.tasks) > 1:
        firsts = {task.index: task for task in reversed(lacking)}
        spots = tuple(task_spot(firsts[index]) for index in sorted(firsts))
        count = len(lacking)
        return [Check(kind, "amber", every.format(count=count), spots, {"tasks": count})]
    return [_of(task, kind, "amber", one) for task in lacking]


def _of(task: PlannedTask, kind: CheckKind, severity: Severity, text: str, **words: str) -> Check:
    what = text.format(task=task_name(task), **words)
    return Check(kind, severity, what, (task_spot(task),), dict(words))
