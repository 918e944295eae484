from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from analysis.cli import main

if TYPE_CHECKING:
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_the_repository(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(paths.root)


def told(capsys: Capture, *arguments: str) -> dict[str, Any]:
    assert main(["agencies", *arguments, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_who_is_there_is_told_with_what_each_does(capsys: Capture) -> None:
    answer = told(capsys, "--date", "2025-03-01", "--province", "Lạng Sơn")
    assert (answer["date"], answer["province"]) == ("2025-03-01", "Lạng Sơn")
    agencies = {one["code"]: one for one in answer["agencies"]}
    assert agencies["THUE.2"] == {
        "code": "THUE.2",
        "name": "Chi cục Thuế khu vực",
        "kind": "ngành dọc",
        "ordered": False,
        "valid_from": "2025-03-01",
        "valid_to": "2025-06-30",
        "aliases": ["Chi cục Thuế KV"],
        "successors": ["THUE.3"],
        "functions": ["thue"],
    }
    assert set(agencies["SO_NV.2"]["functions"]) == {"noi_vu", "lao_dong"}
    assert "SO_LDTBXH.1" not in agencies
    assert len(answer["localities"]) == 11
    assert {"code": "181", "name": "huyện Bình Gia", "kind": "huyện"} in answer["localities"]


def test_a_province_s_exceptions_are_told(capsys: Capture) -> None:
    answer = told(capsys, "--date", "2025-07-01", "--province", "ha tinh")
    agencies = {one["code"]: one for one in answer["agencies"]}
    assert "dan_toc" in agencies["SO_NV.2"]["functions"]
    assert "SO_NGV.42" in agencies
    assert "SO_DTTG.2" not in agencies
    assert len(answer["localities"]) == 69


def test_without_a_province_the_common_bodies_are_told(capsys: Capture) -> None:
    answer = told(capsys, "--date", "2023-06-30")
    names = [one["name"] for one in answer["agencies"]]
    assert (answer["province"], answer["localities"]) == (None, [])
    assert "Thanh tra tỉnh" in names
    assert not [name for name in names if "{" in name]


def test_the_table_is_aligned_under_its_titles(capsys: Capture) -> None:
    assert main(["agencies", "--date", "2026-01-01", "--province", "Cần Thơ"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    title, header, rule, *lines = out.splitlines()
    assert title.endswith("cơ quan của thành phố Cần Thơ ngày 01/01/2026")
    count = int(title.split()[0])
    assert header.split("  ")[0].strip() == "Mã"
    column = header.index("Loại")
    assert rule[column - 2 : column] == "  "
    assert all(line[column - 2 : column] == "  " for line in lines[:count])
    assert "103 đơn vị hành chính dưới cấp tỉnh" in lines


def test_today_is_the_default(capsys: Capture) -> None:
    assert told(capsys)["date"] >= "2025-07-01"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "30/6/2025"], "CL-02"),
        (["--date", "2025-02-30"], "CL-02"),
        (["--date", "2014-05-19"], "RF-18"),
        (["--province", "Lạng Sn"], "RF-05"),
        (["--date", "2025-07-01", "--province", "Sóc Trăng"], "thành phố Cần Thơ"),
    ],
)
def test_what_cannot_be_answered_is_a_fault(
    capsys: Capture, arguments: list[str], said: str
) -> None:
    assert main(["agencies", *arguments]) == 1
    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True)
