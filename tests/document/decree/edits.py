"""Changes to one property of a good document, each a function on its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import nsdecls, qn
from lxml import etree

MAIN, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"


@dataclass
class Parts:
    """The XML parts of a .docx, to be changed in place."""

    roots: dict[str, etree._Element]
    others: dict[str, bytes]

    @property
    def main(self) -> etree._Element:
        return self.roots[MAIN]

    def paragraphs(self, words: str, part: str = MAIN) -> list[etree._Element]:
        """The paragraphs that start with some words; ``=`` before them asks for no others."""
        exact = words.startswith("=")
        found = [
            p
            for p in self.roots[part].iter(qn("w:p"))
            if (text_of(p) == words[1:] if exact else text_of(p).startswith(words))
        ]
        assert found, words
        return found

    def paragraph(self, words: str, part: str = MAIN) -> etree._Element:
        return self.paragraphs(words, part)[0]

    def sections(self) -> list[etree._Element]:
        return list(self.main.iter(qn("w:sectPr")))

    def tables(self) -> list[etree._Element]:
        return list(self.main.iter(qn("w:tbl")))


Edit = Callable[[Parts], None]


def text_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def opened(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = {
        n: etree.fromstring(d)
        for n, d in parts.items()
        if n.startswith("word/") and n[-3:] == "xml"
    }
    return Parts(xml, {n: d for n, d in parts.items() if n not in xml})


def packed(parts: Parts) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in parts.others.items():
            package.writestr(name, data)
        for name, root in parts.roots.items():
            package.writestr(name, etree.tostring(root))
    return out.getvalue()


def edited(data: bytes, *edits: Edit) -> bytes:
    parts = opened(data)
    for edit in edits:
        edit(parts)
    return packed(parts)


def element(xml: str) -> etree._Element:
    """An element from XML without declarations of its namespaces."""
    names = nsdecls("w", "wp", "a", "r")
    return etree.fromstring(f"<x {names}>{xml}</x>")[0]


def _child(parent: etree._Element, tag: str, *, first: bool = False) -> etree._Element:
    found = parent.find(qn(f"w:{tag}"))
    if found is None:
        found = parent.makeelement(qn(f"w:{tag}"))
        parent.insert(0, found) if first else parent.append(found)
    return found


def _set(parent: etree._Element, tag: str, value: object) -> None:
    child = _child(parent, tag)
    pairs = value if isinstance(value, dict) else {"val": value}
    for name, content in pairs.items():
        child.set(qn(f"w:{name}"), str(content))


def letters(words: str, *, part: str = MAIN, every: bool = False, **look: object) -> Edit:
    """Set how the runs of a paragraph look, e.g. ``sz=22, b=0``."""

    def edit(parts: Parts) -> None:
        for paragraph in parts.paragraphs(words, part)[: None if every else 1]:
            for run in list(paragraph.iter(qn("w:r"))):
                for tag, value in look.items():
                    _set(_child(run, "rPr", first=True), tag, value)

    return edit


def layout(words: str, *, part: str = MAIN, every: bool = False, **look: object) -> Edit:
    """Set how a paragraph is laid out, e.g. ``jc="left"`` or ``ind={"firstLine": 0}``."""

    def edit(parts: Parts) -> None:
        for paragraph in parts.paragraphs(words, part)[: None if every else 1]:
            for tag, value in look.items():
                _set(_child(paragraph, "pPr", first=True), tag, value)

    return edit


def words(old: str, new: str, *, part: str = MAIN, every: bool = False) -> Edit:
    """Replace words in the first text that has them."""

    def edit(parts: Parts) -> None:
        found = [t for t in parts.roots[part].iter(qn("w:t")) if old in (t.text or "")]
        assert found, old
        for text in found[: None if every else 1]:
            text.text = (text.text or "").replace(old, new)

    return edit


def retold(words: str, new: str) -> Edit:
    """Give a paragraph other words."""

    def edit(parts: Parts) -> None:
        for at, text in enumerate(list(parts.paragraph(words).iter(qn("w:t")))):
            text.text = "" if at else new

    return edit


def gone(words: str) -> Edit:
    """Take a paragraph out."""

    def edit(parts: Parts) -> None:
        _remove(parts.paragraph(words))

    return edit


def _remove(found: etree._Element) -> None:
    parent = found.getparent()
    assert parent is not None
    parent.remove(found)


def line_gone(words: str) -> Edit:
    """Take away the empty paragraph with a border that follows a text."""

    def edit(parts: Parts) -> None:
        below = next(parts.paragraph(words).itersiblings())
        border_ = below.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        assert border_ is not None
        _remove(border_)

    return edit


def line_below(words: str, **look: object) -> Edit:
    """Change the layout of the line that follows a text."""

    def edit(parts: Parts) -> None:
        below = next(parts.paragraph(words).itersiblings())
        for tag, value in look.items():
            _set(_child(below, "pPr", first=True), tag, value)

    return edit


def border(words: str, kind: str) -> Edit:
    """Draw the line that follows a text in another way."""

    def edit(parts: Parts) -> None:
        below = next(parts.paragraph(words).itersiblings())
        for bottom in below.iter(qn("w:bottom")):
            bottom.set(qn("w:val"), kind)

    return edit


def after(words: str, xml: str) -> Edit:
    """Put XML after a paragraph."""

    def edit(parts: Parts) -> None:
        parts.paragraph(words).addnext(element(xml))

    return edit


def copied(words: str, new: str, *, of: str = "") -> Edit:
    """Put a copy of a paragraph (set like `of`) with other words after it."""

    def edit(parts: Parts) -> None:
        source = parts.paragraph(of or words)
        copy = etree.fromstring(etree.tostring(source))
        for at, text in enumerate(list(copy.iter(qn("w:t")))):
            text.text = new if at == 0 else ""
        parts.paragraph(words).addnext(copy)

    return edit


def moved(words: str, *, after: str) -> Edit:
    """Move a paragraph behind another."""

    def edit(parts: Parts) -> None:
        parts.paragraph(after).addnext(parts.paragraph(words))

    return edit


def section(number: int, tag: str, **attributes: object) -> Edit:
    """Set attributes of a section's ``pgSz``, ``pgMar`` … (0 is the first)."""

    def edit(parts: Parts) -> None:
        child = _child(parts.sections()[number], tag)
        for name, value in attributes.items():
            child.set(qn(f"w:{name}"), str(value))

    return edit


