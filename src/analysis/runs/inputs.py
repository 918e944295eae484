"""Reading every input of a run, all faults of all files at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from analysis.errors import Fault, FaultsError
from analysis.reference import edition_of, read_agencies, read_index, read_places
from analysis.scores import (
    read_flags,
    read_national,
    read_papi,
    read_published,
    read_results,
    year_of,
)
from analysis.tasks import read_choosing, read_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.reference import Agencies, IndexName, IndexText, Places
    from analysis.runs.paths import Paths
    from analysis.scores import PublishedFact, YearScores
    from analysis.tasks import Choosing, Library

Read = TypeVar("Read")

INDICES: tuple[IndexName, ...] = ("PAPI", "SIPAS", "PAR INDEX")
"""The indices in the order in which plans tell their results."""

_SLUGS = {"PAPI": "papi", "SIPAS": "sipas", "PAR INDEX": "par_index"}


@dataclass(frozen=True)
class Inputs:
    """Everything that was read: registers, rules, and each index's years."""

    places: Places
    agencies: Agencies
    library: Library
    choosing: Choosing
    published: tuple[PublishedFact, ...]
    indices: dict[str, IndexText]
    years: dict[str, dict[int, YearScores]]

    def result_year(self, plan_year: int) -> int | None:
        """Return the newest year of results held before the plan year."""
        held = [year for years in self.years.values() for year in years if year < plan_year]
        return max(held, default=None)


class _Gathering:
    """Runs readers one after the other and keeps their faults until all have run."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def read(self, reader: Callable[[], Read]) -> Read | None:
        """Return what a reader gives, or None after keeping its faults."""
        try:
            return reader()
        except FaultsError as error:
            self.faults += error.faults
            return None

    def finish(self) -> None:
        """Raise every fault that was kept, each once."""
        if self.faults:
            raise FaultsError(*dict.fromkeys(self.faults))


def read_inputs(paths: Paths) -> Inputs:
    """Return every input of a run.

    Raises
    ------
    FaultsError
        Every fault of every file, so that one round of mending is enough.
    """
    gathering = _Gathering()
    reference = paths.reference
    places = gathering.read(lambda: read_places(reference / "provinces.csv"))
    agencies = gathering.read(
        lambda: read_agencies(reference / "agencies.csv", reference / "functions.csv")
    )
    found = {
        name: gathering.read(partial(read_index, reference / "editions" / f"{slug}.yml"))
        for name, slug in _SLUGS.items()
    }
    choosing = gathering.read(lambda: read_choosing(reference / "choosing.yml"))
    indices = {name: index for name, index in found.items() if index is not None}
    if places is None or agencies is None or choosing is None or len(indices) < len(_SLUGS):
        gathering.finish()
        raise AssertionError  # finish() always raises here: a missing input has left a fault
    library = gathering.read(
        lambda: read_library(
            reference / "tasks", indices=indices.values(), functions=agencies.functions()
        )
    )
    published = gathering.read(
        lambda: read_published(paths.raw / "published_facts.csv", places=places)
    )
    years = {
        name: _years(gathering, paths, index=index, places=places)
        for name, index in indices.items()
    }
    gathering.finish()
    if library is None or published is None:
        raise AssertionError
    return Inputs(places, agencies, library, choosing, published, indices, years)


def _years(
    gathering: _Gathering, paths: Paths, *, index: IndexText, places: Places
) -> dict[int, YearScores]:
    folder = paths.raw / index.slug
    if index.ranked_by == "score":
        read = {
            year: gathering.read(
                partial(read_papi, path, edition=edition_of(index, year), places=places)
            )
            for path in sorted(folder.glob(f"{index.slug}_*.csv"))
            if (year := int(path.stem.rpartition("_")[2]))
        }
        return {year: scores for year, scores in read.items() if scores is not None}
    table = gathering.read(
        lambda: read_results(folder / f"{index.slug}.csv", index=index, places=places)
    )
    flags = gathering.read(lambda: read_flags(folder / "not_full_marks.csv", places=places))
    national = gathering.read(lambda: read_national(folder / "national.csv"))
    if table is None or flags is None or national is None:
        return {}
    return {
        year: year_of(table, edition=edition_of(index, year), flags=flags, national=national)
        for year in sorted(set(table["year"]))
    }
