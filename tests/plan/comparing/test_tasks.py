"""Tasks compared by id: the lead and the day bind, the rest is to be read."""

from __future__ import annotations

import pytest

from analysis.plan.comparing.tasks import task_changes
from analysis.plan.comparing.weighing import Scale

TASK = {
    "index": "PAPI",
    "criterion": "Tri thức công dân",
    "chosen": "có",
    "text": "Biên soạn 02 bộ câu hỏi - đáp, phát trên truyền thanh cơ sở.",
    "activity": "Biên soạn hỏi đáp",
    "lead": "Sở Tư pháp",
    "implementers": "UBND các xã",
    "coordinators": "Báo Lạng Sơn; Ban Dân tộc tỉnh",
    "deadline": "Quý III/2023",
    "product": "Bộ hỏi đáp",
}


def changes(
    old: dict[str, dict[str, str]],
    new: dict[str, dict[str, str]],
    years: dict[int, int] | None = None,
) -> list[tuple[str, str, str]]:
    found = task_changes(old, new, scale=Scale(years=years or {}))
    return [(one.severity, one.place, one.what) for one in found]


@pytest.mark.parametrize(
    ("column", "text", "severity", "what"),
    [
        ("lead", "Sở Nội vụ", "high", "đổi cơ quan (Sở Tư pháp thành Sở Nội vụ)"),
        ("lead", "Sở tư pháp", "low", "chỉ khác dấu câu, chữ hoa hoặc khoảng trắng"),
        ("deadline", "Trước ngày 30/6/2023", "high", "thời hạn sớm hơn"),
        ("deadline", "Quý IV/2023", "high", "thời hạn muộn hơn"),
        ("deadline", "Thường xuyên", "high", "đổi thời hạn"),
        ("deadline", "quý III/2023.", "low", "chỉ khác dấu câu, chữ hoa hoặc khoảng trắng"),
        ("product", "Báo cáo", "medium", "đổi câu chữ"),
        ("criterion", "Cơ hội tham gia", "medium", "đổi câu chữ"),
        ("coordinators", "Báo Lạng Sơn", "medium", "đổi cơ quan (bỏ Ban Dân tộc tỉnh)"),
        (
            "coordinators",
            "Ban Dân tộc tỉnh; Báo Lạng Sơn",
            "low",
            "chỉ đổi thứ tự các cơ quan",
        ),
        (
            "text",
            "Biên soạn 03 bộ câu hỏi - đáp, phát trên truyền thanh cơ sở.",
            "medium",
            "đổi số, ngày hoặc số hiệu văn bản (02 thành 03)",
        ),
        (
            "text",
            "Biên soạn 02 bộ câu hỏi – đáp; phát trên truyền thanh cơ sở",
            "low",
            "chỉ khác dấu câu, chữ hoa hoặc khoảng trắng",
        ),
    ],
)
def test_one_cell_is_one_change(column: str, text: str, severity: str, what: str) -> None:
    (found,) = changes({"t1": TASK}, {"t1": {**TASK, column: text}})
    assert (found[0], found[2]) == (severity, what)
    assert "“Biên soạn hỏi đáp” (t1)" in found[1]


def test_tasks_that_come_and_go_mirror_each_other() -> None:
    one, two = {"t1": TASK}, {"t1": TASK, "t2": {**TASK, "activity": "Khác"}}
    assert changes(one, two) == [("medium", "nhiệm vụ “Khác” (t2)", "thêm nhiệm vụ")]
    assert changes(two, one) == [("high", "nhiệm vụ “Khác” (t2)", "bỏ nhiệm vụ")]


def test_a_task_that_is_not_chosen_is_not_there() -> None:
    assert changes({"t1": TASK}, {"t1": {**TASK, "chosen": "Không"}})[0][2] == "bỏ nhiệm vụ"
    assert changes({}, {"t1": {**TASK, "chosen": "không"}}) == []


def test_a_drafter_s_note_is_no_part_of_a_plan() -> None:
    assert changes({"t1": TASK}, {"t1": {**TASK, "note": "hỏi lại"}}) == []


def test_a_deadline_that_goes_with_the_plan_s_year_is_a_small_change() -> None:
    new = {**TASK, "deadline": "Quý III/2024"}
    assert changes({"t1": TASK}, {"t1": new}, {2023: 2024})[0][::2] == (
        "low",
        "chỉ đổi năm theo năm kế hoạch",
    )
    later = {**TASK, "deadline": "Quý IV/2024"}
    assert changes({"t1": TASK}, {"t1": later}, {2023: 2024})[0][2] == "thời hạn muộn hơn"


def test_rows_of_two_drafters_with_one_id_are_two_tasks() -> None:
    other = {**TASK, "activity": "", "text": "Lắp đặt màn hình tại Bộ phận Một cửa"}
    found = changes({"rieng-1": TASK}, {"rieng-1": other})
    assert [one[2] for one in found] == ["bỏ nhiệm vụ", "thêm nhiệm vụ"]
    edited = {**TASK, "text": TASK["text"].replace("phát", "đăng")}
    assert [one[2] for one in changes({"rieng-1": TASK}, {"rieng-1": edited})] == ["đổi câu chữ"]
