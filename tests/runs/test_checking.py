"""Checking Word files from the command: ours pass, others are told file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.document import render_plan
from analysis.runs.checking import Checked, check_files, write_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths

FORMS = [
    {"plan": "ubnd-tinh-lang-son-2023"},
    {"plan": "ubnd-tinh-ha-tinh-2021"},
    {"plan": "ubnd-tinh-soc-trang-2023"},
    {"plan": "so-ldtbxh-lang-son-2022"},
    {"plan": "ubnd-huyen-binh-gia-2024"},
    {"province": "Lạng Sơn", "year": 2026},
    {"province": "Cần Thơ", "year": 2026},
    {"province": "Cần Thơ", "year": 2026, "form": "province-tables"},
    {"province": "Cần Thơ", "year": 2026, "form": "province-single"},
    {"province": "Lạng Sơn", "year": 2023, "form": "department", "agency": "van_phong_ubnd"},
    {"province": "Lạng Sơn", "year": 2026, "form": "department", "agency": "noi_vu"},
    {"province": "Lạng Sơn", "year": 2021, "form": "local", "place": "thành phố Lạng Sơn"},
    {"province": "Cần Thơ", "year": 2026, "form": "local", "place": "Ninh Kiều"},
]


@pytest.fixture
def written(
    real_plan: Callable[..., PlanText], paths: Paths, tmp_path: Path
) -> Callable[..., Path]:
    """Return a writer of real plans as Word files."""

    def write(**choices: object) -> Path:
        form = str(choices.get("form") or _form_of(str(choices.get("plan", ""))))
        out = tmp_path / "ke-hoach.docx"
        template = paths.templates / f"{form}.docx"
        render_plan(real_plan(**choices), template=template, out=out)
        return out

    return write


def _form_of(plan: str) -> str:
    forms = {
        "ubnd-tinh-ha-tinh-2021": "province-tables",
        "ubnd-tinh-soc-trang-2023": "province-single",
        "so-ldtbxh-lang-son-2022": "department",
        "ubnd-huyen-binh-gia-2024": "local",
    }
    return forms.get(plan, "province-narrative")


@pytest.mark.parametrize("choices", FORMS, ids=lambda choices: "-".join(map(str, choices.values())))
def test_every_form_satisfies_what_the_decree_states(
    written: Callable[..., Path], paths: Paths, choices: dict[str, object]
) -> None:
    found = check_files([written(**choices)], paths=paths, stage="draft")
    assert [(one.rule, one.found) for one in found.findings if one.severity == "error"] == []
    assert not found.wrong
    assert found.unreadable == ()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    written: Callable[..., Path], paths: Paths, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK")
    good = written(province="Lạng Sơn", year=2023)
    found = check_files([broken, good], paths=paths, stage="draft")
    assert [fault.code for fault in found.unreadable] == ["DC-04"]
    assert {one.file for one in found.findings} == {"ke-hoach.docx"}


def test_an_issued_plan_must_have_its_number(written: Callable[..., Path], paths: Paths) -> None:
    found = check_files([written(province="Lạng Sơn", year=2023)], paths=paths, stage="issued")
    assert found.wrong
    assert any(one.rule.startswith("SKH") for one in found.findings if one.severity == "error")


def test_the_page_of_findings_tells_each_and_loads_nothing(
    written: Callable[..., Path], paths: Paths, tmp_path: Path
) -> None:
    found = check_files([written(province="Lạng Sơn", year=2023)], paths=paths, stage="issued")
    page = tmp_path / "kiem-tra.html"
    write_findings(found, page, paths=paths)
    text = page.read_text("utf-8")
    assert all(one.rule in text for one in found.findings)
    assert "http:" not in text
    assert "https:" not in text
    write_findings(Checked((), ()), page, paths=paths)
    assert "Không tìm thấy lỗi thể thức nào." in page.read_text("utf-8")
