"""Runs cut at marks, so that elements can stand between the words of one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Made = Callable[[re.Match[str]], str]

_RUN, _END = "<w:r>", "</w:r>"
_LOOK = re.compile(r"<w:r>(<w:rPr>.*?</w:rPr>|<w:rPr/>|)", re.DOTALL)
_TEXT = '<w:t xml:space="preserve">'
_EMPTY = re.compile(f"<w:r>(<w:rPr>((?!</w:rPr>).)*</w:rPr>|<w:rPr/>|){_TEXT}</w:t></w:r>")


def cut_at_marks(xml: str, marks: re.Pattern[str], made: Made) -> str:
    """Return a document with elements in the place of the marks in its texts.

    Parameters
    ----------
    xml
        The document; its runs have no attributes.
    marks
        Finds the marks in a run; each begins with ``⟦``.
    made
        Makes the elements that stand beside the runs in the place of one mark.

    Returns
    -------
    str
        The document; words before and after a mark keep the look of their run.
    """
    pieces: list[str] = []
    done = 0
    while (mark := xml.find("⟦", done)) >= 0:
        start, end = xml.rfind(_RUN, done, mark), xml.find(_END, mark) + len(_END)
        if start < 0 or end < mark:  # not within a run: left for the last check to tell
            break
        pieces += (xml[done:start], _cut(xml[start:end], marks, made))
        done = end
    return "".join((*pieces, xml[done:]))


def _cut(run: str, marks: re.Pattern[str], made: Made) -> str:
    look, run = _LOOK.match(run), run.replace("<w:t>", _TEXT)
    again = f"{_RUN}{look[1] if look else ''}{_TEXT}"
    cut = marks.sub(lambda mark: f"</w:t></w:r>{made(mark)}{again}", run)
    return _EMPTY.sub("", cut)
