"""``check``: Word files against the rules of form."""

from __future__ import annotations

import json
from pathlib import Path

from analysis.cli import messages
from analysis.cli.grammar import (
    BAD_INPUT,
    DONE,
    USAGE,
    Command,
    Group,
    Options,
    check_word,
    tell,
)
from analysis.errors import faults_text

STAGES = ("draft", "issued")


def add_rules(group: Group) -> None:
    """Add the options that say by which rules a document is judged."""
    help_text = messages.CHECK_STAGE.format(known=", ".join(STAGES))
    group.add_argument("--stage", metavar="BƯỚC", default=STAGES[0], help=help_text)
    group.add_argument("--profile", metavar="TỆP", help=messages.CHECK_PROFILE)


def check_stage(options: Options) -> None:
    """Refuse a stage that is unknown."""
    check_word(options.stage, STAGES, messages.STAGE_UNKNOWN)


def _options(group: Group) -> None:
    add_rules(group)
    group.add_argument("--json", action="store_true", help=messages.CHECK_JSON)
    group.add_argument("--html", metavar="TỆP", help=messages.CHECK_HTML)


def _check(options: Options) -> int:
    from analysis.document.decree import report_json, report_text
    from analysis.runs.checking import check_files, write_findings
    from analysis.runs.paths import Paths

    paths = Paths.find()
    checked = check_files(
        [Path(file) for file in options.files],
        paths=paths,
        stage=options.stage,
        profile=None if options.profile is None else Path(options.profile),
    )
    if checked.unreadable:
        tell(faults_text(checked.unreadable))
    if options.html is not None:
        write_findings(checked, Path(options.html), paths=paths)
    if options.json:
        print(json.dumps(report_json(checked.findings), ensure_ascii=False, indent=1))
    elif checked.findings or not checked.unreadable:
        print(report_text(checked.findings))
    if checked.unreadable:
        return USAGE
    return BAD_INPUT if checked.wrong else DONE


COMMAND = Command(messages.CHECK, _options, _check, check=check_stage, files=messages.CHECK_FILES)
