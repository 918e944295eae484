from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis import review

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import IndexStudy, PlannedTask, Study

    Studies = Callable[[str, int], Study]


def with_tasks(study: Study, index: str, tasks: tuple[PlannedTask, ...]) -> Study:
    def changed(item: IndexStudy) -> IndexStudy:
        return replace(item, tasks=tasks) if item.index == index else item

    return replace(study, indices=tuple(changed(item) for item in study.indices))


def cells(svg: str) -> list[int]:
    return [
        int(number)
        for cell in re.findall(r"<!-- (\d[\d, ]*) -->", svg)
        for number in cell.split(", ")
    ]


def test_every_task_stands_in_the_row_of_each_deficit_it_serves(study: Studies) -> None:
    item = study("Sóc Trăng", 2023)
    tasks = item.of("PAPI").tasks
    served = [
        number
        for number, task in enumerate(tasks, start=1)
        for _ in range(len(task.deficits) * len(task.task.lead))
    ]
    assert sorted(cells(review.coverage_matrix(item, "PAPI").svg)) == served


def test_the_numbers_are_those_of_the_table_of_tasks(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    html = review.tasks_table(item, "PAR INDEX")._repr_html_()
    numbers = [int(one) for one in re.findall(r'<td class="so">(\d+)</td>', html)]
    assert numbers == list(range(1, 53))
    assert set(cells(review.coverage_matrix(item, "PAR INDEX").svg)) == set(numbers)


def test_the_title_tells_that_all_is_covered_and_who_leads_most(study: Studies) -> None:
    title = review.coverage_matrix(study("Lạng Sơn", 2023), "SIPAS").title
    assert title == (
        "Cả 17 thiếu hụt SIPAS đều có nhiệm vụ; "
        "Văn phòng UBND tỉnh chủ trì nhiều nhất: 4 trong 17 nhiệm vụ"
    )


def test_a_deficit_without_a_task_stands_out_and_is_named_first(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    left = tuple(task for task in item.of("PAPI").tasks if "1.1" not in task.deficits)
    figure = review.coverage_matrix(with_tasks(item, "PAPI", left), "PAPI")
    assert figure.title == "1 trong 21 thiếu hụt PAPI chưa có nhiệm vụ: “Tri thức công dân”"
    assert "Chưa có nhiệm vụ: Tri thức công dân. " in figure.alt
    assert "<!-- chưa có nhiệm vụ -->" in figure.svg
    assert "<pattern" in figure.svg
    assert "<pattern" not in review.coverage_matrix(item, "PAPI").svg


def test_a_task_without_a_lead_has_a_column_of_its_own(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    first, *others = item.of("PAPI").tasks
    bare = replace(first, task=replace(first.task, lead=()))
    figure = review.coverage_matrix(with_tasks(item, "PAPI", (bare, *others)), "PAPI")
    assert "<!-- Chưa ghi chủ trì -->" in figure.svg


def test_without_tasks_or_deficits_there_is_a_reason(study: Studies) -> None:
    item = study("Lạng Sơn", 2023)
    figure = review.coverage_matrix(with_tasks(item, "PAPI", ()), "PAPI")
    assert figure.svg == ""
    assert figure.title.endswith("chưa có nhiệm vụ nào được chọn cho 21 thiếu hụt")
    none = review.coverage_matrix(study("TP. Hồ Chí Minh", 2020), "PAR INDEX")
    assert none.title.endswith("không có thiếu hụt nào")


def test_a_merged_unit_without_scores_still_has_its_matrix(study: Studies) -> None:
    figure = review.coverage_matrix(study("Cần Thơ", 2026), "PAR INDEX")
    assert figure.title.startswith("Cả 25 thiếu hụt PAR INDEX đều có nhiệm vụ")
    assert len(set(cells(figure.svg))) == 50
