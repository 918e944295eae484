"""A Word file from outside as text: every paragraph that says something, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.document import revision_messages as m
from analysis.document.decree import messages as opening_messages
from analysis.document.decree.names import EITHER, path, tag_of, value, w, whole
from analysis.document.decree.opening import open_package
from analysis.document.revisions import Reading, Tracked, tracked
from analysis.errors import FaultsError, Place
from analysis.plan.word.printed import Block
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from analysis.document.decree.opening import Package
    from analysis.document.revisions import Revisions

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_SILENT = frozenset(
    {*map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")), f"{{{EITHER}}}Fallback"}
)
_BLANK, _HYPHEN, _BOX = frozenset(map(w, ("tab", "br", "cr"))), w("noBreakHyphen"), w("txbxContent")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_BODY_LEVEL = 9  # outline levels from here on are body text


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file's blocks in order, footnotes last, and what tracked changes it had."""

    file: str
    blocks: tuple[Block, ...]
    tracked: Tracked


def blocks_of(docx: Path, *, revisions: Revisions | None = None) -> Blocks:
    """Return the paragraphs of a Word file that say something.

    Parameters
    ----------
    docx
        A file of any origin.
    revisions
        Whether tracked changes are taken as accepted or as rejected.

    Returns
    -------
    Blocks
        Text is NFC with single blanks; comments and marks of footnotes are no part of it. Cells
        that continue the cell above hold nothing that is seen and are left out.

    Raises
    ------
    FaultsError
        DC-01 to DC-05 when the file cannot be opened, DO-110 when it has tracked changes and
        `revisions` does not say what becomes of them.
    """
    package = open_package(docx)
    notes = {kind: package.linked(kind) for kind in _NOTES.values()}
    parts = [package.parts[package.main], *(part for part in notes.values() if part is not None)]
    found, place = tracked(parts), Place(file=docx.name)
    if found.count and revisions is None:
        told = {
            name: getattr(found, name)
            for name in ("count", "inserted", "deleted", "moved", "authors")
        }
        raise FaultsError(m.CHANGES_OPEN.at(place, **told))
    reader = _Reader(Reading(revisions or "accept"), _headings(package))
    try:
        body = parts[0].find(w("body"))
        blocks = [*reader.blocks(body), *reader.noted(notes)] if body is not None else []
    except RecursionError as error:  # nested deeper than any office does
        raise FaultsError(opening_messages.DAMAGED.at(place)) from error
    if body is None:
        raise FaultsError(opening_messages.DAMAGED.at(place))
    return Blocks(docx.name, tuple(blocks), found)


def _headings(package: Package) -> frozenset[str]:
    """Return the ids of the styles that are headings, by their own level or by what they are on."""
    root = package.linked("styles")
    styles = {} if root is None else {value(one, "styleId"): one for one in root.iter(w("style"))}
    found = set()
    for key in styles:
        name, seen = key, set[str]()
        while name in styles and name not in seen:
            seen.add(name)
            level = whole(styles[name].find(path("pPr", "outlineLvl")))
            if level is not None:
                found |= {key} if level < _BODY_LEVEL else set()
                break
            name = value(styles[name].find(w("basedOn")))
    return frozenset(found)


@dataclass(slots=True)
class _Reader:
    """Reads one block after the other, counting paragraphs and tables."""

    reading: Reading
    headings: frozenset[str]
    heading: str = ""
    paragraphs: int = 0
    tables: int = 0
    references: list[tuple[str, str]] = field(default_factory=list)
    gone: frozenset[str] = field(init=False)
    text: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.gone, self.text = self.reading.gone | _SILENT, self.reading.text

    def blocks(self, parent: etree._Element, cell: tuple[int, int, int] = (0, 0, 0)) -> list[Block]:
        """Return the blocks of the body, a cell, a box or a note."""
        found: list[Block] = []
        held = ""  # of a paragraph whose end is not there
        for element in self._within(parent, {_PARAGRAPH, _TABLE}):
            if element.tag == _TABLE:
                found += self._block(held, cell)
                held = ""
                found += self._table(element)
                continue
            self.paragraphs += 1
            held += "".join(self._spoken(element))
            if not self.reading.runs_on(element):
                found += self._block(held, cell)
                self._note_heading(element, held, inside=cell[0] > 0)
                held = ""
            for box in self._within(element, {_BOX}):
                found += self.blocks(box)
        return [*found, *self._block(held, cell)]

    def noted(self, notes: dict[str, etree._Element | None]) -> Iterator[Block]:
        """Yield the blocks of the footnotes and endnotes whose marks stand in the text."""
        for kind, key in dict.fromkeys(self.references):
            part = notes[kind]
            for note in () if part is None else part:
                if value(note, "id") == key:
                    yield from (
                        Block(one.text, one.number, kind="note") for one in self.blocks(note)
                    )

    def _block(self, text: str, cell: tuple[int, int, int]) -> Iterator[Block]:
        said = nfc(text)
        if said:
            kind = "cell" if cell[0] else "paragraph"
            yield Block(said, self.paragraphs, self.heading, kind, *cell)  # type: ignore[arg-type]

    def _note_heading(self, element: etree._Element, text: str, *, inside: bool) -> None:
        level = whole(element.find(path("pPr", "outlineLvl")))
        styled = value(element.find(path("pPr", "pStyle"))) in self.headings
        if not inside and nfc(text) and (styled if level is None else level < _BODY_LEVEL):
            self.heading = nfc(text)

    def _table(self, table: etree._Element) -> list[Block]:
        self.tables += 1
        number, found = self.tables, []
        rows = filter(self.reading.has_row, self._within(table, {_ROW}))
        for place, row in enumerate(rows, start=1):
            column = 1 + (whole(row.find(path("trPr", "gridBefore"))) or 0)
            for cell in filter(self.reading.has_cell, self._within(row, {_CELL})):
                merge = cell.find(path("tcPr", "vMerge"))
                if merge is None or value(merge) == "restart":
                    found += self.blocks(cell, (number, place, column))
                column += max(1, whole(cell.find(path("tcPr", "gridSpan"))) or 1)
        return found

    def _within(self, parent: etree._Element, wanted: set[str]) -> Iterator[etree._Element]:
        """Yield the nearest elements of some kinds, through controls, links and other wrappers."""
        for element in parent:
            tag = tag_of(element)
            if tag in wanted:
                yield element
            elif tag and tag not in self.gone and tag != _BOX:
                yield from self._within(element, wanted)

    def _spoken(self, parent: etree._Element) -> Iterator[str]:
        for element in parent:
            tag = tag_of(element)
            if tag in self.text:
                yield element.text or ""
            elif tag in _BLANK:
                yield " "
            elif tag == _HYPHEN:
                yield "-"
            elif tag == w("sym"):
                yield "•"
            elif tag in _NOTES:
                self.references.append((_NOTES[tag], value(element, "id")))
            elif tag and tag not in self.gone and tag != _BOX:
                yield from self._spoken(element)
