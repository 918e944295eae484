"""Outline of the body: PL I, Phần I, II.6.c to II.6.đ and V.6."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import deviations, look_hits, wanted
from analysis.document.decree.pieces import entire, upper_share
from analysis.document.decree.rules.body import share
from analysis.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Paragraph
    from analysis.document.decree.outline import Item
    from analysis.document.decree.rulebook import Rule

_MOST_OF, _CAPITALS = 0.6, 0.9
_ROMAN, _ARABIC = re.compile(r"[IVXLC]+"), re.compile(r"\d+")


def titled(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.d: every part, chapter, section and article has a title."""
    for item in case.anatomy.outline:
        if item.level in ("part", "titled", "article", "roman") and not item.title:
            below = _below(case, item.paragraph)
            if item.level in ("article", "roman") or below is None or not _is_title(below):
                yield Hit(case.at(item.paragraph), quoted(item.words), m.TITLE)


def _below(case: Case, paragraph: Paragraph) -> Paragraph | None:
    prose = case.anatomy.prose
    at = next(n for n, other in enumerate(prose) if other is paragraph)
    return prose[at + 1] if at + 1 < len(prose) else None


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.layout.align == "center" or upper_share(paragraph.words) > _CAPITALS


def parts(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.6.đ: part and chapter on a line of their own, centred, Roman; title below in capitals."""
    yield from _stacked(case, rule, "part", _ROMAN)


def sections(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.6.đ: section and subsection likewise, with Arabic digits."""
    yield from _stacked(case, rule, "titled", _ARABIC)


def _stacked(case: Case, rule: Rule, level: str, digits: re.Pattern[str]) -> Iterator[Hit]:
    for item in case.anatomy.outline:
        if item.level != level:
            continue
        wrong = deviations(entire(item.paragraph), rule)
        if item.title:
            wrong.append(m.SAME_LINE)
        if not digits.fullmatch(item.number):
            wrong.append(m.DIGITS.format(number=item.number))
        below = _below(case, item.paragraph)
        if not item.title and below is not None and _is_title(below):
            capital = upper_share(below.words) > _CAPITALS and share(below, "bold") > _MOST_OF
            wrong += [] if capital else [m.TITLE_BELOW]
        if wrong:
            place = case.at(item.paragraph)
            yield Hit(place, f"{quoted(item.words)}: {', '.join(wrong)}", wanted(rule))


def articles(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.6.đ: "Điều n. Title" set in like the text, upright, bold."""
    for item in case.anatomy.outline:
        if item.level == "article":
            yield from look_hits(case, [entire(item.paragraph)], rule, "")
            indents = rule.numbers("allowed_twips")
            near = any(abs(item.paragraph.layout.first - wish) <= 15 for wish in indents)
            if not re.match(rule.text("regex"), item.words) or not near:
                yield Hit(case.at(item.paragraph), quoted(item.words), rule.text("example"))


def romans(case: Case, rule: Rule) -> Iterator[Hit]:
    """V.6.b: number and title in capitals, 13-14 points, upright, bold."""
    lines = [entire(i.paragraph) for i in case.anatomy.outline if i.level == "roman"]
    yield from look_hits(case, lines, rule, "")


def clause_titles(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.đ, V.6.b: a clause with a title stands on its own line, upright, bold."""
    for item in case.anatomy.outline:
        if item.level != "arabic" or not item.heading:
            continue
        wrong = [] if share(item.paragraph, "bold") > _MOST_OF else [m.BOLD[False]]
        if share(item.paragraph, "italic") > _MOST_OF:
            wrong.append(m.ITALIC[True])
        if wrong:
            found = f"{quoted(item.words)}: {', '.join(wrong)}"
            yield Hit(case.at(item.paragraph), found, f"{m.ITALIC[False]}, {m.BOLD[True]}")


def clauses(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.đ, V.6.b: a clause without a title is not bold."""
    for item in case.anatomy.outline:
        long = item.level == "arabic" and item.title.endswith((".", ";"))
        if long and share(item.paragraph, "bold") > _MOST_OF:
            yield Hit(case.at(item.paragraph), quoted(item.words), m.BOLD[False])


def points(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.6.đ: points by the Vietnamese alphabet, a bracket after the letter, upright."""
    letters = list(rule.texts("sequence"))
    before = ""
    for item in case.anatomy.outline:
        if item.level != "letter":
            before = before if item.depth > 6 or item.level == "bracket" else ""
            continue
        place = case.at(item.paragraph)
        if not re.match(r"^\S\) ", item.words):
            yield Hit(place, quoted(item.words), f"{item.number}) …")
        if share(item.paragraph, "italic") > _MOST_OF:
            yield Hit(place, f"{m.ITALIC[True]}: {quoted(item.words)}", m.ITALIC[False])
        if item.number not in letters:
            yield Hit(place, quoted(item.words), ", ".join(letters[:7]))
        elif item.number != "a":
            at = letters.index(item.number)
            if not before or (before in letters and letters[at - 1] != before):
                wish = letters[letters.index(before) + 1] if before in letters[:-1] else "a"
                yield Hit(place, quoted(item.words), f"{wish})")
        before = item.number


def other_levels(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.đ: the decree's list of levels has neither 1.1 nor dashes; both are tolerated."""
    for level in ("decimal", "dash"):
        found = [item for item in case.anatomy.outline if item.level == level]
        if found:
            shown = f"{quoted(found[0].words)} ({m.TIMES.format(count=len(found))})"
            yield Hit(case.at(found[0].paragraph), shown)


def in_order(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Numbers of a level run on without gaps and repeats, and start again at one."""
    outline = case.anatomy.outline
    yield from _run(case, [i for i in outline if i.level in ("part", "roman")], "roman")
    yield from _run(case, [i for i in outline if i.level in ("part", "titled")], "titled")
    yield from _run(case, [i for i in outline if i.level == "article"], "article")
    above = ("part", "titled", "article", "roman")
    yield from _run(case, [i for i in outline if i.level in (*above, "arabic")], "arabic")
    yield from _decimals(case, outline)


def _run(case: Case, items: Sequence[Item], level: str) -> Iterator[Hit]:
    """Yield numbers that do not follow; items of other levels start the count again."""
    open_: list[int] = []
    for item in items:
        if item.level != level:
            open_ = []
            continue
        number = _value(item.number)
        if number is None:
            continue
        if number == 1 and (not open_ or open_[-1] > 1):
            open_.append(1)
            continue
        fits = [at for at, last in enumerate(open_) if last + 1 == number]
        if fits:
            open_ = [*open_[: fits[-1]], number]
            continue
        wish = open_[-1] + 1 if open_ else 1
        printed = roman(wish) if level == "roman" else str(wish)
        yield Hit(case.at(item.paragraph), quoted(item.words), f"{printed}.")
        open_ = [*open_[:-1], number]


def _decimals(case: Case, outline: Sequence[Item]) -> Iterator[Hit]:
    last: dict[str, int] = {}
    for item in outline:
        if item.level in ("part", "titled", "article", "roman", "arabic"):
            last = {}
        if item.level == "decimal":
            stem, _, end = item.number.rpartition(".")
            number = int(end[:6])
            wish = last.get(stem, 0) + 1
            if number not in (wish, 1) or (number == 1 and last.get(stem) == 1):
                yield Hit(case.at(item.paragraph), quoted(item.words), f"{stem}.{wish}")
            last = {s: n for s, n in last.items() if not s.startswith(f"{item.number}.")}
            last[stem] = number


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number[:6])
    values = {roman(value): value for value in range(1, 60)}
    return values.get(number.upper())


CHECKS: dict[str, Check] = {
    "ND-13": titled,
    "ND-14": parts,
    "ND-15": sections,
    "ND-16": articles,
    "ND-17": romans,
    "ND-18": clause_titles,
    "ND-19": clauses,
    "ND-20": points,
    "ND-21": other_levels,
    "ND-22": in_order,
}
