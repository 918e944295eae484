"""Fixtures that every room's tests share: the repository's own data, read once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from analysis.plan.build import build_plan
from analysis.runs.inputs import Inputs, read_inputs
from analysis.runs.paths import Paths
from analysis.runs.plans import details_for, form_for
from analysis.runs.study import plan_day, study_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText

# Examples are the same in every run: a test that fails once fails always.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def paths() -> Paths:
    return Paths.find(Path(__file__).parent)


@pytest.fixture(scope="session")
def inputs(paths: Paths) -> Inputs:
    return read_inputs(paths)


@pytest.fixture(scope="session")
def study(inputs: Inputs) -> Callable[[str, int], Study]:
    """Return a maker of studies by province and plan year, each made once."""
    made: dict[tuple[str, int], Study] = {}

    def make(province: str, plan_year: int) -> Study:
        key = (province, plan_year)
        if key not in made:
            day = plan_day(plan_year)
            unit = inputs.places.resolve(province, day=day)
            made[key] = study_of(inputs, unit=unit, plan_year=plan_year, day=day)
        return made[key]

    return make


@pytest.fixture(scope="session")
def real_plan(
    study: Callable[[str, int], Study], inputs: Inputs, paths: Paths
) -> Callable[[str, int], PlanText]:
    """Return a maker of printed plans from the real data, by province and year."""

    def make(province: str, year: int) -> PlanText:
        item = study(province, year)
        return build_plan(
            item,
            form=form_for(paths, "province-narrative"),
            details=details_for(paths, unit=item.unit, plan_year=year),
            rule=inputs.choosing.target_rule,
        )

    return make
