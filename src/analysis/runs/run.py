"""The main job: inputs → study → Word plan, notebooks, page, facts and manifest."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.document import render_plan
from analysis.errors import FaultsError
from analysis.plan.sheets import FILE as WORKBOOK
from analysis.plan.tracing.record import recorded
from analysis.plan.yearly import comparison
from analysis.runs import messages, picture_messages, preview_messages, workbook_messages
from analysis.runs.hand_edits import state_after, told_edits
from analysis.runs.index import write_index
from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import Request, form_of, job_for
from analysis.runs.manifest import FILE, inputs_of, manifest, written_before
from analysis.runs.notebooks import run_notebooks
from analysis.runs.pages import NOTEBOOKS, PAGE, SOURCE, notebook_parameters, write_pages
from analysis.runs.pictures import shown_figures
from analysis.runs.preview import PDF, Preview, drop_stale, preview
from analysis.runs.previous import DOCUMENT, FACTS, PROGRESS, progress_text
from analysis.runs.signing import show_signatures
from analysis.runs.writing import check_length, publish, sha256, write_bytes, write_text
from analysis.runs.written import FILE as WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.errors import Fault
    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths
    from analysis.runs.workbook import Workbook
    from analysis.runs.writing import Published

_MERGED = (WORKBOOK, WRITTEN)
"""The files that hold what a person edited, whenever they are written anew."""

__all__ = ["DOCUMENT", "FACTS", "NOTEBOOKS", "PAGE", "PROGRESS", "Report", "Request", "run"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run left: its folder, the plan, and sentences about files that were kept."""

    folder: Path
    document: Path
    notices: tuple[str, ...]
    study: Study
    warnings: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Clock:
    """Tells each step as it begins and keeps how long it took."""

    progress: Callable[[str], None]
    steps: int
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.progress(f"[{len(self.seconds) + 1}/{self.steps}] {name}…")
        began = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - began


def run(
    request: Request,
    *,
    paths: Paths,
    today: date,
    progress: Callable[[str], None] = lambda _: None,
    previewed: bool = False,
) -> Report:
    """Make the whole report of one unit and year.

    Everything is made in a folder aside and moved into place at the end: a run that fails leaves
    the earlier report whole, and a file that a person has edited stays where it is.

    Raises
    ------
    FaultsError
        Every fault of the inputs at once, before anything is written; faults of the Word template,
        of a notebook, or a file held by another program.
    """
    started = datetime.now().astimezone()
    dependent = form_of(request, paths).level != "province"
    if dependent and request.figures:
        raise FaultsError(picture_messages.FIGURES_OF_PROVINCE.at())
    clock = _Clock(progress, steps=(4 if dependent else 6) + previewed)
    with clock.step(messages.STEP_READ):
        inputs = read_inputs(paths)
        digests = inputs_of(paths)
    with clock.step(messages.STEP_COMPUTE):
        job = job_for(request, inputs, paths)
        digests |= _edited_inputs(job.target, paths)
        study = job.planned.study
        inputs.places.require_valid(study.unit, day=study.day)
        figures, undrawn = shown_figures(request.figures, study)
        plan = job.text(inputs, sources=request.sources, figures=figures)
    book = job.workbook
    warnings = job.warnings(plan)
    check_length(job.target)
    with staging(paths.reports) as staged:
        look = _make(job, plan, paths=paths, staged=staged, clock=clock, previewed=previewed)
        before = written_before(job.target)
        with clock.step(messages.STEP_PUBLISH):
            published = publish(staged, job.target, before=before, today=today, merged=_MERGED)
    text = manifest(
        parameters=_parameters(job) | {"sources": request.sources, "figures": request.figures},
        inputs=digests,
        outputs=outputs(published, before=before, folder=job.target),
        started=started,
        steps=clock.seconds,
        warnings=(*warnings, *look.warnings),
    )
    write_text(job.target / FILE, text)
    document = published.written[DOCUMENT]
    stale = () if look.pdf else drop_stale(job.target, before=before)
    notices = (
        *_edited(book, published),
        *undrawn,
        *kept_notices(published),
        *told_edits(job.target, published.kept, book),
        *_compared(study),
        *look.notices,
        *stale,
        *show_signatures(job.target),
        *write_index(paths),
    )
    return Report(job.target, document, notices, study, warnings)


