"""What is done: criterion blocks with their roles, dimensions, contents with their lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.assigning import content_groups
from analysis.plan.figures import maximum, printed
from analysis.plan.origins import (
    criterion_origin,
    line_origins,
    name_origin,
    note_origins,
    task_origins,
)
from analysis.plan.programme import TaskGroup, roles_of
from analysis.plan.refs import task_refs
from analysis.plan.text import Paragraph
from analysis.tasks import reference_of
from analysis.vietnamese import joined, letters, lowered, number, rank_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.deficits import Line
    from analysis.plan.draft import Draft, Numbering
    from analysis.plan.nodes import ListStyle, Node
    from analysis.plan.programme import TaskRow
    from analysis.plan.study import IndexStudy, PlannedTask


def tasks_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return the tasks of an index, or a department's by its contents, in the node's style."""
    if node.style == "contents":
        return _contents(draft, numbering)
    item = draft.study.of(node.index or draft.indices[0])
    part = draft.study.part(item.index)
    groups = () if part is None else part.groups
    if node.style in ("lettered", "paragraphs"):
        return _dimensions(draft, item, groups, numbering, style=node.style)
    if not groups:
        return [Paragraph("body", messages.NO_CRITERIA.format(year=item.ledger.year))]
    if node.style == "role_blocks_by_group":
        return [
            paragraph
            for group in groups
            for paragraph in (
                _titled(numbering, messages.ABOUT_CONTENT.format(name=group.title), group),
                *role_block(group.tasks()),
            )
        ]
    return [
        paragraph
        for group in groups
        for paragraph in (_titled(numbering, group.title, group), *_criterion_blocks(group))
    ]


def _titled(numbering: Numbering, title: str, group: TaskGroup) -> Paragraph:
    """Return the heading of a group, whose name is a criterion's or the plan's own."""
    return replace(numbering.heading(title), origins=(criterion_origin(group.code, group.title),))


def _criterion_blocks(group: TaskGroup) -> list[Paragraph]:
    paragraphs = []
    titled = [row for row in group.rows if row.tasks and _title(row, group) is not None]
    for row in group.rows:
        if row.note:
            paragraphs.append(Paragraph("body", row.note, origins=note_origins(row)))
        if (name := _title(row, group)) is not None and row in titled:
            form = messages.CRITERION if len(titled) > 1 else messages.LONE_CRITERION
            title = form.format(number=titled.index(row) + 1, name=name)
            names = tuple(criterion_origin(item.code, item.name) for item in row.criteria)
            paragraphs.append(Paragraph("criterion", title, origins=names))
        if row.tasks:
            paragraphs += role_block(row.tasks)
    return paragraphs


def _title(row: TaskRow, group: TaskGroup) -> str | None:
    """Return the criteria's names, None for tasks of the whole group."""
    own = [item.name for item in row.criteria if item.name != group.title]
    return "; ".join(own) if own else None


def role_block(tasks: Iterable[PlannedTask]) -> list[Paragraph]:
    """Return who leads, who carries out or helps, and what is done, for a group of tasks."""
    tasks = list(tasks)
    roles = roles_of(tasks)
    notes = tuple(dict.fromkeys(task.note for task in tasks if task.note))
    told = (
        (messages.LEAD, "lead", roles.lead, notes),
        (messages.IMPLEMENTERS, "implementers", roles.implementers, ()),
        (messages.COORDINATORS, "coordinators", roles.coordinators, ()),
    )
    return [
        *(
            Paragraph(
                "dash",
                form.format(names=joined(names)),
                asked,
                refs=task_refs(tasks, column),
                origins=task_origins(tasks),
            )
            for form, column, names, asked in told
            if names
        ),
        Paragraph("dash", messages.MEASURES),
        *(
            Paragraph(
                "plus",
                messages.PLUS.format(sentence=with_term(task)),
                refs=task_refs([task]),
                origins=task_origins([task]),
            )
            for task in tasks
        ),
    ]


def with_term(task: PlannedTask, sentence: str | None = None) -> str:
    """Return a task's sentence with its deadline and product, as far as it has them."""
    parts = [sentence or task.task.sentence]
    if task.task.deadline:
        parts.append(messages.DEADLINE.format(deadline=lowered(task.task.deadline)))
    if task.task.product:
        parts.append(messages.PRODUCT.format(product=lowered(task.task.product)))
    return " ".join(parts)


