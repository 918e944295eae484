from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from analysis.errors import FaultsError
from analysis.runs.parameters import checked

GOOD: dict[str, Any] = {"unit_code": "20", "plan_year": 2023}


def test_sound_parameters_pass() -> None:
    assert checked(GOOD).result_year is None
    assert checked(GOOD).day() is None
    assert checked(GOOD | {"plan_date": "2025-07-15"}).day() == date(2025, 7, 15)
    assert checked(GOOD | {"result_year": 2021}).result_year == 2021


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unit_code": 20}, "RN-06"),
        ({"unit_code": "Lạng Sơn"}, "RN-06"),
        ({"plan_year": "2023"}, "RN-06"),
        ({"plan_year": 2023.0}, "RN-06"),
        ({"plan_year": 1999}, "RN-06"),
        ({"result_year": "mới nhất"}, "RN-06"),
        ({"plan_date": "30/6/2023"}, "RN-06"),
        ({"nam": 2023}, "RN-05"),
    ],
)
def test_an_unknown_or_ill_typed_parameter_is_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(FaultsError) as caught:
        checked(GOOD | change)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(FaultsError) as caught:
        checked({"plan_year": "a", "la": 1})
    assert len(caught.value.faults) == 3
