"""What a notebook calls: the study for its parameters, and a place for its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.runs.inputs import read_inputs
from analysis.runs.parameters import checked
from analysis.runs.paths import Paths
from analysis.runs.study import plan_day, study_with_details, unit_by_code
from analysis.runs.writing import write_text

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from analysis.plan.study import Study


def open_study(
    *,
    unit_code: str,
    plan_year: int,
    result_year: int | None = None,
    plan_date: str | None = None,
) -> Study:
    """Return the study for a notebook's parameters, by hand in JupyterLab or through papermill.

    Raises
    ------
    FaultsError
        RN-05, RN-06 for parameters; every fault of the inputs.
    """
    parameters = checked(
        {
            "unit_code": unit_code,
            "plan_year": plan_year,
            "result_year": result_year,
            "plan_date": plan_date,
        }
    )
    paths = Paths.find()
    inputs = read_inputs(paths)
    day = parameters.day() or plan_day(parameters.plan_year)
    unit = unit_by_code(inputs.places, parameters.unit_code, day=day)
    study, _ = study_with_details(
        inputs,
        paths,
        unit=unit,
        plan_year=parameters.plan_year,
        day=day,
        result_year=parameters.result_year,
    )
    return study


def save(study: Study, name: str, table: pd.DataFrame) -> Path:
    """Write a table to the unit's folder under ``data/processed`` and return its path.

    CSV in UTF-8 with a byte-order mark, so that a spreadsheet opens it with its accents; floats
    keep every digit.
    """
    folder = Paths.find().processed(study.unit.name, study.plan_year)
    path = folder / f"{name}.csv"
    text = table.to_csv(index=False, lineterminator="\n")
    write_text(path, f"\ufeff{text}")
    return path.relative_to(Paths.find().root)
