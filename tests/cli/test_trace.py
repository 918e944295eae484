"""`ke-hoach trace`: exit codes, JSON, table, usage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document

from analysis.cli.main import main
from analysis.document import render_plan
from analysis.plan.tracing.record import recorded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def plan(
    real_plan: Callable[..., PlanText],
    study: Callable[[str, int], Study],
    paths: Paths,
    tmp_path: Path,
) -> Path:
    file = tmp_path / "ke-hoach.docx"
    text = real_plan("Lạng Sơn", 2023)
    template = paths.templates / "province-narrative.docx"
    record = recorded(text, study("Lạng Sơn", 2023))
    render_plan(text, template=template, out=file, record=record)
    return file


def retyped(file: Path, old: str, new: str) -> None:
    document = Document(str(file))
    run = next(r for p in document.paragraphs for r in p.runs if old in r.text)
    run.text = run.text.replace(old, new, 1)
    document.save(str(file))


def test_a_plan_is_traced_to_its_files(plan: Path, capsys: Capture) -> None:
    assert main(["trace", str(plan)]) == 0
    told, said = capsys.readouterr()
    assert said == ""
    assert "81,45" in told
    assert "data/raw/par_index/par_index.csv, dòng " in told
    assert told.splitlines()[-1].endswith("0 số chưa rõ nguồn.")


def test_every_number_is_told_with_its_place_and_source(plan: Path, capsys: Capture) -> None:
    assert main(["trace", str(plan), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(list(one) == ["text", "place", "source"] for one in found)
    assert all(list(one["source"]) == ["kind", "ref"] for one in found)
    kinds = {one["source"]["kind"] for one in found}
    assert kinds == {"figure", "date", "task"}
    score = next(one for one in found if one["text"] == "43,85")
    assert score["source"] == {"kind": "figure", "ref": "papi/20/2022/0/score"}


def test_a_wrong_digit_is_found_and_what_was_printed_is_told(plan: Path, capsys: Capture) -> None:
    retyped(plan, "43,85", "43,58")
    assert main(["trace", str(plan), "--json"]) == 1
    found = [one for one in json.loads(capsys.readouterr().out) if one["source"] is None]
    assert [one["text"] for one in found] == ["43,58"]
    assert found[0]["place"].startswith("đoạn ")
    assert main(["trace", str(plan)]) == 1
    assert "chưa rõ nguồn; kế hoạch in 43,85 (PAPI năm 2022" in capsys.readouterr().out


def test_a_file_of_others_is_told_to_carry_no_record(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "khac.docx"
    document = Document()
    document.add_paragraph("Năm 2022 đạt 43,85 điểm theo Nghị định số 148/2020/NĐ-CP.")
    document.save(str(file))
    assert main(["trace", str(file), "--json"]) == 1
    told, said = capsys.readouterr()
    assert "không mang bản ghi nguồn số liệu" in said
    kinds = [one["source"] and one["source"]["kind"] for one in json.loads(told)]
    assert kinds == ["date", None, "document"]


def test_what_cannot_be_read_or_asked_answers_with_two(tmp_path: Path, capsys: Capture) -> None:
    assert main(["trace", str(tmp_path / "khong-co.docx")]) == 2
    assert "DC-01" in capsys.readouterr().err
    assert main(["trace"]) == 2
    assert main(["trace", "a.docx", "b.docx"]) == 2
    assert "Mỗi lần chỉ dò một tệp." in capsys.readouterr().err
