"""How a body's plan tells its tasks: its own one by one, its parts in others' work together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.vietnamese import enumerated, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.mandate import Assigned


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a dependent plan, for one task or several of one lead, `assigned`."""

    text: str
    deadline: str
    product: str
    division: str
    assigned: tuple[Assigned, ...] = field(default=(), compare=False)


def told(assigned: Iterable[Assigned]) -> tuple[Told, ...]:
    """Return the lines for a group of tasks.

    What a body does itself, leads, or carries out in words of its own is a line each. Where it has
    no more than a part in another's task, the tasks of one lead stand in one line at the place of
    the first: a line each would only repeat that lead's products.
    """
    lines: dict[tuple[object, ...], list[Assigned]] = {}
    for one in assigned:
        own = one.part in ("act", "lead") or bool(one.source)
        key = (one.task.task.id, one.part) if own else (one.part, one.task.task.lead, one.division)
        lines.setdefault(key, []).append(one)
    return tuple(_line(tasks) for tasks in lines.values())


def _line(tasks: list[Assigned]) -> Told:
    first = tasks[0]
    if first.part in ("act", "lead") or first.source:
        return Told(first.text, first.deadline, first.product, first.division, tuple(tasks))
    lead = enumerated(first.task.task.lead)
    by_whom = messages.AS_ASKED.format(lead=lead) if lead else ""
    if first.part == "coordinate":
        text = _several(tasks, messages.SHARES_COORDINATE, _led(lead, messages.WITH))
        return Told(text, by_whom, "", first.division, tuple(tasks))
    text = _several(tasks, messages.SHARES_IMPLEMENT, _led(lead, messages.LED_BY))
    product = messages.FIGURES_FOR.format(lead=lead) if lead else ""
    terms = {one.task.task.deadline for one in tasks}
    term = terms.pop() if len(terms) == 1 else by_whom
    return Told(text, term, product, first.division, tuple(tasks))


def _led(lead: str, form: str) -> str:
    return form.format(lead=lead) if lead else ""


def _several(tasks: list[Assigned], form: str, led: str) -> str:
    """Return the tasks in one sentence; a single one keeps its own."""
    if len(tasks) == 1:
        return tasks[0].text
    activities = (" ".join(one.task.task.activity.split()).rstrip(".") for one in tasks)
    return form.format(led=led, activities="; ".join(map(lowered, activities)))


def sentence(line: Told) -> str:
    """Return a line as one sentence with its deadline and product."""
    parts = [line.text]
    if line.deadline:
        parts.append(messages.DEADLINE.format(deadline=lowered(line.deadline)))
    if line.product:
        parts.append(messages.PRODUCT.format(product=lowered(line.product)))
    return " ".join(parts)
