"""Cascades as tests need them: dependents and their plans, reports, repositories, own plans."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import yaml

from analysis.document.render import document_bytes
from analysis.plan.build import build_plan
from analysis.plan.facts import facts
from analysis.runs.manifest import FILE
from analysis.runs.paths import Paths
from analysis.runs.planning import with_folder
from analysis.runs.plans import form_for
from analysis.runs.previous import DOCUMENT, FACTS, PROGRESS, progress_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.plan.mandate import Mandate
    from analysis.plan.text import PlanText
    from analysis.runs.dependents import Dependents
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job


INDICES = {"PAPI": "PAPI", "PAR": "PAR INDEX", "SIPAS": "SIPAS"}


def repository(paths: Paths, root: Path) -> Paths:
    """Return the paths of a repository of its own, with all data and templates."""
    for name in ("data/raw", "templates"):
        shutil.copytree(paths.root / name, root / name)
    return Paths(root)


def mandates(dependents: Dependents) -> tuple[Mandate, ...]:
    """Return whose plans a provincial plan asks for, departments first."""
    return (
        *map(dependents.of_department, dependents.departments()),
        *map(dependents.of_locality, dependents.localities()),
    )


def form_name(mandate: Mandate) -> str:
    return "department" if mandate.body.level == "department" else "local"


def printed(dependents: Dependents, mandate: Mandate, paths: Paths) -> PlanText:
    """Return a dependent plan as the cascade prints it."""
    form = form_for(paths, form_name(mandate))
    inputs = dependents.inputs
    limited = with_folder(dependents.study, form=form, folder=None, inputs=inputs)
    rule = inputs.choosing.target_rule
    return build_plan(limited.study, form=form, details=None, rule=rule, mandate=mandate)


def manifest(folder: Path, **parameters: Any) -> Path:
    """Write the manifest of a report, by default of Lạng Sơn's new plan of 2023."""
    told = {
        "unit_code": "20",
        "unit_set": "63",
        "plan_year": 2023,
        "plan_date": "2023-06-30",
        "result_year": 2022,
        "form": "province-narrative",
        "plan": None,
        "body": None,
        "previous": None,
    }
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"parameters": told | parameters}, ensure_ascii=False)
    (folder / FILE).write_text(text, "utf-8")
    return folder


def report(job: Job, folder: Path, *, inputs: Inputs, paths: Paths) -> Path:
    """Write what next year's plan reads of a report: facts, document, table of progress."""
    study = job.planned.study
    folder.mkdir(parents=True)
    (folder / FACTS).write_text(json.dumps(facts(study), ensure_ascii=False), "utf-8")
    (folder / PROGRESS).write_text(progress_text(study), "utf-8")
    template = paths.templates / f"{job.planned.form.form}.docx"
    (folder / DOCUMENT).write_bytes(document_bytes(job.text(inputs), template=template))
    return folder


def own_plan(
    paths: Paths, name: str, *tasks: Mapping[str, Any], reference: str = "PAPI/d5", **details: Any
) -> str:
    """Write a plan folder with own tasks in one group; by default Lạng Sơn's of 2026."""
    folder = paths.plans / name
    folder.mkdir(parents=True)
    plan = {
        "unit_set": "34",
        "unit_code": "20",
        "plan_year": 2026,
        "form": "province-narrative",
        "source": "nguồn thử",
    }
    group = {"title": "Nhóm thử", "reference": reference, "rows": [{"tasks": [*tasks]}]}
    written = [{"part": INDICES[reference.partition("/")[0]], "groups": [group]}]
    for file, data in (("plan.yml", plan | details), ("tasks.yml", written)):
        (folder / file).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return name
