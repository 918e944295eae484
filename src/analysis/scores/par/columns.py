"""The columns of a scoring sheet, known by what their titles mean, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.scores.years import years_in
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from analysis.scores.sheets import Grid

Meaning = Literal[
    "code",
    "name",
    "assessed",
    "max",
    "self",
    "appraised",
    "survey",
    "score",
    "last",
    "reason",
    "evidence",
    "lead",
]

FIGURES: tuple[Meaning, ...] = ("max", "self", "appraised", "survey", "score", "last")
"""The columns that hold points."""

_HEAD_ROWS = 20
# Shares, ranks and differences stand beside the points and are none.
_ASIDE = re.compile(r"\b(so voi|tang giam|tang, giam|chenh lech|ty le|xep hang|thu hang)\b")
# The first meaning whose words stand in a title is the title's; the order tells apart
# "điểm thẩm định" from "điểm", "cách đánh giá" from "tự đánh giá".
_WORDS: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
    ("last", re.compile(r"nam truoc|ky truoc|nam lien truoc")),
    ("evidence", re.compile(r"kiem chung|tlkc|minh chung")),
    ("lead", re.compile(r"chu tri|phu trach|co quan tham muu|don vi tham muu")),
    ("reason", re.compile(r"ly do|nguyen nhan|giai trinh")),
    ("assessed", re.compile(r"(cach|phuong phap|hinh thuc) (danh gia|cham|xac dinh)")),
    ("self", re.compile(r"tu cham|tu danh gia|tu cham diem")),
    ("survey", re.compile(r"xa hoi hoc|dtxhh|xhh|khao sat")),
    ("appraised", re.compile(r"tham dinh")),
    ("max", re.compile(r"toi da|diem chuan|thang diem")),
    (
        "score",
        re.compile(
            r"diem (dat|danh gia|cuoi|chinh thuc|duoc cham)|dat duoc|ket qua (cham|danh gia)"
            r"|cong bo|^(tong |so )?diem( so)?( bo noi vu .*)?( nam)?( 20\d\d)?$"
            r"|^(ket qua|nam)( dat)?( nam)?( 20\d\d)?$"
        ),
    ),
    ("code", re.compile(r"^(stt|tt|so tt|so thu tu|ma|ma so|ky hieu|muc)$|^ma ")),
    ("name", re.compile(r"tieu chi|linh vuc|noi dung|ten")),
)
_POINTS = re.compile(r"diem|nam|ket qua")
# A column of codes goes before one that counts the rows.
_REAL_CODE = re.compile(r"\bma\b|ky hieu")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a scoring sheet: its last row, and the column of each meaning found."""

    row: int
    columns: dict[Meaning, int]


def find_head(grid: Grid, *, year: int | None = None) -> Head | None:
    """Return the head of a sheet, None if it is not a scoring sheet.

    The head is the row, or the two rows, whose titles mean most; a sheet without maxima, names and
    at least one kind of points is none.

    Parameters
    ----------
    grid
        The sheet.
    year
        The sheet's year: a title that names an earlier one is last year's column.
    """
    best: Head | None = None
    for row in range(1, min(_HEAD_ROWS, len(grid.rows)) + 1):
        for rows in ((row,), (row, row + 1)):
            columns = _meanings(_titles(grid, rows), year)
            if best is None or len(columns) > len(best.columns):
                best = Head(rows[-1], columns)
    if best is None or not {"max", "name"} <= best.columns.keys():
        return None
    points = {"self", "appraised", "survey", "score"} & best.columns.keys()
    return best if points else None


def _titles(grid: Grid, rows: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """Return each column's titles, the most particular first.

    A cell merged over several columns keeps its text in the first; it goes on over the columns
    that have a title of their own below and none above.
    """
    titles: dict[int, tuple[str, ...]] = {}
    above = ""
    for column in range(1, grid.width() + 1):
        upper = grid.text(rows[0], column)
        lower = grid.text(rows[-1], column) if len(rows) > 1 else ""
        above = upper or (above if lower else "")
        joined = f"{above} {lower}".strip()
        titles[column] = tuple(text for text in (lower, joined, upper) if text)
    return titles


def _meanings(titles: dict[int, tuple[str, ...]], year: int | None) -> dict[Meaning, int]:
    columns: dict[Meaning, int] = {}
    for column, texts in titles.items():
        meaning = next((found for text in texts if (found := _meaning(text, year))), None)
        if any(_ASIDE.search(fold(text)) for text in texts) and meaning in FIGURES:
            continue
        real = meaning == "code" and any(_REAL_CODE.search(fold(text)) for text in texts)
        if meaning is not None and (real or meaning not in columns):
            columns[meaning] = column
    return columns


def _meaning(title: str, year: int | None) -> Meaning | None:
    """Return what one title means.

    Examples
    --------
    >>> _meaning("Điểm tối đa", None), _meaning("TT", None), _meaning("Điểm đạt năm 2023", 2024)
    ('max', 'code', 'last')
    """
    words = fold(title)
    if len(words) > 80:  # a sentence, not a title
        return None
    named = years_in(words)
    if named and year is not None and named[0] < year and _POINTS.search(words):
        return "last"
    return next((meaning for meaning, pattern in _WORDS if pattern.search(words)), None)
