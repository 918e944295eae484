"""Tables of work: tasks, coverage, sources and warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.review import messages
from analysis.review.html import (
    Html,
    Row,
    address,
    items,
    paragraph,
    table,
    task_anchor,
    with_reason,
)
from analysis.review.results import figure
from analysis.review.sources import figures_table
from analysis.vietnamese import number

if TYPE_CHECKING:
    from analysis.plan.study import IndexStudy, PlannedTask, Study


def tasks_table(study: Study, index: str) -> Html:
    """Return the tasks of one index, numbered, with roles, deadline, product, basis and origin."""
    item = study.of(index)
    names = {line.code: line.criterion.name for line in item.ledger.lines}
    slug = item.ledger.edition.index.slug
    rows = [
        Row(
            (
                names.get(task.code, item.index),
                str(place),
                with_reason(task.task.sentence, _behind(task)),
                "; ".join(task.task.lead),
                "; ".join((*task.task.implementers, *task.task.coordinators)) or "–",
                task.task.deadline,
                task.task.product,
            ),
            anchor=task_anchor(slug, task.task.id),
        )
        for place, task in enumerate(item.tasks, start=1)
    ]
    caption = messages.TASKS.format(index=index)
    return Html(
        table(caption, messages.TASKS_HEAD, rows, figures=frozenset({1}), wide=frozenset({2}))
    )


def _behind(planned: PlannedTask) -> str:
    """Return what a task rests on: the documents it cites and the plans it was learned from."""
    task, told = planned.task, list[str]()
    if task.legal_basis:
        told.append(messages.LEGAL_BASIS.format(documents="; ".join(task.legal_basis)))
    if task.learned_from:
        plans = "; ".join(messages.PLANS.get(name, name) for name in task.learned_from)
        told.append(messages.LEARNED_FROM.format(plans=plans))
    return " ".join(told)


def coverage_table(study: Study) -> Html:
    """Return every deficit with the number of its tasks, and what is not covered either way."""
    rows = [
        Row(
            (
                item.index,
                deficit.name,
                figure(deficit.lost, item.ledger.edition.index.decimals, None),
                "; ".join(deficit.reasons),
                str(sum(deficit.code in task.deficits for task in item.tasks)),
            ),
            kind="lech" if deficit.code in item.choice.uncovered else "",
        )
        for item in study.indices
        for deficit in item.choice.deficits
    ]
    uncovered = [f"{item.index} {code}" for item in study.indices for code in item.choice.uncovered]
    orphans = [task for item in study.indices for task in item.choice.orphans]
    parts = [
        _listed(uncovered, none=messages.ALL_COVERED, some=messages.UNCOVERED),
        _listed(orphans, none=messages.NO_ORPHANS, some=messages.ORPHANS),
        table(messages.COVERAGE, messages.COVERAGE_HEAD, rows, figures=frozenset({2, 4})),
    ]
    return Html(Markup("").join(parts))


def _listed(texts: list[str], *, none: str, some: str) -> Markup:
    return paragraph(some) + items(texts) if texts else paragraph(none)


def sources_list(study: Study) -> Html:
    """Return whom to cite, how figures were computed, and where each single one stands."""
    rows = [
        Row(
            (
                item.index,
                item.ledger.edition.id,
                item.ledger.edition.citation(),
                Markup("<br>").join(address(source) for source in _sources(item)) or "–",
            )
        )
        for item in study.indices
    ]
    cited = table(messages.SOURCES, messages.SOURCES_HEAD, rows)
    return Html(cited + items(messages.METHOD) + figures_table(study))


def _sources(item: IndexStudy) -> list[str]:
    """Return each source once; cells of one data file are told as that file."""
    sources = (line.source.partition(", cột ")[0] for line in item.ledger.lines if line.source)
    return [source for source in dict.fromkeys(sources) if source != "tính từ các dòng con"]


def warnings_list(study: Study) -> Html:
    """Return what was noticed and not refused."""
    if not study.warnings:
        return Html(paragraph(messages.NO_WARNINGS))
    rows = [
        Row((fault.code, fault.place.text() or "–", fault.what, fault.remedy))
        for fault in study.warnings
    ]
    return Html(table(messages.WARNINGS, messages.WARNINGS_HEAD, rows))


def in_unit(item: IndexStudy, value: float) -> str:
    """Return a figure with its unit.

    A percentage keeps its sign attached, points are a word.
    """
    index = item.ledger.edition.index
    form = messages.PERCENT if index.unit == "%" else messages.POINTS
    return form.format(value=number(value, index.decimals))
