"""Year after year: wording carried on, and last year's tasks told apart from this year's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import group, row, task, with_part

from analysis.plan.facts import facts
from analysis.plan.rewording import Rewording
from analysis.plan.yearly import LastYear, carried_on, comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.plan.study import PlannedTask, Study


def last_year(
    *tasks: str,
    done: frozenset[str] = frozenset(),
    given_up: frozenset[str] = frozenset(),
    edited: Mapping[str, str] | None = None,
    removed: tuple[str, ...] = (),
) -> LastYear:
    return LastYear(
        plan_year=2022,
        result_year=2021,
        tasks={name: f"hoạt động {name}" for name in tasks},
        done=done,
        given_up=given_up,
        rewording=Rewording(edited or {}, removed),
    )


def test_what_is_done_is_finished_unless_it_recurs_what_is_given_up_is_in_any_case() -> None:
    last = last_year(done=frozenset("ab"), given_up=frozenset("cd"))
    assert last.finished(frozenset("bd")) == {"a", "c", "d"}


@pytest.fixture
def one(study: Callable[[str, int], Study]) -> Callable[..., PlannedTask]:
    """Return a task after last year's wording of it was carried on."""

    def make(text: str, **changes: Any) -> PlannedTask:
        seen = study("Lạng Sơn", 2023)
        item = replace(seen.indices[0], tasks=(task("a", **changes), task("b")))
        found = carried_on(replace(seen, indices=(item,)), last_year("a", "b", edited={"a": text}))
        changed, other = found.indices[0].tasks
        assert other == task("b")
        return changed

    return make


def test_an_edited_sentence_is_printed_with_its_actor_and_without(
    one: Callable[..., PlannedTask],
) -> None:
    found = one("Sở A làm việc a ngay.")
    assert found.task.sentence == "Sở A làm việc a ngay."
    assert found.task.duty == "Làm việc a ngay."
    assert found.paragraphs == ("Làm việc a ngay.",)


def test_where_a_table_names_the_actor_it_goes_on_to(one: Callable[..., PlannedTask]) -> None:
    found = one("Sở A làm việc a ngay.", paragraphs=("Sở A làm việc a.",))
    assert found.paragraphs == ("Sở A làm việc a ngay.",)


def test_an_edited_duty_keeps_its_actor_where_the_plan_names_it(
    one: Callable[..., PlannedTask],
) -> None:
    found = one("Làm việc a ngay.").task
    assert (found.sentence, found.duty) == ("Sở A làm việc a ngay.", "Làm việc a ngay.")


def test_an_actor_that_people_changed_stays_as_they_wrote_it(
    one: Callable[..., PlannedTask],
) -> None:
    assert one("Sở B làm việc a.").task.sentence == "Sở B làm việc a."


def test_the_years_move_on(one: Callable[..., PlannedTask]) -> None:
    found = one("Sở A làm việc a trong năm 2022, hơn kết quả năm 2021.")
    assert found.task.duty == "Làm việc a trong năm 2023, hơn kết quả năm 2022."


def test_deadline_product_and_bodies_stay_this_year_s(one: Callable[..., PlannedTask]) -> None:
    found, own = one("Sở A làm việc a ngay.").task, task("a").task
    assert (found.deadline, found.product, found.lead) == (own.deadline, own.product, own.lead)


def test_without_a_last_year_there_is_nothing_to_compare(
    study: Callable[[str, int], Study],
) -> None:
    assert comparison(study("Lạng Sơn", 2023)) is None
    assert facts(study("Lạng Sơn", 2023))["previous"] is None


@pytest.fixture
def compared(study: Callable[[str, int], Study]) -> Callable[[LastYear], Study]:
    """Return this year's plan of tasks a, b, c with a last year."""
    now = with_part(study("Lạng Sơn", 2023), group("Nhóm", row(task("a"), task("b"), task("c"))))
    return lambda last: replace(now, last_year=last)


def test_last_year_s_tasks_and_this_year_s_are_told_apart(
    compared: Callable[[LastYear], Study],
) -> None:
    last = last_year(
        "x", "y", "z", "b", "a", done=frozenset("xb"), given_up=frozenset("y"), removed=("z",)
    )
    found = comparison(compared(last))
    assert found is not None
    assert found.plan_year == 2022
    assert found.done == ("x",)
    assert found.kept == ("b", "a")
    assert found.dropped == ("y", "z")
    assert found.new == ("c",)
    assert found.removed == ("z",)
    assert sorted((*found.done, *found.kept, *found.dropped)) == sorted(last.tasks)


def test_only_kept_tasks_count_as_reworded(compared: Callable[[LastYear], Study]) -> None:
    last = last_year("a", "x", edited={"a": "Sở A làm khác.", "x": "Sở A thôi."})
    found = comparison(compared(last))
    assert found is not None
    assert found.reworded == ("a",)


def test_facts_tell_the_comparison(compared: Callable[[LastYear], Study]) -> None:
    told = facts(compared(last_year("a", "x", done=frozenset("x"))))["previous"]
    assert told == {
        "plan_year": 2022,
        "done": ("x",),
        "kept": ("a",),
        "dropped": (),
        "new": ("b", "c"),
        "reworded": (),
        "removed": (),
    }
