"""Fixtures that every room's tests share: the repository's own data, read once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from tests.builders.chromium import chromium

from analysis.runs.inputs import Inputs, read_inputs
from analysis.runs.jobs import Job, Request, job_for
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

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
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Return the repository, without the reports that somebody made and edited in it."""
    found = Paths.find(Path(__file__).parent)
    return replace(found, out=tmp_path_factory.mktemp("bao-cao"))


@pytest.fixture(scope="session")
def inputs(paths: Paths) -> Inputs:
    return read_inputs(paths)


@pytest.fixture(scope="session")
def job(inputs: Inputs, paths: Paths) -> Callable[..., Job]:
    """Return a maker of jobs by province and plan year, and other choices; each made once."""
    made: dict[Request, Job] = {}

    def make(province: str | None = None, plan_year: int | None = None, **others: Any) -> Job:
        request = Request(province, plan_year, **others)
        if request not in made:
            made[request] = job_for(request, inputs, paths)
        return made[request]

    return make


@pytest.fixture(scope="session")
def study(job: Callable[..., Job]) -> Callable[[str, int], Study]:
    """Return a maker of studies by province and plan year."""

    def make(province: str, plan_year: int) -> Study:
        return job(province, plan_year).planned.study

    return make


@pytest.fixture(scope="session")
def real_plan(job: Callable[..., Job], inputs: Inputs) -> Callable[..., PlanText]:
    """Return a maker of printed plans from the real data, by province and year, or by name."""

    def make(province: str | None = None, year: int | None = None, **others: Any) -> PlanText:
        return job(province, year, **others).text(inputs)

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened
