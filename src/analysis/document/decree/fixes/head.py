"""Letterhead, title, closing and headings of appendices: letters, places on the line, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.fixes.letters import letters, looks
from analysis.document.decree.fixes.rows import keep_whole
from analysis.document.decree.rules.scope import marks_of
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.document.decree.case import Case
    from analysis.document.decree.fixes.desk import Desk
    from analysis.document.decree.fixes.letters import Mender
    from analysis.document.decree.pieces import Line
    from analysis.document.decree.rulebook import Rule

_TWIPS_A_LINE, _LINES_TO_SIGN = 330, 5


def one_set_of_sizes(desk: Desk, case: Case, rule: Rule) -> None:
    """Mục V, footnote: set name, motto and date in the nearer of the two sets of sizes."""
    head = case.anatomy.head
    lines = [line for line in (head.national, head.motto, head.date) if line is not None]
    sets = (rule.numbers("set_a"), rule.numbers("set_b"))
    sizes = [line.size for line in lines]
    best = min(sets, key=lambda wish: sum(abs(a - b) for a, b in zip(sizes, wish, strict=False)))
    for line, points in zip(lines, best, strict=False):
        desk.set_letters(desk.runs_of(line), letters(low=points, high=points))


def small_letters(desk: Desk, case: Case, _rule: Rule) -> None:
    """II.5.b: take away capitals that are set as a form; typed ones stay."""
    for line in case.anatomy.title:
        if not line.typed.isupper():
            desk.set_letters(desk.runs_of(line), letters(caps=False))


def single_spaced(*parts: str) -> Mender:
    """Return the mender of lines that stand single spaced, one right below the other."""

    def mend(desk: Desk, case: Case, rule: Rule) -> None:
        lines = [line for part in parts for line in _of_head(case, part)]
        for at, line in enumerate(lines):
            layout, most = line.paragraph.layout, rule.number("most_pt") * 20
            if layout.line_rule == "auto":
                desk.space(line.paragraph, line=240)
            if at and layout.before > most:
                desk.space(line.paragraph, before=0)
            if at < len(lines) - 1 and layout.after > most:
                desk.space(line.paragraph, after=0)

    return mend


def label_at_margin(desk: Desk, case: Case, rule: Rule) -> None:
    """II.9.d: "Nơi nhận:" set as the rule says, at the left margin."""
    label = case.anatomy.closing.label
    looks(lambda case: [case.anatomy.closing.label])(desk, case, rule)
    if label is not None and not label.parted:
        layout = label.paragraph.layout
        if layout.left + layout.first > rule.number("most_indent_twips"):
            desk.indent(label.paragraph, left=0, first=0)


def room_to_sign(desk: Desk, case: Case, rule: Rule) -> None:
    """Practice: leave room for the signature by space after the position, keep the block whole."""
    closing = case.anatomy.closing
    if not closing.authority:
        return
    low, _ = rule.numbers("blank_lines")
    if closing.gap + closing.after / _TWIPS_A_LINE < low:
        last = closing.authority[-1].paragraph
        lacking = (_LINES_TO_SIGN - closing.gap) * _TWIPS_A_LINE - closing.after
        desk.space(last, after=last.layout.after + lacking)
    if closing.table is not None:
        keep_whole(desk, closing.table, closing.authority[0].paragraph.spot.row - 1)


def _of_head(case: Case, part: str) -> Iterable[Line]:
    found = getattr(case.anatomy.head, part)
    lines = found if isinstance(found, tuple) else (found,)
    return [line for line in lines if line is not None]


def _head(*parts: str) -> Mender:
    return looks(lambda case: [line for part in parts for line in _of_head(case, part)])


def stamps(desk: Desk, case: Case, rule: Rule) -> None:
    """III.2: marks of urgency and circulation set as the rule says."""
    words = {fold(word) for word in rule.texts("marks")}
    looks(lambda case: [li for li in marks_of(case) if fold(li.words) in words])(desk, case, rule)


MENDERS: dict[str, Mender] = {
    "QH-02": _head("national"),
    "TN-02": _head("motto"),
    "TN-05": single_spaced("national", "motto"),
    "CQ-02": _head("issuer"),
    "CQ-06": _head("superior"),
    "CQ-08": single_spaced("superior", "issuer"),
    "SKH-01": _head("number"),
    "SKH-06": _head("number"),
    "SKH-07": _head("number"),
    "DD-05": _head("date"),
    "DD-07": _head("date"),
    "PAGE-13": one_set_of_sizes,
    "TL-01": looks(lambda case: [case.anatomy.kind]),
    "TL-02": looks(lambda case: case.anatomy.title),
    "TL-03": small_letters,
    "KY-01": looks(lambda case: case.anatomy.closing.authority),
    "KY-07": looks(lambda case: [case.anatomy.closing.signer]),
    "KY-10": room_to_sign,
    "NN-01": label_at_margin,
    "NN-02": looks(lambda case: case.anatomy.closing.recipients),
    "PL-03": looks(lambda case: [a.label for a in case.anatomy.appendices]),
    "PL-04": looks(lambda case: [line for a in case.anatomy.appendices for line in a.title]),
    "PL-06": looks(lambda case: [a.reference for a in case.anatomy.appendices]),
    "KHAC-01": stamps,
}
