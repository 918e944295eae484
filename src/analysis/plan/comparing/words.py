"""Two versions of a sentence, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Op = Literal["same", "removed", "added"]

_TOKEN = re.compile(r"\s+|\w+(?:[./,-]\w+)*|[^\w\s]")
_MOST = 4_000
"""Texts of more words are not compared word by word."""
_SHARE = 1 / 3
"""Texts that have less than this in common are shown whole, one after the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that is in both versions, or in one of them."""

    op: Op
    text: str


def word_diff(was: str, now: str) -> tuple[Piece, ...]:
    """Return the pieces of both versions in order, what was taken out before what came.

    Blanks and signs between two changed words count as changed with them.

    Examples
    --------
    >>> [(piece.op, piece.text) for piece in word_diff("hạn 30/6/2023", "hạn 30/9/2023")]
    [('same', 'hạn '), ('removed', '30/6/2023'), ('added', '30/9/2023')]
    """
    before, after = _TOKEN.findall(was), _TOKEN.findall(now)
    if max(len(before), len(after)) > _MOST:
        steps = [("replace", 0, len(before), 0, len(after))]
    else:
        steps = list(_joined(before, after))
    pieces = []
    for tag, a, b, c, d in steps:
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if a < b:
            pieces.append(Piece("removed", "".join(before[a:b])))
        if c < d:
            pieces.append(Piece("added", "".join(after[c:d])))
    return tuple(pieces)


_Step = tuple[str, int, int, int, int]


def _joined(before: list[str], after: list[str]) -> Iterator[_Step]:
    """Yield the steps from one to the other; changes with no word between them are one."""
    held: _Step | None = None
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    kept = sum(_said(before[a:b]) for tag, a, b, _, _ in codes if tag == "equal")
    if kept < _SHARE * max(_said(before), _said(after)):
        yield "replace", 0, len(before), 0, len(after)
        return
    for place, (tag, a, b, c, d) in enumerate(codes):
        inner = 0 < place < len(codes) - 1
        if tag == "equal" and (_said(before[a:b]) or not inner):
            if held is not None:
                yield held
            held = None
            yield tag, a, b, c, d
        else:
            held = ("replace", a, b, c, d) if held is None else ("replace", held[1], b, held[3], d)
    if held is not None:
        yield held


def _said(tokens: list[str]) -> int:
    """Return how many of some tokens are words or figures."""
    return sum(token[0].isalnum() for token in tokens)
