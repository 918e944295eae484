"""Percent satisfied with its interval, for everybody and for each group of respondents."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

SURVEY_COLUMNS = {
    "by": "str",
    "unit": "str",
    "field": "str",
    "group": "str",
    "criterion": "str",
    "respondents": "int64",
    "answers": "int64",
    "skipped": "int64",
    "satisfied": "int64",
    "percent": "float64",
    "low": "float64",
    "high": "float64",
    "few": "bool",
}
"""Columns of the tidy table: one row a group and criterion."""

FEW = 30
"""Groups with fewer respondents are marked: their figures say little."""

_LEVEL = 0.95
_BY: dict[str, tuple[str, ...]] = {
    "all": (),
    "unit": ("unit",),
    "field": ("field",),
    "unit_field": ("unit", "field"),
    "age": ("age",),
    "sex": ("sex",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers to the questions of one criterion: three counts for each respondent."""

    criterion: str
    answers: npt.NDArray[np.uint16]
    satisfied: npt.NDArray[np.uint16]
    skipped: npt.NDArray[np.uint16]

    def moments(self, cells: npt.NDArray[np.intp], count: int) -> dict[str, Floats]:
        """Return the sums by cell from which shares and their variances follow."""
        m, s = self.answers.astype(np.float64), self.satisfied.astype(np.float64)

        def by_cell(weights: Floats) -> Floats:
            sums = np.bincount(cells, weights=weights, minlength=count)
            return sums.astype(np.float64, copy=False)

        return {
            "respondents": by_cell((m > 0).astype(np.float64)),
            "answers": by_cell(m),
            "skipped": by_cell(self.skipped.astype(np.float64)),
            "satisfied": by_cell(s),
            "mm": by_cell(m * m),
            "sm": by_cell(s * m),
            "ss": by_cell(s * s),
        }


def satisfaction(
    asked: Sequence[Asked],
    *,
    groups: Mapping[str, npt.NDArray[np.int32]],
    names: Mapping[str, Sequence[str]],
) -> pd.DataFrame:
    """Return the tidy table.

    Parameters
    ----------
    asked
        The criteria in the order of the table.
    groups
        For ``unit``, ``field``, ``age`` and ``sex``, as far as the file has them, the group of
        each respondent as its place in `names`.
    names
        The names of the groups.
    """
    if not asked:
        return pd.DataFrame(columns=list(SURVEY_COLUMNS)).astype(SURVEY_COLUMNS)
    cells, keys = _cells(groups, len(asked[0].answers))
    sums = {item.criterion: pd.DataFrame(item.moments(cells, len(keys))) for item in asked}
    tables = [
        _summed(sums, keys, by, names=names)
        for by, parts in _BY.items()
        if set(parts) <= set(groups)
    ]
    return pd.concat(tables)[list(SURVEY_COLUMNS)].astype(SURVEY_COLUMNS).reset_index(drop=True)


def _summed(
    sums: Mapping[str, pd.DataFrame],
    keys: pd.DataFrame,
    by: str,
    *,
    names: Mapping[str, Sequence[str]],
) -> pd.DataFrame:
    """Return the rows of one way to group the respondents, criteria within groups."""
    parts = list(_BY[by]) or ["all"]
    found = [
        moments.groupby([keys[part] for part in parts]).sum().reset_index().assign(criterion=code)
        for code, moments in sums.items()
    ]
    table = pd.concat(found).sort_values(parts, kind="stable").reset_index(drop=True)
    rows = table.assign(by=by, unit="", field="", group="")
    for part in _BY[by]:
        column = part if part in ("unit", "field") else "group"
        rows[column] = [names[part][code] for code in table[part]]
    _, low, high = interval(table)
    # Multiplied before it is divided: 113 of 200 is 56.5, not 56.49999.
    percent = (100 * table["satisfied"] / table["answers"].where(table["answers"] > 0)).clip(
        100 * low, 100 * high
    )
    return rows.assign(
        percent=percent, low=100 * low, high=100 * high, few=table["respondents"] < FEW
    )


