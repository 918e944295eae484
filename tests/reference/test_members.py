from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analysis.reference import Members
    from analysis.runs.inputs import Register

BEFORE, AFTER = date(2023, 6, 30), date(2026, 6, 30)


def members(register: Register, function: str, province: str, day: date) -> Members:
    unit = register.places.resolve(province, day=day)
    return register.agencies.members(function, day=day, province=unit)


def test_the_departments_are_those_of_the_province_on_the_day(register: Register) -> None:
    found = members(register, "cac_so_nganh", "Lạng Sơn", AFTER)
    names = [body.printed(None) for body in found.agencies]
    assert names == [
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Xây dựng",
        "Sở Nông nghiệp và Môi trường",
        "Sở Khoa học và Công nghệ",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
        "Sở Công Thương",
        "Sở Tư pháp",
        "Sở Dân tộc và Tôn giáo",
        "Văn phòng UBND tỉnh",
        "Thanh tra tỉnh",
    ]
    assert (found.localities, found.reason) == ((), "")


def test_ha_tinh_s_departments_are_its_own(register: Register) -> None:
    found = members(register, "cac_so_nganh", "Hà Tĩnh", AFTER)
    codes = {body.code for body in found.agencies}
    assert {"SO_NGV.42", "BQL_KKT.42"} <= codes
    assert not codes & {"SO_DTTG.2", "BAN_DTTG.42", "VP_DDBQH_HDND"}


@pytest.mark.parametrize(
    ("function", "before", "after"),
    [
        ("ubnd_cap_huyen", ("districts",), ("communes",)),
        ("ubnd_cap_xa", ("communes",), ("communes",)),
        ("mot_cua_cap_huyen", ("districts",), ("communes",)),
        ("mot_cua_cap_xa", ("communes",), ("communes",)),
        ("mot_cua_cac_cap", ("districts", "communes"), ("communes",)),
        ("phong_gddt", ("districts",), ("communes",)),
    ],
)
def test_what_localities_and_their_parts_are_given_goes_to_each_locality(
    register: Register, function: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert members(register, function, "Lạng Sơn", BEFORE).localities == before
    assert members(register, function, "Lạng Sơn", AFTER).localities == after


def test_the_one_stop_shops_of_all_tiers_belong_to_the_office_too(register: Register) -> None:
    found = members(register, "mot_cua_cac_cap", "Lạng Sơn", AFTER)
    assert [body.code for body in found.agencies] == ["VP_UBND"]


def test_a_body_with_an_address_of_its_own_stands_for_itself(register: Register) -> None:
    for function, code in (("noi_vu", "SO_NV.2"), ("trung_tam_hcc", "TTPVHCC_TINH.2")):
        found = members(register, function, "Lạng Sơn", AFTER)
        assert [body.code for body in found.agencies] == [code]


def test_the_mass_organisations_and_the_press_are_told_apart(register: Register) -> None:
    assert len(members(register, "doan_the", "Lạng Sơn", AFTER).agencies) == 5
    press = members(register, "bao_dai", "Lạng Sơn", BEFORE).agencies
    assert [body.code for body in press] == ["DAI.1", "BAO.20"]


@pytest.mark.parametrize(
    "function", ["co_quan_lien_quan", "don_vi_su_nghiep", "chu_dau_tu", "don_vi_duoc_kiem_toan"]
)
def test_whom_the_register_cannot_name_is_left_empty_with_a_reason(
    register: Register, function: str
) -> None:
    found = members(register, function, "Lạng Sơn", AFTER)
    assert (found.agencies, found.localities) == ((), ())
    assert "không liệt kê được" in found.reason


def test_every_function_has_members_or_a_reason(register: Register) -> None:
    for day in (BEFORE, AFTER):
        for function in register.agencies.functions():
            found = members(register, function, "Hà Tĩnh", day)
            assert bool(found.agencies or found.localities) != bool(found.reason), function
