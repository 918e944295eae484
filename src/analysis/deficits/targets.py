"""A target for each line: the unit's own where it set one, else a proposal by a named rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.deficits import messages
from analysis.deficits.gains import group_above
from analysis.deficits.ranks import percentile_cuts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.deficits.field import Field
    from analysis.deficits.line import Ledger, Line

TargetRule = Literal["median_of_group_above", "full_marks"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a line should reach.

    `score` is in the line's own unit; `full_marks` asks for the maximum where no figure is known.
    `proposed` is True for a proposal of a rule, False for a target that the unit set; `basis` says
    which rule, or why there is no target.
    """

    code: str
    score: float | None
    basis: str
    full_marks: bool = False
    proposed: bool = True


def targets_of(
    ledger: Ledger, *, field: Field, rule: TargetRule, given: Mapping[str, float]
) -> tuple[Target, ...]:
    """Return a target for each criterion of the ledger below the index itself.

    Parameters
    ----------
    ledger
        The unit's ledger.
    field
        The field of the same index and year.
    rule
        The rule for lines without a target of the unit's own.
    given
        Targets that the unit set, by criterion code.
    """
    return tuple(
        Target(line.code, given[line.code], messages.TARGET_GIVEN, proposed=False)
        if line.code in given
        else _proposal(line, ledger.unit.code, field=field, rule=rule)
        for line in ledger.lines
        if line.kind == "criterion" and line.criterion.level > 0
    )


def _proposal(line: Line, unit: str, *, field: Field, rule: TargetRule) -> Target:
    if rule == "median_of_group_above" and line.score is not None and line.code in field.computed:
        return _median_above(line, line.score, unit, field)
    # Full marks of a satisfaction index would be everybody's satisfaction: no target to propose.
    if line.flagged and line.criterion.control == "survey":
        return Target(line.code, None, messages.TARGET_SURVEY)
    if line.flagged and field.edition.index.summed:
        return Target(line.code, None, messages.TARGET_FULL, full_marks=True)
    return Target(line.code, None, messages.NO_TARGET)


def _median_above(line: Line, score: float, unit: str, field: Field) -> Target:
    """Return the median of the group above; the publisher groups some lines, quarters the rest."""
    scores = field.scores[line.code].dropna()
    above = group_above(line.criterion, unit, field)
    basis = messages.TARGET_ABOVE
    best = scores.nlargest(percentile_cuts(len(scores))[0])
    if line.group is None and above.empty and line.nation.rank is not None:
        cuts = percentile_cuts(len(scores))
        quarter = sum(line.nation.rank > last for last in cuts)
        ordered = scores.sort_values(ascending=False)
        bounds = (0, *cuts)
        if quarter:
            above = ordered.iloc[bounds[quarter - 1] : bounds[quarter]]
            basis = messages.TARGET_QUARTER
    if not above.empty:
        return Target(line.code, float(above.median()), basis)
    mark = float(best.median())
    if score >= mark:
        return Target(line.code, score, messages.TARGET_KEEP)
    return Target(line.code, mark, messages.TARGET_BEST)
