"""The opening paragraph: where each index stands, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.text import Paragraph
from analysis.vietnamese import LETTERS, number, rank_change, rank_of

if TYPE_CHECKING:
    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study

ORDER = ("PAPI", "SIPAS", "PAR INDEX")


def opening(study: Study, *, print_published: bool) -> tuple[Paragraph, ...]:
    """Return the opening: one paragraph, and one for each former unit of a merged province.

    Parameters
    ----------
    study
        The unit's study.
    print_published
        Print the publisher's figure where it differs from the computed one.
    """
    first = Paragraph(
        "body",
        messages.RESULTS_OF.format(year=study.result_year)
        + results(study, print_published=print_published)
        + ".",
        notes=_reasons(study),
    )
    if not study.former:
        return (first,)
    former = [
        Paragraph(
            "lettered",
            messages.FORMER_UNIT.format(
                letter=letter,
                unit=item.unit.full_name(),
                results=results(item, print_published=print_published),
            ),
            notes=_reasons(item),
        )
        for letter, item in zip(LETTERS, study.former, strict=False)
    ]
    lead = Paragraph("body", messages.FORMER_UNITS.format(year=study.result_year))
    return (first, lead, *former)


def _reasons(study: Study) -> tuple[str, ...]:
    """Return why each index that has no score has none, in the order in which they are told."""
    totals = ((index, study.of(index).ledger.total) for index in ORDER)
    return tuple(f"{index}: {total.reason}" for index, total in totals if total.score is None)


def results(study: Study, *, print_published: bool) -> str:
    """Return the results of all indices as one clause each, joined by semicolons."""
    return "; ".join(
        messages.INDEX_RESULT.format(
            name=messages.INDEX_NAMES[index],
            index=index,
            figures=_figures(study.of(index), print_published=print_published),
        )
        for index in ORDER
    )


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
