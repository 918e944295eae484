"""A line against the year before: computed, rescaled with a note, or refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.deficits import messages
from analysis.deficits.line import Change

if TYPE_CHECKING:
    from analysis.deficits.field import Field
    from analysis.reference import Criterion


def change_of(criterion: Criterion, unit: str, *, now: Field, before: Field | None) -> Change:
    """Return the change of one line for one unit.

    Criteria are matched by meaning (`Criterion.key`), never by code: codes have been reused.

    Parameters
    ----------
    criterion
        The line in this year's edition.
    unit
        The unit's code.
    now, before
        The fields of this year and of the year before, if it is held.
    """
    year = now.edition.year - 1
    if before is None:
        return Change(note=messages.NO_PREVIOUS.format(year=year))
    gap = now.edition.break_of(criterion)
    refused = gap is not None and gap.effect == "refused"
    earlier = before.edition.by_key(criterion.key)
    if earlier is None:
        new = messages.NEW_CRITERION.format(year=year)
        return Change(
            note=messages.NOT_COMPARABLE.format(note=gap.note) if gap and refused else new
        )
    ranks = _rank_change(criterion.code, earlier.code, unit, now=now, before=before)
    previous = before.score(unit, earlier.code)
    score = now.score(unit, criterion.code)
    if gap is not None and refused:
        return replace(
            ranks,
            previous_score=previous,
            note=messages.NOT_COMPARABLE.format(note=gap.note),
            rank_note=None if ranks.rank is None else messages.RANK_METHOD_DIFFERS,
        )
    if previous is None:
        return replace(ranks, note=messages.NO_PREVIOUS.format(year=year))
    factor = gap.factor if gap is not None and gap.effect == "rescaled" else 1.0
    return replace(
        ranks,
        previous_score=previous,
        score=None if score is None else score - previous * factor,
        comparable=True,
        note=gap.note if gap else None,
    )


def _rank_change(code: str, earlier: str, unit: str, *, now: Field, before: Field) -> Change:
    rank, ranked = now.rank(unit, code), now.count(unit, code)
    was, was_ranked = before.rank(unit, earlier), before.count(unit, earlier)
    if was is None:
        return Change()
    moved = None if rank is None else was - rank
    note = None
    if moved is not None and ranked is not None and was_ranked is not None and ranked != was_ranked:
        note = messages.RANK_DENOMINATOR_DIFFERS.format(before=was_ranked, now=ranked)
    return Change(
        previous_rank=was,
        previous_ranked=was_ranked,
        rank=moved,
        rank_note=note,
    )
