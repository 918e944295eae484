"""Number and symbol, place and date: PL I, Phần I, II.3 and II.4."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import look_hits
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_PARTS = re.compile(
    r"^\s*(?P<label>[^\W\d_]*)\s*(?P<colon>:?)(?P<number>[^/]*)(?P<rest>/.*)?$", re.S
)
_BLANK = re.compile(r"[\s….·_]*")
_DASHES, _AROUND = re.compile(r"\s*[-‐‑‒–—−]\s*"), re.compile(r"\s*/\s*")
_YEAR = re.compile(r"^\d{4}[/-]")
_WORDS = re.compile(
    r"^(?P<place>.*?),?\s*\bngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)$", re.I | re.S
)
_KINDS = re.compile(r"^(tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) ")


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a line such as ``Số: 05/KH-UBND``."""

    label: str
    colon: str
    number: str
    symbol: str

    @property
    def blank(self) -> bool:
        """Whether the number is still to be given."""
        return bool(_BLANK.fullmatch(self.number))

    @property
    def tidy_symbol(self) -> str:
        """The symbol in capitals, without blanks, a year, or dashes of another shape."""
        joined = _AROUND.sub("/", _DASHES.sub("-", self.symbol)).strip(" /")
        return _YEAR.sub("", joined).upper()


def number_parts(text: str) -> Number | None:
    """Return the parts of a number line; None when it has no slash.

    Examples
    --------
    >>> number_parts("Số:      /KH-UBND").symbol, number_parts("Số: 5 / KH - UBND").tidy_symbol
    ('KH-UBND', 'KH-UBND')
    """
    found = _PARTS.match(text)
    if found is None or found["rest"] is None:
        return None
    return Number(found["label"], found["colon"], found["number"].strip(), found["rest"][1:])


