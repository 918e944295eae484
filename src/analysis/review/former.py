"""The provinces that a unit was formed from, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.plan.origins import figure_ref
from analysis.reference import TOTAL
from analysis.review import messages
from analysis.review.html import Html, Row, paragraph, sourced, table, with_reason
from analysis.review.results import change, figure, standing, stated
from analysis.vietnamese import capitalised, joined, rank_change

if TYPE_CHECKING:
    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study

Cells = dict[str, str | Markup]


def former_table(study: Study, index: str) -> Html:
    """Return the former provinces of a merged unit side by side, nothing for other units.

    Each keeps its own figures: ranks and groups have no average, and a mean of scores would be
    the result of no province.
    """
    if not study.former:
        return Html(Markup(""))
    items = [member.of(index) for member in study.former]
    if not any(_known(item) for item in items):
        return Html(paragraph(_unknown(study, items)))
    columns = [_results(item) for item in items]
    rows = [Row([name, *(column[name] for column in columns)]) for name in columns[0]]
    rows += _lost_rows(items)
    printed = [stated(item) for item in items]
    if any(text != "–" for text in printed):
        rows.append(Row((messages.FORMER_STATED, *printed)))
    head = (
        messages.FORMER_HEAD,
        *(capitalised(member.unit.full_name()) for member in study.former),
    )
    caption = messages.FORMER.format(index=index, year=study.result_year)
    apart = messages.FORMER_APART.format(
        unit=capitalised(study.unit.full_name()), names=_names(study)
    )
    columns_of_figures = frozenset(range(1, len(head)))
    made = table(caption, head, rows, figures=columns_of_figures, sortable=False)
    return Html(made + paragraph(apart))


def _known(item: IndexStudy) -> bool:
    total = item.ledger.total
    return total.score is not None or total.nation.rank is not None


def _unknown(study: Study, items: list[IndexStudy]) -> str:
    """Return that nothing is known of any former province, and why, each reason once."""
    reasons = (item.ledger.total.reason for item in items)
    return messages.FORMER_UNKNOWN.format(
        index=items[0].index,
        year=study.result_year,
        names=_names(study),
        reason="; ".join(dict.fromkeys(filter(None, reasons))),
    )


def _names(study: Study) -> str:
    return joined(member.unit.full_name() for member in study.former)


def _results(item: IndexStudy) -> Cells:
    """Return a province's results by the name of their row."""
    total, decimals = item.ledger.total, item.ledger.edition.index.decimals
    moved, derived = total.change, total.rank_status == "derived"

    def ref(measure: str) -> str:
        return figure_ref(item, TOTAL, measure)

    steps = "–" if moved.rank is None else sourced(rank_change(moved.rank), ref("rank_change"))
    return {
        messages.FORMER_SCORE: figure(total.score, decimals, total.reason, ref=ref("score")),
        messages.FORMER_CHANGE: change(total, decimals, ref=ref("score_change")),
        messages.FORMER_RANK: standing(total.nation, derived=derived, ref=ref("rank")),
        messages.FORMER_RANK_CHANGE: with_reason(steps, moved.rank_note),
        messages.FORMER_REGION: standing(total.region, ref=ref("regional_rank")),
        messages.FORMER_GROUP: with_reason(total.group or "–", total.group_reason),
    }


def _lost_rows(items: list[IndexStudy]) -> list[Row]:
    """Return the lost points, then those of each first-level line that any province has."""
    lines: dict[str, Line] = {}
    for item in items:
        for line in item.ledger.children(TOTAL):
            if line.lost is not None:
                lines.setdefault(line.code, line)
    total = Row(
        (
            messages.FORMER_LOST_BY if lines else messages.FORMER_LOST,
            *(_lost(item, TOTAL) for item in items),
        )
    )
    return [
        total,
        *(
            Row((_name(line), *(_lost(item, code) for item in items)))
            for code, line in lines.items()
        ),
    ]


def _name(line: Line) -> str:
    if line.kind != "criterion":
        return line.criterion.name
    return messages.FORMER_LINE.format(
        code=line.code,
        name=line.criterion.name,
        breakdown=messages.BREAKDOWN[line.criterion.breakdown],
    )


def _lost(item: IndexStudy, code: str) -> Markup:
    line = item.ledger.line(code)
    if line is None:
        return Markup("–")
    reason = None if code == TOTAL else line.reason
    ref = figure_ref(item, code, "lost")
    return figure(line.lost, item.ledger.edition.index.decimals, reason, ref=ref)
