"""Tasks laid out in groups and rows, and the roles of several tasks together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.builders.plans import group, row, task

from analysis.plan.programme import Roles, TaskPart, library_part, roles_of, scoped, union

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import IndexStudy, PlannedTask, Study

    Studies = Callable[[str, int], Study]


def with_tasks(item: IndexStudy, *tasks: PlannedTask) -> IndexStudy:
    return replace(item, tasks=tasks)


def layout(part: TaskPart) -> dict[str, list[tuple[list[str], list[str], str]]]:
    """Return each group's rows: codes of its criteria, its tasks, and where it refers to."""
    return {
        one.code: [
            ([item.code for item in line.criteria], [t.task.id for t in line.tasks], line.see)
            for line in one.rows
        ]
        for one in part.groups
    }


def test_tasks_stand_under_their_criterion_in_the_edition_s_order(study: Studies) -> None:
    papi = study("Lạng Sơn", 2023).of("PAPI")
    item = with_tasks(papi, task("b", code="2.1"), task("a", code="1.2"), task("c", code="1.2"))
    assert layout(library_part(item)) == {
        "1": [(["1.2"], ["a", "c"], "")],
        "2": [(["2.1"], ["b"], "")],
    }


def test_a_task_for_the_whole_dimension_stands_first(study: Studies) -> None:
    papi = study("Lạng Sơn", 2023).of("PAPI")
    item = with_tasks(papi, task("under", code="1.2"), task("whole", code="1"))
    assert layout(library_part(item)) == {"1": [(["1"], ["whole"], ""), (["1.2"], ["under"], "")]}


def test_a_criterion_whose_task_is_printed_elsewhere_refers_to_it(study: Studies) -> None:
    papi = study("Lạng Sơn", 2023).of("PAPI")
    shared = task("a", code="1.2", deficits=("1.2", "1.3", "2.1"))
    item = with_tasks(papi, shared, task("b", code="2.2"))
    assert layout(library_part(item)) == {
        "1": [(["1.2"], ["a"], ""), (["1.3"], [], "1.2")],
        "2": [(["2.1"], [], "1.2"), (["2.2"], ["b"], "")],
    }


def test_a_dimension_that_only_refers_elsewhere_is_no_group(study: Studies) -> None:
    papi = study("Lạng Sơn", 2023).of("PAPI")
    item = with_tasks(papi, task("a", code="1.2", deficits=("1.2", "2.1")))
    assert list(layout(library_part(item))) == ["1"]


@pytest.mark.parametrize("index", ["PAPI", "PAR INDEX", "SIPAS"])
def test_no_chosen_task_is_lost_and_none_stands_twice(study: Studies, index: str) -> None:
    for province, year in (("Lạng Sơn", 2023), ("Sóc Trăng", 2024), ("Hà Nội", 2026)):
        item = study(province, year).of(index)
        told = [one.task.id for one in library_part(item).tasks()]
        assert sorted(told) == sorted(one.task.id for one in item.tasks if one.code)


def test_parts_and_groups_tell_their_tasks_in_order() -> None:
    first = group("G", row(task("a"), task("b")), row(note="Xem mục khác."), row(task("c")))
    part = TaskPart("PAPI", (first, group("H", row(task("d")))))
    assert [one.task.id for one in first.tasks()] == ["a", "b", "c"]
    assert [one.task.id for one in part.tasks()] == ["a", "b", "c", "d"]


def test_roles_of_several_tasks_name_each_body_once_in_its_strongest_role() -> None:
    tasks = (
        task("a", lead=("A",), implementers=("C",), coordinators=("B", "D")),
        task("b", lead=("B",), implementers=("A", "C"), coordinators=("C", "E")),
    )
    assert roles_of(tasks) == Roles(("A", "B"), ("C",), ("D", "E"))
    assert roles_of(()) == Roles()


def test_a_body_is_told_with_what_it_does_where_a_task_says_so() -> None:
    led = task("a", lead=("A", "B"), scope={"B": "phần hai"})
    assert scoped(led, ("A", "B")) == ("A", "B (phần hai)")
    assert roles_of((task("b", lead=("A",), coordinators=()), led)).lead == ("A", "B (phần hai)")


def test_a_union_keeps_the_order_in_which_names_come() -> None:
    assert union([("b", "a"), (), ("c", "a")]) == ("b", "a", "c")
