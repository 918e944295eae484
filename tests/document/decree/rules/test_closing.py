"""Recipients, signature, appendices: each change is found under the rule that it breaks."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from tests.document.decree.edits import (
    EMPTY,
    Parts,
    after,
    both,
    cells_swapped,
    column,
    copied,
    gone,
    layout,
    letters,
    retold,
    row,
    section,
    section_without,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.edits import Edit

COLLECTIVE, POSITION, NAME = "TM. ỦY BAN", "=CHỦ TỊCH", "Nguyễn Văn A"
LABEL, FIRST, ARCHIVE = "Nơi nhận:", "- Bộ Nội vụ", "- Lưu: VT"
ONE, TITLE, REFERENCE = "=Phụ lục I", "MỤC TIÊU PHẤN ĐẤU CHỈ SỐ CẢI CÁCH", "(Kèm theo"


def signature_alone(parts: Parts) -> None:
    """Recipients and signature in rows of their own."""
    closing = parts.tables()[1]
    first = closing.find(qn("w:tr"))
    assert first is not None
    second = deepcopy(first)
    first.addnext(second)
    for at, found in enumerate((first, second)):
        cell = found.findall(qn("w:tc"))[1 - at]
        for paragraph in cell.findall(qn("w:p"))[1:]:
            cell.remove(paragraph)
        for text in cell.iter(qn("w:t")):
            text.text = ""


def recipients_gone(parts: Parts) -> None:
    """An empty left cell."""
    cell = parts.tables()[1].find(f".//{qn('w:tc')}")
    assert cell is not None
    for text in cell.iter(qn("w:t")):
        text.text = ""


def without_space(parts: Parts) -> None:
    """No room between position and name."""
    for paragraph in list(parts.paragraph(POSITION).itersiblings()):
        if not list(paragraph.iter(qn("w:t"))):
            parent = paragraph.getparent()
            assert parent is not None
            parent.remove(paragraph)


DEPUTY = both(words("CHỦ TỊCH", "KT. CHỦ TỊCH"), copied("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))

CASES: list[tuple[str, Edit, set[str]]] = [
    # --- signature ---
    ("no name when issued", words("Nguyễn Văn A", ""), {"META-03"}),
    ("no recipients", recipients_gone, {"META-03"}),
    ("a light position", letters(POSITION, b=0), {"KY-01"}),
    ("a position in small letters", words("CHỦ TỊCH", "Chủ tịch"), {"KY-01"}),
    ("a position on the left", layout(POSITION, jc="left"), {"KY-01"}),
    ("T/M", words("TM. ỦY", "T/M ỦY"), {"KY-02"}),
    ("TM without a dot", words("TM. ỦY", "TM ỦY"), {"KY-02"}),
    ("TM. without a blank", words("TM. ỦY", "TM.ỦY"), {"KY-02"}),
    ("a chair alone", gone(COLLECTIVE), {"KY-03"}),
    ("a deputy in place of the chair", DEPUTY, set()),
    ("a deputy on his own", words("CHỦ TỊCH", "PHÓ CHỦ TỊCH"), {"KY-03"}),
    ("in place of the chair, nobody", words("CHỦ TỊCH", "KT. CHỦ TỊCH"), {"KY-03"}),
    ("in charge", both(DEPUTY, words("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH PHỤ TRÁCH")), {"KY-05"}),
    (
        "a title that is none",
        both(DEPUTY, words("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"), copied("PHÓ CHỦ TỊCH", "TỔ TRƯỞNG")),
        {"KY-06"},
    ),
    ("a light name", letters(NAME, b=0), {"KY-07"}),
    ("a name in capitals", words("Nguyễn Văn A", "NGUYỄN VĂN AN"), {"KY-07"}),
    ("a name in 12 points", letters(NAME, sz=24), {"KY-07"}),
    ("a doctor", words("Nguyễn Văn A", "TS. Nguyễn Văn A"), {"KY-08"}),
    ("a name with a small syllable", words("Nguyễn Văn A", "Nguyễn văn An"), {"VH-02"}),
    ("a signature on the left", cells_swapped(1, 0), {"KY-09"}),
    ("a signature in another row", signature_alone, {"KY-09"}),
    ("no room to sign", without_space, {"KY-10"}),
    ("a block that splits", row(1, 0, cantSplit=None), {"KY-10"}),
    # --- recipients ---
    ("Nơi nhận without a colon", words("Nơi nhận:", "Nơi nhận"), {"NN-01"}),
    ("a misspelt label", words("Nơi nhận:", "Nơi nhân:"), {"NN-01"}),
    ("an upright label", letters(LABEL, i=0), {"NN-01"}),
    ("a label in 13 points", letters(LABEL, sz=26), {"NN-01"}),
    ("a label set in", layout(LABEL, ind={"left": 720}), {"NN-01"}),
    ("a list in 12 points", letters(FIRST, sz=24), {"NN-02"}),
    ("an italic list", letters(FIRST, i=1), {"NN-02"}),
    ("no dash", words("- Bộ Nội vụ (", "Bộ Nội vụ ("), {"NN-03"}),
    ("a comma at the end", words("(để báo cáo);", "(để báo cáo),"), {"NN-03"}),
    ("no archive", words("- Lưu: VT, NC.", "- Các phòng."), {"NN-04"}),
    ("an archive without a stop", words("- Lưu: VT, NC.", "- Lưu: VT, NC"), {"NN-04"}),
    ("an archive with copies", words("- Lưu: VT, NC.", "- Lưu: VT, NC (2)."), set()),
    ("as above", words("- Bộ Nội vụ (để báo cáo);", "- Như trên;"), {"NN-05"}),
    ("a department without the plan", gone("- Các sở, ban"), {"NN-06"}),
    ("a drafter in small letters", words("VT, NC.", "VT, NC. hùng"), {"NN-07"}),
    # --- appendices ---
    (
        "an Arabic number",
        retold(ONE, "Phụ lục 1"),
        {"PL-01", "PL-17"},
    ),
    ("an appendix in capitals", letters(ONE, caps=1), {"PL-03"}),
    ("a light label", letters(ONE, b=0), {"PL-03"}),
    ("a label in 13 points", letters(ONE, sz=26), {"PL-03"}),
    (
        "a colon after the label",
        retold(ONE, "Phụ lục I:"),
        {"PL-03"},
    ),
    (
        "a title in small letters",
        words(
            "MỤC TIÊU PHẤN ĐẤU CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023", "Mục tiêu phấn đấu năm 2023"
        ),
        {"PL-04"},
    ),
    ("an italic title", letters(TITLE, i=1), {"PL-04"}),
    ("no reference", gone(REFERENCE), {"PL-05"}),
    ("another number", words("Kế hoạch số 05/KH", "Kế hoạch số 07/KH"), {"PL-05"}),
    ("another day", words("KH-UBND ngày 05 tháng 6", "KH-UBND ngày 06 tháng 6"), {"PL-05"}),
    ("a colon after số", words("Kế hoạch số 05", "Kế hoạch số: 05"), {"PL-05"}),
    ("an upright reference", letters(REFERENCE, i=0), {"PL-06"}),
    ("a bold reference", letters(REFERENCE, b=1), {"PL-06"}),
    ("pages counted on", section_without(1, "pgNumType"), {"PL-09"}),
    ("a number on its first page", section_without(1, "titlePg"), {"PL-10"}),
    ("on the same page", section(1, "type", val="continuous"), {"PL-11"}),
    (
        "a motto on an appendix",
        copied(REFERENCE, "Độc lập - Tự do - Hạnh phúc"),
        {"PL-08", "PL-13"},
    ),
    ("a head that is not repeated", row(2, 0, tblHeader=None), {"PL-15"}),
    ("rows that split", row(2, -1, cantSplit=None), {"PL-15"}),
    ("a table wider than the sheet", column(2, 1, 9000), {"PL-15"}),
    ("a gap below the label", after(ONE, EMPTY), set()),
]


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_changed_closing_is_found(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit) == expected


DEPARTMENT: list[tuple[str, Edit, set[str]]] = [
    ("a collective over one head", words("KT. GIÁM ĐỐC", "TM. GIÁM ĐỐC"), {"KY-04"}),
    ("a deputy on his own", gone("KT. GIÁM"), {"KY-04"}),
    ("the head", both(gone("KT. GIÁM"), words("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC")), set()),
]


@pytest.mark.parametrize(
    ("edit", "expected"), [c[1:] for c in DEPARTMENT], ids=[c[0] for c in DEPARTMENT]
)
def test_a_changed_signature_of_a_department_is_found(
    department: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(department, edit) == expected


@pytest.mark.parametrize(("medium", "expected"), [("paper", {"PL-07"}), ("electronic", set())])
def test_blanks_in_a_reference_are_for_electronic_documents(
    province: bytes, newly: Callable[..., set[str]], medium: str, expected: set[str]
) -> None:
    edit = words("Kế hoạch số 05/KH", "Kế hoạch số      /KH")
    assert newly(province, edit, medium=medium) == expected


def test_a_single_appendix_has_no_number(province: bytes, newly: Callable[..., set[str]]) -> None:
    def others_gone(parts: Parts) -> None:
        body = parts.main[0]
        at = list(body).index(parts.paragraph("=Phụ lục II"))
        for block in list(body)[at:-1]:
            body.remove(block)

    assert newly(province, others_gone) == {"PL-02", "PL-17", "PAGE-03"}
