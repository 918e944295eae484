"""What an edited part of the printed plan makes of the workbook's cells that it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.plan import messages as plan_messages
from analysis.plan import sheet_messages
from analysis.plan.refs import read_ref
from analysis.plan.sheets import ROLES
from analysis.plan.word import messages
from analysis.plan.word.names import names_edited
from analysis.plan.word.printed import key_of, unmarked
from analysis.plan.word.sentences import sentence_edited
from analysis.plan.word.values import embedded, ended, patched
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.plan.refs import Ref
    from analysis.plan.word.printed import Block, Written

_FIGURE = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")
_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$")
_PROPOSED = plan_messages.PROPOSED.removeprefix("{target}").strip()
_KEPT = plan_messages.KEPT_SCORE.removesuffix("{score}").strip()
_DEPUTY = plan_messages.FOR_THE_HEAD.removesuffix("{head}")
_NEEDED = ("title", "recipients", "archive")


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell of the workbook: what it held when the plan was printed, and what it becomes."""

    sheet: str
    row: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The cells that an edit changes; without any, why it changes none."""

    cells: tuple[CellEdit, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the document that shows some cells: its paragraphs, as printed and as they are."""

    refs: tuple[str, ...]
    lines: tuple[tuple[Block | None, Block | None], ...]

    @property
    def was(self) -> tuple[str, ...]:
        """The paragraphs as they were printed."""
        return tuple(old.said for old, _ in self.lines if old is not None)

    @property
    def now(self) -> tuple[str, ...]:
        """The paragraphs as they are now."""
        return tuple(new.said for _, new in self.lines if new is not None)

    @property
    def edited(self) -> bool:
        """Whether it says something else now."""
        was = [old.key for old, _ in self.lines if old is not None]
        return was != [new.key for _, new in self.lines if new is not None]

    @property
    def in_table(self) -> bool:
        """Whether it is a table's cell."""
        return any(old is not None and old.kind == "cell" for old, _ in self.lines)


def verdict(slot: Slot, written: Written) -> Verdict:
    """Return what an edited part makes of the cells that it shows."""
    refs = tuple(map(read_ref, slot.refs))
    held = [written.cells.get(ref.sheet, {}).get(ref.row) for ref in refs]
    if any(row is None for row in held):
        return Verdict(reason=messages.ROW_GONE)
    cells, reason = _read(slot, refs, written)
    edits = tuple(
        CellEdit(ref.sheet, ref.row, ref.column, was, now)
        for ref, now in cells.items()
        if (was := written.cells[ref.sheet][ref.row].get(ref.column, "")) != now
    )
    return Verdict(edits, "" if edits else reason or messages.SAME_VALUE)


_Cells = tuple[dict["Ref", str], str]


def _read(slot: Slot, refs: tuple[Ref, ...], written: Written) -> _Cells:
    columns = {ref.column for ref in refs}
    if refs[0].sheet == "information":
        return _information(slot, refs[0], written)
    if refs[0].sheet == "targets":
        return _target(slot, refs[0], written)
    if columns <= set(ROLES):
        return names_edited(slot.was, slot.now, refs, written, in_table=slot.in_table)
    if columns == {""}:
        return sentence_edited(" ".join(slot.was), " ".join(slot.now), refs[0], written)
    return _texts(slot, refs, written)


def _texts(slot: Slot, refs: tuple[Ref, ...], written: Written) -> _Cells:
    """Return the cells of one column that are printed as they are, perhaps by several rows."""
    if not slot.now and "text" in {ref.column for ref in refs}:
        return {}, messages.CLEARED
    cells: dict[Ref, str] = {}
    for ref in refs:
        held = written.cells[ref.sheet][ref.row].get(ref.column, "").split("\n")
        shown = [key_of(line) for line in slot.was]
        if held != [""] and shown != [key_of(line) for line in held]:
            return {}, messages.NOT_A_CELL
        typed = len(slot.now) == 1 and list(slot.was) == held
        cells[ref] = "\n".join(slot.now if typed else map(unmarked, slot.now))
    return cells, ""


def _target(slot: Slot, ref: Ref, written: Written) -> _Cells:
    held = written.cells[ref.sheet][ref.row].get(ref.column, "")
    was, now = (unmarked(" ".join(texts)) for texts in (slot.was, slot.now))
    if ref.row.endswith(":0"):
        clause = embedded(was, held, now)
        if clause is None or not clause:
            return {}, messages.NEEDED if not now else messages.NOT_A_CELL
        return {ref: ended(clause)}, ""
    bare = now.removesuffix(_PROPOSED).strip().removeprefix(_KEPT).strip()
    known = not bare or bare == plan_messages.FULL_MARKS or _FIGURE.fullmatch(bare) is not None
    return ({ref: bare}, "") if known else ({}, messages.NOT_A_CELL)


def _information(slot: Slot, ref: Ref, written: Written) -> _Cells:
    held = written.cells[ref.sheet][ref.row].get(ref.column, "")
    if not slot.now and (ref.row in _NEEDED or ref.row.startswith("basis:")):
        return {}, messages.NEEDED
    if ref.row == "deputy":
        return _signature(slot, ref)
    if ref.row == "recipients" or ref.row.startswith("basis:"):
        strip: Callable[[str], str] = ended if ref.row == "recipients" else str
        was, now = ([strip(unmarked(line)) for line in texts] for texts in (slot.was, slot.now))
        return {ref: "\n".join(patched(held.split("\n"), was, now))}, ""
    value = _PARTS.get(ref.row, _as_it_is)(" ".join(slot.was), " ".join(slot.now), held)
    return ({}, messages.NOT_A_CELL) if value is None else ({ref: value}, "")


def _as_it_is(was: str, now: str, held: str) -> str | None:
    del was, held
    return now


def _number(was: str, now: str, held: str) -> str | None:
    """Return the number after its label, empty while it is a blank."""
    del held
    label, _, _ = was.partition(":")
    before, mark, found = now.partition(":")
    if not mark or key_of(before) != key_of(label):
        return None
    return "" if found.strip().startswith("/") else found.strip()


def _date(was: str, now: str, held: str) -> str | None:
    """Return the day in figures; the place before it is no cell."""
    del held
    found = _DAY.search(now)
    if found is None or was.partition(",")[0] != now.partition(",")[0]:
        return None
    try:
        return short_date(date(int(found[3]), int(found[2]), int(found[1])))
    except ValueError:
        return None


def _archive(was: str, now: str, held: str) -> str | None:
    """Return who keeps the plan, without the label."""
    return embedded(was, held, now)


_PARTS: Mapping[str, Callable[[str, str, str], str | None]] = {
    "number": _number,
    "date": _date,
    "archive": _archive,
}


def _signature(slot: Slot, ref: Ref) -> _Cells:
    """Return whether a deputy signs, and the name that was written below."""
    lines = [line for line in slot.now if line.isupper()]
    names = [line for line in slot.now if not line.isupper()]
    deputy = any(line.startswith(_DEPUTY) for line in lines)
    was = any(line.startswith(_DEPUTY) for line in slot.was)
    if len(names) > 1 or (deputy == was and lines != list(slot.was)):
        return {}, messages.NOT_A_CELL
    cells = {ref: sheet_messages.YES if deputy else sheet_messages.NO}
    if names:
        cells[read_ref("information/signer/value")] = names[0]
    return cells, ""
