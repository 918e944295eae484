"""Plan forms and the details of single plans, found by name, unit and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.plan.form import read_details, read_form
from analysis.runs import messages

if TYPE_CHECKING:
    from analysis.plan.form import Form, PlanDetails
    from analysis.reference import Province
    from analysis.runs.paths import Paths


def form_for(paths: Paths, name: str) -> Form:
    """Return a form by its name.

    Raises
    ------
    FaultsError
        RN-09 for an unknown form, RF-01 when its Word template is missing, and what is wrong with
        the form itself.
    """
    known = sorted(path.stem for path in paths.templates.glob("*.yml"))
    if name not in known:
        raise FaultsError(messages.FORM_UNKNOWN.at(form=name, known=", ".join(known)))
    return read_form(paths.templates / f"{name}.yml")


def details_for(paths: Paths, *, unit: Province, plan_year: int) -> PlanDetails | None:
    """Return what the unit's own plan of that year adds, if there is a file for it.

    Raises
    ------
    FaultsError
        What is wrong with any plan file; RN-12 when two are for the same unit and year.
    """
    found = {
        path: details
        for path in sorted((paths.raw / "plans").glob("*/plan.yml"))
        if (details := read_details(path)).unit_code == unit.code
        and details.unit_set == unit.unit_set
        and details.plan_year == plan_year
    }
    if len(found) > 1:
        places = [Place(file=f"{path.parent.name}/plan.yml") for path in found]
        raise FaultsError(*(messages.PLAN_REPEATED.at(place, year=plan_year) for place in places))
    return next(iter(found.values()), None)
