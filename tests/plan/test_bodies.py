"""Departments, districts and communes as issuers, and what each is given in its own voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import group, row, task, with_part

from analysis.plan import bodies, messages
from analysis.plan.bodies import Assigning, group_titles, seat_of
from analysis.plan.mandate import Due
from analysis.plan.spreading import Share, how_text, share_text
from analysis.reference import Division, Divisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.mandate import Body, Mandate
    from analysis.plan.study import PlannedTask, Study
    from analysis.runs.inputs import Inputs
    from analysis.tasks import WordedTask

    Bodies = Callable[..., Body]
    Giving = Callable[..., Mandate]

DUE = Due(date(2023, 7, 31), date(2023, 11, 30))
KNOWLEDGE = "PAPI/d1_knowledge"


def division(name: str, *references: str, level: Any = "department", **others: Any) -> Division:
    return Division(level=level, focal=False, division=name, references=references).model_copy(
        update=others
    )


@pytest.fixture
def department(study: Callable[[str, int], Study], inputs: Inputs) -> Bodies:
    """Return a maker of departments by name, year and province."""

    def make(name: str, year: int = 2023, province: str = "Lạng Sơn", *rows: Division) -> Body:
        seen = study(province, year)
        agency = inputs.agencies.named(name, day=seen.day, province=seen.unit)
        return bodies.department(agency, seen, divisions=Divisions(rows))

    return make


@pytest.fixture
def locality(study: Callable[[str, int], Study], inputs: Inputs) -> Bodies:
    """Return a maker of districts and communes by name, year and province."""

    def make(name: str, year: int = 2023, province: str = "Lạng Sơn", *rows: Division) -> Body:
        seen = study(province, year)
        unit = inputs.localities.named(name, province=seen.unit, day=seen.day)
        return bodies.locality(unit, seen, divisions=Divisions(rows) if rows else inputs.divisions)

    return make


@pytest.mark.parametrize(
    ("name", "year", "issuer", "symbol", "head"),
    [
        ("SO_NV.1", 2023, ("SỞ NỘI VỤ",), "SNV", "Giám đốc"),
        ("SO_NV.2", 2026, ("SỞ NỘI VỤ",), "SNV", "Giám đốc"),
        (
            "SO_LDTBXH.1",
            2023,
            ("SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"),
            "SLĐTBXH",
            "Giám đốc",
        ),
        ("SO_YT.1", 2023, ("SỞ Y TẾ",), "SYT", "Giám đốc"),
        ("VP_UBND", 2023, ("VĂN PHÒNG UBND TỈNH",), "VPUBND", "Chánh Văn phòng"),
        ("TTR_TINH", 2023, ("THANH TRA TỈNH",), "TTT", "Chánh Thanh tra"),
        ("BAN_DT.1", 2023, ("BAN DÂN TỘC TỈNH",), "BDT", "Trưởng Ban"),
    ],
)
def test_a_department_writes_under_its_province_with_its_own_symbol_and_head(
    department: Bodies, name: str, year: int, issuer: tuple[str, ...], symbol: str, head: str
) -> None:
    body = department(name, year)
    assert (body.issuer, body.symbol, body.head) == (issuer, symbol, head)
    assert (body.level, body.place, body.below) == ("department", "", "")
    assert (body.superior, body.seat) == ("UBND TỈNH LẠNG SƠN", "Lạng Sơn")


def test_every_department_s_name_fits_its_letterhead_and_has_a_symbol(
    study: Callable[[str, int], Study], inputs: Inputs
) -> None:
    for province, year in (("Hà Tĩnh", 2021), ("TP. Hồ Chí Minh", 2023), ("Cần Thơ", 2026)):
        seen = study(province, year)
        for agency in inputs.agencies.existing(day=seen.day, province=seen.unit):
            if agency.kind in ("sở", "ban", "văn phòng", "thanh tra"):
                body = bodies.department(agency, seen, divisions=Divisions())
                assert " ".join(body.issuer) == body.name.upper()
                assert all(len(line) <= 27 for line in body.issuer)
                assert body.symbol.isalpha()
                assert body.symbol[0].isupper()


def test_without_a_table_an_office_follows_a_department_s_plan(department: Bodies) -> None:
    assert department("SO_NV.1").focal == messages.OFFICE_OF_SO
    assert department("VP_UBND").focal == messages.OFFICE


def test_the_division_that_follows_the_plan_is_the_table_s(department: Bodies) -> None:
    rows = (
        division("Phòng A", "PAR", body="63:20/SO_NV.1"),
        division("Phòng B", "PAPI", body="63:20/SO_NV.1", focal=True),
        division("Phòng C", "PAPI", body="63:42/SO_NV.1", focal=True),
    )
    assert department("SO_NV.1", 2023, "Lạng Sơn", *rows).focal == "Phòng B"
    assert department("SO_YT.1", 2023, "Lạng Sơn", *rows).focal == messages.OFFICE_OF_SO


@pytest.mark.parametrize(
    ("name", "year", "province", "expected"),
    [
        (
            "Bình Gia",
            2023,
            "Lạng Sơn",
            (
                "district",
                "UBND huyện Bình Gia",
                "huyện Bình Gia",
                "Bình Gia",
                "UBND các xã, thị trấn",
            ),
        ),
        (
            "thành phố Lạng Sơn",
            2023,
            "Lạng Sơn",
            (
                "district",
                "UBND thành phố Lạng Sơn",
                "thành phố Lạng Sơn",
                "Lạng Sơn",
                "UBND các xã, phường",
            ),
        ),
        (
            "quận Ninh Kiều",
            2023,
            "Cần Thơ",
            ("district", "UBND quận Ninh Kiều", "quận Ninh Kiều", "Ninh Kiều", "UBND các phường"),
        ),
        (
            "Bình Gia",
            2026,
            "Lạng Sơn",
            ("commune", "UBND xã Bình Gia", "xã Bình Gia", "Bình Gia", messages.BELOW_COMMUNE),
        ),
        (
            "phường Ninh Kiều",
            2026,
            "Cần Thơ",
            (
                "commune",
                "UBND phường Ninh Kiều",
                "phường Ninh Kiều",
                "Ninh Kiều",
                messages.BELOW_COMMUNE,
            ),
        ),
    ],
)
def test_a_people_s_committee_is_a_district_s_until_the_merger_then_a_commune_s(
    locality: Bodies, name: str, year: int, province: str, expected: tuple[str, ...]
) -> None:
    body = locality(name, year, province)
    assert (body.level, body.name, body.place, body.seat, body.below) == expected
    assert body.issuer == (messages.ISSUER, body.place.upper())
    assert (body.superior, body.symbol) == ("", "UBND")
    assert body.head == messages.CHAIR_OF.format(kind=body.place.removesuffix(f" {body.seat}"))


def test_the_table_says_which_division_follows_a_locality_s_plan(locality: Bodies) -> None:
    assert locality("Bình Gia").focal == "Phòng Nội vụ"
    assert locality("Bình Gia", 2026).focal.startswith(("Văn phòng", "Phòng"))


@pytest.mark.parametrize(
    ("name", "kind", "printed"),
    [
        ("Bình Gia", "huyện", "Bình Gia"),
        ("5", "phường", "Phường 5"),
        ("Hồ Chí Minh", "thành phố", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_place_before_the_date_is_the_name_unless_the_decree_wants_its_kind(
    name: str, kind: str, printed: str
) -> None:
    assert seat_of(name, kind=kind) == printed


@pytest.fixture
def giving(
    study: Callable[[str, int], Study], department: Bodies, knowledge: Callable[..., PlannedTask]
) -> Giving:
    """Return a maker of the mandate of Sở Nội vụ with one share for each part that is named."""

    def make(*parts: Any, levels: Any = (), rows: tuple[Division, ...] = ()) -> Mandate:
        tasks = [knowledge(f"t{number}") for number, _ in enumerate(parts, start=1)]
        seen = with_part(study("Lạng Sơn", 2023), group("Nhóm", row(*tasks)))
        assigning = Assigning(
            study=seen,
            parent="Kế hoạch số 1/KH-UBND",
            divisions=Divisions(rows),
            groups=group_titles(seen),
            levels={("department", KNOWLEDGE): tuple(levels)},
            due=DUE,
        )
        body = department("SO_NV.1")
        shares = [Share(one, body.code, part) for one, part in zip(tasks, parts, strict=True)]
        return assigning.mandate(body, shares, kind="sở")

    return make


@pytest.fixture
def knowledge(study: Callable[[str, int], Study]) -> Callable[..., PlannedTask]:
    """Return a maker of tasks printed under the criterion on people's knowledge."""
    lines = study("Lạng Sơn", 2023).of("PAPI").ledger.lines
    code = next(line.code for line in lines if line.criterion.key == "d1_knowledge")
    return lambda name: task(name, index="PAPI", code=code)


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


def test_who_acts_or_leads_answers_for_day_and_product_who_helps_for_neither(
    giving: Giving,
) -> None:
    acts, leads, carries, helps = giving("act", "lead", "implement", "coordinate").assigned
    for one in (acts, leads, carries):
        assert (one.deadline, one.product) == ("Năm 2023", "Báo cáo")
    assert (helps.deadline, helps.product) == ("", "")


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


def test_how_without_a_lead_is_the_duty_itself() -> None:
    assert how_text(how("h1"), lead=()) == "Phát tờ giải thích."


def test_the_division_with_the_longest_reference_answers(giving: Giving) -> None:
    rows = (
        division("Phòng A", "PAPI", body="63:20/SO_NV.1"),
        division("Phòng B", "PAPI/d1", body="63:20/SO_NV.1"),
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
