"""The door: parse, call `runs`, print. No traceback for bad input."""

from __future__ import annotations

import json
import sys
from datetime import date
from io import TextIOWrapper
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.cli.parser import UsageError, parse
from analysis.errors import FaultsError, faults_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

DONE, BAD_INPUT, USAGE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 bad input, 2 usage."""
    _speak_utf8()
    try:
        command, options = parse(sys.argv[1:] if arguments is None else arguments)
    except UsageError as error:
        _tell(str(error))
        _tell(messages.SEE_HELP.format(program=messages.PROGRAM))
        return USAGE
    try:
        return {"run": _run, "facts": _facts}[command](options)
    except FaultsError as error:
        errors = [fault for fault in error.faults if fault.severity == "error"]
        _tell(messages.FAULTS.format(count=len(errors)))
        _tell(faults_text(error.faults))
        if command == "run":
            _tell(messages.NOT_WRITTEN)
        return BAD_INPUT
    except KeyboardInterrupt:
        _tell(messages.STOPPED)
        return STOPPED


def _run(options: argparse.Namespace) -> int:
    # Imported here: help and usage errors answer at once, without pandas and Word.
    from analysis.runs.paths import Paths  # noqa: PLC0415
    from analysis.runs.run import Request, run  # noqa: PLC0415

    request = Request(options.province, _year(options.year), options.form, _day(options.date))
    report = run(request, paths=Paths.find(), today=date.today(), progress=_tell)
    if report.study.warnings:
        _tell(messages.WARNINGS.format(count=len(report.study.warnings)))
        _tell(faults_text(report.study.warnings))
    for notice in report.notices:
        _tell(notice)
    _tell(messages.DONE.format(folder=report.folder))
    print(report.document)
    return DONE


def _facts(options: argparse.Namespace) -> int:
    from analysis.plan.facts import facts  # noqa: PLC0415
    from analysis.runs.inputs import read_inputs  # noqa: PLC0415
    from analysis.runs.paths import Paths  # noqa: PLC0415
    from analysis.runs.study import study_for  # noqa: PLC0415

    paths = Paths.find()
    study, _ = study_for(
        read_inputs(paths),
        paths,
        province=options.province,
        plan_year=_year(options.year),
        day=_day(options.date),
    )
    print(json.dumps(facts(study), ensure_ascii=False, indent=1))
    return DONE


def _year(year: int) -> int:
    from analysis.runs.parameters import FIRST_PLAN_YEAR  # noqa: PLC0415

    last = date.today().year
    if not FIRST_PLAN_YEAR <= year <= last:
        fault = messages.YEAR_OUT_OF_RANGE.at(year=year, first=FIRST_PLAN_YEAR, last=last)
        raise FaultsError(fault)
    return year


def _day(text: str | None) -> date | None:

    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise FaultsError(messages.DATE_INVALID.at(value=text)) from error


def _tell(text: str) -> None:
    """Say something to the person; standard output is for results only."""
    print(text, file=sys.stderr, flush=True)


def _speak_utf8() -> None:
    """Make the console speak UTF-8 (Windows consoles start with a legacy code page)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