def _dimensions(
    draft: Draft,
    item: IndexStudy,
    groups: tuple[TaskGroup, ...],
    numbering: Numbering,
    *,
    style: str,
) -> list[Paragraph]:
    """Return every dimension: its state and lettered tasks, or paragraphs without an actor."""
    own = draft.details.contents if draft.details else {}
    by_code = {group.code: group for group in groups}
    paragraphs = []
    for line in (line for line in item.ledger.lines if line.criterion.level == 1):
        name = line.criterion.name
        title = messages.ABOUT_DIMENSION.format(name=name) if style == "lettered" else name
        heading = numbering.heading(title)
        paragraphs.append(replace(heading, origins=(name_origin(item, line),)))
        group = by_code.get(line.code)
        tasks = () if group is None else group.tasks()
        reference = reference_of(item.index, line.criterion.key)
        if reference in own:
            several = any(item.dashes for item in own[reference])
            kind: ListStyle = "lettered" if several else "paragraphs"
            paragraphs += draft.listed(own[reference], kind, numbering)
        elif style == "lettered":
            paragraphs += [state(line, item), *_lettered(tasks)]
        else:
            paragraphs.append(state(line, item))
            paragraphs += [
                Paragraph(
                    "body",
                    task.task.sentence,
                    _asked(task),
                    refs=task_refs([task]),
                    origins=task_origins([task]),
                )
                for task in tasks
            ]
    # Own groups that name no dimension of the edition: nothing of the plan is left out.
    known = {line.code for line in item.ledger.lines}
    for group in (group for group in groups if group.code not in known):
        paragraphs += [_titled(numbering, group.title, group), *_lettered(group.tasks())]
    return paragraphs


def _lettered(tasks: Iterable[PlannedTask]) -> list[Paragraph]:
    return [
        Paragraph(
            "lettered",
            messages.LETTERED.format(letter=letter, sentence=with_term(task)),
            _asked(task),
            refs=task_refs([task]),
            origins=task_origins([task]),
        )
        for letter, task in zip(letters(), tasks, strict=False)
    ]


def _asked(task: PlannedTask) -> tuple[str, ...]:
    return (task.note,) if task.note else ()


def state(line: Line, item: IndexStudy) -> Paragraph:
    """Return where a dimension stands, in one sentence."""
    year = item.ledger.year
    if line.score is None or line.nation.rank is None or line.nation.ranked is None:
        text = messages.DIMENSION_UNKNOWN.format(year=year)
        return Paragraph("body", text, () if line.reason is None else (line.reason,))
    decimals = item.ledger.edition.index.decimals
    return Paragraph(
        "body",
        messages.DIMENSION_STATE.format(
            year=year,
            score=number(line.score, decimals),
            most=maximum(line, decimals).text,
            lost=printed(line.lost, decimals=decimals, reason=line.reason).text,
            rank=rank_of(line.nation.rank, line.nation.ranked),
            group=messages.DIMENSION_GROUP.format(group=line.group) if line.group else "",
            change=_change(line, item, decimals),
        ),
        origins=line_origins(item, line),
    )


def _change(line: Line, item: IndexStudy, decimals: int) -> str:
    moved = line.change.score
    if moved is None or not line.change.comparable:
        return ""
    return messages.DIMENSION_CHANGE.format(
        direction=messages.DOWN if moved < 0 else messages.UP,
        points=number(abs(moved), decimals),
        year=item.ledger.previous_year,
    )


def _contents(draft: Draft, numbering: Numbering) -> list[Paragraph]:
    """Return a department's contents: heading, who leads with whom, a dash for each duty."""
    paragraphs = []
    for group in content_groups(draft):
        heading = numbering.heading(messages.CONTENT.format(name=group.title))
        paragraphs.append(replace(heading, origins=(criterion_origin("", group.title),)))
        if group.lead is not None:
            lead = group.lead
            paragraphs.append(
                Paragraph("body", lead.text, lead.notes, refs=lead.refs, origins=lead.origins)
            )
        paragraphs += [
            Paragraph(
                "dash",
                f"{messages.DASH_MARK}{duty.text}",
                refs=duty.refs,
                origins=duty.origins,
            )
            for duty in group.duties
        ]
    return paragraphs
