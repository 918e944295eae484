"""Plan forms and plan folders, found by name or by unit, year and form."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.plan.details import read_details
from analysis.plan.form import read_form
from analysis.plan.own import read_own_tasks
from analysis.runs import messages

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.plan.details import PlanDetails
    from analysis.plan.form import Form
    from analysis.plan.own import OwnPart
    from analysis.reference import Province
    from analysis.runs.paths import Paths

DEFAULT_FORM = "province-narrative"
DETAILS, TASKS = "plan.yml", "tasks.yml"


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """One plan below ``data/raw/plans``: what it adds to its form, and its own tasks."""

    name: str
    details: PlanDetails
    tasks: tuple[OwnPart, ...]


def form_names(paths: Paths) -> list[str]:
    """Return the names of all forms."""
    return sorted(path.stem for path in paths.templates.glob("*.yml"))


def form_for(paths: Paths, name: str) -> Form:
    """Return a form by its name.

    Raises
    ------
    FaultsError
        RN-09 for an unknown form, and what is wrong with the form itself.
    """
    known = form_names(paths)
    if name not in known:
        raise FaultsError(messages.FORM_UNKNOWN.at(form=name, known=", ".join(known)))
    return read_form(paths.templates / f"{name}.yml")


def folder_named(paths: Paths, name: str) -> PlanFolder:
    """Return a plan by the name of its folder.

    Raises
    ------
    FaultsError
        RN-19 for an unknown name (with the nearest), and what is wrong with its files.
    """
    known = sorted(path.parent.name for path in _files(paths))
    if name not in known:
        nearest = ", ".join(difflib.get_close_matches(name, known, n=3) or known)
        raise FaultsError(messages.PLAN_UNKNOWN.at(name=name, nearest=nearest))
    folder = paths.plans / name
    return _folder(folder, read_details(folder / DETAILS))


def folder_for(
    paths: Paths,
    *,
    unit: Province,
    plan_year: int,
    form: str = DEFAULT_FORM,
    agency: str | None = None,
    place: str | None = None,
) -> PlanFolder | None:
    """Return the plan of a unit, year and form (and department or place), if there is one.

    Raises
    ------
    FaultsError
        What is wrong with any plan file; RN-12 when two are for the same plan.
    """
    wanted = (unit.code, unit.unit_set, plan_year, form, agency, place)
    found = {
        path: details for path in _files(paths) if _key(details := read_details(path)) == wanted
    }
    if len(found) > 1:
        places = [Place(file=f"{path.parent.name}/{DETAILS}") for path in found]
        raise FaultsError(*(messages.PLAN_REPEATED.at(place, year=plan_year) for place in places))
    return next((_folder(path.parent, details) for path, details in found.items()), None)


def _files(paths: Paths) -> list[Path]:
    return sorted(paths.plans.glob(f"*/{DETAILS}"))


def _key(details: PlanDetails) -> tuple[str, str, int, str, str | None, str | None]:
    unit = (details.unit_code, details.unit_set, details.plan_year)
    return (*unit, details.form, details.agency, details.place)


def _folder(folder: Path, details: PlanDetails) -> PlanFolder:
    tasks = folder / TASKS
    own = read_own_tasks(tasks) if tasks.is_file() else ()
    return PlanFolder(folder.name, details, own)
