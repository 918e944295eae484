"""The commands: each calls `runs` and prints what it gives."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.errors import FaultsError, faults_text

if TYPE_CHECKING:
    import argparse

    from analysis.reference import IndexName

DONE, BAD_INPUT, USAGE, STOPPED = 0, 1, 2, 130

_INDICES: dict[str, IndexName] = {"papi": "PAPI", "par": "PAR INDEX", "sipas": "SIPAS"}

# What a command needs is imported in it: help and usage errors answer at once, without pandas.
# ruff: noqa: PLC0415


def tell(text: str) -> None:
    """Say something to the person; standard output is for results only."""
    print(text, file=sys.stderr, flush=True)


def run(options: argparse.Namespace) -> int:
    """Make a plan with its report."""
    from analysis.runs.paths import Paths
    from analysis.runs.run import Request
    from analysis.runs.run import run as run_plan

    request = Request(
        options.province,
        None if options.year is None else _year(options.year),
        options.form,
        _day(options.date),
        options.plan,
        options.agency,
        options.place,
        None if options.previous is None else Path(options.previous).resolve(),
    )
    report = run_plan(request, paths=Paths.find(), today=date.today(), progress=tell)
    if report.warnings:
        tell(messages.WARNINGS.format(count=len(report.warnings)))
        tell(faults_text(report.warnings))
    for notice in report.notices:
        tell(notice)
    tell(messages.DONE.format(folder=report.folder))
    print(report.document)
    return DONE


def facts(options: argparse.Namespace) -> int:
    """Print a unit's facts as JSON."""
    from analysis.plan.facts import facts as facts_of
    from analysis.runs.inputs import read_inputs
    from analysis.runs.paths import Paths
    from analysis.runs.planning import planned_for

    paths = Paths.find()
    study = planned_for(
        read_inputs(paths),
        paths,
        province=options.province,
        plan_year=_year(options.year),
        day=_day(options.date),
    ).study
    print(json.dumps(facts_of(study), ensure_ascii=False, indent=1))
    return DONE


def form(options: argparse.Namespace) -> int:
    """Write a blank form."""
    from analysis.runs.forms import write_form
    from analysis.runs.paths import Paths

    path = write_form(
        _INDICES[options.index],
        Paths.find(),
        year=options.year,
        survey=options.survey,
        out=None if options.out is None else Path(options.out),
    )
    tell(messages.FORM_MADE)
    print(path)
    return DONE


def import_files(options: argparse.Namespace) -> int:
    """Read published files; take them in, print them as JSON, or tell what is wrong."""
    from analysis.runs.imports import (
        ImportRefusedError,
        ImportRequest,
        as_json,
        finish_import,
        read_import,
    )
    from analysis.runs.paths import Paths

    paths = Paths.find()
    request = ImportRequest(
        _INDICES[options.index],
        tuple(Path(file) for file in options.files),
        options.year,
        frozenset(code.upper() for code in options.accept),
        None if options.out is None else Path(options.out),
    )
    imported = read_import(request, paths, progress=tell)
    if options.json:
        print(as_json(imported))
        return BAD_INPUT if imported.faults else DONE
    try:
        outcome = finish_import(request, imported, paths, today=date.today())
    except ImportRefusedError as refused:
        errors = sum(fault.severity == "error" for fault in refused.faults)
        others = len(refused.faults) - errors
        tell(messages.IMPORT_FAULTS.format(errors=errors, warnings=others))
        tell(faults_text(refused.faults))
        for notice in refused.notices:
            tell(notice)
        warnings = sorted({f.code for f in refused.faults if f.severity == "warning"})
        if warnings and not errors:
            tell(messages.MAY_ACCEPT.format(codes=" ".join(warnings)))
        tell(messages.NOTHING_TAKEN_IN)
        return BAD_INPUT
    for notice in outcome.notices:
        tell(notice)
    tell(messages.TAKEN_IN.format(count=len(imported.records), layout=imported.layout))
    for path in outcome.written:
        print(path)
    return DONE


def target(options: argparse.Namespace) -> int:
    """Tell what a goal takes, how likely it is and by which criteria."""
    from analysis.deficits import Goal
    from analysis.plan.aim_facts import as_json
    from analysis.plan.targeting import aim
    from analysis.runs.inputs import read_inputs
    from analysis.runs.paths import Paths
    from analysis.runs.planning import planned_for
    from analysis.runs.target_text import aim_text

    paths = Paths.find()
    inputs = read_inputs(paths)
    study = planned_for(
        inputs,
        paths,
        province=options.province,
        plan_year=_year(options.year),
        day=_day(options.date),
    ).study
    inputs.places.require_valid(study.unit, day=study.day)
    goals = [Goal(kind, value) for kind, value in options.goals]
    found = aim(study, _INDICES[options.index], goals)
    print(as_json(found) if options.json else aim_text(found))
    return DONE


def cascade(options: argparse.Namespace) -> int:
    """Make the plans of all that a provincial plan gives work to."""
    from analysis.runs.cascade import cascade as run_cascade
    from analysis.runs.paths import Paths

    done = run_cascade(
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


def check(options: argparse.Namespace) -> int:
    """Check Word files against the rules of form."""
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


def agencies(options: argparse.Namespace) -> int:
    """List who is there on a day: bodies, and with a province its districts or communes."""
    from analysis.cli.listing import as_json, as_text, listed
    from analysis.runs.inputs import read_register
    from analysis.runs.paths import Paths

    found = listed(
        read_register(Paths.find()),
        day=_day(options.date) or date.today(),
        province=options.province,
    )
    print(as_json(found) if options.json else as_text(found))
    return DONE


def _year(year: int) -> int:
    from analysis.runs.parameters import FIRST_PLAN_YEAR

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
