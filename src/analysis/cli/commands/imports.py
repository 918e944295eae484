"""``import``: published files into clean data."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.cli.grammar import (
    BAD_INPUT,
    DONE,
    INDICES,
    Command,
    Group,
    Options,
    UsageError,
    add_index,
    check_index,
    tell,
)
from analysis.errors import faults_text

if TYPE_CHECKING:
    from analysis.runs.imports import ImportRefusedError

_FAULT_CODE = re.compile(r"[A-Za-z]{2}-\d+")


def _options(group: Group) -> None:
    add_index(group)
    group.add_argument("--year", metavar="NĂM", help=messages.RESULT_YEAR)
    group.add_argument("--out", metavar="THƯ_MỤC", help=messages.OUT)
    group.add_argument("--json", action="store_true", help=messages.JSON)
    group.add_argument("--accept", metavar="MÃ", nargs="+", default=[], help=messages.ACCEPT)


def _check(options: Options) -> None:
    """Refuse an unknown index; give back the files that were written after ``--accept CODE…``."""
    check_index(options)
    words = options.accept
    options.accept = [word for word in words if _FAULT_CODE.fullmatch(word)]
    options.files += [word for word in words if not _FAULT_CODE.fullmatch(word)]
    if not options.files:
        raise UsageError(messages.NO_FILES)


def _import(options: Options) -> int:
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
        INDICES[options.index],
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
        _tell_refused(refused)
        return BAD_INPUT
    for notice in outcome.notices:
        tell(notice)
    tell(messages.TAKEN_IN.format(count=len(imported.records), layout=imported.layout))
    for path in outcome.written:
        print(path)
    return DONE


def _tell_refused(refused: ImportRefusedError) -> None:
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


COMMAND = Command(messages.IMPORT, _options, _import, check=_check, files=messages.FILES)
