"""`ke-hoach cascade` and `ke-hoach run --previous` as their user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.builders.cascades import manifest, own_plan, repository

from analysis.cli import main

if TYPE_CHECKING:
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def project(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    return repository(paths, tmp_path_factory.mktemp("kho"))


@pytest.fixture(autouse=True)
def _in_the_repository(project: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)


def test_the_list_s_path_is_printed_alone_and_progress_is_told(
    capsys: Capture, project: Paths
) -> None:
    manifest(project.reports / "lang-son/2023")
    assert main(["cascade", "--from", "reports/lang-son/2023", "--only", "local"]) == 0
    out, err = capsys.readouterr()
    listed = project.reports / "lang-son/2023/cascade/cascade.json"
    assert out.splitlines()[-1].endswith("reports/lang-son/2023/cascade/cascade.json")
    assert len(out.splitlines()) == 1
    assert listed.is_file()
    assert "[1/11] UBND" in err
    assert "Đã lập 11 kế hoạch" in err
    assert "Traceback" not in err


def test_json_prints_what_the_list_holds(capsys: Capture, project: Paths) -> None:
    report = manifest(project.reports / "json")
    assert main(["cascade", "--from", str(report), "--only", "local", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == json.loads((report / "cascade/cascade.json").read_text("utf-8"))
    assert set(told) == {"tasks", "bodies", "unassigned"}


def test_duties_to_give_anew_are_told_and_do_not_stop_it(capsys: Capture, project: Paths) -> None:
    task = {"id": "thu-1", "text": "Hướng dẫn hộ gia đình.", "lead": ["ubnd_cap_huyen"]}
    name = own_plan(project, "thu", task)
    told = {"unit_set": "34", "plan_year": 2026, "plan_date": "2026-06-30"}
    report = manifest(project.reports / name, plan=name, **told)
    assert main(["cascade", "--from", str(report), "--only", "department"]) == 0
    err = capsys.readouterr().err
    assert "PL-11" in err
    assert "nhiệm vụ thu-1" in err
    assert "UBND các xã, phường" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["cascade"], "Thiếu tùy chọn bắt buộc: --from"),
        (["cascade", "--from"], "--from cần một giá trị"),
        (["cascade", "--from", "x", "--only", "huyện"], "--only không có “huyện”"),
        (["cascade", "--from", "x", "--only", "commune"], "dùng: department, local"),
        (["cascade", "--from", "x", "--year", "2023"], "Không có tùy chọn: --year 2023"),
        (["run", "--plan", "x", "--year", "2023"], "--plan đã nêu đủ đơn vị và năm; bỏ --year"),
        (["run", "--previous", "x"], "Thiếu tùy chọn bắt buộc: --province, --year"),
    ],
)
def test_a_wrong_command_line_is_answered_with_code_2(
    capsys: Capture, arguments: list[str], told: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "Xem hướng dẫn: ke-hoach" in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["cascade", "--from", "reports/khong-co"], "RN-25"),
        (["cascade", "--from", "reports/cua-so"], "RN-26"),
        (
            ["run", "--province", "Lạng Sơn", "--year", "2024", "--previous", "reports/khong-co"],
            "RN-28",
        ),
        (["run", "--plan", "ubnd-tinh-lang-son-2023", "--previous", "reports"], "RN-30"),
        (
            [
                *("run", "--province", "Lạng Sơn", "--year", "2024", "--form", "department"),
                *("--agency", "noi_vu", "--previous", "reports"),
            ],
            "RN-30",
        ),
    ],
)
def test_bad_input_is_a_fault_list_with_code_1_and_nothing_is_written(
    capsys: Capture, project: Paths, arguments: list[str], code: str
) -> None:
    manifest(project.reports / "cua-so", form="department", body="SO_NV.1")
    before = sorted(project.reports.rglob("*"))
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert code in err
    assert "Cách sửa: " in err
    assert "Traceback" not in err
    assert sorted(project.reports.rglob("*")) == before


def test_an_unknown_department_is_answered_with_the_nearest(capsys: Capture) -> None:
    asked = ("run", "--province", "Lạng Sơn", "--year", "2023", "--form", "department")
    assert main([*asked, "--agency", "Sở Nội"]) == 1
    err = capsys.readouterr().err
    assert "RF-19" in err
    assert "Sở Nội vụ" in err


def test_help_is_in_vietnamese(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["cascade", "--help"])
    out = capsys.readouterr().out
    assert caught.value.code == 0
    assert "Cách dùng" in out
    assert "department, local" in out
    assert not [word for word in ("usage", "options", "show this", "positional") if word in out]
