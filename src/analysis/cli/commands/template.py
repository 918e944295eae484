"""``template check``: Word templates, before anybody prints a plan with them."""

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
    UsageError,
    check_word,
    tell,
)
from analysis.errors import faults_text

ACTIONS = ("check",)


def _options(group: Group) -> None:
    help_text = messages.TEMPLATE_ACTION.format(known=", ".join(ACTIONS))
    group.add_argument("action", nargs="?", metavar="VIỆC", help=help_text)
    group.add_argument("--json", action="store_true", help=messages.TEMPLATE_JSON)


def _check_action(options: Options) -> None:
    if options.action is None:
        raise UsageError(messages.ACTION_MISSING.format(known=", ".join(ACTIONS)))
    check_word(options.action, ACTIONS, messages.ACTION_UNKNOWN)


def _template(options: Options) -> int:
    from analysis.runs.paths import Paths
    from analysis.runs.template_checking import check_templates

    checked = check_templates([Path(file) for file in options.files], paths=Paths.find())
    if options.json:
        records = [record for one in checked for record in one.records()]
        print(json.dumps(records, ensure_ascii=False, indent=1))
    for one in () if options.json else checked:
        # What cannot be read is no result.
        say = print if one.readable else tell
        errors, warnings = one.count("error"), one.count("warning")
        say(messages.TEMPLATE_CHECKED.format(file=one.file, error=errors, warning=warnings))
        if one.faults:
            say(faults_text(one.faults, most=len(one.faults)))
    if not all(one.readable for one in checked):
        return USAGE
    return BAD_INPUT if any(one.count("error") for one in checked) else DONE


COMMAND = Command(
    messages.TEMPLATE,
    _options,
    _template,
    check=_check_action,
    files=messages.TEMPLATE_FILES,
)
