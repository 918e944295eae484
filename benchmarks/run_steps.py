"""Measure each step of a run: wall time, processor time of the process tree, peak memory.

    make bench            # Lạng Sơn 2023
    make bench BENCH="Sóc Trăng:2023"

Prints a table and writes nothing into the repository: the run happens in a copy.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psutil

from analysis.runs.paths import Paths
from analysis.runs.run import Request, run

_EVERY = 0.05
_COPIED = ("data/raw", "notebooks", "templates")


@dataclass
class Meter:
    """Samples the process tree in the background and cuts the samples at each step."""

    rows: list[tuple[str, float, float, float]] = field(default_factory=list)
    _name: str = "start"
    _began: float = field(default_factory=time.perf_counter)
    _seen: dict[int, float] = field(default_factory=dict)
    _spent: float = 0.0
    _peak: float = 0.0
    _stop: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Sample until told to stop."""
        me = psutil.Process()
        while not self._stop.wait(_EVERY):
            memory = 0.0
            for process in (me, *me.children(recursive=True)):
                try:
                    times = process.cpu_times()
                    memory += process.memory_info().rss
                except psutil.Error:
                    continue
                self._seen[process.pid] = times.user + times.system
            self._peak = max(self._peak, memory / 2**20)

    def step(self, text: str) -> None:
        """Close the step that was running when a new one begins."""
        if not text.startswith("["):
            return
        now, spent = time.perf_counter(), sum(self._seen.values())
        self.rows.append((self._name, now - self._began, spent - self._spent, self._peak))
        self._name, self._began, self._spent, self._peak = text, now, spent, 0.0

    def finish(self) -> None:
        """Close the last step."""
        self.step("[end]")
        self._stop.set()


def main(province: str, year: int) -> None:
    """Run once in a copy of the repository and print the table."""
    source = Paths.find().root
    with tempfile.TemporaryDirectory() as folder:
        for name in _COPIED:
            shutil.copytree(source / name, Path(folder) / name)
        meter = Meter()
        threading.Thread(target=meter.watch, daemon=True).start()
        request = Request(province, year, "province-narrative")
        run(request, paths=Paths(Path(folder)), today=date(2026, 1, 1), progress=meter.step)
        meter.finish()
    print(f"{'step':44}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}")
    for name, wall, cpu, peak in meter.rows[1:]:
        print(f"{name:44}{wall:8.1f}{cpu:8.1f}{peak:9.0f}")
    print(f"{'total':44}{sum(row[1] for row in meter.rows):8.1f}")


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "Lạng Sơn:2023"
    name, _, plan_year = asked.rpartition(":")
    main(name, int(plan_year))
