"""What a rule is asked about, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document.decree import messages as m
from analysis.document.decree.model import Paragraph, Section, Table
from analysis.document.decree.pieces import Line
from analysis.document.decree.rulebook import Rule, Severity

if TYPE_CHECKING:
    from analysis.document.decree.anatomy import Anatomy
    from analysis.reference.places import Places

Stage = Literal["draft", "issued"]
Medium = Literal["paper", "electronic"]
_LONGEST_HEADING, _LONGEST_FOUND = 60, 90


@dataclass(frozen=True, slots=True)
class Hit:
    """A breach of a rule: where, what stands there, what the rule asks for.

    `severity` and `message` replace the rule's own where a part of it weighs less or more.
    """

    place: str
    found: str = ""
    expected: str = ""
    severity: Severity | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A document to be judged; `medium` and `places` are None when they are not known."""

    anatomy: Anatomy
    stage: Stage = "draft"
    medium: Medium | None = None
    places: Places | None = None

    def at(self, where: Line | Paragraph | Table | Section | None, component: str = "") -> str:
        """Return a place in Vietnamese: component, paragraph or cell, the heading above it."""
        named = m.COMPONENTS.get(component, "")
        parts = [named[:1].upper() + named[1:]] if named else []
        if isinstance(where, Line):
            where = where.paragraph
        if isinstance(where, Paragraph):
            parts += self._of_paragraph(where)
        elif isinstance(where, Table):
            parts.append(m.TABLE_WHOLE.format(table=where.number))
            first = next(where.paragraphs(), None)
            parts += [] if first is None else self._above(first.spot.number)
        elif isinstance(where, Section):
            parts.append(m.SECTION.format(number=where.number))
        return ", ".join(parts) or m.WHOLE

    def row(self, table: Table, number: int) -> str:
        """Return the place of a row of a table."""
        place = m.TABLE_ROW.format(table=table.number, row=number)
        first = next(table.paragraphs(), None)
        return ", ".join([place, *([] if first is None else self._above(first.spot.number))])

    def _of_paragraph(self, paragraph: Paragraph) -> list[str]:
        spot = paragraph.spot
        if spot.part:
            part = m.PARTS.get(spot.part, spot.part).format(number=spot.number)
            return [part, m.SECTION.format(number=paragraph.section + 1)]
        parts = [m.PARAGRAPH.format(number=spot.number)]
        if spot.table:
            parts = [m.TABLE_CELL.format(table=spot.table, row=spot.row, cell=spot.cell)]
        return parts + self._above(spot.number)

    def _above(self, number: int) -> list[str]:
        for appendix in reversed(self.anatomy.appendices):
            if appendix.first < number:
                return [m.IN_APPENDIX.format(label=appendix.name[:_LONGEST_HEADING])]
        if number >= self._closing_number():
            return []
        above = [n for n in self.anatomy.headings if n < number]
        if not above:
            return []
        words = self.anatomy.headings[max(above)].words
        return [m.UNDER.format(heading=shortened(words, _LONGEST_HEADING))]

    def _closing_number(self) -> int:
        closing = self.anatomy.closing
        lines = [line for line in (closing.label, *closing.authority) if line is not None]
        return min((line.paragraph.spot.number for line in lines), default=1 << 30)


Check = Callable[[Case, Rule], Iterator[Hit]]


def shortened(text: str, most: int = _LONGEST_FOUND) -> str:
    """Return a text with its end cut off when it is long.

    Examples
    --------
    >>> shortened("Kế hoạch cải thiện các chỉ số", 12)
    'Kế hoạch cả…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(text: str) -> str:
    """Return a text between quotation marks, shortened."""
    return f"“{shortened(text)}”"
