from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText


@pytest.fixture(scope="session")
def plan(real_plan: Callable[[str, int], PlanText]) -> Callable[[str, int], PlanText]:
    """Return a maker of printed plans by province and year."""
    return real_plan
