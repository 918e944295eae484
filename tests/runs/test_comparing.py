"""Reports and documents read from their files and compared."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from docx import Document
from tests.builders.comparisons import report, type_into

from analysis.errors import FaultsError
from analysis.runs.comparing import compare_files, write_comparison

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.comparing import Comparison
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths


@pytest.fixture(scope="module")
def made(
    job: Callable[..., Job], inputs: Inputs, paths: Paths, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[int], Path]:
    """Return a maker of Lạng Sơn's reports, each made once."""
    root = tmp_path_factory.mktemp("reports") / "lang-son"

    def make(year: int) -> Path:
        folder = root / str(year)
        if folder.is_dir():
            return folder
        return report(job("Lạng Sơn", year), inputs, paths.templates, folder)

    return make


@pytest.fixture
def copy(made: Callable[[int], Path], tmp_path: Path) -> Path:
    return shutil.copytree(made(2023), tmp_path / "lang-son" / "2023")


def codes(a: Path, b: Path, paths: Paths) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        compare_files(a, b, paths=paths)
    return [fault.code for fault in caught.value.faults]


def told(found: Comparison) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.severity, one.was, one.now) for one in found.changes]


def test_a_report_and_its_copy_have_no_changes(
    made: Callable[[int], Path], copy: Path, paths: Paths
) -> None:
    found = compare_files(made(2023), copy, paths=paths)
    assert (found.changes, found.left_out) == ((), ())
    assert found.a.name != found.b.name


def test_names_tell_two_sides_apart_and_no_more(
    made: Callable[[int], Path], copy: Path, paths: Paths
) -> None:
    same = compare_files(copy, copy, paths=paths)
    assert (same.a.name, same.b.name) == ("lang-son/2023", "lang-son/2023")
    two = compare_files(made(2023) / "ke-hoach.docx", made(2024) / "ke-hoach.docx", paths=paths)
    assert (two.a.name, two.b.name) == ("2023/ke-hoach.docx", "2024/ke-hoach.docx")


def test_edits_in_the_workbook_are_found_before_the_report_is_built_again(
    made: Callable[[int], Path], copy: Path, paths: Paths
) -> None:
    before = compare_files(copy, copy, paths=paths).a.sheets
    assert before is not None
    key, row = next(iter(before["tasks"].items()))
    type_into(copy, "tasks", key, "deadline", "Quý II/2023")
    type_into(copy, "tasks", key, "lead", "Sở Nội vụ")
    type_into(copy, "information", "number", "value", "25/KH-UBND")
    type_into(copy, "targets", "PAPI:1.1", "target", "1,2")
    found = compare_files(made(2023), copy, paths=paths)
    target = before["targets"]["PAPI:1.1"]["target"]
    assert told(found) == [
        ("information", "high", "", "25/KH-UBND"),
        ("figure", "medium", target, "1,2"),
        ("task", "high", row["lead"], "Sở Nội vụ"),
        ("task", "high", row["deadline"], "Quý II/2023"),
    ]


def test_an_edit_in_word_is_found_where_it_is(
    made: Callable[[int], Path], copy: Path, paths: Paths
) -> None:
    document = Document(str(copy / "ke-hoach.docx"))
    last = next(one for one in document.paragraphs if "Sở Nội vụ" in one.text)
    last.add_run(" Hoàn thành trước ngày 15/9/2023.")
    document.save(str(copy / "ke-hoach.docx"))
    for other in (copy, copy / "ke-hoach.docx"):
        found = compare_files(made(2023) / "ke-hoach.docx", other, paths=paths)
        assert [(one.kind, one.severity) for one in found.changes] == [("wording", "high")]
        assert "15/9/2023" in found.changes[0].what
    assert len(found.left_out) == 0


def test_two_years_are_compared_as_years(made: Callable[[int], Path], paths: Paths) -> None:
    there = compare_files(made(2023), made(2024), paths=paths)
    back = compare_files(made(2024), made(2023), paths=paths)
    assert {change.kind for change in there.changes} == {
        "information",
        "figure",
        "task",
        "row",
        "wording",
    }
    first = next(one for one in there.changes if one.kind == "figure")
    assert first.what == "Thứ hạng năm 2023 so với năm 2022: giảm 8 bậc"
    assert (first.was, first.now) == ("13/61", "21/61")
    deadlines = [one for one in there.changes if one.place.startswith("Thời hạn")]
    assert {one.severity for one in deadlines} == {"low"}
    for ours, theirs in (("thêm nhiệm vụ", "bỏ nhiệm vụ"), ("bỏ nhiệm vụ", "thêm nhiệm vụ")):
        assert Counter(one.place for one in there.changes if one.what == ours) == Counter(
            one.place for one in back.changes if one.what == theirs
        )


def test_a_break_between_the_years_is_told(made: Callable[[int], Path], paths: Paths) -> None:
    found = compare_files(made(2022), made(2023), paths=paths)
    scores = [one for one in found.changes if one.place == "PAR INDEX" and "Điểm" in one.what]
    assert [one.severity for one in scores] == ["low"]
    assert "không so sánh được" in scores[0].what
    ranks = [one for one in found.changes if one.place == "PAR INDEX" and "hạng" in one.what]
    assert [one.severity for one in ranks if one.was == "23/63"] == ["high"]


def test_all_that_cannot_be_read_is_told_at_once(copy: Path, tmp_path: Path, paths: Paths) -> None:
    (copy / "facts.json").write_text("{", "utf-8")
    (copy / "nhiem-vu.xlsx").write_bytes(b"PK")
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK")
    assert codes(copy, broken, paths) == ["RN-80", "SC-22", "DC-04"]
    with pytest.raises(FaultsError) as caught:
        compare_files(copy, broken, paths=paths)
    assert caught.value.faults[0].place.file == "lang-son/2023/facts.json"


def test_other_files_and_folders_are_refused(copy: Path, tmp_path: Path, paths: Paths) -> None:
    (tmp_path / "trong").mkdir()
    assert codes(tmp_path / "trong", tmp_path / "a.xlsx", paths) == ["RN-81", "RN-81"]
    assert codes(copy, tmp_path / "khong-co.docx", paths) == ["DC-01"]
    (copy / "ke-hoach.docx").rename(tmp_path / "a.docx")
    assert codes(copy, tmp_path / "a.docx", paths) == ["RN-82"]


def test_a_page_is_written_over_an_earlier_one_and_over_nothing_else(
    copy: Path, tmp_path: Path, paths: Paths
) -> None:
    found = compare_files(copy, copy, paths=paths)
    page = tmp_path / "so-sanh.html"
    write_comparison(found, page, paths=paths)
    write_comparison(found, page, paths=paths)
    other = tmp_path / "bao-cao.html"
    other.write_text("<title>khác</title>", "utf-8")
    for taken in (other, tmp_path):
        with pytest.raises(FaultsError) as caught:
            write_comparison(found, taken, paths=paths)
        assert caught.value.faults[0].code == "RN-83"
    assert other.read_text("utf-8") == "<title>khác</title>"
    with pytest.raises(FaultsError) as caught:
        write_comparison(found, other / "a.html", paths=paths)
    assert caught.value.faults[0].code == "RN-84"
