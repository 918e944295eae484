"""Figures of the reviewer's page in the Word plan."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document

from analysis.document.decree import check, read_rules
from analysis.document.render import document_bytes
from analysis.errors import FaultsError
from analysis.plan.tracing.tracing import traced
from analysis.runs.pictures import EVERY, FIGURES, figure_names, shown_figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

ASKED = ("mat-diem", "khoi-luong")


@pytest.fixture(scope="module")
def made(job: Callable[..., Job]) -> Job:
    return job("Lạng Sơn", 2023)


@pytest.fixture(scope="module")
def plan(made: Job, inputs: Inputs) -> PlanText:
    figures, _ = shown_figures(ASKED, made.planned.study)
    return made.text(inputs, figures=figures)


def test_they_are_asked_for_by_name_and_stand_in_one_order() -> None:
    assert figure_names(" khoi-luong ,mat-diem") == ASKED
    assert figure_names(EVERY) == tuple(FIGURES)
    assert figure_names("") == ()
    with pytest.raises(FaultsError) as caught:
        figure_names("mat-diemm, xyz")
    assert [fault.code for fault in caught.value.faults] == ["RN-70", "RN-70"]
    assert "có phải “mat-diem”" in caught.value.faults[0].what


def test_each_stands_above_its_finding_in_the_last_appendix(plan: PlanText) -> None:
    last = plan.appendices[-1]
    assert (last.label, last.landscape) == ("Phụ lục IV", False)
    cells = [row.cells[1] for row in last.table.rows]
    assert len(cells) == 2
    for cell in cells:
        assert cell.picture is not None
        assert cell.text.endswith(".")
        width, height = struct.unpack(">II", cell.picture.png[16:24])
        assert cell.picture.width_mm / cell.picture.height_mm == pytest.approx(width / height)
        assert cell.picture.alt
    assert any("Phụ lục IV" in paragraph.text for paragraph in plan.body)


def test_its_findings_are_traced(plan: PlanText) -> None:
    numbers = [number for block in traced(plan) for number in block.numbers]
    assert [number for number in numbers if number.kind is None] == []
    assert {n.ref for n in numbers if n.ref.startswith("figures/")} == {
        "figures/mat-diem",
        "figures/khoi-luong",
    }


def test_the_word_file_holds_the_pictures_and_keeps_to_the_decree(
    plan: PlanText, paths: Paths, inputs: Inputs, tmp_path: Path
) -> None:
    data = document_bytes(plan, template=paths.templates / "province-narrative.docx")
    assert data == document_bytes(plan, template=paths.templates / "province-narrative.docx")
    pictures = [row.cells[1].picture for row in plan.appendices[-1].table.rows]
    with ZipFile(BytesIO(data)) as package:
        held = [package.read(n) for n in package.namelist() if n.startswith("word/media/")]
    assert held == [picture.png for picture in pictures if picture is not None]
    document = Document(BytesIO(data))
    shapes = document.tables[-1]._element.xpath(".//wp:docPr")
    assert [shape.get("descr") for shape in shapes] == [p.alt for p in pictures if p is not None]
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(data)
    rules = read_rules(paths.raw / "reference" / "decree30.yml")
    found = check(file, rules=rules, places=inputs.places)
    assert [one for one in found if one.severity != "info"] == []


def test_what_cannot_be_drawn_is_told_with_its_reason(job: Callable[..., Job]) -> None:
    study = job("Cần Thơ", 2026).planned.study
    shown, told = shown_figures(("mat-diem", "khoi-luong"), study)
    assert [one.name for one in shown] == ["khoi-luong"]
    (sentence,) = told
    assert sentence.startswith("Không đưa được hình vào kế hoạch: ")
