"""Is the document what the plan says? Every string is there, nothing of the template is left.

The finished file is read again from its bytes, in time that grows with its length: a parser goes
through each part to see that it is whole, then its texts are picked out of the XML. That needs no
tree, as our own writers put every element in one form: no remarks, one prefix.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import unescape
from zipfile import ZipFile

from lxml import etree

from analysis.document import context
from analysis.document import messages as m
from analysis.document.wordml import Styles
from analysis.errors import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.plan.text import PlanText

_READ = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_TEXT = re.compile(r"<(?:/w:p>|w:t(?: [^>]*)?>([^<]+))")
_SIGN = re.compile(r"<w:(tab|br|cr|noBreakHyphen)/>")
_SPOKEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_END = "\x00"  # of a paragraph; no XML holds it
_MARKS = ("{{", "}}", "{%", "%}", "⟦", "⟧")
# A draft leaves its number and its day to the clerk: "Số:        /KH-UBND", "ngày     tháng".
_BLANK = re.compile(
    r"(?i)(?<=số) {2,}(?=/)|(?<=số:) {2,}(?=/)|(?<=ngày) {2,}(?=tháng|/)|(?<=tháng) {2,}(?=năm)"
)


def fidelity_faults(data: bytes, plan: PlanText, *, file: str) -> list[Fault]:
    """Return how a finished document differs from its plan.

    Parameters
    ----------
    data
        The bytes of the .docx.
    plan
        The plan that it was rendered from.
    file
        The template's name: it is what has to be mended.

    Returns
    -------
    list of Fault
        Strings that are lost, marks and tags that are left, double spaces, empty headings.
    """
    place = Place(file=file)
    with ZipFile(BytesIO(data)) as package:
        names = sorted(filter(_READ.fullmatch, package.namelist()))
        parts = [package.read(name) for name in names]
        headings = _headings(package.read("word/styles.xml"))
    if not all(map(_is_whole, parts)):
        return [m.TAGS_CROSS.at(place)]
    read = [part.decode() for part in parts]
    texts = [text for part in read for text in _texts(part)]
    empty = [style for part in read for style in _empty(part, headings)]
    return [
        *_lost(plan, texts, file),
        *_left(texts, place),
        *(m.EMPTY_HEADING.at(place, style=headings[style]) for style in empty),
    ]


@lru_cache(maxsize=8)
def _headings(styles: bytes) -> dict[str, str]:
    """Return the names of the headings' styles by id, the same in all documents of a template."""
    return Styles(etree.fromstring(styles)).headings()


def _is_whole(part: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(part, True)  # noqa: FBT003 - it is the only piece
    except expat.ExpatError:
        return False
    return True


def _texts(part: str) -> list[str]:
    """Return the text of every paragraph, as a reader sees it."""
    spoken = _SIGN.sub(lambda sign: f"<w:t>{_SPOKEN[sign[1]]}</w:t>", part)
    pieces = _TEXT.findall(spoken)  # empty where a paragraph ends
    return unescape("".join([piece or _END for piece in pieces])).split(_END)


def _empty(part: str, styles: Iterable[str]) -> Iterator[str]:
    """Yield the style of each paragraph without words that has one of `styles`."""
    either = "|".join(map(re.escape, styles))
    for found in re.finditer(f'<w:pStyle w:val="({either})"/>', part):
        paragraph = part[found.end() : part.find("</w:p>", found.end())]
        if not "".join(_texts(paragraph)).strip():
            yield found[1]


def _lost(plan: PlanText, texts: list[str], file: str) -> Iterator[Fault]:
    """Yield a fault for each string of the plan that stands less often than it should."""
    whole = Counter(map(str.strip, texts))  # a footnote stands after its number's space
    wanted = Counter(context.texts(plan))
    missing = {text: needed for text, needed in wanted.items() if whole[text] < needed}
    if not missing:
        return
    everything = "\n".join(texts)
    counts = ((text, needed, everything.count(text)) for text, needed in missing.items())
    lost = [(text, needed, found) for text, needed, found in counts if found < needed]
    if not lost:
        return
    # The first place of each.
    places = {
        text: where for where, text in reversed([*context.strings(plan), *context.notes(plan)])
    }
    for text, needed, found in lost:
        place = Place(file=file, detail=places[text])
        yield m.TEXT_LOST.at(place, text=text[:80], needed=needed, found=found)


def _left(texts: list[str], place: Place) -> Iterator[Fault]:
    everything = "\n".join(texts)
    marked = any(sign in everything for sign in "{}⟦⟧")
    for text in texts if marked else [text for text in texts if "  " in text]:
        if mark := next((mark for mark in _MARKS if mark in text), ""):
            yield m.MARK_LEFT.at(place, mark=mark, text=text[:80])
        if "  " in _BLANK.sub(" ", text):
            yield m.DOUBLE_SPACE.at(place, text=text[:80])
