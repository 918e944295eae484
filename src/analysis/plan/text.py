"""A plan as it is printed: paragraphs, appendices and tables, every string final.

This is all that the document room knows of a plan. Text is NFC and already carries its numbering
(``I.``, ``1.2.``, ``(1)``, ``a)``), its figures in Vietnamese form and its punctuation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ParagraphKind = Literal[
    "body",  # a paragraph of running text
    "basis",  # a legal basis, in italics
    "section",  # I. MỤC ĐÍCH, YÊU CẦU
    "heading_1",  # 1. Chỉ số cải cách hành chính
    "heading_2",  # 1.2. Tập trung khắc phục …
    "heading_3",  # 1.2.1. Công tác chỉ đạo, điều hành
    "criterion",  # (1) Tiêu chí …
    "lettered",  # a) …
    "dash",  # - …
    "plus",  # + …
    "reference",  # (Chi tiết tại Phụ lục I kèm theo)
]

Align = Literal["left", "center", "right", "justify"]


OriginKind = Literal["figure", "document", "task"]
"""Where numbers come from: computed or published figures, what is cited, what is to be done."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where numbers of a text come from; ``text`` holds them as they are printed.

    ``ref`` names the figure (`analysis.plan.origins`), the task (``tasks/<id>``), the target
    (``targets/<key>``), the criterion (``criteria/<index>/<code>``), or the file with the prose.
    """

    kind: OriginKind
    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its reference stands right after the words ``after``, at their first place."""

    after: str
    text: str
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the plan's body.

    Each of ``notes`` explains a figure that is not known, in the text's order; the document shows
    it as a Word comment on the words ``chưa có số liệu``. ``footnotes`` are Word footnotes.
    ``refs`` name the cells of the drafter's workbook that the text shows (`analysis.plan.refs`),
    ``origins`` tell where its numbers come from; neither is printed.
    """

    kind: ParagraphKind
    text: str
    notes: tuple[str, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    refs: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an appendix table: its printed title and its width in millimetres."""

    key: str
    title: str
    width_mm: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as PNG, its printed size in millimetres, and what it shows in words."""

    png: bytes = field(repr=False)
    width_mm: float
    height_mm: float
    alt: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and, where its figure is not known, the reason (a Word comment).

    Lines are parted by line feeds and printed as paragraphs. A ``merged`` cell continues the cell
    above it (one cell over several rows); its own text is empty. ``refs`` name the cells of the
    drafter's workbook that it shows, those of the rows that continue it too; ``origins`` are as in
    a `Paragraph`. A ``picture`` stands above the text.
    """

    text: str
    note: str | None = None
    merged: bool = False
    footnotes: tuple[Footnote, ...] = ()
    refs: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row with one cell a column.

    A ``group`` row is printed bold (a dimension or a field above its criteria); ``total`` is the
    index itself, ``data`` an ordinary line.
    """

    kind: Literal["total", "group", "data"]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an appendix; ``summary`` is its alternative text for assistive readers."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix in a section of its own, with page numbers from 1.

    ``label`` is ``Phụ lục I``, ``title`` in capitals, ``reference`` the line in brackets that
    names the plan; ``notes`` stand below the table.
    """

    label: str
    title: str
    reference: str
    table: Table
    notes: tuple[str, ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class PlanText:
    """The whole plan, ready to be set in Word.

    ``superior`` is the line of the body above the issuer, set light (``UBND TỈNH LẠNG SƠN`` above a
    department; empty for a People's Committee, which has none). ``issuer`` holds the lines above
    the rule (``ỦY BAN NHÂN DÂN``, ``TỈNH LẠNG SƠN``),
    ``signatory`` those above the signature (``TM. ỦY BAN NHÂN DÂN``, ``CHỦ TỊCH``); ``signer`` is
    empty where the name is not known. ``origins`` are those of the texts around body and tables.
    """

    issuer: tuple[str, ...]
    number: str
    place_date: str
    kind: str
    title: str
    body: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    signatory: tuple[str, ...]
    signer: str = ""
    superior: str = ""
    appendices: tuple[Appendix, ...] = field(default=())
    origins: tuple[Origin, ...] = ()
