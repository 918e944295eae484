"""Sections: sheet, margins, and the headers and footers in force, inherited where none is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.model import Block, Edge, Section
from analysis.document.decree.names import RELATION, switched_on, value, w, whole

if TYPE_CHECKING:
    from lxml import etree

    from analysis.document.decree.opening import Package
    from analysis.document.decree.reading import Reader

# What Word takes for a section that says nothing: Letter, an inch of margin.
_LETTER, _INCH = (12240, 15840), 1440
_MARGINS = ("top", "bottom", "left", "right", "header", "footer")


def read_section(
    end: etree._Element | None,
    package: Package,
    reader: Reader,
    *,
    above: Section | None,
    blocks: tuple[Block, ...],
) -> Section:
    """Return a section.

    Parameters
    ----------
    end
        Its ``w:sectPr``, None in a file that has none.
    package, reader
        The file, and what reads its headers.
    above
        The section before, whose headers hold where this one names none.
    blocks
        The paragraphs and tables that lie in it.
    """
    size = _child(end, "pgSz")
    margins = _child(end, "pgMar")
    numbers = _child(end, "pgNumType")
    found = {name: whole(margins, name) for name in _MARGINS}
    lengths = {name: _INCH if n is None else abs(n) for name, n in found.items()}
    lengths["gutter"] = whole(margins, "gutter") or 0
    return Section(
        number=1 if above is None else above.number + 1,
        width=whole(size, "w") or _LETTER[0],
        height=whole(size, "h") or _LETTER[1],
        landscape=value(size, "orient") == "landscape",
        margins=lengths,
        title_page=switched_on(_child(end, "titlePg")),
        start=whole(numbers, "start"),
        number_format=value(numbers, "fmt") or "decimal",
        kind=value(_child(end, "type")) or "nextPage",
        headers=_edges(end, package, reader, "header", above.headers if above else {}),
        footers=_edges(end, package, reader, "footer", above.footers if above else {}),
        blocks=blocks,
    )


def _child(end: etree._Element | None, tag: str) -> etree._Element | None:
    return None if end is None else end.find(w(tag))


def _edges(
    end: etree._Element | None,
    package: Package,
    reader: Reader,
    name: str,
    inherited: dict[str, Edge],
) -> dict[str, Edge]:
    edges = dict(inherited)
    links = package.links(package.main)
    for reference in () if end is None else end.iterchildren(w(f"{name}Reference")):
        kind = value(reference, "type") or "default"
        target = links.get(str(reference.get(f"{{{RELATION}}}id", "")), ("", ""))[1]
        part = package.parts.get(target)
        edges[kind] = Edge(kind, tuple(reader.flat(part, name)))
    return edges
