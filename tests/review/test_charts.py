from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from analysis import review
from analysis.review.figure import Figure, absent, drawn, main_ones

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from analysis.plan.study import Study

UNITS = (
    ("Lạng Sơn", 2023),
    ("Sóc Trăng", 2023),
    ("Hà Tĩnh", 2021),
    ("Lạng Sơn", 2022),
    ("Bắc Ninh", 2023),
    ("TP. Hồ Chí Minh", 2020),
    ("Cần Thơ", 2026),
)


INDICES = ("PAPI", "SIPAS", "PAR INDEX")


def all_charts(study: Study) -> list[Figure]:
    return [
        review.standing_chart(study),
        review.changes_chart(study),
        review.workload_chart(study),
        *(
            chart(study, index)
            for chart in (
                review.gap_chart,
                review.lost_points_chart,
                review.change_waterfall,
                review.group_strips,
                review.provinces_map,
                review.coverage_matrix,
            )
            for index in INDICES
        ),
    ]


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_every_figure_has_a_finding_and_a_description_or_says_why_not(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    for figure in all_charts(study(province, year)):
        if figure.svg:
            root = etree.fromstring(figure.svg.encode())
            assert root.get("role") == "img"
            assert root.get("aria-label") == figure.alt
            assert re.search(r"\d", figure.alt)
            assert figure.title
            assert len(figure.alt) < 4000
            assert len(figure.svg.encode()) < 150_000
        else:
            assert figure.title.startswith("Không vẽ được hình ")
            assert "<svg" not in figure._repr_html_()


def test_an_unscored_unit_has_no_papi_figures(study: Callable[[str, int], Study]) -> None:
    item = study("Bắc Ninh", 2023)
    assert review.changes_chart(study("Lạng Sơn", 2020)).svg == ""
    assert "thiếu hoặc không bảo đảm" in review.gap_chart(item, "PAPI").title


def test_the_title_states_the_finding(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    assert review.standing_chart(item).title.startswith("7 trong 8 ")
    assert "5 chỉ số nội dung giảm, 3 tăng" in review.changes_chart(item).title
    assert "18,55%" in review.gap_chart(item, "PAR INDEX").title


def test_the_description_states_every_figure(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    alt = review.changes_chart(item).alt
    for line in item.of("PAPI").ledger.lines:
        if line.criterion.level in (1, 2):
            assert line.criterion.name in alt
    assert "Chưa phân bổ theo tiêu chí 18,55" in review.gap_chart(item, "PAR INDEX").alt


def test_lines_that_do_not_compare_are_told_as_such(study: Callable[[str, int], Study]) -> None:
    assert "Thủ tục hành chính công không so sánh được" in (
        review.changes_chart(study("Lạng Sơn", 2022)).alt
    )


def test_the_same_study_gives_the_same_bytes(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    assert [figure.svg for figure in all_charts(item)] == [
        figure.svg for figure in all_charts(item)
    ]


def test_two_figures_on_a_page_share_no_id(study: Callable[[str, int], Study]) -> None:
    ids: list[str] = []
    for figure in all_charts(study("Lạng Sơn", 2023)):
        ids += set(re.findall(r'\bid="([^"]+)"', figure.svg))
    assert len(ids) == len(set(ids))


def test_every_reference_inside_a_figure_resolves(study: Callable[[str, int], Study]) -> None:
    for figure in all_charts(study("Lạng Sơn", 2023)):
        ids = set(re.findall(r'\bid="([^"]+)"', figure.svg))
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', figure.svg)) <= ids


def test_a_letter_without_a_glyph_is_an_error() -> None:
    def draw(axes: Axes) -> None:
        axes.set_title("\U0001f1fb")

    with pytest.raises(UserWarning, match="missing from font"):
        drawn("x", draw, title="a", alt="b", height=1)


@pytest.mark.parametrize(("title", "alt"), [("", "b"), ("a", " ")])
def test_a_figure_without_words_is_refused(title: str, alt: str) -> None:
    with pytest.raises(ValueError, match="title and a description"):
        drawn("x", lambda _: None, title=title, alt=alt, height=1)


def test_an_absent_figure_escapes_its_reason() -> None:
    assert "<b>" not in absent("<b>")._repr_html_()


@pytest.mark.parametrize(
    ("count", "shown"),
    [(3, "a0; a1; a2"), (4, "a0; a1; và 2 mục khác trong bảng cùng phần")],
)
def test_a_long_description_names_the_main_ones_and_refers_to_the_table(
    count: int, shown: str
) -> None:
    assert main_ones([f"a{place}" for place in range(count)], most=2) == shown
