from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from analysis import review
from analysis.reference import edition_of
from analysis.review import outside_addresses, page
from analysis.review.palette import contrast, ink_on, luminance, rgb
from analysis.review.series import shade
from analysis.vietnamese import percent, rank_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from analysis.deficits import Field
    from analysis.plan.study import IndexStudy, Study
    from analysis.review import Figure
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

    Studies = Callable[[str, int], Study]
    Maker = Callable[..., Any]

INDICES = ("PAPI", "SIPAS", "PAR INDEX")
UNITS = (
    ("Lạng Sơn", 2023),
    ("Sóc Trăng", 2023),
    ("Bắc Ninh", 2023),
    ("Lạng Sơn", 2026),
    ("Cần Thơ", 2026),
)


def figures(study: Study) -> list[Figure]:
    return [review.rank_path(study), *(review.heat_map(study, index) for index in INDICES)]


def with_history(study: Study, index: str, history: tuple[Field, ...]) -> Study:
    def changed(item: IndexStudy) -> IndexStudy:
        return replace(item, history=history) if item.index == index else item

    return replace(study, indices=tuple(changed(item) for item in study.indices))


def years_of(item: IndexStudy) -> list[int]:
    return [field.edition.year for field in item.history]


@pytest.mark.parametrize(("province", "year"), UNITS[:4])
def test_the_history_is_every_year_held_and_none_after_the_result(
    study: Studies, inputs: Inputs, province: str, year: int
) -> None:
    item = study(province, year)
    for index in INDICES:
        held = sorted(year for year in inputs.years[index] if year <= item.result_year)
        assert years_of(item.of(index)) == held


def test_the_newest_year_of_the_history_is_the_field_of_the_results(study: Studies) -> None:
    item = study("Lạng Sơn", 2023).of("PAPI")
    assert item.history[-1].edition == item.field.edition
    assert item.history[-1].scores.equals(item.field.scores)


def test_a_merged_unit_reads_no_table_in_which_its_code_was_another_units(study: Studies) -> None:
    item = study("Cần Thơ", 2026)
    assert all(years_of(one) == [] for one in item.indices)
    assert all(years_of(former.of("PAPI")) for former in item.former)
    for figure in figures(item):
        assert figure.svg == ""
        assert "đơn vị hình thành từ ngày 01/7/2025" in figure.title


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_every_figure_has_a_finding_and_a_description_or_says_why_not(
    study: Studies, province: str, year: int
) -> None:
    for figure in figures(study(province, year)):
        if figure.svg:
            assert etree.fromstring(figure.svg.encode()).get("aria-label") == figure.alt
            assert re.search(r"\d", figure.title)
        else:
            assert figure.title.startswith("Không vẽ được hình ")


def test_the_heat_map_tells_every_share_of_the_maximum(study: Studies) -> None:
    item = study("Sóc Trăng", 2023).of("PAPI")
    alt = review.heat_map(study("Sóc Trăng", 2023), "PAPI").alt
    for line in item.ledger.lines:
        if line.criterion.level == 1:
            part = alt.partition(f"{line.criterion.name} (")[2].partition(")")[0]
            for field in item.history:
                there = field.edition.by_key(line.criterion.key)
                if there is not None:
                    share = (field.score("94", there.code) or 0) / (there.max_score or 1)
                    assert f"{field.edition.year}: {percent(share, 0)}" in part


def test_a_year_without_scores_is_blank_and_told(study: Studies) -> None:
    figure = review.heat_map(study("Bắc Ninh", 2023), "PAPI")
    part = figure.alt.partition("Quản trị điện tử (")[2].partition(")")[0]
    assert part.endswith("2021: không có điểm, 2022: không có điểm")
    assert "2022: 76%" in figure.alt
    assert "<pattern" in figure.svg


def test_a_year_with_gaps_has_no_lowest_criterion(study: Studies) -> None:
    item = study("Bắc Ninh", 2023)
    only_gaps = tuple(f for f in item.of("PAPI").history if f.edition.year in (2020, 2022))
    held = with_history(item, "PAPI", only_gaps)
    assert "trong 1/1 năm có đủ điểm" in review.heat_map(held, "PAPI").title


def test_a_break_is_told_with_its_line_and_a_note_is_no_break(study: Studies) -> None:
    alt = review.heat_map(study("Lạng Sơn", 2023), "PAPI").alt
    assert "năm 2021, tiêu chí 5: từ năm 2021 không đo cấp phép xây dựng" in alt
    assert "chưa rõ nguyên nhân" not in alt


