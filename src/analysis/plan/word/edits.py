"""What people changed in a plan's Word document, and which cells of the workbook that changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.plan import sheet_messages
from analysis.plan.word import messages
from analysis.plan.word.additions import OwnTask, own_task, tasks_in
from analysis.plan.word.cells import CellEdit, verdict
from analysis.plan.word.places import beside, place_of
from analysis.plan.word.slots import slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.plan.word.cells import Slot
    from analysis.plan.word.places import Beside
    from analysis.plan.word.printed import Block, Written

Kind = Literal["changed", "removed", "added", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that people changed.

    `was` and `now` are the texts, `place` is where it stands in Vietnamese. `refs` name the cells
    that were printed there. `cells` are what the workbook would take, `own` the task that it would
    get; without any of them, `reason` says why the change stays in the Word file.
    """

    kind: Kind
    was: str
    now: str
    place: str
    refs: tuple[str, ...] = ()
    cells: tuple[CellEdit, ...] = ()
    own: OwnTask | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that people changed, in the document's order."""

    changes: tuple[Change, ...] = ()

    @property
    def cells(self) -> dict[tuple[str, str, str], str]:
        """The new texts of the workbook's cells, by sheet, row and column."""
        return {
            (edit.sheet, edit.row, edit.column): edit.now
            for change in self.changes
            for edit in change.cells
        }

    @property
    def own(self) -> tuple[OwnTask, ...]:
        """The tasks that people added."""
        return tuple(change.own for change in self.changes if change.own is not None)


def word_edits(written: Written, now: Sequence[Block]) -> Edits:
    """Return what people changed in a document.

    Parameters
    ----------
    written
        What the program printed.
    now
        The document's blocks as they are now.

    Notes
    -----
    Paragraphs and rows of tables are put side by side first, then the cells of a row. Blanks,
    quotes, dashes, list marks and running numbers are no edits. A task counts as taken out when it
    is gone from every place where it was printed.
    """
    pairs = beside(written.blocks, now)
    seen = _Seen(written, pairs, _gone_tasks(pairs), _lost_columns(pairs))
    changes = [change for found in seen.changes() for change in found]
    return Edits(tuple(_settled(changes)))


def _gone_tasks(pairs: Sequence[Beside]) -> frozenset[str]:
    """Return the tasks that stand nowhere any more."""
    told = [(tasks_in(pair.old.blocks), pair.new is None) for pair in pairs if pair.old is not None]
    there = {task for tasks, gone in told for task in tasks if not gone}
    return frozenset(task for tasks, _ in told for task in tasks if task not in there)


def _lost_columns(pairs: Sequence[Beside]) -> dict[tuple[int, int], str]:
    """Return the columns, by table and column, that no longer are what they were, and why.

    A title that is only reworded keeps its column. Where a column was taken out, put in or moved,
    the cells under every other title are those of another column.
    """
    lost = {}
    for pair in pairs:
        if pair.old and pair.new and pair.old.is_row and pair.old.blocks[0].row == 1:
            was, now = _titles(pair.old.blocks), _titles(pair.new.blocks)
            changed = [column for column, title in was.items() if now.get(column) != title]
            if was.keys() != now.keys() or any(now[one] in was.values() for one in changed):
                for column in changed:
                    gone = was[column] not in now.values()
                    reason = messages.COLUMN_GONE if gone else messages.COLUMN_SHIFTED
                    lost[pair.old.blocks[0].table, column] = reason
    return lost


def _titles(blocks: Sequence[Block]) -> dict[int, str]:
    return {block.column: block.key for block in blocks}


@dataclass(frozen=True, slots=True)
class _Seen:
    """Both versions side by side, the tasks that are gone, the columns that were changed."""

    written: Written
    pairs: Sequence[Beside]
    gone: frozenset[str]
    columns: Mapping[tuple[int, int], str]

    def changes(self) -> Iterator[list[Change]]:
        for slot, place in slots_of(self.pairs):
            pair = self.pairs[place]
            if pair.old is None:
                yield [self._added(slot, place)]
            elif slot.edited:
                yield [self._edited(slot, pair)]
            elif pair.moved:
                yield [_change(slot, "moved", reason=messages.MOVED)]

    def _added(self, slot: Slot, place: int) -> Change:
        own = own_task(place, self.pairs, self.written)
        return _change(slot, "added", own=own, reason="" if own else messages.PROSE)

    def _edited(self, slot: Slot, pair: Beside) -> Change:
        in_row = pair.old is not None and pair.old.is_row
        if not slot.now and (pair.new is None if in_row else _tasks(slot)):
            return self._removed(slot)
        kind: Kind = "changed" if slot.was and slot.now else "removed" if slot.was else "added"
        if not slot.refs:
            return _change(slot, kind, reason=messages.PROSE)
        if lost := self.columns.get(_home(slot)):
            return _change(slot, kind, reason=lost)
        found = verdict(slot, self.written)
        cells = tuple(edit for edit in found.cells if edit.row not in self.gone)
        reason = messages.WITH_ITS_TASK if found.cells and not cells else found.reason
        return _change(slot, kind, cells=cells, reason=reason)

    def _removed(self, slot: Slot) -> Change:
        """Return a paragraph or a row that was taken out, perhaps with its task."""
        tasks = _tasks(slot)
        cells = tuple(_struck(task) for task in tasks if task in self.gone)
        reason = messages.PRINTED_ELSEWHERE if tasks else messages.PROSE
        return _change(slot, "removed", cells=cells, reason="" if cells else reason)


def _struck(task: str) -> CellEdit:
    return CellEdit("tasks", task, "chosen", sheet_messages.YES, sheet_messages.NO)


def _tasks(slot: Slot) -> tuple[str, ...]:
    return tasks_in(old for old, _ in slot.lines if old is not None)


def _home(slot: Slot) -> tuple[int, int]:
    first = next(old for old, _ in slot.lines if old is not None)
    return first.table, first.column


def _change(
    slot: Slot,
    kind: Kind,
    *,
    cells: tuple[CellEdit, ...] = (),
    own: OwnTask | None = None,
    reason: str = "",
) -> Change:
    first = next((new for _, new in slot.lines if new is not None), None)
    stands = first or next(old for old, _ in slot.lines if old is not None)
    was = "\n".join(old.text for old, _ in slot.lines if old is not None)
    now = "\n".join(new.text for _, new in slot.lines if new is not None)
    return Change(kind, was, now, place_of(stands), slot.refs, cells, own, reason)


def _settled(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes; a cell that was changed to two things in two places is left alone."""
    wanted: dict[tuple[str, str, str], set[str]] = {}
    for edit in (edit for change in changes for edit in change.cells):
        wanted.setdefault((edit.sheet, edit.row, edit.column), set()).add(edit.now)
    torn = {cell for cell, texts in wanted.items() if len(texts) > 1}
    for change in changes:
        cells = tuple(e for e in change.cells if (e.sheet, e.row, e.column) not in torn)
        reason = change.reason if cells == change.cells else messages.DIFFERENT
        yield replace(change, cells=cells, reason=reason)
