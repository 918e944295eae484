"""Tables: heads that repeat, rows that stay whole and grow, a width that fits the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.names import path, value, whole
from analysis.document.decree.pieces import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from analysis.document.decree.case import Case
    from analysis.document.decree.fixes.desk import Desk
    from analysis.document.decree.fixes.letters import Mender
    from analysis.document.decree.model import Block, Table
    from analysis.document.decree.rulebook import Rule

_MOST_HEADS, _LEAST_SCALE = 3, 0.75


def keep_whole(desk: Desk, table: Table, at: int) -> None:
    """Keep a row of a table, counted from 0, on one page."""
    rows = desk.rows(table)
    if rows and not table.rows[at].cant_split:
        desk.set_row(rows[at], "cantSplit")


def tables(blocks_of: Callable[[Case], Iterable[Block]]) -> Mender:
    """Return the mender of the tables among some blocks."""

    def mend(desk: Desk, case: Case, rule: Rule) -> None:
        for table in tables_of(blocks_of(case)):
            rows = desk.rows(table)
            if rows and len(table.rows) >= rule.number("long_rows"):
                for row in rows[: _head_rows(table)] if not table.rows[0].header else ():
                    desk.set_row(row, "tblHeader")
                for at in range(len(rows)):
                    keep_whole(desk, table, at)
            for row in rows:
                height = row.find(path("trPr", "trHeight"))
                if height is not None and value(height, "hRule") == "exact":
                    desk.set_element(height, "hRule", "atLeast")
            _narrow(desk, case, table, slack=rule.number("tolerance_twips"))

    return mend


def _head_rows(table: Table) -> int:
    """Return how many rows the head has: cells of the first may run down into the next."""
    count = 1
    for row in table.rows[1:_MOST_HEADS]:
        if not any(cell.continues for cell in row.cells):
            break
        count += 1
    return count


def _narrow(desk: Desk, case: Case, table: Table, *, slack: float) -> None:
    """Make a table somewhat too wide as wide as the text, each column by the same share."""
    room = case.anatomy.section_of(table).room
    width = max((sum(cell.width for cell in row.cells) for row in table.rows), default=0)
    rows = desk.rows(table)
    if not width or not rows or not room + slack < width <= room / _LEAST_SCALE:
        return
    scale = room / width
    columns = table.element.findall(path("tblGrid", "gridCol"))
    wishes = [cell for row in rows for cell in row.findall(path("tc", "tcPr", "tcW"))]
    for element in (*columns, *wishes):
        if value(element, "type") in ("", "dxa") and (length := whole(element, "w")):
            desk.set_element(element, "w", int(length * scale))
    wish = table.element.find(path("tblPr", "tblW"))
    if wish is not None and value(wish, "type") == "dxa":
        desk.set_element(wish, "w", min(whole(wish, "w") or room, room))


MENDERS: dict[str, Mender] = {
    "ND-26": tables(lambda case: case.anatomy.body),
    "PL-15": tables(lambda case: [b for a in case.anatomy.appendices for b in a.blocks]),
}
