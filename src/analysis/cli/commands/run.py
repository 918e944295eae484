"""``run``: a plan with its report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.cli.grammar import (
    DONE,
    Command,
    Group,
    Options,
    UsageError,
    add_unit,
    day_of,
    plan_year,
    tell,
)
from analysis.errors import faults_text

if TYPE_CHECKING:
    from analysis.runs.run import Report


def _options(group: Group) -> None:
    add_unit(group)
    group.add_argument("--form", metavar="MẪU", default="province-narrative", help=messages.FORM)
    group.add_argument("--agency", metavar="CƠ_QUAN", help=messages.AGENCY)
    group.add_argument("--place", metavar="ĐỊA_PHƯƠNG", help=messages.PLACE)
    group.add_argument("--plan", metavar="TÊN", help=messages.PLAN)
    group.add_argument("--previous", metavar="THƯ_MỤC", help=messages.PREVIOUS)
    group.add_argument("--preview", action="store_true", help=messages.PREVIEW)
    group.add_argument("--sources", action="store_true", help=messages.SOURCES)
    group.add_argument("--figures", metavar="HÌNH", help=messages.FIGURES)


def _required(options: Options) -> tuple[str, ...]:
    """Return what must be given: a plan by its name, or a new one's province and year."""
    if not options.plan:
        return ("province", "year")
    others = [name for name in ("province", "year", "agency", "place") if getattr(options, name)]
    if others:
        names = ", ".join(f"--{name}" for name in others)
        raise UsageError(messages.PLAN_ALONE.format(names=names))
    return ()


def _run(options: Options) -> int:
    from analysis.runs.paths import Paths
    from analysis.runs.pictures import figure_names
    from analysis.runs.run import Request, run

    request = Request(
        options.province,
        None if options.year is None else plan_year(options.year),
        options.form,
        day_of(options.date),
        options.plan,
        options.agency,
        options.place,
        None if options.previous is None else Path(options.previous).resolve(),
        sources=options.sources,
        figures=figure_names(options.figures),
    )
    paths, today = Paths.find(), date.today()
    report = run(request, paths=paths, today=today, progress=tell, previewed=options.preview)
    return tell_report(report)


def tell_report(report: Report) -> int:
    """Say what a run left; the document's path goes to standard output."""
    if report.warnings:
        tell(messages.WARNINGS.format(count=len(report.warnings)))
        tell(faults_text(report.warnings))
    for notice in report.notices:
        tell(notice)
    tell(messages.DONE.format(folder=report.folder))
    print(report.document)
    return DONE


COMMAND = Command(messages.RUN, _options, _run, required=_required, writes=True)
