"""The cascade: from one provincial plan the plans of all that it gives work to."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document import render_plan, strings
from analysis.errors import FaultsError, Place
from analysis.plan.build import build_plan
from analysis.plan.tracing.record import recorded
from analysis.plan.vacancies import every_task
from analysis.plan.validity import absent_bodies
from analysis.runs import messages
from analysis.runs.dependents import Dependents
from analysis.runs.index import write_index
from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import form_of, job_for
from analysis.runs.manifest import FILE, inputs_of, manifest, written_before
from analysis.runs.planning import with_folder
from analysis.runs.plans import form_for
from analysis.runs.requests import request_of
from analysis.runs.run import DOCUMENT, kept_notices, outputs, staging
from analysis.runs.writing import check_length, publish, write_text
from analysis.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.mandate import Mandate
    from analysis.plan.spreading import Spread
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

FOLDER, LIST, TABLE = "cascade", "cascade.json", "phan-giao.csv"

Only = Literal["department", "local"]


@dataclass(frozen=True, slots=True)
class Cascade:
    """What a cascade left: its folder, its list, the number of plans, sentences for the user."""

    folder: Path
    listed: Path
    made: int
    content: dict[str, object]
    notices: tuple[str, ...]
    warnings: tuple[Fault, ...]


def cascade(
    report: Path,
    *,
    paths: Paths,
    started: datetime,
    only: Only | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Cascade:
    """Make the plans of all departments, districts or communes that a provincial plan gives work.

    Parameters
    ----------
    report
        The folder of a provincial plan's report; its manifest tells which plan it is.
    paths
        The repository.
    started
        When the cascade began; its date names a file beside an edited one.
    only
        Only departments, or only districts or communes.
    progress
        Told each plan as it is made.

    Raises
    ------
    FaultsError
        RN-25 when the folder has no readable manifest, RN-26 when it is of another plan than a
        province's, and every fault of the inputs; nothing is written then.
    """
    request = request_of(report)
    if form_of(request, paths).level != "province":
        raise FaultsError(messages.NOT_A_PROVINCE.at(Place(file=report.name)))
    inputs = read_inputs(paths)
    job = job_for(request, inputs, paths)
    dependents = Dependents(job.planned, inputs)
    target = report / FOLDER
    check_length(target)
    with staging(paths.reports) as staged:
        rows = list(_made(dependents, paths, staged=staged, only=only, progress=progress))
        content = _content(job, dependents.spread, rows, target=target.resolve())
        write_text(staged / LIST, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        write_text(staged / TABLE, "\ufeff" + _table(job, dependents))
        before = written_before(target)
        published = publish(staged, target, before=before, today=started.date())
    text = manifest(
        parameters={"from": report.name, "only": only},
        inputs=inputs_of(paths),
        outputs=before | outputs(published, before=before, folder=target),
        started=started,
        steps={},
        warnings=(),
    )
    write_text(target / FILE, text)
    return Cascade(
        folder=target,
        listed=published.written[LIST],
        made=len(rows),
        content=content,
        notices=(*kept_notices(published), *write_index(paths)),
        warnings=_warnings(job, rows),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """A dependent plan: whose it is, its folder's name."""

    mandate: Mandate
    folder: str
    absent: tuple[Fault, ...]


def _made(
    dependents: Dependents,
    paths: Paths,
    *,
    staged: Path,
    only: Only | None,
    progress: Callable[[str], None],
) -> Iterator[_Made]:
    """Write every plan below the staging folder."""
    mandates = [*_departments(dependents, only), *_localities(dependents, only)]
    forms = {name: form_for(paths, name) for name in ("department", "local")}
    taken: set[str] = set()
    for place, mandate in enumerate(mandates, start=1):
        form = forms["department" if mandate.body.level == "department" else "local"]
        study = with_folder(
            dependents.study, form=form, folder=None, inputs=dependents.inputs
        ).study
        text = build_plan(
            study,
            form=form,
            details=None,
            rule=dependents.inputs.choosing.target_rule,
            mandate=mandate,
        )
        folder = slug(mandate.body.place or mandate.body.name)
        folder = folder if folder not in taken else f"{folder}-{mandate.body.code.lower()}"
        taken.add(folder)
        progress(
            messages.CASCADING.format(place=place, count=len(mandates), name=mandate.body.name)
        )
        absent = absent_bodies(strings(text), dependents.study.directory)
        (staged / folder).mkdir()
        template = paths.templates / f"{form.form}.docx"
        record = recorded(text, study)
        render_plan(text, template=template, out=staged / folder / DOCUMENT, record=record)
        yield _Made(mandate, folder, absent)


