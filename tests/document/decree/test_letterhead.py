"""Who issues a document, told from the lines above its title."""

from __future__ import annotations

import pytest
from lxml import etree

from analysis.document.decree.letterhead import read_letterhead
from analysis.document.decree.model import Layout, Look, Paragraph, Run, Spot
from analysis.document.decree.pieces import Line, Side, entire, lines_of

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def paragraph(text: str, *, bold: bool = True, number: int = 1) -> Paragraph:
    run = Run(text, Look(bold=bold))
    return Paragraph((run,), Layout(align="center"), Spot(number), etree.Element("p"))


def line(text: str, side: Side = "left") -> Line:
    """A line; a star before it makes it light."""
    return entire(paragraph(text.lstrip("*"), bold=not text.startswith("*")), side)


@pytest.mark.parametrize(
    ("names", "superior", "issuer_class", "unit", "unit_name"),
    [
        (["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"], 0, "committee", "tinh", "LÀO CAI"),
        (["UỶ BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"], 0, "committee", "thanh pho", "CẦN THƠ"),
        (["ỦY BAN NHÂN DÂN", "HUYỆN BÌNH GIA"], 0, "committee", "huyen", "BÌNH GIA"),
        (["ỦY BAN NHÂN DÂN", "XÃ MỸ TÚ"], 0, "committee", "xa", "MỸ TÚ"),
        (["*ỦY BAN NHÂN DÂN", "PHƯỜNG TRẦN PHÚ"], 0, "committee", "phuong", "TRẦN PHÚ"),
        (["ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUỐC"], 0, "committee", "dac khu", "PHÚ QUỐC"),
        (["UBND TỈNH LÀO CAI"], 0, "committee", "tinh", "LÀO CAI"),
        (["*UBND TỈNH LÀO CAI", "SỞ NỘI VỤ"], 1, "single head", "tinh", "LÀO CAI"),
        (["UBND TỈNH LÀO CAI", "SỞ NỘI VỤ"], 1, "single head", "tinh", "LÀO CAI"),
        (
            ["*ỦY BAN NHÂN DÂN", "*TỈNH LÀO CAI", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
            2,
            "single head",
            "tinh",
            "LÀO CAI",
        ),
        (
            ["*UBND TỈNH LẠNG SƠN", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"],
            1,
            "single head",
            "tinh",
            "LẠNG SƠN",
        ),
        (["*UBND XÃ MỸ TÚ", "PHÒNG VĂN HÓA - XÃ HỘI"], 1, "single head", "xa", "MỸ TÚ"),
        (["*SỞ Y TẾ", "CHI CỤC DÂN SỐ"], 1, "single head", "", ""),
        (["SỞ NỘI VỤ"], 0, "single head", "", ""),
        (["CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"], 0, "chairman", "tinh", "LÀO CAI"),
        (["HỘI LIÊN HIỆP PHỤ NỮ", "TỈNH LÀO CAI"], 0, "other", "tinh", "LÀO CAI"),
    ],
)
def test_the_issuer_and_the_body_above_are_parted(
    names: list[str], superior: int, issuer_class: str, unit: str, unit_name: str
) -> None:
    left = [line(name) for name in [*names, "Số: 05/KH-ABC"]]
    right = [line(text, "right") for text in [*RIGHT, "Lào Cai, ngày 05 tháng 02 năm 2026"]]
    head = read_letterhead([*left, *right])
    assert [found.words for found in head.superior] == [n.lstrip("*") for n in names[:superior]]
    assert [found.words for found in head.issuer] == [n.lstrip("*") for n in names[superior:]]
    assert (head.issuer_class, head.unit, head.unit_name) == (issuer_class, unit, unit_name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national"),
        ("Cộng hòa xã hội chủ nghiã Việt Nam", "national"),
        ("Độc lập – Tự do – Hạnh phúc", "motto"),
        ("Độc lập Tự do Hạnh phúc", "motto"),
        ("Số 5/KH-UBND", "number"),
        ("Sô: 05/KH-UBND", "number"),
        ("/KH-UBND", "number"),
        ("Lào Cai, ngày     tháng     năm 2026", "date"),
        ("Lào Cai ngày 5/2/2026", "date"),
    ],
)
def test_a_near_miss_is_known_for_what_it_is(text: str, name: str) -> None:
    head = read_letterhead([line("ỦY BAN NHÂN DÂN"), line("TỈNH LÀO CAI"), line(text)])
    found = getattr(head, name)
    assert found is not None
    assert found.words == " ".join(text.split())


def test_a_drawn_line_is_no_name() -> None:
    names = ("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI", "_______", "Số: 05/KH-UBND")
    head = read_letterhead([line(name) for name in names])
    assert [found.words for found in head.issuer] == ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: 05\tLào Cai, ngày 05", [("Số: 05", "left"), ("Lào Cai, ngày 05", "right")]),
        ("\tLào Cai, ngày 05", [("Lào Cai, ngày 05", "right")]),
        ("\t\tMột\t\tHai", [("Một", "left"), ("Hai", "right")]),
        ("Một\nHai", [("Một", "middle"), ("Hai", "middle")]),
    ],
)
def test_tabs_and_breaks_part_a_paragraph(text: str, expected: list[tuple[str, str]]) -> None:
    lines = [found for found in lines_of(paragraph(text), None, room=9071) if found.words]
    assert [(found.words, found.side) for found in lines] == expected
