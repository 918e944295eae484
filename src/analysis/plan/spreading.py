"""Which body gets which provincial task, and as what: exact, nothing lost, nothing invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.vacancies import OWN_PLAN, Unassigned, every_task, functions_of, vacancies
from analysis.vietnamese import enumerated, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.plan.mandate import Part
    from analysis.plan.study import PlannedTask, Study
    from analysis.reference import Agency, Localities, Locality
    from analysis.tasks import WordedTask

_PARTS: tuple[tuple[str, Part], ...] = (
    ("lead", "lead"),
    ("actors", "act"),
    ("implementers", "implement"),
    ("coordinators", "coordinate"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A body's part in a task; who leads others may have to act too (`acts`)."""

    task: PlannedTask
    body: str
    part: Part
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Outside:
    """A body that a task names and that makes no plan of its own, and why."""

    task: str
    code: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Spread:
    """All shares in the order of the tasks, with the bodies they go to."""

    agencies: tuple[Agency, ...]
    localities: tuple[Locality, ...]
    shares: tuple[Share, ...]
    outside: tuple[Outside, ...]
    unassigned: tuple[Unassigned, ...]

    def of(self, body: str) -> tuple[Share, ...]:
        """Return the shares of one body."""
        return tuple(share for share in self.shares if share.body == body)

    def receivers(self, task: str) -> tuple[str, ...]:
        """Return the bodies with a plan of their own that a task goes to."""
        return tuple(dict.fromkeys(s.body for s in self.shares if s.task.task.id == task))


def spread(study: Study, localities: Localities, *, own: Mapping[str, str] | None = None) -> Spread:
    """Return who gets which task of a provincial plan.

    Parameters
    ----------
    study
        The province's study with its tasks.
    localities
        The register of districts and communes.
    own
        The names of the plan's own bodies, which no register knows.

    Notes
    -----
    A task goes to every body that it names in any role, collectives body by body. Until 30 June
    2025 what the communes are given goes to the districts, which pass it on. Each body has one part
    in a task, the strongest. Only departments with a part to act, lead
    or carry out make a plan of their own; all others that a task names are told as `Outside`.
    """
    here = localities.of(study.unit, day=study.day)
    reaches = {
        function: _reach(function, study)
        for task in every_task(study)
        for function in functions_of(task)
        if function in study.directory.agencies.functions()
    }
    shares: list[Share] = []
    for task in every_task(study):
        shares += _shares(task, reaches, tuple(unit.code for unit in here))
    working = {share.body for share in shares if share.part != "coordinate"}
    agencies = {one.code: one for reach in reaches.values() for one in reach.planning}
    idle = {code: one for code, one in agencies.items() if code not in working}
    return Spread(
        agencies=tuple(one for code, one in agencies.items() if code in working),
        localities=here,
        shares=tuple(share for share in shares if share.body not in idle),
        outside=(*_outside(study, reaches, own or {}), *_helpers(shares, idle, study)),
        unassigned=vacancies(study),
    )


@dataclass(frozen=True, slots=True)
class _Reach:
    """Whom a function means: bodies with a plan of their own, all localities, and others."""

    planning: tuple[Agency, ...]
    local: bool
    others: tuple[tuple[str, str, str], ...]


def _reach(function: str, study: Study) -> _Reach:
    members = study.directory.members(function)
    bodies = dict.fromkeys(_whole(agency, study) for agency in members.agencies)
    planning = tuple(body for body in bodies if _makes_a_plan(body))
    others = [
        (
            body.code,
            body.printed(study.unit),
            messages.ONLY_ASKED if body.proposed else messages.NO_PLAN_OF_ITS_OWN,
        )
        for body in bodies
        if body not in planning
    ]
    if members.reason:
        others.append((function, study.directory.name(function), members.reason))
    return _Reach(planning, bool(members.localities), tuple(others))


def _whole(agency: Agency, study: Study) -> Agency:
    """Return the body that a body is a part of, itself if of none."""
    if not agency.belongs_to:
        return agency
    here = study.directory.agencies.existing(day=study.day, province=study.unit)
    return next((body for body in here if body.role in agency.belongs_to), agency)


def _shares(
    task: PlannedTask, reaches: Mapping[str, _Reach], localities: tuple[str, ...]
) -> Iterator[Share]:
    """Yield each body's part, the strongest only; a lead that is among the actors acts too."""
    told: dict[str, Share] = {}
    for role, part in _PARTS:
        for function in task.functions.get(role, ()):
            reach = reaches.get(function)
            if reach is None:
                continue
            codes = [body.code for body in reach.planning]
            for code in (*codes, *(localities if reach.local else ())):
                if code not in told:
                    told[code] = Share(task, code, part)
                elif part == "act" and told[code].part == "lead":
                    told[code] = replace(told[code], acts=True)
    yield from told.values()


def _outside(
    study: Study, reaches: Mapping[str, _Reach], own: Mapping[str, str]
) -> Iterator[Outside]:
    for task in every_task(study):
        for function in functions_of(task):
            if function in reaches:
                others = reaches[function].others
            else:
                others = ((function, own.get(function, function), messages.NAMED_BY_THE_PLAN),)
            for code, name, reason in others:
                yield Outside(task.task.id, code, name, reason)


def _makes_a_plan(agency: Agency) -> bool:
    return agency.kind in OWN_PLAN and not agency.proposed


def _helpers(
    shares: Iterable[Share], idle: Mapping[str, Agency], study: Study
) -> Iterator[Outside]:
    for share in shares:
        if share.body in idle:
            name = idle[share.body].printed(study.unit)
            yield Outside(share.task.task.id, share.body, name, messages.ONLY_COORDINATES)


def share_text(share: Share, *, others: tuple[str, ...], asked: bool = False) -> str:
    """Return a task as a body is told it: the duty itself, or its part in another's.

    Parameters
    ----------
    share
        The body's part.
    others
        Who acts, for a body that leads them.
    asked
        Whether those may only be asked, not ordered.
    """
    task = share.task.task
    if share.part == "act" or (share.part == "lead" and not share.task.functions.get("actors")):
        return task.duty if task.duty.endswith(".") else f"{task.duty}."
    # A plan's own task may have no short name: its whole text, lines and full stop, stands for it.
    activity = lowered(" ".join(task.activity.split()).rstrip("."))
    lead = enumerated(task.lead)
    led = messages.LED_BY.format(lead=lead) if lead else ""
    helped = messages.WITH.format(lead=lead) if lead else ""
    leading = messages.SHARE_LEAD_AND_ACT if share.acts else messages.SHARE_LEAD
    leading = messages.SHARE_LEAD_ASKED if asked else leading
    forms = {
        "lead": leading.format(activity=activity, others=enumerated(others)),
        "implement": messages.SHARE_IMPLEMENT.format(activity=activity, led=led),
        "coordinate": messages.SHARE_COORDINATE.format(activity=activity, helped=helped),
    }
    return forms[share.part]


def how_text(task: WordedTask, *, lead: tuple[str, ...]) -> str:
    """Return how a body carries its share out, with who leads the whole, if anybody does."""
    if not lead:
        return task.duty
    return messages.SHARE_HOW.format(duty=task.duty.rstrip("."), lead=enumerated(lead))
