"""Provinces: 63 until 30 June 2025, 34 since; one resolver for every spelling."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.reference import messages
from analysis.reference.files import date_faults, day_or_none, read_rows
from analysis.vietnamese import fold, short_date

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference.edition_text import UnitSet

# Resolution 202/2025/QH15: 34 provinces from this day.
MERGER = date(2025, 7, 1)

_COLUMNS = (
    "unit_set",
    "code",
    "name",
    "kind",
    "region",
    "valid_from",
    "valid_to",
    "successor",
    "aliases",
)
_PREFIXES = ("thanh pho truc thuoc trung uong ", "thanh pho ", "tp ", "tinh ", "t ")
_SUFFIXES = (" city", " province")
_CODE = re.compile(r"0?(\d{1,2})(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Province:
    """A province under one name, for as long as it is valid.

    Statistical codes changed owner on 1 July 2025, so `unit_set` (``63`` or ``34``) belongs to the
    key; `successor` is the code, in the set of 34, of the unit it became part of.
    """

    unit_set: str
    code: str
    name: str
    kind: str
    region: str
    valid_from: date | None
    valid_to: date | None
    successor: str
    aliases: tuple[str, ...]

    def valid_on(self, day: date) -> bool:
        """Return whether the province exists under this name on `day`."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def full_name(self) -> str:
        """Return the name with its kind, as running text has it."""
        if self.name == "Hồ Chí Minh":
            return "Thành phố Hồ Chí Minh"
        return f"{self.kind} {self.name}"


@dataclass(frozen=True)
class Places:
    """The register of provinces."""

    provinces: tuple[Province, ...]

    def in_set(self, unit_set: str, *, day: date | None = None) -> tuple[Province, ...]:
        """Return a set's provinces by code, under the names valid on `day` (else the first)."""
        found: dict[str, Province] = {}
        for province in self.provinces:
            if province.unit_set == unit_set and (day is None or province.valid_on(day)):
                found.setdefault(province.code, province)
        return tuple(found[code] for code in sorted(found))

    def by_code(self, code: str, *, unit_set: str, day: date | None = None) -> Province | None:
        """Return the province with this statistical code."""
        return next((p for p in self.in_set(unit_set, day=day) if p.code == code), None)

    def named(self, text: str, *, unit_set: str) -> Province | None:
        """Return the province of a set that a name in any usual spelling means.

        With or without accents, blanks, dashes, ``TP.`` or ``Tỉnh``; the register's other names
        (``BR-VT``) count too. Nothing is guessed: a misspelt name means no province.
        """
        return self._named.get((unit_set, _key(text)))

    def named_in(self, text: str, unit_set: str) -> Province | None:
        """Return the province of a set whose name stands in a text, the longest of several."""
        words = f" {fold(text)} "
        found = [p for p in self.in_set(unit_set) if f" {fold(p.name)} " in words]
        return max(found, key=lambda province: len(province.name), default=None)

    def coded(self, text: str, *, unit_set: str) -> Province | None:
        """Return the province of a set that a statistical code means (``1``, ``01``, ``1.0``)."""
        digits = _CODE.fullmatch(text.strip())
        return self._coded.get((unit_set, digits.group(1).zfill(2))) if digits else None

    @cached_property
    def _named(self) -> dict[tuple[str, str], Province]:
        names: dict[tuple[str, str], Province] = {}
        for province in self.provinces:
            for key in _spellings(province):
                names.setdefault((province.unit_set, key), province)
        return names

    @cached_property
    def _coded(self) -> dict[tuple[str, str], Province]:
        codes: dict[tuple[str, str], Province] = {}
        for province in self.provinces:
            codes.setdefault((province.unit_set, province.code), province)
        return codes

    def resolve(self, text: str, *, day: date) -> Province:
        """Return the province that a user means on a day.

        Parameters
        ----------
        text
            A name in any usual spelling (accents or not, ``TP.``, dashes), or a two-digit code.
        day
            The plan's date. A province that has ended by then is still returned, so that its
            results can be shown; `Province.valid_on` tells.

        Raises
        ------
        FaultsError
            RF-05 with the nearest names.
        """
        wanted, code = _key(text), text.strip()
        matches = [p for p in self.provinces if code == p.code or wanted in _spellings(p)]
        if not matches:
            raise FaultsError(messages.PROVINCE_UNKNOWN.at(name=text, nearest=self.nearest(text)))
        valid = [p for p in matches if p.valid_on(day)]
        return valid[0] if valid else max(matches, key=lambda p: p.valid_to or date.max)

    def require_valid(self, province: Province, *, day: date) -> None:
        """Refuse a province that has ended by `day`.

        Raises
        ------
        FaultsError
            RF-06, naming the unit it became part of.
        """
        if province.valid_on(day):
            return
        raise FaultsError(
            messages.PROVINCE_GONE.at(
                name=province.name, date=short_date(day), successor=self.successor_name(province)
            )
        )

    def successor_name(self, province: Province) -> str:
        """Return the name of the unit that a former province became part of."""
        unit = self.by_code(province.successor, unit_set="34")
        return unit.full_name() if unit else province.successor

    def members(self, province: Province) -> tuple[Province, ...]:
        """Return the former provinces that a unit of the set of 34 was made of."""
        if province.unit_set != "34":
            return (province,)
        return tuple(p for p in self.in_set("63") if p.successor == province.code)

    def region_codes(self, province: Province, *, unit_set: str) -> list[str]:
        """Return the codes of a set's provinces in the region of a province, itself included."""
        return [p.code for p in self.in_set(unit_set) if p.region == province.region]

    def nearest(self, text: str) -> str:
        """Return a question that offers the names closest to `text`, empty if none is close."""
        names = {fold(p.name): p.name for p in self.provinces}
        close = difflib.get_close_matches(_bare(text), list(names), n=3)
        if not close:
            return ""
        return messages.NEAREST.format(names=", ".join(names[name] for name in close))


def _bare(text: str) -> str:
    """Return a name without accents, kind of unit and punctuation."""
    folded = fold(text)
    for prefix in _PREFIXES:
        if folded.startswith(prefix):
            folded = folded.removeprefix(prefix)
            break
    for suffix in _SUFFIXES:
        folded = folded.removesuffix(suffix)
    return folded


def _key(text: str) -> str:
    return _bare(text).replace(" ", "")


def _spellings(province: Province) -> set[str]:
    return {_key(name) for name in (province.name, *province.aliases)}


def unit_set_of(year: int) -> UnitSet:
    """Return the set of provinces that the results of a year are given for.

    Examples
    --------
    >>> unit_set_of(2024), unit_set_of(2025)
    ('63', '34')
    """
    return "34" if year >= MERGER.year else "63"


def read_places(path: Path) -> Places:
    """Return the register of provinces from its CSV file.

    Raises
    ------
    FaultsError
        RF-01, RF-02, RF-04, RF-10, RF-15, RF-23.
    """
    rows = read_rows(path, columns=_COLUMNS)
    faults = list(date_faults(rows, file=path.name))
    if faults:
        raise FaultsError(*faults)
    return Places(
        tuple(
            Province(
                unit_set=row["unit_set"],
                code=row["code"],
                name=row["name"],
                kind=row["kind"],
                region=row["region"],
                valid_from=day_or_none(row["valid_from"]),
                valid_to=day_or_none(row["valid_to"]),
                successor=row["successor"],
                aliases=tuple(part for part in row["aliases"].split("; ") if part),
            )
            for row in rows
        )
    )
