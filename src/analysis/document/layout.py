"""Layout that depends on the words: how long a line is drawn, what stays with what follows.

Decree 30/2020/NĐ-CP, Annex I: the line below the motto is as long as the motto (II.1.b), those
below the issuer (II.2) and the title (II.5.b) are one third to one half of the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from analysis.document.sections import SECTION, text_width
from analysis.document.wordml import (
    PARAGRAPH,
    STYLE,
    TEXT,
    VALUE,
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
        250: " \u00a0,.",
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
# A mark of a note or footnote may stand after the colon.
_LEAD = re.compile(r":(?:⟦[^⟧]*⟧)*$")


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


@lru_cache(maxsize=1024)
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
    for word in text.split(" "):  # not where a blank does not break
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
    lines: list[etree._Element] = []
    for element in body.iter(STYLE, SECTION):
        if element.tag == STYLE and element.get(VALUE) in shares:
            lines.append(next(element.iterancestors(PARAGRAPH)))
        elif element.tag == SECTION:  # it stands after the lines that it governs
            room = text_width(element)
            for line in lines:
                _fit(line, shares[style_id(line)], room, styles)
            lines.clear()


def _fit(line: etree._Element, share: float, room: int, styles: Styles) -> None:
    words = line.getprevious()
    if words is not None and words.tag == PARAGRAPH:
        width = cell_width(line) or room
        last = last_line(text_of(words), size := styles.points(style_id(words)), width)
        _set_length(line, twips(bold_width(last, size) * share), width)


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
        texts = [text.text for text in paragraph.iter(TEXT) if text.text]
        if not texts or not _LEAD.search(texts[-1]):
            continue
        look = properties(paragraph)
        if look.find(qn("w:keepNext")) is None:
            after_style = 0 if look.find(STYLE) is None else 1
            look.insert(after_style, look.makeelement(qn("w:keepNext")))


def number_pictures(body: etree._Element) -> None:
    """Give each picture a number of its own, as a loop may print one several times."""
    for number, picture in enumerate(body.iter(qn("wp:docPr")), start=1):
        picture.set("id", str(number))
