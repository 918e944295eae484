"""Departments, districts and communes as the issuers of plans of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.mandate import Body
from analysis.vietnamese import capitalised

if TYPE_CHECKING:
    from analysis.plan.mandate import Level
    from analysis.plan.study import Study
    from analysis.reference import Agency, Division, Divisions, Locality

_LINE = 27
"""Letters of a department's name that go on one line of the letterhead."""

_SYMBOL = re.compile(r"^[A-ZĐ][A-Za-zĐđ]*$")


def department(agency: Agency, study: Study, *, divisions: Divisions) -> Body:
    """Return a department as an issuer.

    Parameters
    ----------
    agency
        The department, there on the plan's date.
    study
        The province's study: names and date.
    divisions
        The divisions that departments have named.
    """
    name = agency.printed(study.unit)
    named = divisions_of(divisions, "department", agency.kind, agency.code, study)
    head = next(
        (title for start, title in messages.HEADS.items() if name.startswith(start)),
        messages.HEADS[""],
    )
    is_so = name.startswith(messages.SO)
    return Body(
        code=agency.code,
        name=name,
        level="department",
        place="",
        issuer=_lines(name.replace(messages.UBND, messages.COMMITTEE_NAME).upper()),
        superior=messages.SUPERIOR.format(unit=study.unit.full_name()).upper(),
        seat=seat_of(study.unit.name),
        symbol=_symbol(agency, name),
        head=head,
        focal=_focal(named) or (messages.OFFICE_OF_SO if is_so else messages.OFFICE),
        units=(messages.UNITS_OF_SO if is_so else messages.UNITS).format(name=name),
        below="",
    )


def locality(unit: Locality, study: Study, *, divisions: Divisions) -> Body:
    """Return a district or commune as an issuer; its People's Committee has no superior line."""
    level: Level = "district" if unit.unit_set == "63" else "commune"
    named = divisions_of(divisions, level, unit.kind, unit.code, study)
    place = unit.full_name()
    return Body(
        code=unit.code,
        name=unit.people_committee(),
        level=level,
        place=place,
        issuer=(messages.ISSUER, place.upper()),
        superior="",
        seat=seat_of(unit.name, kind=unit.kind),
        symbol="UBND",
        head=messages.CHAIR_OF.format(kind=unit.kind),
        focal=_focal(named) or messages.OFFICE_OF_LOCALITY,
        units=messages.UNITS_OF_LOCALITY.format(kind=unit.kind),
        below=messages.BELOW[unit.kind],
    )


def seat_of(name: str, *, kind: str = "") -> str:
    """Return the place name before the date; numbers and Hồ Chí Minh are written in full.

    Decree 30/2020/NĐ-CP, Annex I, II.4.a.

    Examples
    --------
    >>> seat_of("Bình Gia", kind="huyện"), seat_of("5", kind="phường")
    ('Bình Gia', 'Phường 5')
    """
    if name == "Hồ Chí Minh":
        return messages.HO_CHI_MINH
    return capitalised(f"{kind} {name}") if name[:1].isdigit() else name


def divisions_of(
    divisions: Divisions, level: Level, kind: str, code: str, study: Study
) -> tuple[Division, ...]:
    """Return the divisions of one body on the plan's date."""
    unit = study.unit
    key = f"{unit.unit_set}:{unit.code}/{code}"
    return divisions.of(level=level, kind=kind, body=key, day=study.day)


def _focal(divisions: tuple[Division, ...]) -> str:
    return next((row.division for row in divisions if row.focal), "")


def _symbol(agency: Agency, name: str) -> str:
    """Return the abbreviation in a plan's number: the register's, else the words' initials."""
    known = [alias for alias in agency.aliases if _SYMBOL.match(alias)]
    if known:
        return known[0]
    words = [word for word in re.split(r"[\s,-]+", name) if word and word != messages.AND]
    return "".join(word[0].upper() for word in words)


def _lines(name: str) -> tuple[str, ...]:
    """Return a name on one line, or on two of about the same length.

    Examples
    --------
    >>> _lines("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
    ('SỞ LAO ĐỘNG - THƯƠNG BINH', 'VÀ XÃ HỘI')
    """
    if len(name) <= _LINE:
        return (name,)
    words = name.split(" ")
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [cut for cut in cuts if len(cut[0]) <= _LINE and len(cut[1]) <= _LINE]
    starts = (messages.AND.upper(), messages.COMMITTEE_NAME.upper())
    better = [cut for cut in fitting if cut[1].startswith(starts)]
    return min(better or fitting or cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])))
