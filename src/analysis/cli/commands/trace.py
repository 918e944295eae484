"""``trace``: every number of a Word file with its source."""

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
    tell,
)
from analysis.errors import FaultsError, faults_text


def _options(group: Group) -> None:
    group.add_argument("--json", action="store_true", help=messages.TRACE_JSON)


def _check(options: Options) -> None:
    if len(options.files) > 1:
        raise UsageError(messages.TRACE_ONE_FILE)


def _trace(options: Options) -> int:
    from analysis.runs.tracing import trace_file, trace_json, trace_text
    from analysis.runs.tracing_messages import NO_RECORD

    try:
        traced = trace_file(Path(options.files[0]))
    except FaultsError as error:
        tell(faults_text(error.faults))
        return USAGE
    if traced.record is None:
        tell(NO_RECORD)
    if options.json:
        print(json.dumps(trace_json(traced), ensure_ascii=False, indent=1))
    else:
        print(trace_text(traced))
    return BAD_INPUT if traced.unknown else DONE


COMMAND = Command(messages.TRACE, _options, _trace, check=_check, files=messages.TRACE_FILE)
