"""Year after year: what became of last year's tasks, and its wording carried on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan.rewording import Rewording, alike, brought_forward
from analysis.plan.vacancies import every_task
from analysis.vietnamese import capitalised, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.study import IndexStudy, PlannedTask, Study


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's plan: its tasks' short names by id, what is done or given up, its wording.

    `unit` is whose plan it was (``unit_set:code``), `body` whether a department's or locality's.
    """

    plan_year: int
    result_year: int
    tasks: Mapping[str, str]
    done: frozenset[str]
    given_up: frozenset[str]
    rewording: Rewording
    unit: str = ""
    body: bool = False

    def finished(self, recurring: frozenset[str]) -> frozenset[str]:
        """Return the tasks that are not proposed again: given up, or done and not `recurring`."""
        return self.given_up | (self.done - recurring)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Last year's tasks and this year's, told apart; ids in the order of their plans.

    `done` were finished and do not come again, `kept` are in both plans, `dropped` only in last
    year's, `new` only in this year's. `reworded` are kept tasks that carry on the wording people
    gave them, `removed` were taken out of last year's document by people.
    """

    plan_year: int
    done: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    new: tuple[str, ...]
    reworded: tuple[str, ...]
    removed: tuple[str, ...]


def carried_on(study: Study, last: LastYear) -> Study:
    """Return the study with last year's edited wording, and the comparison of the two plans."""
    years = {last.plan_year: study.plan_year, last.result_year: study.result_year}
    wording = {
        key: brought_forward(text, years=years) for key, text in last.rewording.edited.items()
    }
    indices = tuple(_reworded(item, wording) for item in study.indices)
    return replace(study, indices=indices, last_year=last)


def _reworded(item: IndexStudy, wording: Mapping[str, str]) -> IndexStudy:
    return replace(item, tasks=tuple(_with_wording(task, wording) for task in item.tasks))


def _with_wording(task: PlannedTask, wording: Mapping[str, str]) -> PlannedTask:
    text = wording.get(task.task.id)
    if text is None:
        return task
    sentence, duty = _voices(text, sentence=task.task.sentence, duty=task.task.duty)
    named = task.paragraphs == (task.task.sentence,)
    worded = replace(task.task, sentence=sentence, duty=duty)
    return replace(task, task=worded, paragraphs=(sentence if named else duty,))


def _voices(text: str, *, sentence: str, duty: str) -> tuple[str, str]:
    """Return an edited text with its actor and without, as far as it shows which of them it is."""
    actor = sentence.removesuffix(duty[1:])[:-1].strip()
    if actor and text.startswith(actor):
        return text, capitalised(text.removeprefix(actor).strip())
    if actor and alike(duty, text) >= alike(sentence, text):
        return f"{actor} {lowered(text)}", text
    return text, capitalised(text)


def comparison(study: Study) -> Comparison | None:
    """Return how the plan's tasks compare with last year's, None without a last year."""
    last = study.last_year
    if last is None:
        return None
    now = [task.task.id for task in every_task(study)]
    return Comparison(
        plan_year=last.plan_year,
        done=tuple(key for key in last.tasks if key in last.done and key not in now),
        kept=tuple(key for key in last.tasks if key in now),
        dropped=tuple(key for key in last.tasks if key not in now and key not in last.done),
        new=tuple(key for key in now if key not in last.tasks),
        reworded=tuple(key for key in now if key in last.rewording.edited),
        removed=last.rewording.removed,
    )
