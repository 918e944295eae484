"""Files from outside are opened within bounds, whatever they claim to be."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from analysis.errors import FaultsError
from analysis.scores.sheets import Limits, as_number, read_grids

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[str, str], str]

_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    made.worksheets[0].append(["một", 1.5, "=1+1"])
    made.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def repacked(path: Path, change: Change, **options: Any) -> Path:
    """Pack a workbook anew, its parts changed by their names."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    with zipfile.ZipFile(path, "w", **options) as package:
        for name, text in parts.items():
            package.writestr(name, change(name, text))
    return path


def inside(part: str, pattern: str, text: str) -> Change:
    return lambda name, xml: re.sub(pattern, text, xml) if name == part else xml


def codes(path: Path, limits: Limits | None = None) -> list[str]:
    with pytest.raises(FaultsError) as refused:
        read_grids(path, limits=limits or Limits())
    return [fault.code for fault in refused.value.faults]


def test_a_sound_workbook_is_read(book: Path) -> None:
    (grid,) = read_grids(book)
    assert grid.rows == (("một", 1.5),)
    assert grid.uncomputed == {(1, 3)}


def test_a_part_packed_in_an_unusual_way_is_not_unpacked(book: Path) -> None:
    path = repacked(book, lambda _, text: text, compression=zipfile.ZIP_BZIP2)
    assert codes(path) == ["SC-22"]


def test_a_part_larger_than_it_claims_is_refused(book: Path) -> None:
    content = bytearray(book.read_bytes())
    for match in re.finditer(rb"PK\x01\x02", content):
        content[match.start() + 24 : match.start() + 28] = (9).to_bytes(4, "little")
    book.write_bytes(content)
    assert codes(book) == ["SC-22"]


@pytest.mark.parametrize(
    "xml",
    [
        f"<!DOCTYPE z><worksheet>{'<v/>' * 260_000}",
        f"<!--{'x' * 1_000_001}--><worksheet>",
        f'<worksheet a="{"x" * 1_000_001}">',
        "<worksheet" + "".join(f' a{n}="1"' for n in range(501)) + ">",
    ],
    ids=["declaration", "remark", "attribute", "attributes"],
)
def test_xml_that_no_workbook_has_is_refused(book: Path, xml: str) -> None:
    whole = xml + "<sheetData/></worksheet>"
    assert codes(repacked(book, inside(_SHEET, r"(?s)^.*$", whole.replace("\\", "")))) == ["SC-22"]


@pytest.mark.parametrize(
    "limits",
    [Limits(elements=20), Limits(formats=20), Limits(cells=1), Limits(letters=2), Limits(sheets=0)],
)
def test_a_workbook_that_holds_too_much_is_refused(book: Path, limits: Limits) -> None:
    assert codes(book, limits) == ["SC-23"]


def test_a_text_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 9, "utf-8")
    assert codes(path, Limits(texts=30)) == ["SC-23"]
    assert codes(path, Limits(cells=17)) == ["SC-23"]
    assert len(read_grids(path, limits=Limits(texts=40, cells=18))[0].rows) == 9


def test_a_part_that_is_listed_again_is_refused(book: Path) -> None:
    def twice(name: str, xml: str) -> str:
        if name == _BOOK:
            return re.sub(r"(<sheet )([^>]*)(r:id=\"\w+\"|/>)", r"\1\2\3", xml)
        again = (
            r"\g<0>"
            + '<Relationship Id="z" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        )
        return re.sub(r"<Relationship [^>]*sheet1.xml[^>]*>", again, xml) if name == _LINKS else xml

    assert codes(repacked(book, twice)) == ["SC-22"]


def test_a_formula_is_seen_wherever_its_sheet_lies(book: Path) -> None:
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    with zipfile.ZipFile(book, "w") as package:
        for name, text in parts.items():
            moved = name.replace("worksheets", "tabellen")
            package.writestr(moved, text.replace("worksheets/", "tabellen/"))
    assert read_grids(book)[0].uncomputed == {(1, 3)}


def test_what_openpyxl_leaves_aside_is_not_told_to_the_user(book: Path) -> None:
    """Provinces' forms have lists to choose from, which openpyxl warns of."""
    extension = '</sheetData><extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'
    assert read_grids(repacked(book, inside(_SHEET, "</sheetData>", extension)))


def test_many_sheets_with_a_cell_far_down_are_read_in_no_time(tmp_path: Path) -> None:
    made = Workbook()
    for number in range(59):
        made.create_sheet(f"S{number}")["A1048576"] = 1
    made.worksheets[0]["A1"] = 1
    made.save(tmp_path / "a.xlsx")
    grids = read_grids(tmp_path / "a.xlsx")
    assert [len(grid.rows) for grid in grids] == [1] + [0] * 59


@pytest.mark.parametrize("cell", ["1e12", 1e300, -(10**400), "9" * 400, float("inf")])
def test_a_number_that_no_table_has_is_not_read(cell: str | float) -> None:
    assert not as_number(cell).readable
    assert as_number("999999999999").value == 999_999_999_999
