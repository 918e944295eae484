"""``diff``: two reports or documents compared."""

from __future__ import annotations

import json
from pathlib import Path

from analysis.cli import messages
from analysis.cli.commands.adopt import add_revisions, check_revisions, revisions_of
from analysis.cli.grammar import (
    BAD_INPUT,
    DONE,
    USAGE,
    Command,
    Group,
    Options,
    UsageError,
    tell,
)
from analysis.errors import FaultsError, faults_text

_PAGES = (".html", ".htm")


def _options(group: Group) -> None:
    group.add_argument("--json", action="store_true", help=messages.DIFF_JSON)
    group.add_argument("--out", metavar="TỆP", help=messages.DIFF_OUT)
    add_revisions(group)


def _check(options: Options) -> None:
    if options.files and len(options.files) != 2:
        raise UsageError(messages.DIFF_TWO)
    check_revisions(options)
    if options.out is not None and Path(options.out).suffix.lower() not in _PAGES:
        raise UsageError(messages.DIFF_OUT_SUFFIX.format(name=options.out))


def _diff(options: Options) -> int:
    from analysis.plan.comparing import comparison_text
    from analysis.runs.comparing import compare_files, write_comparison
    from analysis.runs.paths import Paths

    a, b = map(Path, options.files)
    try:
        paths = Paths.find()
        found = compare_files(a, b, paths=paths, revisions=revisions_of(options))
        if options.out is not None:
            write_comparison(found, Path(options.out), paths=paths)
    except FaultsError as error:
        tell(faults_text(error.faults))
        return USAGE
    if options.json:
        print(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
    else:
        print(comparison_text(found))
    if options.out is not None:
        tell(messages.DIFF_WRITTEN.format(file=Path(options.out).name))
    return BAD_INPUT if found.differs else DONE


COMMAND = Command(messages.DIFF, _options, _diff, check=_check, files=messages.DIFF_FILES)
