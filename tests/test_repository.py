"""Rules that hold for the repository as a whole."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

TEXT = {".py", ".md", ".yml", ".toml", ".csv", ".ipynb", ".j2", ".json", ".lock", ".mplstyle", ""}


@pytest.fixture(scope="module")
def tracked(paths: Paths) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=paths.root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: the list of files is not known")
    return [paths.root / name for name in listed.stdout.splitlines()]


def test_the_top_level_is_as_its_user_drew_it(paths: Paths) -> None:
    for name in (
        "notebooks",
        "src/analysis",
        "data/raw",
        "data/processed",
        "templates",
        "reports",
        "environment.yml",
        "tests",
        "README.md",
        "docs/huong-dan.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "requirements.lock",
    ):
        assert (paths.root / name).exists(), name


def test_no_module_is_longer_than_400_lines(paths: Paths) -> None:
    for folder in ("src", "tests", "benchmarks"):
        for path in (paths.root / folder).rglob("*.py"):
            assert len(path.read_text("utf-8").splitlines()) <= 400, path.name


def test_every_package_has_tests_that_mirror_it(paths: Paths) -> None:
    rooms = {
        p.name for p in (paths.root / "src/analysis").iterdir() if (p / "__init__.py").exists()
    }
    assert rooms <= {path.name for path in (paths.root / "tests").iterdir()}


def test_text_files_are_utf8_in_nfc_and_name_no_machine(tracked: list[Path]) -> None:
    home = re.compile(r"/(home|Users)/[a-z]|C:\\Users")
    for path in tracked:
        if path.suffix in TEXT and path.is_file():
            text = path.read_text("utf-8")
            assert unicodedata.is_normalized("NFC", text) or path.suffix == ".py", path
            assert not home.search(text), path


def test_the_lock_is_hashed_and_names_no_index(paths: Paths) -> None:
    lock = (paths.root / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    packages = re.findall(r"^[a-z0-9][\w.-]*==", lock, re.MULTILINE)
    assert len(packages) > 100
    assert lock.count("--hash=sha256:") >= len(packages)


def test_conda_installs_the_locked_versions(paths: Paths) -> None:
    environment = yaml.safe_load((paths.root / "environment.yml").read_text("utf-8"))
    pip = next(item["pip"] for item in environment["dependencies"] if isinstance(item, dict))
    assert pip == ["--require-hashes", "-r requirements.lock"]


def test_generated_files_are_not_kept(tracked: list[Path], paths: Paths) -> None:
    generated = [paths.root / "reports", paths.root / "data/processed"]
    kept = [p for p in tracked if any(folder in p.parents for folder in generated)]
    assert sorted(path.name for path in kept) == ["README.md", "README.md"]
