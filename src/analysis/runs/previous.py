"""Last year's plan, from the folder of its report: its tasks, their progress, its wording."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from analysis.document import paragraphs_of
from analysis.errors import FaultsError, Place
from analysis.plan.rewording import Printed, rewording
from analysis.plan.vacancies import every_task
from analysis.plan.yearly import LastYear
from analysis.reference import read_rows
from analysis.runs import messages
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.study import Study

FACTS, DOCUMENT, PROGRESS = "facts.json", "ke-hoach.docx", "tien-do.csv"


def read_last_year(path: Path) -> LastYear:
    """Return last year's plan.

    Parameters
    ----------
    path
        The folder of its report, or its document in that folder.

    Raises
    ------
    FaultsError
        RN-28 when the folder has no readable facts.json, RN-29 for a state of progress that has no
        meaning, DO-35 when the document cannot be read.
    """
    folder = path if path.is_dir() else path.parent
    facts = _facts(folder)
    tasks = {task.id: task for task in facts.tasks}
    printed = {key: Printed(task.text, task.duty) for key, task in tasks.items()}
    document = folder / DOCUMENT if path.is_dir() else path
    states = dict(_states(folder / PROGRESS, known=frozenset(tasks)))
    return LastYear(
        plan_year=facts.plan_year,
        result_year=facts.result_year,
        tasks={key: task.activity for key, task in tasks.items()},
        done=frozenset(key for key, state in states.items() if state == messages.DONE_STATE),
        given_up=frozenset(key for key, state in states.items() if state == messages.LEFT_STATE),
        rewording=rewording(printed, paragraphs_of(document)),
        unit=f"{facts.unit.unit_set}:{facts.unit.code}" if facts.unit else "",
        body=facts.plan is not None and facts.plan.body is not None,
    )


class _Unit(BaseModel):
    """Whose plan it was."""

    code: str
    unit_set: str


class _Plan(BaseModel):
    """The plan itself, as far as it is needed."""

    body: dict[str, str] | None = None


class _Task(BaseModel):
    """What last year's facts tell of a task, as far as it is needed."""

    model_config = ConfigDict(frozen=True, strict=True)

    id: str
    text: str
    duty: str
    activity: str


class _Facts(BaseModel):
    """What last year's facts tell, as far as it is needed."""

    model_config = ConfigDict(frozen=True, strict=True)

    plan_year: int
    result_year: int
    unit: _Unit | None = None
    plan: _Plan | None = None
    tasks: list[_Task]


def _facts(folder: Path) -> _Facts:
    try:
        return _Facts.model_validate(json.loads((folder / FACTS).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        place = Place(file=f"{folder.name}/{FACTS}")
        raise FaultsError(messages.NO_LAST_YEAR.at(place)) from error


def _states(path: Path, *, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the state that people gave each task; a task without one is still going on."""
    if not path.is_file():
        return
    rows = read_rows(path, columns=messages.PROGRESS_COLUMNS)
    states = {fold(state): state for state in messages.STATES}
    faults: list[Fault] = []
    key, state = messages.PROGRESS_COLUMNS[0], messages.PROGRESS_COLUMNS[-2]
    for number, row in enumerate(rows, start=2):
        if not row[state]:
            continue
        meant = states.get(fold(row[state]))
        if meant is None or row[key] not in known:
            place = Place(file=path.name, row=number)
            told = ", ".join(messages.STATES)
            faults.append(
                messages.STATE_UNKNOWN.at(place, id=row[key], state=row[state], known=told)
            )
        else:
            yield row[key], meant
    if faults:
        raise FaultsError(*faults)


def progress_text(study: Study) -> str:
    """Return the table in which people follow the tasks through the year, states still empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(messages.PROGRESS_COLUMNS)
    for task in every_task(study):
        told = task.task
        activity = told.activity.replace("\n", " ")
        writer.writerow(
            (told.id, activity, "; ".join(told.lead), told.deadline, told.product, "", "")
        )
    return f"\ufeff{file.getvalue()}"
