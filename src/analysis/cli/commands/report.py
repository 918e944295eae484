"""``report``: the pages of a report made again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from analysis.cli import messages
from analysis.cli.commands.build import add_folder, check_folder
from analysis.cli.grammar import DONE, Command, Options, tell


def _report(options: Options) -> int:
    from analysis.runs.paths import Paths
    from analysis.runs.reporting import report

    folder, paths = Path(options.folder), Paths.find()
    made = report(folder, paths=paths, today=date.today(), progress=tell)
    for notice in made.notices:
        tell(notice)
    tell(messages.DONE.format(folder=made.page.parent))
    print(made.page)
    return DONE


COMMAND = Command(messages.REPORT, add_folder, _report, check=check_folder, writes=True)
