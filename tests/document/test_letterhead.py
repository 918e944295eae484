"""Place and date stand on one line for every province, in one of the two sizes of the decree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from analysis.document.layout import bold_width, cell_width
from analysis.document.render import document_bytes
from analysis.document.wordml import Styles, millimetres, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs

LONG = "Thành phố Hồ Chí Minh, ngày     tháng 6 năm 2026"


def letterhead(part: Callable[..., etree._Element], data: bytes) -> tuple[etree._Element, Styles]:
    body = part(data)
    return next(body.iter(qn("w:tbl"))), Styles(part(data, "word/styles.xml"))


def sizes(styles: Styles) -> list[float]:
    names = ("KH National Name", "KH Motto", "KH Place Date", "KH Issuer")
    return [styles.points(styles.id_of(name)) for name in names]


@pytest.mark.parametrize(
    ("place", "points"),
    [("Lạng Sơn, ngày     tháng 6 năm 2026", [13, 14, 14, 13]), (LONG, [12, 13, 13, 12])],
)
def test_a_long_place_takes_the_smaller_sizes(
    small_plan: PlanText,
    template: Path,
    part: Callable[..., etree._Element],
    place: str,
    points: list[float],
) -> None:
    plan = replace(small_plan, place_date=place)
    _, styles = letterhead(part, document_bytes(plan, template=template))
    assert sizes(styles) == points


def test_the_columns_still_fill_the_page(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    plan = replace(small_plan, place_date=LONG)
    table, _ = letterhead(part, document_bytes(plan, template=template))
    widths = [int(column.get(qn("w:w"), "0")) for column in table.iter(qn("w:gridCol"))]
    assert sum(widths) == 9071


def test_place_and_date_of_every_province_stand_on_one_line(
    inputs: Inputs, small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    for unit_set in ("63", "34"):
        for unit in inputs.places.in_set(unit_set):
            name = "Thành phố Hồ Chí Minh" if unit.name == "Hồ Chí Minh" else unit.name
            text = f"{name}, ngày     tháng 6 năm 2026"
            if len(text) < len("Bà Rịa - Vũng Tàu, ngày     tháng 6 năm 2026"):
                continue
            plan = replace(small_plan, place_date=text)
            table, styles = letterhead(part, document_bytes(plan, template=template))
            (line,) = [p for p in table.iter(qn("w:p")) if text_of(p) == text]
            points = styles.points(styles.id_of("KH Place Date"))
            assert bold_width(text, points) * 0.95 <= millimetres(cell_width(line))
