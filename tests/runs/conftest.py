"""What the tests of runs share: a repository of their own, with all data."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copied(paths: Paths, tmp_path: Path) -> Paths:
    """Return the paths of a repository of its own, with all data."""
    root = tmp_path / "kho"
    shutil.copytree(paths.raw, root / "data/raw")
    return Paths(root)
