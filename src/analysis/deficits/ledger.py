"""The ledger of lost points: every line of an index, and lines that close each sum exactly."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.deficits import messages
from analysis.deficits.changes import change_of
from analysis.deficits.field import field_of
from analysis.deficits.gains import gains_of
from analysis.deficits.line import Change, Gains, Ledger, Line, Standing
from analysis.deficits.ranks import group_of
from analysis.reference import TOTAL, Criterion
from analysis.vietnamese import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.deficits.field import Field
    from analysis.deficits.line import LineKind
    from analysis.errors import Fault
    from analysis.reference import Breakdown, Province
    from analysis.scores import YearScores

# A publisher rounds each part to two decimals: up to 0.01 a part may stay over.
_ROUNDING_A_PART = 0.01
_NOISE = 1e-9
_NOT_IN_SET = ""


class _Fields(NamedTuple):
    """The country and the region, this year and the year before.

    `formed` tells that the unit was formed between the two.
    """

    now: Field
    before: Field | None
    near: Field | None
    near_before: Field | None
    formed: bool


def build_ledger(
    *,
    unit: Province,
    year: YearScores,
    previous: YearScores | None,
    region: Sequence[str],
    continues: bool = True,
) -> Ledger:
    """Return the ledger of one unit.

    Parameters
    ----------
    unit
        The unit whose result it is.
    year, previous
        The scores of the result year and, if held, of the year before.
    region
        Codes of the units of its region, itself included.
    continues
        Whether the unit is the same body in a table of the other set of provinces; a unit formed
        from several has no year before.

    Notes
    -----
    ``lost = max_score - score`` on every line. Where the index is summed, the lost points of a
    parent's children add up to its own: what the children do not explain is one line
    "chưa phân bổ", what rounding leaves over is one line "chênh lệch làm tròn", and a difference
    larger than rounding can make is a warning that names it.
    """
    now = field_of(year)
    same_set = previous is not None and previous.unit_set == year.unit_set
    followed = previous is not None and (same_set or continues)
    before = field_of(previous) if previous is not None and followed else None
    near = now.region(list(region)) if now.computed else None
    near_before = before.region(list(region)) if before and before.computed else None
    formed = previous is not None and not followed
    fields = _Fields(now, before, near, near_before, formed)
    # Codes changed owner on 1 July 2025: a unit of one set is never read in a table of the other.
    code = unit.code if unit.unit_set == year.unit_set else _NOT_IN_SET
    gap = _gap(now, code)
    lines = [
        _line(criterion, code, gap=gap, year=year, fields=fields)
        for criterion in now.edition.criteria
    ]
    closed, warnings = _closed(lines, year=year)
    return Ledger(
        edition=now.edition,
        unit=unit,
        previous_year=None if previous is None else previous.year,
        national_mean=_national_mean(year, now),
        lines=tuple(closed),
        warnings=warnings,
    )


def _gap(field: Field, unit: str) -> float | None:
    score = field.score(unit, TOTAL)
    return None if score is None else field.edition.max_score - score


def _national_mean(year: YearScores, field: Field) -> float | None:
    if TOTAL in year.national:
        return year.national[TOTAL]
    return float(field.scores[TOTAL].mean()) if field.computed else None


def _line(
    criterion: Criterion,
    unit: str,
    *,
    gap: float | None,
    year: YearScores,
    fields: _Fields,
) -> Line:
    now = fields.now
    score = now.score(unit, criterion.code)
    lost = None
    if score is not None and criterion.max_score is not None:
        lost = criterion.max_score - score
    row = year.row(unit, criterion.code)
    flag = year.flagged.get(unit, {}).get(criterion.code)
    nation = _standing(criterion, unit, now)
    group, group_reason = group_of(
        criterion, rank=nation.rank, ranked=nation.ranked, score=score, edition=now.edition
    )
    return Line(
        kind="criterion",
        criterion=criterion,
        score=score,
        lost=lost,
        share=None if lost is None or not gap else lost / gap,
        status="" if score is None else "computed" if row is None else str(row["score_status"]),
        rank_status=_rank_status(row, nation, computed=criterion.code in now.computed),
        source=messages.COMPUTED_FROM if row is None and score is not None else _source(row, flag),
        flagged=flag is not None,
        reason=None if lost is not None else _reason(score, unit, flag=flag, field=now),
        group=group,
        group_reason=group_reason,
        nation=nation,
        region=_regional(criterion, unit, fields.near),
        change=_change(criterion, unit, fields),
        gains=gains_of(criterion, unit, now),
        interval=year.intervals.get((unit, criterion.code)),
    )


def _rank_status(row: Mapping[str, Any] | None, standing: Standing, *, computed: bool) -> str:
    if standing.rank is None:
        return ""
    return "computed" if computed or row is None else str(row["rank_status"])


def _source(row: Mapping[str, Any] | None, flag: str | None) -> str:
    return (flag or "") if row is None else str(row["source"])


def _reason(score: float | None, unit: str, *, flag: str | None, field: Field) -> str:
    """Return why a line has no lost points."""
    edition = field.edition
    if unit == _NOT_IN_SET:
        return messages.NEW_UNIT
    if flag is not None:
        return messages.BELOW_FULL_MARKS.format(source=flag)
    if score is not None:
        return messages.NO_MAXIMUM.format(year=edition.year)
    if field.computed:
        because = edition.not_scored_reason(unit)
        if because:
            return messages.NOT_SCORED_BECAUSE.format(reason=because)
        return messages.NOT_SCORED.format(year=edition.year)
    return messages.NO_FIGURE


def _standing(criterion: Criterion, unit: str, field: Field) -> Standing:
    rank = field.rank(unit, criterion.code)
    ranked = field.count(unit, criterion.code)
    if criterion.code not in field.computed:
        return Standing(rank=rank, ranked=ranked, reason=messages.FEW_SCORES)
    scores = field.scores[criterion.code]
    unscored = messages.NOT_SCORED.format(year=field.edition.year)
    if unit == _NOT_IN_SET:
        unscored = messages.NEW_UNIT
    return Standing(
        rank=rank,
        ranked=ranked,
        units=len(scores),
        median=float(scores.median()),
        best=float(scores.max()),
        reason=unscored if rank is None else None,
    )


def _regional(criterion: Criterion, unit: str, near: Field | None) -> Standing:
    if near is None:
        return Standing(reason=messages.FEW_SCORES)
    return _standing(criterion, unit, near)


def _change(criterion: Criterion, unit: str, fields: _Fields) -> Change:
    if fields.formed:
        return Change(note=messages.FORMED_SINCE)
    change = change_of(criterion, unit, now=fields.now, before=fields.before)
    if fields.near is None or fields.near_before is None:
        return change
    near = change_of(criterion, unit, now=fields.near, before=fields.near_before)
    return replace(change, regional_rank=near.rank)


def _closed(lines: list[Line], *, year: YearScores) -> tuple[list[Line], tuple[Fault, ...]]:
    """Return the lines with each sum closed, and what could not be closed by rounding."""
    closed: list[Line] = []
    warnings: list[Fault] = []
    for line in lines:
        closed.append(line)
        children = [child for child in lines if child.criterion.parent == line.code]
        for breakdown in dict.fromkeys(child.criterion.breakdown for child in children):
            part = [child for child in children if child.criterion.breakdown == breakdown]
            extra, warning = _closing(line, part, year=year)
            closed += extra
            warnings += warning
        if line.code == TOTAL:
            closed += _unexplained(line, children)
    return closed, tuple(warnings)


def _closing(
    parent: Line, children: list[Line], *, year: YearScores
) -> tuple[list[Line], list[Fault]]:
    """Return the line that makes the children of one breakdown add up to their parent."""
    known = [child.lost for child in children if child.lost is not None]
    if not year.edition.index.summed or parent.lost is None or not known:
        return [], []
    difference = parent.lost - math.fsum(known)
    if abs(difference) <= _NOISE:
        difference = 0.0
    breakdown = children[0].criterion.breakdown
    if len(known) < len(children) and difference > -_ROUNDING_A_PART * len(known):
        return [_extra("unallocated", parent, difference, breakdown)], []
    if not difference:
        return [], []
    if abs(difference) <= _ROUNDING_A_PART * len(children) + _NOISE:
        return [_extra("rounding", parent, difference, breakdown)], []
    warning = messages.PARTS_EXCEED_TOTAL.at(
        index=year.edition.index.index,
        year=year.year,
        parent=parent.criterion.name,
        children=number(math.fsum(known)),
        printed=number(parent.lost),
        difference=number(abs(difference)),
    )
    return [], [warning]


def _unexplained(total: Line, children: list[Line]) -> list[Line]:
    """Return the whole gap as unallocated when no breakdown of the index is known at all."""
    if total.lost is None or any(child.lost is not None for child in children):
        return []
    return [_extra("unallocated", total, total.lost, None)]


def _extra(kind: LineKind, parent: Line, lost: float, breakdown: Breakdown | None) -> Line:
    name = messages.UNALLOCATED if kind == "unallocated" else messages.ROUNDING
    suffix = f"-{breakdown}" if breakdown else ""
    criterion = Criterion(
        code=f"{parent.code}-{kind}{suffix}",
        key=kind,
        name=name,
        level=parent.criterion.level + 1,
        parent=parent.code,
        max_score=None,
        breakdown=breakdown,
        control=parent.criterion.control,
    )
    share = lost * parent.share / parent.lost if parent.lost and parent.share is not None else 0.0
    return Line(
        kind=kind,
        criterion=criterion,
        score=None,
        lost=lost,
        share=share,
        status="computed",
        rank_status="",
        source=messages.COMPUTED_FROM,
        flagged=False,
        reason=None,
        group=None,
        group_reason=messages.NO_GROUP,
        nation=Standing(),
        region=Standing(),
        change=Change(),
        gains=Gains(),
    )
