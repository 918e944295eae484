"""The outline of the body: which paragraphs are numbered, how, and in what order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document.decree.pieces import upper_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.document.decree.model import Paragraph

Level = Literal[
    "part", "titled", "article", "roman", "arabic", "decimal", "bracket", "letter", "dash"
]

_LEVELS: dict[Level, re.Pattern[str]] = {
    "part": re.compile(
        r"^(?:phần|chương)(?: (?:thứ )?)([IVXLC]+|\d+|[a-zđ]+)\b[.:]?\s*(.*)$", re.I
    ),
    "titled": re.compile(r"^(?:tiểu mục|mục) ([IVXLC]+|\d+)\b[.:]?\s*(.*)$", re.I),
    "article": re.compile(r"^điều (\d+)\b\s*[.:]?\s*(.*)$", re.I),
    "roman": re.compile(r"^([IVXLC]+)\s*[.:)/-]\s*(.*)$"),
    "decimal": re.compile(r"^(\d+(?:\.\d+)+)[.)]?\s+(.*)$"),
    "arabic": re.compile(r"^(\d{1,2})\s*[.:)/](?!\d)\s*(.*)$"),
    "bracket": re.compile(r"^\((\d+|[a-zđ])\)\s*(.*)$"),
    "letter": re.compile(r"^([a-zđăâêôơư])\s*[.):/]\s*(.*)$"),
    "dash": re.compile(r"^([-–—+•*])\s*(.*)$"),
}
_DEPTHS: dict[Level, int] = {
    "part": 0,
    "titled": 1,
    "article": 2,
    "roman": 1,
    "arabic": 3,
    "decimal": 4,
    "bracket": 5,
    "letter": 6,
    "dash": 7,
}
_SHORT = 250
_SENTENCE_END = (".", ";", ":", ",", "./.")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph: its level, its number, and the words after it."""

    paragraph: Paragraph
    level: Level
    number: str
    title: str

    @property
    def depth(self) -> int:
        """How deep the level lies, 0 for a part."""
        return _DEPTHS[self.level]

    @property
    def heading(self) -> bool:
        """Whether it is a title on its own line and not a sentence."""
        return len(self.title) < _SHORT and not self.title.endswith(_SENTENCE_END)

    @property
    def words(self) -> str:
        """Number and title."""
        return self.paragraph.words


def read_outline(paragraphs: Iterable[Paragraph]) -> tuple[Item, ...]:
    """Return the numbered paragraphs of the body in order."""
    return tuple(item for paragraph in paragraphs for item in _items(paragraph))


def _items(paragraph: Paragraph) -> Iterator[Item]:
    words = paragraph.words
    for level, pattern in _LEVELS.items():
        found = pattern.match(words)
        if found and _meant(level, found, paragraph):
            yield Item(paragraph, level, found.group(1), found.group(2).strip())
            return


def _meant(level: Level, found: re.Match[str], paragraph: Paragraph) -> bool:
    """Return whether a paragraph that begins like a level is one, and not running text."""
    title = found.group(2)
    if level in ("part", "titled", "article"):
        alone = len(title) < _SHORT and not title.endswith((".", ";", ","))
        return alone and (level == "article" or upper_share(paragraph.words[:1]) == 1.0)
    if level == "roman":
        return len(found.group(1)) < 6 and bool(title or found.group(0).endswith("."))
    return True
