"""A Word file as its reader sees it: paragraphs, tables, sections, headers, how they are set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

Align = Literal["left", "right", "center", "both"]
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are set; `fonts` are those of Latin letters and of letters with accents."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: str = ""
    color: str = "auto"
    highlight: str = ""
    raised: bool = False
    hidden: bool = False
    fonts: tuple[str, str] = ("Times New Roman", "Times New Roman")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph is set; lengths in twips."""

    align: Align = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    keep_next: bool = False
    contextual: bool = False
    page_break_before: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    r"""Letters set alike. A tab is ``\\t``, a line break ``\\n``; `symbol` is of a symbol font."""

    text: str
    look: Look
    symbol: bool = False

    @property
    def letters(self) -> str:
        """The text as printed: in capitals where the look says so."""
        return self.text.upper() if self.look.caps else self.text


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands: its number in the part, and its table, row and cell from 1."""

    number: int
    part: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph.

    `label` is its automatic number; `composed` tells whether its text came in NFC; `page_field`
    whether it prints the number of the page; `section` is the section it lies in; `room` the width
    in twips that its table cell leaves it, 0 outside tables.
    """

    runs: tuple[Run, ...]
    layout: Layout
    spot: Spot
    element: etree._Element = field(repr=False)
    label: str = ""
    composed: bool = True
    page_field: bool = False
    section: int = 0
    room: int = 0

    @cached_property
    def text(self) -> str:
        """The text with the automatic number before it, blanks as they are."""
        words = "".join(run.letters for run in self.runs)
        return f"{self.label} {words}" if self.label else words

    @cached_property
    def words(self) -> str:
        """The text with single blanks."""
        return single_spaced(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.words


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: `column` is the first grid column it stands in, `drawn` its own drawn sides."""

    blocks: tuple[Paragraph | Table, ...]
    column: int
    span: int
    width: int
    drawn: frozenset[str] = frozenset()
    continues: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, those of tables inside too."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.paragraphs()

    @property
    def words(self) -> str:
        """The text of all paragraphs."""
        return " ".join(p.words for p in self.paragraphs() if p.words)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    header: bool = False
    cant_split: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table; `drawn` tells whether it or its style draws lines, `grid` its columns in twips."""

    rows: tuple[Row, ...]
    grid: tuple[int, ...]
    number: int
    drawn: bool
    element: etree._Element = field(repr=False)
    section: int = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.paragraphs()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A header or footer of one kind: ``default``, ``first`` or ``even``."""

    kind: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def numbers(self) -> tuple[Paragraph, ...]:
        """The paragraphs that print the page's number."""
        return tuple(p for p in self.paragraphs if p.page_field)


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section: its sheet in twips, and the headers and footers in force in it."""

    number: int
    width: int
    height: int
    landscape: bool
    margins: dict[str, int]
    title_page: bool
    start: int | None
    number_format: str
    kind: str
    headers: dict[str, Edge]
    footers: dict[str, Edge]
    blocks: tuple[Block, ...] = ()

    @property
    def room(self) -> int:
        """The width of the text."""
        return self.width - self.margins["left"] - self.margins["right"] - self.margins["gutter"]

    @property
    def wide(self) -> bool:
        """Whether the sheet lies."""
        return self.width > self.height


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A Word file.

    `boxes` are paragraphs in text boxes, `notes` those of footnotes and endnotes; `sums_gaps`
    tells whether space after and space before add up instead of the larger one counting;
    `even_pages` whether even pages have headers of their own.
    """

    file: str
    sections: tuple[Section, ...]
    boxes: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    sums_gaps: bool = False
    even_pages: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs and tables of the body, in order."""
        return tuple(block for section in self.sections for block in section.blocks)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph of the body, those in tables too."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.paragraphs()

    def edges(self) -> Iterator[Edge]:
        """Yield each header and footer once."""
        seen: set[int] = set()
        for section in self.sections:
            for edge in (*section.headers.values(), *section.footers.values()):
                if id(edge) not in seen:
                    seen.add(id(edge))
                    yield edge

    def everything(self) -> Iterator[Paragraph]:
        """Yield every paragraph of every part."""
        yield from self.paragraphs()
        yield from self.boxes
        yield from self.notes
        for edge in self.edges():
            yield from edge.paragraphs


def single_spaced(text: str) -> str:
    """Return a text with single blanks and none around."""
    return _BLANKS.sub(" ", text).strip()
