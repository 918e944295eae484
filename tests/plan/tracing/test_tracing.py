"""Every number of a plan's text has its source, and the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.plan.text import Origin
from analysis.plan.tracing.record import recorded
from analysis.plan.tracing.sources import sources
from analysis.plan.tracing.tracing import OPEN_DAY, numbers_of, traced

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job

LOST = Origin("figure", "papi/20/2022/1/lost", "4,18")
SCORE = Origin("figure", "papi/20/2022/1/score", "5,82")
TASK = Origin("task", "tasks/a", "Họp ít nhất 02 lần trước ngày 30/6/2023")


def refs(text: str, *origins: Origin) -> list[tuple[str, str | None, str]]:
    return [(one.text, one.kind, one.ref) for one in numbers_of(text, origins)]


def test_a_figure_is_that_of_its_own_line_and_no_other() -> None:
    assert refs("đạt 5,82 điểm, mất 4,18 điểm", SCORE, LOST) == [
        ("5,82", "figure", SCORE.ref),
        ("4,18", "figure", LOST.ref),
    ]
    assert refs("đạt 5,82 điểm", LOST) == [("5,82", None, "")]


def test_two_figures_that_print_alike_are_taken_in_turn() -> None:
    other = Origin("figure", "papi/20/2022/2/score", "5,82")
    assert [ref for *_, ref in refs("5,82 và 5,82", SCORE, other)] == [SCORE.ref, other.ref]


def test_a_number_in_a_task_is_the_tasks() -> None:
    assert refs("Họp ít nhất 02 lần; 03 lần; trước ngày 30/6/2023", TASK) == [
        ("02", "task", "tasks/a"),
        ("03", None, ""),
        ("30/6/2023", "date", "30/6/2023"),
    ]


def test_a_drafts_date_is_open() -> None:
    assert refs("Lạng Sơn, ngày     tháng 6 năm 2023") == [("tháng 6 năm 2023", "date", OPEN_DAY)]


@pytest.mark.parametrize(
    "which",
    [
        {"province": "Lạng Sơn", "plan_year": 2023},
        {"province": "Hà Tĩnh", "plan_year": 2026, "form": "province-tables"},
        {"province": "Lai Châu", "plan_year": 2021, "form": "province-single"},
        {
            "province": "Lạng Sơn",
            "plan_year": 2024,
            "form": "department",
            "agency": "Sở Tư pháp",
        },
        {"plan": "ubnd-tinh-ha-tinh-2021"},
        {"plan": "ubnd-tinh-soc-trang-2023"},
    ],
)
def test_no_number_of_a_plan_is_without_a_source(
    job: Callable[..., Job], inputs: Inputs, which: dict[str, object]
) -> None:
    made = job(**which)
    known = {source.ref for source in sources(made.planned.study)}
    for block in traced(made.text(inputs)):
        for number in block.numbers:
            assert number.kind is not None, (block.text, number.text)
            assert number.kind != "figure" or number.ref in known, (block.text, number)


def test_the_record_has_the_figures_shown_and_all_behind_them(
    study: Callable[[str, int], Study], real_plan: Callable[..., PlanText]
) -> None:
    record = recorded(real_plan("Lạng Sơn", 2023), study("Lạng Sơn", 2023))
    total = record.source("papi/20/2022/0/score")
    assert total is not None
    assert total.value == "43,85"
    assert len(total.parts) == 8
    assert all(record.source(part) for source in record.sources for part in source.parts)
    shown = {n.ref for block in record.blocks for n in block.numbers if n.kind == "figure"}
    assert shown <= {source.ref for source in record.sources}
