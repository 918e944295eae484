"""The target tables: per criterion last result, maximum, lost points, target and lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.figures import Printed, maximum, printed, target
from analysis.plan.text import Appendix, Cell, Column, Row, Table
from analysis.vietnamese import draft_date, joined, roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study

ORDER = ("PAR INDEX", "SIPAS", "PAPI")
"""The indices in the order in which section III and the appendices treat them."""

_BREAKDOWN_NAMES = {"field": messages.BY_FIELD, "part": messages.BY_PART}


def label_of(index: str) -> str:
    """Return an index's appendix.

    Examples
    --------
    >>> label_of("SIPAS")
    'Phụ lục II'
    """
    return messages.APPENDIX_LABEL.format(number=roman(ORDER.index(index) + 1))


def appendices(study: Study, *, rule: str) -> tuple[Appendix, ...]:
    """Return one appendix an index.

    Parameters
    ----------
    study
        The unit's study.
    rule
        The rule of proposed targets, named in the note below each table.
    """
    reference = messages.APPENDIX_REFERENCE.format(
        date=draft_date(study.day), unit=study.unit.full_name()
    )
    return tuple(
        Appendix(
            label=label_of(index),
            title=messages.APPENDIX_TITLE.format(year=study.plan_year, index=index),
            reference=reference,
            table=_table(study.of(index), plan_year=study.plan_year),
            notes=_notes(study.of(index), rule=rule),
        )
        for index in ORDER
    )


def _notes(item: IndexStudy, *, rule: str) -> tuple[str, ...]:
    citation = messages.NOTE_SOURCE.format(citation=item.ledger.edition.citation())
    proposed = messages.NOTE_PROPOSED.format(rule=messages.TARGET_RULES[rule])
    if any(line.lost is None for line in item.ledger.lines):
        return (proposed, messages.NOTE_UNKNOWN, citation)
    return (proposed, citation)


def _table(item: IndexStudy, *, plan_year: int) -> Table:
    index = item.ledger.edition.index
    columns = (
        Column("number", messages.COLUMN_NUMBER, 12, "center"),
        Column("criterion", messages.COLUMN_CRITERION, 75, "left"),
        Column(
            "result",
            messages.COLUMN_RESULT.format(year=item.ledger.year, unit=index.unit),
            28,
            "center",
        ),
        Column("maximum", messages.COLUMN_MAXIMUM, 28, "center"),
        Column("lost", messages.COLUMN_LOST, 28, "center"),
        Column("target", messages.COLUMN_TARGET.format(year=plan_year), 32, "center"),
        Column("lead", messages.COLUMN_LEAD, 44, "left"),
    )
    summary = messages.TABLE_SUMMARY.format(index=index.index, year=item.ledger.year)
    return Table(columns=columns, rows=tuple(_rows(item)), summary=summary)


def _rows(item: IndexStudy) -> list[Row]:
    ledger = item.ledger
    rows = [_row("total", "", ledger.total, item)]
    breakdowns = ledger.breakdowns()
    for breakdown in breakdowns:
        if breakdown is not None and len(breakdowns) > 1:
            rows.append(_title_row(_BREAKDOWN_NAMES[breakdown]))
        place = 0
        for top in ledger.children("0", breakdown):
            if breakdown is None and top.criterion.breakdown is not None:
                continue
            if top.kind == "criterion":
                place += 1
            rows.append(_row("group", roman(place) if top.kind == "criterion" else "", top, item))
            rows += _rows_under(top, item)
    return rows


def _rows_under(line: Line, item: IndexStudy, numbers: str = "") -> Iterator[Row]:
    """Yield the rows of every level below a line, numbered 1, 1.1, 1.2, 2."""
    for place, child in enumerate(item.ledger.children(line.code), start=1):
        number = f"{numbers}{place}"
        yield _row("data", number, child, item)
        yield from _rows_under(child, item, f"{number}.")


def _title_row(title: str) -> Row:
    return Row("group", (Cell(""), Cell(title), *(Cell("") for _ in range(5))))


def _row(kind: str, number: str, line: Line, item: IndexStudy) -> Row:
    decimals = item.ledger.edition.index.decimals
    if line.kind != "criterion":
        figures = [Cell(""), Cell(""), _cell(printed(line.lost, decimals=decimals, reason=None))]
        return Row("data", (Cell(number), Cell(line.criterion.name), *figures, Cell(""), Cell("")))
    result = printed(line.score, decimals=decimals, reason=line.reason)
    lost = printed(line.lost, decimals=decimals, reason=line.reason)
    goal = Printed("") if line.criterion.level == 0 else target(item, line, decimals)
    return Row(
        "total" if kind == "total" else "group" if kind == "group" else "data",
        (
            Cell(number),
            Cell(line.criterion.name),
            _cell(result),
            _cell(maximum(line, decimals)),
            _cell(lost),
            _cell(goal),
            Cell(joined(item.leads.get(line.code, ()))),
        ),
    )


def _cell(figure: Printed) -> Cell:
    return Cell(figure.text, figure.note)
