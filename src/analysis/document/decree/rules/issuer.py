"""The issuer and the body above it: PL I, Phần I, II.2."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.letterhead import UNIT
from analysis.document.decree.lines import has_break
from analysis.document.decree.look import look_hits
from analysis.document.decree.rules.national import (
    drawn_below,
    length_hit,
    line_words,
    spacing_hits,
)
from analysis.document.layout import bold_width, last_line
from analysis.vietnamese import fold, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_COMMITTEE_PARENT = re.compile(r"^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")


def full_name(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.a: the issuer's name in full."""
    short = re.compile(rf"\b({'|'.join(rule.texts('abbreviations'))})\b")
    for line in case.anatomy.head.issuer:
        if found := short.search(line.words):
            yield Hit(case.at(line, "issuer"), quoted(line.words), m.IN_FULL.format(word=found[1]))


def look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.b, V.2: the issuer in capitals, 12-13 points, upright, bold, centred."""
    yield from look_hits(case, case.anatomy.head.issuer, rule, "issuer")


def superior_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.b, V.2: the body above in capitals, 12-13 points, upright, not bold."""
    yield from look_hits(case, case.anatomy.head.superior, rule, "superior")


def superior_there(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.a: the body directly above, where there is one; none above a People's Committee."""
    head = case.anatomy.head
    if not head.issuer:
        return
    name = fold(case.anatomy.issuer)
    needs = any(re.match(rf"{fold(word)}\b", name) for word in rule.texts("required_for"))
    if needs and not head.superior:
        yield Hit(case.at(head.issuer[0], "issuer"), quoted(case.anatomy.issuer), m.SUPERIOR_ABOVE)
    if head.issuer_class == "committee" and head.superior:
        line = head.superior[0]
        yield Hit(case.at(line, "superior"), quoted(line.words), m.NOTHING)


def superior_unit(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.2.a: a local body above carries the name of its unit."""
    superior = case.anatomy.head.superior
    whole = " ".join(line.words for line in superior)
    if _COMMITTEE_PARENT.match(fold(whole)):
        found = UNIT.search(whole)
        if found is None or not found.group(2):
            yield Hit(case.at(superior[0], "superior"), quoted(whole), m.WITH_UNIT)


def line_drawn(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.b: a solid line below the issuer, one third to one half of its length."""
    issuer = case.anatomy.head.issuer
    if not issuer:
        return
    drawn, place = drawn_below(case, issuer), case.at(issuer[-1], "issuer")
    if drawn is None or not drawn.solid:
        message = rule.text("message_missing")
        yield Hit(place, line_words(drawn), m.SOLID_LINE, severity="error", message=message)
    elif drawn.length is not None:
        size = issuer[-1].size
        last = last_line(issuer[-1].words, size, issuer[-1].paragraph.room or 1 << 20)
        widths = [bold_width(text, size) for text in (last, *(line.words for line in issuer))]
        yield from length_hits(rule, place, drawn.length, widths)


def length_hits(rule: Rule, place: str, length: float, widths: list[float]) -> Iterator[Hit]:
    """Yield a hit unless a line is the right share of the last or the longest line of words."""
    low, high, slack = (rule.number(n) for n in ("ratio_min", "ratio_max", "tolerance"))
    for width in {widths[0], max(widths)}:
        if (low - slack) * width <= length <= (high + slack) * width:
            return
    yield length_hit(place, length, low * widths[0], high * widths[0])


def spaced(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.2.b: the names are single spaced, each line a paragraph of its own."""
    lines = [*case.anatomy.head.superior, *case.anatomy.head.issuer]
    yield from spacing_hits(case, lines, rule, "issuer")
    for line in lines:
        if line.parted and line.paragraph.spot.table and has_break(line.paragraph):
            yield Hit(case.at(line, "issuer"), m.BREAK_INSIDE, m.ONE_PARAGRAPH)
            return


def committee(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: a People's Committee stands on two lines, with the name of its unit."""
    head, name = case.anatomy.head, case.anatomy.issuer
    if head.issuer_class != "committee" or not fold(name).startswith("uy ban"):
        return
    named = re.match(rule.text("regex"), name.upper())
    if named is None or len(head.issuer) < 2:
        yield Hit(case.at(head.issuer[0], "issuer"), quoted(name), rule.text("example"))


def exists(case: Case, rule: Rule) -> Iterator[Hit]:
    """Resolution 202/2025/QH15: districts ended on 30 June 2025, provinces were joined."""
    head, day = case.anatomy.head, case.anatomy.day
    if day is None or not head.issuer:
        return
    place, last = case.at(head.issuer[0], "issuer"), date.fromisoformat(rule.text("district_end"))
    unit, city = head.unit, head.unit in ("thanh pho", "tp")
    name = " ".join(line.words for line in (*head.superior, *head.issuer))
    if unit in rule.texts("ended") and day > last:
        yield Hit(place, quoted(name), m.UNTIL.format(day=short_date(last)))
    elif unit in rule.texts("new") and day <= last:
        yield Hit(place, quoted(name), m.AFTER.format(day=short_date(last)))
    elif case.places is not None and (unit == "tinh" or city):
        unit_set = "34" if day > last else "63"
        if case.places.named(head.unit_name, unit_set=unit_set) is None and not (
            city and day <= last
        ):
            yield Hit(place, quoted(name), m.NOT_ON_DAY.format(day=short_date(day)))


CHECKS: dict[str, Check] = {
    "CQ-01": full_name,
    "CQ-02": look,
    "CQ-03": superior_there,
    "CQ-04": superior_unit,
    "CQ-06": superior_look,
    "CQ-07": line_drawn,
    "CQ-08": spaced,
    "CQ-09": committee,
    "CQ-10": exists,
}
