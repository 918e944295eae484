from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.reference import REGISTER_BEGINS, Directory

if TYPE_CHECKING:
    from analysis.reference import Province
    from analysis.runs.inputs import Register

BEFORE, AFTER = date(2023, 6, 30), date(2026, 6, 30)
# The last and the first day of every arrangement between 2021 and 2026.
BOUNDARIES = (
    date(2021, 1, 1),
    date(2024, 12, 31),
    date(2025, 1, 1),
    date(2025, 2, 28),
    date(2025, 3, 1),
    date(2025, 3, 14),
    date(2025, 3, 15),
    date(2025, 5, 31),
    date(2025, 6, 1),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2025, 11, 24),
    date(2026, 4, 29),
    date(2026, 4, 30),
    date(2026, 12, 31),
)


def directory(register: Register, province: str, day: date) -> Directory:
    return Directory(register.agencies, register.places.resolve(province, day=day), day)


def provinces(register: Register, day: date) -> list[Province]:
    return [province for province in register.places.provinces if province.valid_on(day)]


@pytest.mark.parametrize(
    ("function", "before", "after"),
    [
        ("ke_hoach_dau_tu", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("chuyen_doi_so", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("giam_ngheo", "Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Môi trường"),
        ("ubnd_cap_huyen", "UBND các huyện, thành phố", "UBND các xã, phường"),
        ("ubnd_cap_xa", "UBND các xã, phường, thị trấn", "UBND các xã, phường"),
        ("noi_vu", "Sở Nội vụ", "Sở Nội vụ"),
        (
            "bao_dai",
            "Đài Phát thanh và Truyền hình tỉnh, Báo Lạng Sơn",
            "cơ quan báo và phát thanh, truyền hình tỉnh",
        ),
        ("bao_tinh", "Báo Lạng Sơn", "cơ quan báo và phát thanh, truyền hình tỉnh"),
        ("toa_an_khu_vuc", "Tòa án nhân dân cấp huyện", "Tòa án nhân dân khu vực"),
        ("phong_gddt", "Phòng Giáo dục và Đào tạo cấp huyện", "UBND các xã, phường"),
        (
            "mot_cua_cac_cap",
            "Bộ phận Một cửa các cấp",
            "Trung tâm Phục vụ hành chính công các cấp",
        ),
    ],
)
def test_a_function_is_named_after_who_carries_it_on_the_day(
    register: Register, function: str, before: str, after: str
) -> None:
    assert directory(register, "Lạng Sơn", BEFORE).name(function) == before
    assert directory(register, "Lạng Sơn", AFTER).name(function) == after


@pytest.mark.parametrize(
    ("province", "day", "function", "name"),
    [
        ("Hà Tĩnh", date(2021, 9, 27), "ubnd_cap_huyen", "UBND các huyện, thành phố, thị xã"),
        ("Hà Tĩnh", date(2021, 9, 27), "mot_cua_cap_huyen", "Trung tâm Hành chính công cấp huyện"),
        ("Sóc Trăng", date(2023, 4, 1), "ubnd_cap_huyen", "UBND các huyện, thị xã, thành phố"),
        ("Sóc Trăng", date(2024, 4, 1), "dan_toc", "Ban Dân tộc tỉnh"),
        ("Sóc Trăng", date(2025, 3, 1), "dan_toc", "Sở Dân tộc và Tôn giáo"),
        ("Cần Thơ", date(2024, 4, 1), "thue", "Cục Thuế thành phố"),
        ("Cần Thơ", date(2026, 4, 1), "thue", "Thuế thành phố"),
        ("Cần Thơ", date(2021, 4, 1), "ubnd_cap_huyen", "UBND cấp huyện"),
        ("Lạng Sơn", date(2025, 2, 28), "tai_nguyen_moi_truong", "Sở Tài nguyên và Môi trường"),
        ("Lạng Sơn", date(2025, 3, 1), "tai_nguyen_moi_truong", "Sở Nông nghiệp và Môi trường"),
        ("Lạng Sơn", date(2025, 6, 30), "ubnd_cap_huyen", "UBND các huyện, thành phố"),
        ("Lạng Sơn", date(2025, 7, 1), "ubnd_cap_huyen", "UBND các xã, phường"),
        ("Đà Nẵng", date(2025, 7, 1), "ubnd_cap_xa", "UBND các xã, phường, đặc khu"),
        ("Hồ Chí Minh", AFTER, "giao_thong", "Sở Giao thông công chánh"),
        ("Hồ Chí Minh", AFTER, "xay_dung", "Sở Xây dựng"),
    ],
)
def test_names_follow_the_day_and_the_province(
    register: Register, province: str, day: date, function: str, name: str
) -> None:
    assert directory(register, province, day).name(function) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 9, 27), "Văn phòng UBND tỉnh"),
        (date(2025, 2, 28), "Văn phòng UBND tỉnh"),
        (date(2025, 3, 1), "Sở Nội vụ"),
        (AFTER, "Sở Nội vụ"),
    ],
)
def test_ha_tinh_has_no_body_of_its_own_for_ethnic_affairs(
    register: Register, day: date, name: str
) -> None:
    here = directory(register, "Hà Tĩnh", day)
    assert here.name("dan_toc") == name
    roles = {body.role for body in here.agencies.existing(day=day, province=here.province)}
    assert not roles & {"BAN_DT", "SO_DTTG"}


