"""The drafter's workbook as plain data: its sheets, their columns, and texts as cells hold them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from analysis.errors import Place
from analysis.plan import sheet_messages
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.merging import State, Table

ColumnKind = Literal["id", "state", "fixed", "edit"]

FILE = "nhiem-vu.xlsx"
OWN = "rieng-"
"""How the ids of rows begin that a person added."""

ROLES = ("lead", "implementers", "coordinators")
"""The columns of a task that hold names of agencies."""

_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    A person edits ``edit`` columns; ``fixed`` ones tell what the row is about, ``id`` and ``state``
    are the program's. `choices` names the list of its drop-down; a `strict` one refuses all else.
    """

    key: str
    kind: ColumnKind
    width: float
    choices: str = ""
    strict: bool = False

    @property
    def title(self) -> str:
        """The column's title."""
        return sheet_messages.SHEET_COLUMNS[self.key]


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet's columns; a `locked` sheet is only read by people, and `spare` rows can be added."""

    key: str
    columns: tuple[SheetColumn, ...]
    locked: bool = False
    spare: int = 0

    @property
    def title(self) -> str:
        """The sheet's name."""
        return sheet_messages.SHEETS[self.key]

    @property
    def note(self) -> str:
        """How the sheet is filled in."""
        return sheet_messages.SHEET_NOTES[self.key]

    @property
    def held(self) -> tuple[SheetColumn, ...]:
        """The columns of the sheet's table: all but the id and the state."""
        return tuple(column for column in self.columns if column.kind in ("fixed", "edit"))


def _column(key: str, width: float, kind: ColumnKind = "edit", *, choices: str = "") -> SheetColumn:
    return SheetColumn(key, kind, width, choices, strict=choices in ("yes_no", "indices"))


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "tasks",
        (
            _column("id", 14, "id"),
            _column("state", 12, "state"),
            _column("index", 11, choices="indices"),
            _column("criterion", 28, choices="criteria"),
            _column("chosen", 8, choices="yes_no"),
            _column("text", 60),
            _column("activity", 32),
            _column("lead", 24, choices="agencies"),
            _column("implementers", 24, choices="agencies"),
            _column("coordinators", 24, choices="agencies"),
            _column("deadline", 16, choices="deadlines"),
            _column("product", 26, choices="products"),
            _column("note", 30),
        ),
        spare=200,
    ),
    Layout(
        "targets",
        (
            _column("id", 14, "id"),
            _column("state", 12, "state"),
            _column("index", 11, "fixed"),
            _column("criterion", 50, "fixed"),
            _column("result", 14, "fixed"),
            _column("maximum", 12, "fixed"),
            _column("target", 32),
            _column("basis", 44, "fixed"),
        ),
    ),
    Layout(
        "information",
        (
            _column("id", 14, "id"),
            _column("label", 24, "fixed"),
            _column("value", 90),
            _column("hint", 44, "fixed"),
        ),
    ),
    Layout(
        "facts",
        (
            _column("id", 14, "id"),
            _column("index", 11, "fixed"),
            _column("criterion", 50, "fixed"),
            _column("result", 14, "fixed"),
            _column("maximum", 12, "fixed"),
            _column("lost", 14, "fixed"),
            _column("rank", 12, "fixed"),
            _column("group", 16, "fixed"),
            _column("change", 16, "fixed"),
            _column("reason", 44, "fixed"),
            _column("source", 44, "fixed"),
        ),
        locked=True,
    ),
)
"""The sheets of the workbook, in order."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: its rows by id, and what each of them is."""

    layout: Layout
    rows: Table
    states: Mapping[str, State] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """The whole workbook: its sheets, and the lists of its drop-downs by name."""

    sheets: tuple[Sheet, ...]
    lists: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet's rows as they come back.

    `numbers` are the rows of the file where they stand, `others` the titles of columns that the
    sheet does not have.
    """

    layout: Layout
    rows: Table
    file: str = FILE
    numbers: Mapping[str, int] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    def place(self, key: str, column: str = "") -> Place:
        """Return where a row or one of its cells is; a row that is not in the file by its id."""
        number = self.numbers.get(key)
        return Place(
            file=self.file,
            sheet=self.layout.title,
            row=number,
            column=sheet_messages.SHEET_COLUMNS.get(column, ""),
            detail="" if number is not None else sheet_messages.ROW_PLACE.format(id=key),
        )


def layout(key: str) -> Layout:
    """Return the layout of a sheet."""
    return next(one for one in LAYOUTS if one.key == key)


def cell_text(text: str) -> str:
    r"""Return a text as a cell holds it: NFC, single blanks, lines parted by line feeds.

    Empty lines and what XML cannot carry are left out, so that a text that a program saved
    otherwise is not taken for an edit.

    Examples
    --------
    >>> cell_text(" Sở  Nội vụ \r\n\r\n rà soát ")
    'Sở Nội vụ\nrà soát'
    """
    lines = (nfc(_carried(line)) for line in _LINE_END.split(text))
    return "\n".join(line for line in lines if line)


def _carried(text: str) -> str:
    """Return a text without control characters, halves of characters and non-characters."""
    return "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or (unicodedata.category(char) not in ("Cc", "Cs") and not _void(char))
    )


def _void(char: str) -> bool:
    return ord(char) & 0xFFFE == 0xFFFE


def names_text(names: tuple[str, ...]) -> str:
    """Return names of agencies as one cell."""
    return cell_text(sheet_messages.LISTED.join(names))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of agencies in a cell, parted by semicolons or lines, each once.

    Examples
    --------
    >>> names_in("Sở Nội vụ; các sở, ban, ngành;")
    ('Sở Nội vụ', 'các sở, ban, ngành')
    """
    parts = (part.strip() for line in text.split("\n") for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))
