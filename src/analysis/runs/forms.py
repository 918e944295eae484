"""Blank forms to fill in, written beside whatever is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.reference import edition_of, read_places
from analysis.runs.imports import read_index_named
from analysis.runs.writing import write_bytes
from analysis.scores.importing import SHORT
from analysis.scores.papi.form import papi_form
from analysis.scores.par.form import par_form
from analysis.scores.sheets.form import form_workbook
from analysis.scores.sipas.form import results_form, survey_form

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.reference import Edition, IndexName, IndexText, Places
    from analysis.runs.paths import Paths
    from analysis.scores.sheets.form import Form


def write_form(
    index: IndexName, paths: Paths, *, year: int | None, survey: bool, out: Path | None
) -> Path:
    """Write the blank form of an index and return where it is.

    Parameters
    ----------
    index
        The index.
    year
        The result year; the newest that an edition is known for by default.
    survey
        For SIPAS: the form of a province's own survey instead of the published results.
    out
        The folder; ``reports/mau-nhap`` by default. A file that is there already is never
        overwritten, because it may have been filled in.

    Raises
    ------
    FaultsError
        RF-07 when no edition holds in the year.
    """
    places = read_places(paths.reference / "provinces.csv")
    text = read_index_named(index, paths)
    edition = edition_of(text, _newest(text) if year is None else year)
    form = _form(index, edition, places, survey=survey)
    kind = "khao-sat" if survey else SHORT[index]
    path = _free(out or paths.reports / "mau-nhap", f"mau-{kind}-{edition.year}")
    write_bytes(path, form_workbook(form))
    return path


def _form(index: IndexName, edition: Edition, places: Places, *, survey: bool) -> Form:
    if index == "PAPI":
        return papi_form(edition, places)
    if index == "PAR INDEX":
        return par_form(edition, places)
    return survey_form(edition) if survey else results_form(edition, places)


def _newest(index: IndexText) -> int:
    """Return the newest year with results cited; an edition may hold for years to come."""
    return max(year for citation in index.citations for year in citation.years)


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.xlsx", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.xlsx"
    return path
