"""What the tests of PAPI files share: the years they are made of, and a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders import papi as made

from analysis.scores.importing import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.builders.papi import Year

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported


@pytest.fixture
def imported(inputs: Inputs) -> Callable[..., Imported]:
    """Return a reader of one PAPI file."""

    def read(path: Path, year: int | None = None) -> Imported:
        index = inputs.indices["PAPI"]
        return import_files(
            [path], index=index, places=inputs.places, year=year, progress=lambda _: None
        )

    return read


@pytest.fixture
def real(paths: Paths, inputs: Inputs) -> Callable[[int], Year]:
    return lambda year: made.real_year(paths, inputs.indices["PAPI"], inputs.places, year)


@pytest.fixture
def synthetic(inputs: Inputs) -> Callable[[int], Year]:
    return lambda year: made.synthetic_year(inputs.indices["PAPI"], inputs.places, year)
