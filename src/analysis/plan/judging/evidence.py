"""Assumptions about the results that a plan rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis.plan.judging import assumption_messages as messages
from analysis.plan.judging.looking import line_spot
from analysis.plan.judging.model import Assumption
from analysis.vietnamese import capitalised, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.plan.judging.looking import Looked
    from analysis.plan.study import IndexStudy

_UNSURE = frozenset({"derived", "uncertain"})
# Reasons for missing scores are many and alike; the most frequent ones tell enough.
_REASONS = 2


def result_year(looked: Looked) -> Iterator[Assumption]:
    """Yield how old the results are."""
    study = looked.study
    gap = study.plan_year - 1 - study.result_year
    what = messages.NEWEST.format(plan=study.plan_year, year=study.result_year)
    if gap <= 0:
        yield Assumption("result_year", "green", what, messages.NEWEST_WHY)
        return
    why = messages.OLDER_WHY.format(gap=gap)
    settle = messages.OLDER_SETTLE.format(year=study.plan_year - 1)
    yield Assumption("result_year", "amber" if gap == 1 else "red", what, why, settle)


def own_results(looked: Looked) -> Iterator[Assumption]:
    """Yield whether the results are of the unit itself."""
    study = looked.study
    unit = study.unit.full_name()
    if not study.former:
        what = messages.OWN.format(year=study.result_year, unit=unit)
        yield Assumption("own_results", "green", what, messages.OWN_WHY)
        return
    names = joined(one.unit.full_name() for one in study.former)
    what = messages.FORMER.format(unit=unit, names=names)
    yield Assumption("own_results", "red", what, messages.FORMER_WHY, messages.FORMER_SETTLE)


def scores(looked: Looked) -> Iterator[Assumption]:
    """Yield, for each index, which scores are missing, with the reasons."""
    settle = messages.FORMER_SETTLE if looked.study.former else messages.LACKING_SETTLE
    for item in looked.items:
        total, year = item.ledger.total, item.ledger.year
        lines = [
            line
            for line in item.ledger.lines
            if line.kind == "criterion" and line.criterion.level > 0
        ]
        lacking = [line for line in lines if line.score is None]
        words = {"index": item.index, "count": len(lines), "lacking": len(lacking), "year": year}
        spots = (line_spot(item, total),)
        if total.score is None:
            what = messages.UNSCORED.format(**words)
            why = messages.LACKING_WHY.format(reasons=total.reason)
            yield Assumption("scores", "red", what, why, settle, spots)
        elif lacking:
            counts = Counter(line.reason for line in lacking if line.reason)
            reasons = "; ".join(reason for reason, _ in counts.most_common(_REASONS))
            what = messages.SOME_SCORED.format(**words)
            why = messages.LACKING_WHY.format(reasons=reasons)
            yield Assumption("scores", "amber", what, why, settle, spots)
        else:
            what = messages.SCORED.format(**words)
            yield Assumption("scores", "green", what, messages.SCORED_WHY, spots=spots)


def comparable(looked: Looked) -> Iterator[Assumption]:
    """Yield, for each index with a score, whether it compares with the year before."""
    for item in looked.items:
        total, spots = item.ledger.total, (line_spot(item, item.ledger.total),)
        if total.score is None:
            continue
        year, change = item.ledger.year, total.change
        words = {"index": item.index, "year": year, "before": year - 1}
        if change.comparable:
            why = change.note or messages.COMPARED_WHY
            yield Assumption("comparable", "green", _said(messages.COMPARED, words), why, "", spots)
            continue
        settle = messages.NOT_COMPARED_SETTLE
        if change.previous_score is None:
            settle = messages.NO_YEAR_BEFORE_SETTLE
        what, settle = _said(messages.NOT_COMPARED, words), _said(settle, words)
        why = messages.NOT_COMPARED_WHY.format(reason=capitalised(change.note or ""))
        yield Assumption("comparable", "amber", what, why, settle, spots)


def published(looked: Looked) -> Iterator[Assumption]:
    """Yield, for each index with a score or rank, whether they are the publisher's own."""
    for item in looked.items:
        total, spots = item.ledger.total, (line_spot(item, item.ledger.total),)
        if total.score is None and total.nation.rank is None:
            continue
        words = {"index": item.index, "year": item.ledger.year}
        if _UNSURE & {total.status, total.rank_status}:
            what, settle = _said(messages.DERIVED, words), messages.DERIVED_SETTLE
            yield Assumption("published", "amber", what, messages.DERIVED_WHY, settle, spots)
        else:
            what = _said(messages.SURE, words)
            yield Assumption("published", "green", what, messages.SURE_WHY, "", spots)


def printed(looked: Looked) -> Iterator[Assumption]:
    """Yield, for each index, whether its figures agree with those that were published."""
    yield from map(_printed, looked.items)


def _printed(item: IndexStudy) -> Assumption:
    words, spots = {"index": item.index}, (line_spot(item, item.ledger.total),)
    agree = sum(one.agrees is True for one in item.reconciliation)
    differ = sum(one.agrees is False for one in item.reconciliation)
    if differ:
        why = messages.PRINTED_DIFFER_WHY.format(differ=differ, count=agree + differ)
        what, settle = _said(messages.PRINTED_DIFFER, words), messages.PRINTED_DIFFER_SETTLE
        return Assumption("printed", "amber", what, why, settle, spots)
    if agree:
        why = messages.PRINTED_AGREE_WHY.format(agree=agree)
        return Assumption("printed", "green", _said(messages.PRINTED_AGREE, words), why, "", spots)
    what, settle = _said(messages.PRINTED_NONE, words), messages.PRINTED_NONE_SETTLE
    return Assumption("printed", "amber", what, messages.PRINTED_NONE_WHY, settle, spots)


def _said(text: str, words: Mapping[str, object]) -> str:
    return text.format(**words)
