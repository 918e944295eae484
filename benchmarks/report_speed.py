"""Measure `ke-hoach report`: how long a reviewer waits for a page made again.

    make bench-report            # Lạng Sơn 2023
    make bench-report BENCH="Sóc Trăng:2023"

The report is made first in a copy of the repository, then its page several times by the command
line, as its user does: wall time (told beside the goal of ten seconds) and processor time of all
processes, which a busy machine does not change. Writes nothing into the repository.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from analysis.runs.paths import Paths
from analysis.runs.run import Request, run

_COPIED = ("data/raw", "notebooks", "templates")
_TIMES, _GOAL = 5, 10.0


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _once(folder: Path, root: Path) -> tuple[float, float]:
    """Return the seconds and processor seconds of one `ke-hoach report`."""
    command = [sys.executable, "-c", "from analysis.cli import main; raise SystemExit(main())"]
    began, spent = time.perf_counter(), _spent()
    subprocess.run([*command, "report", folder], cwd=root, check=True, capture_output=True)
    return time.perf_counter() - began, _spent() - spent


def main(province: str, year: int) -> None:
    """Make a report in a copy of the repository, its page again and again; print the times."""
    source = Paths.find().root
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for part in _COPIED:
            shutil.copytree(source / part, root / part)
        request = Request(province, year, "province-narrative")
        folder = run(request, paths=Paths(root), today=date(2026, 1, 1)).folder
        times = [_once(folder, root) for _ in range(_TIMES)]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, goal {_GOAL:.0f} s")
    print(f"{'':10}{'wall s':>8}{'cpu s':>8}")
    for place, (wall, cpu) in enumerate(times, start=1):
        print(f"{place:<10}{wall:8.1f}{cpu:8.1f}")
    best = min(times)
    print(f"{'best':10}{best[0]:8.1f}{best[1]:8.1f}")


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "Lạng Sơn:2023"
    place_name, _, plan_year = asked.rpartition(":")
    main(place_name, int(plan_year))
