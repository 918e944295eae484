"""Departments, districts and communes as the issuers of plans of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.assigning import reference
from analysis.plan.mandate import Assigned, Body, Mandate
from analysis.plan.spreading import how_text, share_text
from analysis.reference import division_for
from analysis.vietnamese import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.plan.mandate import Due, Level
    from analysis.plan.spreading import Share
    from analysis.plan.study import Study
    from analysis.reference import Agency, Division, Divisions, Locality
    from analysis.tasks import WordedTask

_LINE = 27
"""Letters of a department's name that go on one line of the letterhead."""

_SYMBOL = re.compile(r"^[A-ZĐ][A-Za-zĐđ]*$")


def department(agency: Agency, study: Study, *, divisions: Divisions) -> Body:
    """Return a department as an issuer.

    Parameters
    ----------
    agency
        The department, there on the plan's date.
    study
        The province's study: names and date.
    divisions
        The divisions that departments have named.
    """
    name = agency.printed(study.unit)
    named = _divisions(divisions, "department", agency.kind, agency.code, study)
    head = next(
        (title for start, title in messages.HEADS.items() if name.startswith(start)),
        messages.HEADS[""],
    )
    is_so = name.startswith(messages.SO)
    return Body(
        code=agency.code,
        name=name,
        level="department",
        place="",
        issuer=_lines(name.upper()),
        superior=messages.SUPERIOR.format(unit=study.unit.full_name()).upper(),
        seat=seat_of(study.unit.name),
        symbol=_symbol(agency, name),
        head=head,
        focal=_focal(named) or (messages.OFFICE_OF_SO if is_so else messages.OFFICE),
        units=(messages.UNITS_OF_SO if is_so else messages.UNITS).format(name=name),
        below="",
    )


def locality(unit: Locality, study: Study, *, divisions: Divisions) -> Body:
    """Return a district or commune as an issuer; its People's Committee has no superior line."""
    level: Level = "district" if unit.unit_set == "63" else "commune"
    named = _divisions(divisions, level, unit.kind, unit.code, study)
    place = unit.full_name()
    return Body(
        code=unit.code,
        name=unit.people_committee(),
        level=level,
        place=place,
        issuer=(messages.ISSUER, place.upper()),
        superior="",
        seat=seat_of(unit.name, kind=unit.kind),
        symbol="UBND",
        head=messages.CHAIR_OF.format(kind=unit.kind),
        focal=_focal(named) or messages.OFFICE_OF_LOCALITY,
        units=messages.UNITS_OF_LOCALITY.format(kind=unit.kind),
        below=messages.BELOW[unit.kind] if level == "district" else messages.BELOW_COMMUNE,
    )


def seat_of(name: str, *, kind: str = "") -> str:
    """Return the place name before the date; numbers and Hồ Chí Minh are written in full.

    Decree 30/2020/NĐ-CP, Annex I, II.4.a.

    Examples
    --------
    >>> seat_of("Bình Gia", kind="huyện"), seat_of("5", kind="phường")
    ('Bình Gia', 'Phường 5')
    """
    if name == "Hồ Chí Minh":
        return messages.HO_CHI_MINH
    return capitalised(f"{kind} {name}") if name[:1].isdigit() else name


@dataclass(frozen=True, slots=True)
class Assigning:
    """What a mandate is made with, the same for all bodies of a provincial plan.

    `parent` is the citation of the provincial plan, `groups` the title each task is printed under.
    `levels` are the library's tasks worded for a level, by level and criterion reference.
    """

    study: Study
    parent: str
    divisions: Divisions
    groups: Mapping[str, str]
    levels: Mapping[tuple[Level, str], tuple[WordedTask, ...]]
    due: Due

    def mandate(self, body: Body, shares: Iterable[Share], *, kind: str) -> Mandate:
        """Return a body's mandate: its tasks in the plan's order, in its own voice.

        Where the body only carries a task out, the library's task for its level says how, each
        task of the library once.
        """
        rows = _divisions(self.divisions, body.level, kind, body.code, self.study)
        used: set[str] = set()
        assigned = []
        for share in shares:
            how = self._how(share, body.level, used) if share.part == "implement" else None
            assigned.append(self._assigned(share, how, rows))
            used |= {how.id} if how else set()
        return Mandate(body, self.parent, tuple(assigned), _words(body), self.due)

    def _how(self, share: Share, level: Level, used: set[str]) -> WordedTask | None:
        found = self.levels.get((level, reference(share.task, self.study)), ())
        return next((task for task in found if task.id not in used), None)

    def _assigned(
        self, share: Share, how: WordedTask | None, rows: tuple[Division, ...]
    ) -> Assigned:
        task = share.task
        text = share_text(share, others=self.study.directory.names(_actors(share)))
        if how is not None:
            text = how_text(how, lead=task.task.lead)
        # Whoever only helps answers for neither the product nor its day.
        told = how or (None if share.part == "coordinate" else task.task)
        return Assigned(
            task=task,
            part=share.part,
            text=text,
            deadline=told.deadline if told else "",
            product=told.product if told else "",
            group=self.groups[task.task.id],
            division=division_for(reference(task, self.study), rows),
            source=how.id if how else "",
        )


def _actors(share: Share) -> tuple[str, ...]:
    return tuple(share.task.functions.get("actors", ()))


def _words(body: Body) -> dict[str, str]:
    return {
        "co_quan": body.name,
        "CO_QUAN": body.name.upper(),
        "nguoi_dung_dau": body.head,
        "dau_moi": body.focal,
        "cac_bo_phan": body.units,
        "cap_duoi": body.below,
        "dia_ban": body.place,
    }


def _divisions(
    divisions: Divisions, level: Level, kind: str, code: str, study: Study
) -> tuple[Division, ...]:
    unit = study.unit
    key = f"{unit.unit_set}:{unit.code}/{code}"
    return divisions.of(level=level, kind=kind, body=key, day=study.day)


def _focal(divisions: tuple[Division, ...]) -> str:
    return next((row.division for row in divisions if row.focal), "")


def _symbol(agency: Agency, name: str) -> str:
    """Return the abbreviation in a plan's number: the register's, else the words' initials."""
    known = [alias for alias in agency.aliases if _SYMBOL.match(alias)]
    if known:
        return known[0]
    words = [word for word in re.split(r"[\s,-]+", name) if word and word != messages.AND]
    return "".join(word[0].upper() for word in words)


def _lines(name: str) -> tuple[str, ...]:
    """Return a name on one line, or on two of about the same length.

    Examples
    --------
    >>> _lines("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
    ('SỞ LAO ĐỘNG - THƯƠNG BINH', 'VÀ XÃ HỘI')
    """
    if len(name) <= _LINE:
        return (name,)
    words = name.split(" ")
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [cut for cut in cuts if len(cut[0]) <= _LINE and len(cut[1]) <= _LINE]
    better = [cut for cut in fitting if cut[1].startswith(messages.AND.upper())]
    return min(better or fitting or cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])))


def group_titles(study: Study) -> dict[str, str]:
    """Return the title of the group that each task is printed in, by task."""
    several = len(study.parts) > 1
    return {
        task.task.id: messages.GROUP_OF_INDEX.format(index=part.part, title=group.title)
        if several
        else group.title
        for part in study.parts
        for group in part.groups
        for task in group.tasks()
    }
