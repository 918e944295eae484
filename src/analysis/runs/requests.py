"""From a report back to the request it answered."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from analysis.errors import FaultsError, Place
from analysis.runs import messages
from analysis.runs.jobs import Request
from analysis.runs.manifest import FILE


class _Told(BaseModel):
    """What a report's manifest tells of its plan, as far as it is needed."""

    model_config = ConfigDict(frozen=True, strict=True)

    unit_code: str
    plan_year: int
    form: str
    plan_date: str
    plan: str | None = None
    agency: str | None = None
    place: str | None = None
    previous: str | None = None
    sources: bool = False
    figures: list[str] = []


def request_of(report: Path) -> Request:
    """Return the request that a report answered, to be answered in the same folder.

    Parameters
    ----------
    report
        The folder of a report; its manifest tells which plan it is.

    Raises
    ------
    FaultsError
        RN-25 when the folder has no readable manifest.
    """
    try:
        written = json.loads((report / FILE).read_text(encoding="utf-8"))
        told = _Told.model_validate(written["parameters"])
        day = date.fromisoformat(told.plan_date)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FaultsError(messages.NO_REPORT.at(Place(file=f"{report.name}/{FILE}"))) from error
    new = told.plan is None
    return Request(
        province=told.unit_code,
        plan_year=told.plan_year,
        form=told.form,
        day=day,
        plan=told.plan,
        agency=told.agency if new else None,
        place=told.place if new else None,
        previous=Path(told.previous) if told.previous else None,
        folder=report.resolve(),
        sources=told.sources,
        figures=tuple(told.figures),
    )
