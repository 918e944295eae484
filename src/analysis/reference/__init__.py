"""What holds in which year: editions of the indices, provinces and agencies."""

from analysis.reference.agencies import Agencies, Agency, Directory, read_agencies
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
from analysis.reference.places import MERGER, Places, Province, read_places, unit_set_of

__all__ = [
    "MERGER",
    "TOTAL",
    "Agencies",
    "Agency",
    "Break",
    "Breakdown",
    "Criterion",
    "Directory",
    "Edition",
    "GroupRule",
    "IndexName",
    "IndexText",
    "Places",
    "Province",
    "UnitSet",
    "edition_of",
    "edition_or_bare",
    "read_agencies",
    "read_index",
    "read_places",
    "unit_set_of",
]
