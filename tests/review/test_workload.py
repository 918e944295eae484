from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis import review
from analysis.review.workload import PERIOD_LOOKS, leading, period_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study

    Studies = Callable[[str, int], Study]


@pytest.mark.parametrize(
    ("deadline", "period"),
    [
        ("Quý I/2023", "Quý I"),
        ("Quý III/2023", "Quý III"),
        ("quý iv năm 2023", "Quý IV"),
        ("Tháng 9/2023", "Quý III"),
        ("Tháng 10 năm 2023", "Quý IV"),
        ("Trước ngày 30/6/2023", "Quý II"),
        ("Trước ngày 15/11/2023 (sau khi có kết quả quan trắc quý III)", "Quý IV"),
        ("Từ tháng 3/2023 đến tháng 8/2023", "Quý III"),
        ("Quý I/2024", "Năm khác"),
        ("Năm 2024", "Năm khác"),
        ("Năm 2023", "Trong năm"),
        ("Hằng quý", "Thường xuyên, định kỳ"),
        ("Thường xuyên", "Thường xuyên, định kỳ"),
        ("Định kỳ hằng tháng có báo cáo UBND tỉnh", "Thường xuyên, định kỳ"),
        ("Theo lộ trình Đề án", "Theo sự kiện, lộ trình"),
        ("Trước mỗi cuộc bầu cử trên địa bàn", "Theo sự kiện, lộ trình"),
        ("Theo Kế hoạch số 27/KH-UBND", "Theo sự kiện, lộ trình"),
        ("", "Không ghi thời hạn"),
    ],
)
def test_a_printed_deadline_falls_into_its_quarter(deadline: str, period: str) -> None:
    assert period_of(deadline, 2023) == period
    assert period in PERIOD_LOOKS


def test_every_task_is_counted_for_each_of_its_leads(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    counts = Counter(lead for one in item.indices for task in one.tasks for lead in task.task.lead)
    figure = review.workload_chart(item)
    for lead, count in counts.most_common(5):
        assert f"{lead} {count} (" in figure.alt
    for lead in counts:
        assert f"<!-- {lead} -->" in figure.svg


def test_the_parts_of_a_bar_add_up_to_its_total(study: Studies) -> None:
    alt = review.workload_chart(study("Lạng Sơn", 2023)).alt
    part = alt.partition("Sở Nội vụ 15 (")[2].partition(")")[0]
    assert sum(int(word) for word in part.replace(",", "").split() if word.isdigit()) == 15


def test_the_title_states_who_leads_most_and_when_most_is_due(study: Studies) -> None:
    assert review.workload_chart(study("Lạng Sơn", 2023)).title == (
        "Sở Nội vụ chủ trì nhiều nhất: 15 trong 90 nhiệm vụ; "
        "28 nhiệm vụ phải xong trong quý IV/2023"
    )


def test_nobody_is_named_before_others_that_lead_as_many() -> None:
    assert leading({"a": 2, "b": 2}) == "a và b cùng chủ trì nhiều nhất: mỗi cơ quan 2"
    assert leading({"a": 2, "b": 2, "c": 2, "d": 1}) == (
        "3 cơ quan cùng chủ trì nhiều nhất: mỗi cơ quan 2"
    )


def test_without_tasks_or_leads_there_is_a_reason(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    none = replace(item, indices=tuple(replace(one, tasks=()) for one in item.indices))
    assert review.workload_chart(none).title.endswith("chưa có nhiệm vụ nào được chọn")
    bare = replace(
        item,
        indices=tuple(
            replace(
                one,
                tasks=tuple(replace(t, task=replace(t.task, lead=())) for t in one.tasks),
            )
            for one in item.indices
        ),
    )
    assert review.workload_chart(bare).title.endswith("chưa nhiệm vụ nào ghi cơ quan chủ trì")
