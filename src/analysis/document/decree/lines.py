"""The line below a text, in the four ways in which files draw it.

A border of a paragraph, a shape (DrawingML or VML), a border of a table or cell, or characters and
underlines, which come near but are no solid line unless they are underscores.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document.decree.formatting import borders
from analysis.document.decree.model import Paragraph, Table
from analysis.document.decree.names import (
    DRAWING,
    EITHER,
    PLACED,
    SHAPE,
    VML,
    path,
    tag_of,
    value,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from analysis.document.decree.model import Cell
    from analysis.document.decree.pieces import Line

Way = Literal["border", "shape", "table", "characters", "underline", "styled"]

_SOLID = {"single", "thick"}
_EMU_PER_MM, _TWIPS_PER_MM = 36000, 1440 / 25.4
_PER_MM = {
    "pt": 72 / 25.4,
    "in": 1 / 25.4,
    "mm": 1.0,
    "cm": 0.1,
    "px": 96 / 25.4,
    "": 914400 / 25.4,
}
_PRESETS = {"line", "straightConnector1"}
_POINT = re.compile(r"(-?[\d.]+)(pt|in|mm|cm|px)?")
_UNDERSCORE, _SMALLER = 0.5, 0.65


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line: how it is drawn, whether it is solid, and its length in mm where it is known."""

    way: Way
    solid: bool
    length: float | None = None


def line_below(
    texts: Sequence[Line], around: Sequence[Line], *, room: int, cell: Cell | None = None
) -> Drawn | None:
    """Return the line drawn below a text; the best one when several are found.

    Parameters
    ----------
    texts
        The lines of the text.
    around
        The lines of its side in order, those before the text too: a shape may hang on any of them.
    room
        The width in twips that the text has.
    cell
        The table cell that holds the text.
    """
    if not texts:
        return None
    last = texts[-1]
    at = next((n for n, line in enumerate(around) if line is last), len(around))
    near = list(_nearby(around[at + 1 :]))
    found = [
        *_borders([last, *near], room),
        *_shapes([last.paragraph, *(line.paragraph for line in near)], last.side),
        *_cell_border(last, cell),
        *_characters(near),
        *_underlined(last),
    ]
    if not any(drawn.solid for drawn in found):
        found += _shapes([line.paragraph for line in around], last.side)
    return next((drawn for drawn in found if drawn.solid), found[0] if found else None)


