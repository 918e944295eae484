"""How lines are set against how a rule wants them: size, weight, slope, case, alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree import messages as m
from analysis.document.decree.case import Hit, quoted
from analysis.document.decree.pieces import upper_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.document.decree.case import Case
    from analysis.document.decree.model import Run
    from analysis.document.decree.pieces import Line
    from analysis.document.decree.rulebook import Rule

_UPPER, _CAPITALS = 0.9, 0.7
_STRAY = 60  # twips by which a centred line may be shifted


def look_hits(
    case: Case, lines: Iterable[Line | None], rule: Rule, component: str
) -> Iterator[Hit]:
    """Yield a hit for each line that is not set as the values of the rule say.

    Values, each optional: ``pt`` or ``min_pt`` and ``max_pt``; ``bold``, ``italic``; ``case``
    (``upper`` or ``lower``); ``align``.
    """
    for line in lines:
        if line is not None and line.words and (wrong := deviations(line, rule)):
            found = f"{quoted(line.words)}: {', '.join(wrong)}"
            yield Hit(case.at(line, component), found, wanted(rule))


def deviations(line: Line, rule: Rule) -> list[str]:
    """Return in words what in a line is not as a rule wants it."""
    values = rule.values
    runs = [run for run in line.inked if not run.look.raised]
    wrong = sizes_off(runs, rule)
    for name, words in (("bold", m.BOLD), ("italic", m.ITALIC)):
        wish = values.get(name)
        if isinstance(wish, bool) and any(getattr(r.look, name) is not wish for r in runs):
            wrong.append(words[not wish])
    share = upper_share(line.words)
    if values.get("case") == "upper" and share < _UPPER:
        wrong.append(m.CASES["lower"])
    if values.get("case") == "lower" and share > _CAPITALS:
        wrong.append(m.CASES["upper"])
    layout = line.paragraph.layout
    apart = line.parted and not line.paragraph.spot.table
    if (align := values.get("align")) and not apart:
        if layout.align != align:
            wrong.append(m.ALIGNS[layout.align])
        elif align == "center" and abs(layout.first) > _STRAY:
            wrong.append(m.INDENTED)
    return wrong


def sizes_off(runs: Iterable[Run], rule: Rule) -> list[str]:
    """Return the sizes of runs that a rule does not allow, in words."""
    low, high = bounds(rule)
    if low is None or high is None:
        return []
    sizes = sorted({run.look.size for run in runs if not low <= run.look.size <= high})
    return [m.SIZE.format(size=plain(size)) for size in sizes]


def bounds(rule: Rule) -> tuple[float | None, float | None]:
    """Return the smallest and the largest size that a rule allows."""
    if "pt" in rule.values:
        return rule.number("pt"), rule.number("pt")
    if "min_pt" in rule.values:
        return rule.number("min_pt"), rule.number("max_pt")
    return None, None


def wanted(rule: Rule) -> str:
    """Return in words how a rule wants a line to be set."""
    values = rule.values
    low, high = bounds(rule)
    parts = [m.CASES[str(values["case"])]] if values.get("case") in m.CASES else []
    if low is not None and high is not None:
        same = m.SIZE.format(size=plain(low))
        parts.append(same if low == high else m.SIZES.format(low=plain(low), high=plain(high)))
    for name, words in (("italic", m.ITALIC), ("bold", m.BOLD)):
        if isinstance(values.get(name), bool):
            parts.append(words[bool(values[name])])
    if values.get("align") in m.ALIGNS:
        parts.append(m.ALIGNS[str(values["align"])])
    return ", ".join(parts)


def plain(number: float) -> str:
    """Return a measure in Vietnamese form without needless decimals.

    Examples
    --------
    >>> plain(13.0), plain(12.5)
    ('13', '12,5')
    """
    return f"{number:.1f}".rstrip("0").rstrip(".").replace(".", ",")
