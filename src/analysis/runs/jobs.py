"""From a request to one plan: its form, study, details, mandate, and where its report goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analysis.document import strings
from analysis.errors import FaultsError, Place
from analysis.plan.build import build_plan
from analysis.plan.facts import facts
from analysis.plan.identity import identity
from analysis.plan.validity import absent_bodies
from analysis.reference import MERGER
from analysis.runs import messages
from analysis.runs.dependents import Dependents
from analysis.runs.planning import Order, Planned, planned, planned_for, with_folder
from analysis.runs.plans import DEFAULT_FORM, folder_named, form_for
from analysis.runs.previous import read_last_year
from analysis.runs.study import plan_day, unit_by_code
from analysis.runs.workbook import with_workbook
from analysis.vietnamese import short_date, slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.added import Shown
    from analysis.plan.form import Form
    from analysis.plan.mandate import Mandate
    from analysis.plan.text import PlanText
    from analysis.plan.word.edits import Edits
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths
    from analysis.runs.plans import PlanFolder
    from analysis.runs.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks for: a plan folder by name, or a new plan of a province and year.

    A missing date is the folder's, else 30 June of the plan year. `agency` or `place` say whose
    plan it is in the forms of departments and localities. `previous` is the folder of last year's
    report. `result_year` is the newest held before the plan year if not given. `folder` is the
    folder of the plan's own report, where it is not the usual one. `edits` made in Word are taken
    into the plan's workbook. With `sources` the plan's last appendix tells where its figures come
    from; `figures` are shown in an appendix (`analysis.runs.pictures`).
    """

    province: str | None
    plan_year: int | None
    form: str = DEFAULT_FORM
    day: date | None = None
    plan: str | None = None
    agency: str | None = None
    place: str | None = None
    previous: Path | None = None
    result_year: int | None = None
    folder: Path | None = None
    edits: Edits | None = None
    sources: bool = False
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One plan to make, with what its drafter edited in the workbook.

    `target` is the folder of its report. A plan made of the tasks that a provincial plan gives has
    no `workbook`: they are edited there.
    """

    planned: Planned
    mandate: Mandate | None
    target: Path
    plan: str | None
    previous: Path | None = None
    workbook: Workbook | None = None

    def text(
        self, inputs: Inputs, *, sources: bool = False, figures: Sequence[Shown] = ()
    ) -> PlanText:
        """Return the plan as it is printed.

        With `sources` its last appendix tells its sources; `figures` have an appendix of their own.

        Raises
        ------
        FaultsError
            What is wrong with the form or the plan's own texts.
        """
        return build_plan(
            self.planned.study,
            form=self.planned.form,
            details=self.planned.details,
            rule=inputs.choosing.target_rule,
            mandate=self.mandate,
            sources=sources,
            figures=figures,
        )

    def warnings(self, plan: PlanText) -> tuple[Fault, ...]:
        """Return what was noticed and not refused: in the study, the plan's text, the workbook."""
        study = self.planned.study
        return (
            *study.warnings,
            *absent_bodies(strings(plan), study.directory),
            *(() if self.workbook is None else self.workbook.warnings),
        )

    def facts(self) -> dict[str, Any]:
        """Return what facts.json tells: the study, and of the plan itself."""
        plan = identity(
            self.planned.study,
            form=self.planned.form,
            details=self.planned.details,
            mandate=self.mandate,
        )
        return facts(self.planned.study) | {"plan": plan}


def form_of(request: Request, paths: Paths) -> Form:
    """Return the form a request asks for, by its name or by its plan folder.

    Raises
    ------
    FaultsError
        RN-09, RN-19, and what is wrong with the form or the folder.
    """
    folder = folder_named(paths, request.plan) if request.plan else None
    return form_for(paths, folder.details.form if folder else request.form)


