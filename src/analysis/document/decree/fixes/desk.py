"""The desk of the menders: the open file, and the few moves by which its form is changed.

Only direct properties are set, on the very letters, paragraph, row or section: styles are shared,
and what a style changes elsewhere nobody asked for. A move that finds all as wished changes
nothing, and the desk knows which parts were changed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from analysis.document.decree.fixes.order import child, put, switch
from analysis.document.decree.formatting import Formatting
from analysis.document.decree.names import EITHER, path, tag_of, value, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from analysis.document.decree.model import Look, Paragraph, Section, Table
    from analysis.document.decree.opening import Package
    from analysis.document.decree.pieces import Line

_NOT_PRINTED = {w("del"), w("moveFrom"), f"{{{EITHER}}}Fallback"}
_LETTERS = {w("t"): "", w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_CODES = {w("fldChar"), w("instrText"), w("pgNum")}
_BREAKS = ("page", "column")


class Desk:
    """An open file and the parts of it that were changed.

    Parameters
    ----------
    package
        The file; its parts are changed in place.
    """

    def __init__(self, package: Package) -> None:
        self._formatting = Formatting(package.linked("styles"), package.linked("theme"))
        self._names = {id(root): name for name, root in package.parts.items()}
        self._main = package.parts[package.main]
        self.changed: set[str] = set()

    def runs(self, paragraph: Paragraph) -> list[etree._Element]:
        """Return the runs of a paragraph that print something, and those of the codes of fields.

        A field that is counted anew, as a page number always is, looks as its code does.
        """
        own = [
            run
            for run in paragraph.element.iter(w("r"))
            if next(run.iterancestors(w("p"))) is paragraph.element and _printed(run)
        ]
        return [run for run in own if _said(run) and not self.look(run).hidden]

    def runs_of(self, line: Line) -> list[etree._Element]:
        """Return the runs of a line; none when a run reaches beyond it."""
        runs = self.runs(line.paragraph)
        if not line.parted:
            return runs
        words = "".join(run.text for run in line.runs).strip()
        start = "".join(map(spoken, runs)).find(words)
        found, at = [], 0
        for run in runs:
            text = spoken(run)
            first = at + len(text) - len(text.lstrip())
            last = at + len(text.rstrip())
            at += len(text)
            if first >= last or last <= start or first >= start + len(words):
                continue
            if first < start or last > start + len(words):
                return []
            found.append(run)
        return found

    def look(self, run: etree._Element) -> Look:
        """Return how the letters of a run are set in the end."""
        paragraph = next(run.iterancestors(w("p")))
        table = next(paragraph.iterancestors(w("tbl")), None)
        return self._formatting.look(
            run.find(w("rPr")),
            paragraph=self._formatting.style_of(paragraph),
            table="" if table is None else self._formatting.table_style(table),
        )

    def set_letters(
        self, runs: Iterable[etree._Element], setting: Callable[[etree._Element, Look], bool]
    ) -> None:
        """Set the letters of runs: `setting` gets a run's ``w:rPr`` and how it looks."""
        for run in runs:
            self._set_look(run, setting, self.look(run))

    def set_number(
        self, paragraph: Paragraph, setting: Callable[[etree._Element, Look], bool], look: Look
    ) -> None:
        """Set the automatic number of a paragraph, which looks as the paragraph's end does."""
        if paragraph.label:
            self._set_look(self._own(paragraph), setting, look)

    def set_paragraph(self, paragraph: Paragraph, tag: str, **attributes: object) -> None:
        """Set attributes of a property of a paragraph."""
        self._run(paragraph.element, put(self._own(paragraph), tag, **attributes))

    def switch_paragraph(self, paragraph: Paragraph, tag: str, *, on: bool) -> None:
        """Switch a property of a paragraph on or off."""
        self._run(paragraph.element, switch(self._own(paragraph), tag, on=on))

    def align(self, paragraph: Paragraph, align: str) -> None:
        """Align a paragraph."""
        if paragraph.layout.align != align:
            self.set_paragraph(paragraph, "jc", val=align)

    def indent(self, paragraph: Paragraph, **sides: int) -> None:
        """Set ``left``, ``right`` and ``first`` of a paragraph in twips."""
        layout = paragraph.layout
        wish: dict[str, object] = {}
        if sides.get("left", layout.left) != layout.left:
            wish |= {"left": sides["left"], "start": None, "leftChars": None, "startChars": None}
        if sides.get("right", layout.right) != layout.right:
            wish |= {"right": sides["right"], "end": None, "rightChars": None, "endChars": None}
        if sides.get("first", layout.first) != layout.first:
            wish |= {"firstLine": sides["first"], "hanging": None}
            wish |= {"firstLineChars": None, "hangingChars": None}
        if wish:
            self.set_paragraph(paragraph, "ind", **wish)

    def space(self, paragraph: Paragraph, **sides: int) -> None:
        """Set ``before``, ``after`` and ``line`` (of automatic height) of a paragraph."""
        layout = paragraph.layout
        wish: dict[str, object] = {}
        for side in ("before", "after"):
            if sides.get(side, getattr(layout, side)) != getattr(layout, side):
                wish |= {side: sides[side], f"{side}Autospacing": None, f"{side}Lines": None}
        if "line" in sides and (layout.line, layout.line_rule) != (sides["line"], "auto"):
            wish |= {"line": sides["line"], "lineRule": "auto"}
        if wish:
            self.set_paragraph(paragraph, "spacing", **wish)

    def sheet(self, section: Section) -> etree._Element | None:
        """Return the ``w:sectPr`` of a section, None when it cannot be told for sure."""
        held = [
            end
            for end in self._main.iter(w("sectPr"))
            if next(end.iterancestors(w("sectPrChange")), None) is None
        ]
        body = self._main.find(w("body"))
        last = None if body is None else body.find(w("sectPr"))
        if last is None or held[-1] is not last or section.number > len(held):
            return None
        return held[section.number - 1]

    def set_sheet(self, section: Section, tag: str, **attributes: object) -> None:
        """Set attributes of a property of a section."""
        if (end := self.sheet(section)) is not None:
            self._run(end, put(end, tag, **attributes))

    def switch_sheet(self, section: Section, tag: str) -> None:
        """Switch a property of a section on."""
        if (end := self.sheet(section)) is not None:
            self._run(end, switch(end, tag, on=True))

    def rows(self, table: Table) -> list[etree._Element]:
        """Return the rows of a table; none when they are not those of the model."""
        found = [
            row
            for row in table.element.iter(w("tr"))
            if next(row.iterancestors(w("tbl"))) is table.element
        ]
        return found if len(found) == len(table.rows) else []

    def set_row(self, row: etree._Element, tag: str) -> None:
        """Switch a property of a row on."""
        self._run(row, switch(child(row, "trPr"), tag, on=True))

    def set_element(self, element: etree._Element, name: str, content: object) -> None:
        """Set an attribute of an element that is there."""
        if value(element, name) != str(content):
            element.set(w(name), str(content))
            self._note(element)

    def set_property(self, parent: etree._Element, tag: str, **attributes: object) -> None:
        """Set attributes of a property of any element."""
        self._run(parent, put(parent, tag, **attributes))

    def _set_look(
        self,
        holder: etree._Element,
        setting: Callable[[etree._Element, Look], bool],
        look: Look,
    ) -> None:
        new = holder.find(w("rPr")) is None
        properties = child(holder, "rPr")
        if setting(properties, look):
            self._note(holder)
        elif new:
            holder.remove(properties)

    def _own(self, paragraph: Paragraph) -> etree._Element:
        return child(paragraph.element, "pPr")

    def _run(self, element: etree._Element, changed: bool) -> None:  # noqa: FBT001
        if changed:
            self._note(element)

    def _note(self, element: etree._Element) -> None:
        self.changed.add(self._names[id(element.getroottree().getroot())])


