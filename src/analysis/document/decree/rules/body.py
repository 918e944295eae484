"""Running text: PL I, Phần I, II.6.e."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import bounds, plain, sizes_off
from analysis.document.decree.model import Paragraph
from analysis.document.decree.names import path, value
from analysis.document.wordml import millimetres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_LONG, _MOST_OF = 80, 0.6
_STOPS = (".", ";", "/.")


def size(case: Case, rule: Rule) -> Iterator[Hit]:
    """13-14 points, one size through the document."""
    text = case.anatomy.text
    usual = usual_size(text)
    low, high = bounds(rule)
    for paragraph in text:
        runs = [run for run in paragraph.runs if run.text.strip() and not run.look.raised]
        wrong = sizes_off(runs, rule)
        if not wrong and usual is not None and size_of(paragraph) != usual:
            wrong = [m.SIZE.format(size=plain(size_of(paragraph)))]
        if wrong and low is not None and high is not None:
            wanted = m.SIZES.format(low=plain(low), high=plain(high))
            yield Hit(case.at(paragraph), f"{', '.join(wrong)}: {quoted(paragraph.words)}", wanted)


def usual_size(text: Iterable[Paragraph]) -> float | None:
    """Return the letter size of most of a text, None where it has no long paragraph."""
    weights: Counter[float] = Counter()
    for paragraph in text:
        if len(paragraph.words) > _LONG:
            weights.update({size_of(paragraph): len(paragraph.words)})
    return weights.most_common(1)[0][0] if weights else None


def size_of(paragraph: Paragraph) -> float:
    """Return the size of most of a paragraph's letters."""
    sizes: Counter[float] = Counter()
    for run in paragraph.runs:
        sizes.update({run.look.size: len(run.text.strip())})
    return sizes.most_common(1)[0][0] if sizes else 0.0


