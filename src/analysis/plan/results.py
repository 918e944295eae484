"""Where each index stands: one clause with score, rank, change and group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.vietnamese import number, rank_change, rank_of

if TYPE_CHECKING:
    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study

ORDER = ("PAPI", "SIPAS", "PAR INDEX")


def clause(item: IndexStudy, *, print_published: bool) -> str:
    """Return where one index stands, as a clause without a full stop.

    Parameters
    ----------
    item
        The study of the index.
    print_published
        Print the publisher's figure where it differs from the computed one.
    """
    return messages.INDEX_RESULT.format(
        name=messages.INDEX_NAMES[item.index],
        index=item.index,
        figures=_figures(item, print_published=print_published),
    )


def results(study: Study, *, indices: tuple[str, ...], print_published: bool) -> str:
    """Return the results of several indices, a clause each, joined by semicolons."""
    return "; ".join(
        clause(study.of(index), print_published=print_published)
        for index in ORDER
        if index in indices
    )


def reasons(study: Study, indices: tuple[str, ...]) -> tuple[str, ...]:
    """Return why each index that has no score has none, in the order in which they are told."""
    totals = ((index, study.of(index).ledger.total) for index in ORDER if index in indices)
    return tuple(f"{index}: {total.reason}" for index, total in totals if total.score is None)


def _figures(item: IndexStudy, *, print_published: bool) -> str:
    total = item.ledger.total
    stated = {
        one.fact.fact: one.fact.value for one in item.reconciliation if one.fact.criterion == "0"
    }
    parts = [_score(item, stated if print_published else {}), *_ranking(item, total)]
    if print_published and "rank_change" in stated and total.change.rank is not None:
        parts[-1] = _changed(int(stated["rank_change"]), item)
    if total.group is not None and item.index == "PAPI":
        parts.append(messages.IN_GROUP.format(group=total.group))
    elif total.group is None and "group" in stated:
        parts.append(messages.IN_NAMED_GROUP.format(group=stated["group"]))
    if "superlative" in stated:
        parts.append(messages.SUPERLATIVE.format(superlative=stated["superlative"]))
    return ", ".join(parts)


def _score(item: IndexStudy, stated: dict[str, str]) -> str:
    total = item.ledger.total
    if total.score is None:
        return messages.UNKNOWN
    form = messages.SCORE_PERCENT if item.ledger.edition.index.unit == "%" else None
    text = stated.get("score", "").split("/")[0].rstrip("%")
    score = text or number(total.score, item.ledger.edition.index.decimals)
    return (form or messages.SCORE_POINTS).format(score=score)


def _ranking(item: IndexStudy, total: Line) -> list[str]:
    """Return the rank (only if computed or published as such) and its change."""
    parts = []
    if total.nation.rank is not None and total.nation.ranked and _rank_is_stated(item):
        rank = rank_of(total.nation.rank, total.nation.ranked)
        parts.append(messages.RANKED.format(rank=rank))
    if total.change.rank is not None:
        parts.append(_changed(total.change.rank, item))
    return parts


def _changed(places: int, item: IndexStudy) -> str:
    return messages.RANK_CHANGED.format(change=rank_change(places), year=item.ledger.previous_year)


def _rank_is_stated(item: IndexStudy) -> bool:
    return item.ledger.total.rank_status != "derived"
