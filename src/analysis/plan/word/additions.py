"""Tasks that people wrote into the plan's Word document, as rows of the workbook."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan import sheet_messages
from analysis.plan.refs import read_ref
from analysis.plan.sheets import ROLES, layout, names_text
from analysis.plan.word.names import listed
from analysis.plan.word.printed import key_of, mark_of, unmarked
from analysis.plan.word.values import begun_by, recased, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analysis.plan.merging import Row
    from analysis.plan.word.places import Beside, Unit
    from analysis.plan.word.printed import Block, Written

MAIN = ("", "text")
"""The columns of what a task is; its other cells say who does it, and by when."""

_COLUMNS = tuple(column.key for column in layout("tasks").held)


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task that a person added: its row, and the id of the task that it stands after."""

    after: str
    row: Row


def tasks_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the ids of the tasks that blocks tell, not only who does them or by when."""
    refs = [read_ref(ref) for block in blocks for ref in block.refs]
    mine = [ref for ref in refs if ref.sheet == "tasks"]
    main = [ref.row for ref in mine if ref.column in MAIN]
    return tuple(dict.fromkeys(main or (ref.row for ref in mine if ref.column == "activity")))


def own_task(place: int, pairs: Sequence[Beside], written: Written) -> OwnTask | None:
    """Return the task that an added paragraph or row clearly is, None if it may be anything.

    Parameters
    ----------
    place
        Where the added unit stands in `pairs`.
    pairs
        Both versions side by side.
    written
        What was printed.

    Notes
    -----
    A row is a task where its table is one of tasks and a task stands right above or below it. A
    paragraph is one between two tasks, or beside one whose list mark is like its own.
    """
    unit = pairs[place].new
    assert unit is not None
    above = next((pair for pair in reversed(pairs[:place]) if pair.old and pair.new), None)
    below = next((pair for pair in pairs[place + 1 :] if pair.old and pair.new), None)
    if unit.is_row:
        return _row(unit, above, below, written)
    return _paragraph(unit, above, below, written)


def _task(pair: Beside | None) -> str:
    """Return the one task that a pair tells, empty if it tells none or several."""
    found = () if pair is None or pair.old is None else tasks_in(pair.old.blocks)
    return found[0] if len(found) == 1 else ""


def _row(
    unit: Unit, above: Beside | None, below: Beside | None, written: Written
) -> OwnTask | None:
    beside = [pair for pair in (above, below) if _in_table(pair, unit.blocks[0].table)]
    near = next((pair for pair in beside if _task(pair)), None)
    if near is None or near.old is None:
        return None
    shown = _columns(written, near.old.blocks[0].table)
    row = dict.fromkeys(_COLUMNS, "")
    for column in dict.fromkeys(block.column for block in unit.blocks):
        name = shown.get(column, "")
        lines = [block.said for block in unit.blocks if block.column == column]
        if name in ROLES:
            row[name] = names_text(listed(lines, written.names) or tuple(map(unmarked, lines)))
        elif name:
            row[name] = "\n".join(map(unmarked, lines))
    row["text"] = row["text"] or row["activity"]
    if row["activity"] == row["text"]:
        row["activity"] = ""
    return _beside(_task(near), row, written) if row["text"] else None


def _in_table(pair: Beside | None, table: int) -> bool:
    return pair is not None and pair.new is not None and pair.new.blocks[0].table == table


def _columns(written: Written, table: int) -> dict[int, str]:
    """Return what of a task each column of a printed table shows."""
    found: dict[int, Counter[str]] = {}
    for block in written.blocks:
        refs = [read_ref(ref) for ref in block.refs] if block.table == table else []
        for ref in refs:
            if ref.sheet == "tasks":
                found.setdefault(block.column, Counter())[ref.column] += 1
    # A column of all helpers takes new ones as those who help, not as those who carry it out.
    return {
        column: "coordinators" if "coordinators" in counts else counts.most_common(1)[0][0]
        for column, counts in found.items()
    }


def _paragraph(
    unit: Unit, above: Beside | None, below: Beside | None, written: Written
) -> OwnTask | None:
    text = unit.blocks[0].said
    alike = [
        pair
        for pair in (above, below)
        if pair is not None and _task(pair) and not _is_row(pair) and _marked_alike(pair, text)
    ]
    several = len(alike) == 2
    if not alike or not (several or mark_of(text)):
        return None
    near = _task(alike[0])
    held = written.cells["tasks"].get(near, {})
    said = told(unmarked(text))
    row = dict.fromkeys(_COLUMNS, "")
    row |= {
        "text": said.sentence,
        "deadline": recased(said.deadline, held=""),
        "product": recased(said.product, held=""),
    }
    row["lead"] = begun_by(said.sentence, written.names) or _group_lead(alike[0], held)
    return _beside(near, row, written) if said.sentence else None


def _is_row(pair: Beside) -> bool:
    return pair.old is not None and pair.old.is_row


def _marked_alike(pair: Beside, text: str) -> bool:
    """Return whether a text has a list mark of the same kind: a sign, a letter or a number."""
    old = "" if pair.old is None else pair.old.blocks[0].text
    return _kind_of(mark_of(old)) == _kind_of(mark_of(text))


def _kind_of(mark: str) -> str:
    inner = mark.strip("().")
    return "a" if inner.isalpha() else "1" if inner[:1].isdigit() else mark


def _group_lead(pair: Beside, held: Row) -> str:
    """Return who leads the tasks of a list that names nobody in each of them; else nobody."""
    old = "" if pair.old is None else unmarked(pair.old.blocks[0].said)
    first = key_of(held.get("text", "").split("\n")[0])
    return held.get("lead", "") if first and key_of(old).startswith(first) else ""


def _beside(near: str, row: Mapping[str, str], written: Written) -> OwnTask | None:
    held = written.cells["tasks"].get(near)
    if held is None:
        return None
    told_by = {name: held.get(name, "") for name in ("index", "criterion")}
    return OwnTask(near, {**row, **told_by, "chosen": sheet_messages.YES})
