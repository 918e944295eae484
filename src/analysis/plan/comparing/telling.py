"""A comparison as text for a terminal."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.plan.comparing import messages as m
from analysis.plan.comparing.model import KINDS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.plan.comparing.model import Change, Comparison

_SHOWN, _BEFORE = 100, 20
"""How much of a text is shown, and how much of it before the first difference."""


def comparison_text(comparison: Comparison, *, most: int = 10) -> str:
    """Return a comparison in Vietnamese, the heaviest changes of each kind first.

    Parameters
    ----------
    comparison
        What was found.
    most
        How many changes of a kind are listed; the rest is counted.
    """
    head = [m.SIDES.format(a=comparison.a.title, b=comparison.b.title), *comparison.left_out]
    if not comparison.changes:
        return "\n".join((*head, m.NOTHING))
    counts = {
        severity: sum(change.severity == severity for change in comparison.changes)
        for severity in SEVERITIES
    }
    blocks = ["\n".join((*head, m.COUNTS.format(**counts)))]
    for kind in KINDS:
        if found := comparison.of(kind):
            title = m.TITLE_OF_KIND.format(kind=m.KIND_TITLES[kind].upper(), count=len(found))
            lines = [line for change in found[:most] for line in _lines(change)]
            more = [m.MORE.format(count=len(found) - most)] if len(found) > most else []
            blocks.append("\n".join((title, *lines, *more)))
    return "\n\n".join(blocks)


def _lines(change: Change) -> Iterator[str]:
    severity = m.SEVERITY_NAMES[change.severity]
    yield m.LINE.format(severity=severity, place=change.place, what=change.what)
    if change.was != change.now:
        start = _start(change.was, change.now)
        yield m.SHOWN.format(was=_short(change.was, start), now=_short(change.now, start))


def _start(was: str, now: str) -> int:
    """Return where to begin showing two texts: a few words before they part."""
    pairs = enumerate(zip(was, now, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(was), len(now)))
    return 0 if same < _SHOWN // 2 else was.rfind(" ", 0, same - _BEFORE) + 1


def _short(text: str, start: int) -> str:
    shown = shorten(text[start:], _SHOWN, placeholder="…") or m.EMPTY
    return f"…{shown}" if start else shown
