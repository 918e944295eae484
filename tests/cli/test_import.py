"""The contract of ``import`` and ``form``: JSON alone on standard output, codes 0, 1 and 2."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from analysis.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_a_repository_of_its_own(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.raw, tmp_path / "data/raw")
    monkeypatch.chdir(tmp_path)


def test_a_clean_file_is_json_and_code_0(paths: Paths, capsys: Capture) -> None:
    assert main(["import", "papi", str(paths.raw / "papi/papi_2022.csv"), "--json"]) == 0
    out, err = capsys.readouterr()
    content = json.loads(out)
    assert content["faults"] == []
    assert {"unit_code", "unit", "year", "criterion", "score"} <= content["records"][0].keys()
    assert "Đọc tệp" in err


def test_json_takes_nothing_in(paths: Paths, tmp_path: Path) -> None:
    held = (tmp_path / "data/raw/papi/papi_2022.csv").read_bytes()
    source = tmp_path / "papi_2022.csv"
    source.write_bytes(held.replace(b"1.2903", b"1.2904"))
    main(["import", "papi", str(source), "--json"])
    assert (tmp_path / "data/raw/papi/papi_2022.csv").read_bytes() == held
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_a_file_with_faults_is_code_1(
    tmp_path: Path, capsys: Capture, json_too: tuple[str, ...]
) -> None:
    source = tmp_path / "papi_2022.csv"
    text = (tmp_path / "data/raw/papi/papi_2022.csv").read_text("utf-8")
    source.write_text(text.replace("1.2903", "một"), "utf-8")
    assert main(["import", "papi", str(source), *json_too]) == 1
    out, err = capsys.readouterr()
    if json_too:
        assert [fault["code"] for fault in json.loads(out)["faults"]] == ["SC-03"]
    else:
        assert out == ""
        assert "Giá trị “một” không phải là số" in err
        assert "Chưa ghi gì vào số liệu" in err


def test_a_warning_names_the_code_that_would_accept_it(tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "papi_2022.csv"
    text = (tmp_path / "data/raw/papi/papi_2022.csv").read_text("utf-8")
    source.write_text(text.replace("Lạng Sơn", "Lạng Sơm"), "utf-8")
    assert main(["import", "papi", str(source)]) == 1
    assert "--accept SC-35" in capsys.readouterr().err
    assert main(["import", "papi", "--accept", "SC-35", str(source)]) == 0


def test_a_file_that_is_not_there_is_code_1(capsys: Capture) -> None:
    assert main(["import", "papi", "khong-co.xlsx", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["code"] == "SC-20"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import"], "Chưa nêu chỉ số"),
        (["import", "pci", "a.xlsx"], "Không có chỉ số “pci”"),
        (["import", "papi"], "Chưa nêu tệp"),
        (["import", "papi", "a.xlsx", "--year", "nay"], "không phải là số"),
        (["import", "papi", "a.xlsx", "--nhanh"], "Không có tùy chọn: --nhanh"),
        (["form"], "Chưa nêu chỉ số"),
        (["form", "papi", "--year", "nay"], "không phải là số"),
    ],
)
def test_a_wrong_command_line_is_code_2(capsys: Capture, arguments: list[str], told: str) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert out == ""


def test_a_form_is_made_and_named(tmp_path: Path, capsys: Capture) -> None:
    assert main(["form", "sipas", "--survey", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip().endswith("mau-khao-sat-2024.xlsx")


def test_a_form_of_a_year_without_an_edition_is_code_1(capsys: Capture) -> None:
    assert main(["form", "papi", "--year", "2010"]) == 1
    assert "2010" in capsys.readouterr().err
