"""The table writer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analysis.document.marks import Notes
from analysis.document.render import document_bytes
from analysis.document.tables import (
    LINES_OF_PAGE,
    LONGEST_CENTRED,
    STYLES,
    broken_word,
    table_xml,
    widths,
)
from analysis.document.wordml import Styles, paragraphs, style_id, text_of, twips
from analysis.errors import FaultsError
from analysis.plan.text import Appendix, Cell, Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText

COLUMNS = (
    Column("no", "STT", 12, "center"),
    Column("task", "Nhiệm vụ", 100, "justify"),
    Column("score", "Điểm", 30, "right"),
    Column("lead", "Chủ trì", 50, "left"),
)


@pytest.fixture
def styles(template: Path, part: Callable[..., etree._Element]) -> Styles:
    return Styles(part(template.read_bytes(), "word/styles.xml"))


@pytest.fixture
def write(styles: Styles) -> Callable[..., etree._Element]:
    def made(*rows: Row, notes: Notes | None = None) -> etree._Element:
        table = Table(COLUMNS, rows, "Nhiệm vụ & cơ quan")
        appendix = Appendix("Phụ lục", "DANH MỤC <A>", "(Kèm theo)", table, ())
        return etree.fromstring(table_xml(appendix, styles=styles, notes=notes or Notes()))

    return made


def row(kind: str, *texts: str) -> Row:
    return Row(kind, tuple(map(Cell, texts)))  # type: ignore[arg-type]


def rows_of(table: etree._Element) -> list[etree._Element]:
    return table.findall(qn("w:tr"))


def cells_of(element: etree._Element) -> list[etree._Element]:
    return element.findall(qn("w:tc"))


def test_only_the_first_row_is_a_header_and_no_short_row_splits(
    write: Callable[..., etree._Element],
) -> None:
    rows = rows_of(write(row("data", "1", "a", "2,5", "b"), row("data", "2", "c", "3", "d")))
    assert [len(list(r.iter(qn("w:tblHeader")))) for r in rows] == [1, 0, 0]
    assert [len(list(r.iter(qn("w:cantSplit")))) for r in rows] == [1, 1, 1]


MERGED = Cell("", merged=True)
TALL = "\n".join(["- Rà soát."] * (LINES_OF_PAGE[True] + 1))
LONG = "\n".join(["- Rà soát."] * (LONGEST_CENTRED + 1))


def merged_row(*cells: Cell | str) -> Row:
    return Row("data", tuple(Cell(c) if isinstance(c, str) else c for c in cells))


def splits(table: etree._Element) -> list[bool]:
    """Return for each row below the header whether it may run on to the next page."""
    return [next(r.iter(qn("w:cantSplit")), None) is None for r in rows_of(table)[1:]]


def test_merged_cells_are_one_cell_over_their_rows(write: Callable[..., etree._Element]) -> None:
    table = write(
        merged_row("1", "a", "2", "Sở Nội vụ"),
        merged_row(MERGED, "b", "3", MERGED),
        merged_row(MERGED, MERGED, "4", "Sở Tư pháp"),
        merged_row("2", "c", "5", MERGED),
        row("group", "II", "Nhóm", "", ""),
        merged_row("3", "d", "6", "Sở Y tế"),
    )
    kinds = []
    for tr in rows_of(table)[1:]:
        found = [cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") for cell in cells_of(tr)]
        kinds.append(["" if f is None else str(f.get(qn("w:val")))[0] for f in found])
    assert kinds == [
        ["r", "", "", "r"],
        ["c", "r", "", "c"],
        ["c", "c", "", "r"],
        ["", "", "", "c"],
        ["", ""],
        ["", "", "", ""],
    ]
    assert [text_of(p) for p in paragraphs(cells_of(rows_of(table)[2])[0])] == [""]


def test_what_says_how_a_cell_lies_stands_in_the_order_of_the_schema(
    write: Callable[..., etree._Element],
) -> None:
    table = write(
        row("group", "I", "Nhóm", "", ""), merged_row("1", "a", "", ""), merged_row(*[MERGED] * 4)
    )
    order = [qn(f"w:{name}") for name in ("tcW", "gridSpan", "vMerge", "vAlign")]
    for look in table.iter(qn("w:tcPr")):
        assert [e.tag for e in look] == [tag for tag in order if look.find(tag) is not None]


def test_only_a_row_taller_than_a_page_may_run_on_to_the_next_one(
    write: Callable[..., etree._Element],
) -> None:
    words = " ".join(["nhiệm vụ"] * 300)
    short = TALL.rpartition("\n")[0]
    rows = [row("data", "1", text, "", "") for text in ("a", short, TALL, words)]
    assert splits(write(*rows)) == [False, False, True, True]


def test_rows_below_a_long_merged_cell_may_run_on_with_it(
    write: Callable[..., etree._Element],
) -> None:
    table = write(
        merged_row("1", TALL, "", ""),
        merged_row("2", MERGED, "", ""),
        merged_row("3", "a", "", ""),
    )
    assert splits(table) == [True, True, False]


def test_an_upright_page_holds_more_lines(styles: Styles) -> None:
    table = Table(COLUMNS, (row("data", "1", TALL, "", ""),), "Nhiệm vụ")
    upright = Appendix("Phụ lục", "DANH MỤC", "(Kèm theo)", table, (), landscape=False)
    made = etree.fromstring(table_xml(upright, styles=styles, notes=Notes()))
    assert splits(made) == [False]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([row("data", "1", "a", "", ""), row("data", "2", "b", "", "")], "center"),
        ([row("data", "1", "a", "", ""), row("data", "2", LONG, "", "")], "top"),
        ([row("data", "1", "a", "", ""), merged_row(MERGED, "b", "", "")], "top"),
    ],
)
def test_cells_stand_in_the_middle_unless_some_are_long_or_merged(
    write: Callable[..., etree._Element], rows: list[Row], place: str
) -> None:
    head, *lines = rows_of(write(*rows))
    assert {v.get(qn("w:val")) for v in head.iter(qn("w:vAlign"))} == {"center"}
    found = {v.get(qn("w:val")) for tr in lines for v in tr.iter(qn("w:vAlign"))}
    assert (found or {"top"}) == {place}


def test_a_row_that_announces_the_next_ones_stays_with_them(
    write: Callable[..., etree._Element],
) -> None:
    _, lead, data = rows_of(
        write(row("data", "1", "Gồm các việc sau:", "", ""), row("data", "2", "a", "", ""))
    )
    assert [len(list(r.iter(qn("w:keepNext")))) for r in (lead, data)] == [4, 0]


@pytest.mark.parametrize(
    ("title", "millimetres", "word"),
    [
        ("STT", 12, ""),
        ("STT", 10, "STT"),
        ("Thời hạn hoàn thành (tháng/quý/năm)", 28, "(tháng/quý/năm)"),
        ("Thời hạn hoàn thành (tháng/ quý/ năm)", 28, ""),
        ("Cơ quan chuyên-môn-nghiệp-vụ", 25, ""),
    ],
)
def test_words_of_a_title_must_fit_their_column(title: str, millimetres: int, word: str) -> None:
    assert broken_word(title, twips(millimetres), 12) == word


def test_a_column_too_narrow_for_its_title_is_refused(plan: PlanText, template: Path) -> None:
    appendix = plan.appendices[0]
    narrow = replace(appendix.table.columns[0], width_mm=9.5)
    columns = (narrow, *appendix.table.columns[1:])
    thin = replace(appendix, table=replace(appendix.table, columns=columns))
    with pytest.raises(FaultsError) as caught:
        document_bytes(replace(plan, appendices=(thin,)), template=template)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.detail) == ("DO-28", "tiêu đề bảng của Phụ lục I")
    assert "“STT” rộng 9,5 mm" in fault.what


def test_eight_columns_fit_a_landscape_sheet(plan: PlanText, template: Path) -> None:
    titles = ("STT", "Tiêu chí", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Hạn", "Ghi chú")
    columns = tuple(Column(t, t, 12 if t == "STT" else 33.5) for t in titles)
    table = Table(columns, (row("data", *titles),), "Tám cột.")
    eight = replace(plan.appendices[0], table=table)
    assert document_bytes(replace(plan, appendices=(eight,)), template=template)


def test_columns_are_fixed_and_cells_agree_with_the_grid(
    write: Callable[..., etree._Element],
) -> None:
    table = write(row("data", "1", "a", "2,5", "b"))
    grid = [int(c.get(qn("w:w"), "")) for c in table.iter(qn("w:gridCol"))]
    assert grid == [680, 5670, 1700, 2835]
    for tr in rows_of(table):
        assert [int(w.get(qn("w:w"), "")) for w in tr.iter(qn("w:tcW"))] == grid
    layout = table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}")
    assert layout is not None
    assert layout.get(qn("w:type")) == "fixed"


@given(st.lists(st.floats(5, 120), min_size=1, max_size=9))
def test_rounding_never_changes_the_width_of_the_table(millimetres: list[float]) -> None:
    made = widths(millimetres)
    assert sum(made) == twips(sum(millimetres))
    assert all(abs(got - mm * 56.6929) <= 1.01 for got, mm in zip(made, millimetres, strict=True))


def test_alignment_comes_from_named_styles(
    write: Callable[..., etree._Element], styles: Styles
) -> None:
    head, line = rows_of(write(row("data", "1", "a", "2,5", "b")))
    assert {styles.name_of(style_id(p)) for p in paragraphs(head)} == {"Table Header"}
    assert [styles.name_of(style_id(p)) for p in paragraphs(line)] == [
        "Table Cell Center",
        "Table Cell Justify",
        "Table Cell Right",
        "Table Cell Left",
    ]


def test_groups_and_totals_are_set_in_their_styles_and_stay_with_the_next_row(
    write: Callable[..., etree._Element],
) -> None:
    _, total, group, data = rows_of(
        write(
            row("total", "", "Chung", "80", "x"),
            row("group", "I", "Nhóm", "10", "x"),
            row("data", "1", "a", "1", "x"),
        )
    )
    names = [{s.get(qn("w:val")) for s in r.iter(qn("w:rStyle"))} for r in (total, group, data)]
    assert names == [{"TableTotal"}, {"TableGroup"}, set()]
    assert [len(list(r.iter(qn("w:keepNext")))) for r in (total, group, data)] == [4, 4, 0]


def test_a_group_title_runs_over_the_empty_cells_after_it(
    write: Callable[..., etree._Element],
) -> None:
    _, group = rows_of(write(row("group", "I", "Nhóm nhiệm vụ thứ nhất", "", "")))
    assert len(cells_of(group)) == 2
    span = cells_of(group)[1].find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    assert span is not None
    assert span.get(qn("w:val")) == "3"


def test_a_group_figure_and_empty_cells_of_data_rows_stay_in_their_columns(
    write: Callable[..., etree._Element],
) -> None:
    table = write(row("group", "I", "Nhóm", "5,12", ""), row("data", "1", "a", "", ""))
    assert [len(cells_of(r)) for r in rows_of(table)] == [4, 4, 4]


def test_each_line_of_a_cell_is_a_paragraph(write: Callable[..., etree._Element]) -> None:
    _, line = rows_of(write(row("data", "1", "a\nb", "", "c")))
    assert [text_of(p) for p in paragraphs(cells_of(line)[1])] == ["a", "b"]
    assert [len(list(paragraphs(cell))) for cell in cells_of(line)] == [1, 2, 1, 1]


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))))
def test_any_text_stands_verbatim(text: str) -> None:
    styles = Styles(etree.fromstring(STYLE_SHEET))
    table = Table(COLUMNS[:1], (row("data", text),), text)
    appendix = Appendix("Phụ lục", text, "", table, ())
    made = etree.fromstring(table_xml(appendix, styles=styles, notes=Notes()))
    assert text_of(list(paragraphs(made))[-1]) == text
    description = next(made.iter(qn("w:tblDescription")))
    assert description.get(qn("w:val")) == text


STYLE_SHEET = (
    f'<w:styles xmlns:w="{qn("w:x")[1:-2]}">'
    + "".join(
        f'<w:style w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in STYLES
    )
    + "</w:styles>"
)


def test_the_title_and_summary_are_alternative_text(write: Callable[..., etree._Element]) -> None:
    look = write(row("data", "1", "a", "2", "b")).find(qn("w:tblPr"))
    assert look is not None
    assert [(e.tag, e.get(qn("w:val"))) for e in list(look)[-2:]] == [
        (qn("w:tblCaption"), "DANH MỤC <A>"),
        (qn("w:tblDescription"), "Nhiệm vụ & cơ quan"),
    ]


def test_a_table_wider_than_the_page_is_refused(plan: PlanText, template: Path) -> None:
    wide = replace(plan.appendices[0], landscape=False)
    with pytest.raises(FaultsError) as caught:
        document_bytes(replace(plan, appendices=(wide,)), template=template)
    (fault,) = caught.value.faults
    assert (fault.code, fault.what) == ("DO-24", "Bảng rộng 247 mm, vùng chữ của trang chỉ 160 mm.")


def test_the_slot_must_stand_alone_and_once(plan: PlanText, edited: Callable[..., Path]) -> None:
    for tag in ("Bảng: {{ a.table }}", ""):
        with pytest.raises(FaultsError) as caught:
            document_bytes(plan, template=edited("{{ a.table }}", tag))
        assert {fault.code for fault in caught.value.faults} == {"DO-09"}
