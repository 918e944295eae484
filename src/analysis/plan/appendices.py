"""The appendices of a form: tables of targets by criterion, and tables of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.plan import messages
from analysis.plan.figures import Printed, maximum, printed, target
from analysis.plan.goals import target_clause
from analysis.plan.origins import goal_origin, line_origins, name_origin, target_origins
from analysis.plan.refs import target_ref
from analysis.plan.sheet_rows import line_key
from analysis.plan.tables import columns_of, task_table
from analysis.plan.text import Appendix, Cell, Row, Table
from analysis.vietnamese import capitalised, roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.deficits import Line
    from analysis.plan.draft import Draft
    from analysis.plan.form import AppendixForm
    from analysis.plan.study import IndexStudy

_BREAKDOWN_NAMES = {"field": messages.BY_FIELD, "part": messages.BY_PART}


def appendices(draft: Draft, *, reference: str, rule: str) -> tuple[Appendix, ...]:
    """Return the appendices of the form, numbered with Roman numerals if there are several.

    Parameters
    ----------
    draft
        The plan being written.
    reference
        The line in brackets that names the plan.
    rule
        The rule of proposed targets, named in the note below each table of targets.
    """
    forms = draft.form.appendices
    return tuple(
        Appendix(
            label=label_of(place, len(forms)),
            title=draft.fill(form.title).upper(),
            reference=reference,
            table=_TABLES[form.table](draft, form),
            notes=_notes(draft, form, rule),
            landscape=form.landscape,
        )
        for place, form in enumerate(forms, start=1)
    )


def label_of(place: int, several: int) -> str:
    """Return an appendix's label.

    Examples
    --------
    >>> label_of(2, 3), label_of(1, 1)
    ('Phụ lục II', 'Phụ lục')
    """
    return messages.APPENDIX_LABEL.format(number=roman(place) if several > 1 else "").strip()


def _notes(draft: Draft, form: AppendixForm, rule: str) -> tuple[str, ...]:
    if form.table == "tasks":
        return ()
    item = draft.study.of(form.of)
    citation = messages.NOTE_SOURCE.format(citation=item.ledger.edition.citation())
    proposed = messages.NOTE_PROPOSED.format(rule=messages.TARGET_RULES[rule])
    if any(line.lost is None for line in item.ledger.lines):
        return (proposed, messages.NOTE_UNKNOWN, citation)
    return (proposed, citation)


def _target_table(draft: Draft, form: AppendixForm) -> Table:
    item = draft.study.of(form.of)
    columns = columns_of(draft, form)
    rows = tuple(
        Row(kind, tuple(cells.get(column.key, Cell("")) for column in columns))
        for kind, cells in _rows(draft, item)
    )
    summary = messages.TABLE_SUMMARY.format(index=item.index, year=item.ledger.year)
    return Table(columns=columns, rows=rows, summary=summary)


_TABLES = {"targets": _target_table, "tasks": task_table}
_Cells = dict[str, Cell]
_Kind = Literal["total", "group", "data"]


def _rows(draft: Draft, item: IndexStudy) -> Iterator[tuple[_Kind, _Cells]]:
    """Yield each row's kind and its cells by column: the index, then its breakdowns."""
    ledger = item.ledger
    goal = capitalised(target_clause(draft.study, draft.details, item.index))
    key = line_key(item, ledger.total)
    wanted = Cell(goal, refs=(target_ref(key),), origins=(goal_origin(key, goal),))
    yield "total", {**_cells("", ledger.total, item), "target": wanted}
    breakdowns = ledger.breakdowns()
    for breakdown in breakdowns:
        if breakdown is not None and len(breakdowns) > 1:
            yield "group", {"criterion": Cell(_BREAKDOWN_NAMES[breakdown])}
        place = 0
        for top in ledger.children("0", breakdown):
            if breakdown is None and top.criterion.breakdown is not None:
                continue
            counts = top.kind == "criterion"
            place += counts
            yield "group" if counts else "data", _cells(roman(place) if counts else "", top, item)
            yield from _rows_under(top, item)


def _rows_under(line: Line, item: IndexStudy, numbers: str = "") -> Iterator[tuple[_Kind, _Cells]]:
    """Yield the rows of every level below a line, numbered 1, 1.1, 1.2, 2."""
    for place, child in enumerate(item.ledger.children(line.code), start=1):
        number = f"{numbers}{place}"
        yield "data", _cells(number, child, item)
        yield from _rows_under(child, item, f"{number}.")


def _cells(number: str, line: Line, item: IndexStudy) -> _Cells:
    decimals = item.ledger.edition.index.decimals
    lost = printed(line.lost, decimals=decimals, reason=line.reason)
    name = messages.INDEX_NAMES[item.index] if line.criterion.level == 0 else line.criterion.name
    named = {
        "number": Cell(number),
        "criterion": Cell(name, origins=(name_origin(item, line),)),
    }
    if line.kind != "criterion":
        return {**named, "lost": Cell(lost.text, origins=line_origins(item, line, "lost"))}
    goal = Printed("") if line.criterion.level == 0 else target(item, line, decimals)
    figures = {
        "result": ("score", printed(line.score, decimals=decimals, reason=line.reason)),
        "maximum": ("maximum", maximum(line, decimals)),
        "lost": ("lost", lost),
    }
    key = line_key(item, line)
    return {
        **named,
        "target": Cell(
            goal.text,
            goal.note,
            refs=(target_ref(key),),
            origins=target_origins(item, line, key),
        ),
        **{
            column: Cell(figure.text, figure.note, origins=line_origins(item, line, measure))
            for column, (measure, figure) in figures.items()
        },
        "lead": Cell(capitalised("; ".join(item.leads.get(line.code, ())))),
    }
