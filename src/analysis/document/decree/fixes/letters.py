"""Letters and lines set as the values of a rule want them: the menders that most rules share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Case
from analysis.document.decree.fixes.desk import Desk
from analysis.document.decree.fixes.order import put, switch
from analysis.document.decree.look import bounds, deviations
from analysis.document.decree.rulebook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from analysis.document.decree.model import Look, Paragraph
    from analysis.document.decree.pieces import Line

Mender = Callable[[Desk, Case, Rule], None]
"""What mends the breaches of a rule: the open file, the document as it reads, the rule."""

Setting = Callable[["etree._Element", "Look"], bool]
"""What sets properties of letters, given their ``w:rPr`` and how they look."""

LinesOf = Callable[[Case], "Iterable[Line | None]"]


def looks(lines_of: LinesOf) -> Mender:
    """Return the mender of a rule whose values say how some lines are set."""

    def mend(desk: Desk, case: Case, rule: Rule) -> None:
        for line in lines_of(case):
            if line is not None and line.words:
                set_line(desk, line, rule)

    return mend


def set_line(desk: Desk, line: Line, rule: Rule) -> None:
    """Set a line as the values of a rule say, if it is not.

    Capitals are set as a form of the letters, the words stay as typed; small letters come back
    only where capitals were set so.
    """
    wrong = deviations(line, rule)
    if not wrong:
        return
    values, runs = rule.values, desk.runs_of(line)
    low, high = bounds(rule)
    caps = True if values.get("case") == "upper" and m.CASES["lower"] in wrong else None
    if values.get("case") == "lower" and m.CASES["upper"] in wrong:
        caps = False
    setting = letters(
        bold=_flag(values.get("bold")),
        italic=_flag(values.get("italic")),
        caps=caps,
        low=low,
        high=high,
    )
    desk.set_letters(runs, setting)
    if runs:
        desk.set_number(line.paragraph, setting, desk.look(runs[0]))
    align = values.get("align")
    if align and not (line.parted and not line.paragraph.spot.table):
        set_align(desk, line.paragraph, str(align))


def set_align(desk: Desk, paragraph: Paragraph, align: str) -> None:
    """Align a paragraph; a centred one has no first line of its own, and no tabs to be shifted."""
    if align == "center" and any("\t" in run.text for run in paragraph.runs):
        return
    desk.align(paragraph, align)
    if align == "center" and paragraph.layout.first:
        desk.indent(paragraph, first=0)


def letters(
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    caps: bool | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Setting:
    """Return what sets letters; None leaves a property, raised letters keep their size."""

    def setting(properties: etree._Element, look: Look) -> bool:
        changed = False
        wishes = (("b", bold, look.bold), ("i", italic, look.italic), ("caps", caps, look.caps))
        for tag, wish, now in wishes:
            if wish is not None and wish is not now and not look.raised:
                changed |= switch(properties, tag, on=wish)
        if low is not None and high is not None and not look.raised:
            size = min(max(look.size, low), high)
            changed |= size != look.size and set_size(properties, size)
        return changed

    return setting


def set_size(properties: etree._Element, points: float) -> bool:
    """Set the size of letters, in half points as the file has it."""
    half = round(points * 2)
    return put(properties, "sz", val=half) | put(properties, "szCs", val=half)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
