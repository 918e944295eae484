"""Tables of results: facts, ledger, targets, reconciliation."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.plan.origins import figure_ref
from analysis.reference import TOTAL
from analysis.review import messages, page_messages
from analysis.review.html import (
    Html,
    Row,
    address,
    anchor,
    fact_anchor,
    paragraph,
    sourced,
    table,
    target_anchor,
    with_reason,
)
from analysis.vietnamese import joined, number, percent, rank_change, rank_of, signed

if TYPE_CHECKING:
    from analysis.deficits import Line, Standing, Target
    from analysis.plan.study import IndexStudy, Study


def facts_table(study: Study) -> Html:
    """Return where each index stands."""
    if not any(_known(item) for item in study.indices):
        return Html(Markup("").join(paragraph(text) for text in unknown_results(study)))
    caption = messages.FACTS.format(year=study.result_year, unit=study.unit.full_name())
    rows = (_facts_row(item) for item in study.indices)
    return Html(table(caption, messages.FACTS_HEAD, rows, figures=frozenset(range(1, 10))))


def _known(item: IndexStudy) -> bool:
    """Tell whether anything of the unit's own result is known."""
    total = item.ledger.total
    ranks = (total.nation.rank, total.region.rank)
    return total.score is not None or ranks != (None, None) or stated(item) != "–"


def unknown_results(study: Study) -> list[str]:
    """Return why indices have no result; those that lack one for the same reason share a line."""
    by_reason: dict[str, list[str]] = {}
    for item in study.indices:
        total = item.ledger.total
        if total.score is None or total.lost is None:
            by_reason.setdefault(total.reason or messages.UNKNOWN, []).append(item.index)
    return [
        page_messages.RESULTS_UNKNOWN.format(
            indices=joined(indices), year=study.result_year, reason=reason
        )
        for reason, indices in by_reason.items()
    ]


def _facts_row(item: IndexStudy) -> Row:
    total = item.ledger.total
    decimals = item.ledger.edition.index.decimals
    moved = total.change.rank
    most = number(item.ledger.edition.max_score, 0)
    moved_text = "–" if moved is None else rank_change(moved)

    def ref(measure: str) -> str:
        return figure_ref(item, TOTAL, measure)

    return Row(
        (
            item.index,
            figure(total.score, decimals, total.reason, ref=ref("score")),
            sourced(most, ref("maximum")),
            figure(total.lost, decimals, None, ref=ref("lost")),
            standing(total.nation, derived=total.rank_status == "derived", ref=ref("rank")),
            change(total, decimals, ref=ref("score_change")),
            with_reason(sourced(moved_text, ref("rank_change")), total.change.rank_note),
            with_reason(total.group or "–", total.group_reason),
            standing(total.region, ref=ref("regional_rank")),
            figure(item.ledger.national_mean, decimals, None, ref=ref("mean")),
            stated(item),
        )
    )


def stated(item: IndexStudy) -> str:
    """Return what issued plans printed of the index itself."""
    told = [
        f"{messages.FACT_NAMES[one.fact.fact]}: {one.fact.value}"
        for one in item.reconciliation
        if one.fact.criterion == "0"
    ]
    return "; ".join(told) or "–"


def figure(value: float | None, decimals: int, reason: str | None, *, ref: str = "") -> Markup:
    """Return a figure, or "chưa có số liệu" with its reason; `ref` names its source."""
    if value is None:
        return with_reason(messages.UNKNOWN, reason)
    return with_reason(_figure(number(value, decimals), ref), None)


def _figure(text: str, ref: str) -> str:
    return sourced(text, ref) if ref else text


def standing(place: Standing, *, derived: bool = False, ref: str = "") -> Markup:
    """Return a rank and the number ranked, or the reason why there is none.

    `derived` marks a rank that follows from other published ones, `ref` names its source.
    """
    if place.rank is None or place.ranked is None:
        return with_reason("–", place.reason)
    note = messages.DERIVED_RANK if derived else None
    return with_reason(_figure(rank_of(place.rank, place.ranked), ref), note)


