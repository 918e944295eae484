"""Appendices: label, title, the line that says to what they belong, and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.document.decree.closing import is_appendix
from analysis.document.decree.model import Paragraph, Table
from analysis.document.decree.pieces import Line, entire
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.decree.model import Block

_LABEL = re.compile(r"^\s*\S+\s+\S+\s*(?:số\s*)?([IVXLC]+|\d+|[A-Z])?\b[\s:.\-–]*(.*)$", re.S)
_REFERENCE = re.compile(r"\bkem theo\b|\bban hanh kem\b")
_MOST_TITLES, _MOST_BEFORE_REFERENCE = 6, 10


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: `number` as printed, empty without one; `rest` is what follows it on the line.

    `blocks` are those after the heading, `first` the number of its first paragraph.
    """

    label: Line
    number: str
    rest: str
    title: tuple[Line, ...]
    reference: Line | None
    blocks: tuple[Block, ...]
    section: int

    @property
    def name(self) -> str:
        """The label as printed."""
        return self.label.words

    @property
    def first(self) -> int:
        """The number of the paragraph that it begins with."""
        return self.label.paragraph.spot.number


def read_appendices(blocks: Sequence[Block]) -> tuple[Appendix, ...]:
    """Return the appendices among the blocks after the closing."""
    starts = [
        (at, block)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and is_appendix(block)
    ]
    ends = [*(at for at, _ in starts[1:]), len(blocks)]
    return tuple(
        _appendix(label, blocks[at + 1 : end])
        for (at, label), end in zip(starts, ends, strict=False)
    )


def _appendix(label: Paragraph, blocks: Sequence[Block]) -> Appendix:
    found = _LABEL.match(label.words)
    heading = list(_heading(blocks))
    at = next((n for n, p in enumerate(heading) if _REFERENCE.search(fold(p.words))), None)
    named = [p for p in heading[: len(heading) if at is None else at] if not p.blank]
    if at is None:
        named = [p for p in named if p.layout.align == "center"]
    reference = None if at is None else heading[at]
    used = {id(p) for p in (*named, reference) if p is not None}
    return Appendix(
        label=entire(label),
        number=(found.group(1) or "") if found else "",
        rest=found.group(2).strip() if found else "",
        title=tuple(entire(p) for p in named[:_MOST_TITLES]),
        reference=None if reference is None else entire(reference),
        blocks=tuple(block for block in blocks if id(block) not in used),
        section=label.section,
    )


def _heading(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs before the first table, as far as a heading goes."""
    for block in blocks[:_MOST_BEFORE_REFERENCE]:
        if isinstance(block, Table):
            return
        yield block
