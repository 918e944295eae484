"""Reading every input of a run, all faults of all files at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

from analysis.errors import FaultsError, Place
from analysis.reference import (
    Divisions,
    edition_of,
    read_agencies,
    read_divisions,
    read_index,
    read_localities,
    read_places,
)
from analysis.runs import messages
from analysis.runs.paths import SHEETS
from analysis.scores import (
    DataFiles,
    read_data_files,
    read_flags,
    read_national,
    read_papi,
    read_published,
    read_results,
    with_rank,
    year_of,
)
from analysis.scores.par import read_scoring
from analysis.tasks import read_choosing, read_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.reference import Agencies, IndexName, IndexText, Localities, Places
    from analysis.runs.paths import Paths
    from analysis.scores import PublishedFact, YearScores
    from analysis.tasks import Choosing, Library

Read = TypeVar("Read")

OWN_DIVISIONS = "bo-phan.yml"
"""The optional table, beside the plans, in which departments name their divisions."""

INDICES: tuple[IndexName, ...] = ("PAPI", "SIPAS", "PAR INDEX")
"""The indices in the order in which plans tell their results."""

SLUGS = {"PAPI": "papi", "SIPAS": "sipas", "PAR INDEX": "par_index"}
"""The names of the indices' files and folders."""


@dataclass(frozen=True, slots=True)
class Register:
    """Who and what there is on a day: provinces, bodies, districts and communes."""

    places: Places
    agencies: Agencies
    localities: Localities


@dataclass(frozen=True)
class Inputs:
    """Everything that was read: registers, rules, and each index's years.

    `sheets` are the scoring sheets of PAR INDEX that were taken in, by unit code and year; `files`
    tell where the figures stand.
    """

    places: Places
    agencies: Agencies
    localities: Localities
    library: Library
    choosing: Choosing
    published: tuple[PublishedFact, ...]
    indices: dict[str, IndexText]
    years: dict[str, dict[int, YearScores]]
    sheets: dict[tuple[str, int], YearScores] = field(default_factory=dict)
    divisions: Divisions = field(default_factory=Divisions)
    files: DataFiles = field(default_factory=DataFiles)

    def result_year(self, plan_year: int, *, unit_code: str = "") -> int | None:
        """Return the newest year of results held before the plan year, for all or for a unit."""
        held = {year for years in self.years.values() for year in years}
        held |= {year for code, year in self.sheets if code == unit_code}
        return max((year for year in held if year < plan_year), default=None)

    def scores(self, index: IndexName, year: int, *, unit_code: str) -> YearScores | None:
        """Return an index's scores of a year as far as held: a unit's own sheet goes first."""
        published = self.years[index].get(year)
        sheet = self.sheets.get((unit_code, year)) if index == "PAR INDEX" else None
        return published if sheet is None else with_rank(sheet, published, unit_code)


@dataclass(slots=True)
class _Gathering:
    """Runs readers one after the other; what they find wrong is raised together."""

    faults: list[Fault] = field(default_factory=list)

    def read(self, reader: Callable[[], Read]) -> Callable[[], Read]:
        """Run a reader and return a getter of what it read.

        The getter raises every fault gathered so far if the reader failed, so that a value is
        asked for only after all its neighbours have been read.
        """
        try:
            value = reader()
        except FaultsError as error:
            self.faults += error.faults
            return self.fail
        return lambda: value

    def fail(self) -> NoReturn:
        """Raise every fault gathered, each once."""
        raise FaultsError(*dict.fromkeys(self.faults))

    def finish(self) -> None:
        """Raise what was gathered, if anything was."""
        if self.faults:
            self.fail()


def read_register(paths: Paths) -> Register:
    """Return the registers alone, for questions that need no results.

    Raises
    ------
    FaultsError
        Every fault of their files.
    """
    gathering = _Gathering()
    places, agencies, localities = _registers(gathering, paths)
    gathering.finish()
    return Register(places(), agencies(), localities())


def read_inputs(paths: Paths) -> Inputs:
    """Return every input of a run.

    Raises
    ------
    FaultsError
        Every fault of every file, so that one round of mending is enough.
    """
    gathering = _Gathering()
    reference = paths.reference
    places, agencies, localities = _registers(gathering, paths)
    choosing = gathering.read(partial(read_choosing, reference / "choosing.yml"))
    read = {
        name: gathering.read(partial(read_index, reference / "editions" / f"{slug}.yml"))
        for name, slug in SLUGS.items()
    }
    # The readers below need these registers; without them they would only repeat the same faults.
    indices = {name: index() for name, index in read.items()}
    library = gathering.read(
        partial(
            read_library,
            reference / "tasks",
            indices=indices.values(),
            functions=agencies().functions(),
        )
    )
    own = paths.plans / OWN_DIVISIONS
    files = (reference / "divisions.yml", *((own,) if own.is_file() else ()))
    divisions = gathering.read(partial(read_divisions, *files))
    published = gathering.read(
        partial(read_published, paths.raw / "published_facts.csv", places=places())
    )
    years = {
        name: _years(gathering, paths, index=index, places=places())
        for name, index in indices.items()
    }
    sheets = _sheets(gathering, paths, index=indices["PAR INDEX"], places=places())
    gathering.finish()
    return Inputs(
        places(),
        agencies(),
        localities(),
        library(),
        choosing(),
        published(),
        indices,
        years,
        sheets,
        divisions(),
        read_data_files(paths.raw, root=paths.root),
    )


def _registers(
    gathering: _Gathering, paths: Paths
) -> tuple[Callable[[], Places], Callable[[], Agencies], Callable[[], Localities]]:
    folder = paths.reference
    return (
        gathering.read(partial(read_places, folder / "provinces.csv")),
        gathering.read(partial(read_agencies, folder / "agencies.csv", folder / "functions.csv")),
        gathering.read(partial(read_localities, folder / "districts.csv", folder / "communes.csv")),
    )


def _sheets(
    gathering: _Gathering, paths: Paths, *, index: IndexText, places: Places
) -> dict[tuple[str, int], YearScores]:
    read = [
        gathering.read(partial(read_scoring, path, index=index, places=places))
        for path in sorted((paths.raw / index.slug / SHEETS).glob("*.csv"))
    ]
    if gathering.faults:
        return {}
    return {(code, scores.year): scores for code, scores in (sheet() for sheet in read)}


def _years(
    gathering: _Gathering, paths: Paths, *, index: IndexText, places: Places
) -> dict[int, YearScores]:
    folder = paths.raw / index.slug
    if index.ranked_by == "score":
        read = [
            gathering.read(partial(_read_year, path, index=index, places=places))
            for path in sorted(folder.glob("*.csv"))
        ]
        return {} if gathering.faults else {scores().year: scores() for scores in read}
    table = gathering.read(
        partial(read_results, folder / f"{index.slug}.csv", index=index, places=places)
    )
    flags = gathering.read(
        partial(read_flags, folder / "not_full_marks.csv", index=index, places=places)
    )
    national = gathering.read(partial(read_national, folder / "national.csv"))
    if gathering.faults:
        return {}
    return {
        year: year_of(table(), edition=edition_of(index, year), flags=flags(), national=national())
        for year in sorted(set(table()["year"]))
    }


def _read_year(path: Path, *, index: IndexText, places: Places) -> YearScores:
    """Return one year's file; its name says of which year it is."""
    year = path.stem.removeprefix(f"{index.slug}_")
    if not year.isdecimal():
        place = Place(file=path.name)
        raise FaultsError(messages.FILE_NAME_WITHOUT_YEAR.at(place, slug=index.slug))
    return read_papi(path, edition=edition_of(index, int(year)), places=places)
