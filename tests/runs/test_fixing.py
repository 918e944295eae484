"""Mending a file under another name: nothing is ever overwritten or left half done."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.shared import Mm, Pt

from analysis.document import render_plan
from analysis.errors import FaultsError
from analysis.runs.checking import check_files
from analysis.runs.fixing import fix_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths


@pytest.fixture
def spoilt(real_plan: Callable[..., PlanText], paths: Paths, tmp_path: Path) -> Path:
    """A real plan with a narrow margin and small text."""
    file = tmp_path / "ke-hoach.docx"
    template = paths.templates / "province-narrative.docx"
    render_plan(real_plan("Lạng Sơn", 2023), template=template, out=file)
    document = Document(str(file))
    document.sections[0].top_margin = Mm(12)
    for paragraph in document.paragraphs[5:12]:
        for run in paragraph.runs:
            run.font.size = Pt(11)
    document.save(str(file))
    return file


def test_the_mended_file_stands_beside_the_one_that_came(spoilt: Path, paths: Paths) -> None:
    came, out = spoilt.read_bytes(), spoilt.with_name("da-sua.docx")
    mended = fix_file(spoilt, out=out, paths=paths, stage="draft")
    assert {"PAGE-04"} <= {finding.rule for finding in mended.fixed}
    assert not mended.wrong
    assert spoilt.read_bytes() == came
    assert out.read_bytes() == mended.data
    assert not check_files([out], paths=paths, stage="draft").wrong
    assert sorted(path.name for path in spoilt.parent.iterdir()) == ["da-sua.docx", "ke-hoach.docx"]
    assert [p.text for p in Document(str(out)).paragraphs] == [
        p.text for p in Document(BytesIO(came)).paragraphs
    ]


def test_a_file_that_is_there_is_not_overwritten(spoilt: Path, paths: Paths) -> None:
    out = spoilt.with_name("da-co.docx")
    out.write_bytes(b"cua nguoi khac")
    assert codes(spoilt, out, paths) == ["DO-77"]
    assert out.read_bytes() == b"cua nguoi khac"


def test_a_file_that_comes_meanwhile_is_not_overwritten(
    spoilt: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = spoilt.with_name("moi.docx")
    writing = Path.write_bytes

    def late(path: Path, data: bytes) -> int:
        if path.name.startswith(".moi"):
            writing(out, b"cua nguoi khac")
        return writing(path, data)

    monkeypatch.setattr(Path, "write_bytes", late)
    assert codes(spoilt, out, paths) == ["DO-77"]
    assert out.read_bytes() == b"cua nguoi khac"
    assert sorted(path.name for path in spoilt.parent.iterdir()) == ["ke-hoach.docx", "moi.docx"]


def test_a_drive_without_links_gets_the_file_all_the_same(
    spoilt: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refused)
    out = spoilt.with_name("moi.docx")
    fix_file(spoilt, out=out, paths=paths, stage="draft")
    assert sorted(path.name for path in spoilt.parent.iterdir()) == ["ke-hoach.docx", "moi.docx"]


def test_the_file_itself_is_no_place_for_the_result(spoilt: Path, paths: Paths) -> None:
    link = spoilt.with_name("lien-ket.docx")
    link.symlink_to(spoilt)
    assert codes(spoilt, spoilt, paths) == ["DO-76"]
    assert codes(spoilt, link, paths) == ["DO-76"]


@pytest.mark.parametrize(
    ("name", "code"), [("ra.doc", "DO-78"), ("ra", "DO-78"), ("khong-co/ra.docx", "DO-79")]
)
def test_an_impossible_place_is_refused(spoilt: Path, paths: Paths, name: str, code: str) -> None:
    assert codes(spoilt, spoilt.parent / name, paths) == [code]


def test_nothing_is_written_for_a_file_that_cannot_be_read(paths: Paths, tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK")
    assert codes(broken, tmp_path / "ra.docx", paths) == ["DC-04"]
    assert codes(tmp_path / "khong-co.docx", tmp_path / "ra.docx", paths) == ["DC-01"]
    assert [path.name for path in tmp_path.iterdir()] == ["hong.docx"]


def codes(file: Path, out: Path, paths: Paths) -> list[str]:
    with pytest.raises(FaultsError) as refused:
        fix_file(file, out=out, paths=paths, stage="draft")
    return [fault.code for fault in refused.value.faults]
