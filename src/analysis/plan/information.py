"""Number, date, signatory, recipients and legal bases that the drafter wrote into the workbook."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.plan import sheet_messages
from analysis.plan.details import PlanDetails, Signatory
from analysis.plan.nodes import Item
from analysis.plan.sheet_rows import bases
from analysis.plan.sheets import FILE
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.plan.draft import Draft
    from analysis.plan.merging import Table
    from analysis.plan.sheets import SheetRows

_DAY = re.compile(r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NEEDED = ("title", "recipients", "archive")


def changed_cells(shown: Table, rows: SheetRows, *, column: str) -> dict[str, str]:
    """Return the cells of a column that say something else than the program proposes, by row."""
    return {
        key: row[column]
        for key, row in rows.rows.items()
        if key in shown and row.get(column, shown[key][column]) != shown[key][column]
    }


def details_of(draft: Draft) -> PlanDetails:
    """Return the details of a plan that adds nothing to its form so far."""
    study = draft.study
    return PlanDetails(
        unit_set=study.unit.unit_set,
        unit_code=study.unit.code,
        plan_year=study.plan_year,
        form=draft.form.form,
        source=FILE,
    )


def information(
    draft: Draft,
    details: PlanDetails | None,
    shown: Table,
    rows: SheetRows,
    faults: list[Fault],
) -> PlanDetails | None:
    """Return what the plan adds to its form, with what the drafter wrote around its body.

    A plan without number or date is a draft, whatever it was before.
    """
    changed = changed_cells(shown, rows, column="value")
    for key in changed:
        if not changed[key] and (key in _NEEDED or key.startswith("basis:")):
            label = shown[key]["label"]
            faults.append(sheet_messages.VALUE_EMPTY.at(rows.place(key, "value"), label=label))
    if not changed:
        return details
    details = details or details_of(draft)
    updates: dict[str, Any] = {}
    for key in ("number", "title", "archive"):
        if key in changed:
            updates[key] = " ".join(changed[key].split()) or None
    if "date" in changed:
        updates["date"] = _date(changed["date"], rows, faults)
    if "recipients" in changed:
        updates["recipients"] = _lines(changed["recipients"])
    if changed.keys() & {"signer", "deputy"}:
        updates["signatory"] = _signatory(details.signatory, changed, rows, faults)
    texts = {
        node.id: tuple(Item(text=line) for line in changed[key].split("\n"))
        for key, node in bases(draft).items()
        if key in changed and node.id is not None
    }
    updates["texts"] = {**details.texts, **texts}
    found = details.model_copy(update=updates)
    if found.number is None or found.date is None:
        found = found.model_copy(update={"state": "draft"})
    return found


def _lines(text: str) -> tuple[str, ...]:
    """Return lines without the list marks that the document sets itself."""
    lines = (
        line.strip().removeprefix("-").strip().rstrip(";").strip() for line in text.split("\n")
    )
    return tuple(line for line in lines if line)


def _date(text: str, rows: SheetRows, faults: list[Fault]) -> date | None:
    if not text:
        return None
    try:
        day, month, year = map(int, _DAY.fullmatch(text.lower()).groups())  # type: ignore[union-attr]
        return date(year, month, day)
    except (AttributeError, ValueError):
        faults.append(sheet_messages.DATE_UNREADABLE.at(rows.place("date", "value"), text=text))
        return None


def _signatory(
    signatory: Signatory, changed: dict[str, str], rows: SheetRows, faults: list[Fault]
) -> Signatory:
    told = fold(
        changed.get("deputy", sheet_messages.YES if signatory.deputy else sheet_messages.NO)
    )
    if told not in (fold(sheet_messages.YES), fold(sheet_messages.NO)):
        place = rows.place("deputy", "value")
        faults.append(sheet_messages.ROW_UNCLEAR.at(place, text=changed["deputy"]))
    name = changed.get("signer", signatory.name or "")
    return Signatory(deputy=told == fold(sheet_messages.YES), name=name or None)
