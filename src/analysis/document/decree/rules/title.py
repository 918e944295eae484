"""Type and title: PL I, Phần I, II.5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.lines import Drawn, line_below
from analysis.document.decree.look import look_hits
from analysis.document.decree.model import Paragraph
from analysis.document.decree.pieces import entire, upper_share
from analysis.document.decree.rules.issuer import length_hits
from analysis.document.decree.rules.national import line_words
from analysis.document.layout import bold_width, last_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_NEAR, _BEFORE = 4, 2


def kind_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.5.b, V.5a: the type in capitals, 13-14 points, upright, bold, centred."""
    yield from look_hits(case, [case.anatomy.kind], rule, "kind")


def title_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.5.b, V.5a: the title right below, 13-14 points, upright, bold, centred."""
    title = case.anatomy.title
    yield from look_hits(case, title, rule, "title")
    if case.anatomy.title_gap:
        yield Hit(case.at(title[0], "title"), m.BLANK_BETWEEN)


def not_capitals(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.5.b: the title is in small letters."""
    words = " ".join(line.words for line in case.anatomy.title)
    if words and upper_share(words) >= rule.number("max_upper_share"):
        yield Hit(case.at(case.anatomy.title[0], "title"), quoted(words), m.CASES["lower"])


def title_line(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.5.b: a solid line below, one third to one half of the title's length."""
    title = case.anatomy.title
    if not title:
        return
    drawn, place = _drawn(case), case.at(title[-1], "title")
    if drawn is None or not drawn.solid:
        message = rule.text("message_missing")
        yield Hit(place, line_words(drawn), m.SOLID_LINE, severity="error", message=message)
    elif drawn.length is not None:
        size = title[-1].size
        paragraph = title[-1].paragraph
        room = paragraph.room or case.anatomy.section_of(paragraph).room
        words = [line.words for line in title]
        last = last_line(words[-1], size, room)
        widths = [bold_width(last, size)]
        if len(words) > 1:
            widths += [min(bold_width(text, size), room * 25.4 / 1440) for text in words]
        yield from length_hits(rule, place, drawn.length, widths)


def _drawn(case: Case) -> Drawn | None:
    title, blocks = case.anatomy.title, case.anatomy.document.blocks
    last = title[-1].paragraph
    at = next((n for n, block in enumerate(blocks) if block is last), None)
    around = list(title)
    if at is not None:
        after = (b for b in blocks[at + 1 : at + 1 + _NEAR] if isinstance(b, Paragraph))
        around += [entire(p) for p in after]
    room = case.anatomy.section_of(last).room
    return line_below(title, around, room=room, cell=case.anatomy.cell_of(last))


def short(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.5.a: one short phrase; "V/v" belongs to official letters."""
    words = " ".join(line.words for line in case.anatomy.title)
    if not words:
        return
    count = len(words.split())
    if count > rule.number("soft_max_words"):
        yield Hit(case.at(case.anatomy.title[0], "title"), m.WORDS.format(count=count))
    if re.match(r"(v/v|về việc:)", words, re.I):
        yield Hit(case.at(case.anatomy.title[0], "title"), quoted(words))


def no_stop(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Practice: no full stop after the title."""
    words = case.anatomy.title[-1].words if case.anatomy.title else ""
    if words.endswith((".", ";", ",")):
        yield Hit(case.at(case.anatomy.title[-1], "title"), quoted(words))


CHECKS: dict[str, Check] = {
    "TL-01": kind_look,
    "TL-02": title_look,
    "TL-03": not_capitals,
    "TL-04": title_line,
    "TL-05": short,
    "TL-06": no_stop,
}
