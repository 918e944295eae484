"""A scoring sheet completes the edition of its year; a new edition needs no code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from tests.builders import par
from tests.builders.takings import finish, read, study

from analysis.errors import FaultsError
from analysis.plan.build import build_plan
from analysis.plan.facts import facts
from analysis.reference import TOTAL
from analysis.runs.inputs import read_inputs
from analysis.runs.plans import form_for

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths


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


def test_a_sheet_of_a_former_province_is_not_the_unit_s_that_has_its_code(
    copied: Paths, tmp_path: Path
) -> None:
    title = "BẢNG CHẤM ĐIỂM CỦA TỈNH YÊN BÁI, NĂM 2024 (SỐ LIỆU GIẢ ĐỊNH)"
    finish(copied, "PAR INDEX", par.write(par.lines(), tmp_path / "phieu.xlsx", title=title))
    ledger = study(copied, "Lào Cai", 2026).of("PAR INDEX").ledger
    assert ledger.total.score is None
    assert ledger.line("1.1") is None
