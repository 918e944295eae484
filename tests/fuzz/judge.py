"""What every file must end in: a list of faults, in time, within memory, without a side effect."""

from __future__ import annotations

import io
import json
import math
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from analysis.errors import faults_text
from analysis.runs.imports import as_json
from analysis.scores.importing import import_files
from analysis.scores.sheets.marking import marked_copy

if TYPE_CHECKING:
    from tests.fuzz.case import Case

    from analysis.reference import IndexName, IndexText, Places

MOST_SECONDS = 10.0
MOST_MEGABYTES = 1_000.0
# Far above what is allowed, so that what breaks the rule is measured and the machine still works.
_CUT_SECONDS, _CUT_BYTES = 60, 6_000_000_000
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "urllib.")


@dataclass(frozen=True)
class Verdict:
    """What came of one file; `wrong` is empty where all is well."""

    name: str
    seconds: float = 0.0
    megabytes: float = 0.0
    faults: int = 0
    codes: tuple[str, ...] = ()
    copied: bool = False
    wrong: str = ""


def judged(
    case: Case, path: Path, *, indices: dict[IndexName, IndexText], places: Places
) -> Verdict:
    """Return the verdict on a file, imported in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _in_child(case, path, writing, indices=indices, places=places)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read()
    _, status, usage = os.wait4(child, 0)
    if not told:
        killed = f"ended by signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "gone"
        return Verdict(case.name, _CUT_SECONDS, usage.ru_maxrss / 1024, wrong=killed)
    found = Verdict(**json.loads(told))
    return found if found.wrong else Verdict(**{**asdict(found), "wrong": _excess(found)})


def _excess(found: Verdict) -> str:
    if found.seconds > MOST_SECONDS:
        return f"{found.seconds:.1f} s"
    return f"{found.megabytes:.0f} MB" if found.megabytes > MOST_MEGABYTES else ""


def _in_child(case: Case, path: Path, writing: int, **registers: Any) -> None:
    """Judge and leave; nothing of the parent's is run."""
    signal.alarm(_CUT_SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (_CUT_BYTES, _CUT_BYTES))
    warnings.simplefilter("error")
    sys.addaudithook(_guard)
    try:
        verdict = _verdict(case, path, **registers)
    except BaseException:
        lines = traceback.format_exc().strip().split("\n")
        verdict = Verdict(case.name, wrong="\n".join([lines[-1][:300], *lines[-9:-1]]))
    os.write(writing, json.dumps(asdict(verdict)).encode("ascii"))
    os._exit(0)


def _guard(event: str, args: tuple[Any, ...]) -> None:
    """Refuse the network, other programs, and files written outside the temporary folder."""
    if event.startswith(_FORBIDDEN):
        raise AssertionError(event)
    if event == "open" and isinstance(args[0], str) and set(str(args[1])) & set("wax+"):
        temporary = Path(tempfile.gettempdir()).resolve()
        written = Path(args[0]).resolve()
        assert temporary in (written, *written.parents), written


def _verdict(
    case: Case, path: Path, *, indices: dict[IndexName, IndexText], places: Places
) -> Verdict:
    began = time.perf_counter()
    imported = import_files(
        [path],
        index=indices[case.index],
        places=places,
        year=case.year,
        progress=lambda _: None,
    )
    report = faults_text(imported.faults, most=500) + as_json(imported) + "".join(imported.notes)
    report.encode("utf-8")
    content = None
    if any(fault.place.row is not None for fault in imported.faults) or not imported.faults:
        content = marked_copy(path, imported.faults)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scored = [record for record in imported.records if not math.isnan(record.score)]
    assert imported.faults or scored, "neither a fault nor a score"
    if content is not None:
        _check_copy(content)
    codes = tuple(sorted({fault.code for fault in imported.faults}))
    return Verdict(case.name, seconds, memory, len(imported.faults), codes, content is not None)


def _check_copy(content: bytes) -> None:
    """Refuse a marked copy that computes or fetches anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for cell in sheet._cells.values():  # only those that are there: a far one is no grid
            assert cell.data_type != "f", f"{sheet.title}!{cell.coordinate} computes"
            if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@"):
                assert cell.data_type == "s", f"{sheet.title}!{cell.coordinate} may compute"
        assert not sheet.conditional_formatting
        assert not sheet.data_validations.dataValidation
    assert not book.defined_names
