"""Tables, in the body and in appendices: practice, and what the decree leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import plain
from analysis.document.decree.pieces import tables_of
from analysis.document.wordml import millimetres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Block, Table
    from analysis.document.decree.rulebook import Rule


def in_body(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: long tables repeat their head, rows do not split, the width fits."""
    yield from _table_hits(case, case.anatomy.body, rule)


def in_appendices(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: the same for the tables of appendices."""
    for appendix in case.anatomy.appendices:
        yield from _table_hits(case, appendix.blocks, rule)


def _table_hits(case: Case, blocks: Iterable[Block], rule: Rule) -> Iterator[Hit]:
    for table in tables_of(blocks):
        long = len(table.rows) >= rule.number("long_rows")
        if long and not table.rows[0].header:
            yield Hit(case.at(table), m.HEAD_ONCE, m.HEAD_REPEATED)
        splitting = [at for at, row in enumerate(table.rows, start=1) if not row.cant_split]
        if long and splitting:
            yield Hit(case.row(table, splitting[0]), m.ROWS_SPLIT.format(count=len(splitting)))
        exact = [at for at, row in enumerate(table.rows, start=1) if row.exact]
        if exact:
            yield Hit(case.row(table, exact[0]), m.ROWS_EXACT.format(count=len(exact)))
        yield from _too_wide(case, table, rule)


def _too_wide(case: Case, table: Table, rule: Rule) -> Iterator[Hit]:
    room = case.anatomy.section_of(table).room
    width = max((sum(cell.width for cell in row.cells) for row in table.rows), default=0)
    if width > room + rule.number("tolerance_twips"):
        found = m.MILLIMETRES.format(length=plain(round(millimetres(width), 1)))
        yield Hit(case.at(table), found, m.AT_MOST_MM.format(length=plain(millimetres(room))))


def letters(case: Case, rule: Rule) -> Iterator[Hit]:
    """Silent: the decree sets no size for tables; letters out of the usual range are only told."""
    low, high = rule.numbers("recommended_pt")
    for table in _content_tables(case):
        for paragraph in table.paragraphs():
            odd = [r for r in paragraph.runs if r.text.strip() and not low <= r.look.size <= high]
            odd = [run for run in odd if not run.look.raised]
            if odd:
                found = f"{m.SIZE.format(size=plain(odd[0].look.size))}: {quoted(paragraph.words)}"
                wanted = m.SIZES.format(low=plain(low), high=plain(high))
                yield Hit(case.at(paragraph), found, wanted)
                break


def _content_tables(case: Case) -> Iterator[Table]:
    yield from tables_of(case.anatomy.body)
    for appendix in case.anatomy.appendices:
        yield from tables_of(appendix.blocks)


CHECKS: dict[str, Check] = {"ND-25": letters, "ND-26": in_body, "PL-15": in_appendices}
