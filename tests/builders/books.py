"""Workbooks changed after they were built: faults are planted one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def changed(path: Path, *changes: Callable[[Any], object]) -> Path:
    """Apply each change to the first sheet of a workbook and save it."""
    book = load_workbook(path)
    for change in changes:
        change(book.worksheets[0])
    book.save(path)
    return path
