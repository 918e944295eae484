"""Layout that depends on the words: how long a line is drawn, what stays with what follows.

Decree 30/2020/NĐ-CP, Annex I: the line below the motto is as long as the motto (II.1.b), those
below the issuer (II.2) and the title (II.5.b) are one third to one half of the text's length.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from analysis.document.sections import SECTION, text_width
from analysis.document.wordml import (
    PARAGRAPH,
    millimetres,
    properties,
    style_id,
    text_of,
    twips,
)

if TYPE_CHECKING:
    from analysis.document.wordml import Styles

LINE_SHARES = {"KH Line Full": 1.0, "KH Line Part": 0.4}
STYLES = tuple(LINE_SHARES)

# Widths of Times New Roman Bold in thousandths of the letter size; accents do not widen a letter.
_WIDTHS = {
    letter: width
    for width, letters in {
        250: " ,.",
        278: "il'/\\",
        333: "fjt!()-:;[]`",
        389: "sI",
        444: "cerz",
        556: "bdhknpquSđơ",
        600: "ư",
        611: "FP",
        667: "BELTZ",
        722: "wACDNRUVXYĐ",
        778: "GHKOQƠ",
        796: "Ư",
        833: "m&",
        944: "M",
        1000: "W%",
    }.items()
    for letter in letters
}
_OTHER_WIDTH = 500  # digits and most small letters
_HORNED = "ơưƠƯ"


def bold_width(text: str, points: float) -> float:
    """Return how long a line of bold Times New Roman is, in millimetres.

    Examples
    --------
    >>> round(bold_width("Độc lập - Tự do - Hạnh phúc", 14), 1)
    60.5
    >>> round(bold_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13), 1)
    95.7
    """
    return sum(map(_letter_width, text)) / 1000 * points * 25.4 / 72


def _letter_width(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)
    if "\u031b" in base:  # the horn makes another letter: ờ is an ơ
        base = next(
            horned for horned in _HORNED if unicodedata.normalize("NFD", horned) == base[:2]
        )
    return _WIDTHS.get(base[0], _OTHER_WIDTH)


def last_line(text: str, points: float, room: int) -> str:
    """Return the words that stand on the last line when `text` is set in `room` twips.

    Examples
    --------
    >>> last_line("Nâng cao các chỉ số trên địa bàn tỉnh", 14, twips(60))
    'bàn tỉnh'
    """
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        line = word if line and bold_width(longer, points) > millimetres(room) else longer
    return line


def fit_lines(body: etree._Element, *, styles: Styles) -> None:
    """Draw every line of the template as long as the words above it ask for.

    Parameters
    ----------
    body
        The ``w:body``, its sections in place. A line is an empty paragraph with a bottom border;
        equal indents on both sides set its length.
    styles
        The template's styles; all of `STYLES` must be there.
    """
    shares = {styles.id_of(name): share for name, share in LINE_SHARES.items()}
    room = 0
    for block in reversed(body):  # a section stands after the blocks that it governs
        section = next(block.iter(SECTION), None)
        room = room if section is None else text_width(section)
        for paragraph in block.iter(PARAGRAPH):
            share, words = shares.get(style_id(paragraph)), paragraph.getprevious()
            if share is not None and words is not None and words.tag == PARAGRAPH:
                width = cell_width(paragraph) or room
                last = last_line(text_of(words), size := styles.points(style_id(words)), width)
                _set_length(paragraph, twips(bold_width(last, size) * share), width)


def _set_length(paragraph: etree._Element, length: int, room: int) -> None:
    side = str(max(0, (room - length) // 2))
    look = properties(paragraph)
    indent = look.find(qn("w:ind"))
    if indent is None:
        indent = etree.SubElement(look, qn("w:ind"))
    indent.set(qn("w:left"), side)
    indent.set(qn("w:right"), side)


def cell_width(paragraph: etree._Element) -> int:
    """Return the width in twips of the cell a paragraph stands in, 0 outside a table."""
    cell = paragraph.getparent()
    width = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return 0 if width is None else int(str(width.get(qn("w:w"))))


def keep_leads(body: etree._Element) -> None:
    """Keep each paragraph that ends in a colon on the page of what it announces."""
    for paragraph in body.iterchildren(PARAGRAPH):
        look = properties(paragraph)
        if text_of(paragraph).endswith(":") and look.find(qn("w:keepNext")) is None:
            after_style = 0 if look.find(qn("w:pStyle")) is None else 1
            look.insert(after_style, look.makeelement(qn("w:keepNext")))
