"""Decree 30/2020/NĐ-CP, Annex I, on the rendered plan: what the law asks at error level."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText

    Look = Callable[..., Callable[[str], str]]
    Find = Callable[[str], Callable[[str], str]]

ON = {"1", "true", "on"}


@pytest.fixture(scope="module")
def rendered(plan: PlanText, any_template: Path) -> bytes:
    """The plan in each template in turn."""
    return document_bytes(plan, template=any_template)


@pytest.fixture
def root(rendered: bytes, part: Callable[..., etree._Element]) -> etree._Element:
    return part(rendered)


@pytest.fixture
def find(rendered: bytes, root: etree._Element, look: Look) -> Find:
    """How the first paragraph that starts with some words is set."""

    def found(words: str) -> Callable[[str], str]:
        paragraph = next(p for p in paragraphs(root) if text_of(p).startswith(words))
        return look(rendered, paragraph)

    return found


def flowing(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the body's paragraphs between the title's line and the closing table."""
    first, last = root[0].findall(qn("w:tbl"))[:2]
    for block in first.itersiblings():
        if block is last:
            return
        if text_of(block) and block.find(f".//{qn('w:t')}") is not None:
            yield block


def test_every_sheet_is_a4_with_the_decrees_margins(root: etree._Element) -> None:
    for section in root.iter(qn("w:sectPr")):
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        assert size is not None
        assert margins is not None
        assert {size.get(qn("w:w")), size.get(qn("w:h"))} == {"11906", "16838"}
        top, bottom, left, right = (
            int(margins.get(qn(f"w:{side}"), "0")) for side in ("top", "bottom", "left", "right")
        )
        assert 1134 <= top <= 1417
        assert 1134 <= bottom <= 1417
        assert 1701 <= left <= 1984
        assert 851 <= right <= 1134


def test_the_page_number_is_centred_in_the_header_14_pt_and_hidden_on_the_first_page(
    rendered: bytes, root: etree._Element, part: Callable[..., etree._Element], look: Look
) -> None:
    relations = {
        r.get("Id"): r.get("Target") for r in part(rendered, "word/_rels/document.xml.rels")
    }
    for section in root.iter(qn("w:sectPr")):
        headers = {
            reference.get(qn("w:type")): part(
                rendered, f"word/{relations[reference.get(qn('r:id'))]}"
            )
            for reference in section.iter(qn("w:headerReference"))
        }
        assert section.find(qn("w:footerReference")) is None
        (number,) = paragraphs(headers["default"])
        assert "".join(e.text or "" for e in number.iter(qn("w:instrText"))).strip() == "PAGE"
        assert text_of(number).isdigit()
        value = look(rendered, number)
        assert (value("pPr/jc"), value("rPr/sz")) == ("center", "28")
        assert [text_of(p) for p in paragraphs(headers["first"])] == [""]


@pytest.mark.parametrize(
    ("words", "size", "weight", "align"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", "center"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", "center"),
        ("ỦY BAN NHÂN DÂN", 13, "bold", "center"),
        ("TỈNH MINH HỌA", 13, "bold", "center"),
        ("Số:", 13, "", "center"),
        ("Minh Họa, ngày", 14, "italic", "center"),
        ("KẾ HOẠCH", 14, "bold", "center"),
        ("Khắc phục hạn chế, nâng cao", 14, "bold", "center"),
        ("Căn cứ Nghị quyết", 14, "italic", "both"),
        ("Năm 2022, Chỉ số", 14, "", "both"),
        ("I. MỤC ĐÍCH", 14, "bold", "both"),
        ("1. Mục đích", 14, "bold", "both"),
        ("a) Chỉ số", 14, "", "both"),
        ("Nơi nhận:", 12, "bold italic", ""),
        ("- Bộ Nội vụ", 11, "", ""),
        ("TM. ỦY BAN NHÂN DÂN", 14, "bold", "center"),
        ("CHỦ TỊCH", 14, "bold", "center"),
        ("Phụ lục I", 14, "bold", "center"),
        ("MỤC TIÊU PHẤN ĐẤU", 14, "bold", "center"),
        ("(Kèm theo Kế hoạch số", 14, "italic", "center"),
    ],
)
def test_each_component_is_set_as_the_decree_says(
    find: Find, words: str, size: int, weight: str, align: str
) -> None:
    value = find(words)
    assert value("rPr/sz") == str(size * 2)
    assert (value("rPr/b") in ON) == ("bold" in weight)
    assert (value("rPr/i") in ON) == ("italic" in weight)
    assert value("pPr/jc") == align


