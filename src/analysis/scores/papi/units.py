"""The unit that a file means by a name and a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.scores import messages

if TYPE_CHECKING:
    from analysis.errors import Place
    from analysis.reference import Places, Province
    from analysis.scores.papi.readings import Batch


def unit_of(batch: Batch, name: str, code: str, *, place: Place, places: Places) -> Province | None:
    """Return the unit a name and a code mean; what does not fit is one fault.

    The code wins over a name that is not understood, since names vary; a name that means another
    unit than the code is refused.
    """
    unit_set = batch.edition.unit_set
    named = places.named(name, unit_set=unit_set)
    coded = places.coded(code, unit_set=unit_set)
    unit = coded or named
    if unit is None:
        batch.unnamed += 1
        value = name or code
        fault = messages.UNIT_NOT_FOUND.at(place, value=value, nearest=places.nearest(name))
        batch.faults.append(fault)
        return None
    if named is not None and named.code != unit.code:
        batch.claimed |= {named.code, unit.code}
        fault = messages.UNIT_MISMATCH.at(place, code=code, expected=unit.name, value=name)
        batch.faults.append(fault)
        return None
    if code.isdigit() and coded is None:
        batch.faults.append(messages.CODE_UNKNOWN.at(place, code=code, unit=unit.name))
    if name and named is None:
        batch.faults.append(messages.NAME_NOT_UNDERSTOOD.at(place, value=name, unit=unit.name))
    if unit.code in batch.units:
        first = batch.units[unit.code].text()
        batch.faults.append(messages.UNIT_TWICE.at(place, value=unit.name, first=first))
        return None
    batch.units[unit.code] = place
    return unit
