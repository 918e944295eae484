"""Names of agencies that a person changed in the printed plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.sheets import names_in, names_text
from analysis.plan.word import messages
from analysis.plan.word.printed import key_of, unmarked
from analysis.plan.word.values import ended, known_as, names_of, patched
from analysis.vietnamese import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.plan.refs import Ref
    from analysis.plan.word.printed import Written

_Names = tuple[str, ...]


def names_edited(
    was: Sequence[str],
    now: Sequence[str],
    refs: Sequence[Ref],
    written: Written,
    *,
    in_table: bool,
) -> tuple[dict[Ref, str], str]:
    """Return the cells of roles that an edited list of names changes, or why it changes none.

    Parameters
    ----------
    was, now
        The paragraphs as they were printed, and as they are.
    refs
        The cells that they show: of one task or of several, of one role or of helpers of both.
    written
        What was printed.
    in_table
        Whether it is a table's cell; else it is a sentence with a label, or one that names who
        leads and who helps.

    Notes
    -----
    A list may show the names of several tasks together, so each cell takes part in what was
    changed: a name that went goes from every cell, one that came comes to each task.
    """
    known = written.names
    if in_table:
        before, after = listed(was, known), listed(now, known)
        return _patched(before, after, refs, written)
    old, new = unmarked(" ".join(was)), unmarked(" ".join(now))
    label, colon, names = old.partition(": ")
    if not colon:
        return _in_sentence(old, new, refs, written)
    if not now:
        return _patched(names_of(ended(names), known), (), refs, written)
    if not key_of(new).startswith(key_of(f"{label}:")):
        return {}, messages.NOT_A_CELL
    found = names_of(ended(new.partition(":")[2]), known)
    return _patched(names_of(ended(names), known), found, refs, written)


def held_names(ref: Ref, written: Written) -> _Names:
    """Return the names that a cell held when the plan was printed."""
    return names_in(written.cells[ref.sheet][ref.row].get(ref.column, ""))


def listed(lines: Iterable[str], known: _Names) -> _Names | None:
    """Return the names of a table's cell, parted by semicolons or by lines."""
    found: list[str] = []
    for line in map(unmarked, lines):
        whole = known_as(ended(line), known)
        names = (whole,) if whole in known else names_of(ended(line), known)
        if names is None:
            return None
        found += names
    return tuple(dict.fromkeys(found))


def _patched(
    was: _Names | None, now: _Names | None, refs: Sequence[Ref], written: Written
) -> tuple[dict[Ref, str], str]:
    if was is None or now is None:
        return {}, messages.UNCLEAR_NAMES
    cells = {}
    for ref in refs:
        grows = ref.column == _growing([one for one in refs if one.row == ref.row], written)
        cells[ref] = names_text(patched(held_names(ref, written), was, now, grows=grows))
    return cells, messages.NOT_A_CELL if set(was) == set(now) else messages.SHARED


def _growing(refs: Sequence[Ref], written: Written) -> str:
    """Return which of a task's roles a new name of their common list belongs to."""
    filled = [ref.column for ref in refs if held_names(ref, written)]
    return (filled or [ref.column for ref in refs])[-1]


def _in_sentence(
    old: str, new: str, refs: Sequence[Ref], written: Written
) -> tuple[dict[Ref, str], str]:
    """Return the cells of a sentence that says who leads, and with whom."""
    columns = list(dict.fromkeys(ref.column for ref in refs))
    was = [held_names(next(ref for ref in refs if ref.column == name), written) for name in columns]
    between = _between(old, [joined(names) for names in was])
    parts = None if between is None else _parts(new, between)
    if parts is None:
        return {}, messages.NOT_A_CELL
    cells: dict[Ref, str] = {}
    for column, before, part in zip(columns, was, parts, strict=True):
        mine = [ref for ref in refs if ref.column == column]
        found, reason = _patched(before, names_of(part, written.names), mine, written)
        if not found:
            return {}, reason
        cells |= found
    return cells, messages.NOT_A_CELL


def _between(text: str, values: Sequence[str]) -> list[str] | None:
    """Return what stands before, between and behind some values of a text, in order."""
    found, rest = [], text
    for value in values:
        before, there, rest = rest.partition(value)
        if not there:
            return None
        found.append(before)
    return [*found, rest]


def _parts(text: str, between: Sequence[str]) -> list[str] | None:
    """Return what stands between some pieces of a text; None where a piece is not there."""
    first, *others = between
    if not text.startswith(first):
        return None
    found, rest = [], text.removeprefix(first)
    for piece in others:
        before, there, rest = rest.partition(piece) if piece else (rest, "x", "")
        if not there:
            return None
        found.append(before.strip())
    return found
