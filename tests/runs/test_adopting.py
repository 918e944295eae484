"""A report whose Word file people edited: told of by the next run, taken into the workbook."""

from __future__ import annotations

import copy
import re
import shutil
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from tests.builders.plans import as_typed

from analysis.document.workbook_reading import read_workbook
from analysis.errors import FaultsError
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.runs.adopting import adopt
from analysis.runs.hand_edits import line
from analysis.runs.manifest import FILE as MANIFEST
from analysis.runs.paths import Paths
from analysis.runs.previous import DOCUMENT
from analysis.runs.requests import request_of
from analysis.runs.run import Request, run
from analysis.runs.written import FILE as STATE
from analysis.runs.written import read_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.adopting import Adoption
    from analysis.runs.run import Report

TODAY = date(2026, 11, 24)
PLAN = "so-ldtbxh-lang-son-2022"
OWN = "- Mở hòm thư góp ý tại bộ phận tiếp nhận hồ sơ."


@pytest.fixture(scope="module")
def made(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Report:
    out = Paths(paths.root, tmp_path_factory.mktemp("bao-cao"))
    return run(Request(None, None, plan=PLAN), paths=out, today=TODAY)


@pytest.fixture
def folder(made: Report, tmp_path: Path) -> Path:
    """A copy of the report that a test may do anything to."""
    target = tmp_path / "bao-cao"
    shutil.copytree(made.folder, target)
    return target


@pytest.fixture
def again(paths: Paths) -> Callable[[Path], Report]:
    """Return what makes a report again where it is."""
    return lambda folder: run(request_of(folder), paths=paths, today=TODAY)


@pytest.fixture
def taken(paths: Paths) -> Callable[..., Adoption]:
    def take(file: Path, **options: object) -> Adoption:
        return adopt(file, paths=paths, today=TODAY, **options)  # type: ignore[arg-type]

    return take


def dashes(document: object) -> list[Paragraph]:
    return [p for p in document.paragraphs if p.text.startswith("- ")]  # type: ignore[attr-defined]


def write(paragraph: Paragraph, text: str) -> None:
    first, *others = paragraph.runs
    first.text = text
    for other in others:
        other._element.getparent().remove(other._element)  # type: ignore[union-attr]


def edit(file: Path) -> tuple[str, str]:
    """Reword one task, add one below it, change a sentence; return the task's old and new text."""
    document = Document(str(file))
    task = dashes(document)[1]
    was = as_typed(task.text)
    now = was.removesuffix(".") + ", hoàn thành trước kỳ báo cáo."
    write(task, now)
    added = copy.deepcopy(task._element)
    task._element.addnext(added)
    write(Paragraph(added, task._parent), OWN)
    prose = next(p for p in document.paragraphs if p.text.startswith("1."))
    write(prose, f"{prose.text.removesuffix('.')} theo quy định.")
    document.save(str(file))
    return was, now


def texts(folder: Path) -> dict[str, str]:
    return {key: row["text"] for key, row in read_workbook(folder / WORKBOOK)["tasks"].rows.items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_unedited_file_has_no_edits(folder: Path, taken: Callable[..., Adoption]) -> None:
    before = contents(folder)
    done = taken(folder / DOCUMENT)
    assert (done.taken, done.had, done.left, done.workbook) == ((), (), (), None)
    assert "không có chỗ sửa nào" in done.text()
    assert contents(folder) == before


def test_edits_go_into_the_workbook_and_the_word_file_stays(
    folder: Path, taken: Callable[..., Adoption]
) -> None:
    was, now = edit(folder / DOCUMENT)
    before = contents(folder)
    done = taken(folder / DOCUMENT)
    assert [change.kind for change in done.taken] == ["changed", "added"]
    assert [change.kind for change in done.left] == ["changed"]
    held = texts(folder)
    assert now.removeprefix("- ") in held.values()
    assert was.removeprefix("- ") not in held.values()
    assert [text for key, text in held.items() if key.startswith("rieng-")] == [OWN[2:]]
    after = contents(folder)
    former = after.pop(f"ban-truoc/{WORKBOOK.removesuffix('.xlsx')} (24-11-2026).xlsx")
    assert former == before[WORKBOOK]
    changed = {name for name in before if before[name] != after[name]}
    assert changed - {STATE} == {WORKBOOK}


def test_taken_edits_are_in_the_next_plan_and_are_told_no_more(
    folder: Path, taken: Callable[..., Adoption], again: Callable[[Path], Report]
) -> None:
    _, now = edit(folder / DOCUMENT)
    taken(folder / DOCUMENT)
    edited = (folder / DOCUMENT).read_bytes()
    report = again(folder)
    assert (folder / DOCUMENT).read_bytes() == edited
    printed = [as_typed(p.text) for p in Document(str(report.document)).paragraphs]
    assert now in printed
    assert OWN in printed
    told = "\n".join(report.notices)
    assert "sửa trong Word 1 chỗ, trong đó 0 chỗ" in told
    assert "ke-hoach adopt" not in told
    assert taken(folder / DOCUMENT).workbook is None


def test_the_next_run_lists_the_edits_and_offers_them(
    folder: Path, again: Callable[[Path], Report]
) -> None:
    edit(folder / DOCUMENT)
    told = "\n".join(again(folder).notices)
    assert "sửa trong Word 3 chỗ, trong đó 2 chỗ đưa được vào nhiem-vu.xlsx" in told
    assert "hoàn thành trước kỳ báo cáo." in told
    assert f'ke-hoach adopt "{folder / DOCUMENT}"' in told


def test_a_file_with_only_a_comment_added_is_not_said_to_be_in_the_new_plan(
    folder: Path, again: Callable[[Path], Report]
) -> None:
    document = Document(str(folder / DOCUMENT))
    document.add_comment(dashes(document)[1].runs, "Xem lại", author="A")
    document.save(str(folder / DOCUMENT))
    told = "\n".join(again(folder).notices)
    assert "bình luận" in told
    assert "Mọi chỗ sửa" not in told


def test_edits_can_still_be_taken_after_a_rerun(
    folder: Path, taken: Callable[..., Adoption], again: Callable[[Path], Report]
) -> None:
    edit(folder / DOCUMENT)
    again(folder)
    again(folder)
    assert len(taken(folder / DOCUMENT).taken) == 2


def test_only_to_list_writes_nothing(folder: Path, taken: Callable[..., Adoption]) -> None:
    edit(folder / DOCUMENT)
    before = contents(folder)
    assert len(taken(folder / DOCUMENT, listed=True).taken) == 2
    assert contents(folder) == before


def test_a_copy_under_another_name_is_read_too(
    folder: Path, taken: Callable[..., Adoption]
) -> None:
    file = (folder / DOCUMENT).rename(folder / "ke-hoach (anh em góp ý).docx")
    edit(file)
    assert len(taken(file).taken) == 2


def test_without_its_workbook_the_edits_make_one(
    folder: Path, taken: Callable[..., Adoption]
) -> None:
    _, now = edit(folder / DOCUMENT)
    (folder / WORKBOOK).unlink()
    assert taken(folder / DOCUMENT).former is None
    assert now.removeprefix("- ") in texts(folder).values()


def test_tracked_changes_are_taken_as_the_user_says(
    folder: Path, taken: Callable[..., Adoption]
) -> None:
    file = folder / DOCUMENT
    track(file, "Sở", "Toàn Sở")
    with pytest.raises(FaultsError) as caught:
        taken(file)
    assert [fault.code for fault in caught.value.faults] == ["DO-110"]
    assert taken(file, revisions="reject", listed=True).taken == ()
    done = taken(file, revisions="accept", listed=True)
    assert len([*done.taken, *done.left]) == 1
    assert "1 chỗ sửa được theo dõi" not in done.text()
    assert "2 chỗ sửa được theo dõi" in done.text()


def track(file: Path, old: str, new: str) -> None:
    """Replace a word of the first dash that begins with it, tracked as Word does."""
    document = Document(str(file))
    task = next(p for p in dashes(document) if old in p.text)
    look = 'w:id="9" w:author="A" w:date="2026-11-24T00:00:00Z"'
    before, _, after = task.text.partition(old)
    write(task, "⟦")
    document.save(str(file))
    said = (
        f'{before}</w:t></w:r><w:del {look}><w:r><w:delText xml:space="preserve">{old}</w:delText>'
        f'</w:r></w:del><w:ins {look}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
        f'<w:r><w:t xml:space="preserve">{after}'
    )
    with ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    marked = re.sub("<w:t[^>]*>⟦", lambda _: f'<w:t xml:space="preserve">{said}', main)
    parts["word/document.xml"] = marked.encode()
    with ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_what_was_printed_must_be_known(folder: Path, taken: Callable[..., Adoption]) -> None:
    (folder / STATE).write_text("{}", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        taken(folder / DOCUMENT)
    assert [fault.code for fault in caught.value.faults] == ["RN-43"]


def test_a_file_outside_a_report_cannot_be_taken(
    folder: Path, tmp_path: Path, taken: Callable[..., Adoption]
) -> None:
    file = tmp_path / DOCUMENT
    shutil.copy(folder / DOCUMENT, file)
    with pytest.raises(FaultsError) as caught:
        taken(file)
    assert [fault.code for fault in caught.value.faults] == ["RN-25"]


def test_a_file_that_is_not_there_is_told_as_missing(
    tmp_path: Path, taken: Callable[..., Adoption]
) -> None:
    with pytest.raises(FaultsError) as caught:
        taken(tmp_path / "khong-co.docx")
    assert [fault.code for fault in caught.value.faults] == ["DC-01"]


def test_a_damaged_word_file_stops_no_run(folder: Path, again: Callable[[Path], Report]) -> None:
    (folder / DOCUMENT).write_bytes(b"PK")
    told = "\n".join(again(folder).notices)
    assert "Không đọc được chỗ sửa trong tệp Word" in told
    assert (folder / DOCUMENT).read_bytes() == b"PK"


def test_the_state_keeps_what_was_printed_into_files_that_stay(
    folder: Path, again: Callable[[Path], Report]
) -> None:
    (first,) = read_written(folder).documents
    again(folder)
    assert list(read_written(folder).documents) == [first]
    edit(folder / DOCUMENT)
    again(folder)
    assert first in read_written(folder).documents
    assert first in (folder / MANIFEST).read_text(encoding="utf-8")


def test_an_edit_is_told_from_shortly_before_what_is_new(
    folder: Path, taken: Callable[..., Adoption]
) -> None:
    edit(folder / DOCUMENT)
    changed = taken(folder / DOCUMENT, listed=True).taken[0]
    told = line(changed)
    assert "” thành “…" in told
    assert told.endswith("hoàn thành trước kỳ báo cáo.”")
