"""The pages of a report made again, by the one notebook they are made of; the plan stays as it is.

Kernel and checks run side by side, for somebody is waiting.
"""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.runs import desk_messages, messages
from analysis.runs.index import write_index
from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import form_of, job_for
from analysis.runs.manifest import inputs_of
from analysis.runs.notebooks import run_notebooks
from analysis.runs.pages import (
    NOTEBOOKS,
    PAGE,
    SOURCE,
    load_page_maker,
    notebook_parameters,
    write_pages,
)
from analysis.runs.preview import PDF, Preview, pictured
from analysis.runs.previous import FACTS
from analysis.runs.recorded import content_of, recorded, renew
from analysis.runs.requests import request_of
from analysis.runs.run import kept_notices, outputs, staging
from analysis.runs.signing import show_signatures
from analysis.runs.writing import check_length, publish, sha256

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job, Request
    from analysis.runs.paths import Paths


@dataclass(frozen=True, slots=True)
class Remade:
    """What came of it: the page, sentences about files that were kept."""

    page: Path
    notices: tuple[str, ...]


def report(
    folder: Path,
    *,
    paths: Paths,
    today: date,
    progress: Callable[[str], None] = lambda _: None,
) -> Remade:
    """Make the pages of a report again; every other file of it stays as it is.

    Parameters
    ----------
    folder
        The folder of a provincial plan's report.
    paths
        The repository.
    today
        Names a page that is put beside an edited one.
    progress
        Told each step as it begins.

    Raises
    ------
    FaultsError
        RN-60, RN-61 when the manifest cannot be read, RN-62 for a plan without a page, RN-63 when
        the figures are not those of the plan any more (its sign-offs are then shown as void), and
        what stops a notebook or the page.
    """
    started, began = datetime.now().astimezone(), time.perf_counter()
    told, folder = recorded(folder), folder.resolve()
    request = request_of(folder)
    if form_of(request, paths).level != "province":
        place = Place(detail=desk_messages.FOLDER_PLACE.format(name=folder.name))
        raise FaultsError(desk_messages.NO_PAGE_OF_FORM.at(place))
    check_length(folder)
    content = content_of(folder)
    parameters = notebook_parameters(content["parameters"])
    with staging(paths.reports) as staged, ThreadPoolExecutor(1) as aside:
        progress(f"[1/2] {desk_messages.STEP_NOTEBOOK}…")
        executing = aside.submit(
            run_notebooks,
            folder=paths.notebooks,
            root=paths.root,
            out=staged / NOTEBOOKS,
            parameters=parameters,
            names=(SOURCE,),
        )
        inputs = read_inputs(paths)
        try:
            job = _unchanged(request, inputs, paths, folder=folder)
        except FaultsError:
            # The page stays, but not the claim that it is signed.
            show_signatures(folder)
            write_index(paths)
            raise
        look = _look(job, inputs, folder=folder, before=told.outputs)
        load_page_maker()
        executed = executing.result()[SOURCE]
        progress(f"[2/2] {messages.STEP_PAGE}…")
        write_pages(executed, out=staged, study=job.planned.study, paths=paths, look=look)
        published = publish(staged, folder, before=told.outputs, today=today)
    read = inputs_of(paths)
    renew(
        folder,
        outputs(published, before=told.outputs, folder=folder),
        pages={
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(time.perf_counter() - began, 2),
            # What differs from the inputs of the plan, which are told above.
            "inputs": dict(read.items() - told.inputs.items()),
        },
    )
    notices = (*kept_notices(published), *show_signatures(folder), *write_index(paths))
    return Remade(published.written[PAGE], notices)


def _unchanged(request: Request, inputs: Inputs, paths: Paths, *, folder: Path) -> Job:
    """Return the job of the plan, refused where its facts are not those beside the plan."""
    job = job_for(request, inputs, paths)
    try:
        before = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = None
    if before != json.loads(json.dumps(job.facts())):
        raise FaultsError(desk_messages.FACTS_CHANGED.at(Place(file=FACTS), folder=folder.name))
    return job


def _look(job: Job, inputs: Inputs, *, folder: Path, before: dict[str, str]) -> Preview:
    """Return the preview that the plan was made with, if its PDF is still there."""
    pdf = folder / PDF
    if not pdf.is_file() or sha256(pdf) != before.get(PDF):
        return Preview()
    plan = job.text(inputs)
    return pictured(pdf, title=f"{plan.kind} {plan.title}")
