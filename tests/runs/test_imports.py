"""Importing end to end: what is clean is taken in and used, what is not changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.builders import papi
from tests.builders.takings import finish, read, study

from analysis.plan.facts import facts
from analysis.reference import TOTAL
from analysis.runs.imports import (
    ImportRefusedError,
    as_json,
)
from analysis.runs.inputs import read_inputs

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths


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
