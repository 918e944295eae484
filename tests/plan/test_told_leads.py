"""What the drafter wrote of leads and a form does not print, or a task lacks, is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.editing import FIRST, drafted, edited

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.jobs import Job


def test_a_lead_that_only_one_task_of_a_content_has_is_told_as_not_printed(
    job: Callable[..., Job],
) -> None:
    of = drafted(job(plan="so-ldtbxh-lang-son-2022"))
    result = edited(of, "tasks", **{"ldtbxh-1-bao-cao-cchc": {"lead": "Thanh tra Sở"}})
    told = [fault for fault in result.study.warnings if fault.code == "PL-24"]
    assert [fault.place.column for fault in told] == ["Cơ quan chủ trì"]
    assert "là Văn phòng Sở; nội dung ô này (Thanh tra Sở)" in told[0].what


def test_a_lead_that_all_tasks_of_a_content_have_is_printed_and_nothing_is_told(
    job: Callable[..., Job],
) -> None:
    of = drafted(job(plan="so-ldtbxh-lang-son-2022"))
    group = of.study.parts[0].groups[0]
    rows = {task.task.id: {"lead": "Thanh tra Sở"} for task in group.tasks()}
    result = edited(of, "tasks", **rows)
    assert result.study.parts[0].groups[0].roles.lead == ("Thanh tra Sở",)
    assert not result.study.warnings


def test_a_chosen_task_that_lost_its_lead_is_told(job: Callable[..., Job]) -> None:
    new = drafted(job("Lạng Sơn", 2023))
    told = edited(new, "tasks", **{FIRST: {"lead": "", "implementers": ""}}).study.warnings
    assert [f"{one.code} {one.place.column}" for one in told if one.code == "PL-25"] == [
        "PL-25 Cơ quan chủ trì"
    ]
