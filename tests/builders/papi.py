"""Workbooks as the publisher of PAPI lays them out, made for the tests.

The layouts are real, and so are the figures of 2019-2024 (data/raw/papi). Figures of earlier years
are SYNTHETIC: the layout of those files is what is tried.
"""

from __future__ import annotations

import csv
import math
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from analysis.reference import TOTAL, edition_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import Edition, IndexText, Places
    from analysis.runs.paths import Paths

Scores = dict[tuple[str, str], float]
"""Scores by unit code and criterion; NaN is "not scored"."""

_ENGLISH = {"1": "Participation", "2": "Transparency in Local Decision-making"}
# How real files write some names.
_SPELLINGS = {
    "46": "Thừa Thiên-Huế",
    "77": "Bà Rịa-Vũng Tàu ",
    "79": "TP. Hồ Chí Minh",
    "92": "TP Cần Thơ",
    "17": "Hoà Bình",
}


@dataclass
class Year:
    """One year's scores on every line of its edition."""

    edition: Edition
    names: dict[str, str]
    scores: Scores
    intervals: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def year(self) -> int:
        return self.edition.year

    def unscored(self, unit: str, *criteria: str) -> None:
        for criterion in criteria or [line.code for line in self.edition.criteria]:
            self.scores[unit, criterion] = math.nan


def real_year(paths: Paths, index: IndexText, places: Places, year: int) -> Year:
    """Return a year of data/raw, dimensions and totals summed."""
    edition = edition_of(index, year)
    path = paths.raw / "papi" / f"papi_{year}.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    lowest = [line.code for line in edition.criteria if line.level == 2]
    scores = {
        (row["unit_code"], code): float(row[code] or "nan") for row in rows for code in lowest
    }
    return _summed(edition, places, scores)


def synthetic_year(index: IndexText, places: Places, year: int) -> Year:
    """Return made-up scores, different in every cell, within the scale of the year."""
    edition = edition_of(index, year)
    chance = random.Random(year)
    scores = {
        (unit.code, line.code): round(chance.uniform(0.45, 0.75) * (line.max_score or 0), 6)
        for unit in places.in_set(edition.unit_set)
        for line in edition.criteria
        if line.level == 2
    }
    return _summed(edition, places, scores)


def _summed(edition: Edition, places: Places, scores: Scores) -> Year:
    names = {unit.code: unit.name for unit in places.in_set(edition.unit_set)}
    full = dict(scores)
    for unit in names:
        for line in reversed(edition.criteria):
            children = edition.children(line.code)
            if children:
                full[unit, line.code] = math.fsum(full[unit, child.code] for child in children)
    intervals = {
        (unit, measure): full[unit, TOTAL] + sign * 0.31 if sign else 0.19
        for unit in names
        for measure, sign in (("low", -1), ("high", 1), ("se", 0))
    }
    return Year(edition, names, full, intervals)


def _cell(value: float, *, empty: float | None = None) -> float | None:
    return empty if math.isnan(value) else value


def printed_code(year: Year, code: str, *, renumbered: bool) -> str:
    """Return the code a workbook prints: with or without the gap of 5.2 after 2020."""
    line = year.edition.criterion(code)
    if not renumbered or line is None or line.level != 2 or line.parent is None:
        return code
    siblings = [child.code for child in year.edition.children(line.parent)]
    return f"{line.parent}.{siblings.index(code) + 1}"


