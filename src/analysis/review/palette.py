"""The colours of every figure: one mark a group, told also by its lightness and its pattern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import Patch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Colour = tuple[float, float, float]

NEUTRAL, ACCENT, FAINT = "#6b7280", "#b3261e", "#c9ced6"
INK = "#222222"
UNKNOWN_HATCH = "////"
"""The pattern of what is not known or does not compare, always without a colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a group looks: a colour and a pattern drawn on it in white."""

    colour: str
    hatch: str


_MARKS = (
    Mark("#08306b", ""),
    Mark("#08519c", "--"),
    Mark("#b05a10", "\\\\"),
    Mark("#d97706", "xx"),
)

GROUPS: Mapping[str, Mark] = {
    **dict(
        zip(("Cao nhất", "Trung bình cao", "Trung bình thấp", "Thấp nhất"), _MARKS, strict=True)
    ),
    **dict(zip(("A", "B", "C", "D"), _MARKS, strict=True)),
}
"""The four groups, everywhere: blue above, orange below, lighter step by step."""

GROUP_COLOURS: Mapping[str, str] = {label: mark.colour for label, mark in GROUPS.items()}

RISE, FALL = GROUP_COLOURS["Cao nhất"], ACCENT


def colour_of(group: str | None) -> str:
    """Return the colour of a group, grey where it is not known."""
    return NEUTRAL if group is None else GROUP_COLOURS.get(group, NEUTRAL)


def group_patches(groups: Iterable[str]) -> list[Patch]:
    """Return the legend of some groups, best first as they are given."""
    return [
        Patch(facecolor=GROUPS[one].colour, edgecolor="white", hatch=GROUPS[one].hatch, label=one)
        for one in groups
    ]


def unknown_patch(label: str) -> Patch:
    """Return the legend of what is not known or does not compare."""
    return Patch(facecolor="none", edgecolor=NEUTRAL, hatch=UNKNOWN_HATCH, label=label)


def rgb(colour: str) -> Colour:
    """Return the three parts of a colour written in hexadecimal, each up to one.

    Examples
    --------
    >>> rgb("#ff0000")
    (1.0, 0.0, 0.0)
    """
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return the relative luminance as WCAG 2 defines it.

    Examples
    --------
    >>> luminance((1.0, 1.0, 1.0)), luminance((0.0, 0.0, 0.0))
    (1.0, 0.0)
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: Colour) -> str:
    """Return black or white, whichever is easier to read on a colour.

    Examples
    --------
    >>> ink_on((1.0, 1.0, 1.0)), ink_on((0.0, 0.0, 0.3))
    ('black', 'white')
    """
    # At this luminance both inks have the same contrast.
    return "black" if luminance(colour) > 0.179 else "white"
