"""Sign-offs: refused, written, shown, void."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders.reports import FACTS, PAGE, PLAN, WARNINGS, WORKBOOK, small_report

from analysis.errors import FaultsError
from analysis.runs.manifest import FILE as MANIFEST
from analysis.runs.signing import FILE, Order, show_signatures, sign, signatures
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2023, 6, 25)
FIRST = Order("Người rà soát A", TODAY)
SECOND = Order("Người rà soát B", TODAY, everything=True, note="Bản sửa lần 2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_report(tmp_path / "2023")


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    return small_report(tmp_path / "2023", warnings=WARNINGS)


def codes(folder: Path, order: Order) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        sign(folder, order, today=TODAY)
    assert not (folder / FILE).exists()
    return [fault.code for fault in caught.value.faults]


def test_a_sign_off_keeps_who_when_and_the_version(folder: Path) -> None:
    assert sign(folder, FIRST, today=TODAY) == ()
    (kept,) = json.loads((folder / FILE).read_text("utf-8"))["signatures"]
    assert (kept["name"], kept["date"], kept["note"]) == ("Người rà soát A", "2023-06-25", "")
    assert kept["files"] == {name: sha256(folder / name) for name in (PLAN, WORKBOOK, FACTS)}


def test_a_plan_without_a_workbook_or_a_page_is_signed_too(tmp_path: Path) -> None:
    folder = small_report(tmp_path, files=(PLAN, FACTS))
    sign(folder, FIRST, today=TODAY)
    assert list(signatures(folder)[0].files) == [PLAN, FACTS]


def test_names_are_written_in_one_normal_form(folder: Path) -> None:
    sign(folder, replace(FIRST, name="  Người  ra\u0300 soát "), today=TODAY)
    assert signatures(folder)[0].name == "Người rà soát"


def test_every_warning_must_be_accepted(warned: Path) -> None:
    assert codes(warned, FIRST) == ["RN-68", "RN-68"]
    assert codes(warned, replace(FIRST, accepted=frozenset({"PL-10"}))) == ["RN-68"]


def test_what_was_accepted_is_kept_with_its_sentence(warned: Path) -> None:
    sign(warned, replace(FIRST, accepted=frozenset({"PL-10", "RN-41"})), today=TODAY)
    told = tuple((warning["code"], warning["what"]) for warning in WARNINGS)
    assert signatures(warned)[0].accepted == told
    sign(warned, SECOND, today=TODAY)
    assert signatures(warned)[1].accepted == told


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    folder = small_report(tmp_path, files=(WORKBOOK,))
    order = Order(" ", date(2023, 6, 26), accepted=frozenset({"XX-99"}))
    assert codes(folder, order) == ["RN-65", "RN-65", "RN-66", "RN-67", "RN-69"]


def test_a_folder_without_a_readable_manifest_cannot_be_signed(tmp_path: Path) -> None:
    assert codes(tmp_path, FIRST) == ["RN-60"]
    for text in ("{", "[]", '{"parameters": {}}'):
        (tmp_path / MANIFEST).write_text(text, "utf-8")
        assert codes(tmp_path, FIRST) == ["RN-61"]


def test_sign_offs_are_kept_in_order(folder: Path) -> None:
    for order in (FIRST, SECOND, FIRST):
        sign(folder, order, today=TODAY)
    told = [(one.name, one.note) for one in signatures(folder)]
    assert told == [(order.name, order.note) for order in (FIRST, SECOND, FIRST)]


@pytest.mark.parametrize("text", ["{", "[]", '{"signatures": [{"name": "A"}]}', '{"other": 1}'])
def test_sign_offs_that_cannot_be_read_are_not_written_over(folder: Path, text: str) -> None:
    (folder / FILE).write_text(text, "utf-8")
    with pytest.raises(FaultsError) as caught:
        sign(folder, FIRST, today=TODAY)
    assert [fault.code for fault in caught.value.faults] == ["RN-64"]
    assert (folder / FILE).read_text("utf-8") == text
    assert "Không đọc được" in show_signatures(folder)[0]


@pytest.mark.parametrize("name", [PLAN, WORKBOOK, FACTS])
def test_a_sign_off_is_void_once_a_file_of_its_version_changed(folder: Path, name: str) -> None:
    sign(folder, FIRST, today=TODAY)
    assert signatures(folder)[0].changed == ()
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole + b" ")
    assert signatures(folder)[0].changed == (name,)
    (folder / name).unlink()
    assert signatures(folder)[0].changed == (name,)
    (folder / name).write_bytes(whole)
    assert signatures(folder)[0].changed == ()


def test_a_sign_off_is_void_once_a_workbook_came_that_it_had_not(tmp_path: Path) -> None:
    folder = small_report(tmp_path, files=(PLAN, FACTS))
    sign(folder, FIRST, today=TODAY)
    (folder / WORKBOOK).write_bytes(b"")
    assert signatures(folder)[0].changed == (WORKBOOK,)


def test_a_sign_off_of_no_file_holds_for_none(folder: Path) -> None:
    sign(folder, FIRST, today=TODAY)
    kept = json.loads((folder / FILE).read_text("utf-8"))
    kept["signatures"][0]["files"] = {}
    (folder / FILE).write_text(json.dumps(kept), "utf-8")
    assert signatures(folder)[0].changed == (PLAN, WORKBOOK, FACTS)


def test_the_page_shows_the_sign_off_which_holds_all_the_same(folder: Path) -> None:
    sign(folder, FIRST, today=TODAY)
    page = (folder / PAGE).read_text("utf-8")
    assert "Người rà soát A" in page
    assert "Còn hiệu lực" in page
    told = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert told["outputs"][PAGE] == sha256(folder / PAGE)


def test_the_page_tells_that_a_sign_off_is_void_and_why(folder: Path) -> None:
    sign(folder, FIRST, today=TODAY)
    (folder / PLAN).write_text("bản khác", "utf-8")
    assert show_signatures(folder) == ()
    page = (folder / PAGE).read_text("utf-8")
    assert "kế hoạch (ke-hoach.docx) đã thay đổi sau khi xác nhận" in page
    sign(folder, SECOND, today=TODAY)
    page = (folder / PAGE).read_text("utf-8")
    assert page.index("Không còn hiệu lực") < page.index("Còn hiệu lực")


def test_an_edited_page_stays_as_it_is(folder: Path) -> None:
    (folder / PAGE).write_text("trang đã sửa", "utf-8")
    (notice,) = sign(folder, FIRST, today=TODAY)
    assert PAGE in notice
    assert (folder / PAGE).read_text("utf-8") == "trang đã sửa"
    assert len(signatures(folder)) == 1


def test_without_sign_offs_nothing_is_written(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert show_signatures(folder) == ()
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
