"""Which files are surveys, and what each of their columns is."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
from tests.builders.survey import INDEX, TITLES, made, survey

from analysis.errors import FaultsError
from analysis.reference import TOTAL
from analysis.scores.sipas import recognised
from analysis.scores.sipas.columns import Titles

if TYPE_CHECKING:
    from pathlib import Path

MEANINGS = {
    "access_1": ("question", "access"),
    "access.3": ("question", "access"),
    "ACCESS_2: Trang thiết bị": ("question", "access"),
    "policy_info": ("question", "policy_info"),
    "policy_participation_2": ("question", "policy_participation"),
    "g_economy_1": ("question", "g_economy"),
    "feedback_1: Công khai địa chỉ, điện thoại": ("question", "feedback"),
    "overall": ("question", TOTAL),
    "Tiếp cận dịch vụ": ("question", "access"),
    "Câu 5. Nơi ngồi chờ có đủ chỗ": ("question", "access"),
    "Thủ tục hành chính": ("question", "procedures"),
    "Mức độ hài lòng về thái độ phục vụ": ("question", "officials"),
    "Công chức hướng dẫn thủ tục hành chính dễ hiểu": ("question", "officials"),
    "Kết quả giải quyết thủ tục hành chính": ("question", "results"),
    "Kết quả": ("question", "results"),
    "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị": ("question", "feedback"),
    "Thông báo kết quả xử lý góp ý kịp thời": ("question", "feedback"),
    "Cơ hội tham gia góp ý chính sách": ("question", "policy_participation"),
    "Kết quả, tác động của chính sách": ("question", "policy_impact"),
    "Nhóm chính sách: điện sinh hoạt": ("question", "g_power"),
    "Dịch vụ khám, chữa bệnh": ("question", "g_health"),
    "Hài lòng chung về sự phục vụ của cơ quan": ("question", TOTAL),
    "Nhìn chung, Ông/Bà có hài lòng với việc giải quyết TTHC": ("question", TOTAL),
    "Hài lòng chung về thái độ": ("question", "officials"),
    "Đơn vị": ("unit", ""),
    "Tên cơ quan, đơn vị được khảo sát": ("unit", ""),
    "Cơ quan giải quyết thủ tục hành chính": ("unit", ""),
    "Xã/phường": ("unit", ""),
    "Sở, ban, ngành": ("unit", ""),
    "Lĩnh vực giải quyết": ("field", ""),
    "Nhóm tuổi": ("age", ""),
    "Tuổi": ("age", ""),
    "Giới tính": ("sex", ""),
    "Mã phiếu": ("form", ""),
    "Số phiếu": ("form", ""),
    "Mong đợi: nâng cao thái độ của công chức": ("expectation", ""),
    "Nhu cầu, mong đợi của người dân": ("expectation", ""),
    "Họ và tên": ("personal", ""),
    "Số điện thoại": ("personal", ""),
    "Điện thoại của đơn vị": ("personal", ""),
    "Số CCCD/CMND": ("personal", ""),
    "Địa chỉ (xã, phường)": ("personal", ""),
    "Email": ("personal", ""),
    "Ngày sinh": ("personal", ""),
    "Số": ("aside", ""),
    "Ghi chú": ("aside", ""),
    "Trình độ học vấn": ("aside", ""),
}


@pytest.mark.parametrize("title", MEANINGS)
def test_a_title_is_understood_by_its_meaning(title: str) -> None:
    column = Titles(INDEX).meaning(title, 1)
    assert (column.role, column.criterion) == MEANINGS[title]


@pytest.mark.parametrize("title", [title for title in MEANINGS if title != "Số"])
def test_case_and_accents_do_not_matter(title: str) -> None:
    marks = unicodedata.normalize("NFD", title.replace("Đ", "D").replace("đ", "d"))
    bare = "".join(char for char in marks if not unicodedata.combining(char))
    for written in (title.upper(), bare, unicodedata.normalize("NFD", title)):
        column = Titles(INDEX).meaning(written, 1)
        assert (column.role, column.criterion) == MEANINGS[title], written


def test_every_criterion_is_known_by_its_own_name() -> None:
    titles = Titles(INDEX)
    for key, text in INDEX.criteria.items():
        assert titles.meaning(f"{key}_1", 1).criterion == key
        # Until 2016 each service had a form of its own, and none of its columns bears its name.
        if not key.startswith("s_"):
            assert titles.meaning(text.name, 1).criterion == key


def test_the_order_of_columns_does_not_matter(tmp_path: Path) -> None:
    rows = made(60)
    order = list(range(len(TITLES)))
    random.Random(3).shuffle(order)
    turned = survey(
        tmp_path, [[row[at] for at in order] for row in rows], [TITLES[at] for at in order]
    )
    assert turned.table.equals(survey(tmp_path, rows).table)
    assert not turned.faults


def test_the_first_rows_tell_a_survey() -> None:
    assert recognised([TITLES, *made(5)], index=INDEX)
    assert recognised([["PHIẾU KHẢO SÁT", ""], [], TITLES, *made(5)], index=INDEX)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["một", "hai"], ["1", "2"]],
        [["Đơn vị", "Tiếp cận dịch vụ", "Thủ tục hành chính"], ["Lạng Sơn", "84,09", "81,5"]],
        [["Tỉnh", "access", "procedures"], ["Lạng Sơn", 84.09, 81.5]],
        [["unit_code", "unit", "1", "1.1"], ["20", "Lạng Sơn", "1.2", "0.5"]],
    ],
)
def test_published_results_are_no_survey(rows: list[list[str]]) -> None:
    assert not recognised(rows, index=INDEX)


def test_lines_above_the_titles_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "khao-sat.csv"
    rows = [["PHIẾU KHẢO SÁT MỨC ĐỘ HÀI LÒNG VỀ THỦ TỤC HÀNH CHÍNH"], [], list(TITLES), *made(40)]
    rows[2][7] = "access_1: Nơi ngồi chờ\ncó đủ chỗ"
    rows[5][7] = "8"
    found = survey(tmp_path, rows[1:], rows[0])
    assert found.rows == 40
    (fault,) = found.faults
    assert (fault.place.file, fault.place.row, fault.place.column) == (path.name, 6, "H")


def test_a_second_unit_column_is_left_aside_and_told(tmp_path: Path) -> None:
    rows = [["01", "Xã A", "4"], ["02", "Xã B", "5"]]
    found = survey(tmp_path, rows, ["Mã đơn vị", "Tên đơn vị", "access_1"])
    assert set(found.table["unit"]) == {"", "Xã A", "Xã B"}
    assert any("Cột A" in note for note in found.notes)


def test_a_file_that_is_no_survey_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        survey(tmp_path, [["1", "2"]], ["một", "hai"])
    assert [fault.code for fault in caught.value.faults] == ["SC-70"]


@pytest.mark.parametrize("rows", [[], [["", ""]]])
def test_a_file_without_forms_is_a_fault(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        survey(tmp_path, rows, ["access_1", "overall"])
    assert [fault.code for fault in caught.value.faults] == ["SC-78"]
