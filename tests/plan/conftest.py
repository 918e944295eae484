from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders.plans import as_typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText


@pytest.fixture(scope="session")
def plan(real_plan: Callable[..., PlanText]) -> Callable[..., PlanText]:
    """Return a maker of printed plans by province and year, their blanks as a keyboard types."""
    return lambda *args, **others: as_typed(real_plan(*args, **others))
