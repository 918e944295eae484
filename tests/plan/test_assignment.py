"""From a body's shares to its mandate: each provincial task in the body's own voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import body, group, row, task, with_part

from analysis.plan.assignment import Assigning, group_titles
from analysis.plan.mandate import Due
from analysis.plan.spreading import Share, how_text, share_text
from analysis.reference import Division, Divisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.mandate import Body, Mandate
    from analysis.plan.study import PlannedTask, Study
    from analysis.tasks import WordedTask

    Giving = Callable[..., Mandate]

DUE = Due(date(2023, 7, 31), date(2023, 11, 30))
KNOWLEDGE = "PAPI/d1_knowledge"
SO_NV = body()


def division(name: str, *references: str) -> Division:
    key = "63:20/SO_NV.1"
    return Division(level="department", focal=False, division=name, references=references, body=key)


@pytest.fixture
def giving(study: Callable[[str, int], Study], knowledge: Callable[..., PlannedTask]) -> Giving:
    """Return a maker of the mandate of Sở Nội vụ with one share for each part that is named."""

    def make(
        *parts: Any,
        levels: Any = (),
        rows: tuple[Division, ...] = (),
        of: Body = SO_NV,
        kind: str = "sở",
        year: int = 2023,
        **changes: Any,
    ) -> Mandate:
        tasks = [knowledge(f"t{number}", **changes) for number, _ in enumerate(parts, start=1)]
        seen = with_part(study("Lạng Sơn", year), group("Nhóm", row(*tasks)))
        assigning = Assigning(
            study=seen,
            parent="Kế hoạch số 1/KH-UBND",
            divisions=Divisions(rows),
            groups=group_titles(seen),
            levels={(of.level, KNOWLEDGE): tuple(levels)},
            due=DUE,
        )
        shares = [Share(one, of.code, part) for one, part in zip(tasks, parts, strict=True)]
        return assigning.mandate(of, shares, kind=kind)

    return make


@pytest.fixture
def knowledge(study: Callable[[str, int], Study]) -> Callable[..., PlannedTask]:
    """Return a maker of tasks printed under the criterion on people's knowledge."""
    lines = study("Lạng Sơn", 2023).of("PAPI").ledger.lines
    code = next(line.code for line in lines if line.criterion.key == "d1_knowledge")
    return lambda name, **changes: task(name, index="PAPI", code=code, **changes)


def how(name: str, duty: str = "Phát tờ giải thích.") -> WordedTask:
    return task(name, duty=duty, deadline="Quý III/2023", product="Tờ giải thích").task


def test_a_mandate_holds_the_shares_in_order_with_parent_and_due_days(giving: Giving) -> None:
    mandate = giving("act", "implement", "coordinate")
    assert [(one.task.task.id, one.part) for one in mandate.assigned] == [
        ("t1", "act"),
        ("t2", "implement"),
        ("t3", "coordinate"),
    ]
    assert (mandate.parent, mandate.due) == ("Kế hoạch số 1/KH-UBND", DUE)
    assert {one.group for one in mandate.assigned} == {"Nhóm"}
    assert mandate.words["co_quan"] == "Sở Nội vụ"


def test_who_acts_or_leads_answers_for_day_and_product_who_has_a_part_for_neither(
    giving: Giving,
) -> None:
    acts, leads, carries, helps = giving("act", "lead", "implement", "coordinate").assigned
    for one in (acts, leads):
        assert (one.deadline, one.product) == ("Năm 2023", "Báo cáo")
    for one in (carries, helps):
        assert (one.deadline, one.product) == ("", "")


def test_the_library_s_task_for_the_level_says_how_a_share_is_carried_out(giving: Giving) -> None:
    (one,) = giving("implement", levels=[how("h1")]).assigned
    assert one.text == how_text(how("h1"), lead=("Sở A",))
    assert one.text.startswith("Phát tờ giải thích")
    assert "Sở A" in one.text
    assert (one.deadline, one.product, one.source) == ("Quý III/2023", "Tờ giải thích", "h1")


def test_each_of_its_tasks_is_used_once_a_body(giving: Giving) -> None:
    mandate = giving("implement", "implement", "implement", levels=[how("h1"), how("h2")])
    assert [one.source for one in mandate.assigned] == ["h1", "h2", ""]
    last = mandate.assigned[-1]
    assert last.text == share_text(Share(last.task, "SO_NV.1", "implement"), others=())


@pytest.mark.parametrize("part", ["act", "lead", "coordinate"])
def test_other_parts_are_told_without_the_library(giving: Giving, part: str) -> None:
    (one,) = giving(part, levels=[how("h1")]).assigned
    assert one.source == ""


DUTY = "Phối hợp UBND các xã, phường niêm yết tại thôn, tổ dân phố."


@pytest.mark.parametrize(
    ("level", "kind", "year", "duty", "text"),
    [
        ("commune", "xã", 2026, DUTY, "Phối hợp UBND xã niêm yết tại thôn."),
        ("commune", "phường", 2026, DUTY, "Phối hợp UBND phường niêm yết tại tổ dân phố."),
        (
            "commune",
            "xã",
            2026,
            "Giao Trung tâm Phục vụ hành chính công cấp xã, Công an cấp xã.",
            "Giao Trung tâm Phục vụ hành chính công xã, Công an xã.",
        ),
        (
            "district",
            "huyện",
            2023,
            "Giúp UBND các huyện, thành phố họp thôn, tổ dân phố.",
            "Giúp UBND huyện họp thôn, tổ dân phố.",
        ),
        ("department", "sở", 2026, DUTY, DUTY),
    ],
)
def test_a_locality_speaks_of_itself_by_its_own_kind(
    giving: Giving, level: Any, kind: str, year: int, duty: str, text: str
) -> None:
    (one,) = giving("act", of=body(level=level), kind=kind, year=year, duty=duty).assigned
    assert one.text == text


def test_a_mandate_has_the_words_that_its_plan_asks_for(giving: Giving) -> None:
    own = giving("act").words
    assert (own["co_quan"], own["CO_QUAN"]) == ("Sở Nội vụ", "SỞ NỘI VỤ")
    assert own["qua_noi_vu"] == ""
    other = giving("act", of=body(name="Sở Y tế")).words
    assert "Sở Nội vụ" in other["qua_noi_vu"]


def test_how_without_a_lead_is_the_duty_itself() -> None:
    assert how_text(how("h1"), lead=()) == "Phát tờ giải thích."


def test_the_division_with_the_longest_reference_answers(giving: Giving) -> None:
    rows = (
        division("Phòng A", "PAPI"),
        division("Phòng B", "PAPI/d1"),
    )
    assert [one.division for one in giving("act", rows=rows).assigned] == ["Phòng B"]
    assert [one.division for one in giving("act").assigned] == [""]


def test_a_group_bears_its_index_where_the_plan_has_several(
    study: Callable[[str, int], Study],
) -> None:
    seen = with_part(study("Lạng Sơn", 2023), group("Nhóm", row(task("a"))))
    other = with_part(seen, group("Nhóm", row(task("b"))), part="SIPAS")
    both = replace(seen, parts=(*seen.parts, *other.parts))
    assert group_titles(seen) == {"a": "Nhóm"}
    assert group_titles(both) == {"a": "PAPI: Nhóm", "b": "SIPAS: Nhóm"}
