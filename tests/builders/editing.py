"""A plan after its drafter changed cells of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.plans import draft

from analysis.plan.editing import Edited, with_rows
from analysis.plan.sheet_rows import tables
from analysis.plan.sheets import SheetRows, layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.draft import Draft
    from analysis.runs.jobs import Job

FIRST = "papi-d1-knowledge-hoi-dap-chinh-sach"


def drafted(job: Job) -> Draft:
    planned = job.planned
    return draft(planned.study, form=planned.form, details=planned.details, mandate=job.mandate)


def edited(of: Draft, key: str, **changes: Mapping[str, str] | None) -> Edited:
    """Return a plan after cells of rows were changed, rows added or (None) taken out."""
    rows = {name: dict(row) for name, row in tables(of)[key].items()}
    for name, cells in changes.items():
        if cells is None:
            del rows[name]
        else:
            rows[name] = {**rows.get(name, {}), **cells}
    numbers = {name: number for number, name in enumerate(rows, start=3)}
    return with_rows(of, {key: SheetRows(layout(key), rows, numbers=numbers)})
