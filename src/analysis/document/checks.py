"""What in a plan cannot be printed as it stands: its characters, its tables, its footnotes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.bounds import size_faults
from analysis.document.context import notes, strings, texts
from analysis.errors import Fault, FaultText, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.plan.text import Appendix, Cell, Footnote, PlanText, Row

# Refused, not stripped: a character that vanishes changes what the plan says, and nobody would see
# it. By category: controls (one string is one paragraph, so line breaks and tabs too; a cell may
# have several lines), format characters (soft hyphens, joiners, direction marks, tags: they turn
# text around or hide in it, and no Vietnamese text needs one), halves of letters, letters of symbol
# fonts (private use: no shape in Times New Roman), what is not assigned, separators of lines.
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks by category that print nothing all the same: joiners, fillers, variation marks.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_MOST_NAMED = 5
_MARKS = re.compile(r"\{[{%#_]|[}%#_]\}|[⟦⟧]")


def text_faults(plan: PlanText) -> list[Fault]:
    """Return what in the plan cannot be printed as it stands.

    Parameters
    ----------
    plan
        The plan.

    Returns
    -------
    list of Fault
        More or longer texts than any plan has. Else characters that nobody sees, the template's
        own marks, text that is not NFC; ragged table rows and merged cells with nothing to
        continue; footnotes whose place is not in their text.
    """
    every = texts(plan)
    if faults := size_faults(every):
        return faults
    unseen = [
        (m.TABLE_SUMMARY.format(label=appendix.label), appendix.table.summary)
        for appendix in plan.appendices
    ]
    unseen += [
        (m.PICTURE_ALT.format(label=appendix.label), cell.picture.alt)
        for appendix in plan.appendices
        for row in appendix.table.rows
        for cell in row.cells
        if cell.picture is not None
    ]
    if not _is_plain(" ".join([*every, *(text for _, text in unseen)])):
        for where, text in (*strings(plan), *notes(plan), *unseen):
            faults.extend(_letter_faults(where, text))
    for number, paragraph in enumerate(plan.body, start=1):
        place = Place(detail=m.BODY_PARAGRAPH.format(number=number))
        found = _footnote_faults(paragraph.footnotes, paragraph.text)
        faults.extend(entry.at(place, **values) for entry, values in found)
    for appendix in plan.appendices:
        faults.extend(_table_faults(appendix))
    return faults


def _is_plain(text: str) -> bool:
    """Return whether nothing that `_letter_faults` tells can be in a text.

    This is fast enough to ask it of all texts of a plan at once.
    """
    return (
        text.replace("\u00a0", " ").isprintable()  # only categories of `_REFUSED` are not
        and _BLANK.search(text) is None
        and not any(sign in text for sign in "{}⟦⟧")
        and unicodedata.is_normalized("NFC", text)
    )


def _letter_faults(where: str, text: str) -> Iterator[Fault]:
    place = Place(detail=where)
    if unseen := sorted(filter(_unseen, set(text))):
        names = ", ".join(f"U+{ord(letter):04X}" for letter in unseen[:_MOST_NAMED])
        yield m.TEXT_CONTROL.at(place, text=_shown(text), names=names)
    if found := _MARKS.findall(text):
        yield m.TEXT_MARKS.at(place, text=_shown(text), marks=" ".join(found))
    if not unicodedata.is_normalized("NFC", text):
        yield m.TEXT_NOT_NFC.at(place, text=_shown(text))


def _unseen(letter: str) -> bool:
    """Return whether a character may not stand in a plan, as nobody would see it.

    Examples
    --------
    >>> _unseen("Đ"), _unseen(chr(0x00A0)), _unseen(chr(0x202E))
    (False, False, True)
    """
    return unicodedata.category(letter) in _REFUSED or _BLANK.match(letter) is not None


def _table_faults(appendix: Appendix) -> Iterator[Fault]:
    table, label = appendix.table, appendix.label
    above: Row | None = None
    for number, row in enumerate(table.rows, start=1):
        if len(row.cells) != len(table.columns):
            place = Place(detail=m.TABLE_ROW.format(label=label, row=number))
            yield m.ROW_CELLS.at(place, found=len(row.cells), columns=len(table.columns))
        for column, cell in zip(table.columns, row.cells, strict=False):
            if cell.merged or cell.footnotes:
                for entry, values in _cell_faults(cell, row, above):
                    where = m.TABLE_CELL.format(label=label, row=number, column=column.title)
                    yield entry.at(Place(detail=where), **values)
        above = row


def _cell_faults(
    cell: Cell, row: Row, above: Row | None
) -> Iterator[tuple[FaultText, dict[str, str]]]:
    """Yield what is wrong with a cell that continues another or has footnotes.

    A group's or a total's cells continue nothing and are not continued: they part the table.
    """
    if not cell.merged:
        yield from _footnote_faults(cell.footnotes, cell.text)
        return
    if above is None or above.kind != "data" or row.kind != "data":
        yield m.MERGED_ALONE, {}
    if own := cell.text or cell.note or "".join(f.text for f in cell.footnotes):
        yield m.MERGED_FILLED, {"text": _shown(own)}


def _footnote_faults(
    footnotes: Sequence[Footnote], text: str
) -> Iterator[tuple[FaultText, dict[str, str]]]:
    for footnote in footnotes:
        if not footnote.after or footnote.after not in text:
            yield m.FOOTNOTE_PLACE, {"after": _shown(footnote.after)}


def _shown(text: str) -> str:
    return "".join("·" if _unseen(letter) else letter for letter in text[:80])
