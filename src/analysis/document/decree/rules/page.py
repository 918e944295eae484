"""Sheet, margins, fonts and colours: PL I, Phần I, Mục I."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import plain
from analysis.document.decree.model import Table
from analysis.document.wordml import millimetres
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Paragraph, Section
    from analysis.document.decree.rulebook import Rule

_BLACK = ("auto", "000000")
_SIDES = {"PAGE-04": "top", "PAGE-05": "bottom", "PAGE-06": "left", "PAGE-07": "right"}
# Letters of the TCVN3 code that stand inside words only where text was never converted.
_TCVN3 = re.compile(r"[A-Za-z][µ¶·¸¹»¼½¾®­][A-Za-z]?[^\w]*|®[A-Za-z]+")


def sheet(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.1: A4, standing or lying, in every section."""
    wanted = sorted((rule.number("w_twips"), rule.number("h_twips")))
    for section in case.anatomy.document.sections:
        sides = sorted((section.width, section.height))
        off = max(abs(side - wish) for side, wish in zip(sides, wanted, strict=True))
        if off > rule.number("tolerance_twips"):
            size = " x ".join(_mm(side) for side in (section.width, section.height))
            yield Hit(case.at(section), m.MILLIMETRES.format(length=size), m.A4)


def portrait(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Mục I.2: the body of the document stands."""
    first = case.anatomy.document.sections[0]
    if first.wide or first.landscape:
        yield Hit(case.at(first), m.LANDSCAPE, m.PORTRAIT)


def landscape(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Mục I.2: a sheet lies only where there are tables; width, height and direction agree."""
    for section in case.anatomy.document.sections[1:]:
        lies = section.wide or section.landscape
        if lies and not any(isinstance(block, Table) for block in section.blocks):
            yield Hit(case.at(section), m.LANDSCAPE, m.PORTRAIT)
        elif section.wide != section.landscape:
            yield Hit(case.at(section), m.TURNED, m.LANDSCAPE if section.wide else m.PORTRAIT)


def margin(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.3: the margins of standing sheets."""
    side = _SIDES[rule.id]
    for section in case.anatomy.document.sections:
        if not section.wide:
            yield from _margin_hits(case, section, side, rule)


def margins_lying(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.3: the decree knows no other margins for lying sheets, so the same are advised."""
    for section in case.anatomy.document.sections:
        for side in ("top", "bottom", "left", "right") if section.wide else ():
            low, high = rule.numbers(side)
            yield from _out_of(case, section, side, low, high, rule.number("tolerance_twips"))


def _margin_hits(case: Case, section: Section, side: str, rule: Rule) -> Iterator[Hit]:
    low, high = rule.number("min_mm"), rule.number("max_mm")
    yield from _out_of(case, section, side, low, high, rule.number("tolerance_twips"))


def _out_of(
    case: Case, section: Section, side: str, low: float, high: float, slack: float
) -> Iterator[Hit]:
    length = section.margins[side] + (section.margins["gutter"] if side == "left" else 0)
    spare = millimetres(round(slack))
    if not low - spare <= millimetres(length) <= high + spare:
        found = f"{m.SIDES[side]} {m.MILLIMETRES.format(length=_mm(length))}"
        yield Hit(case.at(section), found, m.RANGE_MM.format(low=plain(low), high=plain(high)))


def _mm(length: int) -> str:
    return plain(millimetres(length))


def font(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.4: Times New Roman everywhere; each other font once, where it first stands."""
    wanted, old = rule.text("font"), rule.texts("legacy_font_prefixes")
    found: dict[str, list[tuple[Paragraph, str]]] = {}
    for paragraph in case.anatomy.document.everything():
        for run in paragraph.runs:
            if run.symbol or not run.text.strip():
                continue
            for name in {_font_of(run.text, run.look.fonts)}:
                if name != wanted and not name.startswith(old):
                    found.setdefault(name, []).append((paragraph, run.text.strip()))
    for name, places in found.items():
        paragraph, text = places[0]
        count = f" ({m.TIMES.format(count=len(places))})" if len(places) > 1 else ""
        yield Hit(case.at(paragraph), f"{name}{count}: {quoted(text)}", wanted)


def _font_of(text: str, fonts: tuple[str, str]) -> str:
    """Return the font that most of a text is printed in: letters with accents have their own."""
    return fonts[0] if text.isascii() else fonts[1]


def coding(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.4: Unicode; no font and no letters of the old codes."""
    old = rule.texts("legacy_font_prefixes")
    seen: set[str] = set()
    for paragraph in case.anatomy.document.everything():
        for run in paragraph.runs:
            name = next((f for f in run.look.fonts if f.startswith(old)), "")
            if not name and len(_TCVN3.findall(run.text)) > 1:
                name = "TCVN3"
            if name and run.text.strip() and name not in seen:
                seen.add(name)
                yield Hit(case.at(paragraph), f"{name}: {quoted(run.text.strip())}", m.UNICODE)


def composed(case: Case, _rule: Rule) -> Iterator[Hit]:
    """TCVN 6909:2001 knows composed letters; decomposed ones break searching."""
    found = [p for p in case.anatomy.document.everything() if not p.composed]
    if found:
        count = m.PARAGRAPHS.format(count=len(found))
        yield Hit(case.at(found[0]), f"{count}, {quoted(found[0].words)}", "NFC")


def color(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục I.4: black letters, no highlighting; stamps of urgency are red by their own rule."""
    stamps = {fold(word) for word in rule.texts("stamps")}
    seen: set[str] = set()
    for paragraph in case.anatomy.document.everything():
        for run in paragraph.runs:
            tint = run.look.highlight or (run.look.color if run.look.color not in _BLACK else "")
            visible = run.text.strip() and tint and fold(paragraph.words) not in stamps
            if visible and tint not in seen:
                seen.add(tint)
                name = m.HIGHLIGHT if run.look.highlight else m.COLOR
                found = f"{name.format(name=tint)}: {quoted(run.text.strip())}"
                yield Hit(case.at(paragraph), found, m.BLACK)


def sizes_together(case: Case, rule: Rule) -> Iterator[Hit]:
    """Mục V, footnote: the sizes of the letterhead rise and fall together."""
    head = case.anatomy.head
    lines = (head.national, head.motto, head.date)
    sizes = [line.size for line in lines if line is not None]
    sets = (rule.numbers("set_a"), rule.numbers("set_b"))
    in_range = all(
        min(one, other) <= size <= max(one, other)
        for size, one, other in zip(sizes, *sets, strict=False)
    )
    if len(sizes) == 3 and in_range and tuple(sizes) not in sets:
        wanted = " / ".join("-".join(map(plain, wish)) for wish in sets)
        yield Hit(case.at(head.national), "-".join(map(plain, sizes)), wanted)


CHECKS: dict[str, Check] = {
    "PAGE-01": sheet,
    "PAGE-02": portrait,
    "PAGE-03": landscape,
    **dict.fromkeys(_SIDES, margin),
    "PAGE-08": margins_lying,
    "PAGE-09": font,
    "PAGE-10": coding,
    "PAGE-11": composed,
    "PAGE-12": color,
    "PAGE-13": sizes_together,
}
