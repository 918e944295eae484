"""The parts of a plan around its body: number, date, recipients, signature (Decree 30/2020)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.bodies import seat_of
from analysis.vietnamese import capitalised, draft_date, long_date

if TYPE_CHECKING:
    from analysis.plan.draft import Draft


def issuer(draft: Draft) -> tuple[str, ...]:
    """Return the lines of the issuer, in capitals."""
    if draft.mandate is not None:
        return draft.mandate.body.issuer
    return (messages.ISSUER, draft.study.unit.full_name().upper())


def superior(draft: Draft) -> str:
    """Return the body above the issuer; a People's Committee has none."""
    return "" if draft.mandate is None else draft.mandate.body.superior


def title(draft: Draft) -> str:
    """Return the plan's title (trích yếu): its own, else the form's."""
    own = draft.details.title if draft.details else None
    return draft.fill(own or draft.form.title)


def number(draft: Draft) -> str:
    """Return the plan's number and symbol, the number blank while it is a draft."""
    if draft.details is not None and draft.details.number:
        return draft.details.number
    symbol = "UBND" if draft.mandate is None else draft.mandate.body.symbol
    return messages.BLANK_NUMBER.format(symbol=messages.NUMBER_SYMBOL.format(issuer=symbol))


def day_line(draft: Draft) -> str:
    """Return the date: whole when the plan is issued, else with a blank day."""
    details, day = draft.details, draft.study.day
    if details is not None and details.date is not None:
        return long_date(details.date)
    if details is not None and details.month is not None:
        day = day.replace(day=1, month=details.month)
    return draft_date(day)


def place_line(draft: Draft) -> str:
    """Return the place and date below the motto."""
    seat = seat_of(draft.study.unit.name) if draft.mandate is None else draft.mandate.body.seat
    return messages.PLACE_DATE.format(place=seat, date=day_line(draft))


def reference(draft: Draft) -> str:
    """Return the line in brackets below an appendix's title."""
    committee = messages.COMMITTEE.format(place=draft.study.unit.full_name())
    if draft.mandate is not None and draft.mandate.body.place:
        committee = messages.COMMITTEE.format(place=draft.mandate.body.place)
    elif draft.mandate is not None:
        committee = draft.mandate.body.name
    line = messages.APPENDIX_REFERENCE
    return line.format(number=number(draft), date=day_line(draft), issuer=committee)


def recipients(draft: Draft) -> tuple[str, ...]:
    """Return the recipients, each once, the archive last."""
    own = draft.details.recipients if draft.details else ()
    names = dict.fromkeys(capitalised(draft.fill(name)) for name in own or draft.form.recipients)
    body = None if draft.mandate is None else draft.mandate.body.name
    lines = [
        messages.RECIPIENT.format(name=name)
        for name in names
        if body is None or not name.startswith(body)
    ]
    archive = draft.details.archive if draft.details else None
    return (*lines, messages.ARCHIVE.format(archive=draft.fill(archive or draft.form.archive)))


def signatory(draft: Draft) -> tuple[str, ...]:
    """Return the lines above the signature.

    A chair signs for the committee (``TM.``), a head of a department in their own name; a deputy
    signs for the head (``KT.``). Decree 30/2020/NĐ-CP, Annex I, II.7.
    """
    deputy = draft.details is not None and draft.details.signatory.deputy
    department = draft.mandate is not None and draft.mandate.body.level == "department"
    head = draft.mandate.body.head.upper() if department and draft.mandate else messages.CHAIR
    lines = () if department else (messages.ON_BEHALF,)
    if not deputy:
        return (*lines, head)
    return (*lines, messages.FOR_THE_HEAD.format(head=head), messages.DEPUTY.format(head=head))


def signer(draft: Draft) -> str:
    """Return the signatory's name as the plan gives it; empty where it is not known."""
    return (draft.details.signatory.name or "") if draft.details else ""
