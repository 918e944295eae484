from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.plan.build import build_plan
from analysis.runs.plans import details_for, form_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths


@pytest.fixture(scope="session")
def plan(
    study: Callable[[str, int], Study], inputs: Inputs, paths: Paths
) -> Callable[[str, int], PlanText]:
    """Return a maker of printed plans by province and year."""

    def make(province: str, year: int) -> PlanText:
        item = study(province, year)
        return build_plan(
            item,
            form=form_for(paths, "province-narrative"),
            details=details_for(paths, unit=item.unit, plan_year=year),
            rule=inputs.choosing.target_rule,
        )

    return make
