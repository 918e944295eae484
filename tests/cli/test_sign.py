"""`ke-hoach sign` and `ke-hoach report` as their users meet them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.builders.cascades import repository
from tests.builders.reports import PLAN, WARNINGS, small_report

from analysis.cli import main
from analysis.runs.index import INDEX
from analysis.runs.reporting import Remade
from analysis.runs.signing import FILE, signatures

if TYPE_CHECKING:
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]
NAME = ["--name", "Người rà soát A"]


@pytest.fixture
def project(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    made = repository(paths, tmp_path / "kho")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def folder(project: Paths) -> Path:
    return small_report(project.reports / "lang-son/2023", warnings=WARNINGS)


def test_a_report_is_signed_and_the_signed_version_told(
    capsys: Capture, folder: Path, project: Paths
) -> None:
    arguments = [*NAME, "--date", "2023-06-25", "--accept-all", "--note", "Đã đọc hết"]
    assert main(["sign", str(folder), *arguments]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == str(folder / FILE)
    assert "Đã ghi xác nhận của Người rà soát A, 25/6/2023: ke-hoach.docx" in err
    assert "Chấp nhận 2 cảnh báo: PL-10, RN-41." in err
    assert "Người rà soát A" in (project.reports / INDEX).read_text("utf-8")


def test_warnings_are_listed_with_their_codes_and_how_to_accept(
    capsys: Capture, folder: Path
) -> None:
    assert main(["sign", str(folder), *NAME]) == 1
    err = capsys.readouterr().err
    for told in ("PL-10", "RN-41", "mục IV", "--accept PL-10 RN-41", "--accept-all", "Chưa ghi"):
        assert told in err
    assert not (folder / FILE).exists()


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_folder_may_stand_before_or_after_the_accepted_codes(folder: Path, place: str) -> None:
    accepted = ["--accept", "pl-10", "RN-41"]
    words = [str(folder), *accepted] if place == "before" else [*accepted, str(folder)]
    assert main(["sign", *NAME, *words]) == 0
    assert [code for code, _ in signatures(folder)[0].accepted] == ["PL-10", "RN-41"]


def test_the_list_tells_which_sign_offs_hold(capsys: Capture, folder: Path) -> None:
    assert main(["sign", str(folder), "--list"]) == 0
    assert "Chưa có xác nhận nào." in capsys.readouterr().err
    day = ["--date", "2023-06-25"]
    main(["sign", str(folder), *NAME, *day, "--accept-all", "--note", "Bản đầu"])
    (folder / PLAN).write_text("bản khác", "utf-8")
    main(["sign", str(folder), "--name", "Người rà soát B", *day, "--accept-all"])
    capsys.readouterr()
    assert main(["sign", str(folder), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    why = "kế hoạch (ke-hoach.docx) đã thay đổi sau khi xác nhận"
    assert lines[0] == f"1. Người rà soát A, 25/6/2023: không còn hiệu lực: {why}."
    assert lines[1].strip().startswith("Cảnh báo đã chấp nhận: PL-10")
    assert lines[3].strip() == "Ghi chú: Bản đầu"
    assert lines[4] == "2. Người rà soát B, 25/6/2023: còn hiệu lực."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sign"], "Thiếu tùy chọn bắt buộc: --name"),
        (["sign", *NAME], "Chưa nêu thư mục báo cáo"),
        (["sign", "a", "--list", *NAME, "--accept-all"], "bỏ --name, --accept-all"),
        (["sign", "a", *NAME, "--accept", "PL-10", "b"], "thừa: b"),
        (["report"], "Chưa nêu thư mục báo cáo"),
    ],
)
def test_a_wrong_command_line_is_answered_with_code_2(
    capsys: Capture, arguments: list[str], told: str
) -> None:
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", [["sign", *NAME], ["sign", "--list"], ["report"]])
def test_a_folder_without_a_report_is_a_fault(
    capsys: Capture, project: Paths, command: list[str]
) -> None:
    assert main([*command, str(project.root)]) == 1
    assert "RN-60" in capsys.readouterr().err


def test_the_page_that_was_made_again_is_named(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def report(folder: Path, **_: object) -> Remade:
        return Remade(folder / "bao-cao.html", ("một lời nhắn",))

    monkeypatch.setattr("analysis.runs.reporting.report", report)
    assert main(["report", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert Path(out.strip()) == folder / "bao-cao.html"
    assert "một lời nhắn" in err
