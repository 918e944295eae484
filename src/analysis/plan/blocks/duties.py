"""Who answers for what: targets, parties of the organisation section, duties by agency."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.goals import target, target_clause
from analysis.plan.origins import criterion_origin, goal_origin
from analysis.plan.refs import target_ref
from analysis.plan.sheet_rows import line_key
from analysis.plan.tables import activity_numbers
from analysis.plan.text import Origin, Paragraph
from analysis.vietnamese import capitalised, joined

if TYPE_CHECKING:
    from analysis.plan.draft import Draft, Numbering
    from analysis.plan.nodes import Item, ListStyle, Node
    from analysis.plan.study import PlannedTask

_TARGET_ORDER = ("PAR INDEX", "SIPAS", "PAPI")


def targets_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return one sentence an index: the plan's own target, else a proposal."""
    indices = [index for index in _TARGET_ORDER if index in draft.indices]
    paragraphs = []
    for index in indices:
        item = draft.study.of(index)
        text = f"{target(draft.study, draft.details, index)}."
        key = line_key(item, item.ledger.total)
        refs = (target_ref(key),)
        origins = (goal_origin(key, target_clause(draft.study, draft.details, index)),)
        if node.style == "dashes":
            paragraphs.append(
                Paragraph("dash", f"{messages.DASH_MARK}{text}", refs=refs, origins=origins)
            )
        else:
            paragraphs.append(
                Paragraph("body", f"{numbering.number()} {text}", refs=refs, origins=origins)
            )
    return paragraphs


def duties_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return the parties of the organisation section, each with its duties.

    A party with one duty has it as a plain paragraph. Two parties that are one body (in a small
    commune one division does both) have their duties under one heading.
    """
    own = draft.details.duties if draft.details else ()
    duties: dict[str, list[Item]] = {}
    origins: dict[str, tuple[Origin, ...]] = {}
    for party in own or draft.form.duties:
        name = capitalised(draft.fill(party.party))
        duties.setdefault(name, []).extend(party.duties)
        origins[name] = draft.origins(party.party)
    paragraphs = []
    for party_name, items in duties.items():
        heading = numbering.heading(party_name)
        paragraphs.append(replace(heading, origins=origins[party_name]))
        several = len(items) > 1 and node.style != "paragraphs"
        style: ListStyle = "lettered" if several else "paragraphs"
        paragraphs += draft.listed(items, style, numbering)
    return paragraphs


def agency_duties_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return a heading an agency and its duties: the plan's own, else those of its tasks."""
    own = draft.details.agency_duties if draft.details else ()
    if not own:
        return _computed(draft, numbering)
    paragraphs = []
    for party in own:
        paragraphs.append(numbering.heading(_heading(draft, party.agency)))
        paragraphs += draft.listed(party.duties, "paragraphs", numbering)
    return paragraphs


def _heading(draft: Draft, function: str) -> str:
    name = _name(draft, function)
    own = draft.details.bodies if draft.details else {}
    known = function in draft.study.directory.agencies.functions()
    asked = known and function not in own and draft.study.directory.proposed((function,))
    return messages.REQUEST.format(name=name) if asked else capitalised(name)


def _name(draft: Draft, function: str) -> str:
    """Return the name of a function or own body; a lead that nobody knows is its own name."""
    return draft.words.get(function, function)


def _computed(draft: Draft, numbering: Numbering) -> list[Paragraph]:
    """Return what each lead answers for, by the numbers of its activities in the appendix."""
    numbers = activity_numbers(draft.study, draft.form)
    by_lead: dict[str, list[PlannedTask]] = {}
    functions: dict[str, str] = {}
    for index in draft.indices:
        for task in draft.study.of(index).tasks:
            for function in task.functions.get("lead", ()):
                name = _name(draft, function)
                functions.setdefault(name, function)
                by_lead.setdefault(name, []).append(task)
    paragraphs = []
    for name, tasks in by_lead.items():
        names = dict.fromkeys(_criterion_name(draft, task) for task in tasks)
        paragraphs += [
            numbering.heading(_heading(draft, functions[name])),
            Paragraph(
                "body",
                messages.AGENCY_DUTY.format(
                    numbers=joined(dict.fromkeys(numbers[task.task.id] for task in tasks)),
                    names="; ".join(names),
                ),
                origins=(
                    *(Origin("task", f"tasks/{t.task.id}", numbers[t.task.id]) for t in tasks),
                    *(criterion_origin(f"{tasks[0].index}/", name) for name in names),
                ),
            ),
        ]
    return paragraphs


def _criterion_name(draft: Draft, task: PlannedTask) -> str:
    line = draft.study.of(task.index).ledger.line(task.code)
    return "" if line is None else line.criterion.name
