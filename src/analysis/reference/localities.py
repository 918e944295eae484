"""Districts until 30 June 2025, communes, wards and special zones since."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import messages
from analysis.reference.bodies import Span, unit_of
from analysis.reference.files import date_faults, day_or_none, read_rows
from analysis.reference.places import MERGER
from analysis.vietnamese import fold, nfc, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from analysis.reference.places import Province

DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố")
COMMUNE_KINDS = ("xã", "phường", "đặc khu")
_LAST_DAY = MERGER - timedelta(days=1)
_COLUMNS = ("code", "name", "kind", "province_code", "valid_from", "valid_to")
_COMMITTEE = re.compile(r"^(ubnd|ủy ban nhân dân|uy ban nhan dan)[\s-]+")
_SHORT_KINDS = {
    "h": "huyện",
    "q": "quận",
    "tx": "thị xã",
    "tp": "thành phố",
    "x": "xã",
    "p": "phường",
}
_SHORT_KIND = re.compile(rf"^({'|'.join(_SHORT_KINDS)})(?:\.\s*|[\s-]+)")


@dataclass(frozen=True, slots=True)
class Locality:
    """A unit below the province: of the set of 63 provinces a district, of 34 a commune.

    `successor` is ``unit_set:code`` of what followed: the district that took it in, or the province
    among whose communes its area lies since 1 July 2025; empty if it still stands.
    """

    code: str
    name: str
    kind: str
    unit_set: str
    province_code: str
    valid_from: date | None
    valid_to: date | None
    successor: str = ""

    def valid_on(self, day: date) -> bool:
        """Return whether it is there on `day`."""
        return Span(self.valid_from, self.valid_to).holds(day)

    def full_name(self) -> str:
        """Return the name with its kind, as running text has it: ``huyện Bình Gia``."""
        return f"{self.kind} {self.name}"

    def people_committee(self) -> str:
        """Return its People's Committee: ``UBND huyện Bình Gia``."""
        return f"UBND {self.full_name()}"


@dataclass(frozen=True)
class Localities:
    """The register of districts and communes."""

    units: tuple[Locality, ...] = ()

    def of(self, province: Province, *, day: date) -> tuple[Locality, ...]:
        """Return a province's districts, from 1 July 2025 its communes, that are there on `day`.

        By code. A province of the set of 34 has none before that day, one of the set of 63 none
        after it.
        """
        found = self._by_province.get(unit_of(province) or "", ())
        return tuple(unit for unit in found if unit.valid_on(day))

    def named(self, text: str, *, province: Province, day: date) -> Locality:
        """Return the locality that ``Bình Gia``, ``UBND huyện Bình Gia`` or ``binh-gia`` means.

        Case, accents and dashes do not count as long as only one locality is meant; a kind that is
        stated must be its kind.

        Raises
        ------
        FaultsError
            RF-24 with the nearest names, RF-25 when several are meant; for one that is not there
            that day RF-26 (the districts have ended), RF-30 (a district that ended before, with
            what followed) or RF-31 (communes are known from 1 July 2025 on).
        """
        here = self.of(province, day=day)
        found = _meant(text, here)
        if len(found) == 1:
            return found[0]
        where = province.full_name()
        if found:
            names = ", ".join(f"{unit.full_name()} ({unit.code})" for unit in found)
            raise FaultsError(
                messages.LOCALITY_AMBIGUOUS.at(name=text, province=where, names=names)
            )
        if absent := list(self._absences(text, province=province, day=day)):
            raise FaultsError(*absent)
        raise FaultsError(
            messages.LOCALITY_UNKNOWN.at(
                name=text, province=where, date=short_date(day), nearest=_nearest(text, here)
            )
        )

    def _absences(self, text: str, *, province: Province, day: date) -> Iterator[Fault]:
        """Yield why a locality that is known is not there on `day`."""
        districts = [unit for unit in self.units if unit_of(province) in self._owners(unit)]
        known = _meant(text, districts)
        if day >= MERGER:
            for unit in known:
                yield messages.DISTRICTS_ENDED.at(name=unit.full_name(), end=short_date(_LAST_DAY))
            return
        for unit in known:
            heir = self._heir(unit)
            yield messages.DISTRICT_ENDED.at(
                name=unit.full_name(),
                end=short_date(unit.valid_to or _LAST_DAY),
                successor=heir.full_name() if heir else messages.SUCCESSORS_UNKNOWN,
            )
        if not known:
            for unit in _meant(text, self._by_province.get(f"34:{province.successor}", ())):
                name, start = unit.full_name(), short_date(MERGER)
                yield messages.LOCALITY_TO_COME.at(name=name, start=start)

    def _heir(self, district: Locality) -> Locality | None:
        """Return the district that took in one which ended before the level did."""
        return self._districts.get(district.successor.removeprefix("63:"))

    def _owners(self, unit: Locality) -> tuple[str, ...]:
        """Return the former province of a district, and the one in which its area lies since."""
        if unit.unit_set != "63":
            return ()
        return f"63:{unit.province_code}", (self._heir(unit) or unit).successor

    @cached_property
    def _districts(self) -> dict[str, Locality]:
        return {unit.code: unit for unit in self.units if unit.unit_set == "63"}

    @cached_property
    def _by_province(self) -> dict[str, list[Locality]]:
        found: dict[str, list[Locality]] = {}
        for unit in sorted(self.units, key=lambda unit: unit.code):
            found.setdefault(f"{unit.unit_set}:{unit.province_code}", []).append(unit)
        return found