def upright(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Small letters, upright; references in brackets are usually italic."""
    items = {id(item.paragraph): item for item in case.anatomy.outline}
    for paragraph in case.anatomy.text:
        item = items.get(id(paragraph))
        clause = item is not None and item.level == "arabic"  # has a rule of its own
        titled = clause or not paragraph.words.endswith(_STOPS)
        wrong = []
        if share(paragraph, "bold") > _MOST_OF and not titled:
            wrong.append(m.BOLD[True])
        lettered = item is not None and item.level == "letter"
        bracketed = paragraph.words.startswith("(")
        if share(paragraph, "italic") > _MOST_OF and not lettered and not bracketed:
            wrong.append(m.ITALIC[True])
        if wrong:
            yield Hit(case.at(paragraph), f"{', '.join(wrong)}: {quoted(paragraph.words)}")


def share(paragraph: Paragraph, name: str) -> float:
    """Return which share of a paragraph's letters is ``bold`` or ``italic``."""
    total = sum(len(run.text.strip()) for run in paragraph.runs)
    marked = sum(len(r.text.strip()) for r in paragraph.runs if getattr(r.look, name))
    return marked / total if total else 0.0


def justified(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Both margins even."""
    for paragraph in (*case.anatomy.text, *case.anatomy.bases):
        align = paragraph.layout.align
        if align != "both" and not paragraph.words.startswith("("):
            found = f"{m.ALIGNS[align]}: {quoted(paragraph.words)}"
            yield Hit(case.at(paragraph), found, m.ALIGNS["both"])


def first_line(case: Case, rule: Rule) -> Iterator[Hit]:
    """Set in the first line by 1 or 1.27 cm, by the layout and not by tabs or blanks."""
    allowed, slack = rule.numbers("allowed_twips"), rule.number("tolerance_twips")
    for paragraph in (*case.anatomy.text, *case.anatomy.bases):
        if paragraph.words.startswith("(") and paragraph.layout.align != "both":
            continue
        indent, left = paragraph.layout.first, paragraph.layout.left
        typed = re.match(r"[\t ]{2,}|\t", "".join(run.text for run in paragraph.runs))
        right = any(abs(indent - wish) <= slack for wish in allowed) and abs(left) <= slack
        if right and not typed:
            continue
        found = m.TYPED_INDENT if typed else m.MILLIMETRES.format(length=plain(_mm(left + indent)))
        if left and not typed:
            found = m.LEFT_INDENT.format(left=plain(_mm(left)), first=plain(_mm(indent)))
        yield Hit(case.at(paragraph), f"{found}: {quoted(paragraph.words)}", m.INDENTS)


def _mm(length: int) -> float:
    return millimetres(length)


def gaps(case: Case, rule: Rule) -> Iterator[Hit]:
    """At least 6 points between paragraphs."""
    least = rule.number("min_twips")
    body, sums = case.anatomy.body, case.anatomy.document.sums_gaps
    for one, other in pairwise(body):
        if not isinstance(one, Paragraph) or not isinstance(other, Paragraph):
            continue
        if one.blank or other.blank or not one.words.strip("_-–—─═. "):
            continue
        after, before = one.layout.after, other.layout.before
        same = _style(one) == _style(other)
        after = 0 if one.layout.contextual and same else after
        before = 0 if other.layout.contextual and same else before
        gap = after + before if sums else max(after, before)
        if gap < least:
            found = f"{m.POINTS.format(size=plain(gap / 20))}: {quoted(one.words)}"
            yield Hit(case.at(one), found, m.LEAST_POINTS.format(size=plain(least / 20)))


def _style(paragraph: Paragraph) -> str:
    return value(paragraph.element.find(path("pPr", "pStyle")))


def line_spacing(case: Case, rule: Rule) -> Iterator[Hit]:
    """Single to one and a half lines."""
    low, high = rule.number("min_line"), rule.number("max_line")
    for paragraph in case.anatomy.prose:
        layout = paragraph.layout
        if layout.line_rule == "auto" and not low <= layout.line <= high:
            found = f"{plain(layout.line / 240)}: {quoted(paragraph.words)}"
            yield Hit(case.at(paragraph), found, m.LINES)


def fixed_spacing(case: Case, rule: Rule) -> Iterator[Hit]:
    """Accept a spacing in points when it is as much as single to one and a half lines."""
    low, high = rule.number("exact_min_factor"), rule.number("exact_max_factor")
    for paragraph in case.anatomy.prose:
        layout, points = paragraph.layout, size_of(paragraph)
        height = layout.line / 20
        at_least = layout.line_rule == "atLeast" and height < low * points
        if layout.line_rule == "auto" or at_least:
            continue
        if not low * points - 0.1 <= height <= high * points + 0.1:
            wanted = m.POINT_RANGE.format(low=plain(low * points), high=plain(high * points))
            found = f"{m.POINTS.format(size=plain(height))}: {quoted(paragraph.words)}"
            yield Hit(case.at(paragraph), found, wanted)


def ended(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL III, Mẫu 1.4: the body ends with "./.", once."""
    prose, mark = case.anatomy.prose, rule.text("text")
    if not prose:
        return
    if not prose[-1].words.endswith(mark):
        yield Hit(case.at(prose[-1]), quoted(prose[-1].words[-60:]), mark)
    for paragraph in prose[:-1]:
        if paragraph.words.endswith(mark):
            yield Hit(case.at(paragraph), quoted(paragraph.words[-60:]), m.ONLY_AT_END)


def by_hand(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: headings stay with what follows; no layout by blanks."""
    for item in case.anatomy.headings.values():
        if not item.paragraph.layout.keep_next:
            yield Hit(case.at(item.paragraph), quoted(item.words), m.KEEP_NEXT)
    most = int(rule.number("most_blanks"))
    for paragraph in case.anatomy.prose:
        if re.search(rf"\S {{{most + 1},}}\S", paragraph.text) and "/KH" not in paragraph.text:
            yield Hit(case.at(paragraph), quoted(paragraph.text))


CHECKS: dict[str, Check] = {
    "ND-01": size,
    "ND-02": upright,
    "ND-03": justified,
    "ND-04": first_line,
    "ND-05": gaps,
    "ND-06": line_spacing,
    "ND-07": fixed_spacing,
    "ND-23": ended,
    "ND-27": by_hand,
}