def test_running_text_is_justified_indented_and_spaced(
    rendered: bytes, root: etree._Element, look: Look
) -> None:
    blocks = [p for p in flowing(root) if look(rendered, p)("pPr/jc") != "center"]
    assert len(blocks) > 50
    for paragraph in blocks:
        value = look(rendered, paragraph)
        assert value("pPr/jc") == "both"
        assert value("pPr/ind@firstLine") == "720"
        assert value("pPr/ind@left") == "0"
        assert int(value("pPr/spacing@after")) >= 120
        assert value("pPr/spacing@lineRule") == "auto"
        assert 240 <= int(value("pPr/spacing@line")) <= 360
        assert value("rPr/sz") == "28"
        assert value("pPr/widowControl") in ON


def test_no_heading_stands_alone_at_the_end_of_a_page(find: Find) -> None:
    for words in (
        "I. MỤC",
        "1. Mục",
        "1.1. ",
        "1.2.1. ",
        "(1) ",
        "Phụ lục I",
        "- Nhiệm vụ, giải pháp:",
    ):
        assert find(words)("pPr/keepNext") in ON
    for words in ("Trong quá trình thực hiện", "TM. ỦY BAN"):  # nor does the signature
        assert find(words)("pPr/keepNext") in ON


def test_letterhead_and_closing_are_borderless_rows_of_two_that_do_not_split(
    root: etree._Element, plan: PlanText
) -> None:
    head, closing = root[0].findall(qn("w:tbl"))[:2]
    cells = [[text_of(p) for p in paragraphs(cell)] for cell in head.iter(qn("w:tc"))]
    assert cells == [
        [*plan.issuer, ""],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""],
        [plan.number],
        [plan.place_date],
    ]
    left, right = ([text_of(p) for p in paragraphs(cell)] for cell in closing.iter(qn("w:tc")))
    assert left == ["Nơi nhận:", *plan.recipients]
    assert right == [*plan.signatory, *[""] * 5, plan.signer]
    for table in (head, closing):
        rows = list(table.iter(qn("w:tr")))
        assert len(list(table.iter(qn("w:cantSplit")))) == len(rows)
        assert next(table.iter(qn("w:tblBorders"), qn("w:tcBorders")), None) is None


def test_the_national_name_fits_its_column(root: etree._Element) -> None:
    widths = [int(c.get(qn("w:w"), "0")) for c in root[0][0].iter(qn("w:gridCol"))]
    assert len(widths) == 2
    assert sum(widths) == 9071
    assert widths[1] >= 5424 + 57  # 95.7 mm of words, a millimetre to spare


def test_lines_are_drawn_not_typed(root: etree._Element) -> None:
    borders = list(root.iter(qn("w:pBdr")))
    assert len(borders) == 3 + 3  # issuer, motto, title; one below each appendix's reference
    for border in borders:
        assert [(e.tag, e.get(qn("w:val"))) for e in border] == [(qn("w:bottom"), "single")]
    assert not any(re.search(r"_{2,}|-{2,}|–{2,}", text_of(p)) for p in paragraphs(root))


def test_the_signers_name_is_bold_in_small_letters_below_the_space(
    small_plan: PlanText, any_template: Path, part: Callable[..., etree._Element], look: Look
) -> None:
    data = document_bytes(replace(small_plan, signer="Nguyễn Văn A"), template=any_template)
    name = next(p for p in paragraphs(part(data)) if text_of(p) == "Nguyễn Văn A")
    value = look(data, name)
    assert (value("rPr/sz"), value("rPr/b"), value("pPr/jc")) == ("28", "1", "center")


def test_the_body_above_a_department_is_light_and_the_department_bold(
    small_plan: PlanText, any_template: Path, part: Callable[..., etree._Element], look: Look
) -> None:
    plan = replace(
        small_plan,
        superior="UBND TỈNH MINH HỌA",
        issuer=("SỞ NỘI VỤ",),
        signatory=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    )
    data = document_bytes(plan, template=any_template)
    root = part(data)
    above, issuer, line = paragraphs(next(root.iter(qn("w:tc"))))
    assert [text_of(above), text_of(issuer)] == ["UBND TỈNH MINH HỌA", "SỞ NỘI VỤ"]
    assert line.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
    for paragraph, bold in ((above, ""), (issuer, "1")):
        value = look(data, paragraph)
        assert (value("rPr/sz"), value("rPr/b"), value("rPr/i")) == ("26", bold, "")
        assert value("pPr/jc") == "center"
        assert value("pPr/spacing@line") == "240"
    assert not any(text_of(p).startswith("TM.") for p in paragraphs(root))


def test_an_appendix_repeats_no_letterhead(root: etree._Element) -> None:
    texts = [text_of(p) for p in paragraphs(root)]
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"):
        assert texts.count(words) == 1
