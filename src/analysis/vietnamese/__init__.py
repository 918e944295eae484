"""Vietnamese text, figures and dates in the forms that administrative documents use."""

from analysis.vietnamese.dates import draft_date, long_date, short_date
from analysis.vietnamese.numbers import (
    count,
    letters,
    number,
    percent,
    rank_change,
    rank_of,
    roman,
    round_half_up,
    short_number,
    signed,
)
from analysis.vietnamese.text import capitalised, enumerated, fold, joined, lowered, nfc, slug
from analysis.vietnamese.typography import breakable, mended, typeset

__all__ = [
    "breakable",
    "capitalised",
    "count",
    "draft_date",
    "enumerated",
    "fold",
    "joined",
    "letters",
    "long_date",
    "lowered",
    "mended",
    "nfc",
    "number",
    "percent",
    "rank_change",
    "rank_of",
    "roman",
    "round_half_up",
    "short_date",
    "short_number",
    "signed",
    "slug",
    "typeset",
]
