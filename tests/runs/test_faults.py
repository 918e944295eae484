"""Bad input of every kind, planted one at a time into a copy of the data."""

from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.runs.inputs import read_inputs
from analysis.runs.paths import Paths
from analysis.runs.planning import planned_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAPI, SIPAS = "papi/papi_2022.csv", "sipas/sipas.csv"
PLAN = "plans/ubnd-tinh-lang-son-2023/plan.yml"


@pytest.fixture
def damaged(paths: Paths, tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Return a function that replaces a text in a file and tells the faults that follow."""
    shutil.copytree(paths.raw, tmp_path / "data/raw")
    shutil.copytree(paths.templates, tmp_path / "templates")

    def damage(file: str, old: str, new: str) -> list[str]:
        path = tmp_path / "data/raw" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        copy = Paths(tmp_path)
        try:
            planned_for(read_inputs(copy), copy, province="20", plan_year=2023)
        except FaultsError as error:
            assert all(fault.what and fault.remedy for fault in error.faults)
            return sorted({fault.code for fault in error.faults})
        return []

    return damage


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (PAPI, "1.8706", "1;87", "SC-03"),
        (PAPI, "1.8706", "\x001", "SC-03"),
        (PAPI, "1.8706", '"1.8', "SC-14"),
        (PAPI, "1.8706", '"1,8706"', "SC-04"),
        (PAPI, "1.2,1.3", "1.2,1.2", "SC-17"),
        (PAPI, "20,Lạng Sơn", "22,Lạng Sơn", "SC-07"),
        (SIPAS, "2022,20", "20a2,20", "SC-15"),
        (SIPAS, ",59,derived", ",59.5,derived", "SC-15"),
        (SIPAS, ",59,derived", ",-1,derived", "SC-15"),
        ("par_index/not_full_marks.csv", "2022,20", "hai,20", "SC-15"),
        ("par_index/not_full_marks.csv", "f3_on_time", "f3_xx", "SC-12"),
        ("par_index/national.csv", "2022,", "x,", "SC-15"),
        ("published_facts.csv", "PAPI,2022", "PAPI,abc", "SC-15"),
        ("published_facts.csv", ",rank_change,-9", ",rank_change,chín", "SC-15"),
        ("reference/provinces.csv", "2025-06-30", "30/6/2025", "RF-10"),
        ("reference/agencies.csv", "2025-02-28", "cuối tháng 2", "RF-10"),
        ("reference/functions.csv", "2025-02-28", "28-02-2025", "RF-10"),
        ("reference/agencies.csv", "{cap_tinh}", "{capp}", "RF-11"),
        ("reference/functions.csv", "tu_phap,", "tu_phapp,", "RF-09"),
        ("reference/choosing.yml", "rules:", "rules: [", "RF-02"),
        ("reference/choosing.yml", "{PAPI: 2, PAR INDEX: 2, SIPAS: 2}", "{PAPI: 2}", "RF-03"),
        ("reference/editions/papi.yml", '"1.1": d1_knowledge', "1.1: d1_knowledge", "RF-03"),
        ("reference/tasks/papi_1.yml", "lead:", "leed:", "RF-03"),
        ("reference/tasks/legal_documents.yml", "status: review", "status: ok", "RF-03"),
        (PLAN, "value: 35", "value: nhiều", "RF-03"),
        (PLAN, "subplan_date: 2023-06-30", "subplan_date: 30/6/2023", "RF-03"),
        (PLAN, "criterion_targets: {}", 'criterion_targets: {PAPI: {"9.9": 1}}', "RN-17"),
        (PLAN, "criterion_targets: {}", 'criterion_targets: {PAPI: {"1.1": 9}}', "RN-18"),
    ],
)
def test_each_kind_of_bad_input_is_a_fault_and_never_a_traceback(
    damaged: Callable[[str, str, str], list[str]], file: str, old: str, new: str, code: str
) -> None:
    assert code in damaged(file, old, new)


def test_a_plan_s_own_targets_are_taken(damaged: Callable[[str, str, str], list[str]]) -> None:
    assert damaged(PLAN, "criterion_targets: {}", 'criterion_targets: {PAPI: {"2.4": 1.5}}') == []


@pytest.mark.parametrize("form", ["\r\n", "\ufeff", "NFD"])
def test_what_spreadsheets_do_to_a_file_is_no_fault(
    paths: Paths, tmp_path: Path, form: str
) -> None:
    shutil.copytree(paths.raw, tmp_path / "data/raw")
    path = tmp_path / "data/raw" / PAPI
    text = path.read_text("utf-8")
    changed = {
        "\r\n": text.replace("\n", "\r\n"),
        "\ufeff": f"\ufeff{text}",
        "NFD": unicodedata.normalize("NFD", text),
    }[form]
    path.write_bytes(changed.encode("utf-8"))
    again = read_inputs(Paths(tmp_path)).years["PAPI"][2022].table
    assert again.equals(read_inputs(paths).years["PAPI"][2022].table)


def test_a_file_in_another_encoding_or_without_rows_is_a_fault(
    paths: Paths, tmp_path: Path
) -> None:
    shutil.copytree(paths.raw, tmp_path / "data/raw")
    path = tmp_path / "data/raw" / PAPI
    text = path.read_text("utf-8")
    for content, code in (
        (text.encode("utf-16"), "RF-02"),
        (text.splitlines()[0].encode(), "SC-16"),
    ):
        path.write_bytes(content)
        with pytest.raises(FaultsError) as caught:
            read_inputs(Paths(tmp_path))
        assert [fault.code for fault in caught.value.faults] == [code]
