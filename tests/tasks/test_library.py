from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.tasks import read_library

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.tasks import Library

TASK: dict[str, Any] = {
    "id": "thu-nghiem",
    "criteria": ["PAPI/d1_knowledge"],
    "activity": "Làm một việc có ích",
    "text": "làm một việc cùng {noi_vu}.",
    "lead": ["tu_phap"],
    "deadline": {"kind": "year"},
    "products": ["Báo cáo"],
    "levels": ["province"],
    "learned_from": ["soan-moi"],
}


def read(inputs: Inputs, folder: Path, *tasks: dict[str, Any]) -> Library:
    (folder / "a.yml").write_text(yaml.safe_dump(list(tasks), allow_unicode=True), "utf-8")
    (folder / "legal_documents.yml").write_text("[]", "utf-8")
    return read_library(
        folder, indices=inputs.indices.values(), functions=inputs.agencies.functions()
    )


def codes(error: pytest.ExceptionInfo[FaultsError]) -> list[str]:
    return sorted(fault.code for fault in error.value.faults)


def test_a_sound_task_is_read(inputs: Inputs, tmp_path: Path) -> None:
    (task,) = read(inputs, tmp_path, TASK).tasks
    assert task.functions() == {"noi_vu", "tu_phap"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"criteria": ["PAPI/d9_none"]}, "TK-02"),
        ({"lead": ["so_noi_vu"]}, "TK-03"),
        ({"text": "làm cùng {noi_vuu}."}, "TK-03"),
        ({"activity": "Làm cùng {noi_vuu}"}, "TK-03"),
        ({"legal_basis": ["luat-khong-co"]}, "TK-04"),
        ({"deadline": {"kind": "quarter"}}, "RF-03"),
        ({"products": "Báo cáo"}, "RF-03"),
        ({"activity": None}, "RF-03"),
        ({"unknown": 1}, "RF-03"),
    ],
)
def test_each_kind_of_fault_in_a_task_is_named(
    inputs: Inputs, tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        read(inputs, tmp_path, TASK | change)
    assert codes(caught) == [code]


def test_all_faults_of_all_tasks_are_told_at_once(inputs: Inputs, tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        read(inputs, tmp_path, TASK, TASK | {"lead": ["x_y"], "criteria": ["PAR/none"]})
    assert codes(caught) == ["TK-01", "TK-02", "TK-03"]


def test_an_empty_folder_is_a_fault(inputs: Inputs, tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        read_library(tmp_path, indices=inputs.indices.values(), functions=frozenset())
    assert codes(caught) == ["TK-05"]
