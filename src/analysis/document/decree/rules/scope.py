"""Scope: what the rules apply to, and that every component is there, in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.letterhead import MOTTO, NATIONAL, PARTY
from analysis.document.decree.lines import framed
from analysis.document.decree.look import look_hits
from analysis.document.decree.pieces import Line, alike, entire
from analysis.vietnamese import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_NUMBER, _DATE = re.compile(r"^Số\s*:.*/"), re.compile(r"^.{2,40}, ngày\b.*\btháng\b.*\bnăm\b")
_YEAR = re.compile(r"/\s*\d{4}\s*/")
_LONGEST = 80


def scope(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 2, Điều 4.2.a: legal acts and documents of the Party follow other rules."""
    head, kind = case.anatomy.head, case.anatomy.kind
    party = next((line for line in head.lines if alike(line.words, PARTY)), None)
    if party is not None and head.national is None:
        yield Hit(case.at(party), quoted(party.words))
    if kind is None:
        return
    words = nfc(kind.words).lower()
    dated = head.number is not None and bool(_YEAR.search(head.number.words))
    if words in rule.texts("acts") or (dated and words in rule.texts("acts_with_year")):
        yield Hit(case.at(kind, "kind"), quoted(kind.words))


def plan_named(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 7: a plan names itself "KẾ HOẠCH"."""
    kind, wanted = case.anatomy.kind, rule.text("type")
    if kind is None:
        yield Hit(m.WHOLE, m.NOT_FOUND, wanted.upper())
    elif kind.words.lower() != wanted.lower():
        yield Hit(case.at(kind, "kind"), quoted(kind.words), wanted.upper())


def all_there(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 8.2: nine components; the seal and the signature itself are not in a Word file."""
    anatomy = case.anatomy
    head, closing = anatomy.head, anatomy.closing
    present = {
        "national": head.national,
        "motto": head.motto,
        "issuer": head.issuer,
        "number": head.number,
        "date": head.date,
        "title": anatomy.title,
        "body": anatomy.prose,
        "signature": closing.authority,
        "recipients": closing.label or closing.recipients,
    }
    if case.stage == "issued" and closing.authority:
        present["signer"] = closing.signer
    strayed = {name for name, _ in _strayed(case)}
    for name in rule.texts("components"):
        if name in present and not present[name] and name not in strayed:
            place = m.COMPONENTS[name]
            yield Hit(place[:1].upper() + place[1:], m.NOT_FOUND)


def in_place(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL I, Phần I, Mục IV: where each component stands (cells 1-14 of the diagram)."""
    for name, line in _strayed(case):
        yield Hit(case.at(line, name), quoted(line.words), rule.text("place_of_head"))
    head = case.anatomy.head
    issuer = next(iter(head.issuer), None)
    pairs = (
        ("national", head.national, "motto", head.motto),
        ("issuer", issuer, "number", head.number),
        ("motto", head.motto, "date", head.date),
    )
    for first, one, second, other in pairs:
        if one is not None and other is not None and _number(one) > _number(other):
            order = m.ORDER.format(first=m.COMPONENTS[first], second=m.COMPONENTS[second])
            yield Hit(case.at(other, second), quoted(other.words), order)


def _number(line: Line) -> tuple[int, int]:
    """Return a line's place in reading order, row by row."""
    return line.paragraph.spot.row, line.paragraph.spot.number


def _strayed(case: Case) -> Iterator[tuple[str, Line]]:
    """Yield components of the letterhead that stand below the title instead."""
    anatomy = case.anatomy
    head, first = anatomy.head, anatomy.kind
    if first is None:
        return
    limit = first.paragraph.spot.number
    ends = anatomy.appendices[0].first if anatomy.appendices else 1 << 30
    tests: tuple[tuple[str, Line | None, Callable[[str], object]], ...] = (
        ("national", head.national, lambda words: alike(words, NATIONAL)),
        ("motto", head.motto, lambda words: alike(words, MOTTO)),
        ("number", head.number, _NUMBER.match),
        ("date", head.date, _DATE.match),
    )
    for name, found, test in tests:
        if found is None:
            for paragraph in anatomy.document.paragraphs():
                words = paragraph.words
                if limit < paragraph.spot.number < ends and len(words) < _LONGEST and test(words):
                    yield name, entire(paragraph)
                    break


def secrecy(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL I, Phần I, III.2.a: a document with a secrecy mark is not for ordinary systems."""
    marks = {fold(word) for word in rule.texts("marks")}
    for line in marks_of(case):
        if fold(line.words) in marks and line.words.isupper():
            yield Hit(case.at(line), quoted(line.words))


def urgency(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL I, Phần I, III.2.b: marks of urgency, their words and how they are set."""
    from_fold = {fold(word): word for word in rule.texts("marks")}
    for line in marks_of(case):
        if fold(line.words) in from_fold:
            yield from stamp_hits(case, line, rule)


def circulation(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL I, Phần I, III.2.c: marks that limit circulation."""
    from_fold = {fold(word) for word in rule.texts("marks")}
    for line in marks_of(case):
        if fold(line.words) in from_fold:
            yield from stamp_hits(case, line, rule)


def stamp_hits(case: Case, line: Line, rule: Rule) -> Iterator[Hit]:
    """Yield what is wrong with a stamped mark: look and frame."""
    yield from look_hits(case, [line], rule, "")
    cell = case.anatomy.cell_of(line.paragraph)
    boxed = line.paragraph.spot.part == "box" or (cell is not None and len(cell.drawn) >= 4)
    if not boxed and not framed(line.paragraph):
        yield Hit(case.at(line), quoted(line.words), m.FRAME)


def marks_of(case: Case) -> Iterator[Line]:
    """Yield the lines where marks stand: above the title and in boxes."""
    yield from case.anatomy.head.lines
    for paragraph in case.anatomy.document.boxes:
        yield entire(paragraph)


def address(case: Case, rule: Rule) -> Iterator[Hit]:
    """PL I, Phần I, III.4: the body's address at the foot of page one, 11-12 points upright."""
    words = [fold(word) for word in rule.texts("words")]
    edges = case.anatomy.document.sections[0].footers.values()
    for paragraph in (p for edge in edges for p in edge.paragraphs):
        if any(word in fold(paragraph.words) for word in words):
            yield from look_hits(case, [entire(paragraph)], rule, "")


CHECKS: dict[str, Check] = {
    "META-01": scope,
    "META-02": plan_named,
    "META-03": all_there,
    "META-04": in_place,
    "KHAC-01": urgency,
    "KHAC-02": secrecy,
    "KHAC-03": circulation,
    "KHAC-04": address,
}
