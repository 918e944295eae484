"""A plan's own tasks in words: named for its date, tied to the criteria they serve."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.plan import messages
from analysis.plan.form import filled
from analysis.plan.programme import Criterion, Roles, TaskGroup, TaskPart, TaskRow, union
from analysis.plan.study import PlannedTask
from analysis.tasks import WordedTask, products_text
from analysis.vietnamese import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.deficits import Ledger
    from analysis.plan.own import OwnGroup, OwnPart, OwnRow, OwnTask
    from analysis.plan.study import IndexStudy, Study
    from analysis.reference import Directory

FILE = "tasks.yml"

_INDEX_OF = {"PAPI": "PAPI", "PAR": "PAR INDEX", "SIPAS": "SIPAS"}
_ROLES = ("lead", "implementers", "coordinators")


@dataclass(frozen=True, slots=True)
class Voice:
    """What the plan's own tasks are worded with: names, words and the ledgers they refer to.

    `bodies` are bodies of the plan's own (divisions), `ledgers` the indices by short name with the
    codes that count as deficits, `default` the index of a task that names none.
    """

    directory: Directory
    bodies: Mapping[str, str]
    words: Mapping[str, str]
    ledgers: Mapping[str, Ledger]
    deficits: Mapping[str, frozenset[str]]
    default: str
    plan_year: int

    def name(self, code: str) -> str:
        """Return the printed name of a function or of one of the plan's own bodies."""
        return self.bodies.get(code) or self.directory.name(code)

    def names(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return printed names in order, each once."""
        return tuple(dict.fromkeys(self.name(code) for code in codes))

    def fill(self, text: str) -> str:
        """Return a text with its placeholders filled."""
        return filled(text, self.words, file=FILE)

    def codes(self, references: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return index and line code of each reference that the editions hold."""
        found = []
        for reference in references:
            prefix, _, key = reference.partition("/")
            index = _INDEX_OF[prefix]
            ledger = self.ledgers.get(index)
            lines = () if ledger is None else ledger.lines
            found += [(index, line.code) for line in lines if line.criterion.key == key][:1]
        return tuple(found)


def with_own_tasks(study: Study, parts: Iterable[OwnPart], voice: Voice) -> Study:
    """Return the study with the plan's own tasks in the place of the library's.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning.
    """
    own = tuple(own_part(part, voice) for part in parts)
    tasks = [task for part in own for task in part.tasks()]
    indices = tuple(_served(item, tasks) for item in study.indices)
    return replace(study, indices=indices, parts=own)


def _served(item: IndexStudy, tasks: list[PlannedTask]) -> IndexStudy:
    """Return the study of an index with its own tasks, who answers for what, and what is left."""
    here = tuple(task for task in tasks if task.index == item.index)
    covered = {code for task in here for code in task.deficits}
    leads = dict(item.leads)
    for code in dict.fromkeys(task.code for task in here if task.code):
        leads[code] = union(task.task.lead for task in here if task.code == code)
    return replace(
        item,
        tasks=here,
        leads=leads,
        choice=replace(
            item.choice,
            tasks=(),
            uncovered=tuple(one.code for one in item.choice.deficits if one.code not in covered),
            orphans=tuple(task.task.id for task in here if not task.deficits),
        ),
    )


def own_part(part: OwnPart, voice: Voice) -> TaskPart:
    """Return a part of the plan's own tasks as the plan prints it.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning.
    """
    return TaskPart(part.part, tuple(_group(group, voice) for group in part.groups))


def _group(group: OwnGroup, voice: Voice) -> TaskGroup:
    rows, above = [], None
    for row in group.rows:
        planned = []
        for task in row.tasks:
            above = _complete(task, above, group)
            planned.append(_planned(above, _references(task, row, group), voice))
        rows.append(_row(row, tuple(planned), voice))
    references = (group.reference,) if group.reference else ()
    code = next((code for _, code in voice.codes(references)), "")
    roles = Roles(*(voice.names(getattr(group, role)) for role in _ROLES))
    return TaskGroup(code, voice.fill(group.title), tuple(rows), roles)


def _complete(task: OwnTask, above: OwnTask | None, group: OwnGroup) -> OwnTask:
    """Return the task with what it takes from the task above and from its group."""
    taken: dict[str, object] = {}
    if above is not None:
        taken |= {role: getattr(above, role) for role in task.as_above}
    for role in _ROLES:
        if not taken.get(role) and not getattr(task, role):
            taken[role] = getattr(group, role)
    return task.model_copy(update=taken)


def _references(task: OwnTask, row: OwnRow, group: OwnGroup) -> tuple[str, ...]:
    named = [item.reference for item in row.criteria if item.reference]
    every = dict.fromkeys((*named, *task.serves))
    return tuple(every) or ((group.reference,) if group.reference else ())


def _row(row: OwnRow, tasks: tuple[PlannedTask, ...], voice: Voice) -> TaskRow:
    criteria = []
    for item in row.criteria:
        found = voice.codes((item.reference,)) if item.reference else ()
        criteria.append(Criterion(found[0][1] if found else "", voice.fill(item.title)))
    return TaskRow(tuple(criteria), tasks, note=voice.fill(row.note) if row.note else "")


def _planned(task: OwnTask, references: tuple[str, ...], voice: Voice) -> PlannedTask:
    codes = voice.codes(references)
    prefix = references[0].partition("/")[0] if references else ""
    index = _INDEX_OF.get(prefix, voice.default)
    here = tuple(code for name, code in codes if name == index)
    wanted = voice.deficits.get(index, frozenset())
    paragraphs = tuple(capitalised(voice.fill(text)) for text in task.text)
    lead, helpers = voice.names(task.lead), voice.names(task.coordinators)
    duty = " ".join(paragraphs)
    return PlannedTask(
        index=index,
        code=here[0] if here else "",
        deficits=tuple(code for code in here if code in wanted),
        task=WordedTask(
            id=task.id,
            activity=voice.fill(task.activity) if task.activity else "\n".join(paragraphs),
            sentence=duty,
            duty=duty,
            lead=lead,
            implementers=voice.names(task.implementers),
            coordinators=helpers,
            deadline="" if task.deadline is None else _deadline(task, voice),
            product=products_text(
                tuple(map(voice.fill, task.products)), relation=task.product_relation
            ),
            legal_basis=(),
            learned_from=(),
        ),
        functions={role: getattr(task, role) for role in _ROLES},
        paragraphs=paragraphs,
        as_above=task.as_above,
        scope={voice.name(code): voice.fill(text) for code, text in task.scope.items()},
    )


def _deadline(task: OwnTask, voice: Voice) -> str:
    assert task.deadline is not None
    return capitalised(voice.fill(task.deadline.text(voice.plan_year)))


def check_own(
    parts: Iterable[OwnPart],
    *,
    bodies: Mapping[str, str],
    functions: frozenset[str],
    references: frozenset[str],
    file: str = FILE,
) -> None:
    """Refuse what a plan's own tasks name and nobody knows, and ids that stand twice.

    Raises
    ------
    FaultsError
        PL-06 to PL-08, all at once.
    """
    faults = list(_link_faults(parts, {*bodies, *functions}, references, Place(file=file)))
    if faults:
        raise FaultsError(*faults)


def _link_faults(
    parts: Iterable[OwnPart], known: set[str], references: frozenset[str], place: Place
) -> Iterator[Fault]:
    seen: set[str] = set()
    for group in (group for part in parts for group in part.groups):
        yield from _unknown(_named(group), group.title, known, place)
        yield from _unreferenced((group.reference,), group.title, references, place)
        for row in group.rows:
            yield from _unreferenced(
                (item.reference for item in row.criteria), group.title, references, place
            )
            for task in row.tasks:
                if task.id in seen:
                    yield messages.TASK_REPEATED.at(place, id=task.id)
                seen.add(task.id)
                yield from _unknown((*_named(task), *task.scope), task.id, known, place)
                yield from _unreferenced(task.serves, task.id, references, place)


def _named(holder: OwnTask | OwnGroup) -> tuple[str, ...]:
    return (*holder.lead, *holder.implementers, *holder.coordinators)


def _unknown(codes: Iterable[str], where: str, known: set[str], place: Place) -> Iterator[Fault]:
    for code in codes:
        if code not in known:
            close = difflib.get_close_matches(code, sorted(known), n=3)
            nearest = messages.NEAREST.format(names=", ".join(close)) if close else ""
            yield messages.BODY_UNKNOWN.at(place, code=code, where=where, nearest=nearest)


def _unreferenced(
    named: Iterable[str | None], where: str, references: frozenset[str], place: Place
) -> Iterator[Fault]:
    for reference in named:
        if reference is not None and reference not in references:
            close = difflib.get_close_matches(reference, sorted(references), n=3)
            nearest = messages.NEAREST.format(names=", ".join(close)) if close else ""
            yield messages.REFERENCE_UNKNOWN.at(
                place, reference=reference, where=where, nearest=nearest
            )
