"""`ke-hoach fix`: exit codes, JSON, usage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.shared import Mm

from analysis.cli.main import main
from analysis.document import render_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def spoilt(real_plan: Callable[..., PlanText], paths: Paths, tmp_path: Path) -> Path:
    """A plan with a narrow margin."""
    file = tmp_path / "ke-hoach.docx"
    template = paths.templates / "province-narrative.docx"
    render_plan(real_plan("Lạng Sơn", 2023), template=template, out=file)
    document = Document(str(file))
    document.sections[0].top_margin = Mm(12)
    document.save(str(file))
    return file


def test_what_is_mended_is_told_and_nothing_is_left(spoilt: Path, capsys: Capture) -> None:
    out = spoilt.with_name("da-sua.docx")
    assert main(["fix", str(spoilt), "--out", str(out)]) == 0
    told, said = capsys.readouterr()
    assert told.startswith("ĐÃ SỬA (1 điểm)")
    assert "PAGE-04" in told
    assert "phần trang 1" in told
    assert "da-sua.docx" in said
    assert out.is_file()
    assert main(["fix", str(spoilt), "--out", str(out)]) == 2
    told, said = capsys.readouterr()
    assert told == ""
    assert "DO-77" in said
    assert "Không ghi tệp nào." in said


def test_errors_that_are_left_answer_with_one_and_the_file_is_there(
    spoilt: Path, capsys: Capture
) -> None:
    out = spoilt.with_name("da-sua.docx")
    assert main(["fix", str(spoilt), "--out", str(out), "--stage", "issued", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["fixed", "left", "out"]
    assert [one["rule"] for one in found["fixed"]] == ["PAGE-04"]
    assert "SKH-02" in {one["rule"] for one in found["left"]}
    assert found["out"] == str(out)
    assert out.is_file()


def test_an_office_s_deviations_are_not_mended(
    spoilt: Path, tmp_path: Path, capsys: Capture
) -> None:
    profile = tmp_path / "co-quan.yml"
    profile.write_text("office: Sở\naccepts:\n- {rule: PAGE-04, reason: thử}\n", "utf-8")
    out = tmp_path / "da-sua.docx"
    assert main(["fix", str(spoilt), "--out", str(out), "--profile", str(profile)]) == 0
    assert "Không có điểm nào về định dạng" in capsys.readouterr().out
    assert out.read_bytes() == spoilt.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["fix"], "Thiếu tùy chọn bắt buộc: --out"),
        (["fix", "a.docx"], "Thiếu tùy chọn bắt buộc: --out"),
        (["fix", "--out", "b.docx"], "Chưa nêu tệp nào"),
        (["fix", "a.docx", "c.docx", "--out", "b.docx"], "chỉ sửa một tệp"),
        (["fix", "a.docx", "--out", "b.docx", "--stage", "signed"], "--stage không có"),
        (["fix", "khong-co.docx", "--out", "b.docx"], "DC-01"),
        (["fix", "khong-co.docx", "--out", "b.pdf"], "DO-78"),
    ],
)
def test_usage_and_unreadable_files_answer_with_two(
    arguments: list[str], told: str, capsys: Capture
) -> None:
    assert main(arguments) == 2
    out, said = capsys.readouterr()
    assert told in said
    assert out == ""
    assert "Traceback" not in said
