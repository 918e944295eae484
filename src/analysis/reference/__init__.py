"""What holds in which year: editions of the indices, provinces and agencies."""

from analysis.reference.agencies import Agencies, Agency, Directory, read_agencies
from analysis.reference.editions import (
    TOTAL,
    Break,
    Breakdown,
    Criterion,
    Edition,
    GroupRule,
    IndexName,
    IndexText,
    edition_of,
    read_index,
)
from analysis.reference.places import MERGER, Places, Province, read_places

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
    "edition_of",
    "read_agencies",
    "read_index",
    "read_places",
]
