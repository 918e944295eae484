"""The golden descriptions of real plans (``tests/golden``), and how a printed plan is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from analysis.plan.text import Cell, Paragraph, PlanText, Row

Words = tuple[str, ...]
Role = Literal["lead", "implementers", "coordinators"]

ROLES: Mapping[str, Role] = {
    "- Cơ quan chủ trì tham mưu: ": "lead",
    "- Cơ quan thực hiện: ": "implementers",
    "- Cơ quan phối hợp: ": "coordinators",
}
MEASURES = "- Nhiệm vụ, giải pháp:"
TOGETHER = re.compile(r" chủ trì, phối hợp với ", re.IGNORECASE)
NUMBER = re.compile(r"(?:[IVX]+\.|(?:\d+\.)+|\(\d+\)|[a-zđ]\)|-|\+)(?= )")
SHORT_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
BRACKETS = re.compile(r" \([^)]*\)")


class Entry(Strict):
    """A numbered line of the body: its number as printed, words that it must hold.

    `paragraphs` stand below it without a number.
    """

    number: str
    words: Words = ()
    paragraphs: int = 0


class TableRow(Strict):
    """A printed row of an appendix; a column left out is empty or, if merged, the cell above."""

    kind: Literal["group", "data"]
    number: str = ""
    words: Words = ()
    lead: Words = ()
    coordination: Words = ()
    product: Words = ()
    deadline: str = ""
    merged: frozenset[str] = frozenset()


class GoldenTable(Strict):
    """An appendix; its rows are None where the plan was published without them."""

    label: str
    landscape: bool
    columns: Words
    rows: tuple[TableRow, ...] | None = None


class RoleBlock(Strict):
    """Who leads, carries out and helps below a heading of the body."""

    heading: Words
    lead: Words
    implementers: Words = ()
    coordinators: Words = ()


class Golden(Strict):
    """What the printed form of one real plan must hold, typed from the plan itself.

    `opening` and `recipients` are counts. `added` are words of what we print and the plan lacks;
    each must be told in its `ours`.
    """

    opening: int
    outline: tuple[Entry, ...] = Field(min_length=1)
    tables: tuple[GoldenTable, ...]
    recipients: int
    facts: Words = Field(min_length=1)
    roles: tuple[RoleBlock, ...]
    added: tuple[Words, ...]
    differences: Words = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A numbered line as it is printed, and how many paragraphs without a number follow it."""

    number: str
    text: str
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A heading and the agencies told below it; `listed` if each role has a line of its own."""

    heading: str
    roles: Mapping[Role, str] = field(default_factory=dict)
    listed: bool = True


def read_golden(path: Path) -> Golden:
    """Return a golden description."""
    return validated(Golden, read_yaml(path), file=path.name)


def spellings(fact: str) -> set[str]:
    """Return a fact as it may be printed: a date 08/8/2022 also in its long form.

    Examples
    --------
    >>> sorted(spellings("08/8/2022"))
    ['08/8/2022', 'ngày 08 tháng 8 năm 2022']
    """
    return {fact, SHORT_DATE.sub(r"ngày \1 tháng \2 năm \3", fact)}


def missing(words: Words, text: str) -> list[str]:
    """Return the words that a text does not hold, in capitals or not."""
    low = text.lower()
    return [word for word in words if not any(form.lower() in low for form in spellings(word))]


def opening(plan: PlanText) -> int:
    """Return how many paragraphs stand before the first section."""
    return next(place for place, paragraph in enumerate(plan.body) if paragraph.kind == "section")


def numbered(plan: PlanText) -> list[PrintedLine]:
    """Return every numbered line of the body; lines that tell roles are no part of the outline."""
    lines: list[PrintedLine] = []
    for paragraph in plan.body[opening(plan) :]:
        if paragraph.text.startswith(_ROLE_LINES):
            continue
        if found := NUMBER.match(paragraph.text):
            lines.append(PrintedLine(found.group(), paragraph.text))
        else:
            lines[-1] = replace(lines[-1], paragraphs=lines[-1].paragraphs + 1)
    return lines


def blocks(plan: PlanText) -> Iterator[PrintedBlock]:
    """Yield every heading that tells who leads and who helps right below it."""
    for place, (heading, after) in enumerate(pairwise(plan.body), start=1):
        if not heading.kind.startswith(("heading", "criterion")):
            continue
        if after.text.startswith(_ROLE_LINES):
            lines = takewhile(lambda p: p.text.startswith(_ROLE_LINES), plan.body[place:])
            yield PrintedBlock(heading.text, _listed_roles(lines))
        elif after.kind == "body" and TOGETHER.search(f" {after.text}"):
            lead, others = TOGETHER.split(f"{heading.text} {after.text}", maxsplit=1)
            yield PrintedBlock(heading.text, {"lead": lead, "coordinators": others}, listed=False)


def agencies(cell: Cell) -> list[str]:
    """Return the agencies of a cell, without what each of them does."""
    parts = re.split(r"; |\n", BRACKETS.sub("", cell.text))
    return [part.removeprefix("- ") for part in parts if part]


def footnotes(plan: PlanText) -> list[str]:
    """Return the footnotes of the body and of the appendices."""
    below_cells = (cell.footnotes for row in _rows(plan) for cell in row.cells)
    below_body = (paragraph.footnotes for paragraph in plan.body)
    return [note.text for notes in (*below_body, *below_cells) for note in notes]


def whole_text(plan: PlanText) -> str:
    """Return everything that the plan prints, one string a line."""
    appendices = plan.appendices
    return "\n".join(
        (
            *(plan.superior, *plan.issuer, plan.number, plan.place_date, plan.kind, plan.title),
            *(paragraph.text for paragraph in plan.body),
            *footnotes(plan),
            *(*plan.recipients, *plan.signatory, plan.signer),
            *(text for a in appendices for text in (a.label, a.title, a.reference, *a.notes)),
            *(column.title for a in appendices for column in a.table.columns),
            *(cell.text for row in _rows(plan) for cell in row.cells),
        )
    )


_ROLE_LINES = (*ROLES, MEASURES)


def _listed_roles(lines: Iterator[Paragraph]) -> dict[Role, str]:
    return {
        role: BRACKETS.sub("", line.text.removeprefix(start)).removesuffix(".")
        for line in lines
        for start, role in ROLES.items()
        if line.text.startswith(start)
    }


def _rows(plan: PlanText) -> Iterator[Row]:
    return (row for appendix in plan.appendices for row in appendix.table.rows)