@pytest.mark.parametrize("day", BOUNDARIES)
def test_every_function_is_carried_in_every_province_on_every_day(
    register: Register, day: date
) -> None:
    for province in provinces(register, day):
        for function in register.agencies.functions():
            body = register.agencies.carrying(function, day=day, province=province)
            assert body.exists(day, f"{province.unit_set}:{province.code}")


@pytest.mark.parametrize("day", [date(2025, 2, 28), date(2025, 3, 1), date(2025, 7, 1)])
def test_no_role_is_filled_twice(register: Register, day: date) -> None:
    for province in provinces(register, day):
        roles = [body.role for body in register.agencies.existing(day=day, province=province)]
        assert len(roles) == len(set(roles))


def test_a_province_s_own_body_takes_the_place_of_the_general_one(register: Register) -> None:
    here = directory(register, "Lạng Sơn", BEFORE)
    codes = {body.code for body in here.agencies.existing(day=BEFORE, province=here.province)}
    assert "UBND_HUYEN.20" in codes
    assert "UBND_HUYEN.1" not in codes


def test_without_a_province_no_local_body_is_listed(register: Register) -> None:
    assert {body.code for body in register.agencies.existing(day=BEFORE)} >= {"SO_NV.1", "BO_NV.1"}
    assert not [b for b in register.agencies.existing(day=BEFORE) if b.code.startswith("SO_NGV")]


def test_no_body_of_the_district_is_named_after_the_districts_ended(register: Register) -> None:
    here = directory(register, "Hà Tĩnh", AFTER)
    words = here.words(plan_year=2026, result_year=2024)
    assert not [name for name in words.values() if "huyện" in name]
    bodies = here.agencies.existing(day=AFTER, province=here.province)
    assert not [body.code for body in bodies if body.level == "huyện"]


def test_who_takes_the_place_of_an_abolished_body_is_told(register: Register) -> None:
    after = directory(register, "Lạng Sơn", AFTER)
    assert after.stands_in_for("ubnd_cap_huyen") == "UBND cấp huyện"
    assert after.stands_in_for("ubnd_cap_xa") == ""
    assert directory(register, "Lạng Sơn", BEFORE).stands_in_for("ubnd_cap_huyen") == ""
    assert after.agencies.assignment("phong_gddt", day=AFTER, province=after.province).stands_in


def test_merged_functions_name_their_agency_once(register: Register) -> None:
    after = directory(register, "Lạng Sơn", AFTER)
    assert after.names(("tai_chinh", "ke_hoach_dau_tu")) == ("Sở Tài chính",)


def test_a_city_has_city_bodies(register: Register) -> None:
    city = directory(register, "Đà Nẵng", BEFORE)
    assert city.name("thanh_tra") == "Thanh tra thành phố"
    assert city.words(plan_year=2023, result_year=2022)["ubnd_tinh"] == "UBND thành phố"


def test_bodies_that_cannot_be_ordered_are_known(register: Register) -> None:
    province = directory(register, "Lạng Sơn", BEFORE)
    for function in ("mat_tran", "toa_an", "thue", "vp_hdnd", "bao_tinh"):
        assert province.proposed((function,)), function
    assert not province.proposed(("noi_vu", "mat_tran"))


def test_an_unknown_function_is_answered_with_the_nearest(register: Register) -> None:
    with pytest.raises(FaultsError, match="noi_vu"):
        register.agencies.check(frozenset({"noi_vuu"}), day=BEFORE)


def test_a_day_before_the_register_is_refused(register: Register) -> None:
    register.agencies.check(frozenset({"noi_vu"}), day=REGISTER_BEGINS)
    with pytest.raises(FaultsError, match="20/5/2014") as caught:
        directory(register, "Lạng Sơn", date(2014, 5, 19)).name("noi_vu")
    assert [fault.code for fault in caught.value.faults] == ["RF-18"]
