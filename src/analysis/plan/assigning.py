"""A body's tasks under the headings of its own plan, each in its own voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.origins import assigned_origins, task_origins
from analysis.plan.refs import task_refs
from analysis.plan.telling import sentence, told
from analysis.reference import belongs
from analysis.tasks import reference_of
from analysis.vietnamese import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.draft import Draft
    from analysis.plan.mandate import Assigned
    from analysis.plan.programme import TaskGroup
    from analysis.plan.study import PlannedTask, Study
    from analysis.plan.text import Origin


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that names who leads a content; its notes ask the drafter to fill it in."""

    text: str
    notes: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """What is done, in one paragraph; `refs` name the cells that it shows."""

    text: str
    refs: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentGroup:
    """A content of a department's plan: its title, who leads it, and its duties."""

    title: str
    lead: Lead | None
    duties: tuple[Duty, ...]


def reference(task: PlannedTask, study: Study) -> str:
    """Return the reference of the criterion a task is printed under; its index if of none."""
    line = study.of(task.index).ledger.line(task.code) if task.code else None
    return reference_of(task.index, "" if line is None else line.criterion.key).rstrip("/")


def content_groups(draft: Draft) -> tuple[ContentGroup, ...]:
    """Return the contents of a department's plan that have duties.

    The plan's own contents go first; else the tasks that the provincial plan gives the department
    are put under the contents of the form.
    """
    part = draft.study.part("contents")
    if part is not None:
        return tuple(_own(group) for group in part.groups)
    assigned = () if draft.mandate is None else draft.mandate.assigned
    left = list(assigned)
    groups = []
    for content in draft.form.contents:
        here = [
            one
            for one in left
            if any(belongs(reference(one.task, draft.study), name) for name in content.references)
        ]
        left = [one for one in left if one not in here]
        if here:
            groups.append(_computed(draft.fill(content.title), here, draft))
    if left:
        groups.append(_computed(messages.OTHER_CONTENT, left, draft))
    return tuple(groups)


def _own(group: TaskGroup) -> ContentGroup:
    tasks = group.tasks()
    duties = tuple(
        Duty(text, task_refs([task], "text"), task_origins([task]))
        for task in tasks
        for text in task.paragraphs
    )
    roles = group.roles
    if not roles.lead:
        return ContentGroup(group.title, None, duties)
    form = messages.CONTENT_LEAD_WITH if roles.coordinators else messages.CONTENT_LEAD
    text = form.format(lead=joined(roles.lead), others=joined(roles.coordinators))
    return ContentGroup(
        group.title, Lead(text, refs=_shared(group), origins=task_origins(tasks)), duties
    )


def _shared(group: TaskGroup) -> tuple[str, ...]:
    """Return the cells behind a group's lead: none where a task has another."""
    tasks, roles = group.tasks(), group.roles
    told = {(task.task.lead, task.task.coordinators) for task in tasks}
    if told != {(roles.lead, roles.coordinators)}:
        return ()
    helped = task_refs(tasks, "coordinators") if roles.coordinators else ()
    return (*task_refs(tasks, "lead"), *helped)


def _computed(title: str, assigned: list[Assigned], draft: Draft) -> ContentGroup:
    divisions = tuple(dict.fromkeys(one.division for one in assigned if one.division))
    units = draft.words["cac_bo_phan"]
    if divisions:
        text = messages.CONTENT_LEAD_WITH.format(lead=joined(divisions), others=units)
        lead = Lead(text)
    else:
        text = messages.CONTENT_LEAD_WITH.format(lead=messages.DIVISION_BLANK, others=units)
        lead = Lead(text, (messages.DIVISION_NOTE,))
    duties = (
        Duty(sentence(line), origins=assigned_origins(line.assigned)) for line in told(assigned)
    )
    return ContentGroup(title, lead, tuple(duties))


def by_group(assigned: Iterable[Assigned]) -> dict[str, list[Assigned]]:
    """Return assigned tasks by the title of their group, in order."""
    groups: dict[str, list[Assigned]] = {}
    for one in assigned:
        groups.setdefault(one.group, []).append(one)
    return groups
