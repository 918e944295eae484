from __future__ import annotations

import time
import unicodedata
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders.registers import locality, written

from analysis.errors import FaultsError
from analysis.reference import read_localities

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.reference import Locality
    from analysis.runs.inputs import Register
    from analysis.runs.paths import Paths

BEFORE, LAST, FIRST, AFTER = (
    date(2023, 6, 30),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 6, 30),
)


def of(register: Register, province: str, day: date) -> tuple[Locality, ...]:
    unit = register.places.resolve(province, day=day)
    return register.localities.of(unit, day=day)


def named(register: Register, text: str, province: str, day: date) -> Locality:
    unit = register.places.resolve(province, day=day)
    return register.localities.named(text, province=unit, day=day)


def refused(register: Register, text: str, province: str, day: date) -> Fault:
    with pytest.raises(FaultsError) as caught:
        named(register, text, province, day)
    (fault,) = caught.value.faults
    return fault


def test_the_totals_are_those_of_the_resolutions(register: Register) -> None:
    units = register.localities.units
    districts = [one for one in units if one.unit_set == "63" and one.valid_on(LAST)]
    assert len(districts) == 696
    kinds = Counter(one.kind for one in units if one.unit_set == "34" and one.valid_on(FIRST))
    assert kinds == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize(
    ("province", "day", "count"),
    [
        ("Lạng Sơn", BEFORE, 11),
        ("Lạng Sơn", LAST, 11),
        ("Lạng Sơn", FIRST, 65),
        ("Hà Tĩnh", date(2021, 9, 27), 13),
        ("Hà Tĩnh", date(2024, 12, 31), 13),
        ("Hà Tĩnh", date(2025, 1, 1), 12),
        ("Hà Tĩnh", FIRST, 69),
        ("Sóc Trăng", BEFORE, 11),
        ("Cần Thơ", BEFORE, 9),
        ("Cần Thơ", FIRST, 103),
        ("Hà Nội", LAST, 30),
        ("Hà Nội", FIRST, 126),
        ("Hồ Chí Minh", LAST, 22),
        ("Hồ Chí Minh", FIRST, 168),
        ("Thanh Hóa", FIRST, 166),
        ("Đồng Nai", AFTER, 95),
    ],
)
def test_a_province_has_its_districts_until_june_2025_and_its_communes_since(
    register: Register, province: str, day: date, count: int
) -> None:
    assert len(of(register, province, day)) == count


@pytest.mark.parametrize(
    ("province", "kinds"),
    [
        ("Lạng Sơn", {"xã": 61, "phường": 4}),
        ("Cần Thơ", {"xã": 72, "phường": 31}),
        ("An Giang", {"xã": 85, "phường": 14, "đặc khu": 3}),
        ("Hải Phòng", {"xã": 67, "phường": 45, "đặc khu": 2}),
    ],
)
def test_a_province_has_its_kinds(register: Register, province: str, kinds: dict[str, int]) -> None:
    assert Counter(one.kind for one in of(register, province, FIRST)) == kinds


def test_every_province_has_localities_on_every_day(register: Register) -> None:
    for day in (date(2021, 1, 1), LAST, FIRST, AFTER):
        for province in register.places.provinces:
            if province.valid_on(day):
                assert register.localities.of(province, day=day), province.name


def test_names_are_in_nfc_without_their_kind_and_with_it(register: Register) -> None:
    assert all(unicodedata.is_normalized("NFC", one.name) for one in register.localities.units)
    district = named(register, "181", "Lạng Sơn", BEFORE)
    assert district.name == "Bình Gia"
    assert district.full_name() == "huyện Bình Gia"
    assert district.people_committee() == "UBND huyện Bình Gia"


