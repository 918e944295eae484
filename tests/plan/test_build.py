from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.plan.text import PlanText

UNITS = (
    ("Lạng Sơn", 2023),
    ("Sóc Trăng", 2023),
    ("Hà Tĩnh", 2021),
    ("TP. Hồ Chí Minh", 2020),
    ("Bắc Ninh", 2022),
    ("Cần Thơ", 2026),
    ("Lạng Sơn", 2026),
)
SECTIONS = [
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II. MỤC TIÊU",
    "III. NHIỆM VỤ, GIẢI PHÁP",
    "IV. TỔ CHỨC THỰC HIỆN",
]
HEADINGS = {"section", "heading_1", "heading_2", "heading_3", "criterion"}
BLANKS_OF_A_DRAFT = re.compile(r"(Số:|số) {2,}/KH-UBND|ngày {2,}tháng")


def texts(plan: PlanText) -> Iterator[str]:
    yield from (*plan.issuer, plan.number, plan.place_date, plan.kind, plan.title)
    yield from (paragraph.text for paragraph in plan.body)
    yield from (*plan.recipients, *plan.signatory)
    for appendix in plan.appendices:
        yield from (appendix.label, appendix.title, appendix.reference, *appendix.notes)
        for row in appendix.table.rows:
            yield from (cell.text for cell in row.cells)


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_every_plan_is_whole_and_clean(
    plan: Callable[[str, int], PlanText], province: str, year: int
) -> None:
    printed = plan(province, year)
    assert [p.text for p in printed.body if p.kind == "section"] == SECTIONS
    for text in texts(printed):
        assert unicodedata.is_normalized("NFC", text)
        assert "{" not in text
        assert "None" not in text
        assert "nan" not in text.split()
        assert "  " not in BLANKS_OF_A_DRAFT.sub("_", text)
        assert not re.search(r" [,;:.]|\.\.|[,;]\.", text), text


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_no_heading_stands_empty(
    plan: Callable[[str, int], PlanText], province: str, year: int
) -> None:
    body = plan(province, year).body
    order = ["section", "heading_1", "heading_2", "heading_3", "criterion"]
    for here, after in pairwise(body):
        if here.kind in HEADINGS and after.kind in HEADINGS:
            assert order.index(after.kind) > order.index(here.kind), (here.text, after.text)
    assert body[-1].kind not in HEADINGS
    assert body[-1].text.endswith("./.")


def test_the_lang_son_plan_opens_with_the_three_results(
    plan: Callable[[str, int], PlanText],
) -> None:
    opening = plan("Lạng Sơn", 2023).body[0].text
    for fact in (
        "đạt 43,85 điểm, xếp hạng 13/61 tỉnh, thành phố, giảm 9 bậc so với năm 2021",
        "đạt 75,44%, giảm 28 bậc so với năm 2021, nằm trong nhóm 05 tỉnh có xếp hạng thấp nhất",
        "đạt 81,45%, xếp hạng 54/63 tỉnh, thành phố, giảm 31 bậc so với năm 2021",
        "kết quả thấp nhất từ khi Bộ Nội vụ triển khai xác định Chỉ số",
    ):
        assert fact in opening
    assert "59" not in opening


def test_the_lang_son_targets_are_those_of_its_plan(
    plan: Callable[[str, int], PlanText],
) -> None:
    text = " ".join(p.text for p in plan("Lạng Sơn", 2023).body)
    for top in ("nhóm 35 tỉnh", "nhóm 30 tỉnh", "15 tỉnh, thành phố"):
        assert top in text
    assert "chậm nhất ngày 30/6/2023" in text
    assert "trước ngày 30/11/2023" in text


def test_the_lang_son_plan_is_a_whole_plan(plan: Callable[[str, int], PlanText]) -> None:
    printed = plan("Lạng Sơn", 2023)
    assert sum(len(paragraph.text.split()) for paragraph in printed.body) >= 4000
    headings = [p.text for p in printed.body if p.kind in ("heading_1", "heading_2", "heading_3")]
    for start in ("1.1.", "1.2.", "1.2.9.", "2.1.", "2.2.", "3.1.", "3.8.", "4. Thời gian"):
        assert any(heading.startswith(start) for heading in headings), start
    assert len([p for p in printed.body if p.kind == "criterion"]) == 25


