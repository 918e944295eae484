"""The letterhead's lines stand whole, in one of the two sizes of the decree."""

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
    names = ("KH National Name", "KH Motto", "KH Place Date", "KH Issuer", "KH Superior")
    return [styles.points(styles.id_of(name)) for name in names]


NORMAL, SMALLER = [13, 14, 14, 13, 13], [12, 13, 13, 12, 12]


def columns(table: etree._Element) -> list[int]:
    return [int(column.get(qn("w:w"), "0")) for column in table.iter(qn("w:gridCol"))]


def test_a_short_letterhead_keeps_the_templates_columns_and_sizes(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    table, styles = letterhead(part, document_bytes(small_plan, template=template))
    assert (columns(table), sizes(styles)) == ([3458, 5613], NORMAL)


def test_a_long_place_takes_the_room_that_a_short_issuer_leaves(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    plan = replace(small_plan, place_date=LONG)
    table, styles = letterhead(part, document_bytes(plan, template=template))
    left, right = columns(table)
    assert sizes(styles) == NORMAL
    assert (left + right, right > 5613) == (9071, True)


def test_a_long_place_beside_a_long_issuer_takes_the_smaller_sizes(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    plan = replace(small_plan, place_date=LONG, issuer=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"))
    table, styles = letterhead(part, document_bytes(plan, template=template))
    assert sizes(styles) == SMALLER
    assert sum(columns(table)) == 9071


@pytest.mark.parametrize(
    "issuer",
    [
        ("SỞ Y TẾ",),
        ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"),
        ("BAN QUẢN LÝ", "KHU KINH TẾ CỬA KHẨU", "ĐỒNG ĐĂNG - LẠNG SƠN"),
    ],
)
def test_no_line_of_a_department_wraps(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element], issuer: tuple[str]
) -> None:
    plan = replace(small_plan, superior="UBND TỈNH LẠNG SƠN", issuer=issuer)
    table, styles = letterhead(part, document_bytes(plan, template=template))
    points = styles.points(styles.id_of("KH Issuer"))
    left, right = columns(table)
    assert all(bold_width(line, points) < millimetres(left) for line in issuer)
    national = styles.points(styles.id_of("KH National Name"))
    assert bold_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", national) < millimetres(right)


def test_a_line_longer_than_any_column_runs_on_below(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    plan = replace(small_plan, issuer=("SỞ " * 40 + "A",), place_date="Địa danh " * 20 + "dài")
    table, styles = letterhead(part, document_bytes(plan, template=template))
    assert (columns(table), sizes(styles)) == ([9071 - 6047, 6047], SMALLER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('w:val="KHPlaceDate"/></w:pPr><w:r>', 'w:val="Normal"/></w:pPr><w:r>'),
        ('<w:gridCol w:w="3458"/>', '<w:gridCol w:w="3358"/><w:gridCol w:w="100"/>'),
    ],
)
def test_a_letterhead_of_another_make_is_left_as_it_is(
    small_plan: PlanText,
    edited: Callable[..., Path],
    part: Callable[..., etree._Element],
    old: str,
    new: str,
) -> None:
    plan = replace(small_plan, place_date=LONG)
    _, styles = letterhead(part, document_bytes(plan, template=edited(old, new)))
    assert sizes(styles) == NORMAL


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