def transposed(
    year: Year,
    folder: Path,
    *,
    zeros: bool = False,
    renumbered: bool = True,
    head_rows: int = 0,
    spacers: bool = False,
    older: tuple[Year, ...] = (),
    name: str = "",
) -> Path:
    """Write the workbook of 2018 and later: a row a measure, a column a province."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for item in (*older, year):
        _transposed_sheet(
            book, item, zeros=zeros, renumbered=renumbered, head_rows=head_rows, spacers=spacers
        )
    path = folder / (name or f"{year.year}PAPI_ProvincialIndicators_BangChiTieuCapTinh-1.xlsx")
    book.save(path)
    return path


def _transposed_sheet(
    book: Workbook, year: Year, *, zeros: bool, renumbered: bool, head_rows: int, spacers: bool
) -> None:
    sheet = book.create_sheet(f"{year.year}_VIE_ENG")
    units = list(year.names)
    for number in range(head_rows):
        sheet.append([f"Đơn vị mới {number}", None, None, *["Cần Thơ"] * len(units)])
    sheet.append(
        ["Mã tỉnh", "Mã tỉnh", "Thang điểm/Scale", *_spaced(map(int, units), spacers=spacers)]
    )
    names = [_SPELLINGS.get(unit, year.names[unit]) for unit in units]
    title = "Tỉnh/Thành phố trực thuộc trung ương"
    sheet.append([title, title, None, *_spaced(names, spacers=spacers)])
    empty = 0 if zeros else None

    def line(label: str, vietnamese: str, scale: str, values: list[float | None]) -> None:
        sheet.append([label, vietnamese, scale, *_spaced(values, spacers=spacers)])

    for criterion in year.edition.criteria:
        values = [_cell(year.scores[unit, criterion.code], empty=empty) for unit in units]
        if criterion.code == TOTAL:
            if year.year == 2018:  # the first workbook of this layout has no total
                continue
            line(
                "Unweighted PAPI Score",
                "Chỉ số PAPI tổng hợp (không có trọng số)",
                "10-80 điểm/points",
                values,
            )
            for label, measure in (
                ("Unweighted 95% CI Low", "low"),
                ("Unweighted 95% CI High", "high"),
                ("Unweighted Standard Error", "se"),
            ):
                bounds = [_cell(year.intervals[unit, measure]) for unit in units]
                scored = [
                    b if v not in (None, 0) else None for b, v in zip(bounds, values, strict=True)
                ]
                line(label, "", "", scored)
            line(
                "Weighted PAPI Score", "Chỉ số PAPI tổng hợp (có trọng số)", "", [41.0] * len(units)
            )
            line("Weighted 95% CI Low", "", "", [40.0] * len(units))
        elif criterion.level == 1:
            english = _ENGLISH.get(criterion.code, "E")
            line(
                f"Dimension {criterion.code}: {english}"
                if year.year > 2019
                else f"Chỉ số nội dung {criterion.code}: {criterion.name}",
                f"Chỉ số nội dung {criterion.code}: {criterion.name} ",
                "1-10 điểm/points",
                values,
            )
        else:
            code = printed_code(year, criterion.code, renumbered=renumbered)
            line("(English)", f"{code}: {criterion.name}", "0.25-2.5 điểm", values)
            line(
                "Proportion", "Hiểu biết về chính sách hiện hành (%)", "0%-100%", [0.5] * len(units)
            )
            line("Proportion", "Mức thấp nhất, cao nhất (%)", "0%-100%", [0.5] * len(units))


def _spaced(values: Any, *, spacers: bool) -> list[Any]:
    cells: list[Any] = []
    for number, value in enumerate(values):
        if spacers and number and number % 9 == 0:
            cells.append(None)
        cells.append(value)
    return cells


def yearly(year: Year, folder: Path, *, tab_year: int | None = None) -> Path:
    """Write the workbook of 2011-2017: a summary sheet and a sheet for each dimension."""
    book = Workbook()
    main = book.worksheets[0]
    main.title = f"Bảng tổng hợp kết quả {tab_year or year.year}"
    level_1 = [line for line in year.edition.criteria if line.level == 1]
    _by_province(main, year, [line.code for line in year.edition.criteria[1:]])
    for line in level_1:
        word = "Điêm" if line.code == "5" else "Điểm"
        sheet = book.create_sheet(f"{word} thành phần {line.code}")
        _by_province(sheet, year, [child.code for child in year.edition.children(line.code)])
    path = folder / f"PAPI-{year.year}-Dữ-liệu-1.xlsx"
    book.save(path)
    return path


def _by_province(sheet: Any, year: Year, codes: list[str]) -> None:
    names = {line.code: line.name for line in year.edition.criteria}
    sheet.append(["Tên tỉnh  ", *(f"{code}: {names[code]}" for code in codes)])
    for unit, name in year.names.items():
        sheet.append(
            [_SPELLINGS.get(unit, name), *(_cell(year.scores[unit, code]) for code in codes)]
        )


def series(years: list[Year], folder: Path, *, formulas: bool = False) -> Path:
    """Write the workbook of 2011-2016: a sheet a year, columns by position, a row of maxima.

    With `formulas` the totals are formulas whose results were never saved.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for year in years:
        sheet = book.create_sheet(f"{year.year}_PAPI")
        codes = [line.code for line in year.edition.criteria[1:]]
        sheet.append(
            [
                "tinhid",
                "tentinh_eng",
                "tentinh_vie",
                *(f"Eng {c}" for c in codes),
                "Un-weighted2015PAPI",
            ]
        )
        sheet.append(["tinhid", "Province", "Tỉnh", *(f"Việt {c}" for c in codes), "PAPI"])
        for unit, name in year.names.items():
            total: Any = _cell(year.scores[unit, TOTAL], empty=0)
            if formulas:
                row = sheet.max_row + 1
                total = f"=D{row}+I{row}+M{row}+Q{row}+V{row}+AA{row}"
            cells = [_cell(year.scores[unit, code]) for code in codes]
            named = [int(unit), "(English)", _SPELLINGS.get(unit, name)]
            sheet.append([*named, *cells, total])
        sheet.append([999, "Highest", "Điểm cao nhất", *[9.9] * len(codes), 59.4])
    path = folder / "PAPI_2011-2016.xlsx"
    book.save(path)
    return path
