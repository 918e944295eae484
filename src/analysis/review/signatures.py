"""Sign-offs on the reviewer's page: who, when, what was accepted, and whether it still holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.review import signature_messages as messages
from analysis.review.html import Row, items, paragraph, table
from analysis.vietnamese import joined, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_PLACES = ("tinh-trang", "xac-nhan")
"""Where a page's template leaves room: a line at its top, a section at its end."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A reviewer's sign-off of one version of a report.

    Parameters
    ----------
    name, day, note
        Who signed, when, and what was noted.
    accepted
        The warnings that were accepted, each a code and a sentence.
    files
        SHA-256 of each file of the version signed, by name.
    changed
        Which of these files are not that version any more.
    """

    name: str
    day: date
    note: str
    accepted: tuple[tuple[str, str], ...]
    files: Mapping[str, str]
    changed: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Whether it holds, and why not."""
        if not self.changed:
            return messages.HOLDS
        return messages.VOID.format(files=changed_files(self))


def changed_files(signature: Signature) -> str:
    """Return the files that changed since, named by what they are."""
    return joined(
        [
            messages.NAMED.format(what=messages.FILES.get(name, name), file=name)
            for name in signature.changed
        ]
    )


def with_signatures(html: str, signatures: Sequence[Signature]) -> str:
    """Return a page with its sign-offs in the places that its template left for them.

    Whatever stood there is replaced, so the same page may be given again and again. A page without
    the places comes back as it is.
    """
    for name, shown in zip(_PLACES, (_line(signatures), _section(signatures)), strict=True):
        place = re.compile(f"<!--{name}-->.*?<!--/{name}-->", re.DOTALL)
        # A function, for a name may hold a backslash.
        html = place.sub(lambda _: f"<!--{name}-->{shown}<!--/{name}-->", html, count=1)  # noqa: B023
    return html


def _line(signatures: Sequence[Signature]) -> Markup:
    """Return one sentence for the page's top: those that hold, else the last one, void."""
    if not signatures:
        return Markup("")
    link = Markup('<a href="#xac-nhan">{}</a>').format(messages.MORE)
    holding = [one for one in signatures if not one.changed]
    told = [messages.SIGNED.format(name=one.name, day=short_date(one.day)) for one in holding] or [
        messages.SIGNED_VOID.format(
            name=one.name, day=short_date(one.day), files=changed_files(one)
        )
        for one in signatures[-1:]
    ]
    kind = "da-xac-nhan" if holding else "canh-bao"
    return Markup('<p class="{}">{} {}</p>').format(kind, " ".join(dict.fromkeys(told)), link)


def _section(signatures: Sequence[Signature]) -> Markup:
    if not signatures:
        return paragraph(messages.NONE_YET)
    rows = [Row(_cells(one), kind="lech" if one.changed else "") for one in signatures]
    shown = table(messages.CAPTION, messages.HEAD, rows, wide=frozenset({2, 3, 5}))
    return shown + paragraph(messages.CHECK_AGAIN)


def _cells(one: Signature) -> tuple[str | Markup, ...]:
    accepted = [messages.ACCEPTED.format(code=code, what=what) for code, what in one.accepted]
    digests = [
        Markup("{}: <code>{}</code>").format(name, digest) for name, digest in one.files.items()
    ]
    return (
        one.name,
        short_date(one.day),
        one.state,
        items(accepted) if accepted else messages.NO_WARNINGS,
        one.note,
        items(digests),
    )
