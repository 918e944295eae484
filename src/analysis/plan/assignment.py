"""From a body's shares to its mandate: each provincial task in the body's own voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.assigning import reference
from analysis.plan.bodies import divisions_of
from analysis.plan.mandate import Assigned, Mandate
from analysis.plan.spreading import how_text, share_text
from analysis.reference import division_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.plan.mandate import Body, Due, Level
    from analysis.plan.spreading import Share
    from analysis.plan.study import Study
    from analysis.reference import Division, Divisions
    from analysis.tasks import WordedTask

_INFORMATION = "SIPAS/policy_info"
"""The criterion whose division informs the people of the plan."""


@dataclass(frozen=True, slots=True)
class Assigning:
    """What a mandate is made with, the same for all bodies of a provincial plan.

    `parent` is the citation of the provincial plan, `groups` the title each task is printed under.
    `levels` are the library's tasks worded for a level, by level and criterion reference. `due` are
    the days by which the provincial plan wants the plans and their results, `indices` what it is
    about.
    """

    study: Study
    parent: str
    divisions: Divisions
    groups: Mapping[str, str]
    levels: Mapping[tuple[Level, str], tuple[WordedTask, ...]]
    due: Due
    indices: tuple[str, ...] = ()

    def mandate(self, body: Body, shares: Iterable[Share], *, kind: str) -> Mandate:
        """Return a body's mandate: its tasks in the plan's order, in its own voice.

        Where the body only carries a task out, the library's task for its level says how, each
        task of the library once.
        """
        rows = divisions_of(self.divisions, body.level, kind, body.code, self.study)
        own = _own_names(body, kind, self.study)
        used: set[str] = set()
        assigned = []
        for share in shares:
            how = self._how(share, body.level, used) if share.part == "implement" else None
            assigned.append(self._assigned(share, how, rows, own))
            used |= {how.id} if how else set()
        words = _words(body, rows, self.study)
        return Mandate(body, self.parent, tuple(assigned), words, self.due, self.indices)

    def _how(self, share: Share, level: Level, used: set[str]) -> WordedTask | None:
        found = self.levels.get((level, reference(share.task, self.study)), ())
        return next((task for task in found if task.id not in used), None)

    def _assigned(
        self,
        share: Share,
        how: WordedTask | None,
        rows: tuple[Division, ...],
        own: tuple[tuple[str, str], ...],
    ) -> Assigned:
        task = share.task
        directory = self.study.directory
        actors = tuple(task.functions.get("actors", ()))
        known = tuple(code for code in actors if code in directory.agencies.functions())
        text = share_text(
            share,
            others=directory.names(known),
            asked=bool(known) and directory.proposed(known),
        )
        if how is not None:
            text = how_text(how, lead=task.task.lead)
        # Whoever only helps answers for neither the product nor its day.
        told = how or (task.task if share.part in ("act", "lead") else None)
        return Assigned(
            task=task,
            part=share.part,
            text=_in_own_words(text, own),
            deadline=told.deadline if told else "",
            product=told.product if told else "",
            group=self.groups[task.task.id],
            division=division_for(reference(task, self.study), rows),
            source=how.id if how else "",
        )


def _own_names(body: Body, kind: str, study: Study) -> tuple[tuple[str, str], ...]:
    """Return how a locality speaks of itself and its parts, by how the province speaks of all."""
    if body.level == "department":
        return ()
    directory = study.directory
    parts = messages.OWN_PARTS[body.level]
    names = [(directory.name(function), form.format(kind=kind)) for function, form in parts.items()]
    places = messages.OWN_PLACES.get(kind)
    if places is not None:
        names.append((messages.ALL_PLACES, places))
    return tuple(names)


def _in_own_words(text: str, own: tuple[tuple[str, str], ...]) -> str:
    for name, instead in own:
        text = text.replace(name, instead)
    return text


def _words(body: Body, rows: tuple[Division, ...], study: Study) -> dict[str, str]:
    """Return the words that the texts of a dependent plan may ask for."""
    through = study.directory.name("noi_vu")
    return {
        "co_quan": body.name,
        "CO_QUAN": body.name.upper(),
        "nguoi_dung_dau": body.head,
        "dau_moi": body.focal,
        "viet_tat_dau_moi": _initials(body.focal),
        "bo_phan_thong_tin": division_for(_INFORMATION, rows) or messages.INFORMATION,
        "cac_bo_phan": body.units,
        "cap_duoi": body.below,
        "dia_ban": body.place,
        "qua_noi_vu": "" if through == body.name else messages.THROUGH.format(name=through),
    }


def _initials(name: str) -> str:
    """Return the abbreviation of a division in the archive line.

    Examples
    --------
    >>> _initials("Phòng Văn hóa - Xã hội"), _initials("Phòng Nội vụ"), _initials("Văn phòng Sở")
    ('VHXH', 'NV', 'VPS')
    """
    words = name.removeprefix(messages.DIVISION).replace("-", " ").split()
    return "".join(word[0].upper() for word in words if word != messages.AND)


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