def test_every_criterion_block_says_who_leads_and_what_is_done(
    plan: Callable[[str, int], PlanText],
) -> None:
    body = plan("Lạng Sơn", 2023).body
    for place, paragraph in enumerate(body):
        if paragraph.kind == "criterion":
            block = [p.text for p in body[place + 1 : place + 8]]
            assert block[0].startswith("- Cơ quan chủ trì tham mưu: ")
            assert any(
                text.startswith(("- Cơ quan thực hiện", "- Cơ quan phối hợp"))
                for text in block[1:3]
            )
            assert any(text.startswith("+ ") for text in block)


def test_letters_follow_the_vietnamese_alphabet(plan: Callable[[str, int], PlanText]) -> None:
    letters = [p.text[0] for p in plan("Lạng Sơn", 2023).body if p.kind == "lettered"]
    assert "đ" in letters
    for here, after in pairwise(letters):
        assert after == "a" or "abcdđeghi".index(after) == "abcdđeghi".index(here) + 1


def test_an_unknown_figure_carries_its_reason(plan: Callable[[str, int], PlanText]) -> None:
    for province, year in UNITS:
        printed = plan(province, year)
        cells = [c for a in printed.appendices for r in a.table.rows for c in r.cells]
        for cell in cells:
            assert cell.note or cell.text != "chưa có số liệu"
        for paragraph in printed.body:
            figures = paragraph.text.count(") chưa có số liệu")
            assert len(paragraph.notes) >= figures, paragraph.text


def test_each_unknown_figure_of_the_opening_has_its_own_reason(
    plan: Callable[[str, int], PlanText],
) -> None:
    first = plan("Sóc Trăng", 2023).body[0]
    assert [note.partition(":")[0] for note in first.notes] == ["SIPAS", "PAR INDEX"]


def test_each_index_has_its_appendix(plan: Callable[[str, int], PlanText]) -> None:
    appendices = plan("Lạng Sơn", 2023).appendices
    assert [a.label for a in appendices] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    body = " ".join(p.text for p in plan("Lạng Sơn", 2023).body)
    assert all(f"theo {a.label} kèm theo" in body for a in appendices)
    assert len(appendices[2].table.rows) == 1 + 8 + 28


def test_every_line_of_a_target_table_has_somebody_who_answers_for_it(
    plan: Callable[[str, int], PlanText],
) -> None:
    for appendix in plan("Lạng Sơn", 2023).appendices:
        for row in appendix.table.rows[1:]:
            number, name, *_, lead = (cell.text for cell in row.cells)
            if number and not name.startswith("Điểm "):
                assert lead or "phát triển kinh tế" in name, name


def test_columns_fill_the_landscape_width(plan: Callable[[str, int], PlanText]) -> None:
    for appendix in plan("Lạng Sơn", 2023).appendices:
        assert sum(column.width_mm for column in appendix.table.columns) == pytest.approx(247)
        assert all(len(r.cells) == len(appendix.table.columns) for r in appendix.table.rows)


def test_a_plan_without_own_targets_proposes_and_says_so(
    plan: Callable[[str, int], PlanText],
) -> None:
    body = plan("Sóc Trăng", 2023).body
    place = next(i for i, p in enumerate(body) if p.text == "II. MỤC TIÊU")
    goals = [p.text for p in body[place + 1 : place + 6] if p.text[:2] in ("1.", "2.", "3.")]
    assert len(goals) == 3
    assert all("(đề xuất)" in goal for goal in goals)


def test_a_merged_province_opens_with_each_former_unit(
    plan: Callable[[str, int], PlanText],
) -> None:
    lettered = [p.text for p in plan("Cần Thơ", 2026).body[:6] if p.kind == "lettered"]
    assert [text[:2] for text in lettered] == ["a)", "b)", "c)"]
    assert "Sóc Trăng" in lettered[2]
    assert "10/61" in lettered[2]


def test_a_city_is_addressed_as_a_city(plan: Callable[[str, int], PlanText]) -> None:
    printed = plan("TP. Hồ Chí Minh", 2020)
    assert printed.issuer == ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH")
    assert printed.place_date.startswith("Thành phố Hồ Chí Minh, ngày ")
    assert any("Thành ủy" in name for name in printed.recipients)


def test_recipients_end_with_the_archive(plan: Callable[[str, int], PlanText]) -> None:
    recipients = plan("Lạng Sơn", 2026).recipients
    assert recipients[-1] == "- Lưu: VT, NC."
    assert all(re.fullmatch(r"- .+;", name) for name in recipients[:-1])
    assert len(set(recipients)) == len(recipients)
