"""A reviewer's sign-off: what version of a report was signed, by whom, and whether it holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from analysis.errors import FaultsError, Place
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.reference.files import Strict
from analysis.review.signatures import Signature, with_signatures
from analysis.runs import desk_messages as messages
from analysis.runs.previous import DOCUMENT, FACTS
from analysis.runs.recorded import recorded, renew
from analysis.runs.writing import sha256, write_text
from analysis.vietnamese import nfc, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.runs.recorded import Recorded

FILE = "xac-nhan.json"

SIGNED = (DOCUMENT, WORKBOOK, FACTS)
"""What is signed: the plan, the workbook if there is one, and all figures and tasks.

Not the page: it shows the signatures, and what it shows besides is made of the same figures.
"""


class _Accepted(Strict):
    code: str
    place: str
    what: str


class _Signed(Strict):
    name: str
    date: date
    note: str = ""
    accepted: tuple[_Accepted, ...] = ()
    files: dict[str, str]


class _File(Strict):
    signatures: tuple[_Signed, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Who signs and when; the codes of accepted warnings, or `everything`; a note."""

    name: str
    day: date
    accepted: frozenset[str] = frozenset()
    everything: bool = False
    note: str = ""


def signatures(folder: Path) -> tuple[Signature, ...]:
    """Return the sign-offs of a report in order, each with the files that changed since.

    Raises
    ------
    FaultsError
        RN-64 when they cannot be read.
    """
    now = _digests(folder)
    return tuple(
        Signature(
            name=one.name,
            day=one.date,
            note=one.note,
            accepted=tuple((warned.code, warned.what) for warned in one.accepted),
            files=one.files,
            changed=_changed(one.files, now),
        )
        for one in _read(folder).signatures
    )


def sign(folder: Path, order: Order, *, today: date) -> tuple[str, ...]:
    """Add a sign-off of the report as it is now; return sentences about the pages.

    Raises
    ------
    FaultsError
        RN-60, RN-61 for the manifest, RN-64 for sign-offs that cannot be read, RN-65 to RN-69 for
        files that are missing, the name, the day, and warnings that are not accepted.
    """
    told, file = recorded(folder), _read(folder)
    digests = _digests(folder)
    faults = tuple(_faults(order, told, digests, today=today))
    if faults:
        raise FaultsError(*faults)
    signed = _Signed(
        name=nfc(order.name),
        date=order.day,
        note=nfc(order.note),
        accepted=tuple(_Accepted(**warned.model_dump()) for warned in told.warnings),
        files=digests,
    )
    content = _File(signatures=(*file.signatures, signed)).model_dump(mode="json")
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_text(folder / FILE, f"{text}\n")
    return show_signatures(folder)


def show_signatures(folder: Path) -> tuple[str, ...]:
    """Write a report's sign-offs into its pages; return sentences about what was left out.

    A page that a person edited stays as it is. The manifest vouches for the pages as they are then.
    """
    if not (folder / FILE).is_file():
        return ()
    try:
        signed = signatures(folder)
    except FaultsError as error:
        return tuple(f"{FILE}: {fault.what} {fault.remedy}" for fault in error.faults)
    told = recorded(folder)
    pages = [name for name in told.outputs if name.endswith(".html")]
    edited = told.edited(folder, pages)
    outputs = {}
    for name in (name for name in pages if name not in edited and (folder / name).is_file()):
        page = folder / name
        write_text(page, with_signatures(page.read_text(encoding="utf-8"), signed))
        outputs[name] = sha256(page)
    renew(folder, outputs)
    return tuple(messages.PAGE_EDITED.format(name=name) for name in edited)


def _faults(
    order: Order, told: Recorded, digests: dict[str, str], *, today: date
) -> Iterator[Fault]:
    for name in (DOCUMENT, FACTS):
        if name not in digests:
            yield messages.NOTHING_TO_SIGN.at(name=name)
    if not nfc(order.name):
        yield messages.NAME_MISSING.at()
    if order.day > today:
        day, now = short_date(order.day), short_date(today)
        yield messages.DAY_TO_COME.at(day=day, today=now)
    known = dict.fromkeys(warned.code for warned in told.warnings)
    for code in sorted(order.accepted - set(known)):
        yield messages.NOT_WARNED.at(code=code, known=", ".join(known) or messages.NONE)
    left = [one for one in told.warnings if not order.everything and one.code not in order.accepted]
    codes = " ".join(known)
    for one in left:
        place = Place(detail=one.place)
        yield messages.NOT_ACCEPTED.at(place, code=one.code, what=one.what, codes=codes)


def _changed(signed: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files that are not as they were signed: edited, gone, or come since."""
    names = dict.fromkeys((*signed, *now))
    return tuple(name for name in names if signed.get(name) != now.get(name))


def _digests(folder: Path) -> dict[str, str]:
    return {name: sha256(folder / name) for name in SIGNED if (folder / name).is_file()}


def _read(folder: Path) -> _File:
    path = folder / FILE
    if not path.is_file():
        return _File()
    try:
        return _File.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise FaultsError(messages.SIGNATURES_UNREADABLE.at(Place(file=FILE))) from error
