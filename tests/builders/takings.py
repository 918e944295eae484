"""Importing into a repository of a test's own, and the study that its data give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.runs.imports import (
    ImportRequest,
    finish_import,
    read_import,
)
from analysis.runs.inputs import read_inputs
from analysis.runs.study import plan_day, study_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.reference import IndexName
    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported

TODAY = date(2026, 11, 25)


def read(copied: Paths, index: IndexName, *files: Path, **options: Any) -> Imported:
    return read_import(ImportRequest(index, files, **options), copied, progress=lambda _: None)


def finish(copied: Paths, index: IndexName, *files: Path, **options: Any) -> tuple[Path, ...]:
    request = ImportRequest(index, files, **options)
    imported = read_import(request, copied, progress=lambda _: None)
    return finish_import(request, imported, copied, today=TODAY).written


def study(copied: Paths, province: str, plan_year: int) -> Study:
    inputs = read_inputs(copied)
    day = plan_day(plan_year)
    unit = inputs.places.resolve(province, day=day)
    return study_of(inputs, unit=unit, plan_year=plan_year, day=day)
