from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.deficits import percentile_cuts, targets_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study


def test_a_proposal_never_asks_for_less_than_was_reached(
    study: Callable[[str, int], Study],
) -> None:
    for province in ("Lạng Sơn", "Sóc Trăng", "Hà Nội"):
        item = study(province, 2023).of("PAPI")
        for goal in item.targets:
            line = item.ledger.line(goal.code)
            assert line is not None
            assert goal.score is not None
            assert line.score is not None
            assert line.criterion.max_score is not None
            assert line.score <= goal.score <= line.criterion.max_score
            assert goal.proposed


def test_the_mark_is_the_median_of_the_group_above(study: Callable[[str, int], Study]) -> None:
    item = study("Sóc Trăng", 2023).of("PAPI")
    goal = item.target("1")
    ranked = int(item.field.scores["1"].notna().sum())
    first, second, third = percentile_cuts(ranked)
    ordered = item.field.scores["1"].dropna().sort_values(ascending=False)
    assert first < second < third
    assert goal is not None
    assert goal.score == ordered.iloc[second:third].median()


def test_a_target_of_the_unit_wins_and_is_not_marked_proposed(
    study: Callable[[str, int], Study],
) -> None:
    item = study("Lạng Sơn", 2023).of("PAPI")
    goals = targets_of(
        item.ledger, field=item.field, rule="median_of_group_above", given={"2.4": 1.5}
    )
    goal = next(goal for goal in goals if goal.code == "2.4")
    assert (goal.score, goal.proposed) == (1.5, False)


def test_a_criterion_below_full_marks_without_a_figure_aims_at_full_marks(
    study: Callable[[str, int], Study],
) -> None:
    item = study("Lạng Sơn", 2023).of("PAR INDEX")
    flagged, unknown = item.target("f3_on_time"), item.target("F3")
    assert flagged is not None
    assert flagged.full_marks
    assert flagged.score is None
    assert unknown is not None
    assert (unknown.score, unknown.full_marks) == (None, False)
    assert unknown.basis
