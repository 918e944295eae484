"""`ke-hoach check`: exit codes, JSON, usage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from analysis.cli.main import main
from analysis.document import render_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths


@pytest.fixture
def document(real_plan: Callable[..., PlanText], paths: Paths, tmp_path: Path) -> Path:
    out = tmp_path / "ke-hoach.docx"
    template = paths.templates / "province-narrative.docx"
    render_plan(real_plan("Lạng Sơn", 2023), template=template, out=out)
    return out


def test_a_draft_of_ours_passes(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(document)]) == 0
    assert "0 lỗi" in capsys.readouterr().out


def test_as_an_issued_plan_it_lacks_its_number(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(document), "--stage", "issued", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert set(found[0]) == {
        "file",
        "rule",
        "severity",
        "place",
        "found",
        "expected",
        "message",
    }


def test_an_office_s_deviations_are_accepted_and_unknown_rules_refused(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "co-quan.yml"
    profile.write_text(
        "office: Văn phòng UBND tỉnh\naccepts:\n- {rule: XX-99, reason: thử}\n", "utf-8"
    )
    assert main(["check", str(document), "--profile", str(profile)]) == 1
    assert "DC-11" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["check"], ["check", "a.docx", "--stage", "signed"], ["check", "khong-co.docx"]]
)
def test_usage_and_unreadable_files_answer_with_two(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "Traceback" not in capsys.readouterr().err
