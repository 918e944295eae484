"""Which cells of a workbook were merged: all but the first of them are empty in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils import range_boundaries

if TYPE_CHECKING:
    from pathlib import Path

Area = tuple[int, int, int, int]

_BOOK, _TARGETS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def merged_areas(path: Path) -> dict[str, tuple[Area, ...]]:
    """Return the merged cells of each sheet by its name: first row, column, last row, column.

    Only for a workbook that `read_grids` could read: its package is known to be sound and small.
    """
    with ZipFile(path) as package:
        names = set(package.namelist())
        if not {_BOOK, _TARGETS} <= names:
            return {}
        targets = {one.get("Id"): one.get("Target", "") for one in _tree(package, _TARGETS)}
        sheets = {
            one.get("name", ""): _part(targets.get(one.get(_TARGET), ""))
            for one in _tree(package, _BOOK).iter("{*}sheet")
        }
        return {
            name: _areas(_tree(package, part)) for name, part in sheets.items() if part in names
        }


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _tree(package: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False))


def _areas(sheet: etree._Element) -> tuple[Area, ...]:
    found = []
    for one in sheet.iter("{*}mergeCell"):
        left, top, right, bottom = range_boundaries(one.get("ref", ""))
        if left and top and right and bottom:
            found.append((top, left, bottom, right))
    return tuple(found)
