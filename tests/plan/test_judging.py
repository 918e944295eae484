"""Each thing that a reviewer looks for is planted alone, and that alone is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from analysis.deficits import Reconciliation
from analysis.plan.details import Goal
from analysis.plan.judging import CHECK_KINDS, Check, checks, rule_of, title_of
from analysis.plan.vacancies import every_task
from analysis.scores import PublishedFact

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import IndexStudy, PlannedTask, Study

    Studies = Callable[[str, int], Study]

NOT_A_DEFICIT = "3.1"


@pytest.fixture(scope="module")
def clean(study: Studies) -> Study:
    """Give a plan in which every check finds everything in order."""
    found = replace(study("Lạng Sơn", 2023), goals=())
    return with_tasks(found, lambda task: worded(task, lead=task.task.lead[:1]))


def with_tasks(study: Study, change: Callable[[PlannedTask], PlannedTask]) -> Study:
    """Return a study with every task changed, wherever it stands."""
    parts = tuple(
        replace(
            part,
            groups=tuple(
                replace(
                    group,
                    rows=tuple(
                        replace(row, tasks=tuple(map(change, row.tasks))) for row in group.rows
                    ),
                )
                for group in part.groups
            ),
        )
        for part in study.parts
    )
    indices = tuple(replace(item, tasks=tuple(map(change, item.tasks))) for item in study.indices)
    return replace(study, parts=parts, indices=indices)


def worded(task: PlannedTask, **changes: Any) -> PlannedTask:
    return replace(task, task=replace(task.task, **changes))


def with_first(study: Study, change: Callable[[PlannedTask], PlannedTask]) -> Study:
    """Return a study with its first task changed."""
    first = every_task(study)[0].task.id
    return with_tasks(study, lambda task: change(task) if task.task.id == first else task)


def with_words(study: Study, **changes: Any) -> Study:
    """Return a study with other words in its first task."""
    return with_first(study, lambda task: worded(task, **changes))


def with_index(study: Study, index: str, change: Callable[[IndexStudy], IndexStudy]) -> Study:
    return replace(
        study,
        indices=tuple(change(item) if item.index == index else item for item in study.indices),
    )


def with_goal(study: Study, index: str, **condition: Any) -> Study:
    goal = Goal.model_validate({"index": index, "conditions": [condition]})
    return replace(study, goals=(goal,))


def with_target(study: Study, index: str, code: str, score: float) -> Study:
    def change(item: IndexStudy) -> IndexStudy:
        own = (
            replace(one, score=score, proposed=False) if one.code == code else one
            for one in item.targets
        )
        return replace(item, targets=tuple(own))

    return with_index(study, index, change)


def found_in(study: Study) -> list[Check]:
    return [check for check in checks(study) if check.severity != "green"]


def only(study: Study) -> Check:
    (check,) = found_in(study)
    return check


def test_a_plan_in_order_has_one_green_entry_of_every_kind(clean: Study) -> None:
    told = checks(clean)
    assert [check.kind for check in told] == list(CHECK_KINDS)
    assert {check.severity for check in told} == {"green"}
    assert all(check.what.endswith(".") and not check.spots for check in told)


def test_every_check_has_a_title_and_a_rule(clean: Study) -> None:
    for kind in CHECK_KINDS:
        assert title_of(kind)
        assert rule_of(kind, clean).endswith(".")
        assert "{" not in rule_of(kind, clean)


def test_a_deficit_without_a_task(clean: Study) -> None:
    planted = with_index(clean, "PAPI", lambda item: uncovered(item, "7.1"))
    check = only(planted)
    assert (check.kind, check.severity) == ("uncovered", "red")
    assert (check.spots[0].kind, check.spots[0].key) == ("line", "7.1")
    assert "mất" in check.what
    assert check.figures["lost"] == pytest.approx(line_of(clean, "PAPI", "7.1").lost)


def uncovered(item: IndexStudy, code: str) -> IndexStudy:
    return replace(item, choice=replace(item.choice, uncovered=(code,)))


def line_of(study: Study, index: str, code: str) -> Any:
    return study.of(index).ledger.line(code)


def test_a_general_task_above_a_deficit_serves_it_only_loosely(clean: Study) -> None:
    planted = with_index(clean, "PAPI", lambda item: uncovered(item, "7.1"))
    above = with_tasks(
        planted, lambda task: replace(task, code="7") if task.code == "7.3" else task
    )
    check = only(above)
    assert (check.kind, check.severity) == ("uncovered", "amber")
    assert line_of(clean, "PAPI", "7").criterion.name in check.what


def test_a_criterion_without_figures_is_not_called_a_deficit(study: Studies) -> None:
    hollow = study("Lạng Sơn", 2026)
    code = hollow.of("SIPAS").choice.deficits[0].code
    planted = with_index(hollow, "SIPAS", lambda item: uncovered(item, code))
    (check,) = [one for one in found_in(planted) if one.kind == "uncovered"]
    assert check.severity == "amber"
    assert "chưa có số liệu" in check.what


def test_a_task_without_a_deficit(clean: Study) -> None:
    planted = with_first(clean, lambda task: replace(task, code=NOT_A_DEFICIT, deficits=()))
    check = only(planted)
    assert (check.kind, check.severity) == ("orphan", "amber")
    assert check.spots[0].key == every_task(clean)[0].task.id


def test_a_task_above_deficits_serves_them(clean: Study) -> None:
    assert not found_in(with_first(clean, lambda task: replace(task, code="3", deficits=())))


def test_a_task_without_a_lead(clean: Study) -> None:
    check = only(with_words(clean, lead=()))
    assert (check.kind, check.severity) == ("no_lead", "red")


TWO = ("Sở Nội vụ", "Sở Tư pháp")


def test_two_leads_for_one_task(clean: Study) -> None:
    check = only(with_words(clean, lead=TWO))
    assert (check.kind, check.severity) == ("two_leads", "amber")
    assert "Sở Nội vụ và Sở Tư pháp" in check.what


def test_leads_that_are_told_their_share_may_be_several(clean: Study) -> None:
    planted = with_words(clean, lead=TWO)
    shared = with_first(planted, lambda task: replace(task, scope={"Sở Tư pháp": "thẩm định"}))
    assert not found_in(shared)


@pytest.mark.parametrize(
    "several",
    ["các sở, ban, ngành", "UBND các huyện, thành phố", "Phòng Tư pháp cấp huyện"],
)
def test_bodies_that_lead_each_in_its_own_field_are_no_second_lead(
    clean: Study, several: str
) -> None:
    assert not found_in(with_words(clean, lead=("Sở Nội vụ", several)))


def test_a_task_without_a_deadline(clean: Study) -> None:
    check = only(with_words(clean, deadline=""))
    assert (check.kind, check.severity) == ("no_deadline", "amber")


def test_a_plan_without_deadlines_is_told_once(clean: Study) -> None:
    check = only(with_tasks(clean, lambda task: worded(task, deadline="")))
    assert check.kind == "no_deadline"
    assert {spot.index for spot in check.spots} == {"PAPI", "SIPAS", "PAR INDEX"}
    assert check.figures["tasks"] == len(every_task(clean))


@pytest.mark.parametrize("deadline", ["Quý I/2023", "Trước ngày 29/6/2023", "Năm 2022"])
def test_a_deadline_before_the_plan_s_date(clean: Study, deadline: str) -> None:
    check = only(with_words(clean, deadline=deadline))
    assert (check.kind, check.severity) == ("too_early", "red")
    assert deadline in check.what
    assert "30/6/2023" in check.what


@pytest.mark.parametrize("deadline", ["Tháng 01/2024", "Giai đoạn 2023 - 2025"])
def test_a_deadline_after_the_plan_s_year(clean: Study, deadline: str) -> None:
    check = only(with_words(clean, deadline=deadline))
    assert (check.kind, check.severity) == ("too_late", "amber")
    assert deadline in check.what


@pytest.mark.parametrize(
    "deadline",
    ["Trước ngày 30/6/2023", "Quý II/2023", "Từ quý I/2023", "Trước ngày 01/01/2024", "Hằng năm"],
)
def test_a_deadline_at_the_edge_or_without_days_is_in_time(clean: Study, deadline: str) -> None:
    assert not found_in(with_words(clean, deadline=deadline))


def test_a_plan_is_judged_on_its_own_date(clean: Study) -> None:
    late = replace(clean, day=date(2023, 11, 1))
    assert {check.kind for check in found_in(late)} == {"too_early"}


def test_a_task_without_a_product(clean: Study) -> None:
    check = only(with_words(clean, product=""))
    assert (check.kind, check.severity) == ("no_product", "amber")


ALONE: dict[str, Any] = {
    "activity": "Số hóa hồ sơ",
    "duty": "Số hóa hồ sơ lưu trữ.",
    "product": "Kho dữ liệu",
    "implementers": (),
    "coordinators": (),
}


def test_a_product_that_nobody_gets(clean: Study) -> None:
    check = only(with_words(clean, **ALONE))
    assert (check.kind, check.severity) == ("undelivered", "amber")
    assert "Kho dữ liệu" in check.what


@pytest.mark.parametrize(
    "change",
    [
        {"coordinators": ("Sở Tư pháp",)},
        {"product": "Báo cáo"},
        {"duty": "Số hóa hồ sơ và bàn giao cho Trung tâm Lưu trữ."},
    ],
)
def test_a_product_that_somebody_gets(clean: Study, change: dict[str, Any]) -> None:
    assert not found_in(with_words(clean, **(ALONE | change)))


def test_an_agency_with_too_much_at_once(clean: Study) -> None:
    planted = with_some(clean, 20, lead=("Sở Nội vụ",), deadline="Quý III/2023")
    check = only(planted)
    assert (check.kind, check.severity) == ("overloaded", "amber")
    assert check.figures["agency"] == "Sở Nội vụ"
    assert len(check.spots) == check.figures["due"]
    assert len(check.spots) >= 20
    assert "quý III/2023" in check.what


@pytest.mark.parametrize("deadline", ["Năm 2023", "Hằng quý"])
def test_work_that_is_spread_over_the_year_overloads_nobody(clean: Study, deadline: str) -> None:
    assert not found_in(with_some(clean, 20, lead=("Sở Y tế",), deadline=deadline))


def test_a_name_for_several_bodies_is_not_overloaded(clean: Study) -> None:
    planted = with_some(clean, 20, lead=("UBND các huyện",), deadline="Quý III/2023")
    assert not [check for check in found_in(planted) if check.kind == "overloaded"]


def with_some(study: Study, count: int, **changes: Any) -> Study:
    ids = {task.task.id for task in every_task(study)[:count]}
    return with_tasks(study, lambda task: worded(task, **changes) if task.task.id in ids else task)


def test_a_goal_that_holds_already(clean: Study) -> None:
    check = only(with_goal(clean, "PAPI", kind="score_at_least", value=40))
    assert (check.kind, check.severity) == ("reached", "amber")
    assert (check.spots[0].kind, check.spots[0].key) == ("line", "0")


def test_a_group_that_is_reached_by_publication_alone_is_reached(clean: Study) -> None:
    kinds = {
        check.kind for check in found_in(with_goal(clean, "PAR INDEX", kind="group", label="B"))
    }
    assert "reached" in kinds


def test_keeping_a_rank_is_a_goal_though_it_holds(study: Studies) -> None:
    kept = with_goal(study("Lạng Sơn", 2026), "PAPI", kind="keep")
    assert not [check for check in found_in(kept) if check.kind == "reached"]


def test_a_target_of_a_criterion_that_holds_already(clean: Study) -> None:
    score = line_of(clean, "PAPI", "7.1").score
    check = only(with_target(clean, "PAPI", "7.1", score))
    assert (check.kind, check.severity) == ("reached", "amber")
    assert check.spots[0].kind == "target"


def test_a_goal_that_no_criterion_can_win(clean: Study) -> None:
    check = only(with_goal(clean, "PAPI", kind="score_at_least", value=79))
    assert (check.kind, check.severity) == ("out_of_reach", "red")
    assert check.figures["points"]


def test_a_goal_beyond_the_scale(clean: Study) -> None:
    check = only(with_goal(clean, "PAPI", kind="score_at_least", value=99))
    assert (check.kind, check.severity) == ("out_of_reach", "red")


def test_a_goal_is_told_with_its_chance(study: Studies) -> None:
    planted = with_goal(study("Lạng Sơn", 2025), "PAPI", kind="top", value=10)
    (told,) = [check for check in checks(planted) if check.kind == "out_of_reach"]
    assert "khả năng đạt" in told.what
    assert "%" in told.what


def test_a_goal_that_is_unlikely_with_all_the_points_it_takes(study: Studies) -> None:
    whole = study("Lạng Sơn", 2025)
    planted = with_goal(whole, "PAPI", kind="top", value=1)
    (told,) = [check for check in checks(planted) if check.kind == "out_of_reach"]
    assert told.severity == "amber"
    assert 0 <= float(told.figures["chance"]) < 0.1


def test_a_goal_whose_chance_is_not_known_is_no_goal_in_reach(clean: Study) -> None:
    check = only(with_goal(clean, "SIPAS", kind="top", value=30))
    assert (check.kind, check.severity) == ("out_of_reach", "amber")
    assert "chưa ước lượng được" in check.what


def test_a_goal_in_words_is_not_judged(clean: Study) -> None:
    planted = with_goal(clean, "PAPI", kind="qualitative", label="cải thiện rõ rệt")
    assert not found_in(planted)
    (told,) = [check for check in checks(planted) if check.kind == "reached"]
    assert "1 mục tiêu không tính được" in told.what


def test_a_target_above_the_best_of_the_country(clean: Study) -> None:
    best = line_of(clean, "PAPI", "7.1").nation.best
    check = only(with_target(clean, "PAPI", "7.1", best + 0.1))
    assert (check.kind, check.severity) == ("out_of_reach", "amber")
    assert check.spots[0].key == "7.1"


@pytest.mark.parametrize(
    ("criterion", "fact", "severity"),
    [("0", "rank", "red"), ("0", "rank_change", "amber"), ("7.1", "score", "amber")],
)
def test_a_figure_that_was_published_otherwise(
    clean: Study, criterion: str, fact: str, severity: str
) -> None:
    printed = PublishedFact("PAPI", 2022, "20", criterion, fact, "9", "nguồn thử", "")
    other = Reconciliation(printed, "13", agrees=False, verdict="lệch")
    planted = with_index(clean, "PAPI", lambda item: replace(item, reconciliation=(other,)))
    check = only(planted)
    assert (check.kind, check.severity) == ("differing", severity)
    assert (check.spots[0].kind, check.spots[0].key) == ("fact", f"{criterion}:{fact}")


def test_what_a_plan_decided_reaches_the_study(job: Callable[..., Any]) -> None:
    own = job(plan="ubnd-tinh-lang-son-2023").planned
    assert own.study.goals == own.details.targets
    assert {goal.index for goal in own.study.goals} == {"PAPI", "SIPAS", "PAR INDEX"}


REAL = ("ubnd-tinh-lang-son-2023", "ubnd-tinh-ha-tinh-2021", "ubnd-tinh-soc-trang-2023")


@pytest.mark.parametrize("plan", REAL)
def test_real_plans_are_judged_without_false_alarms_on_leads_and_time(
    job: Callable[..., Any], plan: str
) -> None:
    kinds = {check.kind for check in found_in(job(plan=plan).planned.study)}
    assert "uncovered" in kinds
    assert not kinds & {"no_lead", "too_early", "too_late", "undelivered", "overloaded"}
