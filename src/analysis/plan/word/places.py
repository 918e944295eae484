"""A document's blocks as parts that are compared, and the two versions side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.plan.word import messages
from analysis.plan.word.aligning import Part, aligned, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.plan.word.printed import Block

_LETTER = "information/"

Line = tuple["Block | None", "Block | None"]
"""A paragraph as it was printed, and as it is now."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a table's row with all its paragraphs."""

    blocks: tuple[Block, ...]
    part: Part

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.part.kind == "cell"

    @property
    def text(self) -> str:
        """What it says."""
        return " | ".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Beside:
    """A unit as it was printed and as it is now; one that is not there on a side is None there."""

    old: Unit | None
    new: Unit | None
    moved: bool = False

    @property
    def same(self) -> bool:
        """Whether it says and shows the same as before, in its place."""
        return (
            self.old is not None
            and self.new is not None
            and not self.moved
            and self.old.part.key == self.new.part.key
        )


def units(blocks: Iterable[Block]) -> list[Unit]:
    """Return blocks by paragraph and by row; running numbers in a first column are left out."""
    found = []
    for (kind, _, table, _), some in groupby(filter(lambda one: one.counts, blocks), _home):
        group = tuple(some)
        if not table:
            for one in group:
                lasting = any(ref.startswith(_LETTER) for ref in one.refs)
                found.append(Unit((one,), Part(kind, one.key, lasting=lasting)))
            continue
        cells = tuple(
            (column, "\n".join(one.key for one in lines))
            for column, lines in groupby(group, lambda one: one.column)
        )
        key = "\t".join(f"{column}:{text}" for column, text in cells)
        found.append(Unit(group, Part(kind, key, cells)))
    return found


def _home(block: Block) -> tuple[str, bool, int, int]:
    return block.kind, block.table > 0, block.table, block.row


def beside(old: Sequence[Block], new: Sequence[Block]) -> list[Beside]:
    """Return both versions side by side; what moved stands at its old place."""
    olds, news = units(old), units(new)
    before, after = [unit.part for unit in olds], [unit.part for unit in news]
    pairs = aligned(before, after)
    shifted = moved(before, after, pairs)
    landed = set(shifted.values())
    found = []
    for i, j in pairs:
        if i is not None and i in shifted:
            found.append(Beside(olds[i], news[shifted[i]], moved=True))
        elif i is not None or j not in landed:
            found.append(Beside(None if i is None else olds[i], None if j is None else news[j]))
    return found


def lines_of(pair: Beside) -> list[list[Line]]:
    """Return the paragraphs of a pair side by side, cell by cell."""
    old = () if pair.old is None else pair.old.blocks
    new = () if pair.new is None else pair.new.blocks
    if not any(block.table for block in (*old, *new)):
        return [[(next(iter(old), None), next(iter(new), None))]]
    columns = dict.fromkeys(sorted(block.column for block in (*old, *new)))
    if old and new and not _same_columns(old, new):
        return [_side_by_side(old, new)]
    return [
        _side_by_side(
            [block for block in old if block.column == column],
            [block for block in new if block.column == column],
        )
        for column in columns
    ]


def _same_columns(old: Iterable[Block], new: Iterable[Block]) -> bool:
    """Return whether cells may be told by their columns: one version has none that moved.

    Where most cells that are equal stand in other columns, a column was put in or taken out.
    """
    places = {block.key: block.column for block in old}
    met = [places[block.key] == block.column for block in new if block.key in places]
    return not met or sum(met) * 2 >= len(met)


def _side_by_side(old: Sequence[Block], new: Sequence[Block]) -> list[Line]:
    before = [Part("line", block.key) for block in old]
    after = [Part("line", block.key) for block in new]
    if len(before) == len(after) == 1:
        return [(old[0], new[0])]
    return [
        (None if i is None else old[i], None if j is None else new[j])
        for i, j in aligned(before, after)
    ]


def place_of(block: Block) -> str:
    """Return where a block stands, in Vietnamese."""
    if block.kind == "cell":
        told = messages.CELL.format(table=block.table, row=block.row, column=block.column)
    else:
        form = messages.NOTE if block.kind == "note" else messages.PARAGRAPH
        told = form.format(number=block.number)
    if not block.heading:
        return told
    heading = block.heading
    if len(heading) > messages.HEADING_SHOWN:
        heading = heading[: messages.HEADING_SHOWN].rstrip() + "…"
    return told + messages.UNDER.format(heading=heading)