def spoken(run: etree._Element) -> str:
    """Return what a run prints, as the model has it."""
    parts = []
    for element in run:
        tag = tag_of(element)
        if tag == w("sym"):
            parts.append("•")
        elif tag in _LETTERS and value(element, "type") not in _BREAKS:
            parts.append(element.text or "" if tag == w("t") else _LETTERS[tag])
    return unicodedata.normalize("NFC", "".join(parts))


def empty_below(paragraph: Paragraph) -> etree._Element | None:
    """Return the paragraph right below when it holds nothing but properties and marks."""
    below = paragraph.element.getnext()
    if below is None or below.tag != w("p") or below.find(path("pPr", "sectPr")) is not None:
        return None
    held = {tag_of(e) for e in _content(below)}
    return below if held <= {w("r"), w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")} else None


def _content(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield what a paragraph holds beside properties."""
    for element in paragraph:
        if element.tag != w("pPr"):
            yield element
            yield from (e for e in element if e.tag != w("rPr"))


def _said(run: etree._Element) -> bool:
    return bool(spoken(run)) or any(tag_of(element) in _CODES for element in run)


def _printed(run: etree._Element) -> bool:
    for above in run.iterancestors():
        if above.tag == w("p"):
            return True
        if tag_of(above) in _NOT_PRINTED:
            return False
    return False
