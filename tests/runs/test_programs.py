"""Programs beside the package."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from analysis.runs.programs import find_program, office_places, run_program

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = sys.executable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs made here are POSIX")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder of the search path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def made(place: Path) -> Path:
    place.write_text("#!/bin/sh\n", "utf-8")
    place.chmod(0o755)
    return place


def test_the_first_name_on_the_path_is_found(path: Path) -> None:
    other, first = made(path / "libreoffice"), made(path / "soffice")
    assert find_program("soffice", "libreoffice") == first
    assert find_program("unoconv", "libreoffice") == other


def test_a_usual_place_is_looked_at_after_the_path(path: Path, tmp_path: Path) -> None:
    usual = made(tmp_path / "soffice")
    assert find_program("soffice", places=[tmp_path / "none", usual]) == usual
    assert find_program("soffice", places=[usual.parent]) is None
    on_path = made(path / "soffice")
    assert find_program("soffice", places=[usual]) == on_path


def test_windows_prefers_the_console_program_in_each_program_folder() -> None:
    environ = {"ProgramFiles": "P", "ProgramW6432": "P", "ProgramFiles(x86)": "X"}
    assert [p.as_posix() for p in office_places(platform="win32", environ=environ)] == [
        "P/LibreOffice/program/soffice.com",
        "P/LibreOffice/program/soffice.exe",
        "X/LibreOffice/program/soffice.com",
        "X/LibreOffice/program/soffice.exe",
    ]


def test_linux_has_the_search_path_only() -> None:
    assert office_places(platform="linux", environ={}) == ()


@pytest.mark.parametrize(
    ("code", "ending"), [("", "done"), ("raise SystemExit(3)", "failed"), ("a b", "failed")]
)
def test_an_ending_is_told(code: str, ending: str) -> None:
    assert run_program([PYTHON, "-c", code], seconds=30) == ending


def test_a_program_that_cannot_start_has_failed(tmp_path: Path) -> None:
    assert run_program([tmp_path / "none"], seconds=30) == "failed"


def test_a_program_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    beat = tmp_path / "beat"
    child = f"import time\nwhile True: open({str(beat)!r}, 'a').write('.'); time.sleep(0.02)"
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {child!r}])"
    began = time.monotonic()
    assert run_program([PYTHON, "-c", parent], seconds=1.5) == "late"
    assert time.monotonic() - began < 20
    assert beat.exists()
    before = beat.stat().st_size
    time.sleep(0.3)
    assert beat.stat().st_size == before
