"""Every number of a plan's text with where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.plan.tracing.lexing import tokens
from analysis.vietnamese.typography import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.plan.text import Appendix, Origin, PlanText
    from analysis.plan.tracing.lexing import Token

OPEN_DAY = "issue"
"""The reference of a draft's date, whose day is left blank for the clerk."""

_DAY_BLANK = re.compile(rf"ngày[ {NO_BREAK}]{{2,}}$")

SourceKind = Literal["figure", "date", "document", "task"]


@dataclass(frozen=True, slots=True)
class Traced:
    """A number of a text as printed, where it starts, and its source; no kind means none."""

    text: str
    start: int
    kind: SourceKind | None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class TracedBlock:
    """A text of the plan with its numbers; ``lines`` of one cell are blocks of their own."""

    text: str
    numbers: tuple[Traced, ...]


_Told = tuple[str, tuple["Origin", ...]]


def traced(plan: PlanText) -> tuple[TracedBlock, ...]:
    """Return the texts of a plan in the document's order, each with its numbers.

    A figure is traced to the first figure of the text's own line that prints so and is not taken
    yet; marks of lists are no numbers.
    """
    known: dict[str, frozenset[str]] = {}
    return tuple(
        TracedBlock(line, numbers_of(line, origins, known))
        for text, origins in _texts(plan)
        for line in text.split("\n")
        if line
    )


def numbers_of(
    text: str, origins: Iterable[Origin], known: dict[str, frozenset[str]] | None = None
) -> tuple[Traced, ...]:
    """Return the numbers of a text.

    Parameters
    ----------
    text
        One line of a plan.
    origins
        Where its numbers may come from, the likeliest first.
    known
        The numbers of texts that were read before, to be read no second time.
    """
    told = [token for token in tokens(text) if token.kind != "structure"]
    if not told:
        return ()
    known = {} if known is None else known
    held = [(origin, _numbers(origin.text, known)) for origin in origins]
    used: set[str] = set()
    return tuple(
        Traced(token.text, token.start, "date", OPEN_DAY)
        if _DAY_BLANK.search(text, 0, token.start)
        else _traced(token, held, used)
        for token in told
    )


def _numbers(text: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
    if text not in known:
        known[text] = frozenset(token.text for token in tokens(text))
    return known[text]


def _traced(token: Token, held: list[tuple[Origin, frozenset[str]]], used: set[str]) -> Traced:
    if token.kind in ("date", "document"):
        return Traced(token.text, token.start, token.kind, token.text)
    here = [origin for origin, numbers in held if token.text in numbers]
    first = next((o for o in here if o.ref not in used), here[0] if here else None)
    if first is None:
        return Traced(token.text, token.start, None)
    if first.kind == "figure":
        used.add(first.ref)
    return Traced(token.text, token.start, first.kind, first.ref)


def _texts(plan: PlanText) -> Iterator[_Told]:
    """Yield the texts with their origins, footnotes last."""
    head = (plan.superior, *plan.issuer, plan.number, plan.place_date, plan.kind, plan.title)
    yield from ((text, plan.origins) for text in head)
    yield from ((paragraph.text, paragraph.origins) for paragraph in plan.body)
    tail = (*plan.recipients, *plan.signatory, plan.signer)
    yield from ((text, plan.origins) for text in tail)
    for appendix in plan.appendices:
        yield from _appendix(appendix, plan)
    notes = [note for paragraph in plan.body for note in paragraph.footnotes]
    cells = (cell for one in plan.appendices for row in one.table.rows for cell in row.cells)
    notes += (note for cell in cells for note in cell.footnotes)
    yield from ((note.text, note.origins) for note in notes)


def _appendix(appendix: Appendix, plan: PlanText) -> Iterator[_Told]:
    table = appendix.table
    yield from ((text, plan.origins) for text in (appendix.title, appendix.reference))
    yield from ((column.title, plan.origins) for column in table.columns)
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            if column.key != "number":
                yield cell.text, cell.origins
    yield from ((note, plan.origins) for note in appendix.notes)
