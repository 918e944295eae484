from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from analysis.errors import FaultsError
from analysis.tasks import choose, read_choosing
from analysis.tasks.library import Library
from analysis.tasks.rules import When

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

UNITS = (("Lạng Sơn", 2023), ("Sóc Trăng", 2023), ("Hà Tĩnh", 2021), ("Lạng Sơn", 2026))


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_coverage_holds_both_ways(
    study: Callable[[str, int], Study], province: str, year: int
) -> None:
    for item in study(province, year).indices:
        deficits = {deficit.code for deficit in item.choice.deficits}
        covered = {code for task in item.choice.tasks for code in task.deficits}
        assert covered <= deficits
        assert set(item.choice.uncovered) == deficits - covered
        assert all(task.code in deficits for task in item.choice.tasks)
        assert not item.choice.orphans


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_a_task_is_chosen_once_and_fits_the_plan(
    study: Callable[[str, int], Study], inputs: Inputs, province: str, year: int
) -> None:
    for item in study(province, year).indices:
        ids = [task.task.id for task in item.choice.tasks]
        assert len(ids) == len(set(ids))
        assert all("province" in task.task.levels for task in item.choice.tasks)
        most = inputs.choosing.tasks_per_deficit[item.ledger.edition.index.index]
        for deficit in item.choice.deficits:
            assert len(item.choice.under(deficit.code)) <= most


def test_every_deficit_says_why(study: Callable[[str, int], Study]) -> None:
    for item in study("Lạng Sơn", 2023).indices:
        assert item.choice.deficits
        assert all(deficit.reasons for deficit in item.choice.deficits)


def test_every_dimension_has_a_deficit_to_work_on(study: Callable[[str, int], Study]) -> None:
    codes = {d.code[0] for d in study("Lạng Sơn", 2023).of("PAPI").choice.deficits}
    assert codes == set("12345678")


def test_without_tasks_every_deficit_is_listed_as_uncovered(
    study: Callable[[str, int], Study], inputs: Inputs
) -> None:
    ledger = study("Lạng Sơn", 2023).of("PAPI").ledger
    empty = Library(tasks=(), documents=())
    choice = choose(ledger, library=empty, choosing=inputs.choosing)
    assert choice.uncovered == tuple(deficit.code for deficit in choice.deficits)
    assert choice.tasks == ()


def test_a_task_tied_to_no_deficit_is_not_chosen(
    study: Callable[[str, int], Study], inputs: Inputs
) -> None:
    papi_only = Library(
        tasks=tuple(t for t in inputs.library.tasks if t.criteria[0].startswith("PAPI")),
        documents=inputs.library.documents,
    )
    ledger = study("Lạng Sơn", 2023).of("SIPAS").ledger
    assert choose(ledger, library=papi_only, choosing=inputs.choosing).tasks == ()


def test_a_rule_without_a_condition_is_refused() -> None:
    with pytest.raises(ValidationError):
        When()


def test_a_misspelt_condition_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "choosing.yml"
    path.write_text(
        "level: {PAPI: 2}\ntasks_per_deficit: {PAPI: 1}\ntarget_rule: full_marks\n"
        "rules:\n- {id: a, indices: [PAPI], when: {lost_at_leest: 1}, reason: b}\n",
        "utf-8",
    )
    with pytest.raises(FaultsError, match="lost_at_leest"):
        read_choosing(path)