def _edited_inputs(target: Path, paths: Paths) -> dict[str, str]:
    """Return the SHA-256 of the workbook that a drafter edited, if there is one."""
    path = target / WORKBOOK
    if not path.is_file():
        return {}
    inside = path.is_relative_to(paths.root)
    return {(path.relative_to(paths.root) if inside else path).as_posix(): sha256(path)}


def _edited(book: Workbook | None, published: Published) -> tuple[str, ...]:
    """Return sentences on the drafter's workbook, and where an edited one was put away."""
    told = "" if book is None else book.notice()
    former = published.former.get(WORKBOOK)
    kept = workbook_messages.FORMER.format(file=WORKBOOK, former=former) if former else ""
    return tuple(sentence for sentence in (told, kept) if sentence)


def _compared(study: Study) -> tuple[str, ...]:
    """Return one sentence on last year's tasks and this year's, none without a last year."""
    told = comparison(study)
    if told is None:
        return ()
    counts = {
        name: len(getattr(told, name)) for name in ("kept", "reworded", "new", "done", "dropped")
    }
    return (messages.COMPARED.format(year=told.plan_year, **counts),)


def _parameters(job: Job) -> dict[str, object]:
    study = job.planned.study
    body = None if job.mandate is None else job.mandate.body
    return {
        "unit_code": study.unit.code,
        "unit": study.unit.full_name(),
        "unit_set": study.unit.unit_set,
        "plan_year": study.plan_year,
        "plan_date": study.day.isoformat(),
        "result_year": study.result_year,
        "form": job.planned.form.form,
        "form_name": job.planned.form.name,
        "plan": job.plan,
        "body": None if body is None else body.code,
        "body_name": "" if body is None else body.name,
        "agency": None if body is None or body.place else body.code,
        "place": None if body is None or not body.place else body.place,
        "previous": None if job.previous is None else str(job.previous),
    }


def _make(
    job: Job, plan: PlanText, *, paths: Paths, staged: Path, clock: _Clock, previewed: bool
) -> Preview:
    """Make every file of the report in the staging folder; return what came of the preview.

    The page and the notebooks tell of a province; a plan that carries out the province's has none.
    """
    study, form = job.planned.study, job.planned.form
    with clock.step(messages.STEP_DOCUMENT):
        template = paths.templates / f"{form.form}.docx"
        render_plan(plan, template=template, out=staged / DOCUMENT, record=recorded(plan, study))
        told = json.dumps(job.facts(), ensure_ascii=False, indent=1)
        write_text(staged / FACTS, f"{told}\n")
        write_text(staged / PROGRESS, progress_text(study))
        if job.workbook is not None:
            write_bytes(staged / WORKBOOK, job.workbook.content())
        state = state_after(staged / DOCUMENT, plan, job.workbook, folder=job.target)
        write_text(staged / WRITTEN, state.text())
    look = Preview()
    if previewed:
        with clock.step(preview_messages.STEP):
            title = f"{plan.kind} {plan.title}"
            look = preview(staged / DOCUMENT, out=staged / PDF, title=title)
    if job.mandate is not None:
        return look
    with clock.step(messages.STEP_NOTEBOOKS):
        executed = run_notebooks(
            folder=paths.notebooks,
            root=paths.root,
            out=staged / NOTEBOOKS,
            parameters=notebook_parameters(_parameters(job)),
            progress=lambda name: clock.progress(f"      {name}"),
        )
    with clock.step(messages.STEP_PAGE):
        write_pages(executed[SOURCE], out=staged, study=study, paths=paths, look=look)
    return look


@contextmanager
def staging(reports: Path) -> Iterator[Path]:
    """Yield a folder on the same disk as the reports, removed afterwards whatever happens."""
    reports.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".dang-lap-", dir=reports))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def outputs(published: Published, *, before: dict[str, str], folder: Path) -> dict[str, str]:
    """Return what the manifest vouches for: new files, and what edited ones once were."""
    outputs = {name: before[name] for name in published.kept if name in before}
    for path in published.written.values():
        outputs[path.relative_to(folder).as_posix()] = sha256(path)
    return outputs


def kept_notices(published: Published) -> tuple[str, ...]:
    return tuple(
        messages.KEPT.format(name=name, beside=published.written[name].name)
        for name in published.kept
    )
