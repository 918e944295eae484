"""Numbers of a Vietnamese text: what each can be by its form."""

from __future__ import annotations

import pytest

from analysis.plan.tracing.lexing import has_figures, tokens


def read(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokens(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 05 tháng 02 năm 2026",
        "tháng 6 năm 2023",
        "tháng 9/2023",
        "30/6/2023",
        "quý III/2026",
        "Quý IV",
        "9/2023",
        "2021-2025",
        "2021 - 2030",
        "2023",
        "ngày 20",
    ],
)
def test_a_date_is_one_number(text: str) -> None:
    assert read(f"hoàn thành {text}, gửi báo cáo") == [(text, "date")]


@pytest.mark.parametrize(
    "text",
    [
        "148/2020/NĐ-CP",
        "30c/NQ-CP",
        "126/KH-UBND",
        "04-NQ/TW",
        "80/2015/QH13",
        "2007/QĐ-UBND",
        "Điều 5",
        "khoản 2",
    ],
)
def test_a_document_is_one_number(text: str) -> None:
    assert read(f"theo {text} và") == [(text, "document")]


@pytest.mark.parametrize("text", ["43,85", "13/61", "1.200", "35", "03", "12.345,7", "100"])
def test_a_figure_is_one_number(text: str) -> None:
    assert read(f"đạt {text} điểm; hạng {text}, và {text}.") == [(text, "number")] * 3


def test_a_score_of_a_maximum_is_two_figures_a_rank_one() -> None:
    assert read("đạt 5,82/10 điểm, xếp hạng 5/62, tăng 0,30 điểm") == [
        ("5,82", "number"),
        ("10", "number"),
        ("5/62", "number"),
        ("0,30", "number"),
    ]


def test_a_quarter_is_a_date_in_either_spelling() -> None:
    assert read("Quý IV/2026; quí IV/2026") == [("Quý IV/2026", "date"), ("quí IV/2026", "date")]


def test_the_full_stop_behind_a_document_is_no_part_of_its_number() -> None:
    assert read("Theo Chỉ thị số 10/CT-TTg. Xem Tờ trình số 5/TTr-B.VH.") == [
        ("10/CT-TTg", "document"),
        ("5/TTr-B.VH", "document"),
    ]


@pytest.mark.parametrize("mark", ["1.", "1.2.", "(1)", "2)", "1.2.1."])
def test_marks_of_a_list_are_structure(mark: str) -> None:
    assert read(f"{mark} Nội dung") == [(mark, "structure")]
    assert not has_figures(f"{mark} Nội dung năm 2023")


def test_names_and_places_are_structure() -> None:
    assert read("UBND Phường 5 thực hiện theo nhiệm vụ tại mục II.3.") == [
        ("Phường 5", "structure"),
        ("mục II.3", "structure"),
    ]


def test_periods_counts_and_shares_are_figures_of_a_text() -> None:
    assert read("báo cáo 6 tháng, 02 lần/tháng, 99% hồ sơ") == [
        ("6", "number"),
        ("02", "number"),
        ("99", "number"),
    ]


def test_a_blank_that_does_not_break_is_a_blank() -> None:
    assert read("tăng\u00a09\u00a0bậc") == [("9", "number")]
    assert [token.start for token in tokens("a 12")] == [2]
