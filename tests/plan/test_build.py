from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.builders.plans import as_typed, details, form, group, row, task, with_part

from analysis.errors import FaultsError
from analysis.plan.build import build_plan, citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.plan.study import Study
    from analysis.plan.text import Cell, Paragraph, PlanText

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
        for line in appendix.table.rows:
            yield from (cell.text for cell in line.cells)


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
        for line in appendix.table.rows[1:]:
            number, name, *_, lead = (cell.text for cell in line.cells)
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


FOOTED = {
    "opening": [{"text": "Thực hiện Kế hoạch số 5; lại nêu Kế hoạch số 5."}],
    "sections": [
        {"title": "Việc", "content": [{"text": "Theo Kế hoạch số 5 và số {nam}."}]},
    ],
    "appendices": [
        {
            "title": "Bảng",
            "table": "tasks",
            "of": "PAPI",
            "columns": [{"shows": "task", "title": "Việc", "width": 50}],
        }
    ],
}


@pytest.fixture
def footed(study: Callable[[str, int], Study]) -> Callable[..., PlanText]:
    """Return a maker of a small plan with footnotes: after these words, this text."""
    base = with_part(study("Lạng Sơn", 2023), group("G", row(task("a"), task("b"))))

    def make(*notes: tuple[str, str]) -> PlanText:
        own = details(footnotes=[{"after": after, "text": text} for after, text in notes])
        return as_typed(build_plan(base, form=form(**FOOTED), details=own, rule="full_marks"))

    return make


def notes_of(plan: PlanText) -> list[tuple[str, str, str]]:
    """Return every footnote with the text it stands in."""
    cells = [c for a in plan.appendices for r in a.table.rows for c in r.cells]
    parts: list[Paragraph | Cell] = [*plan.body, *cells]
    return [(part.text, note.after, note.text) for part in parts for note in part.footnotes]


def test_a_footnote_stands_where_its_words_come_first(footed: Callable[..., PlanText]) -> None:
    assert notes_of(footed(("Kế hoạch số 5", "Chú thích."))) == [
        ("Thực hiện Kế hoạch số 5; lại nêu Kế hoạch số 5.", "Kế hoạch số 5", "Chú thích.")
    ]


def test_words_that_only_an_appendix_has_are_noted_there(footed: Callable[..., PlanText]) -> None:
    assert notes_of(footed(("việc b", "Chú thích."))) == [("Làm việc b.", "việc b", "Chú thích.")]


def test_footnotes_and_their_places_are_filled(footed: Callable[..., PlanText]) -> None:
    assert notes_of(footed(("số {nam}", "{noi_vu} ban hành."))) == [
        ("Theo Kế hoạch số 5 và số 2023.", "số 2023", "Sở Nội vụ ban hành.")
    ]


def test_several_footnotes_may_stand_in_one_paragraph(footed: Callable[..., PlanText]) -> None:
    noted = notes_of(footed(("Thực hiện", "Một."), ("Kế hoạch số 5", "Hai.")))
    assert [text for *_, text in noted] == ["Một.", "Hai."]
    assert len({place for place, *_ in noted}) == 1


def test_every_footnote_that_finds_no_place_is_told(footed: Callable[..., PlanText]) -> None:
    with pytest.raises(FaultsError) as caught:
        footed(("không in", "Một."), ("Kế hoạch số 5", "Hai."), ("cũng không", "Ba."))
    assert [(fault.code, fault.place.file) for fault in caught.value.faults] == [
        ("PL-09", "plan.yml"),
        ("PL-09", "plan.yml"),
    ]
    assert "“không in”" in caught.value.faults[0].what
    assert "“cũng không”" in caught.value.faults[1].what


def test_the_footnotes_of_an_issued_plan_are_all_printed(
    real_plan: Callable[..., PlanText],
) -> None:
    noted = notes_of(real_plan(plan="ubnd-tinh-soc-trang-2023"))
    assert len(noted) == 5
    assert all(after in text for text, after, _ in noted)


def test_a_plan_s_own_title_goes_before_the_form_s(study: Callable[[str, int], Study]) -> None:
    def title(**own: str) -> str:
        plan = build_plan(
            study("Lạng Sơn", 2023), form=form(), details=details(**own), rule="full_marks"
        )
        return as_typed(plan.title)

    assert title() == "Nâng cao chỉ số tỉnh Lạng Sơn năm 2023"
    assert title(title="Riêng của {ten_tinh}") == "Riêng của tỉnh Lạng Sơn"


def test_a_plan_is_cited_with_its_number_or_with_blanks(
    study: Callable[[str, int], Study],
) -> None:
    issued = details(number="12/KH-UBND", date="2023-06-04", state="issued")
    cited = citation(study("Lạng Sơn", 2023), form=form(), details=issued)
    assert cited == (
        "Kế hoạch số 12/KH-UBND ngày 04 tháng 6 năm 2023 của UBND tỉnh Lạng Sơn "
        "về nâng cao chỉ số tỉnh Lạng Sơn năm 2023"
    )
    draft = citation(study("Lạng Sơn", 2023), form=form(), details=None)
    assert draft.startswith("Kế hoạch số        /KH-UBND ngày     tháng 6 năm 2023 của ")


def test_a_plan_s_own_body_may_have_duties_like_an_agency(
    study: Callable[[str, int], Study],
) -> None:
    own = details(
        bodies={"to_giup_viec": "tổ giúp việc"},
        agency_duties=[
            {"agency": "to_giup_viec", "duties": ["tổng hợp."]},
            {"agency": "mat_tran", "duties": ["giám sát."]},
            {"agency": "noi_vu", "duties": ["theo dõi.", "báo cáo {ubnd_tinh}."]},
        ],
    )
    wanted = form(sections=[{"title": "Ai", "content": [{"block": "agency_duties"}]}])
    plan = build_plan(study("Lạng Sơn", 2023), form=wanted, details=own, rule="full_marks")
    told = [paragraph.text for paragraph in plan.body[1:]]
    assert (told[0], told[1]) == ("1. Tổ giúp việc", "Tổng hợp.")
    assert told[2].startswith("2. Đề nghị ")
    assert told[4:] == ["3. Sở Nội vụ", "Theo dõi.", "Báo cáo UBND tỉnh."]


def test_one_division_with_two_duties_stands_once(plan: Callable[..., PlanText]) -> None:
    printed = plan("Lạng Sơn", 2026, form="local", place="phường Kỳ Lừa")
    headings = [p.text.split(". ", 1)[1] for p in printed.body if p.kind == "heading_1"]
    assert headings.count("Phòng Văn hóa - Xã hội") == 1
