"""``build``: a report made again, with what its drafter edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from analysis.cli import messages
from analysis.cli.commands.run import tell_report
from analysis.cli.grammar import Command, Group, Options, UsageError, tell


def add_folder(group: Group) -> None:
    """Add the folder of a report as the first word."""
    group.add_argument("folder", nargs="?", metavar="THƯ_MỤC", help=messages.BUILD_FOLDER)


def check_folder(options: Options) -> None:
    """Refuse a command without a folder."""
    if not options.folder:
        raise UsageError(messages.NO_FOLDER)


def _options(group: Group) -> None:
    add_folder(group)
    group.add_argument("--preview", action="store_true", help=messages.PREVIEW)
    group.add_argument("--sources", action="store_true", help=messages.SOURCES)
    group.add_argument("--figures", metavar="HÌNH", help=messages.FIGURES)


def _build(options: Options) -> int:
    from analysis.runs.paths import Paths
    from analysis.runs.pictures import figure_names
    from analysis.runs.requests import request_of
    from analysis.runs.run import run

    request = request_of(Path(options.folder))
    request = replace(
        request,
        sources=request.sources or options.sources,
        figures=figure_names(options.figures) or request.figures,
    )
    paths, today = Paths.find(), date.today()
    report = run(request, paths=paths, today=today, progress=tell, previewed=options.preview)
    return tell_report(report)


COMMAND = Command(messages.BUILD, _options, _build, check=check_folder, writes=True)
