"""Departments, districts and communes as issuers of plans of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from analysis.plan import bodies, messages
from analysis.plan.bodies import seat_of
from analysis.reference import Division, Divisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.mandate import Body
    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

    Bodies = Callable[..., Body]


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
        ("VP_UBND", 2023, ("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"), "VPUBND", "Chánh Văn phòng"),
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
                whole = body.name.replace("UBND", "Ủy ban nhân dân")
                assert " ".join(body.issuer) == whole.upper()
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
            ("commune", "UBND xã Bình Gia", "xã Bình Gia", "Bình Gia", "các thôn"),
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
                "các tổ dân phố",
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