def _departments(dependents: Dependents, only: Only | None) -> list[Mandate]:
    agencies = () if only == "local" else dependents.departments()
    return [dependents.of_department(agency) for agency in agencies]


def _localities(dependents: Dependents, only: Only | None) -> list[Mandate]:
    units = () if only == "department" else dependents.localities()
    return [dependents.of_locality(unit) for unit in units]


def _content(job: Job, spread: Spread, made: list[_Made], *, target: Path) -> dict[str, object]:
    """Return ``cascade.json``.

    ``tasks`` holds every task of the provincial plan with the codes of all bodies it goes to, and
    beside them those it names that make no plan of their own; ``bodies`` the plans that were made,
    ``unassigned`` the leads that a person has to give anew, with a proposal.
    """
    tasks = every_task(job.planned.study)
    outside: dict[str, list[dict[str, str]]] = {task.task.id: [] for task in tasks}
    for one in dict.fromkeys(spread.outside):
        told = {"code": one.code, "name": one.name, "reason": one.reason}
        if told not in outside[one.task]:
            outside[one.task].append(told)
    return {
        "tasks": [
            {
                "id": task.task.id,
                "to": list(spread.receivers(task.task.id)),
                "others": outside[task.task.id],
            }
            for task in tasks
        ],
        "bodies": [
            {
                "code": one.mandate.body.code,
                "name": one.mandate.body.name,
                "docx": str(target / one.folder / DOCUMENT),
                "subplan_by": one.mandate.due.subplan.isoformat(),
                "results_by": one.mandate.due.results.isoformat(),
            }
            for one in made
        ],
        "unassigned": [
            {
                "id": one.task,
                "function": one.function,
                "was": one.was,
                "reason": one.reason,
                "proposal": list(one.proposal),
            }
            for one in spread.unassigned
        ]
        + [
            {
                "id": task.task.id,
                "function": "",
                "was": "",
                "reason": messages.NOBODY_PLANS,
                "proposal": [],
            }
            for task in tasks
            if not spread.receivers(task.task.id)
        ],
    }


def _table(job: Job, dependents: Dependents) -> str:
    """Return the table of which task went where, a row for each task and body."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(messages.CASCADE_COLUMNS)
    spread, study = dependents.spread, job.planned.study
    names = {agency.code: agency.printed(study.unit) for agency in spread.agencies}
    names |= {unit.code: unit.people_committee() for unit in spread.localities}
    parts = {(s.task.task.id, s.body): messages.PARTS[s.part] for s in reversed(spread.shares)}
    for task in every_task(study):
        key = task.task.id
        about = (key, dependents.assigning.groups[key], task.task.activity.replace("\n", " "))
        for code in spread.receivers(key):
            writer.writerow((*about, code, names[code], parts[key, code], ""))
        for one in (one for one in dict.fromkeys(spread.outside) if one.task == key):
            writer.writerow((*about, one.code, one.name, "", one.reason))
        for lead in (lead for lead in spread.unassigned if lead.task == key):
            proposal = messages.PROPOSAL.format(names="; ".join(lead.proposal))
            writer.writerow((*about, "", lead.was, "", f"{lead.reason}. {proposal}"))
    return file.getvalue()


def _warnings(job: Job, made: list[_Made]) -> tuple[Fault, ...]:
    """Return what was noticed in the provincial plan and, once a name, in those made from it."""
    absent = {fault.what: fault for one in made for fault in one.absent}
    return (*job.planned.study.warnings, *absent.values())
