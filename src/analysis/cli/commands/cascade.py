"""``cascade``: the plans of all that a provincial plan gives work to."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from analysis.cli import messages
from analysis.cli.grammar import DONE, Command, Group, Options, check_word, tell
from analysis.errors import faults_text

_LEVELS = ("department", "local")


def _options(group: Group) -> None:
    group.add_argument("--from", dest="source", metavar="THƯ_MỤC", help=messages.CASCADE_FROM)
    known = ", ".join(_LEVELS)
    group.add_argument("--only", metavar="CẤP", help=messages.CASCADE_ONLY.format(known=known))
    group.add_argument("--json", action="store_true", help=messages.CASCADE_JSON)


def _check(options: Options) -> None:
    check_word(options.only, _LEVELS, messages.ONLY_UNKNOWN)


def _cascade(options: Options) -> int:
    from analysis.runs.cascade import cascade
    from analysis.runs.paths import Paths

    done = cascade(
        Path(options.source),
        paths=Paths.find(),
        started=datetime.now().astimezone(),
        only=options.only,
        progress=tell,
    )
    if done.warnings:
        tell(messages.WARNINGS.format(count=len(done.warnings)))
        tell(faults_text(done.warnings))
    for notice in done.notices:
        tell(notice)
    tell(messages.CASCADED.format(count=done.made, folder=done.folder))
    print(json.dumps(done.content, ensure_ascii=False, indent=1) if options.json else done.listed)
    return DONE


COMMAND = Command(messages.CASCADE, _options, _cascade, required=("source",), check=_check)
