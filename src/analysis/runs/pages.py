"""The reviewer's pages: which notebook they are made of, and the files that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.review import page, preview_section
from analysis.runs import messages
from analysis.runs.notebooks import NAMES
from analysis.runs.parameters import checked
from analysis.runs.preview import PDF
from analysis.runs.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.parameters import Parameters
    from analysis.runs.paths import Paths
    from analysis.runs.preview import Preview

PAGE, CODE_PAGE, NOTEBOOKS = "bao-cao.html", "bao-cao-ma.html", "notebooks"

SOURCE = NAMES[-1]
"""The notebook that the pages are made of."""

_TOLD = ("unit_code", "plan_year", "result_year", "plan_date", "previous")
"""What a notebook is told of a run, beside the plan."""


def notebook_parameters(parameters: Mapping[str, Any]) -> Parameters:
    """Return what the notebooks are told, from a run's parameters as its manifest keeps them.

    Raises
    ------
    FaultsError
        RN-06 for a value of the wrong type.
    """
    values = {key: parameters.get(key) for key in _TOLD}
    return checked({**values, "plan": parameters.get("plan") or parameters.get("form")})


def load_page_maker() -> None:
    """Load what pages are made with: a second and more, best spent while a notebook runs."""
    import nbconvert  # noqa: F401, PLC0415


def write_pages(executed: Path, *, out: Path, study: Study, paths: Paths, look: Preview) -> None:
    """Write the pages made of an executed notebook.

    Parameters
    ----------
    executed
        The notebook named `SOURCE`, executed.
    out
        The folder to write into.
    study
        What the pages tell of.
    paths
        The repository, for the pages' template.
    look
        The document's preview, shown if there is one.

    Raises
    ------
    FaultsError
        What is wrong with the template, or with what a page would load or show.
    """
    import nbformat  # noqa: PLC0415

    notebook = nbformat.read(executed, as_version=4)
    for name, code in ((PAGE, False), (CODE_PAGE, True)):
        html = page(
            notebook,
            title=messages.PAGE_TITLE.format(year=study.plan_year),
            subtitle=messages.PAGE_SUBTITLE.format(
                unit=study.unit.full_name(), result_year=study.result_year
            ),
            template=paths.templates / "bao-cao",
            preview=preview_section(look.pages, pdf=PDF) if look.pdf else None,
            code=code,
        )
        write_text(out / name, html)
