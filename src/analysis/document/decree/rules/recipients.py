"""Recipients: PL I, Phần I, II.9."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Check, Hit, quoted
from analysis.document.decree.look import look_hits
from analysis.document.decree.pieces import tables_of
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Paragraph, Table
    from analysis.document.decree.rulebook import Rule

_LEAD_COLUMN = re.compile(r"\b(chu tri|phoi hop|thuc hien|trach nhiem|theo doi)\b")
_DRAFTER = re.compile(r"\.\s+(\S.*)$|\.([A-Za-zĐđ]\S*)$")
_HEAD_ROWS = 2


def label(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.d, V.8b: "Nơi nhận:" on its own line at the left margin, 12 points, bold italic."""
    line = case.anatomy.closing.label
    if line is None:
        return
    if line.words != rule.text("text"):
        yield Hit(case.at(line, "recipients"), quoted(line.words), rule.text("text"))
    yield from look_hits(case, [line], rule, "recipients")
    layout = line.paragraph.layout
    if layout.left + layout.first > rule.number("most_indent_twips"):
        yield Hit(case.at(line, "recipients"), m.INDENTED, m.ALIGNS["left"])


def list_look(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.d, V.8b: the list in 11 points, upright."""
    yield from look_hits(case, case.anatomy.closing.recipients, rule, "recipients")


def list_form(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.d: each on its own line, a dash before, a semicolon after."""
    for line in case.anatomy.closing.recipients[:-1]:
        if not re.fullmatch(rule.text("regex"), line.words):
            yield Hit(case.at(line, "recipients"), quoted(line.words), "- …;")


def archive(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.d: the last line says where copies are kept."""
    recipients = case.anatomy.closing.recipients
    if recipients and not re.fullmatch(rule.text("regex"), recipients[-1].words):
        yield Hit(
            case.at(recipients[-1], "recipients"), quoted(recipients[-1].words), "- Lưu: VT, …"
        )


def not_a_letter(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.c: a plan has no "Kính gửi" and so no "Như trên"."""
    words = [fold(word) for word in rule.texts("forbid")]
    anatomy = case.anatomy
    places: list[tuple[Paragraph, str]] = [(p, p.words) for p in anatomy.prose[:5]]
    places += [(line.paragraph, line.words) for line in anatomy.closing.recipients]
    places += [(line.paragraph, line.words) for line in anatomy.title]
    for paragraph, text in places:
        if any(re.match(rf"\W*{word}\b", fold(text)) for word in words):
            yield Hit(case.at(paragraph), quoted(text), m.NOTHING)


def everyone_with_a_task(case: Case, rule: Rule) -> Iterator[Hit]:
    """II.9.a: bodies that the plan gives tasks to are among its recipients."""
    recipients = " ; ".join(fold(line.words) for line in case.anatomy.closing.recipients)
    if not recipients:
        return
    for words, covered in rule.pairs("groups").items():
        bearer = _bearer(case, re.compile(words))
        if bearer is not None and not re.search(covered, recipients):
            paragraph, found = bearer
            yield Hit(case.at(paragraph), quoted(found), m.AMONG_RECIPIENTS)


def _bearer(case: Case, pattern: re.Pattern[str]) -> tuple[Paragraph, str] | None:
    """Return the first place where a body of some kind is given a task."""
    for table in tables_of(case.anatomy.document.blocks):
        for paragraph in _lead_cells(table):
            if found := pattern.search(paragraph.words):
                return paragraph, found[0]
    for paragraph in case.anatomy.prose:
        led = re.search(r"\b(chủ trì|thực hiện|phối hợp)[^:]*:\s*(.*)", paragraph.words)
        if led and (found := pattern.search(led[2])):
            return paragraph, found[0]
    return None


def _lead_cells(table: Table) -> Iterator[Paragraph]:
    columns = {
        cell.column
        for row in table.rows[:_HEAD_ROWS]
        for cell in row.cells
        if _LEAD_COLUMN.search(fold(cell.words)) and len(cell.words) < 60
    }
    for row in table.rows[1:]:
        for cell in row.cells:
            if cell.column in columns:
                yield from cell.paragraphs()


def drafter(case: Case, _rule: Rule) -> Iterator[Hit]:
    """III.3, V.11: the drafter's symbol in capitals, the number of copies in digits."""
    recipients = case.anatomy.closing.recipients
    last = recipients[-1] if recipients else None
    found = None if last is None else _DRAFTER.search(last.words)
    code = (found[1] or found[2] or "") if found else ""
    if last is not None and code and not re.fullmatch(r"[A-ZĐ]{1,5}\.? ?(\(\d+\))?\.?", code):
        yield Hit(case.at(last, "recipients"), quoted(code), "PL.(300)")


CHECKS: dict[str, Check] = {
    "NN-01": label,
    "NN-02": list_look,
    "NN-03": list_form,
    "NN-04": archive,
    "NN-05": not_a_letter,
    "NN-06": everyone_with_a_task,
    "NN-07": drafter,
}