def change(line: Line, decimals: int, *, ref: str = "") -> Markup:
    """Return a change of score with its note, or the reason why the years do not compare."""
    moved = line.change.score
    told = "–" if moved is None else _figure(signed(moved, decimals), ref)
    return with_reason(told, line.change.note)


_FULL = tuple(messages.LEDGER_COLUMNS)
_SHORT = ("name", "code", "most", "score", "lost", "share", "rank", "control", "source")
_TEXT = frozenset({"name", "code", "group", "control", "source"})


def ledger_table(study: Study, index: str) -> Html:
    """Return every line of an index's ledger and the check that its sums close.

    Where the scores of all provinces are not known, the columns that rest on them are left out.
    """
    item = study.of(index)
    ledger = item.ledger
    if all(line.score is None and line.lost is None for line in ledger.lines):
        reason = ledger.total.reason or page_messages.NO_LINE_SCORED
        told = page_messages.LEDGER_NOTHING.format(index=index, year=ledger.year, reason=reason)
        return Html(paragraph(told))
    computed = bool(item.field.computed)
    keys = _FULL if computed else _SHORT
    lines = table(
        messages.LEDGER.format(index=index, year=ledger.year),
        [messages.LEDGER_COLUMNS[key] for key in keys],
        (_ledger_row(line, item, keys) for line in ledger.lines),
        figures=frozenset(place for place, key in enumerate(keys) if key not in _TEXT),
        wide=frozenset() if computed else frozenset({keys.index("source")}),
    )
    checks = _checks(item)
    if not computed:
        note = ledger.total.change.note or messages.COMPARABLE
        checks.append(messages.LEDGER_PUBLISHED.format(note=note))
    return Html(lines + Markup("").join(paragraph(text) for text in checks))


def _ledger_row(line: Line, item: IndexStudy, keys: tuple[str, ...]) -> Row:
    index = item.ledger.edition.index
    cells = _ledger_cells(line, item, computed=bool(item.field.computed))
    kind = f"cap-{line.criterion.level}" if line.kind == "criterion" else "chua-phan-bo"
    return Row([cells[key] for key in keys], anchor=anchor(index.slug, line.code), kind=kind)


def _ledger_cells(line: Line, item: IndexStudy, *, computed: bool) -> dict[str, str | Markup]:
    decimals = item.ledger.edition.index.decimals

    def ref(measure: str) -> str:
        return figure_ref(item, line.code, measure)

    share = "–" if line.share is None else percent(line.share, 1)
    lost = figure(line.lost, decimals, None, ref=ref("lost"))
    if line.kind != "criterion":
        empty: dict[str, str | Markup] = dict.fromkeys(_FULL, "–")
        return empty | {"name": line.criterion.name, "lost": lost, "share": share}
    criterion, gains = line.criterion, line.gains
    code = criterion.code if criterion.level else "–"
    source = address(line.source) if line.source else Markup("")
    return {
        "name": criterion.name,
        "code": with_reason(code, messages.FLAGGED if line.flagged else None),
        "most": figure(criterion.max_score, decimals, None, ref=ref("maximum")),
        "score": figure(line.score, decimals, line.reason if computed else None, ref=ref("score")),
        "lost": lost,
        "share": share,
        "rank": standing(line.nation, ref=ref("rank"))
        if computed
        else _stated_rank(line, ref("rank")),
        "group": with_reason(line.group or "–", line.group_reason if criterion.level < 2 else None),
        "region": standing(line.region, ref=ref("regional_rank")),
        "change": change(line, decimals, ref=ref("score_change")),
        "gains": " / ".join(
            "–" if gained is None else str(gained)
            for gained in (gains.next_group, gains.median, gains.best)
        ),
        "control": messages.CONTROL[criterion.control] if criterion.level else "–",
        "source": source if computed or not line.reason else with_reason("", line.reason),
    }


def _stated_rank(line: Line, ref: str) -> Markup:
    """Return a rank as it was published or follows from what was, without a reason for none."""
    if line.nation.rank is None:
        return Markup("–")
    return standing(line.nation, derived=line.rank_status == "derived", ref=ref)


