"""Appendices: PL I, Phần I, III.1; PL III, Mẫu 2.1 and 2.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.closing import AUTHORITY
from analysis.document.decree.letterhead import MOTTO, NATIONAL
from analysis.document.decree.lines import line_below
from analysis.document.decree.look import look_hits
from analysis.document.decree.model import Paragraph, Table
from analysis.document.decree.names import value, w
from analysis.document.decree.pieces import alike, entire, upper_share
from analysis.document.decree.rules.number_date import number_parts
from analysis.document.decree.rules.page_numbers import number_on_first
from analysis.vietnamese import fold, roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.appendices import Appendix
    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_NEW_PAGE = ("nextPage", "oddPage", "evenPage")
_CITED = re.compile(
    r"[Pp]hụ lục (?:số )?([IVXLC]+|\d+)\b((?:\s*(?:,|và|đến|-)\s*(?:[IVXLC]+|\d+)\b)*)"
)
_BLANKS = re.compile(r"\bsố[\s….:_]*/|\bngày[\s….:_]*tháng|tháng[\s….:_]*năm|năm[\s….:_]*của")
_DATE = re.compile(r"\bngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")


def numbered(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.1.a: two or more appendices carry Roman numerals, in order."""
    appendices = case.anatomy.appendices
    for at, appendix in enumerate(appendices if len(appendices) > 1 else (), start=1):
        if appendix.number != roman(at):
            yield Hit(
                case.at(appendix.label, "appendix"), quoted(appendix.name), f"Phụ lục {roman(at)}"
            )


