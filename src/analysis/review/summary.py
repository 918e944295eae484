"""What a leader reads in a minute: three results, the biggest losses, tasks, gaps, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.review import messages, page_messages
from analysis.review.html import Html, items
from analysis.review.results import unknown_results
from analysis.review.work import in_unit
from analysis.vietnamese import number, percent, rank_change, rank_of

if TYPE_CHECKING:
    from analysis.plan.study import IndexStudy, Study


def summary(study: Study) -> Html:
    """Return the sentences that a leader reads in one minute."""
    sentences = [
        *_results(study),
        *(text for index in study.indices if (text := _former(study, index.index))),
        *(text for item in study.indices if (text := _unallocated(item))),
        _lost_most(study.of("PAPI")),
        _tasks(study),
        _different(study),
        _warnings(study),
    ]
    return Html(items(sentence for sentence in sentences if sentence))


def _results(study: Study) -> list[str]:
    """Return a sentence an index, then why others have none."""
    told = []
    for item in study.indices:
        total = item.ledger.total
        if total.score is not None and total.lost is not None:
            told.append(_result(item, score=total.score, lost=total.lost))
    return told + unknown_results(study)


def _result(item: IndexStudy, *, score: float, lost: float) -> str:
    ledger, total = item.ledger, item.ledger.total
    place = total.nation
    rank = group = ""
    if place.rank is not None and place.ranked is not None:
        rank = messages.SUMMARY_RANK.format(rank=rank_of(place.rank, place.ranked))
        if total.rank_status == "derived":
            rank += messages.SUMMARY_DERIVED
    if total.group is not None:
        group = messages.SUMMARY_GROUP.format(group=total.group)
    return messages.SUMMARY_RESULT.format(
        index=item.index,
        year=ledger.year,
        score=in_unit(item, score),
        lost=in_unit(item, lost),
        rank=rank,
        change=_change(item),
        group=group,
    )


def _change(item: IndexStudy) -> str:
    """Return the change of score where the years compare, and of rank where both are known."""
    moved = item.ledger.total.change
    parts = []
    if moved.rank is not None:
        parts.append(rank_change(moved.rank))
    if moved.score:
        form = page_messages.SUMMARY_UP if moved.score > 0 else page_messages.SUMMARY_DOWN
        parts.append(form.format(value=in_unit(item, abs(moved.score))))
    if not parts:
        return ""
    told = page_messages.AND.join(parts)
    return messages.SUMMARY_CHANGE.format(change=told, year=item.ledger.previous_year)


def _former(study: Study, index: str) -> str | None:
    """Return the scores and ranks of the provinces that a unit was formed from."""
    told = []
    for member in study.former:
        item = member.of(index)
        total = item.ledger.total
        if total.score is None:
            continue
        values = {"unit": member.unit.name, "score": in_unit(item, total.score)}
        if total.nation.rank is None or total.nation.ranked is None:
            told.append(page_messages.SUMMARY_FORMER_ONE.format(**values))
        else:
            rank = rank_of(total.nation.rank, total.nation.ranked)
            told.append(page_messages.SUMMARY_FORMER_RANKED.format(**values, rank=rank))
    if not told:
        return None
    return page_messages.SUMMARY_FORMER.format(
        index=index, year=study.result_year, list="; ".join(told)
    )


def _unallocated(item: IndexStudy) -> str | None:
    extra = [line for line in item.ledger.lines if line.kind == "unallocated" and line.lost]
    if not extra or extra[0].lost is None:
        return None
    flagged = sum(line.flagged for line in item.ledger.lines)
    return page_messages.SUMMARY_UNALLOCATED.format(
        lost=number(extra[0].lost, item.ledger.edition.index.decimals),
        index=item.index,
        flagged=page_messages.SUMMARY_FLAGGED.format(count=flagged) if flagged else "",
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


def _tasks(study: Study) -> str:
    tasks = [task for item in study.indices for task in item.tasks]
    return messages.SUMMARY_TASKS.format(
        deficits=sum(len(item.choice.deficits) for item in study.indices),
        tasks=len(tasks),
        leads=len({name for task in tasks for name in task.task.lead}),
        uncovered=sum(len(item.choice.uncovered) for item in study.indices),
    )


def _different(study: Study) -> str | None:
    count = sum(one.agrees is False for item in study.indices for one in item.reconciliation)
    return messages.SUMMARY_DIFFERENT.format(count=count) if count else None


def _warnings(study: Study) -> str:
    if not study.warnings:
        return page_messages.SUMMARY_NO_WARNINGS
    return page_messages.SUMMARY_WARNINGS.format(count=len(study.warnings))
