"""Made-up survey files: titles, forms, and the ways a file may be written."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from analysis.reference.edition_text import read_index
from analysis.scores.sipas import read_survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.scores.sipas import Survey

INDEX = read_index(Path(__file__).parents[2] / "data/raw/reference/editions/sipas.yml")

WORDS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
TITLES = (
    "Mã phiếu",
    "Họ và tên",
    "Số điện thoại",
    "Đơn vị",
    "Lĩnh vực",
    "Nhóm tuổi",
    "Giới tính",
    "access_1: Nơi ngồi chờ có đủ chỗ",
    "access_2",
    "Thủ tục hành chính được niêm yết công khai",
    "Thái độ của công chức",
    "Kết quả giải quyết thủ tục hành chính",
    "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị",
    "Mức độ hài lòng chung",
    "Mong đợi",
    "Ghi chú",
)
QUESTIONS = range(7, 14)
SKIPS = ("Không có phản ánh, kiến nghị", "không góp ý", "0", "99", "")

Row = list[str]


def phone(number: int) -> str:
    return f"0987{number:06d}"


def made(count: int, seed: int = 1) -> list[Row]:
    """Return forms with personal data, numbered and worded answers, and skips."""
    draw = random.Random(seed)
    rows = []
    for number in range(count):
        levels = [draw.choices(range(5), (1, 2, 4, 8, 5))[0] for _ in QUESTIONS]
        numbered = [str(level + 1) for level in levels]
        worded = [WORDS[level] for level in levels]
        rows.append(
            [
                f"P{number:05d}",
                f"Nguyễn Thị Bí Mật {number}",
                phone(number),
                f"Xã Đông {draw.randrange(4)}",
                draw.choice(("Đất đai", "Hộ tịch")),
                draw.choice(("Dưới 25", "25-49", "50-60", "Trên 60")),
                draw.choice(("Nam", "Nữ")),
                *numbered[:2],
                worded[2],
                f"{levels[3] + 1} - {WORDS[levels[3]]}",
                worded[4].lower(),
                draw.choice((numbered[5], numbered[5], draw.choice(SKIPS))),
                worded[6],
                "; ".join(draw.sample(("Thái độ", "Công khai", "Nhanh hơn"), draw.randrange(3))),
                f"gọi lại số {phone(number)}",
            ]
        )
    return rows


def write(
    path: Path,
    rows: Sequence[Sequence[str]],
    *,
    titles: Sequence[str] = TITLES,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([titles, *rows])
    content = text.getvalue()
    if encoding == "cp1258":
        content = for_windows(content)
    path.write_bytes(content.encode(encoding))
    return path


def for_windows(text: str) -> str:
    """Return a text as Windows writes Vietnamese: tone marks stand by themselves."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in tones)
        base = "".join(part for part in parts if part not in tones)
        written.append(unicodedata.normalize("NFC", base) + tone)
    return "".join(written)


def write_book(
    path: Path, rows: Sequence[Sequence[str]], *, titles: Sequence[str] = TITLES
) -> Path:
    """Write a workbook in which whole numbers are numbers."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Phiếu"
    for cells in (titles, *rows):
        sheet.append([int(cell) if cell.isdecimal() and len(cell) < 3 else cell for cell in cells])
    book.save(path)
    return path


def read(path: Path) -> Survey:
    return read_survey(path, index=INDEX)


def survey(
    folder: Path, rows: Sequence[Sequence[str]], titles: Sequence[str] = TITLES, **how: str
) -> Survey:
    return read(write(folder / "khao-sat.csv", rows, titles=titles, **how))
