"""The printed pages, as LibreOffice lays them out."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from analysis.document import render_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText


def pages_of(pdf: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.split("\f")[:-1]


def page_number(page: str) -> str:
    first = next((line.strip() for line in page.splitlines() if line.strip()), "")
    return first if first.isdigit() else ""


@pytest.fixture
def pages(
    plan: PlanText, template: Path, tmp_path: Path, office: Callable[[Path], Path]
) -> list[str]:
    out = tmp_path / "ke-hoach.docx"
    render_plan(plan, template=template, out=out)
    return pages_of(office(out))


@pytest.mark.office
def test_pages_are_numbered_from_one_in_each_part_with_the_first_hidden(pages: list[str]) -> None:
    parts: list[list[str]] = []
    for page in pages:
        if not page_number(page):
            parts.append([])
        parts[-1].append(page_number(page))
    assert len(parts) == 4
    for part in parts:
        assert part == ["", *map(str, range(2, len(part) + 1))]
    assert len(parts[0]) >= 4


@pytest.mark.office
def test_the_header_row_repeats_and_no_page_is_empty(pages: list[str]) -> None:
    first = next(i for i, page in enumerate(pages) if "Phụ lục I\n" in page)
    for page in pages[first:]:
        assert "STT" in page
    assert all(len(page.split()) > 10 for page in pages)


@pytest.mark.office
def test_the_signature_stands_beside_the_recipients_below_the_last_words(pages: list[str]) -> None:
    (page,) = (page for page in pages if "Nơi nhận:" in page)
    (line,) = (line for line in page.splitlines() if "Nơi nhận:" in line)
    assert line.split("Nơi nhận:")[1].strip() == "TM. ỦY BAN NHÂN DÂN"
    assert "./." in page


@pytest.mark.office
def test_a_template_that_libreoffice_saved_still_works(
    plan: PlanText, template: Path, tmp_path: Path, office: Callable[..., Path]
) -> None:
    render_plan(plan, template=office(template, to="docx"), out=tmp_path / "ke-hoach.docx")
    with ZipFile(tmp_path / "ke-hoach.docx") as package:
        names = package.namelist()
        fonts = re.findall(r'w:ascii="([^"]*)"', package.read("word/styles.xml").decode("utf-8"))
    assert len(set(names)) == len(names)
    assert set(fonts) == {"Times New Roman"}


@pytest.mark.office
def test_a_plan_without_appendices_is_one_page(
    small_plan: PlanText, template: Path, tmp_path: Path, office: Callable[[Path], Path]
) -> None:
    out = tmp_path / "nho.docx"
    render_plan(small_plan, template=template, out=out)
    (page,) = pages_of(office(out))
    assert "Nội dung kế hoạch./." in page
