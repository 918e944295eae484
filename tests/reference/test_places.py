from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vietnamadminunits import parse_address  # type: ignore[import-untyped]

from analysis.errors import FaultsError
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.inputs import Inputs

    Decorate = Callable[[str], str]

BEFORE, AFTER = date(2023, 6, 30), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Lạng Sơn", "20"),
        ("lang son", "20"),
        ("tỉnh Lạng Sơn", "20"),
        ("20", "20"),
        ("TP. Hồ Chí Minh", "79"),
        ("TP Hồ Chí Minh", "79"),
        ("TP.HCM", "79"),
        ("Thành phố Hồ Chí Minh", "79"),
        ("thanh pho ho chi minh", "79"),
        ("Thừa Thiên Huế", "46"),
        ("Thừa Thiên - Huế", "46"),
        ("Huế", "46"),
        ("Hoà Bình", "17"),
        ("Bà Rịa – Vũng Tàu", "77"),
        ("Bà Rịa-Vũng Tàu", "77"),
        ("BR-VT", "77"),
        ("Đắc Lắc", "66"),
        ("Thanh Hoá", "38"),
        ("Thanhhoa", "38"),
        ("Thua Thien - Hue", "46"),
        ("Ho Chi Minh City", "79"),
        ("Ba Ria-Vung Tau", "77"),
        ("Can Tho City", "92"),
        ("T. Hà Giang", "02"),
    ],
)
def test_every_usual_spelling_is_understood(inputs: Inputs, spelling: str, code: str) -> None:
    assert inputs.places.resolve(spelling, day=BEFORE).code == code


def test_every_province_is_found_by_its_own_name_in_any_unicode_form(inputs: Inputs) -> None:
    for province in inputs.places.in_set("63", day=BEFORE):
        for form in ("NFC", "NFD"):
            name = unicodedata.normalize(form, province.name)
            assert inputs.places.resolve(name, day=BEFORE) == province


def test_there_are_63_provinces_before_the_merger_and_34_after(inputs: Inputs) -> None:
    places = inputs.places
    assert len([p for p in places.in_set("63", day=BEFORE) if p.valid_on(BEFORE)]) == 63
    assert len([p for p in places.in_set("34", day=AFTER) if p.valid_on(AFTER)]) == 34


def test_every_former_province_belongs_to_one_unit_of_today(inputs: Inputs) -> None:
    units = inputs.places.in_set("34")
    members = [member.code for unit in units for member in inputs.places.members(unit)]
    assert sorted(members) == [province.code for province in inputs.places.in_set("63")]


def test_a_code_that_changed_owner_means_another_unit_after_the_merger(inputs: Inputs) -> None:
    assert inputs.places.resolve("15", day=BEFORE).name == "Yên Bái"
    assert inputs.places.resolve("15", day=AFTER).name == "Lào Cai"


def test_a_former_province_is_still_known_but_refused_for_a_plan(inputs: Inputs) -> None:
    former = inputs.places.resolve("Sóc Trăng", day=AFTER)
    assert not former.valid_on(AFTER)
    with pytest.raises(FaultsError, match="thành phố Cần Thơ"):
        inputs.places.require_valid(former, day=AFTER)


def test_an_unknown_name_is_answered_with_the_nearest(inputs: Inputs) -> None:
    with pytest.raises(FaultsError, match="Có phải là: Lạng Sơn"):
        inputs.places.resolve("Lạng Sơm", day=BEFORE)
    with pytest.raises(FaultsError, match="Không có tỉnh"):
        inputs.places.resolve("Atlantis", day=BEFORE)


def test_names_that_are_no_province_any_more_or_never_were_are_not_guessed(inputs: Inputs) -> None:
    for name in ("Hà Tây", "Vĩnh Phú", "Hà Nam Ninh", "Cả nước", "", "Lạng", "Hà Nội 2"):
        assert inputs.places.named(name, unit_set="63") is None


@pytest.mark.parametrize(("code", "name"), [("1", "Hà Nội"), ("01", "Hà Nội"), ("96.0", "Cà Mau")])
def test_statistical_codes_are_read_as_workbooks_store_them(
    inputs: Inputs, code: str, name: str
) -> None:
    province = inputs.places.coded(code, unit_set="63")
    assert province is not None
    assert province.name == name


@pytest.mark.parametrize("code", ["999", "3", "", "x", "1.5", "-1"])
def test_other_numbers_are_no_codes(inputs: Inputs, code: str) -> None:
    assert inputs.places.coded(code, unit_set="63") is None


def test_an_independent_register_agrees_on_names_codes_and_successors(inputs: Inputs) -> None:
    """vietnamadminunits is the second witness; it is too free with unknown names to resolve ours.

    It takes “Vĩnh Phú” for Nghệ An and “Hà Tây” for Hải Phòng.
    """
    for province in inputs.places.in_set("63", day=BEFORE):
        found = parse_address(province.name, mode="LEGACY", level=1)
        assert found.province_code == province.code
        today = parse_address(inputs.places.successor_name(province), mode="FROM_2025", level=1)
        assert today.province_code == province.successor


decorations = st.sampled_from(
    [
        lambda name: name,
        str.upper,
        str.lower,
        lambda name: f"  {name} ",
        lambda name: name.replace(" ", "  "),
        lambda name: name.replace(" - ", "–"),
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: fold(name).title(),
    ]
)


@given(st.integers(0, 62), st.sampled_from(["", "Tỉnh ", "tỉnh ", "TP. "]), decorations)
def test_a_province_is_known_in_any_spelling_and_never_taken_for_another(
    inputs: Inputs, place: int, kind: str, decorate: Decorate
) -> None:
    for unit_set, day in (("63", BEFORE), ("34", AFTER)):
        provinces = inputs.places.in_set(unit_set, day=day)
        province = provinces[place % len(provinces)]
        spelt = decorate(kind + province.name)
        found = inputs.places.named(spelt, unit_set=unit_set)
        assert found is not None, spelt
        assert found.code == province.code


@given(st.text(max_size=30))
def test_no_text_breaks_the_resolver(inputs: Inputs, text: str) -> None:
    assert inputs.places.coded(text, unit_set="63") is None or text.strip(" 0.").isdigit()
    inputs.places.named(text, unit_set="63")
