from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from lxml import html as lxml_html

from analysis import review
from analysis.deficits import Goal
from analysis.errors import FaultsError
from analysis.plan.targeting import aim, usual_goals
from analysis.review import outside_addresses, page
from analysis.vietnamese import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from analysis.plan.study import Study
    from analysis.review import Figure, Html
    from analysis.runs.paths import Paths

    Studies = Callable[[str, int], Study]
    Maker = Callable[..., Any]

INDICES = ("PAPI", "SIPAS", "PAR INDEX")
TOP_TEN = Goal("top", 10)
UNITS = (
    ("Lạng Sơn", 2025),
    ("Lạng Sơn", 2023),
    ("Cao Bằng", 2025),
    ("Bắc Ninh", 2023),
    ("Lạng Sơn", 2026),
    ("Cần Thơ", 2026),
)


def tree(fragment: Html) -> Any:
    return lxml_html.fromstring(f"<div>{fragment._repr_html_()}</div>")


def text_of(fragment: Html) -> str:
    return str(tree(fragment).text_content())


def rows_of(fragment: Html, place: int = 0) -> list[list[str]]:
    body = tree(fragment).findall(".//tbody")[place]
    return [[cell.text_content().replace("\u00a0", " ") for cell in row] for row in body]


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_each_usual_goal_has_a_row_or_one_sentence_says_why_not(
    study: Studies, province: str, year: int
) -> None:
    item = study(province, year)
    for index in INDICES:
        shown = review.aims_table(item, index)
        goals = usual_goals(item, index)
        if tree(shown).findall(".//table"):
            assert len(rows_of(shown)) == len(goals)
        else:
            assert text_of(shown).startswith(f"Mục tiêu {index}: chưa tính được vì ")
        assert not re.search(r"\bNone\b|\bnan\b|\{", text_of(shown))


def test_a_goal_is_told_with_mark_points_and_chances(study: Studies) -> None:
    keep, top, steps = rows_of(review.aims_table(study("Lạng Sơn", 2025), "PAPI"))
    assert keep[:4] == ["Giữ vững hạng 12", "44,8705 điểm", "đã đạt", "–"]
    assert top == [
        "Từ hạng 10 trở lên trong cả nước",
        "45,1862 điểm",
        "0,1825 điểm",
        "khoảng 20%từ 4% đến 42%",
        "khoảng 13%từ 1% đến 33%",
    ]
    assert steps[0] == "Tăng 5 bậc trong cả nước"


def test_usual_goals_come_with_the_nearest_first_given_ones_as_given(study: Studies) -> None:
    item = study("Cao Bằng", 2025)
    points = [
        0.0 if row[2] == "đã đạt" else float(row[2].partition(" ")[0].replace(",", "."))
        for row in rows_of(review.aims_table(item, "PAPI"))
    ]
    assert len(points) == 5
    assert points == sorted(points)
    given = rows_of(review.aims_table(item, "PAPI", [TOP_TEN, Goal("rank_steps", 1)]))
    assert [row[0] for row in given] == [
        "Từ hạng 10 trở lên trong cả nước",
        "Tăng 1 bậc trong cả nước",
    ]


def test_what_a_chance_rests_on_is_told_once(study: Studies) -> None:
    text = text_of(review.aims_table(study("Lạng Sơn", 2025), "PAPI"))
    assert text.count("như trong 5 cặp năm đã có (2019-2020, 2020-2021, 2021-2022, ") == 1
    assert text.count("khoảng tin cậy 90%") == 1


def test_a_refused_chance_is_told_once_with_its_reason(study: Studies) -> None:
    shown = review.aims_table(study("Lạng Sơn", 2023), "PAPI")
    assert all(row[3:] == ["–", "–"] for row in rows_of(shown))
    assert text_of(shown).count("mới có 3 cặp năm liền nhau") == 1


def test_below_stand_the_criteria_of_the_nearest_goal(study: Studies) -> None:
    item = study("Cao Bằng", 2025)
    shown = review.aims_table(item, "PAPI")
    found = aim(item, "PAPI", [Goal("rank_steps", 5)])
    assert "cho mục tiêu tăng 5 bậc trong cả nước (cần tăng 0,6066 điểm)" in text_of(shown)
    assert rows_of(shown, 1) == [
        [
            one.criterion.name,
            one.criterion.code,
            number(one.score or 0, 4),
            number(one.step.reaches, 4),
            number(one.step.points, 4),
            "thuộc thẩm quyền",
        ]
        for one in found.criteria
    ]


def test_a_goal_that_no_criteria_reach_says_so(study: Studies) -> None:
    shown = review.aims_table(study("Cao Bằng", 2025), "PAPI", [Goal("score", 70)])
    assert "dù mọi tiêu chí đạt mức cao nhất cả nước vẫn chưa đủ" in text_of(shown)
    shown = review.aims_table(study("Lạng Sơn", 2023), "PAR INDEX")
    assert "Chưa nêu được tiêu chí cần tăng điểm: chưa tìm thấy điểm" in text_of(shown)


def test_where_nothing_is_lacking_no_criteria_are_told(study: Studies) -> None:
    shown = review.aims_table(study("Lạng Sơn", 2025), "PAPI", [Goal("keep")])
    assert len(tree(shown).findall(".//table")) == 1


def test_a_fixed_mark_has_no_chance(study: Studies) -> None:
    group, *others = rows_of(review.aims_table(study("Lạng Sơn", 2023), "PAR INDEX"))
    assert group == [
        "Đạt ít nhất nhóm “A”",
        "90%",
        "8,55 điểm phần trăm",
        "mức điểm cố định: có đủ điểm là đạt",
        "–",
    ]
    assert all("chưa có đủ điểm của các tỉnh" in row[2] for row in others)


