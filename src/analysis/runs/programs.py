"""Programs beside the package: found on the machine, ended in time with all they started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Ending = Literal["done", "failed", "late"]


def find_program(*names: str, places: Iterable[Path] = ()) -> Path | None:
    """Return the first of `names` on the search path, else the first of `places` that is there."""
    found = next((place for name in names if (place := shutil.which(name))), None)
    if found is not None:
        return Path(found)
    return next((place for place in places if place.is_file()), None)


def office_places(
    *, platform: str = sys.platform, environ: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """Return where LibreOffice sets itself up without telling the search path.

    Examples
    --------
    >>> [place.as_posix() for place in office_places(platform="darwin")]
    ['/Applications/LibreOffice.app/Contents/MacOS/soffice']
    """
    if platform == "darwin":
        return (Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),)
    if platform == "win32":
        roots = dict.fromkeys(
            environ[name]
            for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
            if name in environ
        )
        # The .com waits for the conversion and talks to the console, the .exe does neither.
        return tuple(
            Path(root, "LibreOffice", "program", f"soffice.{end}")
            for root in roots
            for end in ("com", "exe")
        )
    return ()


def run_program(command: Sequence[str | Path], *, seconds: float) -> Ending:
    """Run a program to its end and return how it ended.

    The program is the head of a group of its own: one that takes too long is ended with all it
    started, and so is one whose user presses Ctrl+C. What it says goes nowhere; it is asked for
    files, and who called looks whether they are there.

    Parameters
    ----------
    command
        The program and its arguments; no shell reads them.
    seconds
        How long it may take.
    """
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return "failed"
    try:
        return "failed" if process.wait(timeout=seconds) else "done"
    except subprocess.TimeoutExpired:
        return "late"
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and everything it started."""
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
