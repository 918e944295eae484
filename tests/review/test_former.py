from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html

from analysis import review
from analysis.vietnamese import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.review import Html

    Studies = Callable[[str, int], Study]

INDICES = ("PAPI", "SIPAS", "PAR INDEX")


def tree(fragment: Html) -> Any:
    return lxml_html.fromstring(f"<div>{fragment._repr_html_()}</div>")


def cells(fragment: Html) -> dict[str, list[str]]:
    return {
        row[0].text_content(): [cell.text_content() for cell in row[1:]]
        for row in tree(fragment).findall(".//tbody/tr")
    }


def test_the_former_provinces_stand_side_by_side(study: Studies) -> None:
    shown = review.former_table(study("Cần Thơ", 2026), "PAPI")
    head = [cell.text for cell in tree(shown).findall(".//thead/tr/th")]
    assert head == ["Nội dung", "Thành phố Cần Thơ", "Tỉnh Hậu Giang", "Tỉnh Sóc Trăng"]
    told = cells(shown)
    assert told["Điểm đạt"] == ["40,44", "44,01", "45,19"]
    assert told["Hạng cả nước"] == ["59/61", "23/61", "10/61"]
    assert told["Hạng trong vùng"] == ["11/12", "4/12", "1/12"]
    assert told["Nhóm"] == ["Thấp nhất", "Trung bình cao", "Cao nhất"]
    assert told["Thay đổi hạng"][0] == "giảm 6 bậc"


def test_the_lost_points_of_each_criterion_add_up(study: Studies) -> None:
    item = study("Cần Thơ", 2026)
    told = cells(review.former_table(item, "PAPI"))
    criteria = {name: lost for name, lost in told.items() if name[0].isdigit()}
    assert len(criteria) == 8
    for place, member in enumerate(item.former):
        lines = member.of("PAPI").ledger.children("0")
        assert [lost[place] for lost in criteria.values()] == [
            number(line.lost or 0) for line in lines
        ]
        total = math.fsum(line.lost or 0 for line in lines)
        assert told["Điểm mất, trong đó:"][place] == number(total)


def test_nothing_is_averaged_and_a_sentence_says_so(study: Studies) -> None:
    item = study("Cần Thơ", 2026)
    shown = review.former_table(item, "PAPI")
    text = tree(shown).text_content()
    assert "Thành phố Cần Thơ được hình thành trên cơ sở thành phố Cần Thơ, tỉnh Hậu Giang" in text
    assert "không lấy bình quân" in text
    scores = [member.of("PAPI").ledger.total.score or 0 for member in item.former]
    assert number(math.fsum(scores) / 3) not in text
    assert number(math.fsum(scores)) not in text


@pytest.mark.parametrize("index", ["SIPAS", "PAR INDEX"])
def test_what_is_known_of_none_of_them_is_one_sentence(study: Studies, index: str) -> None:
    shown = review.former_table(study("Cần Thơ", 2026), index)
    assert tree(shown).findall(".//table") == []
    assert "và tỉnh Sóc Trăng (chưa tìm thấy số liệu công bố)" in tree(shown).text_content()


def test_one_without_a_score_keeps_its_reason_beside_the_others(study: Studies) -> None:
    item = study("Cần Thơ", 2026)
    first, *others = item.former
    unscored = study("Bắc Ninh", 2023)
    mixed = replace(item, former=(replace(first, indices=unscored.indices), *others))
    told = cells(review.former_table(mixed, "PAPI"))
    assert "dữ liệu khảo sát năm 2022" in told["Điểm đạt"][0]
    assert told["Điểm đạt"][1:] == ["44,01", "45,19"]


def test_other_units_have_none(study: Studies) -> None:
    for province, year in (("Lạng Sơn", 2025), ("Lạng Sơn", 2026), ("Cao Bằng", 2025)):
        for index in INDICES:
            assert review.former_table(study(province, year), index)._repr_html_() == ""


def test_a_former_province_called_script_is_harmless(study: Studies) -> None:
    item = study("Cần Thơ", 2026)
    first, *others = item.former
    hostile = replace(first, unit=replace(first.unit, name="<script>alert(1)</script>"))
    shown = review.former_table(replace(item, former=(hostile, *others)), "PAPI")
    assert "<script>" not in shown._repr_html_()


def test_a_merged_unit_s_own_row_says_it_has_no_results_yet(study: Studies) -> None:
    text = tree(review.facts_table(study("Cần Thơ", 2026))).text_content()
    assert "chưa có kết quả của riêng mình" in text
    assert "không được chấm điểm" not in text
    assert "Sóc Trăng" not in text
