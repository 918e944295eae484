"""Measure the reading of a survey of 2,000,000 made-up forms beside pandas' own reading of it.

    .venv/bin/python benchmarks/survey_size.py            # 2,000,000 forms
    .venv/bin/python benchmarks/survey_size.py 200000

The file is made up from a fixed seed in a temporary folder and is gone afterwards. Each reading
has a process of its own, the two by turns, so that both meet the machine in the same state.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd

from analysis.reference.edition_text import read_index
from analysis.runs.paths import Paths
from analysis.scores.sipas import read_survey

_TURNS = 3
_BLOCK = 100_000
_TITLES = (
    "Mã phiếu",
    "Họ và tên (dữ liệu giả lập)",
    "Đơn vị",
    "Lĩnh vực",
    "Nhóm tuổi",
    "Giới tính",
    "Tiếp cận dịch vụ",
    "Thủ tục hành chính",
    "Công chức",
    "Kết quả",
    "Góp ý, phản ánh, kiến nghị",
    "Hài lòng chung",
)
_WORDS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
_SHARES = (0.02, 0.05, 0.13, 0.55, 0.25)
_AGES = ("Dưới 25", "25-49", "50-60", "Trên 60")


def write_survey(path: Path, forms: int) -> None:
    """Write made-up forms: 120 units, 12 fields, two of six questions worded."""
    draw = np.random.default_rng(20)
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(f'"{title}"' for title in _TITLES) + "\n")
        for start in range(0, forms, _BLOCK):
            size = min(_BLOCK, forms - start)
            units, fields = draw.integers(1, 121, size), draw.integers(1, 13, size)
            ages, sexes = draw.integers(0, 4, size), draw.integers(0, 2, size)
            answers = draw.choice(5, size=(size, 6), p=_SHARES)
            file.writelines(
                f"GL-{start + i:07d},Người giả lập {i},Xã giả lập {units[i]},Lĩnh vực {fields[i]},"
                f"{_AGES[ages[i]]},{('Nam', 'Nữ')[sexes[i]]},{a + 1},{b + 1},{_WORDS[c]},{d + 1},"
                f"{e + 1 if e else 99},{_WORDS[f]}\n"
                for i, (a, b, c, d, e, f) in enumerate(answers.tolist())
            )


def _ours(path: str) -> int:
    index = read_index(Paths.find().raw / "reference/editions/sipas.yml")
    survey = read_survey(Path(path), index=index)
    if survey.faults:
        raise AssertionError(survey.faults)
    return survey.rows


def _plain(path: str) -> int:
    return len(pd.read_csv(path))


def _measured(name: str, path: str) -> tuple[int, float, float]:
    """Return rows, seconds and the peak memory in megabytes of this process."""
    began = time.perf_counter()
    rows = {"ours": _ours, "pandas": _plain}[name](path)
    spent = time.perf_counter() - began
    return rows, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main(forms: int) -> None:
    """Make the file, read it by turns, print the figures."""
    context = multiprocessing.get_context("spawn")
    results: dict[str, list[tuple[int, float, float]]] = {"pandas": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "khao-sat-gia-lap.csv"
        write_survey(path, forms)
        print(f"{forms} forms x {len(_TITLES)} columns, {path.stat().st_size / 1e6:.0f} MB")
        for _ in range(_TURNS):
            for name, found in results.items():
                with context.Pool(1) as pool:
                    found.append(pool.apply(_measured, (name, str(path))))
    print(f"{'':24}{'rows':>10}{'median s':>10}{'worst s':>9}{'peak MB':>9}")
    for name, found in results.items():
        times = [spent for _, spent, _ in found]
        peak = max(memory for _, _, memory in found)
        label = "pandas.read_csv" if name == "pandas" else "read_survey"
        print(f"{label:24}{found[0][0]:10}{median(times):10.2f}{max(times):9.2f}{peak:9.0f}")
    ratio = [median(spent for _, spent, _ in results[name]) for name in ("ours", "pandas")]
    memory = [max(peak for _, _, peak in results[name]) for name in ("ours", "pandas")]
    print(f"ratio to pandas.read_csv: time {ratio[0] / ratio[1]:.2f}, ", end="")
    print(f"peak memory {memory[0] / memory[1]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000)
