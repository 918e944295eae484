"""``fix``: the form of a Word file mended by the rules of form, into a new file."""

from __future__ import annotations

import json
from pathlib import Path

from analysis.cli import messages
from analysis.cli.commands.check import add_rules, check_stage
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


def _options(group: Group) -> None:
    group.add_argument("--out", metavar="TỆP", help=messages.FIX_OUT)
    add_rules(group)
    group.add_argument("--json", action="store_true", help=messages.FIX_JSON)


def _check_options(options: Options) -> None:
    if len(options.files) > 1:
        raise UsageError(messages.FIX_ONE_FILE)
    check_stage(options)


def _fix(options: Options) -> int:
    from analysis.document.decree.fixing import fix_json, fix_text
    from analysis.runs.fixing import fix_file
    from analysis.runs.paths import Paths

    out = Path(options.out)
    try:
        mended = fix_file(
            Path(options.files[0]),
            out=out,
            paths=Paths.find(),
            stage=options.stage,
            profile=None if options.profile is None else Path(options.profile),
        )
    except FaultsError as error:
        tell(faults_text(error.faults))
        tell(messages.FIX_NOTHING_WRITTEN)
        return USAGE
    if options.json:
        print(json.dumps(fix_json(mended, out=out), ensure_ascii=False, indent=1))
    else:
        print(fix_text(mended))
    tell(messages.FIX_WRITTEN.format(file=out.name))
    return BAD_INPUT if mended.wrong else DONE


COMMAND = Command(
    messages.FIX,
    _options,
    _fix,
    required=("out",),
    check=_check_options,
    files=messages.FIX_FILE,
)
