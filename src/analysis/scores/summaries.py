"""Rows and columns that are no unit's: the country, the best, a worked example."""

from __future__ import annotations

from analysis.vietnamese import fold

EXAMPLE = "VÍ DỤ"
"""What the forms write in front of their worked row; no reader takes such a row for data."""

_SUMMARIES = frozenset(
    {
        "highest",
        "diem cao nhat",
        "highest diem cao nhat",
        "cao nhat",
        "lowest",
        "thap nhat",
        "diem thap nhat",
        "trung binh",
        "trung binh ca nuoc",
        "ca nuoc",
        "toan quoc",
        "mean",
        "average",
        "median",
        "trung vi",
        "max",
        "min",
        "national",
        "vi du",
    }
)
# The workbook of 2011-2016 gives the columns' maxima a code of their own.
_HIGHEST_CODE = "999"


def is_summary(text: str) -> bool:
    """Return whether a name or code stands for the country, a best or an example, not for a unit.

    Examples
    --------
    >>> is_summary("Cả nước"), is_summary("999"), is_summary("VÍ DỤ"), is_summary("Hà Nội")
    (True, True, True, False)
    """
    return fold(text) in _SUMMARIES or text.strip() == _HIGHEST_CODE
