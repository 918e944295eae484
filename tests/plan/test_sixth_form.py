"""A form that nobody foresaw: a YAML file and a Word template, and no code."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from tests.builders.plans import as_typed

from analysis.document.render import document_bytes
from analysis.errors import FaultsError
from analysis.runs.jobs import Request, job_for
from analysis.runs.paths import Paths
from analysis.runs.run import run
from analysis.vietnamese import breakable

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs

TODAY = date(2023, 7, 1)

SIXTH = """
form: sixth
name: Mẫu thứ sáu
level: province
indices: [PAPI]
kind: KẾ HOẠCH
title: "Việc cần làm để tăng điểm của {ten_tinh} năm {nam}"
opening:
  - text: "{ubnd_tinh} giao việc như sau:"
sections:
  - title: Ai làm gì
    content:
      - heading: Việc chung
        content:
          - list: lettered
            text: ["{noi_vu} theo dõi.", {text: "Các bên:", dashes: ["Tự kiểm tra.", "Báo cáo."]}]
      - {block: tasks, index: PAPI, style: role_blocks_by_group}
  - title: Kết thúc
    content: [{text: "Xong trước ngày {completion_date}./."}]
closing: []
recipients: ["{noi_vu}"]
archive: VT
subplan_date: [7, 31]
completion_date: [10, 15]
appendices:
  - title: Bảng việc năm {nam}
    table: tasks
    of: PAPI
    landscape: false
    columns:
      - {shows: task, title: Việc, width: 85}
      - {shows: deadline, title: Hạn, width: 30}
      - {shows: lead, title: "Ai làm, {ten_tinh}", width: 45}
"""


@pytest.fixture
def project(paths: Paths, tmp_path: Path) -> Paths:
    """Return a repository of its own with one form more than the five."""
    root = tmp_path / "kho"
    shutil.copytree(paths.raw, root / "data/raw")
    shutil.copytree(paths.templates, root / "templates")
    (root / "templates/sixth.yml").write_text(SIXTH, "utf-8")
    shutil.copy(root / "templates/province-narrative.docx", root / "templates/sixth.docx")
    return Paths(root)


def changed(project: Paths, old: str, new: str) -> None:
    assert old in SIXTH
    (project.templates / "sixth.yml").write_text(SIXTH.replace(old, new), "utf-8")


def test_a_sixth_form_needs_no_code(project: Paths, inputs: Inputs) -> None:
    job = job_for(Request("Lạng Sơn", 2023, form="sixth"), inputs, project)
    plan = as_typed(job.text(inputs))
    assert job.target == project.reports / "lang-son/2023/sixth"
    assert plan.title == "Việc cần làm để tăng điểm của tỉnh Lạng Sơn năm 2023"
    told = [paragraph.text for paragraph in plan.body]
    assert told[:7] == [
        "UBND tỉnh giao việc như sau:",
        "I. AI LÀM GÌ",
        "1. Việc chung",
        "a) Sở Nội vụ theo dõi.",
        "b) Các bên:",
        "- Tự kiểm tra.",
        "- Báo cáo.",
    ]
    assert told[7].startswith("2. Đối với nội dung “")
    assert told[-2:] == ["II. KẾT THÚC", "Xong trước ngày 15/10/2023./."]
    (appendix,) = plan.appendices
    assert (appendix.label, appendix.title) == ("Phụ lục", "BẢNG VIỆC NĂM 2023")
    assert [column.title for column in appendix.table.columns] == [
        "Việc",
        "Hạn",
        "Ai làm, tỉnh Lạng Sơn",
    ]
    assert not appendix.landscape


def test_a_sixth_form_is_printed_in_word(project: Paths, inputs: Inputs) -> None:
    job = job_for(Request("Lạng Sơn", 2023, form="sixth"), inputs, project)
    data = document_bytes(job.text(inputs), template=project.templates / "sixth.docx")
    with zipfile.ZipFile(BytesIO(data)) as package:
        text = breakable(package.read("word/document.xml").decode("utf-8"))
    for told in ("AI LÀM GÌ", "Việc chung", "BẢNG VIỆC NĂM 2023", "Ai làm, tỉnh Lạng Sơn"):
        assert told in text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("shows: deadline", "shows: cost", "PL-04"),
        ("block: tasks", "block: taks", "PL-03"),
        ("{noi_vu} theo dõi", "{noi_vuu} theo dõi", "PL-02"),
        ('"{ubnd_tinh} giao', '"{ubnd_tinh giao', "PL-01"),
        ("level: province", "level: tinh", "RF-03"),
    ],
)
def test_a_form_that_cannot_be_printed_leaves_nothing_behind(
    project: Paths, old: str, new: str, code: str
) -> None:
    changed(project, old, new)
    with pytest.raises(FaultsError) as caught:
        run(Request("Lạng Sơn", 2023, form="sixth"), paths=project, today=TODAY)
    assert [fault.code for fault in caught.value.faults] == [code]
    assert written(project) == []


def test_a_form_without_its_word_template_leaves_nothing_behind(project: Paths) -> None:
    (project.templates / "sixth.docx").unlink()
    with pytest.raises(FaultsError) as caught:
        run(Request("Lạng Sơn", 2023, form="sixth"), paths=project, today=TODAY)
    assert [fault.place.file for fault in caught.value.faults] == ["sixth.docx"]
    assert written(project) == []


def written(project: Paths) -> list[str]:
    places = (project.reports, project.root / "data/processed")
    return [path.name for place in places if place.exists() for path in place.rglob("*")]
