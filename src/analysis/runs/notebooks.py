"""Running the notebooks through papermill, two at a time."""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError, Place
from analysis.runs import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from traitlets.config import Config

    from analysis.runs.parameters import Parameters

NAMES = (
    "01_kiem_tra_so_lieu",
    "02_thieu_hut_papi",
    "03_thieu_hut_par_index",
    "04_thieu_hut_sipas",
    "05_muc_tieu",
    "06_nhiem_vu",
    "07_bao_cao",
)
"""The notebooks in the order in which a reader takes them; each can be run by itself."""

_AT_ONCE = 2


def run_notebooks(
    *,
    folder: Path,
    root: Path,
    out: Path,
    parameters: Parameters,
    names: Sequence[str] = NAMES,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Path]:
    """Execute notebooks of `folder` into `out`.

    Parameters
    ----------
    folder
        Holds the notebooks, without outputs.
    root
        The repository; the kernels' working folder.
    out
        Where the executed copies go.
    parameters
        Checked parameters, the same for all.
    names
        Which notebooks; all if not given.
    progress
        Told the name of each notebook that is done.

    Raises
    ------
    FaultsError
        RN-08 for a notebook that is missing, RN-07 for one that stopped (cell and cause).
    """
    missing = [name for name in names if not (folder / f"{name}.ipynb").is_file()]
    if missing:
        raise FaultsError(*(messages.NOTEBOOK_MISSING.at(notebook=name) for name in missing))
    out.mkdir(parents=True, exist_ok=True)
    values = parameters.model_dump()
    # A kernel of its own process each: kernels started from one event loop collide on ports.
    with ProcessPoolExecutor(
        _AT_ONCE, mp_context=get_context("spawn"), initializer=_settle
    ) as pool:
        jobs = {
            name: pool.submit(
                _execute,
                str(folder / f"{name}.ipynb"),
                str(out / f"{name}.ipynb"),
                str(root),
                values,
            )
            for name in names
        }
        faults = []
        for name, job in jobs.items():
            fault = job.result()
            if fault is None:
                progress(name)
            else:
                faults.append(fault)
    if faults:
        raise FaultsError(*faults)
    return {name: out / f"{name}.ipynb" for name in names}


def _settle() -> None:
    """Make a worker quiet, and quick to start.

    What kernels say at start and end goes nowhere: what cells say stands in the executed notebooks,
    what stops one comes back as a fault.
    """
    # jsonschema does without this one: a grammar of addresses, a second to build, used for nothing.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _execute(source: str, target: str, root: str, values: dict[str, object]) -> Fault | None:
    """Execute one notebook; return what stopped it."""
    # What only the processes that run notebooks need takes them a second to load.
    import papermill  # noqa: PLC0415
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415

    name = Path(source).stem
    place = Place(file=f"{name}.ipynb")
    for last in (False, True):
        try:
            with tempfile.TemporaryDirectory(prefix="kh-") as sockets:
                papermill.execute_notebook(
                    source,
                    target,
                    parameters=values,
                    kernel_name="python3",
                    cwd=root,
                    progress_bar=False,
                    log_output=False,
                    # Writing the file twice a cell takes as long as the cells do.
                    request_save_on_cell_execute=False,
                    config=_kernel_config(sockets),
                )
        except PapermillExecutionError as error:
            cause = f"{error.ename}: {error.evalue}"
            return messages.NOTEBOOK_FAILED.at(
                place, notebook=name, cell=error.exec_count, cause=cause
            )
        except RuntimeError as error:
            # A kernel may fail to start on a busy machine; one more try tells.
            if last:
                return messages.KERNEL_FAILED.at(place, notebook=name, cause=error)
        else:
            break
    _strip(target)
    return None


def _kernel_config(sockets: str) -> Config:
    """Return how to talk to the kernel: sockets of its own, where the system has them.

    Kernels started side by side collide on ports, and on the one socket name that Jupyter uses for
    all of them in a working folder. Windows has ports only.
    """
    from traitlets.config import Config  # noqa: PLC0415

    if os.name == "nt":
        return Config()
    return Config({"KernelManager": {"transport": "ipc", "ip": str(Path(sockets) / "kernel")}})


def _strip(target: str) -> None:
    """Remove what a run leaves behind that says nothing about the results: paths and clocks."""
    import nbformat  # noqa: PLC0415

    notebook = nbformat.read(target, as_version=4)
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
    nbformat.write(notebook, target)
