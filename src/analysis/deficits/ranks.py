"""Ranks and groups of one line over all provinces."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.deficits import messages

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reference import Criterion, Edition, GroupRule


def ranks(scores: pd.Series) -> pd.Series:
    """Return competition ranks: one more than the number of strictly higher scores.

    Parameters
    ----------
    scores
        Unrounded scores by unit; NaN is "not scored".

    Returns
    -------
    pandas.Series
        Ranks by unit as floats; NaN where the score is NaN, so that an unscored unit is neither
        ranked nor counted.

    Examples
    --------
    >>> import pandas as pd
    >>> ranks(pd.Series({"a": 5.0, "b": 7.0, "c": 5.0, "d": float("nan")})).to_dict()
    {'a': 2.0, 'b': 1.0, 'c': 2.0, 'd': nan}
    """
    return scores.rank(method="min", ascending=False)


def percentile_cuts(ranked: int) -> tuple[int, int, int]:
    """Return the last ranks of the three upper groups by the inclusive percentile.

    A unit belongs to the highest group when its score is at or above the 75th inclusive
    percentile (a spreadsheet's ``PERCENTILE``) of the scored units, and so on downward.

    Examples
    --------
    >>> percentile_cuts(63), percentile_cuts(62), percentile_cuts(60)
    ((16, 32, 47), (16, 31, 46), (15, 30, 45))
    """
    first, second, third = (ranked - math.ceil((ranked - 1) * q) for q in (0.75, 0.5, 0.25))
    return first, second, third


def group_of(
    criterion: Criterion,
    *,
    rank: int | None,
    ranked: int | None,
    score: float | None,
    edition: Edition,
) -> tuple[str | None, str | None]:
    """Return a line's group and, where there is none, the reason.

    The cuts are data of the year (`GroupRule`), not one formula. Where the rule of a year is not
    known, rival rules are tried and the group is given only if they agree.
    """
    groups = edition.index.groups
    if criterion.level not in groups.levels:
        return None, messages.NO_GROUP
    rule = edition.group_rule(criterion.code)
    if rule is None:
        return None, messages.GROUP_UNKNOWN_YEAR.format(year=edition.year)
    places = _places(rule, rank=rank, ranked=ranked, score=score)
    if len(places) != 1:
        reason = rule.basis if places else messages.NO_FIGURE
        return None, messages.GROUP_UNCERTAIN.format(basis=reason)
    return groups.labels[places.pop()], None


def _places(
    rule: GroupRule, *, rank: int | None, ranked: int | None, score: float | None
) -> set[int]:
    """Return the group numbers (0 is the best) that the rule's readings give."""
    if rule.thresholds:
        return set() if score is None else {sum(score < least for least in rule.thresholds)}
    if rank is None or ranked is None:
        return set()
    cuts = rule.cuts or (percentile_cuts(ranked),)
    return {sum(rank > last for last in cut) for cut in cuts}
