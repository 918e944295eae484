from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from analysis import review
from analysis.review.figure import GROUP_COLOURS, Figure, absent, drawn

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


def all_charts(study: Study) -> list[Figure]:
    return [
        review.lost_points_chart(study),
        review.standing_chart(study),
        review.changes_chart(study),
        review.workload_chart(study),
        *(review.gap_chart(study, index) for index in ("PAPI", "SIPAS", "PAR INDEX")),
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
        else:
            assert figure.title.startswith("Không vẽ được hình ")
            assert "<svg" not in figure._repr_html_()


def test_an_unscored_unit_has_no_papi_figures(study: Callable[[str, int], Study]) -> None:
    item = study("Bắc Ninh", 2023)
    assert review.changes_chart(study("Lạng Sơn", 2020)).svg == ""
    assert "thiếu hoặc không bảo đảm" in review.gap_chart(item, "PAPI").title


def test_the_title_states_the_finding(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    lines = [line for line in item.of("PAPI").ledger.lines if line.criterion.level == 2]
    most = max(lines, key=lambda line: line.lost or 0)
    assert f"nhiều nhất là “{most.criterion.name}”" in review.lost_points_chart(item).title
    assert review.standing_chart(item).title.startswith("7 trong 8 ")
    assert "5 chỉ số nội dung giảm, 3 tăng" in review.changes_chart(item).title
    assert "18,55%" in review.gap_chart(item, "PAR INDEX").title


def test_the_description_states_every_figure(study: Callable[[str, int], Study]) -> None:
    item = study("Lạng Sơn", 2023)
    alt = review.lost_points_chart(item).alt
    for line in item.of("PAPI").ledger.lines:
        if line.criterion.level == 2:
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


def test_group_colours_stay_apart_in_grey() -> None:
    greys = []
    for colour in GROUP_COLOURS.values():
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        greys.append(0.299 * red + 0.587 * green + 0.114 * blue)
    gaps = [abs(a - b) for n, a in enumerate(greys) for b in greys[n + 1 :]]
    assert min(gaps) > 15
