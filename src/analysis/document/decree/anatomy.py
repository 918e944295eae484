"""The components of an administrative document, found by what they say and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.document.decree.appendices import Appendix, read_appendices
from analysis.document.decree.closing import AUTHORITY, Closing, is_label, read_closing
from analysis.document.decree.letterhead import Letterhead, read_letterhead
from analysis.document.decree.model import Cell, Document, Paragraph, Section, Table
from analysis.document.decree.outline import Item, read_outline
from analysis.document.decree.pieces import Line, alike, block_lines, upper_share
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.decree.model import Block

KIND = "Kế hoạch"
_KINDS = [
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "quy chế",
    "quy định",
    "thông cáo",
    "thông báo",
    "hướng dẫn",
    "chương trình",
    "phương án",
    "đề án",
    "dự án",
    "báo cáo",
    "biên bản",
    "tờ trình",
    "hợp đồng",
    "công điện",
    "thông tư",
    "nghị định",
]
_BASIS = re.compile(r"^(can cu|theo de nghi|xet de nghi|xet)\b")
_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.I)
_YEAR = re.compile(r"tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.I)
_FRONT, _MOST_TITLES, _LONG = 40, 8, 400
_HEADINGS = ("part", "titled", "roman")


@dataclass(frozen=True)
class Anatomy:
    """A document and its components; what is not found is None or empty.

    `kind` is the line that names the type, `title` the lines below it, `title_gap` whether an empty
    paragraph parts them; `start` and `closing.start` are the blocks between which the body lies.
    """

    document: Document
    head: Letterhead
    kind: Line | None
    title: tuple[Line, ...]
    title_gap: bool
    start: int
    closing: Closing
    appendices: tuple[Appendix, ...]

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the body."""
        return self.document.blocks[self.start : self.closing.start]

    @cached_property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body that stand outside tables and say something."""
        found = (b for b in self.body if isinstance(b, Paragraph) and not b.blank)
        return tuple(p for p in found if len(p.words.strip("_-–—─═. ")) > 0)

    @cached_property
    def bases(self) -> tuple[Paragraph, ...]:
        """The paragraphs of legal bases, before the first numbered heading."""
        found: list[Paragraph] = []
        for paragraph in self.prose:
            if _BASIS.match(fold(paragraph.words)):
                found.append(paragraph)
            elif found or (self.outline and paragraph is self.outline[0].paragraph):
                break
        return tuple(found)

    @cached_property
    def outline(self) -> tuple[Item, ...]:
        """The numbered paragraphs of the body."""
        return read_outline(self.prose)

    @cached_property
    def headings(self) -> dict[int, Item]:
        """The numbered headings on lines of their own, by paragraph number."""
        return {
            i.paragraph.spot.number: i
            for i in self.outline
            if i.level in _HEADINGS or (i.heading and i.level in ("arabic", "decimal", "article"))
        }

    @cached_property
    def titles_below(self) -> tuple[Paragraph, ...]:
        """The titles that stand below the number of a part, chapter or section."""
        stacked = {
            id(i.paragraph) for i in self.outline if i.level in ("part", "titled") and not i.title
        }
        pairs = pairwise(self.prose)
        below = (other for one, other in pairs if id(one) in stacked)
        return tuple(p for p in below if p.layout.align == "center" or p.words.isupper())

    @cached_property
    def text(self) -> tuple[Paragraph, ...]:
        """The running text: the prose but bases and headings."""
        apart = {id(p) for p in (*self.bases, *self.titles_below)}
        apart |= {id(item.paragraph) for item in self.headings.values()}
        return tuple(p for p in self.prose if id(p) not in apart)

    @cached_property
    def day(self) -> date | None:
        """The day of issue; the first of the month while the day is blank; None if not known."""
        words = "" if self.head.date is None else self.head.date.words
        if found := _DAY.search(words):
            return _date(int(found.group(3)), int(found.group(2)), int(found.group(1)))
        found = _YEAR.search(words)
        return _date(int(found.group(2)), int(found.group(1)), 1) if found else None

    @cached_property
    def issuer(self) -> str:
        """The issuer's name on one line."""
        return " ".join(line.words for line in self.head.issuer)

    def section_of(self, block: Block) -> Section:
        """Return the section a block lies in."""
        return self.document.sections[block.section]

    def cell_of(self, paragraph: Paragraph) -> Cell | None:
        """Return the outermost table cell that holds a paragraph."""
        for block in self.document.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        if any(p is paragraph for p in cell.paragraphs()):
                            return cell
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_anatomy(document: Document) -> Anatomy:
    """Return the components of a document."""
    blocks, sections = document.blocks, document.sections
    front = [
        (at, line)
        for at, block in enumerate(blocks[:_FRONT])
        for line in block_lines(block, sections[block.section])
    ]
    place = _kind_at(front)
    lines = [line for _, line in (front if place is None else front[:place])]
    if place is None:
        lines = [line for at, line in front if at <= _letterhead_end(front)]
    head = read_letterhead(lines)
    kind = None if place is None else front[place][1]
    rest = front[place + 1 :] if place is not None else front[len(lines) :]
    title, gap, used = _title(rest) if kind else ((), False, len(rest) and rest[0][0])
    closing = read_closing(blocks, used, sections)
    appendices = read_appendices(blocks[closing.end :])
    return Anatomy(document, head, kind, title, gap, used, closing, appendices)


