"""A .docx turned into the document model: what is printed, where it stands, how it is set."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.formatting import Formatting, borders
from analysis.document.decree.model import (
    Block,
    Cell,
    Document,
    Look,
    Paragraph,
    Row,
    Run,
    Section,
    Spot,
    Table,
)
from analysis.document.decree.names import EITHER, path, switched_on, tag_of, value, w, whole
from analysis.document.decree.numbering import Numbering, number_of, read_numbering
from analysis.document.decree.opening import open_package
from analysis.document.decree.sheets import read_section
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from analysis.document.decree.opening import Package

_GONE = {w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("sectPr"), f"{{{EITHER}}}Fallback"}
_BOX = w("txbxContent")
_SPOKEN = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_PARAGRAPH, _RUN, _TABLE, _ROW, _CELL = w("p"), w("r"), w("tbl"), w("tr"), w("tc")
_SIDES = ("top", "bottom", "left", "right", "insideH", "insideV", "start", "end")


def read_document(file: Path) -> Document:
    """Return a Word file as its reader sees it, tracked changes taken as accepted.

    Raises
    ------
    FaultsError
        DC-01 to DC-05 when the file cannot be opened.
    """
    package = open_package(file)
    try:
        return _read(package)
    except RecursionError as error:  # nested deeper than any office does
        raise FaultsError(m.DAMAGED.at(Place(file=file.name))) from error


def _read(package: Package) -> Document:
    formatting = Formatting(package.linked("styles"), package.linked("theme"))
    reader = Reader(formatting, read_numbering(package.linked("numbering")))
    root = package.parts[package.main]
    settings = package.linked("settings")
    notes = [package.linked(kind) for kind in ("footnotes", "endnotes")]
    return Document(
        file=package.file,
        sections=tuple(_sections(root.find(w("body")), package, reader)),
        boxes=tuple(reader.boxes),
        notes=tuple(p for part in notes for p in reader.flat(part, "notes")),
        sums_gaps=switched_on(_setting(settings, "doNotUseHTMLParagraphAutoSpacing")),
        even_pages=switched_on(_setting(settings, "evenAndOddHeaders")),
    )


def _sections(body: etree._Element | None, package: Package, reader: Reader) -> Iterator[Section]:
    above: Section | None = None
    blocks: list[Block] = []
    for block in () if body is None else reader.blocks(body):
        blocks.append(block)
        if (end := block.element.find(path("pPr", "sectPr"))) is not None:
            above = read_section(end, package, reader, above=above, blocks=tuple(blocks))
            yield above
            reader.section += 1
            blocks = []
    end = None if body is None else body.find(w("sectPr"))
    if blocks or end is not None or above is None:
        yield read_section(end, package, reader, above=above, blocks=tuple(blocks))


def _setting(settings: etree._Element | None, tag: str) -> etree._Element | None:
    return None if settings is None else next(settings.iter(w(tag)), None)


@dataclass(slots=True)
class Reader:
    """Reads blocks one after the other, counting paragraphs, tables and automatic numbers."""

    formatting: Formatting
    numbering: Numbering
    section: int = 0
    boxes: list[Paragraph] = field(default_factory=list)
    _paragraphs: int = 0
    _tables: int = 0
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Yield the paragraphs and tables of the body."""
        for element in _children(parent):
            if element.tag == _PARAGRAPH:
                yield self._paragraph(element)
            else:
                yield self._table(element)

    def flat(self, part: etree._Element | None, name: str) -> Iterator[Paragraph]:
        """Yield every paragraph of a part beside the body, those in its boxes too."""
        for number, element in enumerate(() if part is None else part.iter(_PARAGRAPH), start=1):
            if next(element.iterancestors(f"{{{EITHER}}}Fallback"), None) is None:
                yield self._made(element, Spot(number, part=name), table="", room=0)

    def _paragraph(
        self, element: etree._Element, *, spot: Spot | None = None, table: str = "", room: int = 0
    ) -> Paragraph:
        self._paragraphs += 1
        where = spot or Spot(0)
        place = Spot(self._paragraphs, where.part, where.table, where.row, where.cell)
        for box in element.iter(_BOX):
            if next(box.iterancestors(f"{{{EITHER}}}Fallback"), None) is None:
                self.boxes += [
                    self._made(inner, Spot(place.number, part="box"), table="", room=0)
                    for inner in box.iterchildren(_PARAGRAPH)
                ]
        return self._made(element, place, table=table, room=room)

    def _made(self, element: etree._Element, spot: Spot, *, table: str, room: int) -> Paragraph:
        style, own = self.formatting.style_of(element), element.find(w("pPr"))
        number, level = self._number(own, style)
        raw = [(run, text, symbol) for run in _runs(element) for text, symbol in [_spoken(run)]]
        runs = []
        for run, text, symbol in raw:
            look = self._look(run.find(w("rPr")), style, table)
            if text and not look.hidden:
                runs.append(Run(unicodedata.normalize("NFC", text), look, symbol))
        return Paragraph(
            runs=tuple(runs),
            layout=self.formatting.layout(own, paragraph=style, table=table, numbered=level),
            spot=spot,
            element=element,
            label=number,
            composed=all(unicodedata.is_normalized("NFC", text) for _, text, _ in raw),
            page_field=_prints_page(element),
            section=self.section,
            room=room,
        )

    def _number(self, own: etree._Element | None, style: str) -> tuple[str, etree._Element | None]:
        """Return the automatic number and the layout that its level asks for."""
        direct = number_of(own)
        found = direct
        for level in self.formatting.chain(style) if direct is None else ():
            found = found or number_of(level.find(w("pPr")))
        if found is None or found[0] in ("", "0"):
            return "", None
        level_ = self.numbering.level(*found)
        look = None if direct is None or level_ is None else level_.find(w("pPr"))
        return self.numbering.label(*found), look

    def _look(self, own: etree._Element | None, style: str, table: str) -> Look:
        if own is not None:
            return self.formatting.look(own, paragraph=style, table=table)
        if (style, table) not in self._looks:
            self._looks[style, table] = self.formatting.look(None, paragraph=style, table=table)
        return self._looks[style, table]

    def _table(self, element: etree._Element) -> Table:
        self._tables += 1
        number, style = self._tables, self.formatting.table_style(element)
        grid = tuple(whole(c, "w") or 0 for c in element.findall(path("tblGrid", "gridCol")))
        margin = _margins(element, self.formatting, style)
        rows = tuple(
            self._row(row, Spot(0, table=number, row=at), style, grid, margin)
            for at, row in enumerate(_rows(element), start=1)
        )
        return Table(rows, grid, number, self._drawn(element, style), element, section=self.section)

    def _drawn(self, element: etree._Element, style: str) -> bool:
        own = element.find(path("tblPr", "tblBorders"))
        if own is not None:
            return any(side in _SIDES for side, _, _ in borders(own))
        styled = (s.find(path("tblPr", "tblBorders")) for s in self.formatting.chain(style))
        nearest = next((b for b in styled if b is not None), None)
        return any(side in _SIDES for side, _, _ in borders(nearest))

    def _row(
        self, row: etree._Element, spot: Spot, style: str, grid: tuple[int, ...], margin: int
    ) -> Row:
        look = row.find(w("trPr"))
        cells, column = [], whole(row.find(path("trPr", "gridBefore"))) or 0
        for at, cell in enumerate(_cells(row), start=1):
            properties = cell.find(w("tcPr"))
            span = whole(cell.find(path("tcPr", "gridSpan"))) or 1
            width = _width(cell) or sum(grid[column : column + span])
            place = Spot(0, table=spot.table, row=spot.row, cell=at)
            inside = tuple(self._inside(cell, place, style, max(0, width - margin)))
            drawn = frozenset(
                side
                for side, _, _ in borders(
                    None if properties is None else properties.find(w("tcBorders"))
                )
            )
            merge = cell.find(path("tcPr", "vMerge"))
            goes_on = merge is not None and value(merge) != "restart"
            cells.append(Cell(inside, column, span, width, drawn, goes_on))
            column += span
        height = row.find(path("trPr", "trHeight"))
        return Row(
            tuple(cells),
            header=look is not None and switched_on(look.find(w("tblHeader"))),
            cant_split=look is not None and switched_on(look.find(w("cantSplit"))),
            exact=value(height, "hRule") == "exact",
        )

    def _inside(self, cell: etree._Element, spot: Spot, style: str, room: int) -> Iterator[Block]:
        for element in _children(cell):
            if element.tag == _PARAGRAPH:
                yield self._paragraph(element, spot=spot, table=style, room=room)
            else:
                yield self._table(element)


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, looking into controls and other wrappers."""
    for element in parent:
        tag = tag_of(element)
        if tag in (_PARAGRAPH, _TABLE):
            yield element
        elif tag not in _GONE and tag not in (w("tcPr"), w("tblPr")):
            yield from _children(element)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    yield from _wrapped(table, _ROW)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from _wrapped(row, _CELL)


def _wrapped(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for element in parent:
        tag = tag_of(element)
        if tag == wanted:
            yield element
        elif tag in (w("sdt"), w("sdtContent"), w("ins"), w("customXml")):
            yield from _wrapped(element, wanted)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph, those in links, fields and insertions too."""
    for element in parent:
        tag = tag_of(element)
        if tag == _RUN:
            yield element
        elif tag and tag not in _GONE and tag != _BOX:
            yield from _runs(element)


