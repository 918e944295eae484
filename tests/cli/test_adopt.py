"""`ke-hoach adopt` as its user meets it; the taking itself is tested in `tests/runs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from tests.builders.cascades import repository

from analysis.cli import main
from analysis.plan.sheets import FILE
from analysis.runs.previous import DOCUMENT

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]
PLAN = "so-ldtbxh-lang-son-2022"


@pytest.fixture
def project(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    made = repository(paths, tmp_path / "kho")
    monkeypatch.chdir(made.root)
    return made


def test_edits_are_told_taken_and_the_next_step_named(capsys: Capture, project: Paths) -> None:
    assert main(["run", "--plan", PLAN]) == 0
    folder = project.reports / "lang-son/2022" / PLAN
    capsys.readouterr()
    file = folder / DOCUMENT
    assert main(["adopt", str(file)]) == 0
    assert "không có chỗ sửa nào" in capsys.readouterr().err
    document = Document(str(file))
    task = [p for p in document.paragraphs if p.text.startswith("- ")][1]
    task.runs[0].text = f"{task.text.removesuffix('.')}, đúng thời hạn."
    for other in task.runs[1:]:
        other.text = ""
    document.save(str(file))
    assert main(["adopt", str(file), "--list"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "đúng thời hạn" in err
    assert "Không ghi tệp nào" in err
    assert main(["adopt", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == str(folder / FILE)
    assert "Đưa vào nhiem-vu.xlsx 1 chỗ sửa" in err
    assert "ban-truoc" in err
    assert f'ke-hoach build "{folder}"' in err


def test_what_is_wrong_is_told_in_words(capsys: Capture, project: Paths) -> None:
    assert main(["adopt"]) == 2
    assert main(["adopt", "a.docx", "b.docx"]) == 2
    assert "một tệp" in capsys.readouterr().err
    both = ["--accept-revisions", "--reject-revisions"]
    assert main(["adopt", "a.docx", *both]) == 2
    assert "một trong hai" in capsys.readouterr().err
    assert main(["adopt", str(project.root / "khong-co.docx")]) == 1
    assert "DC-01" in capsys.readouterr().err
