"""Three tables become one: what the program wrote, what a person made of it, what it says now.

A person's edits win, in any order of edits and reruns. Nothing is deleted for a person and nothing
comes back that a person deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = Mapping[str, str]
"""A row: texts by column."""

Table = Mapping[str, Row]
"""A table: rows by id, in order. All rows of a table have the same columns."""

State = Literal["kept", "new", "struck", "own"]
"""What a row is: proposed as before, for the first time, or no longer; or a person's own."""

_NOTHING: Row = {}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that a person and the program changed, each to something else; `theirs` stands."""

    id: str
    column: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge comes to.

    `rows` is the table to go on with and `states` tells what each of its rows is. `hidden` are the
    rows that the person deleted. `base` is what the next merge must be given as its base.
    """

    rows: Table
    states: Mapping[str, State]
    conflicts: tuple[Conflict, ...]
    hidden: tuple[str, ...]
    base: Table

    def of(self, state: State) -> tuple[str, ...]:
        """Return the ids of the rows in one state."""
        return tuple(key for key, found in self.states.items() if found == state)

    def edits(self) -> tuple[tuple[str, str], ...]:
        """Return the cells that are the person's, by id and column; of own rows the filled ones."""
        return tuple(
            (key, column)
            for key, row in self.rows.items()
            for column, text in row.items()
            if text != self.base.get(key, _NOTHING).get(column, "")
        )


def merge(base: Table, theirs: Table, ours: Table, *, struck: Row = _NOTHING) -> Merged:
    """Return a person's table brought up to what the program proposes now.

    Parameters
    ----------
    base
        `Merged.base` of the merge before, or what the program wrote at first. Without any, every
        cell of `theirs` counts as the person's.
    theirs
        The table as the person left it.
    ours
        What the program proposes now.
    struck
        Cells that a row gets, as if the program proposed them, when it is no longer proposed.

    Notes
    -----
    1. A cell is the person's when it differs from the base, or when the base has no such cell; it
       stays. Any other cell is the program's and follows `ours`.
    2. A person's cell that the program changed too, to something else, is a conflict. It is told
       once: by the merge in which the program changed it.
    3. A person who writes into a cell what the program proposed last gives the cell back to it.
       Where it is the program that comes to propose what the person wrote, the cell stays the
       person's: the next base leaves it out.
    4. A row that only `theirs` has is the person's own and stays. A row that only `ours` has is
       new, unless this is the first merge of all, in which every row would be.
    5. A row of the base that is not proposed any more is struck and stays with every edit. It
       is kept again when it is proposed again.
    6. A row of the base that the person deleted stays away, whatever is proposed, until the person
       puts a row of that id back.
    7. Rows stand in the order of `ours`; any other one stands after the row that it stood after.
    """
    proposals = {**_withdrawn(base, ours, struck), **ours}
    known = base.keys() | theirs.keys()
    hidden = tuple(key for key in base if key not in theirs)
    shown = {key: row for key, row in ours.items() if key not in base or key in theirs}
    rows: dict[str, Row] = {}
    states: dict[str, State] = {}
    conflicts: list[Conflict] = []
    for key in _ordered(shown, theirs):
        proposed = proposals.get(key, _NOTHING)
        rows[key] = _merged(base.get(key, _NOTHING), theirs.get(key, _NOTHING), proposed)
        states[key] = _state(key, base=base, ours=ours, known=known)
        if key in proposals and key in theirs:
            conflicts += _conflicts(key, base.get(key, _NOTHING), theirs[key], proposed)
    after = {
        key: _next_base(base.get(key, _NOTHING), theirs.get(key, _NOTHING), row)
        for key, row in proposals.items()
    }
    return Merged(rows, states, tuple(conflicts), hidden, after)


def _withdrawn(base: Table, ours: Table, struck: Row) -> dict[str, Row]:
    """Return the rows of the base that are not proposed any more, as they are proposed now."""
    return {key: {**row, **struck} for key, row in base.items() if key not in ours}


def _state(key: str, *, base: Table, ours: Table, known: frozenset[str] | set[str]) -> State:
    if key in ours:
        return "new" if known and key not in known else "kept"
    return "struck" if key in base else "own"


def _is_theirs(column: str, base: Row, theirs: Row) -> bool:
    """Return whether a cell is the person's."""
    return column in theirs and theirs[column] != base.get(column)


def _merged(base: Row, theirs: Row, ours: Row) -> Row:
    """Return a row: the person's cells, the program's others."""
    return {
        column: theirs[column]
        if column not in ours or _is_theirs(column, base, theirs)
        else ours[column]
        for column in dict.fromkeys((*ours, *theirs))
    }


def _conflicts(key: str, base: Row, theirs: Row, ours: Row) -> Iterator[Conflict]:
    for column, text in ours.items():
        changed = text != base.get(column)
        if changed and _is_theirs(column, base, theirs) and theirs[column] != text:
            yield Conflict(key, column, theirs[column], text)


def _next_base(base: Row, theirs: Row, ours: Row) -> Row:
    """Return what is proposed, without the cells that a person wrote the same into before."""
    return {
        column: text
        for column, text in ours.items()
        if theirs.get(column) != text or not _is_theirs(column, base, theirs)
    }


def _ordered(shown: Table, theirs: Table) -> list[str]:
    """Return all ids: in the order of `shown`, the others after the row that they stood after."""
    followers: dict[str | None, list[str]] = {None: []}
    anchor: str | None = None
    for key in theirs:
        if key in shown:
            anchor = key
        else:
            followers.setdefault(anchor, []).append(key)
    order = list(followers[None])
    for key in shown:
        order += [key, *followers.get(key, ())]
    return order
