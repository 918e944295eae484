"""The tags of a template as they stand in its paragraphs, before anything reads them as code.

docxtpl repairs and rewrites a template's XML with patterns of its own, some of which are slow or
drop text in silence when tags stand oddly. So every tag must lie whole within one paragraph and be
one of the few that ``templates/README.md`` lists; then the repaired XML holds these tags and no
others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.wordml import PARAGRAPH, TEXT, paragraphs, style_id
from analysis.errors import Fault, Place
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from analysis.document.wordml import Styles

LONGEST_TAG, MOST_TAGS = 200, 500
_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
_OPENING = re.compile(r"\{[{%#]|[}%#]\}")
_PREFIX = re.compile(r"(?:\{%|\{\{)(tr|tc|p|r)\s")
_COMMAND = re.compile(r"\{%(?:p\s)?\s*(\w*)")
_ALONE = re.compile(r"\{%p\s")
_COMMANDS = frozenset({"for", "endfor", "if", "elif", "else", "endif"})
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the template: its place, its text, where its pieces (``w:t``) begin.

    `container` is the same for paragraphs of one cell, one box, or the text outside tables.
    """

    place: Place
    text: str
    starts: tuple[int, ...] = ()
    container: int = 0

    def tags(self) -> Iterator[re.Match[str]]:
        """Yield the whole tags of the paragraph."""
        yield from _TAG.finditer(self.text)

    def pieces(self, tag: re.Match[str]) -> int:
        """Return over how many pieces a tag is spread."""
        return 1 + sum(tag.start() < start < tag.end() for start in self.starts)


def lines_of(root: etree._Element, *, file: str, part: str, styles: Styles) -> list[Line]:
    """Return the paragraphs of a part, each with its number and the fixed heading above it.

    Parameters
    ----------
    root
        The part's root element.
    file, part
        The template's name and the part in Vietnamese (empty for the text itself).
    styles
        Tell which paragraphs are headings.
    """
    lines: list[Line] = []
    containers: dict[etree._Element | None, int] = {}
    heading = ""
    for number, paragraph in enumerate(paragraphs(root), start=1):
        pieces = [element.text or "" for element in _own_texts(paragraph)]
        text = "".join(pieces)
        if text.strip() and not _OPENING.search(text) and styles.is_heading(style_id(paragraph)):
            heading = text.strip()
        entry = m.SPOT_UNDER if heading else m.SPOT
        spot = entry.format(number=number, text=_shown(text), heading=heading[:60])
        place = Place(file=file, detail=", ".join(filter(None, (part, spot))))
        container = containers.setdefault(paragraph.getparent(), len(containers))
        lines.append(Line(place, text, tuple(accumulate(map(len, pieces)))[:-1], container))
    return lines


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the pieces of a paragraph but not those of a box that is anchored in it."""
    for piece in paragraph.iter(TEXT):
        if next(piece.iterancestors(PARAGRAPH)) is paragraph:
            yield piece


def _shown(text: str) -> str:
    words = " ".join(nfc(text).split())
    return words if len(words) <= 80 else f"…{words[-79:]}"


def hidden_faults(root: etree._Element, *, file: str, name: str) -> Iterator[Fault]:
    """Yield a fault for tags where nobody sees them, as they would be run like any other.

    That is in attributes, field codes, remarks in the XML, or bare between cells and paragraphs.
    """
    where = m.HIDDEN_TEXT.format(name=name)
    for element in root.iter():
        inside = "" if _is_visible(element) else element.text or ""
        values = map(str, element.attrib.values())
        if "{" in inside or "}" in inside or any(map(_OPENING.search, values)):
            yield m.TAG_HIDDEN.at(Place(file=file), where=where)
            return
        if _OPENING.search(element.tail or ""):
            yield m.TAGS_CROSS.at(Place(file=file))
            return


def _is_visible(element: etree._Element) -> bool:
    within = next(element.iterancestors(PARAGRAPH), None) is not None
    return element.tag == TEXT and within and len(element) == 0


def line_faults(line: Line) -> Iterator[Fault]:
    """Yield what is wrong with how tags stand in a paragraph, and with those never allowed."""
    if "{" in _TAG.sub("", line.text):  # what closes nothing is printed, and told after
        yield m.TAG_BROKEN.at(line.place, reason=m.REASON_BRACKETS)
    for match in line.tags():
        tag = match.group()
        if len(tag) > LONGEST_TAG:
            yield m.TAG_LONG.at(line.place, length=len(tag), most=LONGEST_TAG)
        elif what := _refused(tag):
            yield m.TAG_NOT_ALLOWED.at(line.place, what=what)
        elif _ALONE.match(tag) and line.text.strip() != tag:
            yield m.TAG_NOT_ALONE.at(line.place, tag=tag)


def crossing_faults(lines: Iterable[Line]) -> Iterator[Fault]:
    """Yield the tags that end in one cell what began in another, or outside the table."""
    opened: list[Line] = []
    for line in lines:
        for match in line.tags():
            command = _command(match.group())
            if command in ("for", "if"):
                opened.append(line)
            elif command and opened:
                if line.container != opened[-1].container:
                    yield m.TAGS_CROSS.at(line.place)
                if command.startswith("end"):
                    opened.pop()


def _command(tag: str) -> str:
    found = _COMMAND.match(tag)
    return found.group(1) if found and found.group(1) in _COMMANDS else ""


def _refused(tag: str) -> str:
    """Return what makes a tag one that no template may use, else nothing."""
    if tag.startswith("{#"):
        return m.COMMENT_TAG
    if tag[2] in "-+" or tag[-3] in "-+":
        return m.TRIMMING
    prefix = _PREFIX.match(tag)
    if prefix and not _ALONE.match(tag):
        return m.PREFIXED.format(name=prefix.group(1))
    if tag.startswith("{%") and not _command(tag):
        return m.COMMAND.format(name=tag[2:-2].strip().partition(" ")[0][:40])
    return ""


def readable(line: Line) -> str:
    """Return the tags of a paragraph that may be read further, in one line.

    Examples
    --------
    >>> readable(Line(Place(), "Số: {{ number }} {%p if a == “b” %}{% raw %}"))
    '{{ number }} {% if a == "b" %}'
    """
    kept = (match.group() for match in line.tags())
    allowed = (tag for tag in kept if len(tag) <= LONGEST_TAG and not _refused(tag))
    return " ".join(straight(_ALONE.sub("{% ", tag)) for tag in allowed).replace("\n", " ")


def straight(tag: str) -> str:
    """Return a tag with the quotes straight that Word curled."""
    return tag.translate(_STRAIGHT)


def look_warnings(line: Line) -> Iterator[Fault]:
    """Yield tags that Word cut or whose quotes it curled; they print, but break easily."""
    for match in line.tags():
        tag = match.group()
        if (count := line.pieces(match)) > 1:
            yield m.TAG_CUT.at(line.place, tag=_shown(tag), count=count)
        if straight(tag) != tag:
            yield m.TAG_CURLY.at(line.place, tag=_shown(tag))
