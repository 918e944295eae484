"""Sheets, margins, fonts, colours and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.fixes.letters import set_align, set_line
from analysis.document.decree.fixes.order import put
from analysis.document.decree.model import Table
from analysis.document.decree.names import path
from analysis.document.decree.pieces import entire
from analysis.document.wordml import twips
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from analysis.document.decree.case import Case
    from analysis.document.decree.fixes.desk import Desk
    from analysis.document.decree.fixes.letters import Mender
    from analysis.document.decree.model import Edge, Look, Paragraph, Section
    from analysis.document.decree.rulebook import Rule

_SIDES = {"PAGE-04": "top", "PAGE-05": "bottom", "PAGE-06": "left", "PAGE-07": "right"}
_ALL_SIDES = tuple(_SIDES.values())
# In these fonts the same signs print as pictures, in another font as letters.
_PICTURES = ("wingdings", "webdings", "symbol", "marlett", "mt extra", "monotype sorts")


def a4(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục I.1: A4, standing or lying as it was."""
    short, long = sorted((round(rule.number("w_twips")), round(rule.number("h_twips"))))
    for section in case.anatomy.document.sections:
        off = sorted((section.width, section.height))
        if max(abs(off[0] - short), abs(off[1] - long)) > rule.number("tolerance_twips"):
            wide, high = (long, short) if section.wide else (short, long)
            desk.set_sheet(section, "pgSz", w=wide, h=high)


def standing(desk: Desk, case: Case, _rule: Rule) -> None:
    """Mục I.2: the body of the document stands."""
    _stand(desk, case.anatomy.document.sections[0])


def direction(desk: Desk, case: Case, _rule: Rule) -> None:
    """Mục I.2: sheets lie only where there are tables, and say so."""
    for section in case.anatomy.document.sections[1:]:
        if not any(isinstance(block, Table) for block in section.blocks):
            _stand(desk, section)
        elif section.wide != section.landscape:
            desk.set_sheet(section, "pgSz", orient="landscape" if section.wide else None)


def _stand(desk: Desk, section: Section) -> None:
    if section.wide or section.landscape:
        short, long = sorted((section.width, section.height))
        desk.set_sheet(section, "pgSz", w=short, h=long, orient=None)


