"""Marks that stand in the rendered text until code puts the real thing in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from analysis.document.messages import NO_FIGURE

NOTE_MARK = re.compile(r"⟦(/?)ghi chú (\d+)⟧")


def table_slot(number: int) -> str:
    """Return the text of the paragraph that the table of appendix `number` replaces."""
    return f"⟦bảng {number}⟧"


def section_end(number: int) -> str:
    """Return the text of the paragraph that ends the section of appendix `number`."""
    return f"⟦hết phụ lục {number}⟧"


@dataclass(slots=True)
class Notes:
    """Collects the notes of one rendering in document order and marks the words they explain.

    Examples
    --------
    >>> notes = Notes()
    >>> notes.marked("PAPI: chưa có số liệu.", "Chưa công bố")
    'PAPI: ⟦ghi chú 0⟧chưa có số liệu⟦/ghi chú 0⟧.'
    >>> notes.marked("–", "Không xếp hạng"), notes.texts
    ('⟦ghi chú 1⟧–⟦/ghi chú 1⟧', ['Chưa công bố', 'Không xếp hạng'])
    >>> notes.marked("a chưa có số liệu, b chưa có số liệu", "một", "hai")
    'a ⟦ghi chú 2⟧chưa có số liệu⟦/ghi chú 2⟧, b ⟦ghi chú 3⟧chưa có số liệu⟦/ghi chú 3⟧'
    """

    texts: list[str] = field(default_factory=list)

    def marked(self, text: str, *reasons: str | None) -> str:
        """Return `text` with the words that each note explains between two marks.

        Parameters
        ----------
        text
            A paragraph's or a cell's text.
        *reasons
            Why the figures are not known, in their order; without any `text` comes back as it is.

        Returns
        -------
        str
            The marks of each note stand around one ``chưa có số liệu`` after the other, else
            around the whole text.
        """
        told = [reason for reason in reasons if reason is not None]
        if told and NO_FIGURE not in text:
            return self._around(text, "; ".join(told))
        before, *rest = text.split(NO_FIGURE)
        # More notes than unknown figures: the last figure bears what is left over.
        notes = [*told[: len(rest) - 1], "; ".join(told[len(rest) - 1 :])] if rest else []
        for place, after in enumerate(rest):
            note = notes[place] if place < len(notes) else ""
            before += (self._around(NO_FIGURE, note) if note else NO_FIGURE) + after
        return before

    def _around(self, words: str, note: str) -> str:
        number = len(self.texts)
        self.texts.append(note)
        return f"⟦ghi chú {number}⟧{words}⟦/ghi chú {number}⟧"
