from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.plan.frames import aims_frame
from analysis.plan.targeting import aim, usual_goals

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import IndexStudy, Study

    Studies = Callable[[str, int], Study]


@pytest.mark.parametrize(
    ("province", "year", "index", "expected"),
    [
        ("Lạng Sơn", 2025, "PAPI", [("rank_steps", 5), ("top", 10), ("keep", None)]),
        (
            "Cao Bằng",
            2025,
            "PAPI",
            [
                ("group", "Trung bình thấp"),
                ("rank_steps", 5),
                ("top", 10),
                ("regional_rank", 3),
                ("keep", None),
            ],
        ),
        (
            "Lạng Sơn",
            2023,
            "PAR INDEX",
            [("group", "A"), ("rank_steps", 5), ("top", 10), ("keep", None)],
        ),
        ("Cao Bằng", 2025, "PAR INDEX", [("rank_steps", 5), ("top", 10)]),
        ("Bắc Ninh", 2023, "PAPI", [("top", 10)]),
        ("Cần Thơ", 2026, "PAPI", [("top", 10)]),
    ],
)
def test_the_usual_goals_are_those_that_make_sense(
    study: Studies, province: str, year: int, index: str, expected: list[tuple[str, object]]
) -> None:
    goals = usual_goals(study(province, year), index)
    assert [(goal.kind, goal.value) for goal in goals] == expected


@pytest.mark.parametrize(
    ("rank", "kinds"),
    [(1, ["keep"]), (5, ["keep"]), (6, ["rank_steps", "keep"]), (15, ["top", "keep"])],
)
def test_no_usual_goal_is_above_the_first_place_or_said_twice(
    study: Studies, rank: int, kinds: list[str]
) -> None:
    item = study("Lạng Sơn", 2025)
    goals = usual_goals(with_rank(item, rank), "PAPI")
    assert [goal.kind for goal in goals] == kinds


def with_rank(study: Study, rank: int) -> Study:
    def placed(item: IndexStudy) -> IndexStudy:
        first, *others = item.ledger.lines
        total = replace(first, nation=replace(first.nation, rank=rank))
        return replace(item, ledger=replace(item.ledger, lines=(total, *others)))

    return replace(study, indices=tuple(placed(item) for item in study.indices))


def test_a_usual_goal_never_holds_already_but_for_keeping_the_rank(study: Studies) -> None:
    for province in ("Lạng Sơn", "Cao Bằng", "Hà Nội", "Quảng Ninh", "Sóc Trăng"):
        for goal in usual_goals(study(province, 2025), "PAPI"):
            points = aim(study(province, 2025), "PAPI", [goal]).need.points
            assert points is not None
            assert (points == 0) == (goal.kind == "keep")


def test_the_analyst_s_table_holds_every_usual_goal_or_why_it_is_not_known(
    study: Studies,
) -> None:
    frame = aims_frame(study("Lạng Sơn", 2025)).set_index(["index", "kind"])
    assert frame.loc[("PAPI", "top"), "points"] == pytest.approx(0.1825)
    assert frame.loc[("PAPI", "top"), "criteria"] == "3.1"
    assert frame.loc[("PAPI", "keep"), "goal"] == "giữ vững hạng 12"
    assert (frame["points"].isna() == frame["reason"].notna()).all()
    assert (frame["chance"].isna() == frame["chance_reason"].notna()).all()
    assert set(frame.index.get_level_values("index")) == {"PAPI", "SIPAS", "PAR INDEX"}
    assert "01/7/2025" in aims_frame(study("Cần Thơ", 2026))["reason"].iloc[0]
