"""Lines of a component: paragraphs, and the parts of them between tabs and line breaks."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from analysis.document.decree.model import Paragraph, Run, Table, single_spaced
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analysis.document.decree.model import Block, Section

Side = Literal["left", "right", "middle"]


@dataclass(frozen=True, eq=False)
class Line:
    """A line of words: a paragraph, or a part of one; `parted` tells which."""

    paragraph: Paragraph
    runs: tuple[Run, ...]
    side: Side = "middle"
    parted: bool = False

    @cached_property
    def text(self) -> str:
        """The words with their blanks, none around."""
        words = "".join(run.letters for run in self.runs)
        label = "" if self.parted else self.paragraph.label
        return f"{label} {words}".strip() if label else words.strip()

    @cached_property
    def words(self) -> str:
        """The words with single blanks."""
        return single_spaced(self.text)

    @cached_property
    def typed(self) -> str:
        """The words as typed, whatever the look makes of them."""
        return single_spaced("".join(run.text for run in self.runs))

    @cached_property
    def inked(self) -> tuple[Run, ...]:
        """The runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def size(self) -> float:
        """The size of the first letters in points; 0 when there are none."""
        return self.inked[0].look.size if self.inked else 0.0

    @property
    def drawn(self) -> bool:
        """Whether the words only draw a line."""
        return len(self.words) > 2 and not self.words.strip("_-–—─═. ")


def entire(paragraph: Paragraph, side: Side = "middle") -> Line:
    """Return a paragraph as one line."""
    return Line(paragraph, paragraph.runs, side)


def lines_of(paragraph: Paragraph, side: Side | None, *, room: int) -> Iterator[Line]:
    """Yield the lines of a paragraph, parted at line breaks and, outside cells, at tabs.

    Parameters
    ----------
    paragraph
        The paragraph.
    side
        Where its cell stands; None outside tables, where tabs and indents tell.
    room
        The width of the text in twips.
    """
    broken = _split(paragraph.runs, "\n")
    for runs in broken:
        parts = _split(runs, "\t") if side is None else [runs]
        filled = [part for part in parts if "".join(r.text for r in part).strip()]
        if side is not None or len(parts) == 1:
            place = side or _indented(paragraph, room)
            yield Line(paragraph, runs, place, parted=len(broken) > 1)
        elif not filled:
            yield Line(paragraph, runs, "middle", parted=True)
        for part in filled if side is None and len(parts) > 1 else ():
            first = part is parts[0] or (part is filled[0] and len(filled) > 1)
            yield Line(paragraph, part, "left" if first else "right", parted=True)


def _split(runs: Sequence[Run], mark: str) -> list[tuple[Run, ...]]:
    groups: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = run.text.split(mark)
        groups[-1].append(Run(head, run.look, run.symbol))
        groups += [[Run(piece, run.look, run.symbol)] for piece in rest]
    return [tuple(run for run in group if run.text) for group in groups]


def _indented(paragraph: Paragraph, room: int) -> Side:
    layout = paragraph.layout
    if layout.align == "right" or layout.left > room * 0.35:
        return "right"
    return "left" if layout.right > room * 0.35 else "middle"


def block_lines(block: Block, section: Section) -> Iterator[Line]:
    """Yield the lines of a block of the body; the cells of a table know their side."""
    if isinstance(block, Paragraph):
        yield from lines_of(block, None, room=section.room)
        return
    for row in block.rows:
        total = sum(cell.width for cell in row.cells)
        start = 0
        for cell in row.cells:
            side: Side = "left" if start + cell.width / 2 < total / 2 else "right"
            start += cell.width
            if len(row.cells) == 1:
                side = "middle"
            for paragraph in cell.paragraphs():
                yield from lines_of(paragraph, side, room=paragraph.room or section.room)


def alike(text: str, wanted: str, *, least: float = 0.8) -> bool:
    """Return whether a text is a wanted one or a near miss of it, accents and case aside.

    Examples
    --------
    >>> alike("CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam")
    True
    >>> alike("ỦY BAN NHÂN DÂN", "Cộng hòa xã hội chủ nghĩa Việt Nam")
    False
    """
    if len(text) > 2 * len(wanted) + 8:
        return False
    one, other = fold(text), fold(wanted)
    if abs(len(one) - len(other)) > max(4, len(other) // 3):
        return False
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= least


def upper_share(text: str) -> float:
    """Return which share of the letters are capitals; 0 without letters."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) / len(letters) if letters else 0.0


def tables_of(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield the tables among blocks."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
