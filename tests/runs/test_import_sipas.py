"""Published satisfaction joins the table of results; a survey stands for itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from tests.builders.takings import finish, read, study

from analysis.runs.imports import (
    ImportRefusedError,
    as_json,
)
from analysis.runs.inputs import read_inputs

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths


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


def test_results_of_the_units_of_today_bear_their_codes(copied: Paths, tmp_path: Path) -> None:
    """Code 15 was Yên Bái's until 2024 and is Lào Cai's since."""
    book = Workbook()
    book.worksheets[0].append(["Tỉnh, thành phố", "Chỉ số hài lòng chung (%)", "Xếp hạng"])
    book.worksheets[0].append(["Lào Cai", 88.5, 7])
    book.save(tmp_path / "sipas-2025.xlsx")
    finish(copied, "SIPAS", tmp_path / "sipas-2025.xlsx")
    ledger = study(copied, "Lào Cai", 2026).of("SIPAS").ledger
    assert (ledger.total.score, ledger.total.nation.rank, ledger.total.nation.ranked) == (
        88.5,
        7,
        34,
    )
    assert ledger.total.change.previous_score is None
