"""What is compared, and what is found: two sides, and the changes from one to the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from analysis.plan.comparing import messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.comparing.facts import PlanFacts
    from analysis.plan.merging import Table
    from analysis.plan.word.printed import Block

Kind = Literal["information", "figure", "task", "row", "wording"]
Severity = Literal["high", "medium", "low"]

KINDS: tuple[Kind, ...] = ("information", "figure", "task", "row", "wording")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise on the second side.

    `was` and `now` are the texts of both sides, empty where a side has none; `place` is where it
    stands and `what` says in Vietnamese what became of it.
    """

    kind: Kind
    severity: Severity
    place: str
    was: str
    now: str
    what: str

    def as_json(self) -> dict[str, str]:
        """Return it as plain data."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "place": self.place,
            "was": self.was,
            "now": self.now,
            "what": self.what,
        }


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a report, or a document alone; what it does not have is None.

    `sheets` are the workbook's rows by sheet, `blocks` the document's paragraphs.
    """

    name: str
    facts: PlanFacts | None = None
    sheets: Mapping[str, Table] | None = None
    blocks: tuple[Block, ...] | None = None

    @property
    def title(self) -> str:
        """Its name, with whose plan of which year it is where that is known."""
        if self.facts is None:
            return self.name
        return messages.REPORT.format(
            name=self.name,
            unit=self.facts.unit.name,
            plan_year=self.facts.plan_year,
            result_year=self.facts.result_year,
        )

    def as_json(self) -> dict[str, Any]:
        """Return what it is as plain data."""
        parts = {"facts": self.facts, "workbook": self.sheets, "document": self.blocks}
        known = self.facts
        return {
            "name": self.name,
            "unit": None if known is None else known.unit.name,
            "plan_year": None if known is None else known.plan_year,
            "result_year": None if known is None else known.result_year,
            "has": [name for name, part in parts.items() if part is not None],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides and every change from `a` to `b`; `left_out` tells what could not be compared."""

    a: Side
    b: Side
    changes: tuple[Change, ...] = ()
    left_out: tuple[str, ...] = field(default=())

    @property
    def counts(self) -> Counter[tuple[Kind, Severity]]:
        """How many changes there are of each kind and severity."""
        return Counter((change.kind, change.severity) for change in self.changes)

    @property
    def differs(self) -> bool:
        """Whether anything changed that matters."""
        return any(change.severity != "low" for change in self.changes)

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of a kind, the heaviest first."""
        found = (change for change in self.changes if change.kind == kind)
        return tuple(sorted(found, key=lambda change: SEVERITIES.index(change.severity)))

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "a": self.a.as_json(),
            "b": self.b.as_json(),
            "changes": [change.as_json() for change in self.changes],
            "left_out": list(self.left_out),
        }
