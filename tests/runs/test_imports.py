"""Importing end to end: what is clean is taken in and used, what is not changes nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from tests.builders import papi, par

from analysis.errors import FaultsError
from analysis.plan.build import build_plan
from analysis.plan.facts import facts
from analysis.reference import TOTAL
from analysis.runs.imports import (
    ImportRefusedError,
    ImportRequest,
    as_json,
    finish_import,
    read_import,
)
from analysis.runs.inputs import read_inputs
from analysis.runs.paths import Paths
from analysis.runs.plans import form_for
from analysis.runs.study import plan_day, study_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.reference import IndexName
    from analysis.runs.inputs import Inputs
    from analysis.scores.imported import Imported

TODAY = date(2026, 11, 25)


@pytest.fixture
def copied(paths: Paths, tmp_path: Path) -> Paths:
    """Return the paths of a repository of its own, with all data."""
    root = tmp_path / "kho"
    shutil.copytree(paths.raw, root / "data/raw")
    return Paths(root)


def read(copied: Paths, index: IndexName, *files: Path, **options: Any) -> Imported:
    return read_import(ImportRequest(index, files, **options), copied, progress=lambda _: None)


def finish(copied: Paths, index: IndexName, *files: Path, **options: Any) -> tuple[Path, ...]:
    request = ImportRequest(index, files, **options)
    imported = read_import(request, copied, progress=lambda _: None)
    return finish_import(request, imported, copied, today=TODAY).written


def study(copied: Paths, province: str, plan_year: int) -> Study:
    inputs = read_inputs(copied)
    day = plan_day(plan_year)
    unit = inputs.places.resolve(province, day=day)
    return study_of(inputs, unit=unit, plan_year=plan_year, day=day)


@pytest.fixture
def workbook(copied: Paths, inputs: Inputs, tmp_path: Path) -> Callable[[int], Path]:
    def make(year: int) -> Path:
        real = papi.real_year(copied, inputs.indices["PAPI"], inputs.places, year)
        return papi.transposed(real, tmp_path)

    return make


def test_an_official_workbook_is_used_as_soon_as_it_is_taken_in(
    copied: Paths, workbook: Callable[[int], Path]
) -> None:
    before, path = study(copied, "Lạng Sơn", 2024), workbook(2023)
    (copied.raw / "papi/papi_2023.csv").unlink()
    (written,) = finish(copied, "PAPI", path)
    assert written == copied.raw / "papi/papi_2023.csv"
    after = study(copied, "Lạng Sơn", 2024)
    assert after.of("PAPI").ledger.total.score == before.of("PAPI").ledger.total.score
    stated = facts(after)["indices"][0]
    assert (stated["low"], stated["se"]) == (pytest.approx(43.4778 - 0.31, abs=1e-3), 0.19)


def test_data_that_change_are_kept_aside(copied: Paths, workbook: Callable[[int], Path]) -> None:
    held = copied.raw / "papi/papi_2023.csv"
    held.write_text(held.read_text("utf-8").replace("Hà Nội", "Ha Noi"), "utf-8")
    former = held.read_bytes()
    for _ in range(2):  # the second time nothing changes, so nothing is kept
        finish(copied, "PAPI", workbook(2023))
    (aside,) = held.parent.glob("*.truoc")
    assert aside.read_bytes() == former
    read_inputs(copied)


def spoilt(path: Path) -> Path:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["D10"].value = "khá"
    sheet["A1"].value = "=HYPERLINK(1)"
    sheet["A1"].data_type = "s"
    book.save(path)
    return path


def test_a_file_with_a_fault_changes_nothing_and_is_marked(
    copied: Paths, workbook: Callable[[int], Path]
) -> None:
    held = {path: path.read_bytes() for path in copied.raw.rglob("*") if path.is_file()}
    with pytest.raises(ImportRefusedError) as refused:
        finish(copied, "PAPI", spoilt(workbook(2023)))
    assert {path: path.read_bytes() for path in copied.raw.rglob("*") if path.is_file()} == held
    report, copy = (Path(notice.partition(": ")[2]) for notice in refused.value.notices)
    assert "“khá” không phải là số" in report.read_text("utf-8")
    book = load_workbook(copy)
    cell = book["2023_VIE_ENG"]["D10"]
    assert cell.comment is not None
    assert "SC-03" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFF4B6B0"
    assert book.worksheets[0].title == "LỖI"
    assert book["2023_VIE_ENG"]["A1"].data_type == "s"


def test_a_named_warning_may_be_accepted(copied: Paths, workbook: Callable[[int], Path]) -> None:
    path = workbook(2023)
    book = load_workbook(path)
    book.worksheets[0]["AQ2"].value = "Kôn Tum Mới"
    book.save(path)
    with pytest.raises(ImportRefusedError, match="Kôn Tum Mới"):
        finish(copied, "PAPI", path)
    assert finish(copied, "PAPI", path, accepted=frozenset({"SC-35"}))


def test_an_error_cannot_be_accepted(copied: Paths, workbook: Callable[[int], Path]) -> None:
    with pytest.raises(ImportRefusedError):
        finish(copied, "PAPI", spoilt(workbook(2023)), accepted=frozenset({"SC-03"}))


def test_checked_data_may_go_to_a_folder_of_ones_own(
    copied: Paths, workbook: Callable[[int], Path], tmp_path: Path
) -> None:
    assert finish(copied, "PAPI", workbook(2023), out=tmp_path / "ra") == (
        tmp_path / "ra/papi_2023.csv",
    )


def test_the_json_of_an_import_has_null_for_what_was_not_scored(
    copied: Paths, workbook: Callable[[int], Path]
) -> None:
    content = json.loads(as_json(read(copied, "PAPI", workbook(2022))))
    scores = {(r["unit_code"], r["criterion"]): r["score"] for r in content["records"]}
    assert scores["24", TOTAL] is None
    assert scores["20", TOTAL] == pytest.approx(43.8476)
    assert content["faults"] == []


def test_faults_in_json_have_code_place_and_remedy(
    copied: Paths, workbook: Callable[[int], Path]
) -> None:
    (fault,) = json.loads(as_json(read(copied, "PAPI", spoilt(workbook(2023)))))["faults"]
    assert (fault["sheet"], fault["row"], fault["column"]) == ("2023_VIE_ENG", 10, "D")
    assert (fault["code"], fault["severity"]) == ("SC-03", "error")
    assert fault["message"]
    assert fault["remedy"]


def test_two_files_that_say_different_things_are_told(
    copied: Paths, workbook: Callable[[int], Path], tmp_path: Path
) -> None:
    other = tmp_path / "papi_2023.csv"
    text = (copied.raw / "papi/papi_2023.csv").read_text("utf-8")
    rows = text.split("\n")
    cells = rows[1].split(",")
    cells[2] = "1.0001"
    other.write_text("\n".join([rows[0], ",".join(cells), *rows[2:]]), "utf-8")
    faults = read(copied, "PAPI", workbook(2023), other).faults
    assert {fault.code for fault in faults} == {"SC-42"}


# PAR INDEX: a scoring sheet completes the edition


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return par.write(par.lines(), tmp_path / "phieu.xlsx")


def test_a_scoring_sheet_becomes_the_ledger_of_its_province(copied: Paths, sheet: Path) -> None:
    written, apart = finish(copied, "PAR INDEX", sheet)
    assert written.name == "par_index_2024_lang-son.csv"
    assert "1.1.1,Tiêu chí thành phần 1.1.1," in apart.read_text("utf-8")
    ledger = study(copied, "Lạng Sơn", 2025).of("PAR INDEX").ledger
    items = par.lines()
    total = par.total(items)
    assert ledger.total.score == pytest.approx(total.points["score"])
    assert ledger.total.nation.rank is None or ledger.total.nation.ranked == 63
    for code in (TOTAL, "3", "3.1"):
        line = ledger.line(code)
        assert line is not None
        lost = sum(child.lost or 0 for child in ledger.children(code))
        assert lost == pytest.approx(line.lost, abs=1e-9)
    names = {line.code: line.criterion.key for line in ledger.lines}
    assert names["3"] == "f3"


def test_a_sheet_shows_on_every_level_of_the_plan_s_appendix(
    copied: Paths, paths: Paths, sheet: Path
) -> None:
    finish(copied, "PAR INDEX", sheet)
    item = study(copied, "Lạng Sơn", 2025)
    plan = build_plan(
        item,
        form=form_for(paths, "province-narrative"),
        details=None,
        rule="median_of_group_above",
    )
    rows = [[cell.text for cell in row.cells] for row in plan.appendices[0].table.rows]
    names = [(row[0], row[1]) for row in rows]
    place = names.index(("III", "Cải cách thủ tục hành chính"))
    assert names[place + 1 : place + 4] == [
        ("1", "Tiêu chí 3.1"),
        ("1.1", "Tiêu chí thành phần 3.1.1"),
        ("1.2", "Tiêu chí thành phần 3.1.2"),
    ]
    assert len(rows) == len(par.lines()) + 1


def test_a_sheet_is_of_one_province_only(copied: Paths, sheet: Path) -> None:
    before = facts(study(copied, "Hà Tĩnh", 2025))
    finish(copied, "PAR INDEX", sheet)
    assert facts(study(copied, "Hà Tĩnh", 2025)) == before


def test_a_sheet_of_a_year_without_an_edition_needs_no_code(copied: Paths, tmp_path: Path) -> None:
    title = "PHIẾU CHẤM ĐIỂM TỈNH LẠNG SƠN NĂM 2025 (SỐ LIỆU GIẢ ĐỊNH)"
    finish(copied, "PAR INDEX", par.write(par.lines(), tmp_path / "phieu.xlsx", title=title))
    item = study(copied, "Lạng Sơn", 2026)
    assert item.result_year == 2025
    assert item.of("PAR INDEX").ledger.total.lost is not None
    assert item.of("PAPI").ledger.total.score is None
    assert study(copied, "Hà Tĩnh", 2026).result_year == 2024


def test_a_sheet_of_nobody_is_not_taken_in(copied: Paths, tmp_path: Path) -> None:
    path = par.write(par.lines(), tmp_path / "phieu.xlsx", title="PHIẾU CHẤM ĐIỂM NĂM 2024")
    assert not read(copied, "PAR INDEX", path).faults
    with pytest.raises(FaultsError, match="của tỉnh nào"):
        finish(copied, "PAR INDEX", path)


# A year nobody has seen: one YAML file and one data file


EDITION = {
    "index": "PAPI",
    "criteria": {"x9": {"name": "Nội dung giả định", "control": "own"}},
    "editions": [
        {
            "id": "2025 (giả định)",
            "years": [2025],
            "max_score": 30,
            "unit_set": "34",
            "synthetic": True,
            "tree": [
                {"code": "1", "key": "d2", "max": 10, "children": {"1.1": "d2_land", "1.2": "x9"}},
                {"code": "2", "key": "d5", "max": 20, "children": {"2.1": "d5_land"}},
            ],
        }
    ],
}


@pytest.fixture
def next_year(copied: Paths) -> Paths:
    """Add a SYNTHETIC edition and its data: 34 units, other parts, another maximum."""
    path = copied.reference / "editions/papi_2025.yml"
    path.write_text(yaml.safe_dump(EDITION, allow_unicode=True), "utf-8")
    units = read_inputs(copied).places.in_set("34")
    rows = [
        f"{unit.code},{unit.name},{2 + n / 40:.4f},{1.5 + n / 50:.4f},{11 + n / 30:.4f}"
        for n, unit in enumerate(units)
    ]
    data = copied.root / "papi_2025.csv"
    data.write_text("\n".join(["unit_code,unit,1.1,1.2,2.1", *rows]) + "\n", "utf-8")
    finish(copied, "PAPI", data)
    return copied


def test_a_new_edition_enters_without_code(next_year: Paths) -> None:
    item = study(next_year, "Lạng Sơn", 2026)
    ledger = item.of("PAPI").ledger
    assert (item.result_year, ledger.edition.max_score, ledger.edition.synthetic) == (
        2025,
        30,
        True,
    )
    assert ledger.total.nation.ranked == 34
    assert ledger.total.region.ranked == 9
    assert sum(line.lost or 0 for line in ledger.children(TOTAL)) == pytest.approx(
        ledger.total.lost, abs=1e-9
    )


def test_a_merged_unit_has_results_of_its_own_but_no_year_before(next_year: Paths) -> None:
    item = study(next_year, "Cần Thơ", 2026)
    ledger = item.of("PAPI").ledger
    assert ledger.total.score is not None
    assert ledger.total.change.previous_score is None
    assert "hình thành từ ngày 01/7/2025" in str(ledger.total.change.note)
    assert [former.unit.name for former in item.former] == ["Cần Thơ", "Hậu Giang", "Sóc Trăng"]


# SIPAS: results join the table of results, a survey stands for itself


def sipas_table(path: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Tỉnh, thành phố", "Chỉ số hài lòng chung (%)", "Xếp hạng"])
    sheet.append(["Lạng Sơn", 81.25, 45])
    sheet.append(["Sóc Trăng", 84.5, 20])
    book.save(path)
    return path


def test_published_satisfaction_joins_the_table_of_results(copied: Paths, tmp_path: Path) -> None:
    held = read_inputs(copied).years["SIPAS"][2022].table
    (written,) = finish(copied, "SIPAS", sipas_table(tmp_path / "sipas-2023.xlsx"))
    assert written == copied.raw / "sipas/sipas.csv"
    total = study(copied, "Lạng Sơn", 2024).of("SIPAS").ledger.total
    assert (total.score, total.nation.rank, total.nation.ranked) == (81.25, 45, 63)
    assert "sipas-2023.xlsx" in total.source
    after = read_inputs(copied).years["SIPAS"][2022].table
    order = ["unit_code", "criterion"]
    assert after.sort_values(order).to_csv(index=False) == held.sort_values(order).to_csv(
        index=False
    )


def test_satisfaction_taken_in_twice_is_there_once(copied: Paths, tmp_path: Path) -> None:
    path = sipas_table(tmp_path / "sipas-2023.xlsx")
    first = finish(copied, "SIPAS", path)[0].read_bytes()
    assert finish(copied, "SIPAS", path)[0].read_bytes() == first


def test_where_every_province_is_known_ranks_are_computed(copied: Paths, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Tỉnh, thành phố", "Chỉ số hài lòng chung (%)"])
    for number, unit in enumerate(read_inputs(copied).places.in_set("63")):
        sheet.append([unit.name, 90 - number / 10])
    book.save(tmp_path / "sipas-2023.xlsx")
    finish(copied, "SIPAS", tmp_path / "sipas-2023.xlsx")
    ledger = study(copied, "Hà Giang", 2024).of("SIPAS").ledger
    assert (ledger.total.nation.rank, ledger.total.nation.ranked) == (2, 63)
    assert ledger.total.rank_status == "computed"


PHONE = "0912345678"


def survey(path: Path, rows: int = 40) -> Path:
    titles = "Mã phiếu,Họ tên,Điện thoại,Đơn vị,access_1: Nơi ngồi chờ,Hài lòng chung"
    answers = ["Hài lòng", "Bình thường", "Rất hài lòng", "Không hài lòng"]
    lines = [
        f"P{n},Người trả lời {n},{PHONE},Xã {n % 2},{answers[n % 4]},{answers[n % 4]}"
        for n in range(rows)
    ]
    path.write_text("\n".join([titles, *lines]) + "\n", "utf-8")
    return path


def test_a_survey_of_one_s_own_joins_nothing_and_keeps_nobody(
    copied: Paths, tmp_path: Path
) -> None:
    held = (copied.raw / "sipas/sipas.csv").read_bytes()
    (written,) = finish(copied, "SIPAS", survey(tmp_path / "khao-sat-2024.csv"))
    assert written == copied.root / "data/processed/khao-sat/khao-sat-2024/hai-long.csv"
    text = written.read_text("utf-8")
    assert "Xã 1" in text
    assert PHONE not in text
    assert "Người trả lời" not in text
    assert (copied.raw / "sipas/sipas.csv").read_bytes() == held


def test_the_json_of_a_survey_tells_its_groups(copied: Paths, tmp_path: Path) -> None:
    imported = read(copied, "SIPAS", survey(tmp_path / "khao-sat-2024.csv"))
    records = json.loads(as_json(imported))["records"]
    whole = next(r for r in records if r["by"] == "all" and r["criterion"] == "access")
    assert (whole["score"], whole["respondents"], whole["few"]) == (50.0, 40, False)
    assert whole["low"] < 50 < whole["high"]
    part = next(r for r in records if r["unit"] == "Xã 1" and r["criterion"] == "access")
    assert part["few"] is True
    assert PHONE not in as_json(imported)


def test_no_copy_is_made_of_a_survey_with_faults(copied: Paths, tmp_path: Path) -> None:
    path = survey(tmp_path / "khao-sat-2024.csv")
    path.write_text(path.read_text("utf-8").replace("Bình thường", "tạm được", 1), "utf-8")
    with pytest.raises(ImportRefusedError) as refused:
        finish(copied, "SIPAS", path)
    assert refused.value.faults
    written = [file for file in (copied.root / "reports").rglob("*") if file.is_file()]
    assert [file.name for file in written] == ["loi.txt"]
    assert PHONE not in written[0].read_text("utf-8")
