"""Tables of work: tasks and coverage, and what a leader reads first."""

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
from analysis.vietnamese import number, percent, rank_change, rank_of

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


def _behind(task: PlannedTask) -> str:
    """Return what a task rests on: the documents it cites and the plans it was learned from."""
    origins = "; ".join(messages.PLANS.get(name, name) for name in task.task.learned_from)
    learned = messages.LEARNED_FROM.format(plans=origins)
    if not task.task.legal_basis:
        return learned
    basis = messages.LEGAL_BASIS.format(documents="; ".join(task.task.legal_basis))
    return f"{basis} {learned}"


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


def summary(study: Study) -> Html:
    """Return the sentences that a leader reads in one minute."""
    sentences = [_result(item) for item in study.indices]
    sentences += [text for item in study.indices if (text := _unallocated(item)) is not None]
    most = _lost_most(study.of("PAPI"))
    if most is not None:
        sentences.append(most)
    tasks = [task for item in study.indices for task in item.tasks]
    sentences.append(
        messages.SUMMARY_TASKS.format(
            deficits=sum(len(item.choice.deficits) for item in study.indices),
            tasks=len(tasks),
            leads=len({name for task in tasks for name in task.task.lead}),
            uncovered=sum(len(item.choice.uncovered) for item in study.indices),
        )
    )
    different = sum(one.agrees is False for item in study.indices for one in item.reconciliation)
    if different:
        sentences.append(messages.SUMMARY_DIFFERENT.format(count=different))
    return Html(items(sentences))


def in_unit(item: IndexStudy, value: float) -> str:
    """Return a figure with its unit.

    A percentage keeps its sign attached, points are a word.
    """
    index = item.ledger.edition.index
    form = messages.PERCENT if index.unit == "%" else messages.POINTS
    return form.format(value=number(value, index.decimals))


def _result(item: IndexStudy) -> str:
    ledger, total = item.ledger, item.ledger.total
    if total.score is None or total.lost is None:
        return messages.SUMMARY_UNKNOWN.format(
            index=item.index, year=ledger.year, reason=total.reason
        )
    place, moved = total.nation, total.change.rank
    rank = change = group = ""
    if place.rank is not None and place.ranked is not None:
        rank = messages.SUMMARY_RANK.format(rank=rank_of(place.rank, place.ranked))
        if total.rank_status == "derived":
            rank += messages.SUMMARY_DERIVED
    if moved is not None:
        change = messages.SUMMARY_CHANGE.format(
            change=rank_change(moved), year=ledger.previous_year
        )
    if total.group is not None:
        group = messages.SUMMARY_GROUP.format(group=total.group)
    return messages.SUMMARY_RESULT.format(
        index=item.index,
        year=ledger.year,
        score=in_unit(item, total.score),
        lost=in_unit(item, total.lost),
        rank=rank,
        change=change,
        group=group,
    )


def _unallocated(item: IndexStudy) -> str | None:
    extra = [line for line in item.ledger.lines if line.kind == "unallocated" and line.lost]
    if not extra or extra[0].lost is None:
        return None
    return messages.SUMMARY_UNALLOCATED.format(
        lost=number(extra[0].lost, item.ledger.edition.index.decimals),
        index=item.index,
        flagged=sum(line.flagged for line in item.ledger.lines),
    )


def _lost_most(item: IndexStudy) -> str | None:
    lines = [line for line in item.ledger.lines if line.criterion.level == 2 and line.lost]
    top = sorted(lines, key=lambda line: -(line.lost or 0))[:3]
    if len(top) < 3 or any(line.share is None for line in top):
        return None
    decimals = item.ledger.edition.index.decimals
    return messages.SUMMARY_MOST.format(
        names=", ".join(
            f"{line.criterion.name} ({number(line.lost or 0, decimals)})" for line in top
        ),
        share=percent(sum(line.share or 0 for line in top), 1),
    )
