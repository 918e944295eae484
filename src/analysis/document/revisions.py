"""Tracked changes of a Word file: what they are, and what is left when they are taken or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document.decree.names import path, tag_of, value, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

Revisions = Literal["accept", "reject"]

_NEW, _OLD = ("ins", "moveTo"), ("del", "moveFrom")
_KINDS = {
    w("ins"): "inserted",
    w("cellIns"): "inserted",
    w("del"): "deleted",
    w("cellDel"): "deleted",
    w("moveFrom"): "moved away",
    w("moveTo"): "moved here",
}


@dataclass(frozen=True, slots=True)
class Tracked:
    """How many changes of each kind a file tracks, and by how many people; looks do not count."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    authors: int = 0

    @property
    def count(self) -> int:
        """All changes."""
        return self.inserted + self.deleted + self.moved


def tracked(roots: Iterable[etree._Element]) -> Tracked:
    """Return the tracked changes of some parts of a file.

    Examples
    --------
    >>> from lxml import etree
    >>> name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    >>> xml = f"<w:p xmlns:w='{name}'><w:ins w:author='A'/><w:del w:author='A'/></w:p>"
    >>> tracked([etree.fromstring(xml)])
    Tracked(inserted=1, deleted=1, moved=0, authors=1)
    """
    counts = dict.fromkeys(_KINDS.values(), 0)
    authors = set()
    for root in roots:
        for element in root.iter(*_KINDS):
            parent = element.getparent()
            if parent is None or parent.tag != w("numPr"):  # a list's number, not its text
                counts[_KINDS[tag_of(element)]] += 1
                authors.add(value(element, "author"))
    moved = max(counts["moved away"], counts["moved here"])
    return Tracked(counts["inserted"], counts["deleted"], moved, len(authors))


@dataclass(frozen=True, slots=True)
class Reading:
    """What is there when all changes are accepted, or rejected."""

    revisions: Revisions

    @property
    def _gone(self) -> tuple[str, ...]:
        return _OLD if self.revisions == "accept" else _NEW

    @property
    def gone(self) -> frozenset[str]:
        """The elements whose content is not there."""
        return frozenset(map(w, self._gone))

    @property
    def text(self) -> frozenset[str]:
        """The elements that hold text: that of deletions too, where they are rejected."""
        return frozenset({w("t")} if self.revisions == "accept" else {w("t"), w("delText")})

    def runs_on(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph's end is not there: it is one with the next paragraph."""
        mark = paragraph.find(path("pPr", "rPr"))
        return mark is not None and any(mark.find(w(tag)) is not None for tag in self._gone)

    def has_row(self, row: etree._Element) -> bool:
        """Return whether a table's row is there."""
        return all(row.find(path("trPr", tag)) is None for tag in self._gone)

    def has_cell(self, cell: etree._Element) -> bool:
        """Return whether a cell is there."""
        tag = "cellDel" if self.revisions == "accept" else "cellIns"
        return cell.find(path("tcPr", tag)) is None
