"""Who does what a function is given, read from the tables alone: a second opinion for tests.

It shares no code with the register: a province on a day, the rows of agencies.csv, functions.csv,
districts.csv and communes.csv, and the rules that data/raw/README.md states.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, str]

WITH_A_PLAN = {"sở", "ban", "văn phòng", "thanh tra"}
TIERS = {"districts", "communes"}


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(";") if word.strip()]


def role(code: str) -> str:
    return code.split(".", maxsplit=1)[0]


@dataclass(frozen=True)
class Reached:
    """The codes of bodies that make a plan, whether localities do too, and the codes of others."""

    planning: frozenset[str]
    local: bool
    others: frozenset[str]


@dataclass(frozen=True)
class Expansion:
    """The tables of one folder seen from a province (``63:20``) on a day."""

    folder: Path
    province: str
    day: date

    def reached(self, function: str) -> Reached:
        """Return whom a function means; a function that no table holds means nobody."""
        body = self._carrier(function)
        if body is None:
            return Reached(frozenset(), local=False, others=frozenset({function}))
        named = words(body["members"])
        if not named and any(not self._is_role(word) for word in words(body["belongs_to"])):
            named = words(body["belongs_to"])
        if not named and body["kind"] == "tập thể":
            return Reached(frozenset(), local=False, others=frozenset({function}))
        bodies = self._members(named) if named else [body]
        whole = [self._whole(one) for one in bodies]
        planning = {one["code"] for one in whole if _makes_a_plan(one)}
        return Reached(
            frozenset(planning),
            local=bool(TIERS & set(named)),
            others=frozenset({one["code"] for one in whole} - planning),
        )

    @cached_property
    def localities(self) -> tuple[str, ...]:
        """The codes of the districts or communes there."""
        unit_set, code = self.province.split(":")
        file = "districts.csv" if unit_set == "63" else "communes.csv"
        rows = table(self.folder / file)
        return tuple(
            sorted(r["code"] for r in rows if r["province_code"] == code and self._holds(r))
        )

    def _carrier(self, function: str) -> Row | None:
        by_code = {row["code"]: row for row in self._agencies}
        held = [
            row
            for row in self._functions
            if row["function"] == function
            and self._here(row)
            and self._holds(by_code[row["agency"]])
        ]
        for row in [*(r for r in held if _local(r)), *(r for r in held if not _local(r))]:
            if (body := self._filling(role(row["agency"]))) is not None:
                return body
        return None

    def _members(self, named: list[str]) -> list[Row]:
        return [
            body
            for body in self._existing
            if role(body["code"]) in named
            or (
                body["kind"] in named
                and not body["belongs_to"]
                and body["level"] in ("tỉnh", "khu vực")
            )
        ]

    def _whole(self, body: Row) -> Row:
        owners = words(body["belongs_to"])
        return next((one for one in self._existing if role(one["code"]) in owners), body)

    @cached_property
    def _existing(self) -> list[Row]:
        roles = dict.fromkeys(role(row["code"]) for row in self._agencies)
        filled = [self._filling(one) for one in roles]
        return [body for body in filled if body is not None and body["kind"] != "tập thể"]

    def _filling(self, wanted: str) -> Row | None:
        there = [r for r in self._agencies if role(r["code"]) == wanted and self._here(r)]
        return next((row for row in there if _local(row)), there[0] if there else None)

    def _is_role(self, word: str) -> bool:
        return any(role(row["code"]) == word for row in self._agencies)

    def _here(self, row: Row) -> bool:
        scope = words(row["scope"])
        covered = self.province in scope if _local(row) else f"!{self.province}" not in scope
        return covered and self._holds(row)

    def _holds(self, row: Row) -> bool:
        start, end = row["valid_from"] or "0001-01-01", row["valid_to"] or "9999-12-31"
        return date.fromisoformat(start) <= self.day <= date.fromisoformat(end)

    @cached_property
    def _agencies(self) -> list[Row]:
        return table(self.folder / "agencies.csv")

    @cached_property
    def _functions(self) -> list[Row]:
        return table(self.folder / "functions.csv")


def _local(row: Row) -> bool:
    return any(not word.startswith("!") for word in words(row["scope"]))


def _makes_a_plan(body: Row) -> bool:
    return body["kind"] in WITH_A_PLAN and body["address"] == "order"
