"""Marks that stand in the rendered text until code puts the real thing in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.document.messages import NO_FIGURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.plan.text import Footnote, Picture

MARK = re.compile(r"⟦(?:(?P<ends>/?)ghi chú (?P<note>\d+)|chú thích (?P<footnote>\d+))⟧")
"""What `Notes.marked` puts into a text: both ends of a note, or the place of a footnote."""


def table_slot(number: int) -> str:
    """Return the text of the paragraph that the table of appendix `number` replaces."""
    return f"⟦bảng {number}⟧"


def section_end(number: int) -> str:
    """Return the text of the paragraph that ends the section of appendix `number`."""
    return f"⟦hết phụ lục {number}⟧"


@dataclass(slots=True)
class Notes:
    """Collects notes, footnotes and pictures of one rendering in document order, marks their words.

    Examples
    --------
    >>> from analysis.plan.text import Footnote
    >>> notes = Notes()
    >>> notes.marked("PAPI: chưa có số liệu.", "Chưa công bố")
    'PAPI: ⟦ghi chú 0⟧chưa có số liệu⟦/ghi chú 0⟧.'
    >>> notes.marked("–", "Không xếp hạng"), notes.texts
    ('⟦ghi chú 1⟧–⟦/ghi chú 1⟧', ['Chưa công bố', 'Không xếp hạng'])
    >>> notes.marked("a chưa có số liệu, b chưa có số liệu", "một", "hai")
    'a ⟦ghi chú 2⟧chưa có số liệu⟦/ghi chú 2⟧, b ⟦ghi chú 3⟧chưa có số liệu⟦/ghi chú 3⟧'
    >>> notes.marked("Kế hoạch số 27, số 28", footnotes=[Footnote("số 27", "Ngày 09/02/2023.")])
    'Kế hoạch số 27⟦chú thích 0⟧, số 28'
    """

    texts: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def placed(self, picture: Picture) -> int:
        """Return the place of a picture among those of the document, from 0."""
        self.pictures.append(picture)
        return len(self.pictures) - 1

    def marked(self, text: str, *reasons: str | None, footnotes: Sequence[Footnote] = ()) -> str:
        """Return `text` with the words that each note explains between two marks.

        Parameters
        ----------
        text
            A paragraph's or a cell's text.
        *reasons
            Why the figures are not known, in their order; without any `text` comes back as it is.
        footnotes
            The text's footnotes; what each stands after must be in the text.

        Returns
        -------
        str
            The marks of each note stand around one ``chưa có số liệu`` after the other, else
            around the whole text; a footnote's mark stands where its reference will.
        """
        text = self._with_footnotes(text, footnotes)
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

    def _with_footnotes(self, text: str, footnotes: Sequence[Footnote]) -> str:
        ends = [text.index(footnote.after) + len(footnote.after) for footnote in footnotes]
        marked, done = "", 0
        for end, footnote in sorted(zip(ends, footnotes, strict=True), key=lambda pair: pair[0]):
            marked += f"{text[done:end]}⟦chú thích {len(self.footnotes)}⟧"
            self.footnotes.append(footnote.text)
            done = end
        return marked + text[done:]

    def _around(self, words: str, note: str) -> str:
        number = len(self.texts)
        self.texts.append(note)
        return f"⟦ghi chú {number}⟧{words}⟦/ghi chú {number}⟧"
