"""Both versions of a document cut into parts that show the same cells of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.word.cells import Slot
from analysis.plan.word.places import lines_of
from analysis.plan.word.printed import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.plan.word.places import Beside, Line, Unit

_BASES = "information/basis:"


def slots_of(pairs: Sequence[Beside]) -> Iterator[tuple[Slot, int]]:
    """Yield the parts that are not as they were, in order, each with the place of its first pair.

    Paragraphs that show the same cells are one part, with what was written between them. So are the
    paragraphs of a table's cell. A row that stands on one side only is one part.
    """
    place = 0
    while place < len(pairs):
        pair = pairs[place]
        unit = pair.old or pair.new
        if unit is not None and unit.is_row:
            if pair.same:
                pass
            elif pair.old is None or pair.new is None:
                lines = [line for cell in lines_of(pair) for line in cell]
                refs = () if pair.old is None else tuple(r for b in pair.old.blocks for r in b.refs)
                yield Slot(tuple(dict.fromkeys(refs)), tuple(lines)), place
            else:
                yield from ((slot, place) for cell in lines_of(pair) for slot in _in_cell(cell))
            place += 1
            continue
        end = _end(pairs, place)
        if not all(one.same for one in pairs[place:end]):
            lines = [line for one in pairs[place:end] for cell in lines_of(one) for line in cell]
            yield Slot(_refs(lines), tuple(lines)), place
        place = end


def _end(pairs: Sequence[Beside], start: int) -> int:
    """Return where the part ends that begins with a paragraph."""
    first = pairs[start].old
    refs = () if first is None or pairs[start].moved else first.blocks[0].refs
    end, last = start + 1, start + 1
    while refs and end < len(pairs):
        old, new = pairs[end].old, pairs[end].new
        if pairs[end].moved:
            break
        if old is not None and (old.is_row or old.blocks[0].refs != refs):
            break
        if old is None and new is not None and new.is_row:
            break
        end += 1
        if old is not None or (new is not None and _is_basis(refs, first, new)):
            last = end
    return last


def _is_basis(refs: tuple[str, ...], first: Unit | None, new: Unit) -> bool:
    """Return whether a paragraph below legal bases is one too: it begins as the first does."""
    words = [unmarked(unit.blocks[0].text).split()[:1] for unit in (first, new) if unit is not None]
    return refs[0].startswith(_BASES) and words[0] == words[-1]


def _refs(lines: Sequence[Line]) -> tuple[str, ...]:
    return next((old.refs for old, _ in lines if old is not None), ())


def _in_cell(lines: Sequence[Line]) -> Iterator[Slot]:
    """Yield the parts of a table's cell; what was added belongs to what it stands beside."""
    runs: list[tuple[tuple[str, ...], list[Line]]] = []
    waiting: list[Line] = []
    for line in lines:
        old, new = line
        if old is None:
            same = runs and runs[-1][0] and _column(runs[-1][1]) == (new.column if new else 0)
            (runs[-1][1] if same else waiting).append(line)
            continue
        fits = old.refs and all(new is None or new.column == old.column for _, new in waiting)
        if runs and runs[-1][0] == old.refs and old.refs and not waiting:
            runs[-1][1].append(line)
        else:
            runs += [((), [one]) for one in waiting if not fits]
            runs.append((old.refs, [*(waiting if fits else ()), line]))
            waiting = []
    runs += [((), [one]) for one in waiting]
    yield from (Slot(refs, tuple(some)) for refs, some in runs)


def _column(lines: Sequence[Line]) -> int:
    return next(old.column for old, _ in lines if old is not None)
