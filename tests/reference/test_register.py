from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders.registers import agency, function, written

from analysis.errors import FaultsError
from analysis.reference import read_agencies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.errors import Fault

Rows = list[dict[str, str]]


@pytest.fixture
def faults(tmp_path: Path) -> Callable[[Rows, Rows], list[Fault]]:
    """Return a function that reads a register and tells the faults that it has."""

    def read(agencies: Rows, functions: Rows) -> list[Fault]:
        files = (
            written(tmp_path / "agencies.csv", agencies),
            written(tmp_path / "functions.csv", functions),
        )
        try:
            read_agencies(*files)
        except FaultsError as error:
            return list(error.faults)
        return []

    return read


A, B = agency("A.1", "Sở A"), agency("B.1", "Sở B")


def test_a_sound_register_is_read(faults: Callable[[Rows, Rows], list[Fault]]) -> None:
    assert faults([A, B], [function("a", "A.1")]) == []


@pytest.mark.parametrize(
    ("agencies", "functions", "code"),
    [
        ([A, A], [], "RF-13"),
        ([A | {"address": "ask"}], [], "RF-14"),
        ([A | {"level": "vùng"}], [], "RF-14"),
        ([A | {"members": "bộ"}], [], "RF-14"),
        ([A | {"belongs_to": "C"}], [], "RF-14"),
        ([A | {"valid_from": "2025-03-01", "valid_to": "2025-02-28"}], [], "RF-15"),
        ([A | {"valid_from": "1/3/2025"}], [], "RF-10"),
        ([A | {"name": "Sở {tinh}"}], [], "RF-11"),
        ([A | {"short_names": "S {tinh}"}], [], "RF-11"),
        ([A | {"successors": "C.1"}], [], "RF-16"),
        ([A], [function("c", "C.1")], "RF-16"),
        ([A], [function("a", "A.1", scope="42")], "RF-28"),
        ([A | {"scope": "63:42; !63:20"}], [], "RF-28"),
        ([A | {"successors": "A.1"}], [], "RF-17"),
        ([A, A | {"code": "A.2"}], [], "RF-29"),
        ([A, B | {"short_names": "SỞ A"}], [], "RF-29"),
        ([A | {"scope": "63:20"}, B | {"short_names": "Sở A", "scope": "63:20"}], [], "RF-29"),
    ],
)
def test_what_is_wrong_with_a_register_is_told(
    faults: Callable[[Rows, Rows], list[Fault]], agencies: Rows, functions: Rows, code: str
) -> None:
    found = faults(agencies, functions or [function("a", "A.1")])
    assert {fault.code for fault in found} == {code}
    assert all(fault.place.file for fault in found)


def test_a_ring_of_successors_is_told_once(faults: Callable[[Rows, Rows], list[Fault]]) -> None:
    ring = [
        agency("A.1", "Sở A", successors="B.1"),
        agency("B.1", "Sở B", successors="C.1"),
        agency("C.1", "Sở C", successors="A.1"),
    ]
    (fault,) = faults(ring, [function("a", "A.1")])
    assert "A.1 → B.1 → C.1 → A.1" in fault.what


def test_faults_of_both_files_are_told_at_once(
    faults: Callable[[Rows, Rows], list[Fault]],
) -> None:
    found = faults([A | {"address": ""}], [function("a", "A.1", valid_to="nay")])
    assert [fault.code for fault in found] == ["RF-14", "RF-10"]
    assert [fault.place.file for fault in found] == ["agencies.csv", "functions.csv"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"scope": "63:20"}, {"scope": "63:42"}),
        ({"scope": "63:42"}, {"scope": "!63:42"}),
        ({"valid_to": "2025-02-28"}, {"valid_from": "2025-03-01"}),
    ],
)
def test_one_name_may_serve_bodies_that_never_meet(
    faults: Callable[[Rows, Rows], list[Fault]], one: dict[str, str], other: dict[str, str]
) -> None:
    pair = [A | one, B | {"short_names": "Sở A"} | other]
    assert faults(pair, [function("a", "A.1")]) == []
