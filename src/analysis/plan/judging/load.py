"""Agencies that lead too much at once, told from the tasks and their deadlines."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from analysis.plan.judging import messages
from analysis.plan.judging.looking import task_spot
from analysis.plan.judging.model import Check
from analysis.vietnamese import roman, short_number

if TYPE_CHECKING:
    from analysis.plan.judging.looking import Looked
    from analysis.plan.study import PlannedTask

TIMES_MEDIAN = 2
LEAST_DUE = 8


def overloaded(looked: Looked) -> tuple[list[Check], str]:
    """Return the agencies that lead far more than others and have much due in one quarter.

    Names for several bodies are left out: each body leads only its own part.
    """
    led: dict[str, list[PlannedTask]] = {}
    for task in looked.tasks:
        for name in looked.single(task.task.lead):
            led.setdefault(name, []).append(task)
    if not led:
        return [], messages.NO_BALANCE
    middle = median(len(tasks) for tasks in led.values())
    found = []
    for name, tasks in led.items():
        quarter, due = _fullest(tasks, looked)
        if quarter is not None and len(tasks) > TIMES_MEDIAN * middle and len(due) >= LEAST_DUE:
            year, number = quarter
            what = messages.OVERLOADED.format(
                name=name,
                count=len(tasks),
                median=short_number(middle),
                most=len(due),
                quarter=roman(number),
                year=year,
            )
            figures: dict[str, float | str] = {
                "agency": name,
                "tasks": len(tasks),
                "median": middle,
                "due": len(due),
            }
            spots = tuple(map(task_spot, due))
            found.append(Check("overloaded", "amber", what, spots, figures))
    return found, messages.BALANCED.format(leads=len(led), median=short_number(middle))


def _fullest(
    tasks: list[PlannedTask], looked: Looked
) -> tuple[tuple[int, int] | None, list[PlannedTask]]:
    """Return the quarter in which most of some tasks are due, and those."""
    periods = {task.task.id: looked.readings[task.task.id].period for task in tasks}
    quarters = {key: period.quarter for key, period in periods.items() if period is not None}
    counts = Counter(quarter for quarter in quarters.values() if quarter is not None)
    if not counts:
        return None, []
    most = max(counts, key=lambda quarter: (counts[quarter], quarter))
    return most, [task for task in tasks if quarters.get(task.task.id) == most]
