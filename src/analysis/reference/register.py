"""Reading the register of agencies and functions; everything wrong with it is told at once."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import messages
from analysis.reference.agencies import Agencies
from analysis.reference.bodies import CENTRAL, TIERS, Agency, Assignment, Scope, Span, role_of
from analysis.reference.files import date_faults, day_or_none, read_rows
from analysis.reference.naming import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AGENCY_COLUMNS = (
    "code",
    "name",
    "short_names",
    "kind",
    "level",
    "address",
    "valid_from",
    "valid_to",
    "successors",
    "scope",
    "members",
    "belongs_to",
)
_FUNCTION_COLUMNS = (
    "function",
    "description",
    "agency",
    "valid_from",
    "valid_to",
    "scope",
    "stands_in_for",
)
_ALLOWED: dict[str, tuple[str, ...]] = {
    "level": ("tỉnh", "huyện", "xã", "khu vực", "liên xã", "các cấp", "trung ương"),
    "address": ("order", "propose"),
}
_NAME_WORDS = re.compile(r"\{(cap_tinh|ten)\}")
_SCOPE = re.compile(rf"!?(63|34):\d\d|{CENTRAL}")


def read_agencies(agencies: Path, functions: Path) -> Agencies:
    """Return the register from its two CSV files.

    Raises
    ------
    FaultsError
        RF-01, RF-02, RF-04, RF-23; then, of both files together, RF-10, RF-11, RF-13 to RF-17.
    """
    bodies = read_rows(agencies, columns=_AGENCY_COLUMNS)
    rows = read_rows(functions, columns=_FUNCTION_COLUMNS)
    faults = [
        *_cell_faults(bodies, file=agencies.name),
        *_date_and_scope_faults(bodies, file=agencies.name),
        *_date_and_scope_faults(rows, file=functions.name),
        *_code_faults(bodies, rows, files=(agencies.name, functions.name)),
    ]
    if faults:
        raise FaultsError(*faults)
    table = {row["code"]: _agency(row) for row in bodies}
    faults = [*_cycles(table, file=agencies.name), *_clashes(table, file=agencies.name)]
    if faults:
        raise FaultsError(*faults)
    assignments = tuple(_assignment(row, table) for row in rows)
    return Agencies(assignments, tuple(table.values()))


def _agency(row: dict[str, str]) -> Agency:
    return Agency(
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        level=row["level"],
        proposed=row["address"] == "propose",
        span=_span(row),
        scope=Scope(_listed(row["scope"])),
        aliases=_listed(row["short_names"]),
        successors=_listed(row["successors"]),
        members=_listed(row["members"]),
        belongs_to=_listed(row["belongs_to"]),
    )


def _assignment(row: dict[str, str], table: dict[str, Agency]) -> Assignment:
    return Assignment(
        function=row["function"],
        description=row["description"],
        agency=table[row["agency"]],
        span=_span(row),
        scope=Scope(_listed(row["scope"])),
        stands_in_for=row["stands_in_for"],
    )


def _span(row: dict[str, str]) -> Span:
    return Span(day_or_none(row["valid_from"]), day_or_none(row["valid_to"]))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _cell_faults(bodies: list[dict[str, str]], *, file: str) -> Iterator[Fault]:
    """Yield placeholders nobody can fill and values that are not allowed."""
    known = {row["kind"] for row in bodies} | {role_of(row["code"]) for row in bodies} | {*TIERS}
    for number, row in enumerate(bodies, start=2):
        for name in (row["name"], *_listed(row["short_names"])):
            if set("{}") & set(_NAME_WORDS.sub("", name)):
                yield messages.PLACEHOLDER_UNKNOWN.at(Place(file=file, row=number), name=name)
        for column, allowed in _ALLOWED.items():
            if row[column] not in allowed:
                yield _not_allowed(row, column, row[column], allowed, place=(file, number))
        for column in ("members", "belongs_to"):
            for word in _listed(row[column]):
                if word not in known:
                    words = (*TIERS, messages.KIND_OR_ROLE)
                    yield _not_allowed(row, column, word, words, place=(file, number))


def _not_allowed(
    row: dict[str, str],
    column: str,
    value: str,
    allowed: tuple[str, ...],
    *,
    place: tuple[str, int],
) -> Fault:
    where = Place(file=place[0], row=place[1], column=column, detail=row["code"])
    return messages.VALUE_NOT_ALLOWED.at(where, value=value, allowed=", ".join(allowed))


def _date_and_scope_faults(rows: list[dict[str, str]], *, file: str) -> Iterator[Fault]:
    yield from date_faults(rows, file=file)
    for number, row in enumerate(rows, start=2):
        words = _listed(row["scope"])
        mixed = len({word.startswith("!") for word in words}) > 1
        if mixed or any(not _SCOPE.fullmatch(word) for word in words):
            place = Place(file=file, row=number, column="scope")
            yield messages.SCOPE_INVALID.at(place, value=row["scope"])


def _code_faults(
    bodies: list[dict[str, str]], rows: list[dict[str, str]], *, files: tuple[str, str]
) -> Iterator[Fault]:
    """Yield codes that stand twice, and codes that no body has."""
    codes = Counter(row["code"] for row in bodies)
    for number, row in enumerate(bodies, start=2):
        place = Place(file=files[0], row=number)
        if codes[row["code"]] > 1:
            yield messages.CODE_TWICE.at(place, code=row["code"])
        for code in _listed(row["successors"]):
            if code not in codes:
                yield messages.CODE_UNKNOWN.at(place, code=code)
    for number, row in enumerate(rows, start=2):
        if row["agency"] not in codes:
            yield messages.CODE_UNKNOWN.at(Place(file=files[1], row=number), code=row["agency"])


def _cycles(table: dict[str, Agency], *, file: str) -> Iterator[Fault]:
    """Yield each chain of successors that comes back to where it began, once."""
    told: set[str] = set()
    for code in table:
        chain = _way_back(code, table)
        if chain and not told & set(chain):
            told |= set(chain)
            yield messages.SUCCESSOR_CYCLE.at(Place(file=file), chain=" → ".join((*chain, code)))


def _way_back(start: str, table: dict[str, Agency]) -> tuple[str, ...]:
    ways: list[tuple[str, ...]] = [(start,)]
    seen = set()
    while ways:
        way = ways.pop()
        for code in table[way[-1]].successors:
            if code == start:
                return way
            if code not in seen:
                seen.add(code)
                ways.append((*way, code))
    return ()


def _clashes(table: dict[str, Agency], *, file: str) -> Iterator[Fault]:
    """Yield bodies that would fill one role, or answer to one name, on the same day and place."""
    holders: dict[tuple[str, str], list[Agency]] = {}
    for body in table.values():
        holders.setdefault(("role", body.role), []).append(body)
        for spelling in spellings(body, None):
            holders.setdefault(("name", spelling), []).append(body)
    for (what, value), bodies in holders.items():
        for number, one in enumerate(bodies):
            for other in bodies[number + 1 :]:
                if _meet(one, other) and (what == "role" or one.role != other.role):
                    yield messages.BODIES_CLASH.at(
                        Place(file=file), one=one.code, other=other.code, value=value
                    )


def _meet(one: Agency, other: Agency) -> bool:
    """Return whether two bodies stand side by side; a province's own replaces the general one."""
    if one.role == other.role and one.scope.local != other.scope.local:
        return False
    return one.span.meets(other.span) and one.scope.meets(other.scope)
