"""The figures of two plans: each index and criterion, matched by what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan.comparing import messages
from analysis.plan.comparing.model import Change
from analysis.reference import TOTAL
from analysis.vietnamese import rank_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.plan.comparing.facts import Criterion, Index, Line, PlanFacts
    from analysis.plan.comparing.model import Severity
    from analysis.reference import Break

_SAME = 1e-9
_PRINTED = re.compile(r"[A-Z]?\d+(?:\.\d+)*")


def figure_changes(
    old: PlanFacts,
    new: PlanFacts,
    *,
    breaks: Mapping[str, Sequence[Break]],
    targets: bool = True,
) -> Iterator[Change]:
    """Yield the figures that are otherwise: rank, score, group, lost points, target, published.

    Parameters
    ----------
    old, new
        The facts of both plans.
    breaks
        The breaks in the series of each index.
    targets
        Whether the targets of criteria are compared too.

    Notes
    -----
    Criteria are matched by meaning, since codes have been used anew. Scores of years that do not
    compare are a notice; ranks and groups are told with the reason. Lost points follow the score
    and are told only where it stayed. What was published is compared for one year of results: of
    two years it is the score and the rank again.
    """
    pairing = _Pairing(old, new, breaks, targets=targets)
    yield from _of_unit("", old.indices, new.indices, pairing)
    former = {member.unit.name: member.indices for member in new.former_units}
    for member in old.former_units:
        if member.unit.name in former:
            name = member.unit.name
            yield from _of_unit(name, member.indices, former[name], pairing)


def _of_unit(
    unit: str, old: Sequence[Index], new: Sequence[Index], pairing: _Pairing
) -> Iterator[Change]:
    after = {item.index: item for item in new}
    for item in old:
        if item.index in after:
            yield from _of_index(unit, item, after[item.index], pairing)
        else:
            yield Change(
                "figure", "high", _at(unit, item.index), _score(item), "", messages.INDEX_REMOVED
            )
    known = {item.index for item in old}
    for item in new:
        if item.index not in known:
            yield Change(
                "figure", "high", _at(unit, item.index), "", _score(item), messages.INDEX_ADDED
            )


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The two plans, and what is known of how their years compare."""

    old: PlanFacts
    new: PlanFacts
    breaks: Mapping[str, Sequence[Break]]
    targets: bool

    @property
    def one_year(self) -> bool:
        return self.old.result_year == self.new.result_year

    @property
    def one_unit(self) -> bool:
        return self.old.same_unit(self.new)

    @property
    def between(self) -> str:
        """Which years are set side by side, empty if it is one."""
        if self.one_year:
            return ""
        return messages.BETWEEN.format(was=self.old.result_year, now=self.new.result_year)

    def gaps(self, index: str, key: str) -> list[Break]:
        """Return the breaks of a line between the two years, whichever comes first."""
        first, last = sorted((self.old.result_year, self.new.result_year))
        return [
            gap
            for gap in self.breaks.get(index, ())
            if first < gap.year <= last and {key, "*"} & set(gap.keys)
        ]


def _of_index(unit: str, old: Index, new: Index, pairing: _Pairing) -> Iterator[Change]:
    place = _at(unit, old.index)
    yield from _line(place, old, new, pairing.gaps(old.index, "index"), pairing, top=True)
    if pairing.one_year:
        yield from _published(place, old, new)
    after = {(line.key, line.breakdown): line for line in new.criteria}
    known = {(line.key, line.breakdown) for line in old.criteria}
    same = old.edition == new.edition and pairing.one_year
    for line in old.criteria:
        other = after.get((line.key, line.breakdown))
        where = _at(place, _name(other or line))
        if other is None:
            yield _alone(where, _score(line), "", messages.LINE_REMOVED, same=same)
        else:
            gaps = pairing.gaps(old.index, line.key)
            yield from _line(where, line, other, gaps, pairing, top=False)
    for line in new.criteria:
        if (line.key, line.breakdown) not in known:
            where = _at(place, _name(line))
            yield _alone(where, "", _score(line), messages.LINE_ADDED, same=same)


def _alone(place: str, was: str, now: str, what: str, *, same: bool) -> Change:
    severity: Severity = "medium" if same else "low"
    return Change("figure", severity, place, was, now, what)


