"""Documents compared: each planted change is found, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders.comparisons import paragraphs, rows

from analysis.plan.comparing.weighing import Scale
from analysis.plan.comparing.wording import document_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.plan.word.printed import Block

TEXTS = (
    "I. MỤC TIÊU",
    "Chỉ số PAPI tăng ít nhất 02 bậc so với năm trước.",
    "Sở Nội vụ theo dõi, đôn đốc việc thực hiện trước ngày 30/6/2023.",
    "Các cơ quan báo cáo kết quả theo Quyết định số 12/QĐ-UBND.",
    "Kinh phí thực hiện từ nguồn ngân sách được giao.",
)
TABLE = (
    ("TT", "Nội dung", "Thời hạn"),
    ("1", "Rà soát thủ tục hành chính nội bộ", "Quý II"),
    ("2", "Tập huấn công chức Bộ phận Một cửa", "Quý III"),
)


def changes(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[str, str, str, str]]:
    found = document_changes(old, new, scale=Scale(names=("Sở Nội vụ",)))
    return [(one.kind, one.severity, one.place, one.what) for one in found]


def edited(place: int, text: str) -> tuple[Block, ...]:
    return paragraphs(*TEXTS[:place], text, *TEXTS[place + 1 :])


def test_the_same_document_has_no_changes() -> None:
    assert changes(paragraphs(*TEXTS), paragraphs(*TEXTS)) == []
    assert changes(rows(*TABLE), rows(*TABLE)) == []
    assert changes((), ()) == []


@pytest.mark.parametrize(
    ("place", "text", "severity"),
    [
        (1, TEXTS[1].replace("02", "03"), "high"),
        (2, TEXTS[2].replace("30/6", "30/9"), "high"),
        (2, TEXTS[2].replace("Nội vụ", "Tài chính"), "high"),
        (3, TEXTS[3].replace("QĐ", "KH"), "high"),
        (4, TEXTS[4].replace("được giao", "hằng năm"), "medium"),
        (4, TEXTS[4].removesuffix(".") + ";", "low"),
        (4, TEXTS[4].upper(), "low"),
        (4, TEXTS[4].replace("từ nguồn", "từ “nguồn”"), "low"),
    ],
)
def test_a_changed_paragraph_weighs_by_what_changed_in_it(
    place: int, text: str, severity: str
) -> None:
    found = changes(paragraphs(*TEXTS), edited(place, text))
    assert [one[:3] for one in found] == [("wording", severity, f"đoạn {place + 1}")]
    back = changes(edited(place, text), paragraphs(*TEXTS))
    assert [one[:3] for one in back] == [one[:3] for one in found]


def test_what_came_on_one_way_went_on_the_other() -> None:
    shorter = paragraphs(*TEXTS[:2], *TEXTS[3:])
    assert changes(paragraphs(*TEXTS), shorter) == [("wording", "medium", "đoạn 3", "bỏ")]
    assert changes(shorter, paragraphs(*TEXTS)) == [("wording", "medium", "đoạn 3", "thêm")]


def test_a_moved_paragraph_is_a_small_change() -> None:
    moved = paragraphs(TEXTS[0], *TEXTS[2:], TEXTS[1])
    assert changes(paragraphs(*TEXTS), moved) == [
        ("wording", "low", "đoạn 5", "chuyển chỗ, trước ở đoạn 2")
    ]


def test_list_marks_and_running_numbers_are_no_text() -> None:
    assert changes(paragraphs("1. Họp."), paragraphs("2. Họp.")) == []
    longer = rows(TABLE[0], ("1", "Việc mới hoàn toàn", "Năm 2023"), *TABLE[1:])
    assert changes(rows(*TABLE), longer) == [("row", "medium", "bảng 1, dòng 2", "thêm")]
    assert changes(longer, rows(*TABLE)) == [("row", "medium", "bảng 1, dòng 2", "bỏ")]


def test_a_changed_cell_is_told_with_its_row_s_name() -> None:
    new = rows(*TABLE[:2], (*TABLE[2][:2], "Quý IV"))
    assert changes(rows(*TABLE), new) == [
        (
            "row",
            "high",
            "bảng 1, dòng 3 “Tập huấn công chức Bộ phận Một cửa”, cột 3",
            "đổi số, ngày hoặc số hiệu văn bản (III thành IV)",
        )
    ]
