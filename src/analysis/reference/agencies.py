"""Who does what on a given day: functions, and the agencies that carry them."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import messages
from analysis.reference.files import dates_checked, day_or_none, read_rows
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference.places import Province

_AGENCY_COLUMNS = ("code", "name", "kind", "address", "valid_from", "valid_to", "scope")
_NAME_WORDS = re.compile(r"\{(cap_tinh|ten)\}")
_FUNCTION_COLUMNS = ("function", "agency", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Agency:
    """A body as the register holds it.

    `name` may hold ``{cap_tinh}`` (tỉnh or thành phố) and ``{ten}`` (the province's name). `scope`
    is ``unit_set:code`` for a body of one province, empty for all. `proposed` tells that the
    People's Committee may only ask this body (``đề nghị``), not order it.
    """

    code: str
    name: str
    kind: str
    proposed: bool
    valid_from: date | None
    valid_to: date | None
    scope: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A function carried by an agency between two days (inclusive; None is open)."""

    function: str
    agency: Agency
    valid_from: date | None
    valid_to: date | None

    def holds(self, day: date, scope: str) -> bool:
        """Return whether the agency carries the function on `day` in the province `scope`."""
        spans = ((self.valid_from, self.valid_to), (self.agency.valid_from, self.agency.valid_to))
        in_time = all((start or date.min) <= day <= (end or date.max) for start, end in spans)
        return in_time and self.agency.scope in ("", scope)


@dataclass(frozen=True, slots=True)
class Agencies:
    """The register of agencies, asked by function."""

    assignments: tuple[Assignment, ...]

    def functions(self) -> frozenset[str]:
        """Return every function code."""
        return frozenset(item.function for item in self.assignments)

    def check(self, codes: frozenset[str], *, day: date) -> None:
        """Refuse unknown function codes and functions that nobody carries on `day`.

        Raises
        ------
        FaultsError
            One RF-08 (with the nearest codes) or RF-09 for each code.
        """
        faults = [fault for code in sorted(codes) if (fault := self._fault(code, day))]
        if faults:
            raise FaultsError(*faults)

    def carrying(self, function: str, *, day: date, province: Province) -> Agency:
        """Return the agency that carries a function; a province's own body comes first.

        Raises
        ------
        FaultsError
            RF-08 or RF-09.
        """
        self.check(frozenset({function}), day=day)
        scope = f"{province.unit_set}:{province.code}"
        held = [a for a in self.assignments if a.function == function and a.holds(day, scope)]
        return max(held, key=lambda item: item.agency.scope != "").agency

    def _fault(self, code: str, day: date) -> Fault | None:
        held = [item for item in self.assignments if item.function == code]
        if not held:
            close = difflib.get_close_matches(code, sorted(self.functions()), n=3)
            nearest = messages.NEAREST.format(names=", ".join(close)) if close else ""
            return messages.FUNCTION_UNKNOWN.at(code=code, nearest=nearest)
        if not any(item.holds(day, item.agency.scope) for item in held):
            return messages.FUNCTION_VACANT.at(code=code, date=short_date(day))
        return None


@dataclass(frozen=True, slots=True)
class Directory:
    """The register seen from one province on one day: functions in, printed names out."""

    agencies: Agencies
    province: Province
    day: date

    def name(self, function: str) -> str:
        """Return the name to print for a function."""
        agency = self.agencies.carrying(function, day=self.day, province=self.province)
        level = self.province.kind
        return agency.name.format(cap_tinh=level, ten=self.province.name)

    def names(self, functions: tuple[str, ...]) -> tuple[str, ...]:
        """Return the printed names in order, each once (functions may have merged)."""
        return tuple(dict.fromkeys(self.name(function) for function in functions))

    def proposed(self, functions: tuple[str, ...]) -> bool:
        """Return whether the first of these bodies may only be asked, not ordered."""
        first = self.agencies.carrying(functions[0], day=self.day, province=self.province)
        return first.proposed

    def words(self, *, plan_year: int, result_year: int) -> dict[str, str]:
        """Return every word that a task's text may ask for, by placeholder."""
        level = self.province.kind
        words = {function: self.name(function) for function in self.agencies.functions()}
        return words | {
            "ubnd_tinh": f"UBND {level}",
            "chu_tich_ubnd_tinh": f"Chủ tịch UBND {level}",
            "cap_tinh": level,
            "ten_tinh": self.province.full_name(),
            "ten": self.province.name,
            "nam": str(plan_year),
            "nam_ket_qua": str(result_year),
        }


def read_agencies(agencies: Path, functions: Path) -> Agencies:
    """Return the register from its two CSV files.

    Raises
    ------
    FaultsError
        RF-01, RF-02, RF-04, RF-10, RF-11, or an RF-08 for an assignment to an agency that is not
        in the table.
    """
    bodies = read_rows(agencies, columns=_AGENCY_COLUMNS)
    rows = read_rows(functions, columns=_FUNCTION_COLUMNS)
    for found, file in ((bodies, agencies.name), (rows, functions.name)):
        dates_checked(found, file=file, columns=("valid_from", "valid_to"))
    unreadable = [
        messages.PLACEHOLDER_UNKNOWN.at(Place(file=agencies.name, row=number), name=row["name"])
        for number, row in enumerate(bodies, start=2)
        if "{" in _NAME_WORDS.sub("", row["name"]) or "}" in _NAME_WORDS.sub("", row["name"])
    ]
    if unreadable:
        raise FaultsError(*unreadable)
    table = {
        row["code"]: Agency(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            proposed=row["address"] == "propose",
            valid_from=day_or_none(row["valid_from"]),
            valid_to=day_or_none(row["valid_to"]),
            scope=row["scope"],
        )
        for row in bodies
    }
    unknown = {row["agency"] for row in rows} - table.keys()
    if unknown:
        raise FaultsError(
            *(messages.FUNCTION_UNKNOWN.at(code=code, nearest="") for code in sorted(unknown))
        )
    return Agencies(
        tuple(
            Assignment(
                row["function"],
                table[row["agency"]],
                day_or_none(row["valid_from"]),
                day_or_none(row["valid_to"]),
            )
            for row in rows
        )
    )