def test_a_break_in_a_year_that_is_not_held_is_still_told(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    others = tuple(f for f in item.of("PAPI").history if f.edition.year != 2021)
    alt = review.heat_map(with_history(item, "PAPI", others), "PAPI").alt
    assert "2021: không có điểm" in alt
    assert "năm 2021, tiêu chí 5" in alt


def test_criteria_are_matched_by_meaning_not_by_code(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    first, *others = item.of("PAPI").history[-2:]
    swapped = {"7": "8", "8": "7"}
    criteria = tuple(
        replace(line, code=swapped.get(line.code, line.code)) for line in first.edition.criteria
    )
    moved = replace(
        first,
        edition=replace(first.edition, criteria=criteria),
        scores=first.scores.rename(columns=swapped),
    )
    plain, told = (
        review.heat_map(with_history(item, "PAPI", (field, *others)), "PAPI").alt
        for field in (first, moved)
    )
    assert told == plain


def test_a_criterion_that_was_not_yet_measured_is_blank(study: Studies, inputs: Inputs) -> None:
    item = study("Lạng Sơn", 2023)
    newest = item.of("PAPI").history[-1]
    early = replace(newest, edition=edition_of(inputs.indices["PAPI"], 2017))
    figure = review.heat_map(with_history(item, "PAPI", (early, newest)), "PAPI")
    part = figure.alt.partition("Quản trị môi trường (")[2].partition(")")[0]
    assert part.startswith("2017: không có điểm, 2018: không có điểm")
    assert "trong 1/1 năm có đủ điểm của 8 tiêu chí" in figure.title


def test_one_year_is_no_series(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    for index in INDICES:
        item = with_history(item, index, item.of(index).history[-1:])
    assert review.heat_map(item, "PAPI").title.endswith("trong một năm (2022)")
    assert review.rank_path(item).title.endswith("mới có thứ hạng của một năm (2022)")


def test_no_rank_at_all_is_told(study: Studies) -> None:
    item = study("Bắc Ninh", 2023)
    for index in INDICES:
        item = with_history(item, index, item.of(index).history[-1:])
    assert review.rank_path(item).title.endswith("chưa có thứ hạng của năm nào")


def test_an_index_without_scores_by_criterion_has_no_heat_map(study: Studies) -> None:
    for index in ("SIPAS", "PAR INDEX"):
        figure = review.heat_map(study("Sóc Trăng", 2023), index)
        assert figure.title.endswith("cả điểm và điểm tối đa của từng tiêu chí")


def test_the_rank_path_tells_every_rank_with_the_number_ranked(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    alt = review.rank_path(item).alt
    for one in item.indices:
        part = alt.partition(f"{one.index} (")[2]
        for field in one.history:
            rank, ranked = field.rank("20", "0"), field.count("20", "0")
            if rank is not None and ranked is not None:
                assert f"{field.edition.year}: {rank_of(rank, ranked)}" in part


def test_the_title_states_the_newest_rank_and_the_best(study: Studies) -> None:
    title = review.rank_path(study("Lạng Sơn", 2023)).title
    assert "PAR INDEX 54/63 năm 2022 (tốt nhất 23/63, năm 2021)" in title
    assert "PAPI 24/61 năm 2022" in review.rank_path(study("Sóc Trăng", 2023)).title


def test_a_year_without_a_rank_stays_a_gap(study: Studies) -> None:
    alt = review.rank_path(study("Bắc Ninh", 2023)).alt
    assert "2020: 4/63, 2021: chưa có hạng, 2022: chưa có hạng" in alt
    assert "PAR INDEX" not in alt


def test_a_change_of_method_between_two_ranks_is_told(study: Studies) -> None:
    alt = review.rank_path(study("Lạng Sơn", 2023)).alt
    assert "2022: năm 2022 đổi nội dung đo, đối tượng trả lời và cách chọn mẫu" in alt
    assert "2022: năm 2022 dùng bộ tiêu chí mới" in alt
    assert "2024" not in alt
    item = study("Bắc Ninh", 2023)
    recent = tuple(field for field in item.of("PAPI").history if field.edition.year > 2018)
    assert "thay đổi" not in review.rank_path(with_history(item, "PAPI", recent)).alt


def test_the_standing_is_sorted_by_lost_points(study: Studies) -> None:
    alt = review.standing_chart(study("Lạng Sơn", 2023)).alt
    lost = [float(text.replace(",", ".")) for text in re.findall(r"mất (\d+,\d+) \(vùng", alt)]
    assert len(lost) == 8
    assert lost == sorted(lost, reverse=True)


@pytest.mark.parametrize("share", [n / 50 for n in range(51)])
def test_a_figure_in_a_cell_can_be_read(share: float) -> None:
    colour = shade(share)
    ink = rgb("#000000" if ink_on(colour) == "black" else "#ffffff")
    assert contrast(colour, ink) >= 4.5


def test_shades_grow_darker_with_the_share() -> None:
    greys = [luminance(shade(n / 50)) for n in range(51)]
    assert all(here > after for here, after in pairwise(greys))


def test_the_same_study_gives_the_same_bytes_and_no_shared_id(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    drawings = [figure.svg for figure in (*figures(item), review.standing_chart(item))]
    assert drawings[:4] == [figure.svg for figure in figures(item)]
    ids = [one for svg in drawings for one in set(re.findall(r'\bid="([^"]+)"', svg))]
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def series_page(study: Studies, paths: Paths, executed: Maker) -> str:
    item = study("Lạng Sơn", 2023)
    return page(
        executed(("Thứ hạng", review.rank_path(item)), ("PAPI", review.heat_map(item, "PAPI"))),
        title="Báo cáo rà soát",
        subtitle=item.unit.full_name(),
        template=paths.templates / "bao-cao",
    )


def test_the_figures_stand_on_a_page_that_loads_nothing(series_page: str) -> None:
    assert outside_addresses(series_page) == ()
    assert "<image" not in series_page
    assert len(re.findall(r'<svg[^>]*role="img"', series_page)) == 2


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_figures_can_be_read_on_a_narrow_screen_without_widening_the_page(
    browser: Browser, series_page: str, width: int
) -> None:
    sheet = browser.new_page(viewport={"width": width, "height": 900})
    sheet.set_content(series_page)
    wide = sheet.evaluate("document.documentElement.scrollWidth")
    drawn = sheet.evaluate("document.querySelector('figure svg').getBoundingClientRect().width")
    sheet.close()
    assert wide <= width
    assert drawn >= 600