def _meant(text: str, units: Sequence[Locality]) -> list[Locality]:
    """Return the localities that a text may mean: by code, as spelt, or without its accents."""
    bare = _without_prefix(text)
    coded = [unit for unit in units if unit.code == bare]
    spelt = [unit for unit in units if _is(bare, unit, lambda name: nfc(name).lower())]
    return coded or spelt or [unit for unit in units if _is(bare, unit, _key)]


def _is(text: str, unit: Locality, form: Callable[[str], str]) -> bool:
    return form(text) in (form(unit.full_name()), form(unit.name))


def _key(text: str) -> str:
    return fold(text).replace(" ", "")


def _without_prefix(text: str) -> str:
    """Return a name without ``UBND``, its kind written out."""
    bare = _COMMITTEE.sub("", nfc(text).lower())
    return _SHORT_KIND.sub(lambda found: f"{_SHORT_KINDS[found.group(1)]} ", bare)


def _nearest(text: str, units: Sequence[Locality]) -> str:
    names: dict[str, list[str]] = {}
    for unit in units:
        for name in (unit.name, unit.full_name()):
            names.setdefault(fold(name), []).append(unit.full_name())
    close = difflib.get_close_matches(fold(_without_prefix(text)), list(names), n=5)
    unique = list(dict.fromkeys(name for key in close for name in names[key]))[:3]
    return messages.NEAREST.format(names=", ".join(unique)) if unique else ""


def read_localities(districts: Path, communes: Path) -> Localities:
    """Return the register of localities from its two CSV files.

    Raises
    ------
    FaultsError
        RF-01, RF-02, RF-04, RF-23; then, of both files together, RF-10, RF-13, RF-14, RF-16.
    """
    tables = (
        (districts, read_rows(districts, columns=(*_COLUMNS, "successor")), DISTRICT_KINDS, "63"),
        (communes, read_rows(communes, columns=_COLUMNS), COMMUNE_KINDS, "34"),
    )
    faults = [
        fault for path, rows, kinds, _ in tables for fault in _faults(rows, path.name, kinds=kinds)
    ]
    if faults:
        raise FaultsError(*faults)
    return Localities(
        tuple(_locality(row, unit_set) for _, rows, _, unit_set in tables for row in rows)
    )


def _locality(row: dict[str, str], unit_set: str) -> Locality:
    return Locality(
        code=row["code"],
        name=row["name"].removeprefix(f"{row['kind']} "),
        kind=row["kind"],
        unit_set=unit_set,
        province_code=row["province_code"],
        valid_from=day_or_none(row["valid_from"]),
        valid_to=day_or_none(row["valid_to"]),
        successor=row.get("successor", ""),
    )


def _faults(rows: list[dict[str, str]], file: str, *, kinds: tuple[str, ...]) -> Iterator[Fault]:
    yield from date_faults(rows, file=file)
    codes: set[str] = set()
    for number, row in enumerate(rows, start=2):
        code, kind, name = row["code"], row["kind"], row["name"]
        if code in codes:
            yield messages.CODE_TWICE.at(Place(file=file, row=number), code=code)
        codes.add(code)
        if kind not in kinds:
            place = Place(file=file, row=number, column="kind")
            yield messages.VALUE_NOT_ALLOWED.at(place, value=kind, allowed=", ".join(kinds))
        elif not name.startswith(f"{kind} "):
            place = Place(file=file, row=number, column="name")
            yield messages.NAME_WITHOUT_KIND.at(place, name=name, kind=kind)
    districts = {f"63:{code}" for code in codes}
    for number, row in enumerate(rows, start=2):
        heir = row.get("successor", "")
        if heir.startswith("63:") and heir not in districts:
            place = Place(file=file, row=number, column="successor")
            yield messages.CODE_UNKNOWN.at(place, code=heir)
