"""The names of bodies: every usual way to write one, and what to say of one that is not there."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from analysis.reference import messages
from analysis.reference.bodies import unit_of
from analysis.vietnamese import capitalised, fold, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from analysis.errors import Fault
    from analysis.reference.agencies import Agencies
    from analysis.reference.bodies import Agency
    from analysis.reference.places import Province

# What plans write out or shorten at will, folded.
_SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("uy ban mat tran to quoc", "ubmttq"),
    ("uy ban mttq", "ubmttq"),
    ("mat tran to quoc", "mttq"),
    ("hoi dong nhan dan", "hdnd"),
    ("dai bieu quoc hoi", "dbqh"),
    ("van phong", "vp"),
    ("trung tam", "tt"),
    ("thanh pho", "tp"),
    ("quan ly", "ql"),
)
_KINDS = ("tỉnh", "thành phố")


def key(text: str) -> str:
    """Return a body's name in the form in which names are compared.

    Examples
    --------
    >>> key("Sở LĐTB&XH") == key("Sở LĐ-TB & XH")
    True
    >>> key("Ủy ban nhân dân các huyện, thành phố") == key("UBND các huyện, TP")
    True
    """
    words = f" {fold(text)} ".replace(" va ", " ")
    for written_out, short in _SHORT:
        words = words.replace(f" {written_out} ", f" {short} ")
    return words.strip().removeprefix("cac ").replace(" ", "")


def spellings(body: Agency, province: Province | None) -> set[str]:
    """Return the keys of a body's code, name and aliases; without a province no ``{ten}``."""
    ten = "" if province is None else province.name
    names = (
        text.format(cap_tinh=kind, ten=ten)
        for text in (body.name, *body.aliases)
        for kind in _KINDS
        if ten or "{ten}" not in text
    )
    return {key(body.code), *map(key, names)}


def matching(text: str, bodies: Iterable[Agency], province: Province | None) -> list[Agency]:
    """Return the bodies of all times and places that a text may mean."""
    wanted = {key(text)}
    if province is not None:
        tails = (key(province.full_name()), key(province.name))
        wanted |= {key(text).removesuffix(tail) for tail in tails}
    return [body for body in bodies if wanted & spellings(body, province)]


def nearest_names(text: str, bodies: Iterable[Agency], province: Province | None) -> str:
    """Return a question that offers the names closest to `text`, empty if none is close."""
    names = {
        spelling: body.printed(province)
        for body in bodies
        for spelling in spellings(body, province)
    }
    close = difflib.get_close_matches(key(text), list(names), n=5)
    unique = list(dict.fromkeys(names[spelling] for spelling in close))[:3]
    return messages.NEAREST.format(names=", ".join(unique)) if unique else ""


def fault_of_absence(
    agencies: Agencies, known: Sequence[Agency], *, day: date, province: Province | None
) -> Fault:
    """Return why a known body cannot be named on `day`, and whom to name instead."""
    unit = unit_of(province)
    here = [body for body in known if body.scope.covers(unit)]
    ended = [body for body in here if body.valid_to and body.valid_to < day]
    coming = [body for body in here if body.valid_from and body.valid_from > day]
    if ended:
        last = max(ended, key=lambda body: (body.valid_to or day, body.scope.local))
        heirs = agencies.successors_of(last.code, day=day, province=province)
        return messages.AGENCY_ENDED.at(
            name=capitalised(last.printed(province)),
            end=short_date(last.valid_to or day),
            successors=_listed(heirs, province) or messages.SUCCESSORS_UNKNOWN,
            moved="" if len(heirs) == 1 else _moved(agencies, here, day=day, province=province),
        )
    if coming:
        first = min(coming, key=lambda body: body.valid_from or day)
        before = agencies.before(first, day=day, province=province)
        return messages.AGENCY_TO_COME.at(
            name=capitalised(first.printed(province)),
            start=short_date(first.valid_from or day),
            date=short_date(day),
            before=_listed(before, province) or messages.BEFORE_UNKNOWN,
        )
    return messages.AGENCY_ELSEWHERE.at(
        name=known[0].printed(province),
        province=messages.NO_PROVINCE if province is None else province.full_name(),
        moved=_moved(agencies, known, day=day, province=province),
    )


def _listed(bodies: Iterable[Agency], province: Province | None) -> str:
    return "; ".join(dict.fromkeys(body.printed(province) for body in bodies))


def _moved(
    agencies: Agencies, known: Sequence[Agency], *, day: date, province: Province | None
) -> str:
    """Return who carries on `day` each function that one of the bodies is registered for."""
    if province is None:
        return ""
    roles = {body.role for body in known}
    told = {
        item.description: agencies.carrying(item.function, day=day, province=province)
        for item in agencies.assignments
        if item.agency.role in roles
    }
    parts = [
        messages.MOVED_FUNCTION.format(function=function, name=body.printed(province))
        for function, body in told.items()
    ]
    return messages.MOVED.format(parts="; ".join(parts)) if parts else ""
