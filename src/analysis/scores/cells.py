"""Cells of a published table, read strictly: a number or a fault, never a guess."""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import unit_set_of
from analysis.reference.files import read_text
from analysis.scores import messages
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import Places

# No scale in use goes beyond 100; a score may exceed its maximum by rounding only.
ROUNDING = 1e-4

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_COMMA_NUMBER = re.compile(r"-?\d+,\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file as text: its name, its header and its rows with their line numbers."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


@dataclass(slots=True)
class Reader:
    """Turns the cells of one sheet into values and collects what is wrong with them."""

    sheet: Sheet
    faults: list[Fault] = field(default_factory=list)

    def number(self, row: int, column: str, text: str, *, most: float | None) -> float:
        """Return a score between 0 and `most`; NaN for an empty or faulty cell."""
        place = Place(file=self.sheet.file, row=row, column=column)
        text = text.strip()
        if not text:
            return math.nan
        if _COMMA_NUMBER.fullmatch(text):
            self.faults.append(messages.DECIMAL_COMMA.at(place, value=text))
            return math.nan
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.faults.append(messages.NOT_A_NUMBER.at(place, value=text))
            return math.nan
        if value < 0 or (most is not None and value > most + ROUNDING):
            limit = "?" if most is None else f"{most:g}"
            self.faults.append(messages.OUT_OF_RANGE.at(place, value=text, maximum=limit))
            return math.nan
        return value

    def whole(self, row: int, column: str, text: str, *, least: int = 1) -> int | None:
        """Return a whole number from `least` on; None for an empty or faulty cell."""
        text = text.strip()
        if not text:
            return None
        if not _WHOLE.fullmatch(text) or int(text) < least:
            place = Place(file=self.sheet.file, row=row, column=column)
            self.faults.append(messages.NOT_WHOLE.at(place, value=text))
            return None
        return int(text)

    def unit(self, row: int, cells: dict[str, str], *, places: Places, unit_set: str) -> str | None:
        """Return the unit's code if the row's code and name agree."""
        code, name = cells["unit_code"].strip(), nfc(cells["unit"])
        province = places.by_code(code, unit_set=unit_set)
        if province is None:
            place = Place(file=self.sheet.file, row=row, column="unit_code")
            self.faults.append(messages.UNIT_UNKNOWN.at(place, value=f"{code} {name}".strip()))
            return None
        named = places.named(name, unit_set=unit_set)
        if named is None or named.code != code:
            place = Place(file=self.sheet.file, row=row, column="unit")
            self.faults.append(
                messages.UNIT_MISMATCH.at(place, code=code, expected=province.name, value=name)
            )
            return None
        return code

    def finish(self) -> None:
        """Raise everything that was found, at once.

        Raises
        ------
        FaultsError
            If any fault is an error.
        """
        if any(fault.severity == "error" for fault in self.faults):
            raise FaultsError(*self.faults)


def stated_set(year: str) -> str:
    """Return the set of provinces of a year as a cell states it; a bad year is told elsewhere."""
    return unit_set_of(int(year)) if _WHOLE.fullmatch(year.strip()) else "63"


def read_sheet(path: Path, *, columns: tuple[str, ...]) -> Sheet:
    """Return a CSV file with at least `columns`, its text in NFC.

    Raises
    ------
    FaultsError
        RF-01 or RF-02 for a file that is missing, empty or not UTF-8; SC-01 for each missing
        column; SC-14 for each row that is longer or shorter than the header, SC-16
        for a file without rows, SC-17 for a repeated column.
    """
    lines = list(csv.reader(read_text(path).splitlines()))
    header = tuple(nfc(title) for title in lines[0])
    faults = [
        messages.COLUMN_MISSING.at(Place(file=path.name, row=1), column=column)
        for column in columns
        if column not in header
    ]
    faults += [
        messages.COLUMN_REPEATED.at(Place(file=path.name, row=1), column=title)
        for title in sorted({title for title in header if header.count(title) > 1})
    ]
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            place = Place(file=path.name, row=number)
            faults.append(messages.ROW_LENGTH.at(place, found=len(cells), expected=len(header)))
            continue
        rows.append((number, dict(zip(header, cells, strict=True))))
    if not rows and not faults:
        faults.append(messages.NO_ROWS.at(Place(file=path.name)))
    if faults:
        raise FaultsError(*faults)
    return Sheet(path.name, header, tuple(rows))
