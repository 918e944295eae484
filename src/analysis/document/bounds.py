"""How large a plan may be: far above any that an office writes, far below what stops a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document import messages as m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.errors import Fault

MOST_STRINGS, MOST_LETTERS = 50_000, 4_000_000


def size_faults(texts: Sequence[str]) -> list[Fault]:
    """Return a fault when a plan has more paragraphs and cells, or more letters, than any plan has.

    Parameters
    ----------
    texts
        All its strings; a line of a cell is a paragraph of its own.
    """
    measured = (
        (m.STRINGS_COUNTED, len(texts), MOST_STRINGS),
        (m.LETTERS_COUNTED, sum(map(len, texts)), MOST_LETTERS),
    )
    return [
        m.PLAN_LARGE.at(found=words.format(count=found), most=most)
        for words, found, most in measured
        if found > most
    ]
