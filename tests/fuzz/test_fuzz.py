"""A short part of the fuzz; `make fuzz` runs the whole."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analysis.runs.paths import Paths


@pytest.mark.parametrize(
    ("part", "least"),
    [
        (("--workbooks", "60"), 60),
        (("--cells", "500"), 25),
        (("--bombs", "--share", "0.004"), 100),
    ],
    ids=["workbooks", "cells", "bombs"],
)
def test_a_hostile_file_ends_in_a_list_of_faults(
    paths: Paths, part: tuple[str, ...], least: int
) -> None:
    """Never a traceback, ten seconds, a gigabyte, a connection, or a copy that computes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", "--json", *part],
        cwd=paths.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert len(told["verdicts"]) >= least
    assert [f"{one['name']}: {one['wrong']}" for one in told["verdicts"] if one["wrong"]] == []
    assert not told["fetched"]