@pytest.mark.parametrize(
    ("text", "province", "day", "name"),
    [
        ("Bình Gia", "Lạng Sơn", BEFORE, "huyện Bình Gia"),
        ("UBND huyện Bình Gia", "Lạng Sơn", BEFORE, "huyện Bình Gia"),
        ("Ủy ban nhân dân huyện Bình Gia", "Lạng Sơn", BEFORE, "huyện Bình Gia"),
        ("ubnd-huyen-binh-gia", "Lạng Sơn", BEFORE, "huyện Bình Gia"),
        ("H. Bình Gia", "Lạng Sơn", BEFORE, "huyện Bình Gia"),
        ("TP Lạng Sơn", "Lạng Sơn", BEFORE, "thành phố Lạng Sơn"),
        ("TX. Kỳ Anh", "Hà Tĩnh", BEFORE, "thị xã Kỳ Anh"),
        ("Bình Gia", "Lạng Sơn", AFTER, "xã Bình Gia"),
        ("ky lua", "Lạng Sơn", AFTER, "phường Kỳ Lừa"),
        ("Cẩm Giàng", "Hải Phòng", AFTER, "xã Cẩm Giàng"),
        ("Tân Lộc", "Cần Thơ", AFTER, "phường Tân Lộc"),
        ("Lộc Hà", "Hà Tĩnh", date(2024, 12, 31), "huyện Lộc Hà"),
    ],
)
def test_a_locality_is_known_in_any_usual_spelling(
    register: Register, text: str, province: str, day: date, name: str
) -> None:
    assert named(register, text, province, day).full_name() == name


@pytest.mark.parametrize(
    ("text", "province", "day", "code", "told"),
    [
        ("Bình Gja", "Lạng Sơn", BEFORE, "RF-24", "huyện Bình Gia"),
        ("xã Kỳ Lừa", "Lạng Sơn", AFTER, "RF-24", "phường Kỳ Lừa"),
        ("Kỳ Anh", "Hà Tĩnh", BEFORE, "RF-25", "huyện Kỳ Anh (447), thị xã Kỳ Anh (449)"),
        ("cam giang", "Hải Phòng", AFTER, "RF-25", "xã Cẩm Giàng"),
        ("huyện Bình Gia", "Lạng Sơn", FIRST, "RF-26", "xã, phường"),
        ("thành phố Sóc Trăng", "Cần Thơ", AFTER, "RF-26", "30/6/2025"),
        ("huyện Lộc Hà", "Hà Tĩnh", date(2025, 1, 1), "RF-30", "huyện Thạch Hà"),
        ("phường Kỳ Lừa", "Lạng Sơn", LAST, "RF-31", "01/7/2025"),
    ],
)
def test_a_locality_that_cannot_be_named_is_a_fault_that_helps(
    register: Register, text: str, province: str, day: date, code: str, told: str
) -> None:
    fault = refused(register, text, province, day)
    assert (fault.code, told in fault.what) == (code, True), fault.what


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"kind": "xã"}, "RF-14"),
        ({"name": "Bình Gia"}, "RF-27"),
        ({"valid_to": "30/6/2025"}, "RF-10"),
        ({"valid_from": "2025-07-01", "valid_to": "2025-06-30"}, "RF-15"),
        ({"code": "180"}, "RF-13"),
        ({"successor": "63:999"}, "RF-16"),
    ],
)
def test_a_damaged_table_is_refused(tmp_path: Path, cells: dict[str, str], code: str) -> None:
    rows = [
        locality("180", "huyện Tràng Định", "huyện"),
        locality("181", "huyện Bình Gia", "huyện"),
    ]
    districts = written(tmp_path / "districts.csv", [rows[0], rows[1] | cells])
    communes = written(tmp_path / "communes.csv", [locality("1", "xã A", "xã")])
    with pytest.raises(FaultsError) as caught:
        read_localities(districts, communes)
    assert [fault.code for fault in caught.value.faults] == [code]
    assert caught.value.faults[0].place.row == 3


def test_the_register_is_read_quickly(paths: Paths) -> None:
    files = (paths.reference / "districts.csv", paths.reference / "communes.csv")

    def seconds() -> float:
        start = time.process_time()
        read_localities(*files)
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.3
