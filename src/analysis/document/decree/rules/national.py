"""National name and motto: PL I, Phần I, II.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.anatomy import lines_of_side
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.lines import line_below
from analysis.document.decree.look import look_hits, plain
from analysis.document.layout import bold_width
from analysis.document.wordml import millimetres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.decree.case import Case
    from analysis.document.decree.lines import Drawn
    from analysis.document.decree.pieces import Line
    from analysis.document.decree.rulebook import Rule

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_FIRST_PARAGRAPHS = 14


def name_text(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.a: the exact words; both spellings of HÒA are in the decree."""
    line, accepted = case.anatomy.head.national, rule.texts("accept")
    if line is not None and line.words.upper() not in accepted:
        yield Hit(case.at(line, "national"), quoted(line.words), accepted[0])


def name_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.a, V.1: capitals, 12-13 points, upright, bold."""
    yield from look_hits(case, [case.anatomy.head.national], rule, "national")


def name_place(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.1.c: at the top of page one, on the right."""
    line = case.anatomy.head.national
    if line is None:
        return
    spot = line.paragraph.spot
    if line.side != "right":
        found = m.LEFT_SIDE if line.side == "left" else m.ALIGNS["center"]
        yield Hit(case.at(line, "national"), found, m.RIGHT_SIDE)
    elif spot.number > _FIRST_PARAGRAPHS or spot.row > 2:
        yield Hit(case.at(line, "national"), m.PARAGRAPH.format(number=spot.number), m.TOP)


def name_fits(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Practice: the national name stands on one line."""
    line = case.anatomy.head.national
    if line is None or not line.paragraph.room:
        return
    layout = line.paragraph.layout
    room = millimetres(line.paragraph.room - layout.left - layout.right)
    width = bold_width(line.words.upper(), line.size)
    if width > room:
        found = m.MILLIMETRES.format(length=plain(room))
        yield Hit(case.at(line, "national"), found, m.AT_LEAST_MM.format(length=plain(width)))


def motto_text(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.b: the exact words; another dash alone is a warning."""
    line, wanted = case.anatomy.head.motto, rule.text("text")
    if line is None or wanted in (line.words, line.typed):
        return
    same = _DASHES.sub("-", line.words) == _DASHES.sub("-", wanted)
    yield Hit(
        case.at(line, "motto"), quoted(line.words), wanted, severity="warning" if same else None
    )


def motto_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.b, V.1: small letters, 13-14 points, upright, bold, centred below the name."""
    yield from look_hits(case, [case.anatomy.head.motto], rule, "motto")


def motto_line(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.1.b: a solid line below the motto."""
    motto = case.anatomy.head.motto
    if motto is not None:
        drawn = drawn_below(case, [motto])
        if drawn is None or not drawn.solid:
            yield Hit(case.at(motto, "motto"), line_words(drawn), m.SOLID_LINE)


def motto_line_length(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.b: the line is as long as the motto."""
    motto = case.anatomy.head.motto
    drawn = None if motto is None else drawn_below(case, [motto])
    if motto is None or drawn is None or not drawn.solid or drawn.length is None:
        return
    width = bold_width(motto.words, motto.size)
    slack = rule.number("tolerance_ratio")
    if not (1 - slack) * width <= drawn.length <= (1 + slack) * width:
        yield length_hit(case.at(motto, "motto"), drawn.length, width, width)


def spacing(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.1.c: name and motto are single spaced, nothing between."""
    head = case.anatomy.head
    if head.national is None or head.motto is None:
        return
    lines = list(head.lines)
    start, end = lines.index(head.national), lines.index(head.motto)
    if any(not line.words for line in lines[start + 1 : end] if line.side == head.motto.side):
        yield Hit(case.at(head.motto, "motto"), m.BLANK_BETWEEN)
    yield from spacing_hits(case, [head.national, head.motto], rule, "motto")


def spacing_hits(case: Case, lines: Sequence[Line], rule: Rule, component: str) -> Iterator[Hit]:
    """Yield lines of one component that are not single spaced from each other."""
    most = rule.number("most_pt")
    for at, line in enumerate(lines):
        layout = line.paragraph.layout
        before = layout.before / 20 if at else 0.0
        after = layout.after / 20 if at < len(lines) - 1 else 0.0
        single = layout.line_rule != "auto" or layout.line == rule.number("line")
        if not single or before > most or after > most:
            found = m.SPACING.format(
                line=plain(layout.line / 240), before=plain(before), after=plain(after)
            )
            yield Hit(case.at(line, component), found, m.SINGLE.format(most=plain(most)))


def drawn_below(case: Case, texts: Sequence[Line]) -> Drawn | None:
    """Return the line drawn below a text of the letterhead."""
    last = texts[-1]
    around = list(lines_of_side(case.anatomy, last))
    room = case.anatomy.section_of(last.paragraph).room
    return line_below(texts, around, room=room, cell=case.anatomy.cell_of(last.paragraph))


def line_words(drawn: Drawn | None) -> str:
    """Return in words how a line is drawn that is no solid line."""
    if drawn is None:
        return m.NOTHING
    return m.LINES_BELOW.get(drawn.way, m.LINES_BELOW["styled"])


def length_hit(place: str, length: float, low: float, high: float) -> Hit:
    """Return the hit of a line that is too long or too short."""
    wanted = m.RANGE_MM.format(low=plain(low), high=plain(high))
    if low == high:
        wanted = m.MILLIMETRES.format(length=plain(low))
    return Hit(place, m.MILLIMETRES.format(length=plain(length)), wanted)


CHECKS: dict[str, Check] = {
    "QH-01": name_text,
    "QH-02": name_look,
    "QH-03": name_place,
    "QH-04": name_fits,
    "TN-01": motto_text,
    "TN-02": motto_look,
    "TN-03": motto_line,
    "TN-04": motto_line_length,
    "TN-05": spacing,
}
