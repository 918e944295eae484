"""`ke-hoach template check`: exit codes, text, JSON, usage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from analysis.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths


@pytest.fixture
def ours(paths: Paths) -> Path:
    return paths.templates / "province-narrative.docx"


@pytest.fixture
def broken(ours: Path, tmp_path: Path) -> Path:
    """Our template with seven names that no plan gives."""
    out = tmp_path / "mau-sua.docx"
    wrong = "".join(f"{{{{ titel{number} }}}}" for number in range(7)).encode()
    with ZipFile(ours) as source, ZipFile(out, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            copy.writestr(name, data.replace(b"{{ title }}", wrong))
    return out


def test_a_template_of_ours_passes(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", str(ours)]) == 0
    assert capsys.readouterr().out == "Mẫu province-narrative.docx: 0 lỗi, 0 cảnh báo\n"


def test_all_that_is_wrong_is_told_errors_before_warnings(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "check", str(broken)]) == 1
    text = capsys.readouterr().out
    assert text.startswith("Mẫu mau-sua.docx: 7 lỗi, 1 cảnh báo\nLỖI DO-05 (7)\n")
    assert all(f"“titel{number}”" in text for number in range(7))
    assert text.index("LỖI DO-05") < text.index("CẢNH BÁO DO-62")


def test_several_templates_are_told_one_after_the_other(
    ours: Path, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "check", str(broken), str(ours)]) == 1
    text = capsys.readouterr().out
    assert text.index("Mẫu mau-sua.docx") < text.index("Mẫu province-narrative.docx")


def test_json_is_a_list_of_faults(
    ours: Path, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "check", "--json", str(ours)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["template", "check", str(broken), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [record["severity"] for record in found] == [*["error"] * 7, "warning"]
    assert set(found[0]) == {"file", "code", "severity", "place", "what", "remedy"}


def test_a_file_that_cannot_be_read_answers_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(b"PK")
    assert main(["template", "check", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "DO-02" in told.err
    assert main(["template", "check", str(file), "--json"]) == 2
    assert [record["code"] for record in json.loads(capsys.readouterr().out)] == ["DO-02"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Chưa nêu việc cần làm; dùng: check."),
        (["chek", "mau.docx"], "không có việc “chek”; dùng: check."),
        (["mau.docx"], "không có việc “mau.docx”; dùng: check."),
        (["check"], "Chưa nêu tệp nào."),
        (["check", "mau.docx", "--html", "a"], "Không có tùy chọn: --html"),
    ],
    ids=" ".join,
)
def test_any_other_words_are_a_usage_error(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", *words]) == 2
    assert told in capsys.readouterr().err
