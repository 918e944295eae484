from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.reference.naming import spellings

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.reference import Agency
    from analysis.runs.inputs import Register

BEFORE, BETWEEN, AFTER = date(2023, 6, 30), date(2025, 4, 1), date(2026, 6, 30)


def named(register: Register, text: str, province: str, day: date) -> Agency:
    unit = register.places.resolve(province, day=day)
    return register.agencies.named(text, day=day, province=unit)


def refused(register: Register, text: str, province: str, day: date) -> Fault:
    with pytest.raises(FaultsError) as caught:
        named(register, text, province, day)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SO_NV.1", "SO_NV.1"),
        ("Sở LĐTB&XH", "SO_LDTBXH.1"),
        ("Sở LĐ-TB&XH", "SO_LDTBXH.1"),
        ("Sở Lao động, Thương binh và Xã hội", "SO_LDTBXH.1"),
        ("sở lao động – thương binh và xã hội tỉnh Hà Tĩnh", "SO_LDTBXH.1"),
        ("STC", "SO_TC.1"),
        ("Sở GD&ĐT", "SO_GDDT.1"),
        ("UBMTTQ tỉnh", "MTTQ_TINH"),
        ("UBMTQT tỉnh", "MTTQ_TINH"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ_TINH"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VP_UBND"),
        ("VP UBND tỉnh", "VP_UBND"),
        ("van phong ubnd tinh", "VP_UBND"),
        ("Cục Hải quan tỉnh Hà Tĩnh", "HQ.1"),
        ("Kho bạc nhà nước tỉnh", "KBNN.1"),
        ("Báo Hà Tĩnh", "BAO.42"),
        ("Đài PTTH tỉnh", "DAI.1"),
        ("Ban Quản lý KKT tỉnh", "BQL_KKT.42"),
        ("Các sở, ban, ngành cấp tỉnh", "CAC_SO_NGANH"),
        ("UBND các huyện, thị xã, thành phố", "UBND_HUYEN.42"),
        ("Bộ phận Tiếp nhận và Trả kết quả cấp xã", "BPMC_XA.1"),
        ("Tòa án nhân dân các huyện, thành phố, thị xã", "TAND_HUYEN.1"),
        ("Các Ban QLDA thuộc UBND tỉnh", "BAN_QLDA"),
        ("Các đơn vị được kiểm toán", "DON_VI_KIEM_TOAN"),
        ("Các cơ quan TW đóng trên địa bàn", "CO_QUAN_TW"),
    ],
)
def test_a_body_is_known_by_every_name_plans_give_it(
    register: Register, text: str, code: str
) -> None:
    assert named(register, text, "Hà Tĩnh", BEFORE).code == code


@pytest.mark.parametrize("day", [date(2025, 2, 28), date(2025, 3, 1), BEFORE, AFTER])
def test_no_name_means_two_bodies_on_one_day_in_one_province(register: Register, day: date) -> None:
    for province in register.places.provinces:
        if not province.valid_on(day):
            continue
        meant: dict[str, set[str]] = defaultdict(set)
        for body in register.agencies.existing(day=day, province=province):
            for spelling in spellings(body, province):
                meant[spelling].add(body.code)
        assert not {name: codes for name, codes in meant.items() if len(codes) > 1}


def test_a_misspelt_name_is_answered_with_the_nearest(register: Register) -> None:
    fault = refused(register, "Sở Nội vụụ", "Lạng Sơn", BEFORE)
    assert (fault.code, "Sở Nội vụ?" in fault.what) == ("RF-19", True)


def test_a_body_that_ended_is_answered_with_who_took_over_which_work(register: Register) -> None:
    fault = refused(register, "Sở LĐTB&XH", "Lạng Sơn", AFTER)
    assert fault.code == "RF-20"
    assert "28/02/2025" in fault.what
    assert "Giảm nghèo → Sở Nông nghiệp và Môi trường" in fault.what
    assert "Bảo trợ xã hội, trẻ em → Sở Y tế" in fault.what


def test_a_body_that_is_still_to_come_is_answered_with_those_before_it(register: Register) -> None:
    fault = refused(register, "Sở NN&MT", "Lạng Sơn", BEFORE)
    assert fault.code == "RF-21"
    assert "Sở Tài nguyên và Môi trường; Sở Nông nghiệp và Phát triển nông thôn" in fault.what


def test_a_body_that_a_province_never_had_is_answered_with_who_does_its_work(
    register: Register,
) -> None:
    fault = refused(register, "Sở Dân tộc và Tôn giáo", "Hà Tĩnh", AFTER)
    assert (fault.code, "Công tác dân tộc → Sở Nội vụ" in fault.what) == ("RF-22", True)


@pytest.mark.parametrize(
    ("text", "province", "day", "successor"),
    [
        ("Cục Thuế", "Lạng Sơn", BETWEEN, "Chi cục Thuế khu vực"),
        ("Cục Thuế", "Lạng Sơn", AFTER, "Thuế tỉnh"),
        ("Ban Dân tộc", "Sóc Trăng", BETWEEN, "Sở Dân tộc và Tôn giáo"),
        ("UBND các huyện, thành phố", "Lạng Sơn", AFTER, "UBND các xã, phường."),
        ("UBND cấp huyện", "Đà Nẵng", AFTER, "UBND các xã, phường, đặc khu."),
        ("Cục QLTT", "Lạng Sơn", BETWEEN, "Chi cục Quản lý thị trường thuộc Sở Công Thương"),
        ("Sở GTVT", "Hồ Chí Minh", AFTER, "Sở Giao thông công chánh; Công an thành phố"),
        ("Bộ phận Một cửa cấp huyện", "Hà Tĩnh", AFTER, "Trung tâm Phục vụ hành chính công cấp xã"),
    ],
)
def test_successors_are_those_of_the_day_and_the_province(
    register: Register, text: str, province: str, day: date, successor: str
) -> None:
    fault = refused(register, text, province, day)
    assert (fault.code, f"kế tiếp: {successor}" in fault.what) == ("RF-20", True), fault.what


def test_chains_of_successors_are_followed(register: Register) -> None:
    def codes(code: str, day: date) -> list[str]:
        return [body.code for body in register.agencies.successors_of(code, day=day)]

    assert codes("THUE.1", BEFORE) == []
    assert codes("THUE.1", BETWEEN) == ["THUE.2"]
    assert codes("THUE.1", AFTER) == ["THUE.3"]
    assert codes("THUE_H.1", AFTER) == ["THUE_H.3"]
    assert codes("SO_NV.2", AFTER) == []


def test_without_a_province_a_body_of_one_province_is_known(register: Register) -> None:
    assert register.agencies.named("Sở Ngoại vụ", day=AFTER).code == "SO_NGV.42"
    assert register.agencies.named("Bộ Nội vụ", day=AFTER).code == "BO_NV.2"
