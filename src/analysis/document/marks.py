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
    """

    texts: list[str] = field(default_factory=list)

    def marked(self, text: str, note: str | None) -> str:
        """Return `text` with the words that `note` explains between two marks.

        Parameters
        ----------
        text
            A paragraph's or a cell's text.
        note
            Why the figure is not known; without it `text` comes back as it is.

        Returns
        -------
        str
            The marks stand around the first ``chưa có số liệu``, else around the whole text.
        """
        if note is None:
            return text
        number = len(self.texts)
        self.texts.append(note)
        before, words, after = text.partition(NO_FIGURE)
        if not words:
            before, words = "", text
        return f"{before}⟦ghi chú {number}⟧{words}⟦/ghi chú {number}⟧{after}"