def _spoken(run: etree._Element) -> tuple[str, bool]:
    """Return what a run prints, and whether it is a sign of a symbol font."""
    parts, symbol = [], False
    for element in run:
        tag = tag_of(element)
        if tag == w("t"):
            parts.append(element.text or "")
        elif tag == w("sym"):
            parts.append("•")
            symbol = True
        elif tag in _SPOKEN and value(element, "type") not in ("page", "column"):
            parts.append(_SPOKEN[tag])
    text = "".join(parts)
    return text, symbol or any("\ue000" <= letter <= "\uf8ff" for letter in text)


def _prints_page(paragraph: etree._Element) -> bool:
    codes = [element.text or "" for element in paragraph.iter(w("instrText"))]
    codes += [value(element, "instr") for element in paragraph.iter(w("fldSimple"))]
    split = "".join(codes).split()
    return "PAGE" in split or next(paragraph.iter(w("pgNum")), None) is not None


def _width(cell: etree._Element) -> int:
    """Return the width that a cell asks for in twips; 0 when it leaves it to the grid."""
    wish = cell.find(path("tcPr", "tcW"))
    return max(whole(wish, "w") or 0, 0) if value(wish, "type") in ("dxa", "") else 0


def _margins(table: etree._Element, formatting: Formatting, style: str) -> int:
    """Return what the margins of a table's cells take of their width, left and right together."""
    holders = [table, *formatting.chain(style)]
    total = 0
    for names in (("left", "start"), ("right", "end")):
        sides = (
            whole(holder.find(path("tblPr", "tblCellMar", name)), "w")
            for holder in holders
            for name in names
        )
        total += next((side for side in sides if side is not None), 108)
    return total
