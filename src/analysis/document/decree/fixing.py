"""Mending the form of a Word file: rule by rule, proved to leave every word, checked again.

The menders work on the parts of the file in memory. What they give is packed, compared with what
came and judged by the same checker as any other file; a mender whose work breaks another rule is
left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from analysis.document.decree import fix_messages as m
from analysis.document.decree.anatomy import read_anatomy
from analysis.document.decree.case import Case
from analysis.document.decree.checking import ALONE, check
from analysis.document.decree.fixes import MENDERS, Desk
from analysis.document.decree.fixes.parcel import open_parcel, unpacked, written
from analysis.document.decree.fixes.sameness import differing
from analysis.document.decree.opening import open_package
from analysis.document.decree.reading import _read as read_package
from analysis.document.decree.report import report_json, report_text
from analysis.document.decree.rules import CHECKS
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.document.decree.case import Stage
    from analysis.document.decree.checking import Finding
    from analysis.document.decree.fixes.parcel import Parcel
    from analysis.document.decree.opening import Package
    from analysis.document.decree.rulebook import Profile, Rule
    from analysis.reference.places import Places

_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended file as bytes, what was mended, and what is left for a person."""

    data: bytes
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        """Whether a stated requirement is still broken."""
        return any(finding.severity == "error" for finding in self.left)


def fix(
    path: Path,
    *,
    rules: Sequence[Rule],
    stage: Stage = "draft",
    profile: Profile | None = None,
    places: Places | None = None,
) -> Mended:
    """Return a file with its form mended where that is certain; no word is changed.

    Parameters
    ----------
    path
        A .docx of any origin; it is only read.
    rules, stage, profile, places
        As for `check`; what the profile accepts is not mended.

    Returns
    -------
    Mended
        The same bytes when there was nothing to mend.

    Raises
    ------
    FaultsError
        As `check`; DO-70 to DO-73 for a file that mending would spoil, DO-74 when more than the
        form would differ, DO-75 for a document that the rules do not govern.
    """
    parcel = open_parcel(path)
    bench = _Bench(parcel, rules, stage, profile, places)
    before = bench.judged(parcel.data)
    place = Place(file=path.name)
    if outside := [finding for finding in before if finding.rule in ALONE]:
        found = (m.NOT_GOVERNED.at(place, rule=f.rule, message=f.message) for f in outside)
        raise FaultsError(*found)
    mended, after = bench.best(before)
    if parts := differing(parcel.parts, unpacked(mended.data)):
        raise FaultsError(*(m.DIFFERS.at(place, part=part) for part in parts))
    return Mended(mended.data, _gone(before, after), after)


@dataclass(frozen=True, slots=True)
class _Bench:
    """One file with what it is judged by."""

    parcel: Parcel
    rules: Sequence[Rule]
    stage: Stage
    profile: Profile | None
    places: Places | None

    def judged(self, data: bytes) -> tuple[Finding, ...]:
        """Return what the checker finds in a file of some bytes."""
        with TemporaryDirectory() as folder:
            return check(
                self._put(data, folder),
                rules=self.rules,
                stage=self.stage,
                profile=self.profile,
                places=self.places,
            )

    def best(self, before: Sequence[Finding]) -> tuple[Parcel, tuple[Finding, ...]]:
        """Return the file mended by as many menders as break no other rule, and its findings."""
        barred: frozenset[str] = frozenset()
        mended, used = self._mended(barred)
        after = self.judged(mended.data)
        while _harm(before, after):
            tries = []
            for rule in sorted(used):
                one, by = self._mended(barred | {rule})
                found = self.judged(one.data)
                tries.append((_harm(before, found), len(found), rule, one, by, found))
            *_, rule, mended, used, after = min(tries, key=lambda one: one[:3])
            barred |= {rule}
        return mended, after

    def _mended(self, barred: frozenset[str]) -> tuple[Parcel, set[str]]:
        """Return the file mended round by round, and the rules whose menders changed it."""
        with TemporaryDirectory() as folder:
            package = open_package(self._put(self.parcel.data, folder))
        accepted = barred if self.profile is None else barred | self.profile.accepted()
        mending = {r.id: r for r in self.rules if r.id in MENDERS and r.id not in accepted}
        changed: set[str] = set()
        used: set[str] = set()
        case = self._case(package)
        for _ in range(_MOST_ROUNDS):
            stirred = False
            for id_, mend in MENDERS.items():
                if id_ not in mending or not any(True for _ in CHECKS[id_](case, mending[id_])):
                    continue
                desk = Desk(package)
                mend(desk, case, mending[id_])
                if desk.changed:
                    changed |= desk.changed
                    used |= {id_}
                    stirred, case = True, self._case(package)
            if not stirred:
                break
        parts = {name: written(package.parts[name]) for name in sorted(changed)}
        return (self.parcel.with_parts(parts) if parts else self.parcel), used

    def _case(self, package: Package) -> Case:
        return Case(read_anatomy(read_package(package)), stage=self.stage, places=self.places)

    def _put(self, data: bytes, folder: str) -> Path:
        path = Path(folder) / self.parcel.file
        path.write_bytes(data)
        return path


def _harm(before: Iterable[Finding], after: Iterable[Finding]) -> int:
    """Return how many findings of a rule there are beyond those that it had before."""
    more = Counter(f.rule for f in after) - Counter(f.rule for f in before)
    return sum(more.values())


def _gone(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are there no more; a changed one in its place is still there."""
    exact = Counter((*_where(finding), finding.found) for finding in after)
    there = Counter(_where(finding) for finding in after)
    changed = []
    for finding in before:
        key = (*_where(finding), finding.found)
        if exact[key]:
            exact[key] -= 1
            there[_where(finding)] -= 1
        else:
            changed.append(finding)
    gone = []
    for finding in changed:
        if there[_where(finding)]:
            there[_where(finding)] -= 1
        else:
            gone.append(finding)
    return tuple(gone)


def _where(finding: Finding) -> tuple[str, str]:
    """Return rule and place; headings may have come to stand in capitals."""
    return finding.rule, finding.place.casefold()


def fix_json(mended: Mended, *, out: Path) -> dict[str, object]:
    """Return what was mended and what is left as plain data."""
    return {
        "fixed": report_json(mended.fixed),
        "left": report_json(mended.left),
        "out": str(out),
    }


def fix_text(mended: Mended) -> str:
    """Return what was mended and what is left as Vietnamese text."""
    fixed, left = mended.fixed, mended.left
    parts = [m.MENDED.format(count=len(fixed))]
    parts += [report_text(fixed) if fixed else m.NOTHING_MENDED]
    parts += [m.LEFT.format(count=len(left)), report_text(left)] if left else [report_text(left)]
    return "\n\n".join(parts)
