"""Plans of real provinces, set in Word: what the synthetic plan cannot show."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from analysis.document.render import document_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText

UNITS = (("Lạng Sơn", 2023), ("Hà Tĩnh", 2021), ("TP. Hồ Chí Minh", 2020), ("Cần Thơ", 2026))
HEADING = re.compile(r"^([IVX]+\.|\d+(\.\d+)*\.|\(\d+\)|- Nhiệm vụ, giải pháp)")


@pytest.mark.parametrize(("province", "year"), UNITS)
def test_every_part_of_a_real_plan_names_one_font_and_no_colour(
    real_plan: Callable[[str, int], PlanText], template: Path, province: str, year: int
) -> None:
    data = document_bytes(real_plan(province, year), template=template)
    with ZipFile(BytesIO(data)) as package:
        parts = {n: package.read(n).decode("utf-8") for n in package.namelist()}
    fonts = {
        font
        for text in parts.values()
        for element in re.findall(r"<w:(?:rFonts|font) [^>]*>", text)
        for font in re.findall(r'"([^"]*)"', element)
    }
    assert fonts == {"Times New Roman"}
    assert "theme" not in " ".join(parts)
    for text in parts.values():
        assert "<w:highlight" not in text
        assert "<w:shd" not in text
        assert set(re.findall(r'<w:color w:val="([^"]*)"', text)) <= {"auto", "000000"}


def test_every_unknown_figure_of_a_real_plan_has_its_comment(
    real_plan: Callable[[str, int], PlanText], template: Path
) -> None:
    plan = real_plan("Lạng Sơn", 2023)
    cells = [c for a in plan.appendices for row in a.table.rows for c in row.cells]
    expected = sum(len(paragraph.notes) for paragraph in plan.body)
    expected += sum(cell.note is not None for cell in cells)
    with ZipFile(BytesIO(document_bytes(plan, template=template))) as package:
        comments = package.read("word/comments.xml").decode("utf-8")
    assert comments.count("<w:comment ") == expected > 100


@pytest.mark.office
def test_the_lang_son_plan_prints_without_a_heading_alone(
    real_plan: Callable[[str, int], PlanText],
    template: Path,
    tmp_path: Path,
    office: Callable[[Path], Path],
) -> None:
    out = tmp_path / "lang-son.docx"
    out.write_bytes(document_bytes(real_plan("Lạng Sơn", 2023), template=template))
    printed = subprocess.run(
        ["pdftotext", "-layout", str(office(out)), "-"], capture_output=True, text=True, check=True
    )
    pages = [page for page in printed.stdout.split("\f") if page.strip()]
    assert abs(len(pages) - 38) <= 2
    for page in pages:
        assert not HEADING.match(page.strip().splitlines()[-1].strip())
    tables = [page for page in pages if "Tiêu chí" in page and "Mục tiêu" in page]
    assert len(tables) >= 9
