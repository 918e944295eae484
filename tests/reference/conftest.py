"""The registers of the repository, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.runs.inputs import Register, read_register

if TYPE_CHECKING:
    from analysis.runs.paths import Paths


@pytest.fixture(scope="session")
def register(paths: Paths) -> Register:
    return read_register(paths)
