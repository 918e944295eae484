"""Two documents side by side: paragraphs, notes and rows of tables."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.model import Change
from analysis.plan.word.aligning import Part, aligned, moved
from analysis.plan.word.places import Beside, lines_of, place_of, units
from analysis.plan.word.printed import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.plan.comparing.model import Kind
    from analysis.plan.comparing.weighing import Scale
    from analysis.plan.word.places import Line, Unit
    from analysis.plan.word.printed import Block

_NAME = 50
"""How much of its first cell names a row."""


def document_changes(
    old: Sequence[Block], new: Sequence[Block], *, scale: Scale
) -> Iterator[Change]:
    """Yield what became of a document's text, in its order.

    Notes
    -----
    List marks and running numbers are no text. A changed row is told cell by cell, a row that came
    or went as a whole. Places are those of the new document, for what went those of the old one.
    """
    for pair in _beside(old, new):
        if pair.old is None or pair.new is None:
            yield from _alone(pair)
            continue
        if pair.moved:
            yield _moved(pair.old, pair.new)
        for lines in lines_of(pair):
            yield from _edited(lines, pair.new, scale)


def _beside(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Beside]:
    """Yield both documents side by side; capitals do not make another text of a text."""
    olds, news = units(old), units(new)
    before, after = ([_folded(unit.part) for unit in some] for some in (olds, news))
    pairs = aligned(before, after)
    shifted = moved(before, after, pairs)
    landed = set(shifted.values())
    for i, j in pairs:
        if i is not None and i in shifted:
            yield Beside(olds[i], news[shifted[i]], moved=True)
        elif i is not None or j not in landed:
            yield Beside(None if i is None else olds[i], None if j is None else news[j])


def _folded(part: Part) -> Part:
    cells = tuple((column, text.casefold()) for column, text in part.cells)
    return Part(part.kind, part.key.casefold(), cells)


def _alone(pair: Beside) -> Iterator[Change]:
    unit = pair.new or pair.old
    if unit is not None:
        was = "" if pair.old is None else pair.old.text
        now = "" if pair.new is None else pair.new.text
        what = messages.ADDED if pair.old is None else messages.REMOVED
        yield Change(_kind(unit.blocks[0]), "medium", _place(unit), was, now, what)


def _moved(old: Unit, new: Unit) -> Change:
    what = messages.MOVED.format(place=_place(old))
    return Change(_kind(new.blocks[0]), "low", _place(new), old.text, new.text, what)


def _edited(lines: Sequence[Line], unit: Unit, scale: Scale) -> Iterator[Change]:
    """Yield the change of a paragraph or a cell, if there is one."""
    changed = [(was, now) for was, now in lines if _said(was) != _said(now)]
    if not changed:
        return
    olds = [was for was, _ in changed if was is not None]
    news = [now for _, now in changed if now is not None]
    block = (news or olds)[0]
    was, now = ("\n".join(map(_said, some)) for some in (olds, news))
    weight = scale.weight(was, now)
    place = _place(unit, block) if unit.is_row else place_of(block)
    yield Change(_kind(block), weight.severity, place, was, now, weight.what)


def _said(block: Block | None) -> str:
    return "" if block is None else unmarked(block.text)


def _kind(block: Block) -> Kind:
    return "row" if block.table else "wording"


def _place(unit: Unit, cell: Block | None = None) -> str:
    """Return where a paragraph, a row or one of its cells is; a row is told by its first cell."""
    first = unit.blocks[0]
    if not unit.is_row:
        return place_of(first)
    place = messages.ROW.format(table=first.table, row=first.row)
    if cell is not None:
        if cell.column != first.column:
            place += messages.NAMED.format(name=shorten(first.text, _NAME, placeholder="…"))
        place += messages.COLUMN.format(column=cell.column)
    return place + messages.UNDER.format(heading=first.heading) if first.heading else place