def _cells(
    groups: Mapping[str, npt.NDArray[np.int32]], count: int
) -> tuple[npt.NDArray[np.intp], pd.DataFrame]:
    """Return the cell of each respondent among all combinations that occur, and what they are."""
    joint = np.zeros(count, dtype=np.int64)
    sizes = {part: int(codes.max(initial=0)) + 1 for part, codes in groups.items()}
    for part, codes in groups.items():
        joint = joint * sizes[part] + codes
    cells, found = pd.factorize(joint)
    keys = pd.DataFrame({"all": np.zeros(len(found), dtype=np.int64)})
    for part, size in reversed(sizes.items()):
        keys[part] = found % size
        found = found // size
    return cells, keys


def interval(moments: pd.DataFrame) -> tuple[Floats, Floats, Floats]:
    """Return the share satisfied and the bounds of its 95 % interval, NaN without an answer.

    The share is a ratio: satisfied answers over all answers. One respondent answers several
    questions of a factor, and alike; so the variance is that of a ratio over clusters, linearised
    [1]_ [2]_, the respondent being the cluster. From it follows the number of independent answers
    that would be as uncertain, and Wilson's interval [3]_ is taken with that number [4]_ [5]_: it
    stays within 0 and 100 %, and has a width at both ends.

    The effective number is at most that of the answers. It is at least ``(Σm)² / Σm²`` for
    ``m`` answers a respondent [1]_: that many there are where all answers of a respondent are the
    same. This is also what is taken where all answers are alike and the variance says nothing.

    Parameters
    ----------
    moments
        Sums over respondents: ``respondents``, ``answers`` (m), ``satisfied`` (s), ``mm``, ``sm``
        and ``ss``.

    References
    ----------
    .. [1] L. Kish. Survey Sampling. Wiley, 1965.
    .. [2] W. G. Cochran. Sampling Techniques. 3rd ed., Wiley, 1977: proportions over clusters.
    .. [3] E. B. Wilson. Probable inference, the law of succession, and statistical inference.
       Journal of the American Statistical Association 22 (1927), 209-212.
    .. [4] E. L. Korn, B. I. Graubard. Confidence intervals for proportions with small expected
       number of positive counts estimated from survey data. Survey Methodology 24 (1998), 193-201.
    .. [5] N. Dean, M. Pagano. Evaluating confidence interval methods for binomial proportions in
       clustered surveys. Journal of Survey Statistics and Methodology 3 (2015), 484-503.

    Examples
    --------
    One answer each, 8 of 10 satisfied, is the plain interval of Wilson:

    >>> one = {"respondents": 10, "answers": 10, "satisfied": 8, "mm": 10, "sm": 8, "ss": 8}
    >>> [round(float(bound[0]), 4) for bound in interval(pd.DataFrame([one]))]
    [0.8, 0.4902, 0.9433]
    """
    n, m, s = (
        moments[name].to_numpy(np.float64) for name in ("respondents", "answers", "satisfied")
    )
    mm, sm, ss = (moments[name].to_numpy(np.float64) for name in ("mm", "sm", "ss"))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = s / m
        squares = np.maximum(ss - 2 * share * sm + share**2 * mm, 0)
        variance = n / (n - 1) * squares / m**2
        size = share * (1 - share) / variance
        floor = m**2 / mm
        size = np.where(np.isfinite(size) & (variance > 0), np.clip(size, floor, m), floor)
        low, high = _wilson(share, size)
    return share, np.minimum(low, share), np.maximum(high, share)


def _wilson(share: Any, size: Any) -> tuple[Floats, Floats]:
    z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
    middle = share + z**2 / (2 * size)
    half = z * np.sqrt(share * (1 - share) / size + (z / (2 * size)) ** 2)
    return (
        np.clip((middle - half) / (1 + z**2 / size), 0, 1),
        np.clip((middle + half) / (1 + z**2 / size), 0, 1),
    )
