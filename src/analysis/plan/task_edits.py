"""A row of the drafter's workbook as a task: the printed words a person changed, or added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.plan.sheet_rows import task_row
from analysis.plan.sheets import ROLES, cell_text, names_in
from analysis.plan.study import PlannedTask
from analysis.plan.vacancies import every_task
from analysis.tasks import WordedTask
from analysis.tasks import messages as task_messages
from analysis.vietnamese import capitalised, enumerated, fold, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.merging import Row
    from analysis.plan.study import Study


@dataclass(frozen=True)
class Editor:
    """Turns rows into tasks of a study."""

    study: Study

    def changes(self, task: PlannedTask, row: Row) -> dict[str, str]:
        """Return the cells of a task's row that say something else than the study."""
        shown = {key: cell_text(text) for key, text in task_row(task, self.study).items()}
        return {key: row[key] for key in shown if key in row and row[key] != shown[key]}

    def edited(self, task: PlannedTask, row: Row) -> PlannedTask:
        """Return a task with the words of its row; a new lead answers what was asked about it."""
        changes = self.changes(task, row)
        names = {role: names_in(changes[role]) for role in ROLES if role in changes}
        functions = {role: self.functions(found) for role, found in names.items()}
        old = task.task
        worded = replace(
            old,
            lead=names.get("lead", old.lead),
            implementers=names.get("implementers", old.implementers),
            coordinators=names.get("coordinators", old.coordinators),
            deadline=changes.get("deadline", old.deadline),
            product=changes.get("product", old.product),
        )
        told = {name for role in ROLES for name in getattr(worded, role)}
        return replace(
            self._said(task, worded, changes),
            functions={**task.functions, **functions},
            scope={name: text for name, text in task.scope.items() if name in told},
            note="" if "lead" in changes else task.note,
        )

    def own(self, key: str, row: Row, *, index: str, code: str) -> PlannedTask:
        """Return a person's own row as a task."""
        names = {role: names_in(row.get(role, "")) for role in ROLES}
        paragraphs = tuple(row["text"].split("\n"))
        duty = capitalised(_ended(" ".join(paragraphs)))
        actor = "" if self._told_who(duty, names["lead"]) else self._acting(names["lead"])
        return PlannedTask(
            index=index,
            code=code,
            deficits=self.deficits(index, code),
            task=WordedTask(
                id=key,
                activity=row.get("activity") or row["text"],
                sentence=_joined(actor, duty),
                duty=duty,
                **names,
                deadline=row.get("deadline", ""),
                product=row.get("product", ""),
                legal_basis=(),
                learned_from=(),
            ),
            functions={role: self.functions(names[role]) for role in ROLES},
            paragraphs=paragraphs,
        )

    def deficits(self, index: str, code: str) -> tuple[str, ...]:
        """Return the criterion itself where it is a deficit."""
        known = {one.code for one in self.study.of(index).choice.deficits}
        return (code,) if code in known else ()

    def functions(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the function of each name; one that nobody knows stands for itself."""
        return tuple(dict.fromkeys(self._function(name) for name in names))

    def _function(self, name: str) -> str:
        known = self._functions.get(fold(name))
        if known is not None:
            return known
        agencies, day, unit = self.study.directory.agencies, self.study.day, self.study.unit
        try:
            body = agencies.named(name, day=day, province=unit)
        except FaultsError:
            return name
        return next(iter(agencies.carried_by(body, day=day, province=unit)), name)

    @cached_property
    def _functions(self) -> Mapping[str, str]:
        """Functions by folded name: those of the register, before them those the plan has."""
        directory = self.study.directory
        names = {fold(directory.name(one)): one for one in sorted(directory.agencies.functions())}
        for task in every_task(self.study):
            for role in ROLES:
                codes, printed = task.functions.get(role, ()), getattr(task.task, role)
                if len(codes) == len(printed):
                    names |= {fold(name): code for name, code in zip(printed, codes, strict=True)}
        return names

    def _said(
        self, task: PlannedTask, worded: WordedTask, changes: Mapping[str, str]
    ) -> PlannedTask:
        """Return the task with its text in both voices, with its actor and without.

        A cell that names the actor is the sentence; any other is the duty, and the actor goes
        before it: the new lead, where the lead was the actor.
        """
        old, paragraphs = task.task, task.paragraphs
        actor = now = _actor(old)
        named = bool(actor) and paragraphs == (old.sentence,)
        if actor == self._acting(old.lead):
            now = self._acting(worded.lead)
        duty, sentence = old.duty, old.sentence
        if "text" in changes:
            paragraphs = tuple(changes["text"].split("\n"))
            text = " ".join(paragraphs)
            text = _ended(text) if old.duty.endswith(".") else text
            duty = capitalised(text.removeprefix(actor).strip() if named else text)
            told = named or self._told_who(duty, worded.lead)
            sentence = text if told else _joined(now, duty)
        elif now != actor:
            sentence = _joined(now, duty)
            paragraphs = (sentence,) if named else paragraphs
        whole = "\n".join(paragraphs)
        activity = whole if old.activity == "\n".join(task.paragraphs) else old.activity
        if "activity" in changes:
            activity = changes["activity"] or whole
        worded = replace(worded, sentence=sentence, duty=duty, activity=activity)
        return replace(task, task=worded, paragraphs=paragraphs)

    def _told_who(self, duty: str, lead: tuple[str, ...]) -> bool:
        """Return whether a text begins with the body that acts, so that none goes before it."""
        start = f"{fold(duty)} "
        known = (*map(fold, lead), *self._functions, *self._bodies)
        return any(start.startswith(f"{name} ") for name in known)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The folded names of all bodies that are there on the plan's date."""
        study = self.study
        here = study.directory.agencies.existing(day=study.day, province=study.unit)
        return frozenset(fold(body.printed(study.unit)) for body in here)

    def _acting(self, lead: tuple[str, ...]) -> str:
        """Return leads as the actor of a sentence; a body that may only be asked is asked."""
        if not lead:
            return ""
        directory, first = self.study.directory, self.functions(lead[:1])
        asked = first[0] in directory.agencies.functions() and directory.proposed(first)
        names = enumerated(lead)
        return capitalised(task_messages.REQUEST.format(sentence=names) if asked else names)


def _actor(task: WordedTask) -> str:
    """Return whom a task's sentence names before the duty, nobody where it is the duty alone."""
    rest = task.duty[1:]
    return task.sentence.removesuffix(rest)[:-1].strip() if task.sentence.endswith(rest) else ""


def _joined(actor: str, duty: str) -> str:
    return f"{actor} {lowered(duty)}" if actor else duty


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":", ";")) else f"{text}."
