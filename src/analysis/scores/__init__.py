"""Readers of published results: one tidy table, every fault of a file at once."""

from analysis.scores.files import NATIONAL, PUBLISHED, DataFiles, Spot, read_data_files
from analysis.scores.papi import read_papi
from analysis.scores.published import PublishedFact, read_published
from analysis.scores.results import (
    RESULT_COLUMNS,
    read_flags,
    read_national,
    read_results,
    with_rank,
    year_of,
)
from analysis.scores.table import COLUMNS, NATION, Interval, YearScores, tidy

__all__ = [
    "COLUMNS",
    "NATION",
    "NATIONAL",
    "PUBLISHED",
    "RESULT_COLUMNS",
    "DataFiles",
    "Interval",
    "PublishedFact",
    "Spot",
    "YearScores",
    "read_data_files",
    "read_flags",
    "read_national",
    "read_papi",
    "read_published",
    "read_results",
    "tidy",
    "with_rank",
    "year_of",
]
