"""Automatic numbers of paragraphs, as Word prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.document.decree.names import path, value, w, whole
from analysis.vietnamese import roman

if TYPE_CHECKING:
    from lxml import etree

_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Numbering:
    """The lists of a file, counted on from paragraph to paragraph."""

    lists: dict[str, dict[int, etree._Element]] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def level(self, number: str, depth: int) -> etree._Element | None:
        """Return the ``w:lvl`` of a list."""
        return self.lists.get(number, {}).get(depth)

    def label(self, number: str, depth: int) -> str:
        """Return the next number of a list at a depth; bullets of any shape are ``-`` or ``+``."""
        level = self.level(number, depth)
        if level is None:
            return ""
        kind, form = self.kinds.get(number, number), value(level.find(w("numFmt")))
        if form == "bullet":
            return "+" if value(level.find(w("lvlText"))).strip() == "+" else "-"
        key = (kind, depth)
        first = self.starts.get((number, depth), whole(level.find(w("start"))) or 0)
        self.counts[key] = self.counts.get(key, first - 1) + 1
        for deeper in [k for k in self.counts if k[0] == kind and k[1] > depth]:
            del self.counts[deeper]
        return _PLACEHOLDER.sub(
            lambda found: self._printed(number, int(found.group(1)) - 1),
            value(level.find(w("lvlText"))),
        ).strip()

    def _printed(self, number: str, depth: int) -> str:
        level = self.level(number, depth)
        first = whole(None if level is None else level.find(w("start"))) or 1
        count = self.counts.get((self.kinds.get(number, number), depth), first)
        return _form(value(None if level is None else level.find(w("numFmt"))), count)


def _form(form: str, count: int) -> str:
    if count < 1 or count > 3999:
        return str(count)
    if form in ("upperRoman", "lowerRoman"):
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02d}" if form == "decimalZero" else str(count)


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists of a file from its numbering part."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        value(kind, "abstractNumId"): {
            depth: level
            for level in kind.iterchildren(w("lvl"))
            if (depth := whole(level, "ilvl")) is not None
        }
        for kind in root.iterchildren(w("abstractNum"))
    }
    for entry in root.iterchildren(w("num")):
        number, kind = value(entry, "numId"), value(entry.find(w("abstractNumId")))
        levels = dict(abstract.get(kind, {}))
        numbering.kinds[number] = f"a{kind}"
        for change in entry.iterchildren(w("lvlOverride")):
            depth = whole(change, "ilvl") or 0
            if (level := change.find(w("lvl"))) is not None:
                levels[depth] = level
            if (start := whole(change.find(w("startOverride")))) is not None:
                numbering.starts[number, depth] = start
                numbering.kinds[number] = f"n{number}"
        numbering.lists[number] = levels
    return numbering


def number_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return the list and the depth that a ``w:pPr`` names; None when it names none."""
    if properties is None:
        return None
    number = properties.find(path("numPr", "numId"))
    if number is None:
        return None
    return value(number), whole(properties.find(path("numPr", "ilvl"))) or 0
