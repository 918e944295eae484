"""Capitals: PL II."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.pieces import upper_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Paragraph
    from analysis.document.decree.rulebook import Rule

_LOWER = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_CLASSES = {"\\p{Ll}": f"[{_LOWER}]", "\\p{Lu}": f"[{_LOWER.upper()}]"}
_LEAD = re.compile(r"^([IVXLC]+[.)]|\(?\d+(\.\d+)*[.)]?|[a-zđ][.)/]|[-–—+•*])?\s*[“\"(]?")
_AFTER_STOP = re.compile(
    rf"(?<![A-Z0-9])(?P<word>[{_LOWER}]{{2,}}|%|\))[.?!]\s+(?P<next>[{_LOWER}]+)"
)
# Not the end of another word: "cơ sở y tế", "cán bộ tư pháp", "nội bộ", "toàn bộ".
_DEPARTMENT = r"(?<!\w)(?<!cơ )(?<!trụ )(?<!cán )(?<!nội )(?<!toàn )(sở|bộ)"
_SHORT_FORMS = ("tp", "tr", "stt", "đ/c", "v", "vd", "gs", "ts", "ths", "tx", "pgs")


def _running(case: Case) -> Iterator[Paragraph]:
    """Yield the paragraphs in small letters."""
    for paragraph in case.anatomy.prose:
        if upper_share(paragraph.words) < 0.7:
            yield paragraph


def sentences(case: Case, _rule: Rule) -> Iterator[Hit]:
    """PL II, I: a capital at the head of a sentence and of a paragraph."""
    for paragraph in _running(case):
        words = paragraph.words
        lead = _LEAD.match(words)
        first = words[lead.end() :] if lead else words
        if first[:1].islower():
            yield Hit(case.at(paragraph), quoted(words), first[:1].upper() + first[1:20])
        for found in _AFTER_STOP.finditer(words):
            if found["word"] not in _SHORT_FORMS and not words[: found.end("word")].endswith("v.v"):
                yield Hit(
                    case.at(paragraph), quoted(words[max(0, found.start() - 20) : found.end() + 20])
                )


def _pattern_hits(case: Case, rule: Rule) -> Iterator[Hit]:
    """Yield the first place of each pattern in each paragraph."""
    allowed = re.compile(rule.text("allow")) if "allow" in rule.values else None
    for paragraph in _running(case):
        for wrong in rule.texts("regex_bad"):
            for found in re.finditer(_spelt(wrong), paragraph.words):
                around = paragraph.words[max(0, found.start() - 25) : found.end() + 25]
                if allowed is None or not allowed.search(around):
                    yield Hit(case.at(paragraph), quoted(around))
                    break


def _spelt(pattern: str) -> str:
    """Return a pattern with its classes of letters spelt out, as Python has no names for them."""
    for name, letters in _CLASSES.items():
        pattern = pattern.replace(name, letters)
    return pattern


def units(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, III.1.a: tỉnh, huyện, xã in small letters before a name."""
    yield from _pattern_hits(case, rule)


def named_units(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, III.1.b-c: capitals for units named by a number, a person or an event."""
    yield from _pattern_hits(case, rule)


def bodies(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, IV.1: capitals in the names of bodies."""
    for paragraph in _running(case):
        words = paragraph.words.replace("Uỷ", "Ủy").replace("uỷ", "ủy")
        for name in rule.texts("names"):
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.I):
                if found[0] != name:
                    yield Hit(case.at(paragraph), quoted(found[0]), name)
                    break
        yield from _departments(case, paragraph, words, rule)


def _departments(case: Case, paragraph: Paragraph, words: str, rule: Rule) -> Iterator[Hit]:
    """Yield departments whose word for kind or field begins small."""
    for field in rule.texts("fields"):
        for found in re.finditer(rf"{_DEPARTMENT} {re.escape(field)}(?!\w)", words, re.I):
            wanted = f"{found[1].capitalize()} {field}"
            if found[0] != wanted:
                yield Hit(case.at(paragraph), quoted(found[0]), wanted)
                break


def people(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, V.1: "Nhân dân" as a noun, not in the names of bodies."""
    yield from _pattern_hits(case, rule)


def documents(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, V.6: a certain document begins with a capital, and so does its name."""
    yield from _pattern_hits(case, rule)


def citations(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL II, V.7: Điều, Mục, Chương with capitals, khoản and điểm without."""
    yield from _pattern_hits(case, rule)


CHECKS: dict[str, Check] = {
    "VH-01": sentences,
    "VH-03": units,
    "VH-04": named_units,
    "VH-06": bodies,
    "VH-08": people,
    "VH-10": documents,
    "VH-11": citations,
}