def _line(
    place: str, old: Line, new: Line, gaps: Sequence[Break], pairing: _Pairing, *, top: bool
) -> Iterator[Change]:
    severity: Severity = "high" if top else "medium"
    notes = tuple(dict.fromkeys(gap.note for gap in gaps))
    refused = any(gap.effect == "refused" for gap in gaps)

    def change(field: str, was: str, now: str, *, told: str = "", notice: bool = False) -> Change:
        word = messages.FIELDS[field] + pairing.between
        parts = [f"{word}: {told or messages.CHANGED}"]
        if notice:
            parts = [f"{word}: {messages.NOT_COMPARABLE}"]
        parts += notes if field != "target" else ()
        what = "; ".join(parts)
        return Change("figure", "low" if notice else severity, place, was, now, what)

    if old.rank != new.rank or (old.rank is not None and old.ranked != new.ranked):
        told = _rank_told(old, new, pairing)
        found = change("rank", _rank(old), _rank(new), told=told)
        lighter: Severity = "medium" if top else "low"  # of other units, the rank stayed
        yield replace(found, severity=lighter) if old.rank == new.rank else found
    if _differ(old.score, new.score):
        told = _told(old.score, new.score, pairing)
        if new.score is None and new.reason:
            told = messages.BECAUSE.format(told=told, reason=new.reason)
        yield change("score", _score(old), _score(new), told=told, notice=refused)
    elif _differ(old.lost, new.lost):
        told = _told(old.lost, new.lost, pairing)
        yield change("lost", _figure(old.lost), _figure(new.lost), told=told, notice=refused)
    if old.group != new.group:
        was, now = (line.group or messages.UNKNOWN for line in (old, new))
        yield change("group", was, now, told=_known(old.group, new.group))
    if pairing.targets and _differ(old.target, new.target):
        told = _told(old.target, new.target, pairing)
        yield change("target", _figure(old.target), _figure(new.target), told=told)


def _published(place: str, old: Index, new: Index) -> Iterator[Change]:
    before = {(one.criterion, one.fact): one.published for one in old.reconciliation}
    after = {(one.criterion, one.fact): one.published for one in new.reconciliation}
    names = {line.code: _name(line) for line in (*old.criteria, *new.criteria)}
    for code, fact in dict.fromkeys((*before, *after)):
        was, now = before.get((code, fact), ""), after.get((code, fact), "")
        if was != now:
            where = place if code == TOTAL else _at(place, names.get(code, code))
            what = messages.PUBLISHED.format(fact=messages.STATED.get(fact, fact))
            severity: Severity = "high" if code == TOTAL else "medium"
            yield Change("figure", severity, where, was, now, what)


def _rank_told(old: Line, new: Line, pairing: _Pairing) -> str:
    if old.rank is None or new.rank is None or not pairing.one_unit:
        return _known(old.rank, new.rank)
    if old.rank == new.rank:
        return messages.OTHER_COUNT
    form = messages.RANK_UP if new.rank < old.rank else messages.RANK_DOWN
    return form.format(places=abs(new.rank - old.rank))


def _told(was: float | None, now: float | None, pairing: _Pairing) -> str:
    if was is None or now is None or not pairing.one_unit:
        return _known(was, now)
    form = messages.UP if now > was else messages.DOWN
    return form.format(change=_figure(abs(now - was)))


def _known(was: object, now: object) -> str:
    """Return what is said where only one side has a figure, else nothing."""
    if was is None or now is None:
        return messages.FIRST_KNOWN if was is None else messages.NOT_KNOWN
    return ""


def _differ(was: float | None, now: float | None) -> bool:
    if was is None or now is None:
        return was is not now
    return abs(was - now) > _SAME


def _score(line: Line) -> str:
    return _figure(line.score)


def _figure(value: float | None) -> str:
    """Return a figure with every digit that it has: two that differ must look different."""
    return messages.UNKNOWN if value is None else f"{value:.10g}".replace(".", ",")


def _rank(line: Line) -> str:
    if line.rank is None:
        return messages.UNKNOWN
    return str(line.rank) if line.ranked is None else rank_of(line.rank, line.ranked)


def _name(line: Criterion) -> str:
    """Return a criterion's name, with its code where that is a printed number."""
    if not _PRINTED.fullmatch(line.code):
        return line.name
    return messages.CRITERION.format(code=line.code, name=line.name)


def _at(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
