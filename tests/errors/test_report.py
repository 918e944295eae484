from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import Fault, FaultsError, FaultText, Place, faults_text

SAME = FaultText("SC-03", "Giá trị “{value}” không phải là số.", "Ghi một số.")


def test_a_place_leads_from_file_to_cell() -> None:
    place = Place(file="a.xlsx", sheet="2022", row=5, column="C", detail="đoạn 2")
    assert place.text() == "tệp a.xlsx, trang tính 2022, dòng 5, cột C, đoạn 2"


def test_errors_come_before_warnings() -> None:
    warning = Fault("A-01", "thiếu dòng", "thêm dòng", severity="warning")
    error = Fault("Z-01", "sai số", "sửa số")
    text = faults_text([warning, error])
    assert text.index("LỖI Z-01") < text.index("CẢNH BÁO A-01")


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=1, max_value=8))
def test_many_faults_of_a_kind_are_bounded_and_counted(faults: int, most: int) -> None:
    text = faults_text([SAME.at(Place(row=n), value="x") for n in range(faults)], most=most)
    assert text.count("  - ") == min(faults, most)
    assert f"LỖI SC-03 ({faults})" in text
    assert ("… và" in text) == (faults > most)
    assert text.count("Cách sửa") == 1


def test_the_error_carries_every_fault() -> None:
    faults = (SAME.at(value="a"), SAME.at(value="b"))
    assert FaultsError(*faults).faults == faults
