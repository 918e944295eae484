from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from analysis.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_the_repository(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(paths.root)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Chưa nêu lệnh"),
        (["lap"], "Không có lệnh “lap”"),
        (["--nothing"], "Không có tùy chọn: --nothing"),
        (["run"], "Thiếu tùy chọn bắt buộc: --province, --year"),
        (["facts", "--province", "Lạng Sơn"], "Thiếu tùy chọn bắt buộc: --year"),
        (["facts", "--province", "Lạng Sơn", "--year"], "--year cần một giá trị"),
        (["facts", "--province", "Lạng Sơn", "--year", "nay"], "không phải là số"),
        (
            ["facts", "--province", "a", "--year", "2023", "--form", "x"],
            "Không có tùy chọn: --form x",
        ),
    ],
)
def test_a_wrong_command_line_is_answered_in_vietnamese_with_code_2(
    capsys: Capture, arguments: list[str], told: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert "Xem hướng dẫn: ke-hoach" in err
    assert out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["facts", "-h"]])
def test_help_is_in_vietnamese(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out = capsys.readouterr().out
    assert caught.value.code == 0
    assert "Cách dùng" in out
    assert "Tùy chọn" in out
    assert not [word for word in ("usage", "options", "show this", "positional") if word in out]


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("ke-hoach ")


def test_facts_are_printed_alone(capsys: Capture, paths: Paths) -> None:
    before = sorted((paths.root / "reports").rglob("*"))
    assert main(["facts", "--province", "TP. Hồ Chí Minh", "--year", "2023"]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["unit"]["code"] == "79"
    assert err == ""
    assert sorted((paths.root / "reports").rglob("*")) == before


@pytest.mark.parametrize(
    ("province", "year", "code"),
    [
        ("Quảng Ninh", "2022", "22"),
        ("Thừa Thiên Huế", "2021", "46"),
        ("Thừa Thiên Huế", "2026", "46"),
        ("Sóc Trăng", "2026", "94"),
        ("soc trang", "2020", "94"),
    ],
)
def test_facts_answer_for_any_province_and_year(
    capsys: Capture, province: str, year: str, code: str
) -> None:
    assert main(["facts", "--province", province, "--year", year]) == 0
    assert json.loads(capsys.readouterr().out)["unit"]["code"] == code


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["facts", "--province", "Lạng Sơm", "--year", "2023"], "Có phải là: Lạng Sơn?"),
        (["facts", "--province", "Lạng Sơn", "--year", "1999"], "nằm ngoài khoảng 2020-"),
        (["facts", "--province", "20", "--year", "2023", "--date", "30/6/2023"], "2023-06-30"),
        (["run", "--province", "20", "--year", "2023", "--form", "khong-co"], "khong-co"),
        (["run", "--province", "Sóc Trăng", "--year", "2026"], "thành phố Cần Thơ"),
    ],
)
def test_bad_input_is_a_fault_list_with_code_1(
    capsys: Capture, arguments: list[str], told: str
) -> None:
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "Cách sửa: " in err
    assert "Traceback" not in err


def test_outside_the_repository_the_package_s_own_is_used(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["facts", "--province", "20", "--year", "2023"]) == 0
    assert json.loads(capsys.readouterr().out)["result_year"] == 2022
