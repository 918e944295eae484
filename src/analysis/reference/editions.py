"""Editions of the indices: the criteria, maxima, group cuts and breaks of one index in one year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.reference import messages
from analysis.reference.places import unit_set_of

if TYPE_CHECKING:
    from analysis.reference.edition_text import (
        Break,
        Breakdown,
        Control,
        EditionText,
        GroupRule,
        IndexText,
        Node,
        UnitSet,
    )

TOTAL = "0"
"""The code of the line that is the index itself."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of an edition: level 0 is the index, ``parent`` the code of the line above.

    ``max_score`` is None where no source states it. ``key`` is the meaning and stays the same
    between years, ``code`` is the printed number and does not.
    """

    code: str
    key: str
    name: str
    level: int
    parent: str | None
    max_score: float | None
    breakdown: Breakdown | None
    control: Control


@dataclass(frozen=True, slots=True)
class Edition:
    """The criteria of one index in one year, parents before children."""

    id: str
    index: IndexText
    year: int
    criteria: tuple[Criterion, ...]
    unit_set: UnitSet = "63"
    synthetic: bool = False

    @property
    def max_score(self) -> float:
        """The index's maximum in this year."""
        most = self.criteria[0].max_score
        return self.index.max_score if most is None else most

    def criterion(self, code: str) -> Criterion | None:
        """Return the criterion with this code, if the edition has it."""
        return next((line for line in self.criteria if line.code == code), None)

    def by_key(self, key: str) -> Criterion | None:
        """Return the criterion with this meaning, if the edition has it."""
        return next((line for line in self.criteria if line.key == key), None)

    def aliases(self, criterion: Criterion) -> tuple[str, ...]:
        """Return the other names that the publisher has used for a criterion."""
        text = self.index.criteria.get(criterion.key)
        return text.aliases if text else ()

    def children(self, code: str, breakdown: Breakdown | None = None) -> tuple[Criterion, ...]:
        """Return the criteria directly under `code`, of one breakdown where there are two."""
        return tuple(
            line
            for line in self.criteria
            if line.parent == code and (breakdown is None or line.breakdown == breakdown)
        )

    def group_rule(self, code: str) -> GroupRule | None:
        """Return the rule by which this line is grouped; a rule that names the line wins."""
        rules = [rule for rule in self.index.groups.rules if self.year in rule.years]
        named = [rule for rule in rules if code in rule.codes]
        return next(iter(named or [rule for rule in rules if not rule.codes]), None)

    def break_of(self, criterion: Criterion) -> Break | None:
        """Return the break between the year before and this one on a line, if there is one."""
        return next(
            (
                item
                for item in self.index.breaks
                if item.year == self.year and ({criterion.key, "*"} & set(item.keys))
            ),
            None,
        )

    def not_scored_reason(self, unit_code: str) -> str | None:
        """Return why a unit has no score this year, where a reason is known."""
        return next(
            (
                item.reason
                for item in self.index.not_scored
                if item.year == self.year and unit_code in item.unit_codes
            ),
            None,
        )

    def citation(self) -> str:
        """Return whom to cite for this year's figures."""
        texts = [item.text for item in self.index.citations if self.year in item.years]
        return texts[0].format(year=self.year) if texts else self.index.publisher


def edition_of(index: IndexText, year: int) -> Edition:
    """Return the edition of `index` that holds in `year`.

    Raises
    ------
    FaultsError
        RF-07 when no edition holds in that year.
    """
    text = next((edition for edition in index.editions if year in edition.years), None)
    if text is None:
        raise FaultsError(
            messages.EDITION_UNKNOWN.at(index=index.index, year=year, slug=index.slug)
        )
    return _edition(index, text, year)


def edition_or_bare(index: IndexText, year: int) -> Edition:
    """Return the edition of a year; where none is known yet, the index as its only line."""
    if any(year in text.years for text in index.editions):
        return edition_of(index, year)
    total = Criterion(TOTAL, "index", index.name, 0, None, index.max_score, None, "survey")
    return Edition("", index, year, (total,), unit_set_of(year))


def _edition(index: IndexText, text: EditionText, year: int) -> Edition:
    most = index.max_score if text.max_score is None else text.max_score
    lines = [Criterion(TOTAL, "index", index.name, 0, None, most, None, "survey")]
    for node in text.tree:
        lines += _lines(index, node, parent=TOTAL, level=1)
    unit_set = text.unit_set or unit_set_of(year)
    return Edition(text.id, index, year, tuple(lines), unit_set, synthetic=text.synthetic)


def _lines(index: IndexText, node: Node, *, parent: str, level: int) -> list[Criterion]:
    """Return a criterion and those under it, parents first."""
    share = node.child_max
    if index.equal_split and node.max is not None and node.children:
        share = node.max / len(node.children)

    def line(code: str, key: str, parent: str, level: int, most: float | None) -> Criterion:
        text = index.criteria[key]
        return Criterion(code, key, text.name, level, parent, most, node.breakdown, text.control)

    lines = [line(node.code, node.key, parent, level, node.max)]
    lines += [line(code, key, node.code, level + 1, share) for code, key in node.children.items()]
    for child in node.nodes:
        inner = child.model_copy(update={"breakdown": child.breakdown or node.breakdown})
        lines += _lines(index, inner, parent=node.code, level=level + 1)
    return lines
