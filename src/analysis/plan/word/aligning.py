"""Two versions of a text, side by side: which of its parts became which."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Pair = tuple[int | None, int | None]
"""Where a part stands in the old version and in the new one; None where it is not there."""

_LIKE = 0.5
"""Two parts at least so alike are one part that was edited."""
_IN_PLACE = 0.25
"""So alike is a part with one in its place, between parts that stayed."""
_VERY_LIKE = 0.75
"""So alike is a part that was edited and moved."""
_LONG = 6  # words; shorter parts are compared by their letters
_SMALL, _REPEATED = 2_500, 250_000  # how many pairs are weighed one by one, or compared
_WINDOW = 20
_LOOSE = re.compile(r"[\W\d_]+")


@dataclass(frozen=True)
class Part:
    """A part of a text: a paragraph or a row of a table.

    Parts of another `kind` are never the same part. `key` is what makes two parts equal; `cells`
    are the texts of a row by column. What a `lasting` part is edited to may be quite another text.
    """

    kind: str
    key: str
    cells: tuple[tuple[int, str], ...] = ()
    lasting: bool = False

    @cached_property
    def loose(self) -> str:
        """The key without figures, signs and capitals."""
        return f"{self.kind}:{_LOOSE.sub(' ', self.key).casefold()}"

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word is there."""
        return Counter(self.key.split())

    @cached_property
    def length(self) -> int:
        """How many words there are."""
        return self.words.total()


def likeness(one: Part, other: Part) -> float:
    """Return how alike two parts are, from 0 to 1.

    Rows of a table are as alike as their cells are, column by column.

    Examples
    --------
    >>> likeness(Part("paragraph", "Sở A họp."), Part("paragraph", "Sở A họp."))
    1.0
    >>> likeness(Part("paragraph", "Sở A"), Part("cell", "Sở A"))
    0.0
    """
    if one.kind != other.kind:
        return 0.0
    if one.cells or other.cells:
        mine, theirs = dict(one.cells), dict(other.cells)
        columns = mine.keys() | theirs.keys()
        shares = (_alike(mine.get(name, ""), theirs.get(name, "")) for name in columns)
        return sum(shares) / len(columns)
    return _weighed(one, other)


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else _weighed(Part("", one), Part("", other))


def _weighed(one: Part, other: Part) -> float:
    if not one.key or not other.key:
        return 0.0
    if max(one.length, other.length) <= _LONG:
        return SequenceMatcher(None, one.key, other.key, autojunk=False).ratio()
    shared = (one.words & other.words).total()
    return 2 * shared / (one.length + other.length)


def aligned(old: Sequence[Part], new: Sequence[Part]) -> list[Pair]:
    """Return every part of both versions once, in order, equal and edited parts together.

    Notes
    -----
    Parts that are equal and stand once in both versions hold the two together ("patience"), then
    such as differ in figures only; what is left between them is paired by likeness. So the work
    grows with the text, and not with its square.
    """
    found = _matched([f"{p.kind}:{p.key}" for p in old], [f"{p.kind}:{p.key}" for p in new])
    found = _between(found, old, new, _loosely)
    found = _between(found, old, new, _by_likeness)
    return _filled(found, len(old), len(new))


def _between(
    found: list[tuple[int, int]],
    old: Sequence[Part],
    new: Sequence[Part],
    match: Callable[[Sequence[Part], Sequence[Part]], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    """Return the pairs with those that `match` finds in each gap between them."""
    more = []
    edges = [(-1, -1), *found, (len(old), len(new))]
    for (left, above), (right, below) in pairwise(edges):
        if right - left > 1 and below - above > 1:
            pairs = match(old[left + 1 : right], new[above + 1 : below])
            more += [(left + 1 + i, above + 1 + j) for i, j in pairs]
    return sorted((*found, *more))


def _filled(found: list[tuple[int, int]], olds: int, news: int) -> list[Pair]:
    """Return the pairs with what stands alone between them, the old before the new."""
    every: list[Pair] = []
    edges = [(-1, -1), *found, (olds, news)]
    for (left, above), (right, below) in pairwise(edges):
        every += [(left, above)] if left >= 0 else []
        every += [(i, None) for i in range(left + 1, right)]
        every += [(None, j) for j in range(above + 1, below)]
    return every


def _loosely(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    pairs = _matched([part.loose for part in old], [part.loose for part in new])
    return [(i, j) for i, j in pairs if likeness(old[i], new[j]) >= _LIKE]


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return where equal texts stand, both in order."""
    found: list[tuple[int, int]] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        a, b, c, d = todo.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        anchors = [(a + i, c + j) for i, j in _anchors(old[a:b], new[c:d])]
        if anchors:
            found += anchors
            edges = [(a - 1, c - 1), *anchors, (b, d)]
            todo += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(edges)]
        elif (b - a) * (d - c) <= _REPEATED:
            matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
            for block in matcher.get_matching_blocks():
                found += [(a + block.a + n, c + block.b + n) for n in range(block.size)]
    return sorted(found)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return texts that stand once in both, as many of them as are in the same order."""
    olds, news = Counter(old), Counter(new)
    places = {text: place for place, text in enumerate(new) if news[text] == 1}
    once = [(i, places[text]) for i, text in enumerate(old) if olds[text] == 1 and text in places]
    # The longest rising run: for each length the smallest end, and what comes before it.
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, (_, place) in enumerate(once):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    run: list[tuple[int, int]] = []
    step = last[-1] if last else None
    while step is not None:
        run.append(once[step])
        step = before[step]
    return run[::-1]


def _by_likeness(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    """Return the pairs of edited parts, in order, that are most alike on the whole."""
    if len(old) == len(new) == 1:
        heir = old[0].lasting and old[0].kind == new[0].kind
        return [(0, 0)] if heir or likeness(old[0], new[0]) >= _IN_PLACE else []
    if len(old) * len(new) > _SMALL:
        return list(_in_window(old, new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    shares = [[likeness(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            share = shares[i][j]
            joined = share + best[i + 1][j + 1] if share >= _LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], joined)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if shares[i][j] >= _LIKE and best[i][j] == shares[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _in_window(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Yield pairs one after the other, each new part looked for a little way ahead only."""
    start = 0
    for i, part in enumerate(old):
        ahead = range(start, min(start + _WINDOW, len(new)))
        best = max(ahead, key=lambda j: likeness(part, new[j]), default=None)
        if best is not None and likeness(part, new[best]) >= _LIKE:
            yield i, best
            start = best + 1


def moved(old: Sequence[Part], new: Sequence[Part], pairs: Sequence[Pair]) -> dict[int, int]:
    """Return which parts that stand alone on both sides are one part in another place."""
    gone = [i for i, j in pairs if i is not None and j is None]
    come: dict[tuple[str, str], list[int]] = {}
    for i, j in pairs:
        if i is None and j is not None:
            come.setdefault((new[j].kind, new[j].key), []).append(j)
    found: dict[int, int] = {}
    for i in gone:
        if same := come.get((old[i].kind, old[i].key)):
            found[i] = same.pop(0)
    left, free = [i for i in gone if i not in found], [j for some in come.values() for j in some]
    if len(left) * len(free) <= _SMALL:
        weighed = ((likeness(old[i], new[j]), i, j) for i in left for j in free)
        for _, i, j in sorted((one for one in weighed if one[0] >= _VERY_LIKE), reverse=True):
            if i not in found and j not in found.values():
                found[i] = j
    return found
