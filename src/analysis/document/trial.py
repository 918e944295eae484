"""A trial: a template rendered in a process of its own, which is killed when it takes too much.

What is used is rendered in the process at hand, as `engine` explains; a trial is for templates that
nobody has vouched for yet.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from analysis.document import messages as m
from analysis.document.render import document_bytes
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from analysis.plan.text import PlanText

SECONDS, MEGABYTES = 15, 500
_SOURCE = Path(__file__).parents[2]
_NO_MEMORY = etree.ErrorTypes.ERR_NO_MEMORY  # lxml tells it as broken XML


def tried(
    template: Path, sample: PlanText, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> bytes:
    """Return the .docx that a template makes of a sample plan.

    Parameters
    ----------
    template
        A Word template of any origin.
    sample
        The plan to print.
    seconds, megabytes
        What the trial may take, the start of its process included; where the system does not bound
        the memory of a process, the time bounds it.

    Raises
    ------
    FaultsError
        As for `document_bytes`; DO-59 when the rendering breaks, DO-63 and DO-64 when it takes too
        long or too much memory.
    """
    place = Place(file=template.name)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", __name__, str(megabytes)],
            input=pickle.dumps((template.resolve(), sample)),
            env={**os.environ, "PYTHONPATH": str(_SOURCE)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FaultsError(m.TRIAL_SLOW.at(place, seconds=round(seconds))) from error
    if done.returncode or not done.stdout:  # it ended without a word, for want of memory
        raise FaultsError(m.TRIAL_LARGE.at(place, megabytes=megabytes))
    result: bytes | tuple[Fault, ...] = pickle.loads(done.stdout)
    if isinstance(result, bytes):
        return result
    raise FaultsError(*result)


def _result(template: Path, sample: PlanText) -> bytes | tuple[Fault, ...]:
    try:
        return document_bytes(sample, template=template)
    except FaultsError as error:
        return error.faults
    except Exception as error:  # whatever an odd file leads to is told, not shown as a traceback
        if isinstance(error, MemoryError) or getattr(error, "code", None) == _NO_MEMORY:
            raise
        place = Place(file=template.name)
        return (m.RENDER_FAILED.at(place, detail=type(error).__name__),)


def _bound_memory(megabytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such bounds
        resource = import_module("resource")
        most = megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


if __name__ == "__main__":  # what `tried` starts
    _bound_memory(int(sys.argv[1]))
    sys.stdout.buffer.write(pickle.dumps(_result(*pickle.load(sys.stdin.buffer))))
