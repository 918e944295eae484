"""The end of the main part: recipients on the left, signature on the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.document.decree.model import Paragraph, Table
from analysis.document.decree.pieces import Line, block_lines, upper_share
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.document.decree.model import Block, Section

_RECIPIENTS = re.compile(r"^no?i n?han\b")
AUTHORITY = re.compile(
    r"^(t/?m|k/?t|t/?l|t/?uq|q|thua lenh|thay mat|ky thay)\b|"
    r"^(pho )?(quyen )?(chu tich|giam doc|truong phong|chanh van phong|cuc truong|chi cuc truong|"
    r"truong ban|bo truong|thu truong|hieu truong|vien truong|tong giam doc|chanh thanh tra)\b|"
    r"^(uy ban nhan dan|ubnd|phu trach|so truong)\b"
)
_LONGEST, _LONGEST_LABEL = 70, 150


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients and signature; what is not found is None or empty.

    `start` is the block where they begin, `end` the one after them; `gap` the empty paragraphs
    between position and name, `after` the space in twips that the layout adds there.
    """

    start: int
    end: int
    label: Line | None
    recipients: tuple[Line, ...]
    authority: tuple[Line, ...]
    signer: Line | None
    gap: int
    after: int = 0
    table: Table | None = None


def read_closing(blocks: Sequence[Block], first: int, sections: Sequence[Section]) -> Closing:
    """Return the closing from the blocks after the title, which begin at `first`."""
    at = _anchor(blocks, first, sections)
    if at is None:
        return Closing(len(blocks), len(blocks), None, (), (), None, 0)
    block = blocks[at]
    start, end = at, at + 1
    if isinstance(block, Paragraph):
        start, end = _stretch(blocks, at, first, sections)
    lines = [line for b in blocks[start:end] for line in block_lines(b, sections[b.section])]
    table = block if isinstance(block, Table) else None
    return _closing(lines, start, end, table)


def _anchor(blocks: Sequence[Block], first: int, sections: Sequence[Section]) -> int | None:
    """Return the block that says "Nơi nhận", else the first that names an authority."""
    signed: int | None = None
    for at in range(first, len(blocks)):
        for line in block_lines(blocks[at], sections[blocks[at].section]):
            if is_label(line):
                return at
            if signed is None and _signs(line):
                signed = at
    return signed


def is_label(line: Line) -> bool:
    """Return whether a line says "Nơi nhận", well or badly spelt."""
    return len(line.words) <= 16 and bool(_RECIPIENTS.match(fold(line.words)))


def _signs(line: Line) -> bool:
    words = line.words
    return (
        len(words) < _LONGEST
        and bool(AUTHORITY.match(fold(words)))
        and upper_share(words) > 0.9
        and line.paragraph.layout.align != "both"
    )


def _stretch(
    blocks: Sequence[Block], at: int, first: int, sections: Sequence[Section]
) -> tuple[int, int]:
    """Return from where to where paragraphs, not a table, hold recipients and signature."""
    start = at
    for before in range(at - 1, max(first, at - 14) - 1, -1):
        lines = list(block_lines(blocks[before], sections[blocks[before].section]))
        if any(_signs(line) for line in lines):
            start = before
    end = at + 1
    while end < len(blocks) and not is_appendix(blocks[end]):
        if blocks[end].section != blocks[at].section or isinstance(blocks[end], Table):
            break
        end += 1
    return start, end


def is_appendix(block: Block) -> bool:
    """Return whether a paragraph is the label of an appendix, well or badly set."""
    if not isinstance(block, Paragraph):
        return False
    words = fold(block.words).split() if len(block.words) < _LONGEST_LABEL else []
    head = " ".join(words[:2])
    near = head in ("phu luc", "phu lcu", "phuluc", "phu luuc", "phu lucc", "phu lu")
    if not near:
        return False
    alone = len(words) <= 4
    marked = block.layout.align == "center" or upper_share(block.words) > 0.8
    return (alone or marked) and not block.words.endswith((";", "."))


def _closing(lines: list[Line], start: int, end: int, table: Table | None) -> Closing:
    label = next((line for line in lines if is_label(line)), None)
    left, right = _sides(lines, label)
    recipients = [line for line in left if line is not label and line.words]
    authority, signer, gap, after = _signature(right)
    return Closing(
        start, end, label, tuple(recipients), tuple(authority), signer, gap, after, table
    )


def _sides(lines: list[Line], label: Line | None) -> tuple[list[Line], list[Line]]:
    """Return the lines of recipients and those of the signature."""
    side = "left" if label is None or label.side == "middle" else label.side
    if any(line.side not in (side, "middle") for line in lines if line.words):
        left = [
            line
            for line in lines
            if line.side == side or (line.side == "middle" and line.words.startswith("-"))
        ]
        return left, [line for line in lines if line not in left]
    signs = next((at for at, line in enumerate(lines) if _signs(line)), len(lines))
    at = lines.index(label) if label in lines else 0
    if signs < at:
        return lines[at:], lines[signs:at]
    return lines[at:signs], lines[signs:]


def _signature(lines: list[Line]) -> tuple[list[Line], Line | None, int, int]:
    """Return the lines of authority and position, the name, and the room between them."""
    inked = [at for at, line in enumerate(lines) if line.words]
    authority: list[int] = []
    for at in inked:
        if authority and at - authority[-1] > 2:
            break
        if authority and not AUTHORITY.match(fold(lines[at].words)) and at == inked[-1]:
            break
        authority.append(at)
    last = authority[-1] if authority else -1
    names = [at for at in inked if at > last and not _bracketed(lines[at])]
    signer = lines[names[-1]] if names else None
    end = names[-1] if names else len(lines)
    between = lines[last + 1 : end]
    gap = sum(not line.words for line in between)
    after = lines[last].paragraph.layout.after if authority else 0
    before = signer.paragraph.layout.before if signer else 0
    return [lines[at] for at in authority], signer, gap, after + before


def _bracketed(line: Line) -> bool:
    """Return whether a line only says where to sign: "(Ký, đóng dấu)"."""
    return line.words.startswith(("(", "[")) and line.words.endswith((")", "]"))
