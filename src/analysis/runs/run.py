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

import nbformat

from analysis.document import render_plan
from analysis.plan.build import build_plan
from analysis.plan.facts import facts
from analysis.review import page
from analysis.runs import messages
from analysis.runs.inputs import read_inputs
from analysis.runs.manifest import FILE, inputs_of, manifest, written_before
from analysis.runs.notebooks import NAMES, run_notebooks
from analysis.runs.parameters import checked
from analysis.runs.plans import form_for
from analysis.runs.study import study_for
from analysis.runs.writing import check_length, publish, sha256, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from analysis.plan.form import Form, PlanDetails
    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths
    from analysis.runs.writing import Published

DOCUMENT, PAGE, FACTS, NOTEBOOKS = "ke-hoach.docx", "bao-cao.html", "facts.json", "notebooks"

_STEPS = 6


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks for; a missing date is 30 June of the plan year."""

    province: str
    plan_year: int
    form: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a run left: its folder, the plan, and sentences about files that were kept."""

    folder: Path
    document: Path
    notices: tuple[str, ...]
    study: Study


@dataclass(slots=True)
class _Clock:
    """Tells each step as it begins and keeps how long it took."""

    progress: Callable[[str], None]
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.progress(f"[{len(self.seconds) + 1}/{_STEPS}] {name}…")
        began = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - began


def run(
    request: Request,
    *,
    paths: Paths,
    today: date,
    progress: Callable[[str], None] = lambda _: None,
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
    clock = _Clock(progress)
    with clock.step(messages.STEP_READ):
        inputs = read_inputs(paths)
        form = form_for(paths, request.form)
        digests = inputs_of(paths)
    with clock.step(messages.STEP_COMPUTE):
        study, details = study_for(
            inputs, paths, province=request.province, plan_year=request.plan_year, day=request.day
        )
        inputs.places.require_valid(study.unit, day=study.day)
    target = paths.report(study.unit.name, study.plan_year)
    check_length(target)
    with _staging(paths.reports) as staged:
        _make(study, form, details, inputs=inputs, paths=paths, staged=staged, clock=clock)
        before = written_before(target)
        with clock.step(messages.STEP_PUBLISH):
            published = publish(staged, target, before=before, today=today)
    text = manifest(
        parameters={
            "unit_code": study.unit.code,
            "unit_set": study.unit.unit_set,
            "plan_year": study.plan_year,
            "plan_date": study.day.isoformat(),
            "result_year": study.result_year,
            "form": request.form,
        },
        inputs=digests,
        outputs=_outputs(published, before=before, folder=target),
        started=started,
        steps=clock.seconds,
        warnings=study.warnings,
    )
    write_text(target / FILE, text)
    return Report(target, published.written[DOCUMENT], _notices(published), study)


def _make(
    study: Study,
    form: Form,
    details: PlanDetails | None,
    *,
    inputs: Inputs,
    paths: Paths,
    staged: Path,
    clock: _Clock,
) -> None:
    """Make every file of the report in the staging folder."""
    with clock.step(messages.STEP_DOCUMENT):
        plan = build_plan(study, form=form, details=details, rule=inputs.choosing.target_rule)
        template = paths.templates / f"{form.form}.docx"
        render_plan(plan, template=template, out=staged / DOCUMENT)
        text = json.dumps(facts(study), ensure_ascii=False, indent=1)
        write_text(staged / FACTS, f"{text}\n")
    with clock.step(messages.STEP_NOTEBOOKS):
        executed = run_notebooks(
            folder=paths.notebooks,
            root=paths.root,
            out=staged / NOTEBOOKS,
            parameters=checked(
                {
                    "unit_code": study.unit.code,
                    "plan_year": study.plan_year,
                    "result_year": study.result_year,
                    "plan_date": study.day.isoformat(),
                }
            ),
            progress=lambda name: clock.progress(f"      {name}"),
        )
    with clock.step(messages.STEP_PAGE):
        notebook = nbformat.read(executed[NAMES[-1]], as_version=4)
        write_text(staged / PAGE, _page(notebook, study, paths))


def _page(notebook: nbformat.NotebookNode, study: Study, paths: Paths) -> str:
    return page(
        notebook,
        title=messages.PAGE_TITLE.format(year=study.plan_year),
        subtitle=messages.PAGE_SUBTITLE.format(
            unit=study.unit.full_name(), result_year=study.result_year
        ),
        template=paths.templates / "bao-cao",
    )


@contextmanager
def _staging(reports: Path) -> Iterator[Path]:
    """Yield a folder on the same disk as the reports, removed afterwards whatever happens."""
    reports.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".dang-lap-", dir=reports))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _outputs(published: Published, *, before: dict[str, str], folder: Path) -> dict[str, str]:
    """Return what the manifest vouches for: new files, and what edited ones once were."""
    outputs = {name: before[name] for name in published.kept if name in before}
    for path in published.written.values():
        outputs[path.relative_to(folder).as_posix()] = sha256(path)
    return outputs


def _notices(published: Published) -> tuple[str, ...]:
    return tuple(
        messages.KEPT.format(name=name, beside=published.written[name].name)
        for name in published.kept
    )