def section_without(number: int, tag: str) -> Edit:
    """Take something out of a section's properties."""

    def edit(parts: Parts) -> None:
        for found in parts.sections()[number].findall(qn(f"w:{tag}")):
            _remove(found)

    return edit


def style(name: str, where: str = "rPr", **look: object) -> Edit:
    """Set a property of a style."""

    def edit(parts: Parts) -> None:
        found = [s for s in parts.roots[STYLES] if s.get(qn("w:styleId")) == name]
        for tag, value in look.items():
            _set(_child(found[0], where), tag, value)

    return edit


def row(table: int, number: int, **look: object) -> Edit:
    """Set or, with None, take away a property of a table's row; -1 is every row."""

    def edit(parts: Parts) -> None:
        rows = list(parts.tables()[table].iter(qn("w:tr")))
        for found in rows if number < 0 else [rows[number]]:
            for tag, value in look.items():
                properties = _child(found, "trPr", first=True)
                for old in properties.findall(qn(f"w:{tag}")):
                    properties.remove(old)
                if value is not None:
                    _set(properties, tag, value)

    return edit


def cells_swapped(table: int, number: int) -> Edit:
    """Swap the two cells of a row."""

    def edit(parts: Parts) -> None:
        found = list(parts.tables()[table].iter(qn("w:tr")))[number]
        first = found.find(qn("w:tc"))
        assert first is not None
        found.append(first)

    return edit


def column(table: int, number: int, width: int) -> Edit:
    """Change the width of a column."""

    def edit(parts: Parts) -> None:
        found = parts.tables()[table]
        found.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")[number].set(qn("w:w"), str(width))
        for line in found.iter(qn("w:tr")):
            wish = line.findall(qn("w:tc"))[number].find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            assert wish is not None
            wish.set(qn("w:w"), str(width))

    return edit


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(parts: Parts) -> None:
        for one in edits:
            one(parts)

    return edit


def raw(part: str, old: str, new: str) -> Edit:
    """Replace text in the XML of a part."""

    def edit(parts: Parts) -> None:
        text = etree.tostring(parts.roots[part], encoding="unicode")
        assert old in text, old
        parts.roots[part] = etree.fromstring(text.replace(old, new))

    return edit


PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
EMPTY = "<w:p/>"
