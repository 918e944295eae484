from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.runs import paths as module
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from analysis.runs.paths import Paths as PathsType


def test_the_repository_is_found_from_any_folder_in_it(paths: PathsType) -> None:
    assert Paths.find(paths.notebooks).root == paths.root
    assert Paths.find(paths.raw / "papi").root == paths.root


def test_units_have_ascii_folders(paths: PathsType) -> None:
    place = paths.report("Lạng Sơn", 2023)
    assert place.relative_to(paths.reports.parent) == Path("reports/lang-son/2023")
    assert paths.processed("Bà Rịa - Vũng Tàu", 2023).parent.name == "ba-ria-vung-tau"


def test_outside_the_repository_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "a" / "b.py"))
    with pytest.raises(FaultsError, match="không phải là thư mục của chương trình"):
        Paths.find(tmp_path)
