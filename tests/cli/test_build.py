"""`ke-hoach build` as its user meets it; the run itself is tested in `tests/runs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from tests.builders.cascades import manifest, repository

from analysis.cli import main
from analysis.plan.sheets import FILE

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]
PLAN = "so-ldtbxh-lang-son-2022"


@pytest.fixture
def project(paths: Paths, tmp_path: Path) -> Paths:
    return repository(paths, tmp_path / "kho")


@pytest.fixture(autouse=True)
def _in_the_repository(project: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)


@pytest.fixture
def folder(project: Paths) -> Path:
    """Return the folder of a report that has been made."""
    assert main(["run", "--plan", PLAN]) == 0
    return project.reports / "lang-son/2022" / PLAN


def product_cell(path: Path) -> tuple[Workbook, Cell]:
    file = load_workbook(path)
    page = file["Nhiệm vụ"]
    place = next(n for n, cell in enumerate(page[2], start=1) if cell.value == "Sản phẩm")
    cell = page.cell(3, place)
    assert isinstance(cell, Cell)
    return file, cell


def test_a_report_is_made_again_where_it_is_with_what_was_edited(
    capsys: Capture, folder: Path
) -> None:
    made = capsys.readouterr().out.strip()
    file, cell = product_cell(folder / FILE)
    cell.value = "Bảng theo dõi"
    file.save(folder / FILE)
    assert main(["build", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == made
    assert "giữ 1 ô người soạn đã sửa" in err
    assert "ban-truoc" in err
    assert product_cell(folder / FILE)[1].value == "Bảng theo dõi"


def test_what_cannot_be_used_is_told_with_its_cell_and_nothing_is_written(
    capsys: Capture, folder: Path
) -> None:
    file, _ = product_cell(folder / FILE)
    file["Nhiệm vụ"].cell(3, 5).value = "có lẽ"
    file.save(folder / FILE)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["build", str(folder)]) == 1
    err = capsys.readouterr().err
    assert "PL-17" in err
    assert "Nhiệm vụ" in err
    assert "Chưa ghi gì" in err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_without_a_folder_or_a_report_in_it_the_user_is_told(
    capsys: Capture, tmp_path: Path
) -> None:
    assert main(["build"]) == 2
    assert "Chưa nêu thư mục báo cáo" in capsys.readouterr().err
    assert main(["build", str(tmp_path)]) == 1
    assert "RN-25" in capsys.readouterr().err
    assert main(["build", str(manifest(tmp_path / "x", unit_code="99"))]) == 1
