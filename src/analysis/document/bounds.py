"""How large a plan may be: far above any that an office writes, far below what stops a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.context import notes, strings

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.plan.text import PlanText

MOST_STRINGS, MOST_LETTERS = 50_000, 4_000_000


def size_faults(plan: PlanText) -> list[Fault]:
    """Return a fault when a plan has more paragraphs and cells, or more letters, than any plan has.

    A line of a cell is a paragraph of its own.
    """
    count = letters = 0
    for _, text in (*strings(plan), *notes(plan)):
        count += 1
        letters += len(text)
    measured = (
        (m.STRINGS_COUNTED, count, MOST_STRINGS),
        (m.LETTERS_COUNTED, letters, MOST_LETTERS),
    )
    return [
        m.PLAN_LARGE.at(found=words.format(count=found), most=most)
        for words, found, most in measured
        if found > most
    ]
