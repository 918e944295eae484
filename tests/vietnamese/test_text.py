from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from analysis.vietnamese import capitalised, fold, joined, nfc, slug


@given(st.text())
def test_nfc_is_the_same_for_every_normal_form_of_a_text(text: str) -> None:
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="Lạng Sơn-Đắk", min_size=1))
def test_a_slug_is_ascii_and_a_single_folder_name(text: str) -> None:
    assert slug(text).isascii()
    assert "/" not in slug(text)


def test_old_and_new_spellings_fold_alike() -> None:
    assert fold("Hoà Bình") == fold("Hòa Bình") == fold("HÒA  BÌNH")


def test_names_with_commas_are_set_off_by_semicolons() -> None:
    names = ["các sở, ban, ngành", "UBND các xã, phường"]
    assert joined(names) == "các sở, ban, ngành; UBND các xã, phường"


def test_an_enumeration_names_each_body_once() -> None:
    assert joined(["Sở Nội vụ", "Sở Nội vụ", "Thanh tra tỉnh"]) == "Sở Nội vụ và Thanh tra tỉnh"
    assert joined(["Sở Nội vụ"]) == "Sở Nội vụ"
    assert joined([]) == ""


def test_capitalising_leaves_abbreviations_alone() -> None:
    assert capitalised("UBND tỉnh") == "UBND tỉnh"
    assert capitalised("") == ""
