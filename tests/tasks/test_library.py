from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.reference import edition_of
from analysis.tasks import read_library, reference_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.tasks import Library

TASK: dict[str, Any] = {
    "id": "thu-nghiem",
    "criteria": ["PAPI/d1_knowledge"],
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
        ({"legal_basis": ["luat-khong-co"]}, "TK-04"),
        ({"deadline": {"kind": "quarter"}}, "RF-03"),
        ({"products": "Báo cáo"}, "RF-03"),
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


def test_every_current_papi_sub_dimension_has_two_tasks_of_its_own(inputs: Inputs) -> None:
    lines = [c for c in edition_of(inputs.indices["PAPI"], 2024).criteria if c.level == 2]
    assert len(lines) == 28
    for line in lines:
        reference = reference_of("PAPI", line.key)
        own = [task for task in inputs.library.tasks if task.criteria[0] == reference]
        assert len(own) >= 2, reference


def test_every_par_index_criterion_and_sipas_content_has_a_task(inputs: Inputs) -> None:
    for name in ("PAR INDEX", "SIPAS"):
        for year in (2021, 2022, 2023):
            for line in edition_of(inputs.indices[name], year).criteria:
                if line.level == 2:
                    assert inputs.library.serving(reference_of(name, line.key)), line.key


def test_task_texts_are_clean_vietnamese(inputs: Inputs) -> None:
    for task in inputs.library.tasks:
        assert unicodedata.is_normalized("NFC", task.text)
        assert task.text.endswith("."), task.id
        assert "  " not in task.text, task.id
        assert not {" ,", " ;", " .", " :"} & {task.text[i : i + 2] for i in range(len(task.text))}
        assert task.text[0].islower() or task.text.split()[0].isupper(), task.id
        assert "huyện" not in task.text, task.id


def test_every_task_says_where_it_was_learned(inputs: Inputs) -> None:
    known = {
        "ubnd-tinh-lang-son-2023",
        "so-ldtbxh-lang-son-2022",
        "ubnd-tinh-ha-tinh-2021",
        "ubnd-huyen-binh-gia-2024",
        "ubnd-tinh-soc-trang-2023",
        "soan-moi",
    }
    for task in inputs.library.tasks:
        assert task.learned_from
        assert set(task.learned_from) <= known