def _kind_at(front: Sequence[tuple[int, Line]]) -> int | None:
    """Return where the type stands: the plan's name, well or badly spelt, else another type's."""
    words = [line.words for _, line in front]
    exact = [at for at, text in enumerate(words) if fold(text) == fold(KIND)]
    near = [at for at, text in enumerate(words) if len(text) < 14 and alike(text, KIND)]
    other = [at for at, text in enumerate(words) if text.isupper() and text.lower() in _KINDS]
    return next(iter(exact or near or other or _bold_capitals(front)), None)


def _bold_capitals(front: Sequence[tuple[int, Line]]) -> list[int]:
    """Return the first centred line in bold capitals outside the letterhead's table."""
    head = _letterhead_end(front)
    return [
        at
        for at, (block, line) in enumerate(front)
        if block > head
        and line.words
        and upper_share(line.words) > 0.9
        and line.paragraph.layout.align == "center"
        and not line.drawn
    ][:1]


def _letterhead_end(front: Sequence[tuple[int, Line]]) -> int:
    """Return the last block that belongs to the letterhead when no type is found."""
    found = [
        at
        for at, line in front
        if len(line.words) < 60
        and re.search(r"\bngay\b.*\bthang\b|doc lap|cong hoa xa hoi", fold(line.words))
    ]
    return found[-1] if found else -1


def _title(rest: Sequence[tuple[int, Line]]) -> tuple[tuple[Line, ...], bool, int]:
    """Return the lines of the title, whether a gap parts it from the type, and where it ends."""
    title: list[Line] = []
    gap, end = False, rest[0][0] if rest else 0
    for block, line in rest:
        if not line.words:
            if title:
                break
            gap = True
        elif (
            line.drawn
            or (title and not _goes_on(title, line))
            or (not title and _starts_body(line))
        ):
            break
        else:
            title.append(line)
            end = block + 1
    return tuple(title[:_MOST_TITLES]), gap and bool(title), end


def _goes_on(title: Sequence[Line], line: Line) -> bool:
    same = line.paragraph.layout.align == title[0].paragraph.layout.align
    return (
        same
        and line.paragraph.layout.align == "center"
        and _weight(line) == _weight(title[0])
        and not _starts_body(line)
    )


def _weight(line: Line) -> bool:
    return bool(line.inked) and all(run.look.bold for run in line.inked)


def _starts_body(line: Line) -> bool:
    words = fold(line.words[:_LONG])
    centred = line.paragraph.layout.align == "center"
    return bool(
        _BASIS.match(words)
        or (not centred and re.match(r"^(thuc hien|de|nham)\b.{150,}", words))
        or re.match(r"^([ivx]+|\d+)\.\s", line.words, re.I)
        or is_label(line)
        or AUTHORITY.match(words)
    )


def lines_of_side(anatomy: Anatomy, line: Line) -> Iterator[Line]:
    """Yield the letterhead's lines on the side of one of them."""
    for other in anatomy.head.lines:
        if other.side in (line.side, "middle"):
            yield other
