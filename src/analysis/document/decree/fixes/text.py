"""Running text, bases and outline: letters, alignment, first lines, gaps, heights of lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.document.decree.fixes.letters import letters, looks, set_line, set_size
from analysis.document.decree.look import bounds
from analysis.document.decree.model import Paragraph
from analysis.document.decree.names import path, value
from analysis.document.decree.pieces import entire, upper_share
from analysis.document.decree.rules.body import share, size_of, usual_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from analysis.document.decree.case import Case
    from analysis.document.decree.fixes.desk import Desk
    from analysis.document.decree.fixes.letters import Mender
    from analysis.document.decree.model import Look
    from analysis.document.decree.outline import Item
    from analysis.document.decree.rulebook import Rule

_MOST_OF, _CAPITALS = 0.6, 0.9
_STOPS = (".", ";")
_TYPED = re.compile(r"[\t ]{2,}|\t")


def one_size(desk: Desk, case: Case, rule: Rule) -> None:
    """13-14 points: the size of most of the text, brought into that range."""
    low, high = bounds(rule)
    if low is None or high is None:
        return
    text = case.anatomy.text
    usual = usual_size(text)
    for paragraph in text:
        own = size_of(paragraph)
        wish = min(max(own if usual is None else usual, low), high)
        odd = own if own != wish else None
        desk.set_letters(desk.runs(paragraph), _sized(low, high, wish, odd))


def _sized(
    low: float, high: float, wish: float, odd: float | None
) -> Callable[[etree._Element, Look], bool]:
    """Set letters out of the range, and those of an odd size in it, to the size wished for."""

    def setting(properties: etree._Element, look: Look) -> bool:
        wrong = not low <= look.size <= high or look.size == odd
        return wrong and not look.raised and set_size(properties, wish)

    return setting


def upright(desk: Desk, case: Case, _rule: Rule) -> None:
    """Make sentences that are bold or italic as a whole plain; titles and brackets stay."""
    items = {id(item.paragraph): item for item in case.anatomy.outline}
    for paragraph in case.anatomy.text:
        level = items[id(paragraph)].level if id(paragraph) in items else ""
        sentence = paragraph.words.endswith(_STOPS) and level != "arabic"
        slanted = level != "letter" and not paragraph.words.startswith("(")
        bold = False if sentence and share(paragraph, "bold") > _MOST_OF else None
        italic = False if slanted and share(paragraph, "italic") > _MOST_OF else None
        if (bold, italic) != (None, None):
            _plain(desk, paragraph, bold=bold, italic=italic)


def _plain(desk: Desk, paragraph: Paragraph, *, bold: bool | None, italic: bool | None) -> None:
    setting, runs = letters(bold=bold, italic=italic), desk.runs(paragraph)
    if runs:
        desk.set_number(paragraph, setting, desk.look(runs[0]))
    desk.set_letters(runs, setting)


def justified(desk: Desk, case: Case, _rule: Rule) -> None:
    """Both margins even."""
    for paragraph in (*case.anatomy.text, *case.anatomy.bases):
        if not paragraph.words.startswith("("):
            desk.align(paragraph, "both")


def first_line(desk: Desk, case: Case, rule: Rule) -> None:
    """Set first lines in as most of the text has it; indents typed by hand are words and stay."""
    allowed, slack = rule.numbers("allowed_twips"), rule.number("tolerance_twips")
    text = (*case.anatomy.text, *case.anatomy.bases)
    right = [p for p in text if not p.layout.left and _allowed(p, allowed, slack)]
    wish = _usual([p.layout.first for p in right], otherwise=round(allowed[-1]))
    for paragraph in text:
        layout = paragraph.layout
        bracketed = paragraph.words.startswith("(") and layout.align != "both"
        typed = _TYPED.match("".join(run.text for run in paragraph.runs))
        fits = _allowed(paragraph, allowed, slack) and abs(layout.left) <= slack
        if not (bracketed or typed or fits):
            first = layout.first if _allowed(paragraph, allowed, slack) else wish
            desk.indent(paragraph, left=0, first=first)


def _allowed(paragraph: Paragraph, allowed: tuple[float, ...], slack: float) -> bool:
    return any(abs(paragraph.layout.first - wish) <= slack for wish in allowed)


def _usual(lengths: list[int], *, otherwise: int) -> int:
    """Return the length that is there most often."""
    found = Counter(lengths).most_common(1)
    return found[0][0] if found else otherwise


def gaps(desk: Desk, case: Case, rule: Rule) -> None:
    """At least 6 points between paragraphs: as much as there is between most of them."""
    least, sums = round(rule.number("min_twips")), case.anatomy.document.sums_gaps
    wide = [p.layout.after for p in case.anatomy.text if p.layout.after >= least]
    wish = _usual(wide, otherwise=least)
    for one, other in pairwise(case.anatomy.body):
        if not isinstance(one, Paragraph) or not isinstance(other, Paragraph):
            continue
        if one.blank or other.blank or not one.words.strip("_-–—─═. "):
            continue
        after, before = one.layout.after, other.layout.before
        if _style(one) == _style(other):
            after = 0 if one.layout.contextual else after
            before = 0 if other.layout.contextual else before
        if (after + before if sums else max(after, before)) < least:
            if one.layout.contextual:
                desk.switch_paragraph(one, "contextualSpacing", on=False)
            desk.space(one, after=max(one.layout.after, wish))


def _style(paragraph: Paragraph) -> str:
    return value(paragraph.element.find(path("pPr", "pStyle")))


def line_height(desk: Desk, case: Case, rule: Rule) -> None:
    """Single to one and a half lines: as most of the text has it, else the nearest of the two."""
    low, high = round(rule.number("min_line")), round(rule.number("max_line"))
    prose = [p for p in case.anatomy.prose if p.layout.line_rule == "auto"]
    right = [p.layout.line for p in prose if low <= p.layout.line <= high]
    for paragraph in prose:
        line = paragraph.layout.line
        if not low <= line <= high:
            desk.space(paragraph, line=_usual(right, otherwise=min(max(line, low), high)))


def fixed_height(desk: Desk, case: Case, rule: Rule) -> None:
    """Take the nearest height in points that is as much as single to one and a half lines."""
    low, high = rule.number("exact_min_factor"), rule.number("exact_max_factor")
    for paragraph in case.anatomy.prose:
        layout, points = paragraph.layout, size_of(paragraph)
        least, most = math.ceil(low * points * 20), math.floor(high * points * 20)
        small = layout.line_rule == "atLeast" and layout.line < least
        if layout.line_rule != "auto" and not small and not least <= layout.line <= most:
            wish = min(max(layout.line, least), most)
            desk.set_paragraph(paragraph, "spacing", line=wish, lineRule=layout.line_rule)


def stacked(level: str) -> Mender:
    """Return the mender of parts or sections: number above, title below in bold capitals."""

    def mend(desk: Desk, case: Case, rule: Rule) -> None:
        below = {id(p) for p in case.anatomy.titles_below}
        after = dict(pairwise(case.anatomy.prose))
        for item in _items(case, level):
            set_line(desk, entire(item.paragraph), rule)
            title = after.get(item.paragraph)
            if title is not None and id(title) in below:
                caps = True if upper_share(title.words) <= _CAPITALS else None
                desk.set_letters(desk.runs(title), letters(bold=True, caps=caps))

    return mend


def articles(desk: Desk, case: Case, rule: Rule) -> None:
    """II.6.đ: an article set as the rule says, its first line set in like the text."""
    allowed = rule.numbers("allowed_twips")
    for item in _items(case, "article"):
        set_line(desk, entire(item.paragraph), rule)
        if not _allowed(item.paragraph, allowed, 15):
            desk.indent(item.paragraph, first=round(allowed[-1]))


def clause_titles(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.6.đ, V.6.b: a clause with a title is upright and bold."""
    for item in _items(case, "arabic"):
        if item.heading:
            slanted = share(item.paragraph, "italic") > _MOST_OF
            light = share(item.paragraph, "bold") <= _MOST_OF
            bold, italic = True if light else None, False if slanted else None
            _plain(desk, item.paragraph, bold=bold, italic=italic)


