"""Rules that turn lines of the ledger into deficits; a person reads and changes them in YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from pydantic import Field, model_validator

from analysis.deficits import TargetRule
from analysis.reference import IndexName
from analysis.reference.files import Strict, read_yaml, validated
from analysis.tasks import messages

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.deficits import Ledger, Line


class When(Strict):
    """Conditions on a line; all that are given must hold."""

    lost_of_max_at_least: float | None = Field(default=None, ge=0, le=1)
    change_at_most: float | None = None
    group_in: tuple[str, ...] = ()
    top_in_parent: int | None = Field(default=None, ge=1)
    flagged: bool = False
    unknown: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> When:
        if self == type(self).model_construct():
            raise ValueError(messages.NO_CONDITION)
        return self

    def holds(self, line: Line, ledger: Ledger) -> bool:
        """Return whether every given condition holds on `line`."""
        parent = ledger.line(line.criterion.parent or "")
        return all(
            (
                self.lost_of_max_at_least is None or self._loses_enough(line),
                self.change_at_most is None or self._falls(line),
                not self.group_in or _group(line, parent) in self.group_in,
                self.top_in_parent is None or _place(line, ledger) <= self.top_in_parent,
                not self.flagged or line.flagged or (parent is not None and parent.flagged),
                not self.unknown or _unknown(line, ledger),
            )
        )

    def _loses_enough(self, line: Line) -> bool:
        most = line.criterion.max_score
        if line.lost is None or not most or self.lost_of_max_at_least is None:
            return False
        return line.lost / most >= self.lost_of_max_at_least

    def _falls(self, line: Line) -> bool:
        change = line.change.score
        return (
            change is not None
            and self.change_at_most is not None
            and (change <= self.change_at_most)
        )


class Rule(Strict):
    """One rule: for which indices, when, and the reason shown to the reader."""

    id: str
    indices: tuple[IndexName, ...]
    when: When
    reason: str


class Choosing(Strict):
    """The whole rules file: level of the lines judged, tasks a deficit, target rule, and rules."""

    level: dict[IndexName, int]
    tasks_per_deficit: dict[IndexName, int]
    target_rule: TargetRule
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _speaks_of_every_index(self) -> Choosing:
        names = set(get_args(IndexName))
        if names - self.level.keys() or names - self.tasks_per_deficit.keys():
            raise ValueError(messages.EVERY_INDEX.format(names=", ".join(sorted(names))))
        return self

    def reasons(self, line: Line, ledger: Ledger) -> tuple[str, ...]:
        """Return why a line is a deficit; empty when it is none."""
        return tuple(
            rule.reason
            for rule in self.rules
            if ledger.index in rule.indices and rule.when.holds(line, ledger)
        )


def read_choosing(path: Path) -> Choosing:
    """Return the rules from their YAML file.

    Raises
    ------
    FaultsError
        RF-01 to RF-03.
    """
    return validated(Choosing, read_yaml(path), file=path.name)


def _group(line: Line, parent: Line | None) -> str | None:
    return line.group or (None if parent is None else parent.group)


def _place(line: Line, ledger: Ledger) -> int:
    """Return the place of a line among its siblings by lost points, 1 losing the most."""
    if line.lost is None or line.criterion.parent is None:
        return len(ledger.lines)
    siblings = ledger.children(line.criterion.parent)
    return 1 + sum(
        1
        for other in siblings
        if other.kind == "criterion" and other.lost is not None and other.lost > line.lost
    )


def _unknown(line: Line, ledger: Ledger) -> bool:
    """Return whether nothing is known of the line and of the index's breakdown.

    Parts of the score (``part``) divide the same points once more and have no tasks of their own.
    """
    named = any(
        other.flagged or other.lost for other in ledger.lines[1:] if other.kind == "criterion"
    )
    return line.lost is None and not named and line.criterion.breakdown != "part"
