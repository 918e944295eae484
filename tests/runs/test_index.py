"""The page over all reports."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html
from tests.builders.reports import FACTS, PAGE, PLAN, WARNINGS, WORKBOOK, small_report

from analysis.runs.index import INDEX, write_index
from analysis.runs.signing import FILE as SIGNATURES
from analysis.runs.signing import Order, sign

if TYPE_CHECKING:
    from analysis.runs.paths import Paths

DAY = date(2023, 6, 25)


@pytest.fixture
def shelf(paths: Paths, tmp_path: Any) -> Paths:
    """Return a repository whose reports lie in a folder of their own, still empty."""
    found = replace(paths, out=tmp_path)
    found.reports.mkdir()
    return found


def written(shelf: Paths) -> Any:
    assert write_index(shelf) == ()
    return lxml_html.fromstring((shelf.reports / INDEX).read_text("utf-8"))


def rows(root: Any) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in root.findall(".//tbody/tr")
    ]


def test_without_reports_a_sentence_says_so(shelf: Paths) -> None:
    root = written(shelf)
    assert rows(root) == []
    assert "Chưa có báo cáo nào" in root.text_content()


def test_a_report_is_told_in_a_row(shelf: Paths) -> None:
    small_report(shelf.reports / "lang-son/2023")
    ((unit, year, _, signed, state, made, form),) = rows(written(shelf))
    assert (unit, year, form) == ("Tỉnh Lạng Sơn", "2023", "Kế hoạch cấp tỉnh")
    assert (signed, state) == ("Chưa xác nhận", "Như khi lập, không có cảnh báo.")
    assert made == "20/6/2023, 08:05"


def test_a_report_is_told_once_though_a_link_leads_in_a_circle(shelf: Paths) -> None:
    small_report(shelf.reports / "lang-son/2023")
    (shelf.reports / "lang-son/vong").symlink_to("..")
    assert len(rows(written(shelf))) == 1


def test_plans_below_the_province_name_their_body_and_plan_folder(shelf: Paths) -> None:
    folder = shelf.reports / "lang-son/2023/department/so-noi-vu"
    small_report(folder, body_name="Sở Nội vụ", plan="so-noi-vu-2023", form_name="Kế hoạch sở")
    ((unit, *_, form),) = rows(written(shelf))
    assert unit == "Sở Nội vụtỉnh Lạng Sơn"
    assert form == "Kế hoạch sở (kế hoạch so-noi-vu-2023)"


def test_reports_of_earlier_versions_are_told_by_code(shelf: Paths) -> None:
    small_report(shelf.reports / "x", unit="", form_name="")
    ((unit, *_, form),) = rows(written(shelf))
    assert (unit, form) == ("Đơn vị mã 20", "province-narrative")


def test_provinces_follow_each_other_the_newest_year_first(shelf: Paths) -> None:
    for folder, year in (("b/2022", 2022), ("b/2023", 2023), ("a/2021", 2021)):
        small_report(shelf.reports / folder, plan_year=year)
    assert [row[1] for row in rows(written(shelf))] == ["2021", "2023", "2022"]


def test_every_link_leads_to_a_file_from_where_the_page_lies(shelf: Paths) -> None:
    dated = "ke-hoach (bản mới 24-6-2023).docx"
    folder = small_report(
        shelf.reports / "lang-son/2023", files=(PLAN, FACTS, WORKBOOK, PAGE, dated)
    )
    (folder / "cascade").mkdir()
    (folder / "cascade/phan-giao.csv").write_text("a", "utf-8")
    root = written(shelf)
    links = {link.text: link.get("href") for link in root.findall(".//td//a")}
    assert list(links) == [
        "Trang rà soát",
        "Kế hoạch (Word)",
        "Phiếu nhiệm vụ (Excel)",
        "Bảng phân giao (CSV)",
        dated,
    ]
    for address in links.values():
        assert (shelf.reports / unquote(address)).is_file()
    said = root.find(".//td//a").get("aria-label")
    assert said == "Trang rà soát của tỉnh Lạng Sơn, 2023, Kế hoạch cấp tỉnh"


def test_the_state_tells_of_edited_and_missing_files_and_of_warnings(shelf: Paths) -> None:
    folder = small_report(shelf.reports / "lang-son/2023", warnings=WARNINGS)
    (folder / PLAN).write_text("sửa", "utf-8")
    (folder / PAGE).unlink()
    state = rows(written(shelf))[0][4]
    assert state == (
        "Đã sửa sau khi lập: ke-hoach.docx. Không còn tệp: bao-cao.html. 2 cảnh báo (PL-10, RN-41)."
    )


def test_sign_offs_are_told_with_their_state(shelf: Paths) -> None:
    folder = small_report(shelf.reports / "lang-son/2023")
    sign(folder, Order("Người rà soát A", DAY), today=DAY)
    assert rows(written(shelf))[0][3] == "Người rà soát A, 25/6/2023Còn hiệu lực"
    (folder / FACTS).write_text("khác", "utf-8")
    assert "Không còn hiệu lực: số liệu (facts.json)" in rows(written(shelf))[0][3]
    (folder / SIGNATURES).write_text("{", "utf-8")
    assert rows(written(shelf))[0][3] == "Không đọc được xac-nhan.json"


def test_a_folder_that_cannot_be_read_is_listed_with_the_reason(shelf: Paths) -> None:
    broken = shelf.reports / "a/2023"
    broken.mkdir(parents=True)
    (broken / "manifest.json").write_text("{", "utf-8")
    bare = shelf.reports / "b/2023"
    bare.mkdir(parents=True)
    (bare / PLAN).write_text("kế hoạch", "utf-8")
    assert rows(written(shelf)) == [
        ["a/2023", "Không đọc được manifest.json, hoặc tệp thiếu nội dung."],
        ["b/2023", "Thư mục không có manifest.json."],
    ]


def test_folders_that_are_no_reports_are_passed_over(shelf: Paths) -> None:
    folder = small_report(shelf.reports / "lang-son/2023")
    for name in ("cascade", "notebooks", "ban-truoc", ".dang-lap-x"):
        shutil.copytree(folder, folder / name)
    (shelf.reports / "nhap-so-lieu").mkdir()
    assert len(rows(written(shelf))) == 1


def test_the_table_has_a_caption_and_scopes(shelf: Paths) -> None:
    small_report(shelf.reports / "lang-son/2023")
    root = written(shelf)
    assert root.get("lang") == "vi"
    assert [node.text for node in root.findall(".//caption")] == ["1 báo cáo"]
    assert {cell.get("scope") for cell in root.findall(".//thead//th")} == {"col"}
    assert {cell.get("scope") for cell in root.findall(".//tbody//th")} == {"row"}


def test_what_comes_from_data_is_escaped(shelf: Paths) -> None:
    folder = small_report(shelf.reports / "x", unit="<script>a</script>")
    sign(folder, Order("<script>b</script>", DAY), today=DAY)
    written(shelf)
    assert "<script" not in (shelf.reports / INDEX).read_text("utf-8")


def test_a_broken_template_is_told_and_stops_nothing(paths: Paths, tmp_path: Any) -> None:
    root = tmp_path / "kho"
    (root / "templates/bao-cao").mkdir(parents=True)
    (root / "templates/bao-cao/danh-muc.html.j2").write_text("{% for %}", "utf-8")
    (root / "reports").mkdir()
    (notice,) = write_index(replace(paths, root=root, out=None))
    assert "danh mục báo cáo" in notice
    assert not (root / "reports" / INDEX).exists()
