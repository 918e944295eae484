"""Bodies that a plan names in words though they are not there on its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.errors import Place
from analysis.plan import messages
from analysis.reference import COLLECTIVE
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from analysis.errors import Fault
    from analysis.reference import Agency, Directory

_SHORTEST = 8
"""Shorter names (abbreviations) are too often parts of other words."""

# A document keeps the name of the body that issued it.
_CITED = re.compile(r"số [^\s,;]+ (?:ngày [\d/]+|ngày \d+ tháng \d+ năm \d+) của $")


def absent_bodies(strings: Iterable[tuple[str, str]], directory: Directory) -> tuple[Fault, ...]:
    """Return a warning for each body that is named and not there on the plan's date.

    Parameters
    ----------
    strings
        The plan's strings, each with its place in Vietnamese.
    directory
        The register seen from the province on the plan's date.

    Returns
    -------
    tuple of Fault
        PL-10 with the place, and who took over (or, before its time, who is there now). The body
        that issued a cited document keeps its name and is not told.
    """
    present, absent = _names(directory)
    every = "|".join(re.escape(name) for name in sorted((*present, *absent), key=_length))
    pattern = re.compile(rf"(?<!\w)(?:{every})(?!\w)")
    found: dict[tuple[str, str], Fault] = {}
    for where, text in strings:
        for match in pattern.finditer(text):
            name = match.group()
            if name in present or _CITED.search(text[: match.start()]):
                continue
            place = Place(detail=where)
            found[where, name] = messages.BODY_ABSENT.at(
                place,
                name=name,
                date=short_date(directory.day),
                instead=_instead(absent[name], directory),
            )
    return tuple(found.values())


def _length(name: str) -> int:
    return -len(name)


def _names(directory: Directory) -> tuple[frozenset[str], dict[str, Agency]]:
    """Return the names of the bodies there that day, and those of all others by name."""
    agencies, unit, day = directory.agencies, directory.province, directory.day
    here = {body.code for body in agencies.existing(day=day, province=unit)}
    here |= {body.code for body in agencies.bodies if body.scope.central and body.span.holds(day)}
    present = frozenset(
        name for body in agencies.bodies if body.code in here for name in _names_of(body, directory)
    )
    absent = {
        name: body
        for body in agencies.bodies
        if body.code not in here and _is_told(body, day)
        for name in _names_of(body, directory)
        if name not in present
    }
    return present, absent


def _is_told(body: Agency, day: date) -> bool:
    """Return whether a body that is not there is told of.

    Names for several bodies and divisions (``Phòng Kinh tế``, a part of longer names) are not; of
    the ministries the register holds only those that changed. The name of all committees of a
    level to come may be that of some of today's: a city always had ``UBND các xã, phường``.
    """
    ended = body.valid_to is not None and body.valid_to < day
    named = body.kind != COLLECTIVE and not body.name.startswith(messages.DIVISION)
    return named and (ended or not (body.scope.central or body.members))


def _names_of(body: Agency, directory: Directory) -> list[str]:
    names = (body.printed(directory.province), *body.other_names(directory.province))
    return [name for name in names if len(name) >= _SHORTEST and name[0].isupper()]


def _instead(body: Agency, directory: Directory) -> str:
    agencies, day = directory.agencies, directory.day
    where = None if body.scope.central else directory.province
    heirs = agencies.successors_of(body.code, day=day, province=where)
    found = [*heirs, *agencies.before(body, day=day, province=where)]
    names = dict.fromkeys(one.printed(directory.province) for one in found)
    return "; ".join(names) or messages.NOBODY_KNOWN
