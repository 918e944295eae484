"""The letterhead of bodies and places with long names: columns and sizes that keep lines whole.

Decree 30/2020/NĐ-CP, Annex I, II.1-4: the national name 12-13 points, the motto, the place and date
13-14, the issuer and the body above it 12-13; place and date stand on one line below the motto.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from analysis.document.layout import bold_width
from analysis.document.wordml import PARAGRAPH, TABLE, paragraphs, style_id, text_of, twips

if TYPE_CHECKING:
    from lxml import etree

    from analysis.document.wordml import Styles

_PLACE_DATE, _SUPERIOR = "KH Place Date", "KH Superior"
_SMALLER = {
    "KH National Name": 12,
    "KH Motto": 13,
    _PLACE_DATE: 13,
    _SUPERIOR: 12,
    "KH Issuer": 12,
}
STYLES = tuple(_SMALLER)

_LIGHT = 0.95  # upright and italic letters are this much narrower than the bold that is measured
_SPARE = twips(1)


def smaller(styles: Styles) -> Styles:
    """Return the styles with the letterhead in the smaller of the decree's sizes."""
    made = styles.copy()
    for name, points in _SMALLER.items():
        made.set_points(name, points)
    return made


def fit_letterhead(body: etree._Element, *, styles: Styles, smaller: Styles) -> Styles:
    """Give the letterhead's columns the room that its lines ask for.

    The template's columns stay while every line fits. Else the right column becomes as wide as its
    longest line and the issuer has the rest; if that is too little, all is set in the smaller of
    the decree's sizes, and a line that is still too long runs on below.

    Parameters
    ----------
    body
        The ``w:body``, filled.
    styles, smaller
        The template's styles, and these with the letterhead in the smaller sizes.

    Returns
    -------
    Styles
        Those of the two that the letterhead needs.
    """
    wanted = styles.id_of(_PLACE_DATE)
    line = next((p for p in body.iter(PARAGRAPH) if style_id(p) == wanted), None)
    table = None if line is None else next(line.iterancestors(TABLE), None)
    if table is None:
        return styles
    columns = [int(str(column.get(qn("w:w")))) for column in table.iter(qn("w:gridCol"))]
    if len(columns) != 2:
        return styles
    for chosen in (styles, smaller):
        left, right = _needs(table, chosen)
        if left <= columns[0] and right <= columns[1]:
            return chosen
        if left + right <= sum(columns):
            break
    right = min(right, sum(columns) * 2 // 3)
    _set_columns(table, (sum(columns) - right, right))
    return chosen


def _needs(table: etree._Element, styles: Styles) -> tuple[int, int]:
    """Return how wide the longest line of each column is, in twips."""
    light = {styles.id_of(name) for name in (_PLACE_DATE, _SUPERIOR)}
    needs = [0, 0]
    for row in table.iter(qn("w:tr")):
        for column, cell in enumerate(row.iterchildren(qn("w:tc"))):
            for paragraph in paragraphs(cell):
                style = style_id(paragraph)
                width = bold_width(text_of(paragraph), styles.points(style))
                width *= _LIGHT if style in light else 1
                needs[column] = max(needs[column], twips(width) + _SPARE)
    return needs[0], needs[1]


def _set_columns(table: etree._Element, columns: tuple[int, int]) -> None:
    for tag in (qn("w:gridCol"), qn("w:tcW")):
        for place, element in enumerate(table.iter(tag)):
            element.set(qn("w:w"), str(columns[place % 2]))