def clauses(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.6.đ, V.6.b: a clause without a title is not bold."""
    for item in _items(case, "arabic"):
        if item.title.endswith(_STOPS) and share(item.paragraph, "bold") > _MOST_OF:
            _plain(desk, item.paragraph, bold=False, italic=None)


def points(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.6.đ: points are upright."""
    for item in _items(case, "letter"):
        if share(item.paragraph, "italic") > _MOST_OF:
            _plain(desk, item.paragraph, bold=None, italic=False)


def kept(desk: Desk, case: Case, _rule: Rule) -> None:
    """Practice: headings stay with what follows."""
    for item in case.anatomy.headings.values():
        if not item.paragraph.layout.keep_next:
            desk.switch_paragraph(item.paragraph, "keepNext", on=True)


def _items(case: Case, level: str) -> Iterator[Item]:
    return (item for item in case.anatomy.outline if item.level == level)


MENDERS: dict[str, Mender] = {
    "ND-01": one_size,
    "ND-02": upright,
    "ND-03": justified,
    "ND-04": first_line,
    "ND-05": gaps,
    "ND-06": line_height,
    "ND-07": fixed_height,
    "ND-08": looks(lambda case: [entire(p) for p in case.anatomy.bases]),
    "ND-14": stacked("part"),
    "ND-15": stacked("titled"),
    "ND-16": articles,
    "ND-17": looks(lambda case: [entire(item.paragraph) for item in _items(case, "roman")]),
    "ND-18": clause_titles,
    "ND-19": clauses,
    "ND-20": points,
    "ND-27": kept,
}