def margin(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục I.3: the nearest margin that the rule allows, on standing sheets."""
    low, high = rule.number("min_mm"), rule.number("max_mm")
    for section in case.anatomy.document.sections:
        if not section.wide:
            _set_margin(desk, section, _SIDES[rule.id], low, high, rule)


def margins_lying(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục I.3: the same on lying sheets."""
    for section in case.anatomy.document.sections:
        for side in _ALL_SIDES if section.wide else ():
            low, high = rule.numbers(side)
            _set_margin(desk, section, side, low, high, rule)


def _set_margin(
    desk: Desk, section: Section, side: str, low: float, high: float, rule: Rule
) -> None:
    gutter = section.margins["gutter"] if side == "left" else 0
    length, slack = section.margins[side] + gutter, rule.number("tolerance_twips")
    wish = min(max(length, twips(low)), twips(high))
    if abs(wish - length) > slack:
        desk.set_sheet(section, "pgMar", **{side: wish - gutter})


def fonts(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục I.4: one font; letters of the old codes and signs that are pictures stay as they are."""
    wanted, old = rule.text("font"), rule.texts("legacy_font_prefixes")

    def setting(properties: etree._Element, look: Look) -> bool:
        if set(look.fonts) == {wanted} or any(_kept(font, old) for font in look.fonts):
            return False
        slots = ("ascii", "hAnsi", "cs")
        wish = dict.fromkeys(slots, wanted) | dict.fromkeys(f"{s}Theme" for s in slots[:2])
        return put(properties, "rFonts", **wish, cstheme=None)

    for paragraph in case.anatomy.document.everything():
        desk.set_letters(desk.runs(paragraph), setting)


def _kept(font: str, old: tuple[str, ...]) -> bool:
    return font.startswith(old) or font.lower().startswith(_PICTURES)


def black(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục I.4: black letters without a ground; stamps of urgency stay red."""
    stamps = {fold(word) for word in rule.texts("stamps")}
    for paragraph in case.anatomy.document.everything():
        if fold(paragraph.words) not in stamps:
            desk.set_letters(desk.runs(paragraph), _black)


def _black(properties: etree._Element, look: Look) -> bool:
    changed = False
    if look.color not in ("auto", "000000"):
        themes = dict.fromkeys(("themeColor", "themeTint", "themeShade"))
        changed = put(properties, "color", val="auto", **themes)
    if look.highlight:
        changed |= put(properties, "highlight", val="none")
        changed |= put(properties, "shd", val="clear", color="auto", fill="auto")
    return changed


def counted_from_one(desk: Desk, case: Case, _rule: Rule) -> None:
    """I.7: pages are counted from 1 in Arabic digits."""
    section = case.anatomy.document.sections[0]
    if section.start not in (None, 1) or section.number_format != "decimal":
        desk.set_sheet(section, "pgNumType", start=1, fmt=None)


def centred(desk: Desk, case: Case, _rule: Rule) -> None:
    """I.7: the number is centred in the header."""
    for paragraph in _numbers(case):
        frame = paragraph.element.find(path("pPr", "framePr"))
        if frame is None:
            set_align(desk, paragraph, "center")
        elif "center" not in frame.attrib.values():
            wish = {"x": None, "xAlign": "center", "hAnchor": "margin"}
            desk.set_paragraph(paragraph, "framePr", **wish)


def number_look(desk: Desk, case: Case, rule: Rule) -> None:
    """I.7, V.14: the size of the number, upright."""
    for paragraph in _numbers(case):
        set_line(desk, entire(paragraph), rule)


def _numbers(case: Case) -> Iterator[Paragraph]:
    edges = {id(e): e for s in case.anatomy.document.sections for e in s.headers.values()}
    for edge in edges.values():
        yield from edge.numbers


def address(desk: Desk, case: Case, rule: Rule) -> None:
    """PL I, Phần I, III.4: the body's address at the foot of page one."""
    words = [fold(word) for word in rule.texts("words")]
    for edge in case.anatomy.document.sections[0].footers.values():
        for paragraph in edge.paragraphs:
            if any(word in fold(paragraph.words) for word in words):
                set_line(desk, entire(paragraph), rule)


def hidden_on_first(desk: Desk, case: Case, _rule: Rule) -> None:
    """I.7: page one shows no number."""
    hide_first(desk, case.anatomy.document.sections[0])


def hide_first(desk: Desk, section: Section) -> None:
    """Let a section's first page go without the header, where that holds nothing but the number."""
    edges = [edges.get("default") for edges in (section.headers, section.footers)]
    first = [edges.get("first") for edges in (section.headers, section.footers)]
    shown = any(edge is not None and edge.numbers for edge in first)
    if not section.title_page and not shown and all(map(_only_number, edges)):
        desk.switch_sheet(section, "titlePg")


def _only_number(edge: Edge | None) -> bool:
    if edge is None:
        return True
    drawings = (next(p.element.iter("{*}drawing", "{*}pict"), None) for p in edge.paragraphs)
    said = all(p.blank or (p.page_field and p.words.isdigit()) for p in edge.paragraphs)
    return said and all(drawing is None for drawing in drawings)


def appendix_from_one(desk: Desk, case: Case, _rule: Rule) -> None:
    """III.1.đ: the pages of an appendix in a section of its own are counted from 1."""
    for section in _of_appendices(case):
        if section.start != 1:
            desk.set_sheet(section, "pgNumType", start=1)


def appendix_hidden(desk: Desk, case: Case, _rule: Rule) -> None:
    """I.7 and III.1.đ: the first page of an appendix shows no number."""
    for section in _of_appendices(case):
        hide_first(desk, section)


def appendix_page(desk: Desk, case: Case, _rule: Rule) -> None:
    """Practice: each appendix begins on a new page."""
    own = {section.number for section in _of_appendices(case)}
    for appendix in case.anatomy.appendices:
        section = case.anatomy.document.sections[appendix.section]
        if section.number not in own:
            paragraph = appendix.label.paragraph
            if not paragraph.layout.page_break_before and not _after_break(paragraph):
                desk.switch_paragraph(paragraph, "pageBreakBefore", on=True)
        elif section.kind not in ("nextPage", "oddPage", "evenPage"):
            desk.set_sheet(section, "type", val="nextPage")


def _after_break(paragraph: Paragraph) -> bool:
    """Return whether a page break typed by hand stands in or right above a paragraph."""
    above = list(paragraph.element.itersiblings(preceding=True))[:2]
    return any(
        "page" in br.attrib.values() for e in (paragraph.element, *above) for br in e.iter("{*}br")
    )


def _of_appendices(case: Case) -> Iterator[Section]:
    """Yield the sections that an appendix opens."""
    for appendix in case.anatomy.appendices:
        section = case.anatomy.document.sections[appendix.section]
        said = (b for b in section.blocks if isinstance(b, Table) or not b.blank)
        if next(said, None) is appendix.label.paragraph:
            yield section


MENDERS: dict[str, Mender] = {
    "PAGE-01": a4,
    "PAGE-02": standing,
    "PAGE-03": direction,
    **dict.fromkeys(_SIDES, margin),
    "PAGE-08": margins_lying,
    "PAGE-09": fonts,
    "PAGE-12": black,
    "PAGE-14": counted_from_one,
    "PAGE-15": centred,
    "PAGE-16": number_look,
    "PAGE-17": hidden_on_first,
    "KHAC-04": address,
    "PL-09": appendix_from_one,
    "PL-10": appendix_hidden,
    "PL-11": appendix_page,
}