def _nearby(after: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines up to the first that has other words, that one too."""
    for line in after:
        yield line
        if line.words and not line.drawn:
            return


def _borders(lines: Sequence[Line], room: int) -> Iterator[Drawn]:
    """Yield bottom borders of the text and of empty paragraphs below, top borders of the next."""
    for at, line in enumerate(lines):
        own = line.paragraph.element.find(path("pPr", "pBdr"))
        other = at > 0 and bool(line.words)
        for side, kind, _ in borders(own):
            if side == ("top" if other else "bottom") or (at > 0 and side == "top"):
                layout = line.paragraph.layout
                length = (line.paragraph.room or room) - max(layout.left, 0) - layout.right
                yield Drawn("border", kind in _SOLID, max(length, 0) / _TWIPS_PER_MM)


def _shapes(paragraphs: Iterable[Paragraph], side: str) -> list[Drawn]:
    seen: set[int] = set()
    found: list[Drawn] = []
    for paragraph in paragraphs:
        if id(paragraph.element) in seen:
            continue
        seen.add(id(paragraph.element))
        placed = sorted(_placed(paragraph.element), key=lambda pair: pair[0])
        if len(placed) > 1 and not paragraph.spot.table:  # both lines of a letterhead in one place
            placed = placed[:1] if side == "left" else placed[-1:]
        found += [drawn for _, drawn in placed]
    return found


def _placed(paragraph: etree._Element) -> Iterator[tuple[float, Drawn]]:
    """Yield the shapes that are lines, each with how far to the right it stands."""
    for element in paragraph.iter():
        tag = tag_of(element)
        if not tag or next(element.iterancestors(f"{{{EITHER}}}Fallback"), None) is not None:
            if tag.startswith(f"{{{VML}}}") and not _has_choice(element):
                yield from _vml(element)
            continue
        if tag in (f"{{{PLACED}}}inline", f"{{{PLACED}}}anchor"):
            yield from _drawing(element)
        elif tag.startswith(f"{{{VML}}}"):
            yield from _vml(element)


def _has_choice(element: etree._Element) -> bool:
    either = next(element.iterancestors(f"{{{EITHER}}}AlternateContent"), None)
    return either is not None and either.find(f"{{{EITHER}}}Choice") is not None


def _drawing(element: etree._Element) -> Iterator[tuple[float, Drawn]]:
    extent = element.find(f"{{{PLACED}}}extent")
    width, height = (_emu(extent, name) for name in ("cx", "cy"))
    presets = {str(shape.get("prst", "")) for shape in element.iter(f"{{{DRAWING}}}prstGeom")}
    flat = height <= _EMU_PER_MM and width > 5 * _EMU_PER_MM
    lined = presets & _PRESETS or (flat and next(element.iter(f"{{{SHAPE}}}wsp"), None) is not None)
    if not lined or height > width:
        return
    dashes = {str(dash.get("val", "")) for dash in element.iter(f"{{{DRAWING}}}prstDash")}
    offset = element.find(f"{{{PLACED}}}positionH/{{{PLACED}}}posOffset")
    right = float(offset.text or 0) if offset is not None and _is_number(offset.text) else 0.0
    yield right / _EMU_PER_MM, Drawn("shape", dashes <= {"solid"}, width / _EMU_PER_MM)


def _emu(element: etree._Element | None, name: str) -> float:
    text = "" if element is None else str(element.get(name, ""))
    return float(text) if _is_number(text) else 0.0


def _is_number(text: str | None) -> bool:
    return bool(re.fullmatch(r"-?\d{1,12}", text or ""))


def _vml(element: etree._Element) -> Iterator[tuple[float, Drawn]]:
    name = tag_of(element).rpartition("}")[2]
    style = {
        part.partition(":")[0].strip(): part.partition(":")[2].strip()
        for part in str(element.get("style", "")).split(";")
    }
    width, left = _millimetres(style.get("width", "")), _millimetres(style.get("margin-left", ""))
    if name == "line":
        ends = [_millimetres(str(element.get(end, "")).split(",")[0]) for end in ("from", "to")]
        if ends[0] is not None and ends[1] is not None:
            width, left = abs(ends[1] - ends[0]), min(ends[0], ends[1])
    elif name != "shape" or not _connects(element):
        return
    stroke = element.find(f"{{{VML}}}stroke")
    dashed = "" if stroke is None else str(stroke.get("dashstyle", ""))
    yield left or 0.0, Drawn("shape", dashed in ("", "solid"), width)


def _connects(element: etree._Element) -> bool:
    kind = str(element.get("type", ""))
    named = any(str(key).endswith("}connectortype") for key in element.attrib)
    return named or kind in ("#_x0000_t32", "#_x0000_t20")


def _millimetres(text: str) -> float | None:
    found = _POINT.fullmatch(text.strip())
    try:
        return None if found is None else float(found.group(1)) / _PER_MM[found.group(2) or ""]
    except ValueError:
        return None


def _cell_border(last: Line, cell: Cell | None) -> Iterator[Drawn]:
    """Yield the bottom border of a cell that ends with the text, and tables that draw below it."""
    if cell is None:
        return
    inked = [p for p in cell.paragraphs() if not p.blank]
    if "bottom" in cell.drawn and inked and inked[-1] is last.paragraph:
        yield Drawn("table", solid=True, length=cell.width / _TWIPS_PER_MM)
    after = False
    for block in cell.blocks:
        if isinstance(block, Table) and after and _draws(block):
            yield Drawn("table", solid=True, length=sum(block.grid) / _TWIPS_PER_MM)
        after = after or block is last.paragraph


def _draws(table: Table) -> bool:
    blank = all(p.blank for p in table.paragraphs())
    return blank and (table.drawn or any(c.drawn for row in table.rows for c in row.cells))


def _characters(near: Iterable[Line]) -> Iterator[Drawn]:
    for line in near:
        if line.drawn:
            signs = line.words.replace(" ", "")
            size = max(
                (r.look.size * (_SMALLER if r.look.raised else 1) for r in line.inked), default=0
            )
            length = len(signs) * _UNDERSCORE * size * 25.4 / 72
            yield Drawn("characters", set(signs) == {"_"}, length)
        elif not line.words and any(r.look.underline for r in line.runs):
            yield Drawn("underline", solid=False)


def _underlined(last: Line) -> Iterator[Drawn]:
    if last.inked and all(run.look.underline for run in last.inked):
        yield Drawn("underline", solid=False)


def framed(paragraph: Paragraph) -> bool:
    """Return whether a paragraph has a border on each of its four sides."""
    own = paragraph.element.find(path("pPr", "pBdr"))
    return {"top", "bottom", "left", "right"} <= {side for side, _, _ in borders(own)}


def has_break(paragraph: Paragraph) -> bool:
    """Return whether a paragraph holds a line break typed by hand."""
    breaks = paragraph.element.iter(w("br"))
    return any(value(element, "type") not in ("page", "column") for element in breaks)
