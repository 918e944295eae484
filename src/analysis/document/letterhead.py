"""The letterhead of a place with a long name: the smaller of the two sizes the decree allows.

Decree 30/2020/NĐ-CP, Annex I, II.1-4: the national name 12-13 points, the motto, the place and date
13-14, the issuer 12-13; place and date stand on one line below the motto.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from analysis.document.layout import bold_width, cell_width
from analysis.document.wordml import PARAGRAPH, TABLE, millimetres, style_id, text_of

if TYPE_CHECKING:
    from lxml import etree

    from analysis.document.wordml import Styles

_PLACE_DATE = "KH Place Date"
_SMALLER = {"KH National Name": 12, "KH Motto": 13, _PLACE_DATE: 13, "KH Issuer": 12}
STYLES = tuple(_SMALLER)

# Columns in twips: the right one as wide as the longest place asks for, the issuer in the rest.
_COLUMNS = (3290, 5781)
# Place and date are in italics, which are this much narrower than the bold that is measured.
_ITALIC = 0.95


def fit_letterhead(body: etree._Element, *, styles: Styles) -> None:
    """Set the letterhead in its smaller sizes if place and date do not fit on their line.

    Parameters
    ----------
    body
        The ``w:body``, filled.
    styles
        The document's styles; all of `STYLES` must be there.
    """
    wanted = styles.id_of(_PLACE_DATE)
    line = next((p for p in body.iter(PARAGRAPH) if style_id(p) == wanted), None)
    if line is None or _fits(line, styles.points(wanted)):
        return
    for name, points in _SMALLER.items():
        styles.set_points(name, points)
    table = next(line.iterancestors(TABLE), None)
    if table is not None:
        _set_columns(table)


def _fits(line: etree._Element, points: float) -> bool:
    room = millimetres(cell_width(line))
    return not room or bold_width(text_of(line), points) * _ITALIC <= room


def _set_columns(table: etree._Element) -> None:
    cells = [qn("w:gridCol"), qn("w:tcW")]
    for tag in cells:
        for place, element in enumerate(table.iter(tag)):
            element.set(qn("w:w"), str(_COLUMNS[place % len(_COLUMNS)]))
