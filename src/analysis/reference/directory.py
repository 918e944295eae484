"""The register of agencies seen from one province on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from analysis.reference.agencies import Agencies
    from analysis.reference.bodies import Members
    from analysis.reference.places import Province


@dataclass(frozen=True, slots=True)
class Directory:
    """The register seen from one province on one day: functions in, printed names out."""

    agencies: Agencies
    province: Province
    day: date

    def name(self, function: str) -> str:
        """Return the name to print for a function."""
        agency = self.agencies.carrying(function, day=self.day, province=self.province)
        return agency.printed(self.province)

    def names(self, functions: tuple[str, ...]) -> tuple[str, ...]:
        """Return the printed names in order, each once (functions may have merged)."""
        return tuple(dict.fromkeys(self.name(function) for function in functions))

    def proposed(self, functions: tuple[str, ...]) -> bool:
        """Return whether the first of these bodies may only be asked, not ordered."""
        first = self.agencies.carrying(functions[0], day=self.day, province=self.province)
        return first.proposed

    def stands_in_for(self, function: str) -> str:
        """Return the abolished body whose place the function's carrier takes, empty if none."""
        found = self.agencies.assignment(function, day=self.day, province=self.province)
        return found.stands_in_for

    def members(self, function: str) -> Members:
        """Return who does what a function is given, one by one (see `Agencies.members`)."""
        return self.agencies.members(function, day=self.day, province=self.province)

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
