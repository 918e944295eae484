"""What a notebook calls: the study for its parameters, and a place for its tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import Request, job_for
from analysis.runs.parameters import checked
from analysis.runs.paths import Paths
from analysis.runs.plans import DEFAULT_FORM, form_names
from analysis.runs.writing import write_text

if TYPE_CHECKING:
    import pandas as pd

    from analysis.plan.study import Study


def open_study(
    unit_code: str,
    plan_year: int,
    result_year: int | None = None,
    plan_date: str | None = None,
    *,
    plan: str = DEFAULT_FORM,
    previous: str | None = None,
) -> Study:
    """Return the study for a notebook's parameters, by hand in JupyterLab or through papermill.

    `plan` names a form (a new plan) or a folder below ``data/raw/plans``; `previous` is the folder
    of last year's report. What the drafter edited in the report's workbook is in the study, whose
    warnings are those of the plan too.

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
            "plan": plan,
            "previous": previous,
        }
    )
    new = parameters.plan in form_names(Paths.find())
    request = Request(
        parameters.unit_code if new else None,
        parameters.plan_year if new else None,
        parameters.plan if new else DEFAULT_FORM,
        parameters.day(),
        plan=None if new else parameters.plan,
        previous=None if previous is None else Path(previous),
        result_year=parameters.result_year,
    )
    paths = Paths.find()
    inputs = read_inputs(paths)
    job = job_for(request, inputs, paths)
    return replace(job.planned.study, warnings=job.warnings(job.text(inputs)))


def save(study: Study, name: str, table: pd.DataFrame) -> Path:
    """Write a table to the unit's folder under ``data/processed`` and return its path.

    CSV in UTF-8 with a byte-order mark, so that a spreadsheet opens it with its accents; floats
    keep every digit.
    """
    form = "" if study.form == DEFAULT_FORM else study.form
    folder = Paths.find().processed(study.unit.name, study.plan_year, form)
    path = folder / f"{name}.csv"
    text = table.to_csv(index=False, lineterminator="\n")
    write_text(path, f"\ufeff{text}")
    return path.relative_to(Paths.find().root)