def label(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3.c: "Số" in small letters, 13 points, upright, a colon after it."""
    line = case.anatomy.head.number
    if line is None:
        return
    if not re.match(rule.text("regex"), line.text):
        yield Hit(case.at(line, "number"), quoted(line.words), "Số:")
    yield from look_hits(case, [line], rule, "number")


def leading_zero(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3.c: Arabic digits, a zero before 1 to 9; a draft may leave the number blank."""
    line = case.anatomy.head.number
    parts = None if line is None else number_parts(line.text)
    if parts is None or (parts.blank and case.stage == "draft"):
        return
    if not re.fullmatch(rule.text("regex"), parts.number):
        yield Hit(case.at(line, "number"), quoted(parts.number), "01, 02 … 10, 11")


def blank_number(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Điều 15: the number is given after signing."""
    line = case.anatomy.head.number
    parts = None if line is None else number_parts(line.text)
    if parts is not None and parts.blank and case.stage == "draft":
        yield Hit(case.at(line, "number"), m.BLANK_LEFT)


def symbol(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3.b: KH and the issuer's abbreviation."""
    line = case.anatomy.head.number
    parts = None if line is None else number_parts(line.text)
    if line is not None and parts is None:
        return  # no slash: another rule
    if parts is not None and not re.fullmatch(rule.text("regex"), parts.tidy_symbol):
        yield Hit(case.at(line, "number"), quoted(parts.symbol), rule.text("example"))


def signs(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.3.c: a slash after the number, hyphens between groups, no blanks around them."""
    line = case.anatomy.head.number
    if line is None:
        return
    parts = number_parts(line.text)
    spaced = parts is not None and re.search(r"\s", parts.symbol.strip()) is not None
    led = parts is not None and parts.symbol[:1].isspace()
    late = parts is not None and not parts.blank and bool(re.search(r"\d\s+/", line.text))
    dashed = parts is not None and re.search(r"[‐‑‒–—−]", parts.symbol) is not None
    if parts is None or spaced or led or late or dashed:
        yield Hit(case.at(line, "number"), quoted(line.words), "Số: 05/KH-UBND")


def symbol_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3.c: the symbol in capitals, 13 points, upright."""
    line = case.anatomy.head.number
    parts = None if line is None else number_parts(line.text)
    if line is None or parts is None:
        return
    if parts.symbol.upper() != parts.symbol:
        yield Hit(case.at(line, "number"), quoted(parts.symbol), m.CASES["upper"])
    yield from look_hits(case, [line], rule, "number")


def number_place(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3.c, cell 3: centred below the issuer."""
    head = case.anatomy.head
    if head.number is None:
        return
    yield from look_hits(case, [head.number], rule, "number")
    if head.number.side == "right":
        yield Hit(case.at(head.number, "number"), m.RIGHT_SIDE, m.LEFT_SIDE)


def no_year(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.3: the symbol of an administrative document has no year."""
    line = case.anatomy.head.number
    if line is not None and re.search(rule.text("forbid_regex"), line.words):
        yield Hit(case.at(line, "number"), quoted(line.words), "Số: 05/KH-UBND")


def place_name(case: Case, _rule: Rule) -> Iterator[Hit]:
    """II.4.a: the official name of the unit where the body has its seat."""
    head = case.anatomy.head
    place = _place(case)
    if not place or not head.unit_name or head.issuer_class == "other":
        return
    if _bare(place) != _bare(head.unit_name):
        wanted = head.unit_name.title()
        yield Hit(case.at(head.date, "date"), quoted(place), wanted)
    elif case.places is not None and case.anatomy.day is not None and head.unit == "tinh":
        sets = ("63", "34")
        found = [case.places.named(place, unit_set=unit_set) for unit_set in sets]
        if any(found) and not any(p and p.valid_on(case.anatomy.day) for p in found):
            yield Hit(case.at(head.date, "date"), quoted(place))


def place_in_full(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.a: units named after a person, a number or an event keep the word for their kind."""
    place = _place(case)
    named = {fold(name) for name in rule.texts("names")}
    if place and not _KINDS.match(fold(place)) and (fold(place) in named or place[:1].isdigit()):
        yield Hit(case.at(case.anatomy.head.date, "date"), quoted(place), rule.text("example"))


def _place(case: Case) -> str:
    line = case.anatomy.head.date
    found = None if line is None else _WORDS.match(line.words)
    return found["place"].strip(" ,") if found else ""


def _bare(name: str) -> str:
    return _KINDS.sub("", fold(name))


def date_form(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.b: day, month and year in words and digits; zeros before 1-9 and before months 1, 2."""
    line = case.anatomy.head.date
    if line is None:
        return
    found = _WORDS.match(line.words)
    if found is None or not _date_ok(found, draft=case.stage == "draft"):
        yield Hit(case.at(line, "date"), quoted(line.words), rule.text("example"))


def _date_ok(found: re.Match[str], *, draft: bool) -> bool:
    day, month, year = (found[name].strip(" .") for name in ("day", "month", "year"))
    open_day, open_month = (draft and not part.strip("… _/") for part in (day, month))
    if not re.fullmatch(r"\d{4}", year) and not (draft and open_month):
        return False
    right_day = open_day or re.fullmatch(r"0[1-9]|[12]\d|3[01]", day)
    right_month = open_month or re.fullmatch(r"0[1-9]|1[0-2]|[3-9]", month)
    if not right_day or not right_month:
        return False
    try:
        date(int(year) if year.isdigit() else 2024, int(month or 1), int(day or 1))
    except ValueError:
        return open_day or open_month
    return True


def plain_month(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.b, example V.4: no zero before months 3 to 9."""
    line = case.anatomy.head.date
    if line is not None and (found := re.search(rule.text("forbid"), line.words)):
        yield Hit(case.at(line, "date"), quoted(line.words), found[0].replace(" 0", " "))


def date_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.c: small letters, 13-14 points, italic, not bold."""
    yield from look_hits(case, [case.anatomy.head.date], rule, "date")


def comma(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.c: a capital at the head of the place, one comma after it."""
    line = case.anatomy.head.date
    if line is None or _WORDS.match(line.words) is None:
        return
    before = re.split(r"\bngày\b", line.words, maxsplit=1, flags=re.I)[0]
    right = before.rstrip().endswith(",") and before.count(",") == 1 and before[:1].isupper()
    if not right or " ," in before:
        yield Hit(case.at(line, "date"), quoted(line.words), rule.text("example"))


def date_place(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.4.c, cell 4: on the row of the number, centred below the motto."""
    head = case.anatomy.head
    if head.date is None:
        return
    yield from look_hits(case, [head.date], rule, "date")
    if head.number is None:
        return
    one, other = head.number.paragraph.spot, head.date.paragraph.spot
    level = (one.table, one.row) == (other.table, other.row)
    if not one.table:
        level = one.number == other.number
    if not level:
        yield Hit(case.at(head.date, "date"), m.OTHER_ROW, m.SAME_ROW)


def blank_day(case: Case, _rule: Rule) -> Iterator[Hit]:
    """Điều 15: the date is given after signing."""
    line = case.anatomy.head.date
    found = None if line is None else _WORDS.match(line.words)
    if case.stage == "draft" and found and not found["day"].strip("… ._/"):
        yield Hit(case.at(line, "date"), m.BLANK_LEFT)


CHECKS: dict[str, Check] = {
    "SKH-01": label,
    "SKH-02": leading_zero,
    "SKH-03": blank_number,
    "SKH-04": symbol,
    "SKH-05": signs,
    "SKH-06": symbol_look,
    "SKH-07": number_place,
    "SKH-08": no_year,
    "DD-01": place_name,
    "DD-02": place_in_full,
    "DD-03": date_form,
    "DD-04": plain_month,
    "DD-05": date_look,
    "DD-06": comma,
    "DD-07": date_place,
    "DD-08": blank_day,
}
