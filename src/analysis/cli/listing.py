"""Who is there on a day, as a table or as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from analysis.reference import Agency, Locality, Province
    from analysis.runs.inputs import Register


@dataclass(frozen=True, slots=True)
class Listed:
    """A body, the codes of the functions it carries and of the bodies that take over from it."""

    body: Agency
    functions: tuple[str, ...]
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The bodies there on a day, and a province's districts or communes."""

    day: date
    province: Province | None
    agencies: tuple[Listed, ...]
    localities: tuple[Locality, ...]


def listed(register: Register, *, day: date, province: str | None) -> Listing:
    """Return who is there on a day; without a province the bodies that all provinces have.

    Raises
    ------
    FaultsError
        RF-18 for a day before the register, RF-05 for an unknown province, RF-06 for one that has
        ended, with its successor.
    """
    bodies = register.agencies
    unit = None
    bodies.check(frozenset(), day=day)
    if province is not None:
        unit = register.places.resolve(province, day=day)
        register.places.require_valid(unit, day=day)
    return Listing(
        day=day,
        province=unit,
        agencies=tuple(
            Listed(
                body,
                bodies.carried_by(body, day=day, province=unit),
                tuple(heir.code for heir in bodies.next_after(body, province=unit)),
            )
            for body in bodies.existing(day=day, province=unit)
        ),
        localities=() if unit is None else register.localities.of(unit, day=day),
    )


def as_json(found: Listing) -> str:
    """Return the list as JSON.

    ``date`` (ISO), ``province`` (its name; null for what all provinces have); ``agencies``: each
    ``code``, ``name`` as that province prints it, ``kind``, ``ordered`` (false: may only be asked),
    ``valid_from`` and ``valid_to`` (ISO; null: not known or open), ``aliases``, ``successors``
    (codes), ``functions`` (codes carried that day); ``localities``: each ``code``, ``name`` with
    its kind, ``kind``.
    """
    record = {
        "date": found.day.isoformat(),
        "province": found.province and found.province.name,
        "agencies": [
            {
                "code": item.body.code,
                "name": item.body.printed(found.province),
                "kind": item.body.kind,
                "ordered": not item.body.proposed,
                "valid_from": item.body.valid_from and item.body.valid_from.isoformat(),
                "valid_to": item.body.valid_to and item.body.valid_to.isoformat(),
                "aliases": item.body.other_names(found.province),
                "successors": item.successors,
                "functions": item.functions,
            }
            for item in found.agencies
        ],
        "localities": [
            {"code": unit.code, "name": unit.full_name(), "kind": unit.kind}
            for unit in found.localities
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def as_text(found: Listing) -> str:
    """Return the list as aligned tables, each under its count."""
    count, day = len(found.agencies), short_date(found.day)
    if found.province is None:
        title = messages.AGENCIES_OF_ALL.format(count=count, date=day)
    else:
        name = found.province.full_name()
        title = messages.AGENCIES_OF.format(count=count, province=name, date=day)
    rows = [
        (
            item.body.code,
            item.body.printed(found.province),
            item.body.kind,
            _day(item.body.valid_from),
            _day(item.body.valid_to),
            messages.PROPOSED if item.body.proposed else messages.ORDERED,
            ", ".join(item.successors),
        )
        for item in found.agencies
    ]
    parts = [title, *_table(messages.AGENCY_TITLES, rows)]
    if found.localities:
        units = [(unit.code, unit.full_name(), unit.kind) for unit in found.localities]
        parts += ["", messages.LOCALITIES_OF.format(count=len(units))]
        parts += _table(messages.LOCALITY_TITLES, units)
    return "\n".join(parts)


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return lines whose cells stand under their titles."""
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    ruled = (titles, ["-" * width for width in widths], *rows)
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in ruled
    ]