def test_ranks_of_the_provinces_before_the_merger_are_told_as_such(study: Studies) -> None:
    text = text_of(review.aims_table(study("Lạng Sơn", 2026), "PAPI"))
    assert "bảng xếp hạng năm 2024 của các tỉnh, thành phố trước ngày 01/7/2025" in text
    assert "Chưa ước lượng được khả năng đạt" in text


@pytest.mark.parametrize(
    ("province", "year", "reason"),
    [("Bắc Ninh", 2023, "dữ liệu khảo sát năm 2022"), ("Cần Thơ", 2026, "01/7/2025")],
)
def test_a_unit_without_a_score_has_the_reason_in_place_of_goals(
    study: Studies, province: str, year: int, reason: str
) -> None:
    item = study(province, year)
    assert reason in text_of(review.aims_table(item, "PAPI"))
    figure = review.chance_chart(item, "PAPI", TOP_TEN)
    assert (figure.svg, reason in figure.title) == ("", True)


def test_a_goal_from_outside_is_escaped_and_an_impossible_one_refused(study: Studies) -> None:
    item = study("Lạng Sơn", 2025)
    with pytest.raises(FaultsError):
        review.aims_table(item, "PAPI", [Goal("group", "<script>")])
    hostile = replace(item, unit=replace(item.unit, name="<script>alert(1)</script>"))
    assert "<script>" not in review.aims_table(hostile, "PAPI")._repr_html_()
    assert "<script>" not in review.chance_chart(hostile, "PAPI", TOP_TEN)._repr_html_()


def test_the_chance_chart_tells_its_figures_in_words(study: Studies) -> None:
    figure = review.chance_chart(study("Lạng Sơn", 2025), "PAPI", TOP_TEN)
    assert etree.fromstring(figure.svg.encode()).get("aria-label") == figure.alt
    assert figure.title == (
        "Mục tiêu từ hạng 10 trở lên trong cả nước: tăng 0,1825 điểm thì khả năng đạt khoảng 20%; "
        "muốn khả năng 50% phải tăng khoảng 0,76 điểm"
    )
    for part in (
        "không tăng: 13% (từ 1% đến 33%)",
        "tăng 0,76 điểm: 50%",
        "cần tăng nếu các tỉnh khác giữ nguyên: 0,1825 điểm",
        "thay đổi điểm của cả nước qua 5 cặp năm (2019-2020, ",
    ):
        assert part in figure.alt


def test_the_curve_reaches_twice_the_need(study: Studies) -> None:
    figure = review.chance_chart(study("Cao Bằng", 2025), "PAPI", Goal("rank_steps", 5))
    assert "tăng 0,61 điểm: " in figure.alt
    assert "tăng 1,21 điểm: " in figure.alt


def test_a_goal_that_holds_has_a_curve_of_keeping_it(study: Studies) -> None:
    figure = review.chance_chart(study("Lạng Sơn", 2025), "PAPI", Goal("keep"))
    assert "không tăng điểm thì khả năng giữ được khoảng 27%" in figure.title
    assert "Kết quả năm 2024 đã đạt mục tiêu" in figure.alt


def test_by_default_the_curve_is_of_the_goal_whose_criteria_are_told(study: Studies) -> None:
    item = study("Lạng Sơn", 2025)
    assert review.chance_chart(item, "PAPI") == review.chance_chart(item, "PAPI", TOP_TEN)


@pytest.mark.parametrize(
    ("year", "index", "goal", "reason"),
    [
        (2023, "PAPI", TOP_TEN, "mới có 3 cặp năm"),
        (2026, "PAPI", TOP_TEN, "trước khi sắp xếp"),
        (2025, "PAPI", Goal("percent", 57), "mức điểm cố định"),
        (2025, "PAPI", Goal("top", 200), "mức điểm nào cũng đạt"),
        (2023, "SIPAS", TOP_TEN, "chưa có đủ điểm của các tỉnh"),
        (2025, "PAR INDEX", None, "chưa tìm thấy số liệu công bố"),
    ],
)
def test_a_chance_that_cannot_be_known_is_no_curve(
    study: Studies, year: int, index: str, goal: Goal | None, reason: str
) -> None:
    figure = review.chance_chart(study("Lạng Sơn", year), index, goal)
    assert figure.svg == ""
    assert figure.title.startswith("Không vẽ được hình khả năng đạt mục tiêu: ")
    assert reason in figure.title


def test_the_same_study_gives_the_same_bytes_and_no_shared_id(study: Studies) -> None:
    item = study("Lạng Sơn", 2025)

    def drawn() -> list[Figure]:
        return [review.chance_chart(item, "PAPI", goal) for goal in (TOP_TEN, Goal("keep"))]

    first = drawn()
    assert first == drawn()
    ids = [one for made in first for one in set(re.findall(r'\bid="([^"]+)"', made.svg))]
    assert len(ids) == len(set(ids))


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_aims_stand_on_a_page_that_is_no_wider_than_the_screen(
    browser: Browser, study: Studies, paths: Paths, executed: Maker, width: int
) -> None:
    item = study("Cao Bằng", 2025)
    sections = (
        ("Bảng", review.aims_table(item, "PAPI")),
        ("Hình", review.chance_chart(item, "PAPI")),
    )
    text = page(executed(*sections), title="a", subtitle="b", template=paths.templates / "bao-cao")
    assert outside_addresses(text) == ()
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    sheet.set_content(text)
    wide = sheet.evaluate("document.documentElement.scrollWidth")
    sheet.close()
    assert wide <= width