def _checks(item: IndexStudy) -> list[str]:
    ledger = item.ledger
    index = ledger.edition.index
    if ledger.total.lost is None:
        return [messages.LEDGER_NOT_SCORED.format(reason=ledger.total.reason)]
    if not index.summed:
        return [messages.LEDGER_NOT_SUMMED]
    sums = []
    for breakdown in ledger.breakdowns():
        parts = [
            line.lost
            for line in ledger.children("0")
            if line.criterion.breakdown == breakdown and line.lost is not None
        ]
        if parts and math.isclose(math.fsum(parts), ledger.total.lost, abs_tol=1e-9):
            sums.append(
                messages.LEDGER_SUM.format(
                    parts=" + ".join(number(part, index.decimals) for part in parts),
                    total=number(ledger.total.lost, index.decimals),
                    unit=index.unit,
                    breakdown=messages.BREAKDOWN[breakdown],
                )
            )
    return sums


def targets_table(study: Study, index: str) -> Html:
    """Return the target of each line, what it takes, and who or which rule set it."""
    item = study.of(index)
    decimals = item.ledger.edition.index.decimals
    if not any(_is_set(goal, item) for goal in item.targets):
        reason = item.ledger.total.reason or page_messages.NO_LINE_SCORED
        told = page_messages.TARGETS_NOTHING.format(
            year=study.plan_year, index=index, reason=reason
        )
        return Html(paragraph(told))
    head = [title.format(year=item.ledger.year) for title in messages.TARGETS_HEAD]
    rows = []
    for goal in item.targets:
        line = item.ledger.line(goal.code)
        if line is None:
            continue
        wanted = messages.FULL_MARKS if goal.full_marks else None
        more = None
        if goal.score is not None:
            wanted = number(goal.score, decimals)
            more = None if line.score is None else goal.score - line.score
        set_by = messages.PROPOSED if goal.proposed else messages.OWN_TARGET
        rows.append(
            Row(
                (
                    line.criterion.name,
                    goal.code,
                    figure(line.score, decimals, None, ref=figure_ref(item, goal.code, "score")),
                    sourced(wanted, figure_ref(item, goal.code, "target"))
                    if wanted
                    else messages.UNKNOWN,
                    "–" if more is None else signed(more, decimals),
                    f"{goal.basis} ({set_by})",
                ),
                anchor=target_anchor(item.ledger.edition.index.slug, goal.code),
                kind=f"cap-{line.criterion.level}",
            )
        )
    caption = messages.TARGETS.format(year=study.plan_year, index=index)
    return Html(table(caption, head, rows, figures=frozenset({2, 3, 4})))


def _is_set(goal: Target, item: IndexStudy) -> bool:
    """Tell whether a target says anything: a score to reach, or the score it starts from."""
    line = item.ledger.line(goal.code)
    started = line is not None and line.score is not None
    return started or goal.score is not None or goal.full_marks or not goal.proposed


def reconciliation_table(study: Study) -> Html:
    """Return every printed fact beside the computed one."""
    rows = [
        Row(
            (
                item.index,
                one.fact.criterion if one.fact.criterion != "0" else item.index,
                messages.FACT_NAMES.get(one.fact.fact, one.fact.fact),
                one.fact.value,
                one.computed or "–",
                one.verdict,
                with_reason(one.fact.note or "–", one.fact.source),
            ),
            anchor=_fact_anchor(item, place),
            kind="lech" if one.agrees is False else "",
        )
        for item in study.indices
        for place, one in enumerate(item.reconciliation)
    ]
    if not rows:
        return Html(paragraph(messages.NO_RECONCILIATION))
    return Html(
        table(
            messages.RECONCILIATION,
            messages.RECONCILIATION_HEAD,
            rows,
            figures=frozenset({3, 4}),
        )
    )


def _fact_anchor(item: IndexStudy, place: int) -> str:
    """Return the id of a fact's row; where several sources print a fact, only the first has one."""
    names = [(one.fact.criterion, one.fact.fact) for one in item.reconciliation]
    if names[place] in names[:place]:
        return ""
    return fact_anchor(item.ledger.edition.index.slug, *names[place])
