from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from analysis.cli import main

if TYPE_CHECKING:
    from analysis.runs.paths import Paths

Capture = pytest.CaptureFixture[str]
LANG_SON = ("--province", "Lạng Sơn")
PAPI_2025 = (*LANG_SON, "--year", "2025", "--index", "papi")


@pytest.fixture(autouse=True)
def _in_the_repository(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(paths.root)


def told(capsys: Capture, *arguments: str) -> dict[str, Any]:
    assert main(["target", *arguments, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_the_top_ten_of_lang_son_s_2023_plan(capsys: Capture) -> None:
    answer = told(capsys, *LANG_SON, "--year", "2023", "--index", "papi", "--top", "10")
    assert (answer["unit_code"], answer["unit"], answer["index"]) == ("20", "Lạng Sơn", "PAPI")
    assert (answer["plan_year"], answer["result_year"]) == (2023, 2022)
    assert (answer["score"], answer["rank"], answer["ranked"]) == (43.8476, 13, 61)
    assert (answer["points"], answer["reason"]) == (0.399, None)
    assert answer["goals"] == [
        {
            "kind": "top",
            "value": 10,
            "mark": 44.2466,
            "points": 0.399,
            "reason": None,
            "note": None,
        }
    ]
    assert answer["chance"]["share"] is None
    assert answer["chance"]["years"] == [2020, 2021, 2022]
    assert "mới có 3 cặp năm" in answer["chance"]["reason"]
    assert [one["code"] for one in answer["criteria"]] == ["2.2"]
    assert answer["unreachable"] == 0


def test_with_five_yearly_changes_there_is_a_chance(capsys: Capture) -> None:
    answer = told(capsys, *PAPI_2025, "--top", "10")
    chance, without = answer["chance"], answer["chance_without"]
    assert 0 <= chance["low"] <= chance["share"] <= chance["high"] <= 1
    assert without["share"] < chance["share"]
    assert (chance["changes"], chance["reason"]) == (5, None)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((*LANG_SON, "--year", "2025", "--index", "par"), "chưa tìm thấy số liệu công bố"),
        ((*LANG_SON, "--year", "2023", "--index", "par"), "chưa có đủ điểm của các tỉnh"),
        (("--province", "Bắc Ninh", "--year", "2023", "--index", "papi"), "khảo sát năm 2022"),
        (("--province", "Cần Thơ", "--year", "2026", "--index", "papi"), "01/7/2025"),
    ],
)
def test_what_cannot_be_known_is_an_answer_with_a_reason(
    capsys: Capture, arguments: tuple[str, ...], reason: str
) -> None:
    answer = told(capsys, *arguments, "--top", "10")
    assert (answer["points"], answer["criteria"], answer["unreachable"]) == (None, [], None)
    assert reason in answer["reason"]
    assert reason in answer["chance"]["reason"]
    assert reason in answer["criteria_reason"]
    assert main(["target", *arguments, "--top", "10"]) == 0
    assert f"chưa tính được vì {answer['reason']}" in capsys.readouterr().out


def test_a_satisfaction_score_is_so_many_points_away(capsys: Capture) -> None:
    sipas = (*LANG_SON, "--year", "2023", "--index", "sipas")
    answer = told(capsys, *sipas, "--score", "85,5")
    assert (answer["score"], answer["goals"][0]["mark"], answer["points"]) == (75.44, 85.5, 10.06)
    assert answer == told(capsys, *sipas, "--score", "85.5")


def test_several_goals_are_asked_for_at_once(capsys: Capture) -> None:
    goals = ("--keep", "--rank-steps", "3", "--percent", "57,5", "--group", "cao nhất")
    answer = told(capsys, *PAPI_2025, *goals, "--regional-rank", "1")
    asked = [(goal["kind"], goal["value"]) for goal in answer["goals"]]
    assert asked == [
        ("group", "cao nhất"),
        ("percent", 57.5),
        ("rank_steps", 3),
        ("regional_rank", 1),
        ("keep", None),
    ]
    assert answer["points"] == max(goal["points"] for goal in answer["goals"])


def test_a_person_is_answered_in_vietnamese(capsys: Capture) -> None:
    assert main(["target", *PAPI_2025, "--top", "10"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Mục tiêu PAPI năm 2025 của tỉnh Lạng Sơn\n")
    assert "phải đạt 45,1862 điểm, cần tăng 0,1825 điểm" in out
    assert "Căn cứ: mức thay đổi điểm của cả nước qua 5 cặp năm (2019-2020, " in out
    assert "3.1 Hiệu quả tương tác với các cấp chính quyền: tăng 0,1825 điểm" in out


def test_the_plan_s_date_decides_which_unit_is_meant(capsys: Capture) -> None:
    before = ("--province", "Cần Thơ", "--year", "2025", "--index", "papi", "--top", "10")
    assert told(capsys, *before)["points"] is not None
    assert told(capsys, *before, "--date", "2025-08-01")["points"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((*PAPI_2025, "--group", "Đỏ"), "Cao nhất, Trung bình cao, Trung bình thấp và Thấp nhất"),
        ((*PAPI_2025, "--top", "0"), "không phải số nguyên từ 1 trở lên"),
        ((*PAPI_2025, "--top", "2,5"), "ghi “2,5”, không phải số nguyên"),
        ((*PAPI_2025, "--score", "81"), "không quá 80"),
        (("--province", "x", "--year", "2025", "--index", "papi", "--keep"), "tên “x”"),
        (
            ("--province", "Sóc Trăng", "--year", "2026", "--index", "papi", "--keep"),
            "thành phố Cần Thơ",
        ),
    ],
)
def test_bad_input_is_a_fault_list_with_code_1(
    capsys: Capture, arguments: tuple[str, ...], message: str
) -> None:
    assert main(["target", *arguments, "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert "Cách sửa: " in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Thiếu tùy chọn bắt buộc: --province, --year, --index"),
        (PAPI_2025, "Chưa nêu mục tiêu"),
        ((*LANG_SON, "--year", "2025", "--index", "pci", "--keep"), "Không có chỉ số “pci”"),
        ((*LANG_SON, "--year", "nay", "--index", "papi", "--keep"), "Năm “nay” không phải"),
        ((*PAPI_2025, "--top", "mười"), "Giá trị “mười” của --top không phải là số"),
        ((*PAPI_2025, "--score", "nan"), "Giá trị “nan” của --score không phải là số"),
        ((*PAPI_2025, "--rank-steps"), "--rank-steps cần một giá trị"),
    ],
)
def test_a_wrong_command_line_is_answered_with_code_2(
    capsys: Capture, arguments: tuple[str, ...], message: str
) -> None:
    assert main(["target", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert "Xem hướng dẫn: ke-hoach" in err


def test_help_is_in_vietnamese(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["target", "--help"])
    out = capsys.readouterr().out
    assert caught.value.code == 0
    assert "Cách dùng" in out
    assert "tỷ lệ % này" in out
    assert not [word for word in ("usage", "options", "show this", "positional") if word in out]
