"""The files that the fuzz spoils: each layout of each index, most of them cut short for speed.

A further index joins by a function here and its line in `bases`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.builders import papi, par, survey
from tests.fuzz.case import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.builders.papi import Year

    from analysis.reference import IndexName, IndexText, Places
    from analysis.runs.paths import Paths


def bases(paths: Paths, indices: dict[IndexName, IndexText], places: Places) -> list[Base]:
    """Return every base, built once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [
            *_papi(paths, indices["PAPI"], places, folder),
            *_par(folder),
            *_sipas(folder),
        ]


def _papi(paths: Paths, index: IndexText, places: Places, folder: Path) -> Iterator[Base]:
    def base(path: Path) -> Base:
        return Base("PAPI", path.name, path.read_bytes())

    real = papi.real_year(paths, index, places, 2023)
    yield base(papi.transposed(real, folder))
    short = _short(real)
    yield base(papi.transposed(short, folder))
    old = [_short(papi.synthetic_year(index, places, year)) for year in (2011, 2016)]
    yield base(papi.transposed(short, folder, zeros=True, spacers=True, head_rows=2, older=(real,)))
    yield base(papi.yearly(old[1], folder))
    yield base(papi.series(old, folder))
    text = (paths.raw / "papi/papi_2022.csv").read_text("utf-8")
    yield Base("PAPI", "papi_2022.csv", text.encode())
    yield Base("PAPI", "papi_2022.csv", "\n".join(text.split("\n")[:9]).encode())


def _short(year: Year) -> Year:
    year.names = dict(list(year.names.items())[::6])
    return year


def _par(folder: Path) -> Iterator[Base]:
    def base(path: Path) -> Base:
        return Base("PAR INDEX", path.name, path.read_bytes())

    yield base(par.write(par.lines(), folder / "phieu.xlsx"))
    few = par.lines(fields=("1", "8"))
    yield base(par.write(few, folder / "phieu-2024.xlsx", code=par.roman, two_rows=True))
    yield base(par.write(few, folder / "phieu-2024.xlsx", code=par.restarting, subtotals=True))
    rows = [",".join(par.TITLES.values()), *(_text_row(line) for line in few)]
    yield Base("PAR INDEX", "phieu-2024-lang-son.csv", "\n".join(rows).encode())


def _sipas(folder: Path) -> Iterator[Base]:
    def base(path: Path) -> Base:
        return Base("SIPAS", path.name, path.read_bytes())

    rows = survey.made(40)
    yield base(survey.write_book(folder / "khao-sat-2024.xlsx", rows))
    yield base(survey.write(folder / "khao-sat-2024.csv", rows))
    yield base(survey.write(folder / "khao-sat-2023.csv", rows, encoding="utf-8-sig"))
    titles = ["Tỉnh, thành phố", "Chỉ số hài lòng chung", "Thứ hạng", "Thủ tục hành chính"]
    results = [["Lạng Sơn", "81.5", "45", "80"], ["Hà Tĩnh", "85.25", "9", "86"]]
    yield base(survey.write(folder / "sipas-2023.csv", results, titles=titles))
    yield base(survey.write_book(folder / "sipas-2023.xlsx", results, titles=titles))


def _text_row(line: par.Line) -> str:
    points = ("" if line.points[c] is None else str(line.points[c]) for c in par.POINTS)
    return ",".join([line.code, line.name, line.assessed, *points, "", "", ""])
