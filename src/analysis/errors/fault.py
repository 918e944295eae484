"""A fault: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault sits; whatever does not apply stays empty.

    Parameters
    ----------
    file
        The file's name as its user knows it, not a path of the machine.
    sheet, row, column
        The sheet of a workbook, the row as a spreadsheet counts it (1 = first), the column's
        title or letter.
    detail
        Anything else that leads there: a paragraph, a heading, a key of a YAML file.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    detail: str = ""

    def text(self) -> str:
        """Return the place in Vietnamese, outermost part first.

        Examples
        --------
        >>> Place(file="papi_2022.csv", row=5, column="1.2").text()
        'tệp papi_2022.csv, dòng 5, cột 1.2'
        """
        parts = (
            self.file and f"tệp {self.file}",
            self.sheet and f"trang tính {self.sheet}",
            self.row is not None and f"dòng {self.row}",
            self.column and f"cột {self.column}",
            self.detail,
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Parameters
    ----------
    code
        A stable short name, such as ``SC-03``, by which a script can tell faults apart.
    what
        What was found, with the value that came.
    remedy
        What to do about it.
    place
        Where it is.
    severity
        An ``error`` stops the work; a ``warning`` is shown and kept in the manifest.
    """

    code: str
    what: str
    remedy: str
    place: Place = Place()
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class FaultText:
    """An entry of a room's message table, from which faults are made.

    Examples
    --------
    >>> missing = FaultText("SC-01", "Thiếu cột “{column}”.", "Thêm cột “{column}” vào dòng đầu.")
    >>> missing.at(Place(file="a.csv"), column="1.1").what
    'Thiếu cột “1.1”.'
    """

    code: str
    what: str
    remedy: str
    severity: Severity = "error"

    def at(self, place: Place = Place(), **values: object) -> Fault:
        """Return the fault at `place`, its two sentences filled with `values`."""
        return Fault(
            code=self.code,
            what=self.what.format(**values),
            remedy=self.remedy.format(**values),
            place=place,
            severity=self.severity,
        )


class FaultsError(Exception):
    """The one exception for bad input: it carries every fault that was found.

    Parameters
    ----------
    faults
        At least one fault of severity ``error``.
    """

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.what for fault in faults))
        self.faults = faults
