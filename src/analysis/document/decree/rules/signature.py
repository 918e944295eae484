"""Authority, position, name: PL I, Phần I, II.7; Điều 13."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import look_hits
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.rulebook import Rule

_PREFIX = re.compile(r"^\s*(T/?M|K/?T|T/?L|T/?U/?Q|Q)\b\s*\.?\s*", re.I)
_RIGHT = re.compile(r"^(TM|KT|TL|TUQ|Q)\. \S")
_BODY = re.compile(r"^(uy ban nhan dan|ubnd|hoi dong|ban )")
_TWIPS_A_LINE = 330


def _lines(case: Case) -> list[str]:
    """Return the lines of authority, folded, the prefix without dots and slashes."""
    found = []
    for line in case.anatomy.closing.authority:
        prefix = _PREFIX.match(line.words)
        rest = line.words[prefix.end() :] if prefix else line.words
        short = re.sub(r"\W", "", prefix[1]).lower() if prefix else ""
        found.append(f"{short} {fold(rest)}".strip())
    return found


def look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.7.đ, V.7: capitals, 13-14 points, upright, bold, centred."""
    yield from look_hits(case, case.anatomy.closing.authority, rule, "signature")


def prefixes(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.7.b: TM., Q., KT., TL., TUQ., a dot and a blank after them."""
    for line in case.anatomy.closing.authority:
        if _PREFIX.match(line.words) and not _RIGHT.match(line.words):
            wanted = ", ".join(rule.texts("allowed"))
            yield Hit(case.at(line, "signature"), quoted(line.words), wanted)


def committee(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 13.2: signed in the Committee's name; a deputy in place of the chair."""
    head, lines = case.anatomy.head, _lines(case)
    if not lines or head.issuer_class not in ("committee", "chairman"):
        return
    place = case.at(case.anatomy.closing.authority[0], "signature")
    found = quoted(" / ".join(line.words for line in case.anatomy.closing.authority))
    collective = lines[0] in ("tm uy ban nhan dan", "tm ubnd")
    deputy = [at for at, line in enumerate(lines) if line.startswith("pho chu tich")]
    for_chair = [at for at, line in enumerate(lines) if line == "kt chu tich"]
    by_order = any(line.startswith(("tl ", "tuq ")) for line in lines)
    right = collective != (head.issuer_class == "chairman")
    paired = bool(deputy) == bool(for_chair)
    paired = paired and all(at - 1 in for_chair for at in deputy)
    if not (right and paired) and not by_order:
        wanted = rule.texts("deputy" if deputy or for_chair else "chair")
        if head.issuer_class == "chairman":
            wanted = wanted[1:]
        yield Hit(place, found, " / ".join(wanted))


def single_head(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 13.1: a body with one head signs without TM.; a deputy in place of the head."""
    lines = _lines(case)
    if not lines or case.anatomy.head.issuer_class != "single head":
        return
    deputy = any(line.startswith("pho ") for line in lines)
    stands_in = any(line.startswith(("kt ", "tl ", "tuq ")) for line in lines)
    if any(line.startswith("tm ") for line in lines) or deputy != stands_in:
        place = case.at(case.anatomy.closing.authority[0], "signature")
        found = quoted(" / ".join(line.words for line in case.anatomy.closing.authority))
        yield Hit(place, found, " / ".join(rule.texts("deputy" if deputy else "head")))


def in_charge(case: Case, rule: Rule) -> Iterator[Hit]:
    """Điều 13.1: a deputy in charge signs as a deputy."""
    words = [fold(word) for word in rule.texts("flag")]
    for line in case.anatomy.closing.authority:
        if any(word in fold(line.words) for word in words):
            yield Hit(case.at(line, "signature"), quoted(line.words), "KT. …")


def positions(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.7.c: official positions only."""
    known = {fold(title) for title in rule.texts("titles")}
    lines = zip(case.anatomy.closing.authority, _lines(case), strict=True)
    for line, words in lines:
        title = re.sub(r"^(tm|kt|tl|tuq|q) ", "", words)
        if "phu trach" in title or words.startswith("tm ") or _BODY.match(title):
            continue
        if not any(title == name or title.startswith(f"{name} ") for name in known):
            yield Hit(case.at(line, "signature"), quoted(line.words), m.OFFICIAL_TITLE)


def name_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.7.đ, V.7: small letters, 13-14 points, upright, bold, centred."""
    yield from look_hits(case, [case.anatomy.closing.signer], rule, "signer")


def plain_name(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.7.c: no academic titles, degrees, honours before the name."""
    line = case.anatomy.closing.signer
    titles = "|".join(re.escape(word.rstrip(".")) for word in rule.texts("forbid_prefix"))
    if line is not None and re.match(rf"({titles})(\.|\b)", line.words):
        yield Hit(case.at(line, "signer"), quoted(line.words), m.NAME_ALONE)


def syllables(case: Case, _rule: Rule) -> Iterator[Hit]:
    """PL II, II: every syllable of a name begins with a capital."""
    line = case.anatomy.closing.signer
    if line is not None and any(word[:1].islower() for word in line.words.split()):
        yield Hit(case.at(line, "signer"), quoted(line.words), line.words.title())


def level_with_recipients(case: Case, _rule: Rule) -> Iterator[Hit]:
    """IV, cells 7 and 9b: the signature on the right, level with the recipients."""
    closing = case.anatomy.closing
    if closing.label is None or not closing.authority:
        return
    one, other = closing.label.paragraph.spot, closing.authority[0].paragraph.spot
    level = (
        (one.table, one.row) == (other.table, other.row)
        if one.table
        else (one.number == other.number)
    )
    if not level:
        yield Hit(case.at(closing.authority[0], "signature"), m.OTHER_ROW, m.SAME_ROW)
    elif closing.label.side == "right" or closing.authority[0].side != "right":
        yield Hit(case.at(closing.authority[0], "signature"), m.LEFT_SIDE, m.RIGHT_SIDE)


def room_to_sign(case: Case, rule: Rule) -> Iterator[Hit]:
    """Practice: four to six blank lines to sign in; the block does not split over pages."""
    closing = case.anatomy.closing
    if not closing.authority:
        return
    lines = closing.gap + closing.after / _TWIPS_A_LINE
    low, high = rule.numbers("blank_lines")
    if not low <= lines <= high:
        place = case.at(closing.authority[-1], "signature")
        wanted = m.BLANK_LINES.format(low=round(low), high=round(high))
        yield Hit(place, m.BLANK_COUNT.format(count=round(lines)), wanted)
    spot = closing.authority[0].paragraph.spot
    if closing.table is not None and not closing.table.rows[spot.row - 1].cant_split:
        yield Hit(case.row(closing.table, spot.row), m.ROW_SPLITS)


CHECKS: dict[str, Check] = {
    "KY-01": look,
    "KY-02": prefixes,
    "KY-03": committee,
    "KY-04": single_head,
    "KY-05": in_charge,
    "KY-06": positions,
    "KY-07": name_look,
    "KY-08": plain_name,
    "KY-09": level_with_recipients,
    "KY-10": room_to_sign,
    "VH-02": syllables,
}
