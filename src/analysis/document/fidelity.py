"""Is the document what the plan says? Every string is there, nothing of the template is left."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from analysis.document import context
from analysis.document import messages as m
from analysis.document.wordml import Styles, paragraphs, style_id, text_of
from analysis.errors import Fault, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.plan.text import PlanText

_READ = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_LEFT = re.compile(r"\{\{|\}\}|\{%|%\}|⟦|⟧")
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
    with ZipFile(BytesIO(data)) as package:
        styles = Styles(etree.fromstring(package.read("word/styles.xml")))
        read = [
            (style_id(paragraph), text_of(paragraph))
            for name in sorted(package.namelist())
            if _READ.fullmatch(name)
            for paragraph in paragraphs(etree.fromstring(package.read(name)))
        ]
    place = Place(file=file)
    return [
        *_lost(plan, [text for _, text in read], file),
        *(fault for _, text in read for fault in _left(text, place)),
        *(
            m.EMPTY_HEADING.at(place, style=styles.name_of(style))
            for style, text in read
            if not text.strip() and styles.is_heading(style)
        ),
    ]


def _lost(plan: PlanText, read: Iterable[str], file: str) -> Iterator[Fault]:
    """Yield a fault for each string of the plan that stands less often than it should."""
    texts = list(read)
    everything = "\n".join(texts)
    whole = Counter(text.strip() for text in texts)  # a footnote stands after its number's space
    wanted = [*context.strings(plan), *context.notes(plan)]
    places = {text: where for where, text in reversed(wanted)}  # the first place of each
    for text, needed in Counter(text for _, text in wanted if text).items():
        if whole[text] >= needed:
            continue
        found = everything.count(text)
        if found < needed:
            place = Place(file=file, detail=places[text])
            yield m.TEXT_LOST.at(place, text=text[:80], needed=needed, found=found)


def _left(text: str, place: Place) -> Iterator[Fault]:
    if mark := _LEFT.search(text):
        yield m.MARK_LEFT.at(place, mark=mark.group(), text=text[:80])
    if "  " in _BLANK.sub(" ", text):
        yield m.DOUBLE_SPACE.at(place, text=text[:80])
