"""Scoring sheets of PAR INDEX in the ways provinces lay them out. All criteria and points are
SYNTHETIC: no province's sheet has been published with its sub-criteria."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FIELDS = {
    "1": ("Công tác chỉ đạo, điều hành cải cách hành chính", 9.5),
    "2": ("Cải cách thể chế", 10),
    "3": ("Cải cách thủ tục hành chính", 13),
    "4": ("Cải cách tổ chức bộ máy hành chính nhà nước", 10.5),
    "5": ("Cải cách chế độ công vụ", 15),
    "6": ("Cải cách tài chính công", 12),
    "7": ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", 13.5),
    "8": ("Tác động của cải cách hành chính", 16.5),
}
TITLES = {
    "code": "Mã",
    "name": "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
    "assessed": "Cách đánh giá",
    "max": "Điểm tối đa",
    "self": "Điểm tự chấm",
    "appraised": "Điểm thẩm định",
    "survey": "Điểm ĐTXHH",
    "score": "Điểm đạt",
    "last": "Điểm năm trước",
    "reason": "Lý do chưa đạt",
    "evidence": "Tài liệu kiểm chứng",
    "lead": "Cơ quan chủ trì",
}
POINTS = ("max", "self", "appraised", "survey", "score", "last")


@dataclass
class Line:
    """One criterion: its points by column, None for an empty cell."""

    code: str
    name: str
    assessed: str
    points: dict[str, float | None]


def lines(*, fields: Sequence[str] = tuple(FIELDS), seed: int = 1) -> list[Line]:
    """Return criteria on three levels whose points add up."""
    chance = random.Random(seed)
    made: list[Line] = []
    for code in fields:
        name, most = FIELDS[code]
        block = [_criterion(f"{code}.{n}", most / 2, chance) for n in (1, 2)]
        made.append(_parent(code, name, [part[0] for part in block]))
        made += [line for part in block for line in part]
    return made


def _criterion(code: str, most: float, chance: random.Random) -> list[Line]:
    shares = (0.25, 0.25, 0.5)
    leaves = [_leaf(f"{code}.{n}", most * share, chance) for n, share in enumerate(shares, start=1)]
    return [_parent(code, f"Tiêu chí {code}", leaves), *leaves]


def _leaf(code: str, most: float, chance: random.Random) -> Line:
    surveyed = code.endswith("3")
    score = round(most * chance.uniform(0.5, 1), 2)
    own = min(most, round(score + 0.1, 2))
    return Line(
        code,
        f"Tiêu chí thành phần {code}",
        "Điều tra xã hội học" if surveyed else "Thẩm định",
        {
            "max": most,
            "self": None if surveyed else own,
            "appraised": None if surveyed else score,
            "survey": score if surveyed else None,
            "score": score,
            "last": round(most * 0.7, 2),
        },
    )


def _parent(code: str, name: str, parts: list[Line]) -> Line:
    points = {
        column: round(sum(part.points[column] or 0 for part in parts), 6) for column in POINTS
    }
    return Line(code, name, "", dict(points))


def total(items: Sequence[Line], name: str = "Tổng cộng") -> Line:
    fields = [line for line in items if "." not in line.code]
    return _parent("", name, fields)


def absolute(code: str) -> str:
    return code


def roman(code: str) -> str:
    """Fields in Roman numbers, criteria with their field's number."""
    return _ROMAN[int(code)] if "." not in code else code


def restarting(code: str) -> str:
    """Fields in Roman numbers, criteria from 1 in each field."""
    return _ROMAN[int(code)] if "." not in code else code.partition(".")[2]


_ROMAN = dict(enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII"], start=1))


def write(
    items: Sequence[Line],
    path: Path,
    *,
    columns: Sequence[str] = tuple(TITLES),
    code: Callable[[str], str] = absolute,
    with_total: bool = True,
    total_name: str = "Tổng cộng",
    two_rows: bool = False,
    subtotals: bool = False,
    title: str = "PHIẾU CHẤM ĐIỂM CỦA TỈNH LẠNG SƠN, NĂM 2024 (SỐ LIỆU GIẢ ĐỊNH)",
) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([title])
    sheet.append([])
    _head(sheet, columns, two_rows=two_rows)
    rows = [*items, *([total(items, total_name)] if with_total else [])]
    for line in rows:
        if subtotals and line.code and "." not in line.code and line.code != "1":
            sheet.append([None, "Cộng lĩnh vực trên"])
        sheet.append([_cell(line, column, code) for column in columns])
    sheet.append([None, "Người lập biểu"])
    book.save(path)
    return path


def _head(sheet: Any, columns: Sequence[str], *, two_rows: bool) -> None:
    if not two_rows:
        sheet.append([TITLES[column] for column in columns])
        sheet.append([f"({number})" for number in range(1, len(columns) + 1)])
        return
    below = {
        "max": "Tối đa",
        "self": "Tự chấm",
        "appraised": "Thẩm định",
        "survey": "ĐTXHH",
        "score": "Điểm đạt",
    }
    upper, lower, merged = [], [], False
    for column in columns:
        inside = column in below
        upper.append("Điểm" if inside and not merged else None if inside else TITLES[column])
        lower.append(below.get(column))
        merged = inside
    sheet.append(upper)
    sheet.append(lower)


def _cell(line: Line, column: str, code: Callable[[str], str]) -> Any:
    if column == "code":
        return code(line.code) if line.code else None
    if column in ("name", "assessed"):
        return getattr(line, column) or None
    return line.points.get(column)
