"""A plan as a document among documents: number, date, what it carries out, who reports to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.plan import letter
from analysis.plan.draft import draft_of

if TYPE_CHECKING:
    from analysis.plan.details import PlanDetails, ReportingDuty
    from analysis.plan.draft import Draft
    from analysis.plan.form import Form
    from analysis.plan.mandate import Mandate
    from analysis.plan.study import Study


def identity(
    study: Study, *, form: Form, details: PlanDetails | None, mandate: Mandate | None
) -> dict[str, Any]:
    """Return what facts.json tells of the plan itself, as plain data.

    What is not known is None: the number and day of a draft, the plan before it.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning.
    """
    draft = draft_of(study, form=form, details=details, mandate=mandate)
    body = None if mandate is None else mandate.body
    return {
        "form": form.form,
        "state": "draft" if details is None else details.state,
        "number": None if details is None else details.number,
        "date": details.date.isoformat() if details and details.date else None,
        "title": letter.title(draft),
        "and_following": details is not None and details.and_following,
        "indices": list(draft.indices),
        "body": None if body is None else {"code": body.code, "name": body.name},
        "executes": _carried_out(draft),
        "previous": _cited(draft, None if details is None else details.previous),
        "subplan_date": draft.words["subplan_date"],
        "completion_date": draft.words["completion_date"],
        "reporting": [_reporting(duty, draft) for duty in (details.reporting if details else ())],
    }


def _carried_out(draft: Draft) -> list[str]:
    if draft.details is not None and draft.details.executes:
        return [draft.words[key] for key in draft.details.executes]
    return [draft.mandate.parent] if draft.mandate is not None else []


def _cited(draft: Draft, key: str | None) -> str | None:
    return None if key is None else draft.words[key]


def _reporting(duty: ReportingDuty, draft: Draft) -> dict[str, Any]:
    def named(code: str | None) -> str | None:
        return None if code is None else draft.words.get(code, code)

    return {
        "by": [named(code) for code in duty.by],
        "to": named(duty.to),
        "via": named(duty.via),
        "content": duty.content,
        "carrier": duty.carrier,
        "when": None if duty.when is None else draft.fill(duty.when),
    }
