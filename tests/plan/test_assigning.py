"""A body's tasks under the headings of its own plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import body, draft, form, group, mandate, row, task, with_part

from analysis.plan import messages
from analysis.plan.assigning import by_group, content_groups, reference
from analysis.plan.mandate import Assigned
from analysis.plan.programme import Roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.assigning import ContentGroup
    from analysis.plan.study import PlannedTask, Study

CONTENTS = [
    {"title": "Thủ tục của {co_quan}", "references": ["PAPI/d5"]},
    {"title": "Công khai", "references": ["PAPI/d1", "PAPI/d2"]},
    {"title": "Mọi nội dung", "references": ["PAPI"]},
]


@pytest.fixture
def lang_son(study: Callable[[str, int], Study]) -> Study:
    return study("Lạng Sơn", 2023)


@pytest.fixture
def about(lang_son: Study) -> Callable[..., PlannedTask]:
    """Return a maker of tasks printed under a criterion of PAPI, by its key."""
    codes = {line.criterion.key: line.code for line in lang_son.of("PAPI").ledger.lines}
    return lambda name, key: task(name, index="PAPI", code=codes[key])


def given(one: PlannedTask, **changes: Any) -> Assigned:
    base: dict[str, Any] = {
        "task": one,
        "part": "act",
        "text": one.task.duty,
        "deadline": "",
        "product": "",
        "group": "Nhóm",
    }
    return Assigned(**base | changes)


@pytest.fixture
def groups(lang_son: Study) -> Callable[..., tuple[ContentGroup, ...]]:
    """Return what a department's plan is made of, by what it was assigned."""

    def make(
        *assigned: Assigned, study: Study = lang_son, contents: Any = CONTENTS
    ) -> tuple[ContentGroup, ...]:
        own = form(contents=contents, level="department")
        return content_groups(draft(study, form=own, mandate=mandate(body(), *assigned)))

    return make


def titles(found: tuple[ContentGroup, ...]) -> list[tuple[str, list[str]]]:
    return [(one.title, [duty.text.split(".")[0] for duty in one.duties]) for one in found]


def test_a_task_goes_to_the_first_content_that_its_criterion_lies_in(
    groups: Callable[..., Any], about: Callable[..., PlannedTask]
) -> None:
    found = groups(
        given(about("a", "d1_knowledge")),
        given(about("b", "d5_certification")),
        given(about("c", "d2_budget")),
        given(about("d", "d1")),
    )
    assert titles(found) == [
        ("Thủ tục của Sở Nội vụ", ["Làm việc b"]),
        ("Công khai", ["Làm việc a", "Làm việc c", "Làm việc d"]),
    ]


def test_what_no_content_is_about_is_told_at_the_end(
    groups: Callable[..., Any], about: Callable[..., PlannedTask]
) -> None:
    found = groups(given(about("a", "d6_health")), given(about("b", "d1")), contents=CONTENTS[:2])
    assert titles(found) == [
        ("Công khai", ["Làm việc b"]),
        (messages.OTHER_CONTENT, ["Làm việc a"]),
    ]


def test_a_task_of_a_whole_index_goes_to_the_content_of_the_index(
    groups: Callable[..., Any],
) -> None:
    assert titles(groups(given(task("a", index="PAPI")))) == [("Mọi nội dung", ["Làm việc a"])]


def test_the_divisions_that_answer_lead_a_content_each_named_once(
    groups: Callable[..., Any], about: Callable[..., PlannedTask]
) -> None:
    one = about("a", "d1")
    (found,) = groups(*(given(one, division=name) for name in ("Phòng A", "Phòng B", "Phòng A")))
    assert found.lead.text.startswith("Phòng A và Phòng B chủ trì")
    assert "các phòng, đơn vị thuộc Sở" in found.lead.text
    assert found.lead.notes == ()


def test_a_lead_that_is_not_known_is_left_blank_and_the_drafter_is_asked(
    groups: Callable[..., Any], about: Callable[..., PlannedTask]
) -> None:
    (found,) = groups(given(about("a", "d1")))
    assert found.lead.text.startswith(messages.DIVISION_BLANK)
    assert found.lead.notes == (messages.DIVISION_NOTE,)


def test_without_tasks_there_are_no_contents(groups: Callable[..., Any]) -> None:
    assert groups() == ()


def test_the_plan_s_own_contents_go_before_what_was_assigned(
    groups: Callable[..., Any], lang_son: Study, about: Callable[..., PlannedTask]
) -> None:
    named = Roles(lead=("Phòng A",), coordinators=("Phòng B",))
    alone = Roles(lead=("Phòng A",))
    own = [group("Nội dung riêng", row(task("x"))) for _ in range(3)]
    made = [
        type(one)(one.code, one.title, one.rows, roles)
        for one, roles in zip(own, (named, alone, Roles()), strict=True)
    ]
    study = with_part(lang_son, *made, part="contents")
    first, second, third = groups(given(about("a", "d1")), study=study)
    assert [duty.text for duty in first.duties] == ["Làm việc x."]
    assert (first.lead.text, first.lead.notes) == (
        messages.CONTENT_LEAD_WITH.format(lead="Phòng A", others="Phòng B"),
        (),
    )
    assert second.lead.text == messages.CONTENT_LEAD.format(lead="Phòng A")
    assert third.lead is None


def test_a_task_s_reference_is_its_criterion_s_else_its_index(
    lang_son: Study, about: Callable[..., PlannedTask]
) -> None:
    assert reference(about("a", "d1_knowledge"), lang_son) == "PAPI/d1_knowledge"
    assert reference(task("b", index="PAR INDEX"), lang_son) == "PAR"
    assert reference(task("c", index="SIPAS"), lang_son) == "SIPAS"


def test_groups_keep_the_order_of_their_first_tasks() -> None:
    first, second = task("a"), task("b")
    assigned = [given(first, group="I"), given(second, group="II"), given(second, group="I")]
    found = by_group(assigned)
    assert {title: [one.task.task.id for one in tasks] for title, tasks in found.items()} == {
        "I": ["a", "b"],
        "II": ["b"],
    }
    assert list(found) == ["I", "II"]
