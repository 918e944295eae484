"""What holds on which day: editions of the indices, provinces, localities, bodies, divisions."""

from analysis.reference.agencies import REGISTER_BEGINS, Agencies
from analysis.reference.bodies import COLLECTIVE, TIERS, Agency, Assignment, Members, Tier
from analysis.reference.directory import Directory
from analysis.reference.divisions import (
    Division,
    Divisions,
    belongs,
    division_for,
    read_divisions,
)
from analysis.reference.edition_text import (
    Break,
    Breakdown,
    GroupRule,
    IndexName,
    IndexText,
    UnitSet,
    read_index,
)
from analysis.reference.editions import TOTAL, Criterion, Edition, edition_of, edition_or_bare
from analysis.reference.files import read_rows
from analysis.reference.localities import Localities, Locality, read_localities
from analysis.reference.places import MERGER, Places, Province, read_places, unit_set_of
from analysis.reference.register import read_agencies

__all__ = [
    "COLLECTIVE",
    "MERGER",
    "REGISTER_BEGINS",
    "TIERS",
    "TOTAL",
    "Agencies",
    "Agency",
    "Assignment",
    "Break",
    "Breakdown",
    "Criterion",
    "Directory",
    "Division",
    "Divisions",
    "Edition",
    "GroupRule",
    "IndexName",
    "IndexText",
    "Localities",
    "Locality",
    "Members",
    "Places",
    "Province",
    "Tier",
    "UnitSet",
    "belongs",
    "division_for",
    "edition_of",
    "edition_or_bare",
    "read_agencies",
    "read_divisions",
    "read_index",
    "read_localities",
    "read_places",
    "read_rows",
    "unit_set_of",
]
