"""`ke-hoach diff`: exit codes, JSON, the page, tracked changes, usage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from analysis.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

BASE = ("Sở Nội vụ theo dõi, đôn đốc việc thực hiện.", "Các cơ quan báo cáo kết quả.")


def document(path: Path, *texts: str, inserted: str = "") -> str:
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    if inserted:
        run = (
            f'<w:ins {nsdecls("w")} w:id="1" w:author="A"><w:r><w:t>{inserted}</w:t></w:r></w:ins>'
        )
        made.paragraphs[-1]._p.append(parse_xml(run))
    made.save(str(path))
    return str(path)


@pytest.fixture
def base(tmp_path: Path) -> str:
    return document(tmp_path / "a.docx", *BASE)


def test_nothing_that_matters_answers_with_zero(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", base, base]) == 0
    assert "Hai bên không khác nhau." in capsys.readouterr().out
    signs = document(tmp_path / "b.docx", BASE[0], BASE[1].replace(".", ";"))
    assert main(["diff", base, signs]) == 0
    assert "0 thay đổi quan trọng, 0 thay đổi cần xem, 1 thay đổi nhỏ" in capsys.readouterr().out


def test_changes_answer_with_one_as_text_as_json_and_as_a_page(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = document(tmp_path / "b.docx", BASE[0].replace("Nội vụ", "Tư pháp"), BASE[1])
    assert main(["diff", base, other]) == 1
    assert "đổi cơ quan (Sở Nội vụ thành Sở Tư pháp)" in capsys.readouterr().out
    page = tmp_path / "so-sanh.html"
    assert main(["diff", "--out", str(page), base, other, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["a"]["name"], told["b"]["name"]) == ("a.docx", "b.docx")
    assert [(one["kind"], one["severity"]) for one in told["changes"]] == [("wording", "high")]
    assert "<del>" in page.read_text("utf-8")


def test_tracked_changes_are_taken_or_not_as_told(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tracked = document(tmp_path / "b.docx", *BASE, inserted=" Hạn: 30/6/2023.")
    assert main(["diff", base, tracked]) == 2
    assert "--accept-revisions" in capsys.readouterr().err
    assert main(["diff", base, tracked, "--reject-revisions"]) == 0
    assert main(["diff", base, tracked, "--accept-revisions"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["diff"],
        ["diff", "a.docx"],
        ["diff", "a.docx", "b.docx", "c.docx"],
        ["diff", "khong-co.docx", "khong-co-2.docx"],
        ["diff", "a.xlsx", "a.xlsx"],
        ["diff", "a.docx", "b.docx", "--out", "a.docx"],
        ["diff", "a.docx", "b.docx", "--accept-revisions", "--reject-revisions"],
    ],
)
def test_usage_and_unreadable_files_answer_with_two(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_another_file_is_never_written_over(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "bao-cao.html"
    taken.write_text("<p>của tôi</p>", "utf-8")
    assert main(["diff", base, base, "--out", str(taken)]) == 2
    assert "RN-83" in capsys.readouterr().err
    assert taken.read_text("utf-8") == "<p>của tôi</p>"


@pytest.mark.parametrize("command", ["diff", "adopt"])
def test_help_says_what_becomes_of_tracked_changes(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "(Track Changes) là đã chấp nhận" in told
    assert "(Track Changes) là đã từ chối" in told
