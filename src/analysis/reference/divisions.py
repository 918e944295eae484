"""Which division of a department, district or commune answers for which criterion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from analysis.reference.bodies import Span
from analysis.reference.files import Strict, read_yaml, validated_list

if TYPE_CHECKING:
    from pathlib import Path

BodyLevel = Literal["department", "district", "commune"]


class Division(Strict):
    """A division and the criteria (by reference) that it answers for.

    `kind` limits it to a kind of locality; `body` (``unit_set:code/body code``) to one body, whose
    own divisions go before the general ones. `focal` is the one that follows the whole plan.
    """

    level: BodyLevel
    focal: bool
    division: str
    kind: str | None = None
    body: str | None = None
    references: tuple[str, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Divisions:
    """The divisions that the registers name."""

    rows: tuple[Division, ...] = ()

    def of(self, *, level: BodyLevel, kind: str, body: str, day: date) -> tuple[Division, ...]:
        """Return a body's divisions on a day: its own where it has named any."""
        here = [
            row
            for row in self.rows
            if row.level == level
            and row.kind in (None, kind)
            and row.body in (None, body)
            and Span(row.valid_from, row.valid_to).holds(day)
        ]
        own = [row for row in here if row.body is not None]
        return tuple(own or here)


def belongs(reference: str, prefix: str) -> bool:
    """Return whether a criterion lies at or below another, by their references.

    Examples
    --------
    >>> belongs("PAR/f1_initiatives", "PAR/f1"), belongs("PAPI/d6_health", "PAPI")
    (True, True)
    >>> belongs("PAR/f10", "PAR/f1")
    False
    """
    return reference == prefix or reference.startswith((f"{prefix}_", f"{prefix}/"))


def division_for(reference: str, divisions: tuple[Division, ...]) -> str:
    """Return the division that answers for a criterion, the longest reference first; else none.

    Examples
    --------
    >>> rows = (
    ...     Division(level="commune", focal=True, division="A", references=("PAPI",)),
    ...     Division(level="commune", focal=False, division="B", references=("PAPI/d2",)),
    ... )
    >>> division_for("PAPI/d2_budget", rows), division_for("PAPI/d1", rows)
    ('B', 'A')
    """
    fitting = [
        (len(prefix), row.division)
        for row in divisions
        for prefix in row.references
        if belongs(reference, prefix)
    ]
    return max(fitting, key=lambda found: found[0], default=(0, ""))[1]


def read_divisions(*files: Path) -> Divisions:
    """Return the divisions of all files.

    Raises
    ------
    FaultsError
        RF-01 to RF-03.
    """
    return Divisions(
        tuple(
            row
            for path in files
            for row in validated_list(Division, read_yaml(path), file=path.name)
        )
    )
