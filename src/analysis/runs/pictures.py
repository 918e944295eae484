"""Figures of the reviewer's page, put into the Word plan where the drafter wants them."""

from __future__ import annotations

import difflib
import struct
from typing import TYPE_CHECKING

from analysis import review
from analysis.errors import FaultsError
from analysis.plan.added import Shown
from analysis.plan.text import Picture
from analysis.runs import picture_messages as messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from analysis.errors import Fault
    from analysis.plan.study import Study
    from analysis.review import Figure

_ROOM_MM = (142.0, 190.0)
"""The room for a picture on a portrait page: beside the numbers, above its finding."""

EVERY = "tat-ca"
"""The name for all figures."""

FIGURES: Mapping[str, Callable[[Study], Iterable[Figure]]] = {
    "thu-hang": lambda study: [review.rank_path(study)],
    "mat-diem": lambda study: [review.lost_points_chart(study)],
    "vi-tri": lambda study: [review.standing_chart(study)],
    "cac-tinh": lambda study: [review.provinces_map(study)],
    "thay-doi": lambda study: [review.change_waterfall(study)],
    "nhom": lambda study: [review.group_strips(study)],
    "do-phu": lambda study: [review.coverage_matrix(study, item.index) for item in study.indices],
    "khoi-luong": lambda study: [review.workload_chart(study)],
}
"""The figures by the names that a user asks for, in the order of the appendix."""


def figure_names(text: str | None) -> tuple[str, ...]:
    """Return the names of figures that a user asked for, in the order of the appendix.

    Raises
    ------
    FaultsError
        RN-70 for each name that no figure has.

    Examples
    --------
    >>> figure_names("nhom, mat-diem"), figure_names(None)
    (('mat-diem', 'nhom'), ())
    """
    asked = [name.strip() for name in (text or "").split(",") if name.strip()]
    known = (EVERY, *FIGURES)
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise FaultsError(*(_unknown(name, known) for name in unknown))
    return tuple(name for name in FIGURES if EVERY in asked or name in asked)


def _unknown(name: str, known: tuple[str, ...]) -> Fault:
    near = difflib.get_close_matches(name, known, n=1)
    nearest = messages.NEAREST.format(name=near[0]) if near else ""
    return messages.FIGURE_UNKNOWN.at(name=name, nearest=nearest, known=", ".join(known))


def shown_figures(names: Iterable[str], study: Study) -> tuple[tuple[Shown, ...], tuple[str, ...]]:
    """Return the figures of some names, and a sentence on each that cannot be drawn.

    Parameters
    ----------
    names
        Names of `FIGURES`.
    study
        The study that the plan is made from.
    """
    found = [(name, figure) for name in names for figure in FIGURES[name](study)]
    drawn = tuple(_shown(name, figure) for name, figure in found if figure.svg)
    absent = (messages.ABSENT.format(reason=figure.title) for _, figure in found if not figure.svg)
    return drawn, tuple(absent)


def _shown(name: str, figure: Figure) -> Shown:
    png = figure.png()
    # Width and height stand in the first chunk (PNG, 11.2.2).
    width, height = struct.unpack(">II", png[16:24])
    scale = min(_ROOM_MM[0] / width, _ROOM_MM[1] / height)
    return Shown(name, f"{figure.title}.", Picture(png, width * scale, height * scale, figure.alt))
