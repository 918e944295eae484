"""Assumptions about the tasks: that bodies know themselves meant, that what is cited holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.judging import assumption_messages as messages
from analysis.plan.judging.looking import reads_several, task_name, task_spot
from analysis.plan.judging.model import Assumption
from analysis.plan.vacancies import functions_of, vacancies
from analysis.reference import MERGER
from analysis.tasks import messages as task_messages
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.plan.judging.looking import Looked
    from analysis.plan.study import PlannedTask

_PRINTED = ("lead", "implementers", "coordinators")
_TO_CHECK = task_messages.TO_CHECK.format(citation="")


def leads(looked: Looked) -> Iterator[Assumption]:
    """Yield each lead whose body was abolished: somebody else only seems to have it now."""
    day = short_date(looked.study.day)
    tasks = {task.task.id: task for task in looked.tasks}
    found = vacancies(looked.study)
    if not found:
        what = messages.LEADS_KNOWN.format(day=day)
        yield Assumption("leads", "green", what, messages.LEADS_KNOWN_WHY)
    for one in found:
        task, was = tasks[one.task], one.was
        now, *_ = one.proposal
        what = messages.LEAD_OPEN.format(task=task_name(task), now=now, was=was)
        why = messages.LEAD_OPEN_WHY.format(was=was, day=day)
        settle = messages.LEAD_OPEN_SETTLE.format(proposal="; ".join(one.proposal))
        yield Assumption("leads", "red", what, why, settle, (task_spot(task),))


def bodies(looked: Looked) -> Iterator[Assumption]:
    """Yield each name in a role that does not tell whom it means.

    That is a name for several bodies that the register cannot list, and a name that somebody typed
    and the register does not know. A body that the plan declares under its own name is known.
    """
    opened: dict[str, list[PlannedTask]] = {}
    for task in looked.tasks:
        for name in dict.fromkeys(_unclear(task, looked)):
            opened.setdefault(name, []).append(task)
    if not opened:
        why = messages.BODIES_KNOWN_WHY.format(day=short_date(looked.study.day))
        yield Assumption("bodies", "green", messages.BODIES_KNOWN, why)
    for name, tasks in opened.items():
        what = messages.BODY_OPEN.format(name=name, count=len(tasks))
        why, settle = messages.BODY_OPEN_WHY, messages.BODY_OPEN_SETTLE
        yield Assumption("bodies", "amber", what, why, settle, tuple(map(task_spot, tasks)))


def _unclear(task: PlannedTask, looked: Looked) -> Iterator[str]:
    directory = looked.study.directory
    known = directory.agencies.functions()
    for role in _PRINTED:
        codes, names = task.functions.get(role, ()), getattr(task.task, role)
        own = [name for name in names if name not in directory.names(_known(codes, known))]
        yield from (name for name in own if name in codes or reads_several(name))
    for code in _known(functions_of(task), known):
        if directory.members(code).reason:
            yield directory.name(code)


def _known(codes: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in known)


def localities(looked: Looked) -> Iterator[Assumption]:
    """Yield what is taken for granted of districts and communes on the plan's date."""
    study = looked.study
    standing: dict[tuple[str, str], list[PlannedTask]] = {}
    communes: list[PlannedTask] = []
    for task in looked.tasks:
        codes = _known(functions_of(task), study.directory.agencies.functions())
        stand_ins = {
            (study.directory.name(code), was)
            for code in codes
            if (was := study.directory.stands_in_for(code))
        }
        for pair in sorted(stand_ins):
            standing.setdefault(pair, []).append(task)
        if any("communes" in study.directory.members(code).localities for code in codes):
            communes.append(task)
    yield from _standing_in(standing)
    if communes and study.day < MERGER:
        what = messages.LOCAL_UNLISTED.format(count=len(communes))
        why, settle = messages.LOCAL_UNLISTED_WHY, messages.LOCAL_UNLISTED_SETTLE
        yield Assumption("localities", "amber", what, why, settle, tuple(map(task_spot, communes)))
    elif not standing:
        what = messages.LOCAL_RIGHT.format(day=short_date(study.day))
        yield Assumption("localities", "green", what, messages.LOCAL_RIGHT_WHY)


def _standing_in(standing: dict[tuple[str, str], list[PlannedTask]]) -> Iterator[Assumption]:
    for (now, was), tasks in standing.items():
        words = {"now": now, "was": was, "count": len(tasks)}
        what = messages.LOCAL_STANDING_IN.format(**words)
        why = messages.LOCAL_STANDING_IN_WHY.format(**words)
        settle = messages.LOCAL_STANDING_IN_SETTLE
        yield Assumption("localities", "amber", what, why, settle, tuple(map(task_spot, tasks)))


def documents(looked: Looked) -> Iterator[Assumption]:
    """Yield each cited document that nothing says to be in force on the plan's date."""
    day = short_date(looked.study.day)
    cited: dict[str, list[PlannedTask]] = {}
    for task in looked.tasks:
        for document in task.task.legal_basis:
            cited.setdefault(document, []).append(task)
    opened = {text: tasks for text, tasks in cited.items() if text.endswith(_TO_CHECK)}
    for text, tasks in opened.items():
        what = messages.DOCUMENT_OPEN.format(document=text.removesuffix(_TO_CHECK))
        why = messages.DOCUMENT_OPEN_WHY.format(count=len(tasks), day=day)
        settle = messages.DOCUMENT_OPEN_SETTLE
        yield Assumption("documents", "amber", what, why, settle, tuple(map(task_spot, tasks)))
    if not cited:
        what, why = messages.DOCUMENTS_NONE, messages.DOCUMENTS_NONE_WHY
        yield Assumption("documents", "green", what, why)
    elif not opened:
        what = messages.DOCUMENTS_HOLD.format(day=day)
        why = messages.DOCUMENTS_HOLD_WHY.format(count=len(cited))
        yield Assumption("documents", "green", what, why)
