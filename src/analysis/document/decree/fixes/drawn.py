"""The lines below motto, issuer and title: drawn where an empty paragraph waits for them.

A line is a border of that paragraph. Lines that are shapes, and lines typed with characters, are
left to the person: a second line would stand beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.fixes.desk import empty_below
from analysis.document.decree.fixes.order import child, put
from analysis.document.decree.formatting import borders
from analysis.document.decree.lines import line_below
from analysis.document.decree.model import Paragraph
from analysis.document.decree.names import path
from analysis.document.decree.pieces import entire
from analysis.document.decree.rules.national import drawn_below
from analysis.document.layout import bold_width, last_line
from analysis.document.wordml import twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from analysis.document.decree.case import Case
    from analysis.document.decree.fixes.desk import Desk
    from analysis.document.decree.fixes.letters import Mender
    from analysis.document.decree.lines import Drawn
    from analysis.document.decree.model import Look
    from analysis.document.decree.pieces import Line
    from analysis.document.decree.rulebook import Rule

_FULL, _PART = 1.0, 0.4
_AROUND = 1.06  # a border of the motto itself leaves it a little room, so that it does not wrap
_NEAR = 4
_WIDTH = 6  # eighths of a point


def below_motto(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.1.b: a solid line as long as the motto."""
    motto = case.anatomy.head.motto
    if motto is not None:
        _draw(desk, case, [motto], drawn_below(case, [motto]), share=_FULL)


def below_issuer(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.2.b: a solid line of one third to one half of the issuer's length."""
    issuer = case.anatomy.head.issuer
    if issuer:
        _draw(desk, case, issuer, drawn_below(case, issuer), share=_PART)


def below_title(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.5.b: a solid line of one third to one half of the title's length."""
    title = case.anatomy.title
    if not title:
        return
    blocks = case.anatomy.document.blocks
    at = next((n for n, b in enumerate(blocks) if b is title[-1].paragraph), len(blocks))
    after = [entire(b) for b in blocks[at + 1 : at + 1 + _NEAR] if isinstance(b, Paragraph)]
    room, cell = _room(case, title[-1].paragraph), case.anatomy.cell_of(title[-1].paragraph)
    drawn = line_below(title, [*title, *after], room=room, cell=cell)
    _draw(desk, case, title, drawn, share=_PART)


def _draw(
    desk: Desk, case: Case, texts: Sequence[Line], drawn: Drawn | None, *, share: float
) -> None:
    """Draw a line below a text, or make the border that is there solid and of the right length."""
    last = texts[-1]
    if last.parted or (drawn is not None and drawn.way not in ("border", "underline")):
        return
    if drawn is not None and drawn.way == "underline":
        desk.set_letters(desk.runs_of(last), _not_underlined)
    room = _room(case, last.paragraph)
    length = share * twips(bold_width(last_line(last.words, last.size, room), last.size))
    holder = _empty(case, last.paragraph)
    own = list(borders(last.paragraph.element.find(path("pPr", "pBdr"))))
    if own or (holder is None and share == _FULL):
        if share != _FULL or any(side != "bottom" for side, _, _ in own):
            return
        holder, length = last.paragraph, length * _AROUND
    if holder is None:
        return
    side = max(0, round((_room(case, holder) - length) / 2))
    desk.indent(holder, left=side, right=side, first=0)
    _border(desk, holder, side="bottom" if holder is last.paragraph else "top")


def _border(desk: Desk, paragraph: Paragraph, *, side: str) -> None:
    """Draw a border on a side of a paragraph, or make those that it has solid."""
    own = paragraph.element.find(path("pPr", "pBdr"))
    drawn = [name for name, _, _ in borders(own)]
    holder = child(child(paragraph.element, "pPr"), "pBdr")
    for name in drawn:
        desk.set_property(holder, name, val="single")
    if not drawn:
        desk.set_property(holder, side, val="single", sz=_WIDTH, space=1, color="auto")


def _empty(case: Case, paragraph: Paragraph) -> Paragraph | None:
    below = empty_below(paragraph)
    every = case.anatomy.document.paragraphs()
    return next((p for p in every if p.element is below), None) if below is not None else None


def _room(case: Case, paragraph: Paragraph) -> int:
    return paragraph.room or case.anatomy.section_of(paragraph).room


def _not_underlined(properties: etree._Element, look: Look) -> bool:
    return bool(look.underline) and put(properties, "u", val="none")


MENDERS: dict[str, Mender] = {
    "TN-03": below_motto,
    "TN-04": below_motto,
    "CQ-07": below_issuer,
    "TL-04": below_title,
}
