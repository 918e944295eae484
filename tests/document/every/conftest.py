"""Every form in every year and every real plan, each set in Word once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders.documents import REQUESTS, document

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths


@pytest.fixture(scope="session")
def made(job: Callable[..., Job], inputs: Inputs, paths: Paths) -> Callable[[str], bytes]:
    """Return a maker of documents by name."""
    known: dict[str, bytes] = {}

    def make(name: str) -> bytes:
        if name not in known:
            known[name] = document(name, job=job, inputs=inputs, paths=paths)
        return known[name]

    return make


@pytest.fixture(scope="session", params=REQUESTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def data(made: Callable[[str], bytes], name: str) -> bytes:
    """One of the documents."""
    return made(name)


@pytest.fixture(scope="session")
def printed(job: Callable[..., Job], inputs: Inputs, name: str) -> PlanText:
    """The plan that `data` is made of."""
    return job(**REQUESTS[name]).text(inputs)