def single(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.1.a: a single appendix needs no number."""
    appendices = case.anatomy.appendices
    if len(appendices) == 1 and appendices[0].number:
        yield Hit(case.at(appendices[0].label, "appendix"), quoted(appendices[0].name), "Phụ lục")


def label(case: Case, rule: Rule) -> Iterator[Hit]:
    """III.1.b, V.9: "Phụ lục" on its own line, small letters, 14 points, upright, bold, centred."""
    for appendix in case.anatomy.appendices:
        yield from look_hits(case, [appendix.label], rule, "appendix")
        words = appendix.name
        if not words.isupper() and not re.fullmatch(rule.text("regex"), words):
            yield Hit(case.at(appendix.label, "appendix"), quoted(words), rule.text("example"))


def title(case: Case, rule: Rule) -> Iterator[Hit]:
    """III.1.b, V.9: the title in capitals, 13-14 points, upright, bold, centred."""
    for appendix in case.anatomy.appendices:
        yield from look_hits(case, appendix.title, rule, "appendix")


def reference(case: Case, rule: Rule) -> Iterator[Hit]:
    """III.1.c, PL III, Mẫu 2.1: to which document the appendix belongs, as its head says."""
    for appendix in case.anatomy.appendices:
        line = appendix.reference
        if line is None:
            yield Hit(case.at(appendix.label, "appendix"), m.NOT_FOUND, rule.text("example"))
        elif not re.fullmatch(rule.text("regex"), line.words):
            yield Hit(case.at(line, "appendix"), quoted(line.words), rule.text("example"))
        elif differing := _differing(case, line.text):
            found = quoted(line.words)
            yield Hit(case.at(line, "appendix"), found, m.DISAGREES.format(value=differing))


def _differing(case: Case, text: str) -> str:
    """Return what of the letterhead a reference line does not repeat; empty when all agrees."""
    head = case.anatomy.head
    parts = None if head.number is None else number_parts(head.number.text)
    found = re.search(r"số\s*:?\s*([^/]*)/(\S+)", text)
    if parts is not None and found is not None:
        numbers = (parts.number.strip(" ….:_"), found[1].strip(" ….:_"))
        if parts.tidy_symbol != found[2].upper() or (all(numbers) and numbers[0] != numbers[1]):
            return f"{parts.number}/{parts.symbol}"
    own, other = (_DATE.search(t) for t in ("" if head.date is None else head.date.words, text))
    if own and other and own.groups() != other.groups():
        return own[0]
    return ""


def reference_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """III.1.c: small letters, 13-14 points, italic, centred below the title."""
    lines = [appendix.reference for appendix in case.anatomy.appendices]
    yield from look_hits(case, lines, rule, "appendix")


def filled(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.1.c: on paper the reference is filled in; an electronic document may leave blanks."""
    if case.medium != "paper" or case.stage != "issued":
        return
    for appendix in case.anatomy.appendices:
        if appendix.reference is not None and _BLANKS.search(appendix.reference.text):
            yield Hit(case.at(appendix.reference, "appendix"), quoted(appendix.reference.words))


def reference_line(case: Case, _rule: Rule) -> Iterator[Hit]:
    """PL III, Mẫu 2.1, 2.2: the templates draw a short line below the reference."""
    for appendix in case.anatomy.appendices:
        if appendix.reference is None:
            continue
        below = [entire(b) for b in appendix.blocks[:3] if isinstance(b, Paragraph)]
        room = case.anatomy.document.sections[appendix.section].room
        drawn = line_below([appendix.reference], [appendix.reference, *below], room=room)
        if drawn is None or not drawn.solid:
            yield Hit(case.at(appendix.reference, "appendix"), m.NOTHING, m.SOLID_LINE)


def own_numbers(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.1.đ: the pages of each appendix are counted by themselves, from 1."""
    for appendix in case.anatomy.appendices:
        section = case.anatomy.document.sections[appendix.section]
        if not _opens(case, appendix):
            yield Hit(case.at(appendix.label, "appendix"), m.NO_SECTION, m.OWN_SECTION)
        elif section.start != 1:
            found = m.CONTINUED if section.start is None else str(section.start)
            yield Hit(case.at(appendix.label, "appendix"), found, m.FROM_ONE)


def _opens(case: Case, appendix: Appendix) -> bool:
    """Return whether an appendix is the first thing in its section."""
    blocks = case.anatomy.document.sections[appendix.section].blocks
    first = next((b for b in blocks if not (isinstance(b, Paragraph) and b.blank)), None)
    return first is appendix.label.paragraph


def first_hidden(case: Case, _rule: Rule) -> Iterator[Hit]:
    """I.7 and III.1.đ: the first page of an appendix shows no number."""
    for appendix in case.anatomy.appendices:
        section = case.anatomy.document.sections[appendix.section]
        if _opens(case, appendix) and number_on_first(section):
            yield Hit(case.at(appendix.label, "page"), "1", m.NOTHING)


def new_page(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Practice: each appendix begins on a new page."""
    paragraphs = list(case.anatomy.document.blocks)
    for appendix in case.anatomy.appendices:
        own = appendix.label.paragraph
        section = case.anatomy.document.sections[appendix.section]
        if _opens(case, appendix) and section.kind in _NEW_PAGE:
            continue
        at = paragraphs.index(own)
        near = paragraphs[max(0, at - 2) : at + 1]
        if not own.layout.page_break_before and not any(_breaks(block) for block in near):
            yield Hit(case.at(appendix.label, "appendix"), section.kind, m.NEW_PAGE)


def _breaks(block: object) -> bool:
    if not isinstance(block, Paragraph):
        return False
    return any(value(e, "type") == "page" for e in block.element.iter(w("br")))


def no_letterhead(case: Case, _rule: Rule) -> Iterator[Hit]:
    """PL III, Mẫu 2.1, 2.2: no national name, issuer or signature on an appendix."""
    for appendix in case.anatomy.appendices:
        for block in appendix.blocks:
            inside = [block] if isinstance(block, Paragraph) else block.paragraphs()
            for paragraph in inside:
                words = paragraph.words
                fixed = alike(words, NATIONAL) or alike(words, MOTTO)
                signed = upper_share(words) > 0.9 and bool(AUTHORITY.match(fold(words)))
                if words and (fixed or (signed and fold(words)[:3] in ("tm ", "kt ", "tl "))):
                    yield Hit(case.at(paragraph), quoted(words), m.NOTHING)


def ended(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL III, Mẫu 2.1, 2.2: an appendix in prose ends with "./."."""
    for appendix in case.anatomy.appendices:
        said = [b for b in appendix.blocks if not (isinstance(b, Paragraph) and b.blank)]
        last = said[-1] if said else None
        tabled = any(isinstance(block, Table) for block in said)
        if (
            isinstance(last, Paragraph)
            and not tabled
            and not last.words.endswith(rule.text("text"))
        ):
            yield Hit(case.at(last), quoted(last.words[-60:]), rule.text("text"))


def cited(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Every appendix named in the body is there, and every one that is there is named."""
    there = {appendix.number for appendix in case.anatomy.appendices if appendix.number}
    named: dict[str, Paragraph] = {}
    for paragraph in case.anatomy.prose:
        for found in _CITED.finditer(paragraph.words):
            numbers = [found[1], *re.findall(r"[IVXLC]+|\d+", found[2])]
            if re.search(r"đến|-", found[2]):
                numbers += [n for n in there if n not in numbers]
            for number in numbers:
                named.setdefault(number, paragraph)
    for number, paragraph in named.items():
        others = _of_another(paragraph.words, number)
        if number not in there and not others and (there or case.anatomy.appendices):
            yield Hit(case.at(paragraph), f"Phụ lục {number}", m.NOT_FOUND)
    for appendix in case.anatomy.appendices:
        if appendix.number and named and appendix.number not in named:
            yield Hit(case.at(appendix.label, "appendix"), quoted(appendix.name), m.NOT_CITED)


def _of_another(words: str, number: str) -> bool:
    """Return whether a sentence cites the appendix of another document."""
    after = words.partition(f"Phụ lục {number}")[2][:80]
    return bool(re.search(r"(Nghị định|Thông tư|Quyết định|Nghị quyết|Kế hoạch) số", after))


CHECKS: dict[str, Check] = {
    "PL-01": numbered,
    "PL-02": single,
    "PL-03": label,
    "PL-04": title,
    "PL-05": reference,
    "PL-06": reference_look,
    "PL-07": filled,
    "PL-08": reference_line,
    "PL-09": own_numbers,
    "PL-10": first_hidden,
    "PL-11": new_page,
    "PL-13": no_letterhead,
    "PL-14": ended,
    "PL-17": cited,
}