def job_for(request: Request, inputs: Inputs, paths: Paths) -> Job:
    """Return the job for a request.

    Raises
    ------
    FaultsError
        Everything that is wrong with the request, the form or the plan's files.
    """
    folder = folder_named(paths, request.plan) if request.plan else None
    form = form_for(paths, folder.details.form if folder else request.form)
    if request.previous is not None and (folder is not None or form.level != "province"):
        raise FaultsError(messages.PREVIOUS_OF_PROVINCE.at())
    if form.level != "province":
        return _dependent(request, folder, inputs, paths)
    if request.agency or request.place:
        raise FaultsError(messages.BODY_FOR_PROVINCE.at(form=form.form))
    found = _province(request, folder, inputs, paths, form=form.form)
    study = found.study
    below = () if study.form == DEFAULT_FORM else (study.form,)
    if folder is not None:
        below = (folder.name,)
    target = request.folder or paths.report(study.unit.name, study.plan_year, *below)
    edited, workbook = with_workbook(found, folder=target, edits=request.edits)
    return Job(edited, None, target, request.plan, request.previous, workbook)


def _province(
    request: Request, folder: PlanFolder | None, inputs: Inputs, paths: Paths, *, form: str
) -> Planned:
    """Return the province's plan in a form: a new one, or the folder's if that is its form."""
    if folder is None:
        assert request.province is not None and request.plan_year is not None
        return planned_for(
            inputs,
            paths,
            province=request.province,
            plan_year=request.plan_year,
            day=request.day,
            form=form,
            result_year=request.result_year,
            last_year=None if request.previous is None else read_last_year(request.previous),
        )
    details = folder.details
    year = details.plan_year
    day = request.day or details.date or plan_day(year)
    if details.unit_set != ("34" if day >= MERGER else "63"):
        place = Place(file=f"{folder.name}/plan.yml")
        fault = messages.UNIT_SET_PAST.at(place, unit_set=details.unit_set, date=short_date(day))
        raise FaultsError(fault)
    unit = unit_by_code(inputs.places, details.unit_code, day=day)
    own = folder if form == details.form else None
    order = Order(unit, year, day=day, form=form, folder=own, result_year=request.result_year)
    return planned(inputs, paths, order)


def _dependent(request: Request, folder: PlanFolder | None, inputs: Inputs, paths: Paths) -> Job:
    """Return the job for a plan that carries out the province's plan of the same year."""
    form = form_for(paths, folder.details.form if folder else request.form)
    agency, place = request.agency, request.place
    if folder is not None:
        agency, place = folder.details.agency, folder.details.place
    _check_body(form.level, agency, place)
    proposed = _province(request, folder, inputs, paths, form=DEFAULT_FORM)
    inputs.places.require_valid(proposed.study.unit, day=proposed.study.day)
    unit, year = proposed.study.unit, proposed.study.plan_year
    province, _ = with_workbook(proposed, folder=paths.report(unit.name, year))
    limited = with_folder(province.study, form=form, folder=folder, inputs=inputs)
    own_tasks = folder is not None and bool(folder.tasks)
    given = province if own_tasks else replace(province, study=limited.study)
    mandate = Dependents(given, inputs).named(agency=agency, place=place)
    if not mandate.assigned and not own_tasks:
        raise FaultsError(messages.NO_TASKS_FOR_BODY.at(name=mandate.body.name))
    below = (folder.name,) if folder else (form.form, slug(mandate.body.place or mandate.body.name))
    target = request.folder or paths.report(unit.name, year, *below)
    if not own_tasks:
        return Job(limited, mandate, target, request.plan)
    edited, workbook = with_workbook(limited, folder=target, mandate=mandate, edits=request.edits)
    return Job(edited, mandate, target, request.plan, workbook=workbook)


def _check_body(level: str, agency: str | None, place: str | None) -> None:
    """Refuse a department's form without a department, a locality's without a place."""
    if level == "department" and (agency is None or place is not None):
        raise FaultsError(messages.AGENCY_MISSING.at())
    if level == "local" and (place is None or agency is not None):
        raise FaultsError(messages.PLACE_MISSING.at())
