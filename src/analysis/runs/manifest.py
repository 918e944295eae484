"""The manifest: what was run on what, when, with which versions, and what was written."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from analysis import __version__
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.runs.paths import Paths

FILE = "manifest.json"

_PACKAGES = (
    "docxtpl",
    "jinja2",
    "jupyterlab",
    "lxml",
    "matplotlib",
    "nbconvert",
    "pandas",
    "papermill",
    "pydantic",
    "python-docx",
    "seaborn",
)


def inputs_of(paths: Paths) -> dict[str, str]:
    """Return the SHA-256 of every file a run reads, by its place in the repository."""
    folders = (paths.raw, paths.templates, paths.notebooks)
    files = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    )
    return {path.relative_to(paths.root).as_posix(): sha256(path) for path in files}


def manifest(
    *,
    parameters: Mapping[str, Any],
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    started: datetime,
    steps: Mapping[str, float],
    warnings: Iterable[Fault],
) -> str:
    """Return the manifest as JSON text.

    Parameters
    ----------
    parameters
        What the run was asked for.
    inputs, outputs
        SHA-256 by file; for a file that a person has edited since, `outputs` keeps the SHA-256 of
        what the program last wrote under that name.
    started
        When the run began.
    steps
        Seconds by step.
    warnings
        What was noticed and not refused.
    """
    content = {
        "ke_hoach": __version__,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "parameters": dict(parameters),
        "started": started.isoformat(timespec="seconds"),
        "steps_seconds": {name: round(seconds, 2) for name, seconds in steps.items()},
        "inputs": dict(inputs),
        "outputs": dict(outputs),
        "warnings": [
            {"code": fault.code, "place": fault.place.text(), "what": fault.what}
            for fault in warnings
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def written_before(folder: Path) -> dict[str, str]:
    """Return what the last run wrote into a report's folder: SHA-256 by name."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        outputs = json.loads(path.read_text(encoding="utf-8"))["outputs"]
    except (ValueError, KeyError, TypeError):
        # A manifest that was tampered with vouches for nothing: every file counts as edited.
        return {}
    return {str(name): str(digest) for name, digest in outputs.items()}
