"""Tracing a Word file: every number of it with its source, by the record that the file carries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analysis.document.blocks import blocks_of
from analysis.document.tracing import read_record
from analysis.document.workbook_reading import read_workbook
from analysis.errors import FaultsError
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.plan.tracing.checking import judged
from analysis.plan.tracing.lexing import tokens
from analysis.runs import tracing_messages as m

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.plan.tracing.checking import Judged
    from analysis.plan.tracing.record import Record
    from analysis.plan.tracing.sources import Source
    from analysis.plan.word.printed import Block

_TASK = "tasks/"


@dataclass(frozen=True, slots=True)
class TracedFile:
    """A file's numbers in order, and the record that it carries, if any."""

    file: str
    numbers: tuple[Judged, ...]
    record: Record | None

    @property
    def unknown(self) -> int:
        """How many numbers have no source."""
        return sum(one.kind is None for one in self.numbers)


def trace_file(docx: Path) -> TracedFile:
    """Return every number of a Word file with its source.

    A number that was changed in a task is the task's if the drafter's workbook beside the file has
    it too. Tracked changes count as accepted.

    Parameters
    ----------
    docx
        A file of any origin.

    Raises
    ------
    FaultsError
        DC-01 to DC-05 when the file cannot be opened.
    """
    blocks = blocks_of(docx, revisions="accept").blocks
    record = read_record(docx)
    numbers = judged(blocks, record)
    if any(_in_task(one) for one in numbers):
        told = _workbook_numbers(docx.parent / WORKBOOK)
        numbers = tuple(_as_workbook(one, told) for one in numbers)
    return TracedFile(docx.name, numbers, record)


def _in_task(one: Judged) -> bool:
    return one.kind is None and one.nearest is not None and one.nearest.ref.startswith(_TASK)


def _workbook_numbers(path: Path) -> dict[str, frozenset[str]]:
    """Return the numbers of each task in the drafter's workbook; none if it cannot be read."""
    if not path.is_file():
        return {}
    try:
        rows = read_workbook(path)["tasks"].rows
    except (FaultsError, KeyError):
        return {}
    return {
        key: frozenset(token.text for text in row.values() for token in tokens(text))
        for key, row in rows.items()
    }


def _as_workbook(one: Judged, told: Mapping[str, frozenset[str]]) -> Judged:
    if not _in_task(one) or one.nearest is None:
        return one
    if one.text not in told.get(one.nearest.ref.removeprefix(_TASK), frozenset()):
        return one
    return replace(one, kind="task", ref=one.nearest.ref, nearest=None)


def trace_json(traced: TracedFile) -> list[dict[str, Any]]:
    """Return the numbers as plain data: ``text``, ``place``, ``source`` (kind, ref) or null."""
    return [
        {
            "text": one.text,
            "place": place_text(one.block),
            "source": None if one.kind is None else {"kind": one.kind, "ref": one.ref},
        }
        for one in traced.numbers
    ]


def trace_text(traced: TracedFile) -> str:
    """Return the numbers as an aligned table and a summary by kinds of sources."""
    rows = [(place_text(one.block), one.text, _told(one, traced.record)) for one in traced.numbers]
    head = (m.PLACE, m.NUMBER, m.SOURCE)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ("-" * widths[0], "-" * widths[1], "-" * len(m.SOURCE))
    lines = [
        "  ".join((place.ljust(widths[0]), number.ljust(widths[1]), source)).rstrip()
        for place, number, source in (head, rule, *rows)
    ]
    return "\n".join((*lines, "", summary(traced)))


def summary(traced: TracedFile) -> str:
    """Return how many numbers have which kind of source."""
    counts: Counter[str] = Counter(one.kind or "unknown" for one in traced.numbers)
    kinds = ("figure", "date", "document", "task", "unknown")
    return m.SUMMARY.format(
        file=traced.file, total=len(traced.numbers), **{kind: counts[kind] for kind in kinds}
    )


def place_text(block: Block) -> str:
    """Return where a paragraph stands, in words."""
    if block.kind == "note":
        return m.NOTE.format(number=block.number)
    if block.table:
        return m.CELL.format(table=block.table, row=block.row, column=block.column)
    return m.PARAGRAPH.format(number=block.number)


def _told(one: Judged, record: Record | None) -> str:
    source = None if record is None else record.source(one.ref)
    if one.kind is None:
        return _unknown(one, record)
    if one.kind == "figure" and source is not None:
        return m.FIGURE.format(what=source.what, where=where(source))
    if one.kind == "figure":
        return m.IN_FIGURE
    if one.kind == "date":
        return m.DATE
    if one.kind == "task":
        return m.TASK.format(ref=one.ref)
    return m.DOCUMENT_ITSELF if one.ref == one.text else m.DOCUMENT.format(ref=one.ref)


def _unknown(one: Judged, record: Record | None) -> str:
    if one.nearest is None:
        return m.UNKNOWN
    source = None if record is None else record.source(one.nearest.ref)
    what = "" if source is None else m.OF.format(what=source.what)
    return m.PRINTED.format(unknown=m.UNKNOWN, text=one.nearest.text, what=what)


def where(source: Source) -> str:
    """Return where a figure stands in a data file, or how it was computed."""
    return source.place or m.COMPUTED.format(formula=source.formula)
