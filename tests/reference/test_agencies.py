from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.reference import Directory, read_agencies

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs

BEFORE, AFTER = date(2023, 6, 30), date(2026, 6, 30)


def directory(inputs: Inputs, province: str, day: date) -> Directory:
    return Directory(inputs.agencies, inputs.places.resolve(province, day=day), day)


@pytest.mark.parametrize(
    ("function", "before", "after"),
    [
        ("ke_hoach_dau_tu", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("chuyen_doi_so", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("giam_ngheo", "Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Môi trường"),
        ("ubnd_cap_huyen", "UBND các huyện, thành phố", "UBND các xã, phường"),
        ("ubnd_cap_xa", "UBND các xã, phường, thị trấn", "UBND các xã, phường"),
        ("noi_vu", "Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_function_is_named_after_who_carries_it_on_the_day(
    inputs: Inputs, function: str, before: str, after: str
) -> None:
    assert directory(inputs, "Lạng Sơn", BEFORE).name(function) == before
    assert directory(inputs, "Lạng Sơn", AFTER).name(function) == after


@pytest.mark.parametrize("day", [date(2021, 1, 1), BEFORE, date(2025, 3, 20), AFTER])
def test_every_function_is_carried_by_somebody_on_every_day(inputs: Inputs, day: date) -> None:
    inputs.agencies.check(inputs.agencies.functions(), day=day)


def test_no_body_of_the_district_is_named_after_the_districts_ended(inputs: Inputs) -> None:
    words = directory(inputs, "Hà Tĩnh", AFTER).words(plan_year=2026, result_year=2024)
    assert not [name for name in words.values() if "huyện" in name]


def test_merged_functions_name_their_agency_once(inputs: Inputs) -> None:
    after = directory(inputs, "Lạng Sơn", AFTER)
    assert after.names(("tai_chinh", "ke_hoach_dau_tu")) == ("Sở Tài chính",)


def test_a_city_has_city_bodies(inputs: Inputs) -> None:
    city = directory(inputs, "Đà Nẵng", BEFORE)
    assert city.name("thanh_tra") == "Thanh tra thành phố"
    assert city.words(plan_year=2023, result_year=2022)["ubnd_tinh"] == "UBND thành phố"


def test_bodies_that_cannot_be_ordered_are_known(inputs: Inputs) -> None:
    province = directory(inputs, "Lạng Sơn", BEFORE)
    assert province.proposed(("mat_tran",))
    assert not province.proposed(("noi_vu", "mat_tran"))


def test_an_unknown_function_is_answered_with_the_nearest(inputs: Inputs) -> None:
    with pytest.raises(FaultsError, match="noi_vu"):
        inputs.agencies.check(frozenset({"noi_vuu"}), day=BEFORE)


def test_an_assignment_to_a_body_that_is_not_registered_is_refused(tmp_path: Path) -> None:
    agencies = tmp_path / "agencies.csv"
    agencies.write_text("code,name,kind,address,valid_from,valid_to,scope\nA,Sở A,sở,order,,,\n")
    functions = tmp_path / "functions.csv"
    functions.write_text("function,agency,valid_from,valid_to\na,A,,\nb,B,,\n")
    with pytest.raises(FaultsError, match="B"):
        read_agencies(agencies, functions)
