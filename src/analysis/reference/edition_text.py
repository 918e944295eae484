"""An index as its YAML files state it; a further file may add a year nobody has seen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from analysis.errors import FaultsError, Place
from analysis.reference import messages
from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IndexName = Literal["PAPI", "PAR INDEX", "SIPAS"]
Breakdown = Literal["field", "part"]
Control = Literal["own", "survey", "outside"]
Effect = Literal["noted", "rescaled", "refused"]
UnitSet = Literal["63", "34"]


class CriterionText(Strict):
    """A criterion's name, in whose hands it is, and the other names its publisher has used."""

    name: str
    control: Control
    aliases: tuple[str, ...] = ()


class Node(Strict):
    """A criterion of an edition and those under it.

    ``children`` gives plain ones by code and key; ``nodes`` those with a maximum or children of
    their own.
    """

    code: str
    key: str
    max: float | None
    breakdown: Breakdown | None = None
    child_max: float | None = None
    children: dict[str, str] = Field(default_factory=dict)
    nodes: tuple[Node, ...] = ()

    def every_key(self) -> Iterator[str]:
        """Return the keys of this criterion and of all under it."""
        yield self.key
        yield from self.children.values()
        for node in self.nodes:
            yield from node.every_key()


class EditionText(Strict):
    """The criteria tree that holds for the listed years.

    ``max_score`` is given where it differs from the index's own (PAPI's 60 points until 2017);
    ``unit_set`` says whose codes the results bear where that
    does not follow from the year; ``synthetic`` marks an edition made up to try
    the program.
    """

    id: str
    years: tuple[int, ...]
    tree: tuple[Node, ...]
    max_score: float | None = None
    unit_set: UnitSet | None = None
    synthetic: bool = False


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
    """One index as its YAML file states it.

    ``least_share`` is the lowest score a line can have, as a share of its maximum (PAPI scores run
    from 1 to 10).
    """

    index: IndexName
    slug: str
    name: str
    unit: str
    max_score: float
    least_share: float = 0.0
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


class Supplement(Strict):
    """What a further file adds to an index; its editions take the place of those of its years."""

    index: IndexName
    criteria: dict[str, CriterionText] = Field(default_factory=dict)
    editions: tuple[EditionText, ...]
    rules: tuple[GroupRule, ...] = ()
    breaks: tuple[Break, ...] = ()
    not_scored: tuple[NotScored, ...] = ()
    citations: tuple[Citation, ...] = ()


def read_index(path: Path) -> IndexText:
    """Return an index from its YAML file and the files ``<name>_<anything>.yml`` beside it.

    Raises
    ------
    FaultsError
        RF-01 to RF-03; a key of a tree that has no name is an RF-03 too, RF-12 for a supplement
        of another index.
    """
    index = validated(IndexText, read_yaml(path), file=path.name)
    _require_names(index, index, file=path.name)
    for beside in sorted(path.parent.glob(f"{path.stem}_*.yml")):
        extra = validated(Supplement, read_yaml(beside), file=beside.name)
        if extra.index != index.index:
            place = Place(file=beside.name)
            fault = messages.SUPPLEMENT_OF_ANOTHER.at(place, index=index.index, found=extra.index)
            raise FaultsError(fault)
        index = _with(index, extra)
        _require_names(index, extra, file=beside.name)
    return index


def _with(index: IndexText, extra: Supplement) -> IndexText:
    years = {year for edition in extra.editions for year in edition.years}
    kept = tuple(
        edition.model_copy(update={"years": tuple(y for y in edition.years if y not in years)})
        for edition in index.editions
    )
    groups = index.groups.model_copy(update={"rules": (*extra.rules, *index.groups.rules)})
    return index.model_copy(
        update={
            "criteria": index.criteria | extra.criteria,
            "editions": (*(edition for edition in kept if edition.years), *extra.editions),
            "groups": groups,
            "breaks": (*extra.breaks, *index.breaks),
            "not_scored": (*extra.not_scored, *index.not_scored),
            "citations": (*extra.citations, *index.citations),
        }
    )


def _require_names(index: IndexText, stated: IndexText | Supplement, *, file: str) -> None:
    unnamed = [
        messages.FIELD_INVALID.at(
            Place(file=file, detail=f"bộ tiêu chí {edition.id}"),
            field=key,
            cause="chưa có tên trong mục criteria",
        )
        for edition in stated.editions
        for node in edition.tree
        for key in node.every_key()
        if key not in index.criteria
    ]
    if unnamed:
        raise FaultsError(*unnamed)
