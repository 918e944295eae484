"""Editions of the indices: their criteria, maxima, group cuts and breaks, as data of each year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from analysis.errors import FaultsError, Place
from analysis.reference import messages
from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from pathlib import Path

IndexName = Literal["PAPI", "PAR INDEX", "SIPAS"]
Breakdown = Literal["field", "part"]
Control = Literal["own", "survey", "outside"]
Effect = Literal["noted", "rescaled", "refused"]

TOTAL = "0"
"""The code of the line that is the index itself."""


class CriterionText(Strict):
    """A criterion's name, and in whose hands it is."""

    name: str
    control: Control


class Node(Strict):
    """A first-level criterion of an edition and, by code, the keys of the criteria under it."""

    code: str
    key: str
    max: float | None
    breakdown: Breakdown | None = None
    child_max: float | None = None
    children: dict[str, str] = Field(default_factory=dict)


class EditionText(Strict):
    """The criteria tree that holds for the listed years."""

    id: str
    years: tuple[int, ...]
    tree: tuple[Node, ...]


class GroupRule(Strict):
    """How provinces are grouped on some lines in some years.

    ``cuts`` are the last ranks of all groups but the lowest; several are rival readings, none
    means the inclusive percentile; ``thresholds`` are the lowest scores of all but the last group.
    """

    years: tuple[int, ...]
    codes: tuple[str, ...] = ()
    cuts: tuple[tuple[int, int, int], ...] = ()
    thresholds: tuple[float, ...] = ()
    basis: str


class Groups(Strict):
    """Group labels, best first, the levels they are published for, and the rules by year."""

    labels: tuple[str, ...]
    levels: tuple[int, ...]
    rules: tuple[GroupRule, ...]


class Break(Strict):
    """A break in the series between the year before and ``year``; ``*`` stands for every line."""

    year: int
    keys: tuple[str, ...]
    effect: Effect
    factor: float = 1.0
    note: str


class NotScored(Strict):
    """Why some units have no total in a year."""

    year: int
    unit_codes: tuple[str, ...]
    reason: str


class Citation(Strict):
    """Whom to name for the figures of some years; ``{year}`` is filled in."""

    years: tuple[int, ...]
    text: str


class IndexText(Strict):
    """One index as its YAML file states it."""

    index: IndexName
    slug: str
    name: str
    unit: str
    max_score: float
    decimals: int
    summed: bool
    equal_split: bool
    ranked_by: Literal["score", "publisher"]
    publisher: str
    sources: tuple[str, ...]
    citations: tuple[Citation, ...]
    criteria: dict[str, CriterionText]
    editions: tuple[EditionText, ...]
    groups: Groups
    breaks: tuple[Break, ...]
    not_scored: tuple[NotScored, ...]


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

    def criterion(self, code: str) -> Criterion | None:
        """Return the criterion with this code, if the edition has it."""
        return next((line for line in self.criteria if line.code == code), None)

    def by_key(self, key: str) -> Criterion | None:
        """Return the criterion with this meaning, if the edition has it."""
        return next((line for line in self.criteria if line.key == key), None)

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


def read_index(path: Path) -> IndexText:
    """Return an index from its YAML file.

    Raises
    ------
    FaultsError
        RF-01 to RF-03; a key of a tree that has no name is an RF-03 too.
    """
    index = validated(IndexText, read_yaml(path), file=path.name)
    unnamed = [
        messages.FIELD_INVALID.at(
            Place(file=path.name, detail=f"bộ tiêu chí {edition.id}"),
            field=key,
            cause="chưa có tên trong mục criteria",
        )
        for edition in index.editions
        for node in edition.tree
        for key in (node.key, *node.children.values())
        if key not in index.criteria
    ]
    if unnamed:
        raise FaultsError(*unnamed)
    return index


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
    total = Criterion(TOTAL, "index", index.name, 0, None, index.max_score, None, "survey")
    lines = [total]
    for node in text.tree:
        lines += _lines(index, node)
    return Edition(id=text.id, index=index, year=year, criteria=tuple(lines))


def _lines(index: IndexText, node: Node) -> list[Criterion]:
    """Return a first-level criterion and those under it."""
    share = node.child_max
    if index.equal_split and node.max is not None and node.children:
        share = node.max / len(node.children)
    parent = index.criteria[node.key]
    head = Criterion(
        node.code, node.key, parent.name, 1, TOTAL, node.max, node.breakdown, parent.control
    )
    under = [
        Criterion(
            code,
            key,
            index.criteria[key].name,
            2,
            node.code,
            share,
            node.breakdown,
            index.criteria[key].control,
        )
        for code, key in node.children.items()
    ]
    return [head, *under]
