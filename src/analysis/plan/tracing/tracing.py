"""Every number of a plan's text with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.plan.tracing.lexing import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.plan.text import Appendix, Footnote, Origin, PlanText
    from analysis.plan.tracing.lexing import Token

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


def traced(plan: PlanText) -> tuple[TracedBlock, ...]:
    """Return the texts of a plan in the document's order, each with its numbers.

    A figure is traced to the first figure of the text's own line that prints so and is not taken
    yet; marks of lists are no numbers.
    """
    return tuple(
        TracedBlock(line, numbers_of(line, origins))
        for text, origins in _texts(plan)
        for line in text.split("\n")
        if line
    )


def numbers_of(text: str, origins: Iterable[Origin]) -> tuple[Traced, ...]:
    """Return the numbers of a text."""
    held = [(origin, _numbers(origin)) for origin in origins]
    used: set[str] = set()
    told = (token for token in tokens(text) if token.kind != "structure")
    return tuple(_traced(token, held, used) for token in told)


def _numbers(origin: Origin) -> frozenset[str]:
    return frozenset(token.text for token in tokens(origin.text))


def _traced(token: Token, held: list[tuple[Origin, frozenset[str]]], used: set[str]) -> Traced:
    if token.kind != "number":
        return Traced(token.text, token.start, token.kind, token.text)  # type: ignore[arg-type]
    here = [origin for origin, numbers in held if token.text in numbers]
    first = next((o for o in here if o.ref not in used), here[0] if here else None)
    if first is None:
        return Traced(token.text, token.start, None)
    if first.kind == "figure":
        used.add(first.ref)
    return Traced(token.text, token.start, first.kind, first.ref)


def _texts(plan: PlanText) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    """Yield the texts with their origins, head first, footnotes after the text they stand in."""
    head = (plan.superior, *plan.issuer, plan.number, plan.place_date, plan.kind, plan.title)
    yield from ((text, plan.origins) for text in head)
    for paragraph in plan.body:
        yield paragraph.text, paragraph.origins
        yield from _notes(paragraph.footnotes)
    yield from ((text, plan.origins) for text in (*plan.recipients, *plan.signatory, plan.signer))
    for appendix in plan.appendices:
        yield from _appendix(appendix, plan)


def _appendix(appendix: Appendix, plan: PlanText) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    table = appendix.table
    yield from ((text, plan.origins) for text in (appendix.title, appendix.reference))
    yield from ((column.title, plan.origins) for column in table.columns)
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            if column.key != "number":
                yield cell.text, cell.origins
            yield from _notes(cell.footnotes)
    yield from ((note, plan.origins) for note in appendix.notes)


def _notes(footnotes: tuple[Footnote, ...]) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    yield from ((note.text, note.origins) for note in footnotes)
