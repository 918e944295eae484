"""What a plan must be before anything is rendered."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from analysis.document.checks import text_faults
from analysis.plan.text import Cell, Footnote, Paragraph, PlanText, Row

MERGED = Cell("", merged=True)


def codes(plan: PlanText) -> list[str]:
    return [fault.code for fault in text_faults(plan)]


def test_a_clean_plan_has_no_faults(plan: PlanText) -> None:
    assert codes(plan) == []


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\n", "\t", "\x85", "\u2028", "\uf0b7"])
def test_characters_that_print_nothing_are_refused_not_stripped(plan: PlanText, char: str) -> None:
    (fault,) = text_faults(replace(plan, title=f"Kế{char}hoạch"))
    assert (fault.code, fault.place.detail) == ("DO-20", "trích yếu")
    assert char not in fault.what


FORMATS = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"]


def test_every_format_character_is_refused_in_any_plan(plan: PlanText) -> None:
    known = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u202e\u2060\u2066\u2069\ufeff\U000e0041"
    assert set(known) <= set(FORMATS)
    body = tuple(Paragraph("body", f"Kế{char}hoạch") for char in FORMATS)
    faults = text_faults(replace(plan, body=body))
    assert [fault.code for fault in faults] == ["DO-20"] * len(FORMATS)
    assert not any(char in fault.what for char, fault in zip(FORMATS, faults, strict=True))


@pytest.mark.parametrize(
    "char",
    [
        *"\u034f\u115f\u1160\u17b4\u17b5\u180b\u2800\u3164\ufe0e\ufe0f\uffa0\U000e0100",  # blank
        *"\ufdd0\uffff\U000e0000\U000e007f",  # assigned to nothing, or tags
        "\ud800",
    ],
    ids=lambda char: f"{ord(char):04X}",
)
def test_letters_and_marks_that_print_nothing_are_refused(plan: PlanText, char: str) -> None:
    (fault,) = text_faults(replace(plan, title=f"Kế{char}hoạch"))
    assert fault.code == "DO-20"


def test_what_is_not_seen_is_told_by_its_number_and_shown_as_a_dot(plan: PlanText) -> None:
    (fault,) = text_faults(replace(plan, title="Kế\u2066 hoạch\U000e0041\t"))
    assert "“Kế· hoạch··”" in fault.what
    assert "U+0009, U+2066, U+E0041" in fault.what


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 27/QĐ-UBND: tỷ lệ ≥ 95,5%, giảm ½ số thủ tục; “một cửa”…",
        "Tỉnh\u00a0Thừa Thiên Huế – Đắk Lắk — Bà Rịa-Vũng Tàu",
        "".join(
            chr(code) for code in (*range(0x20, 0x7B), *range(0xA1, 0xAD), *range(0xC0, 0x180))
        ),
        "".join(chr(code) for code in range(0x1EA0, 0x1EFA)),
    ],
    ids=["signs", "names", "latin", "vietnamese"],
)
def test_what_vietnamese_texts_are_written_with_is_let_through(plan: PlanText, text: str) -> None:
    assert codes(replace(plan, title=text)) == []


@pytest.mark.parametrize("mark", ["{{", "}}", "{%", "%}", "{#", "{_{", "⟦", "⟧"])
def test_the_marks_of_templates_are_refused(plan: PlanText, mark: str) -> None:
    faults = text_faults(replace(plan, body=(Paragraph("body", f"Nhiệm vụ {mark} khác"),)))
    assert [fault.code for fault in faults] == ["DO-21"]
    assert faults[0].place.detail == "đoạn 1 của nội dung"


def test_decomposed_letters_are_refused(plan: PlanText) -> None:
    assert codes(replace(plan, signer=unicodedata.normalize("NFD", "Nguyễn Văn A"))) == ["DO-22"]


def test_a_note_is_checked_like_text(plan: PlanText) -> None:
    assert codes(replace(plan, body=(Paragraph("body", "a", notes=("b\tc",)),))) == ["DO-20"]


def test_a_ragged_row_is_refused_with_its_place(plan: PlanText) -> None:
    appendix = plan.appendices[0]
    rows = (*appendix.table.rows[:2], Row("data", (Cell("1"), Cell("x"))))
    ragged = replace(appendix, table=replace(appendix.table, rows=rows))
    (fault,) = text_faults(replace(plan, appendices=(ragged,)))
    assert (fault.code, fault.place.detail) == ("DO-23", "bảng của Phụ lục I, dòng 3")


def test_all_faults_come_at_once(plan: PlanText) -> None:
    assert sorted(codes(replace(plan, title="a\tb", number="{{", kind="c\x00"))) == [
        "DO-20",
        "DO-20",
        "DO-21",
    ]


def with_rows(plan: PlanText, *rows: Row) -> PlanText:
    """Return the plan with one appendix of six columns that holds `rows`."""
    appendix = plan.appendices[0]
    table = replace(appendix.table, rows=rows)
    return replace(plan, appendices=(replace(appendix, table=table),))


def row(kind: str, *cells: Cell) -> Row:
    return Row(kind, (*cells, *[Cell("x")] * (6 - len(cells))))  # type: ignore[arg-type]


def places(plan: PlanText) -> list[tuple[str, str]]:
    return [(fault.code, fault.place.detail) for fault in text_faults(plan)]


def test_a_cell_may_continue_the_one_above_in_any_column(plan: PlanText) -> None:
    rows = (row("data"), row("data", MERGED, Cell("a"), MERGED), row("data", *[MERGED] * 6))
    assert codes(with_rows(plan, *rows)) == []


def test_a_merged_cell_needs_an_ordinary_cell_above(plan: PlanText) -> None:
    first = with_rows(plan, row("data", MERGED))
    assert places(first) == [("DO-25", "bảng của Phụ lục I, dòng 1, cột “STT”")]
    below_group = with_rows(plan, row("group"), row("data", Cell("1"), MERGED))
    assert places(below_group) == [("DO-25", "bảng của Phụ lục I, dòng 2, cột “Nội dung”")]
    in_group = with_rows(plan, row("data"), row("group", MERGED))
    assert codes(in_group) == ["DO-25"]


@pytest.mark.parametrize(
    "own",
    [
        Cell("chữ", merged=True),
        Cell("", note="chưa công bố", merged=True),
        Cell("", merged=True, footnotes=(Footnote("a", "b"),)),
    ],
)
def test_a_merged_cell_has_nothing_of_its_own(plan: PlanText, own: Cell) -> None:
    assert codes(with_rows(plan, row("data"), row("data", own))) == ["DO-26"]


@pytest.mark.parametrize("after", ["số 9", "", "SỐ 27"])
def test_a_footnote_stands_after_words_of_its_text(plan: PlanText, after: str) -> None:
    footnotes = (Footnote(after, "Ngày 09/02/2023."),)
    body = (Paragraph("body", "Kế hoạch số 27", footnotes=footnotes),)
    cell = row("data", Cell("Kế hoạch\nsố 27", footnotes=footnotes))
    assert places(with_rows(replace(plan, body=body), cell)) == [
        ("DO-27", "đoạn 1 của nội dung"),
        ("DO-27", "bảng của Phụ lục I, dòng 1, cột “STT”"),
    ]


def test_a_footnote_may_stand_after_a_whole_line_of_a_cell(plan: PlanText) -> None:
    cell = Cell("- Sở Nội vụ\n- Sở Tư pháp", footnotes=(Footnote("- Sở Nội vụ", "Chủ trì."),))
    assert codes(with_rows(plan, row("data", cell))) == []


def test_a_footnotes_text_is_checked_like_any_other(plan: PlanText) -> None:
    body = (Paragraph("body", "Luật", footnotes=(Footnote("Luật", "a\tb"),)),)
    assert places(replace(plan, body=body)) == [("DO-20", "chú thích ở đoạn 1 của nội dung")]


def test_the_superior_body_is_checked_like_any_other_line(plan: PlanText) -> None:
    assert places(replace(plan, superior="UBND\tTỈNH")) == [("DO-20", "tên cơ quan chủ quản")]
