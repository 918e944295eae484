"""Legal bases and citations: PL I, Phần I, II.6.a and II.6.b; abbreviations of types: PL III."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import look_hits
from analysis.document.decree.pieces import entire
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_TYPES = (
    "Nghị quyết|Quyết định|Chỉ thị|Nghị định|Thông tư|Kế hoạch|Chương trình|Thông báo|Hướng dẫn|"
    "Báo cáo|Tờ trình|Đề án|Kết luận|Công văn|Công điện|Quy định|Quy chế"
)
_CITED = re.compile(rf"\b({_TYPES})(?: liên tịch)? số (\d+[A-Za-z]?(?:/\d{{4}})?[/-][\w/&-]+)")
_FULL = re.compile(r"^[,;]?\s*ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}")
_NAMES_A_TYPE = re.compile(rf"\b(?:{_TYPES})\b")
_LAW = re.compile(r"\b(Luật|Bộ luật|Pháp lệnh)\b[^;.]*?\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)\S*")


def look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.6.a: small letters, italic, 13-14 points."""
    yield from look_hits(case, [entire(p) for p in case.anatomy.bases], rule, "")


def one_each(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.a: each basis a paragraph, ended with ";", the last with "."."""
    bases = case.anatomy.bases
    for at, paragraph in enumerate(bases):
        last = at == len(bases) - 1
        if not paragraph.words.endswith("." if last else ";"):
            wanted = m.ENDS_WITH.format(sign="." if last else ";")
            yield Hit(case.at(paragraph), quoted(paragraph.words[-60:]), wanted)
        if re.search(r"[;.]\s+(Căn cứ|Theo đề nghị|Xét đề nghị)\b", paragraph.words):
            yield Hit(case.at(paragraph), quoted(paragraph.words), m.ONE_PARAGRAPH)


def in_full(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.a: type, number and symbol, issuer, date, title; a law without number and issuer."""
    for paragraph in case.anatomy.bases:
        words = paragraph.words
        if found := _LAW.search(words):
            yield Hit(case.at(paragraph), quoted(found[0]), m.LAW_WITHOUT_NUMBER)
        elif _NAMES_A_TYPE.search(words) and not re.search(r"\b(Luật|Pháp lệnh)\b", words):
            missing = [
                name for name, pattern in m.CITATION_PARTS.items() if not re.search(pattern, words)
            ]
            if missing:
                yield Hit(case.at(paragraph), quoted(words), ", ".join(missing))


def first_and_later(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.6.b: in full at first, later only type, number and symbol."""
    seen: dict[str, bool] = {}
    for paragraph in case.anatomy.prose:
        words = paragraph.words
        for found in _CITED.finditer(words):
            symbol, full = found[2].rstrip(".,;"), bool(_FULL.match(words[found.end() :]))
            if symbol not in seen and not full:
                yield Hit(case.at(paragraph), quoted(found[0]), m.CITED_FIRST)
            elif symbol in seen and full:
                yield Hit(case.at(paragraph), quoted(found[0]), m.CITED_LATER)
            seen[symbol] = True


def abbreviations(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL III, I: the symbol of a cited document carries the abbreviation of its type."""
    known = rule.pairs("abbr")
    for paragraph in case.anatomy.prose:
        for found in _CITED.finditer(paragraph.words):
            short = known.get(found[1])
            groups = re.split(r"[/-]", found[2].rstrip(".,;"))
            types = [group for group in groups if group in known.values()]
            if short and types and short not in groups:
                yield Hit(case.at(paragraph), quoted(found[0]), short)


def explained(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: an abbreviation is written out where it first stands."""
    common = set(rule.texts("common"))
    seen: set[str] = set()
    for paragraph in case.anatomy.text:
        words = " ".join(word for word in paragraph.words.split() if "/" not in word)
        for found in re.finditer(r"(?<![\w.(-])([A-ZĐ]{2,7})(?![\w-])", words):
            short = found[1]
            if short in common or short in seen or re.fullmatch(r"[IVXLC]+", short):
                continue
            seen.add(short)
            if f"({short})" not in words:
                yield Hit(case.at(paragraph), quoted(short))


def appendix_named(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.1.a: a document with appendices points to them."""
    appendices = case.anatomy.appendices
    if appendices and not any("phu luc" in fold(p.words) for p in case.anatomy.prose):
        yield Hit(m.WHOLE, m.NOTHING, quoted(appendices[0].name))


CHECKS: dict[str, Check] = {
    "ND-08": look,
    "ND-09": one_each,
    "ND-10": in_full,
    "ND-11": first_and_later,
    "ND-24": appendix_named,
    "VT-01": abbreviations,
    "VT-02": explained,
}
